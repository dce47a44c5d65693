"""How the texts that people write come into the journal: for each place of `docs/text-places.toml` the service that takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from kt1desk.domain.dossier import DeliverTo, PaperLine
from kt1desk.domain.facts import Party
from kt1desk.domain.permissions import Act, Role
from kt1desk.domain.register_columns import Register, checked
from kt1desk.domain.registers import register
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.delivery_rules import DeliveryDraft, signature_reference, taker_fields
from kt1desk.services.destinations import Destination
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.dossier_drafts import Residence
from kt1desk.services.drafts import OtherParty
from kt1desk.services.packing import PackDraft
from kt1desk.services.set_up import NewUser
from tests.support.deliveries import DeliveryDesk
from tests.support.desks import ordinary
from tests.support.dossiers import CENTRE as WARD
from tests.support.dossiers import ORGANISATION, PROXY, ordinary_dossier, person

DAY = date(2026, 11, 23)
MOST_OF_AN_ADDRESS = 200
"""As written; the name of the province may come behind it."""
Put = Callable[[DeliveryDesk, str], object]
_SOMEWHERE = Destination("receiver", None, "")


@dataclass(frozen=True)
class Case:
    """How a text comes in at a place.

    Attributes:
        field: the input that a refusal names.
        put: hands it to the service.
        text: makes one of so many characters.
        most: where it is less than the list allows for what is stored.
    """

    field: str
    put: Put
    text: Callable[[int], str]
    most: int = 0


def words(count: int) -> str:
    """Narrow words, so that the paper has room for whatever the rule allows."""
    return ("li " * count)[: count - 1] + "x"


def sign(count: int) -> str:
    return "A" * count


def digits(count: int) -> str:
    return "+1" + "2" * (count - 2)


def changed(draft: Any, name: str, text: str) -> Any:
    return replace(draft, **{name: text})


def _accept(**said: Callable[[str], Any]) -> Put:
    def put(desk: DeliveryDesk, text: str) -> object:
        draft = replace(ordinary(), **{name: made(text) for name, made in said.items()})
        return desk.at.acceptance.quote(desk.at.session(), draft).problems

    return put


def _dossier(**said: Callable[[str], Any]) -> Put:
    def put(desk: DeliveryDesk, text: str) -> object:
        draft = replace(ordinary_dossier(), **{name: made(text) for name, made in said.items()})
        return desk.at.dossiers.quote(desk.at.session(), draft).problems

    return put


def _send(name: str) -> Put:
    trip = DispatchDraft("240000", "DT1-05", "", False, ("TUI00000001",), "Trần Văn Tải")

    def put(desk: DeliveryDesk, text: str) -> object:
        confirmed = desk.at.confirmed(Act.APPROVE_DISPATCH)
        return desk.at.dispatching.send(desk.at.session(), changed(trip, name, text), confirmed)

    return put


def _pack(name: str) -> Put:
    def put(desk: DeliveryDesk, text: str) -> object:
        bag = PackDraft("TUI00000001", "NP0000001", 500, "240000", (desk.item(),))
        return desk.at.packing.close(desk.at.session(), changed(bag, name, text))

    return put


def _receive(name: str) -> Put:
    bag = ReceiveDraft("TUI00000001", "NP0000001", 540, "intact", "Lê Văn Lái", "", scan=True)
    return lambda desk, text: desk.at.arrivals.receive(desk.at.session(), changed(bag, name, text))


def _take(name: str) -> Put:
    draft = DeliveryDraft("MX000000017VN", "Nguyễn Thị Mai")
    return lambda _, text: taker_fields(changed(draft, name, text), _SOMEWHERE)


def _forward(name: str) -> Put:
    party = Party("", "Ban Quản lý dự án", "Số 5, đường Lê Lợi", "20")

    def put(desk: DeliveryDesk, text: str) -> object:
        item = desk.item()
        desk.start(item)
        desk.attempt(item, "moved")
        desk.bring_back(item)
        confirmed = desk.at.confirmed(Act.FORWARD_ITEM)
        receiver = changed(party, name, text)
        return desk.redirecting.forward(desk.at.session(), item, receiver, "by_sender", confirmed)

    return put


def entered(of: str, name: str) -> Put:
    return lambda desk, text: checked(_only(of, name), {name: text}, desk.at.reference.coded, DAY)


def _only(of: str, name: str) -> Register:
    """The register as if it had that column alone."""
    return replace(register(of), columns=(register(of).column(name),), spans=())


def _enrol(**said: Callable[[str], Any]) -> Put:
    user = NewUser("gdv1", "Hoàng Thị Hà", frozenset({Role.CLERK}))
    return lambda _, text: replace(user, **{name: made(text) for name, made in said.items()}).checked()


def _as_it_is(text: str) -> str:
    return text


def _other(name: str, address: str) -> OtherParty:
    return OtherParty(name, address, "20")


CASES: Mapping[tuple[str, str, str], Case] = MappingProxyType(
    {
        ("fact", "approval.granted", "question"): Case(
            "question",
            lambda desk, text: desk.at.approvals().grant_remote(
                desk.at.session("controller"), 9, text, Act.APPROVE_ITEM, 1
            ),
            lambda count: "1" * count,
        ),
        ("fact", "dispatch.sent", "route"): Case("route", _send("route"), sign),
        ("fact", "dispatch.sent", "vehicle"): Case("vehicle", _send("vehicle"), sign),
        ("fact", "dossier.accepted", "official"): Case("official", _dossier(official=_as_it_is), sign),
        ("fact", "dossier.accepted", "receipt_number"): Case(
            "receipt_number", _dossier(receipt_number=_as_it_is), words
        ),
        ("fact", "dossier.accepted", "seal"): Case("seal", _dossier(seal=_as_it_is), sign),
        ("fact", "dossier.listed", "lines.name"): Case(
            "papers",
            _dossier(papers=lambda text: (*ordinary_dossier().papers, PaperLine("x1", text, originals=1))),
            words,
        ),
        ("fact", "item.delivered", "reference"): Case(
            "reference",
            lambda _, text: signature_reference(DeliveryDraft("", "", reference=text), None),
            sign,
        ),
        ("fact", "receptacle.closed", "receptacle"): Case(
            "receptacle", _pack("receptacle"), lambda count: f"TUI{'1' * (count - 3)}"
        ),
        ("fact", "receptacle.closed", "seal"): Case(
            "seal", _pack("seal"), lambda count: f"NP{'1' * (count - 2)}"
        ),
        ("fact", "receptacle.received", "receptacle"): Case(
            "receptacle", _receive("receptacle"), lambda count: f"TUI{'2' * (count - 3)}"
        ),
        ("fact", "receptacle.received", "seal"): Case(
            "seal", _receive("seal"), lambda count: f"NP{'1' * (count - 2)}"
        ),
        ("fact", "user.enrolled", "user"): Case("user", _enrol(user=_as_it_is), lambda count: "a" * count),
        ("beside", "user.enrolled", "person.name"): Case("name", _enrol(name=_as_it_is), words),
        ("beside", "dispatch.sent", "driver.name"): Case("driver", _send("driver"), words),
        ("beside", "dispatch.sent", "escort.name"): Case("escort", _send("escort"), words),
        ("beside", "receptacle.received", "giver.name"): Case("giver", _receive("giver"), words),
        ("beside", "item.delivered", "taker.name"): Case("taker_name", _take("taker_name"), words),
        ("beside", "item.delivered", "taker.position"): Case(
            "taker_position", _take("taker_position"), words
        ),
        ("beside", "item.forwarded", "receiver.name"): Case("receiver", _forward("name"), words),
        ("beside", "item.forwarded", "receiver.address"): Case(
            "receiver_address", _forward("address"), words, most=MOST_OF_AN_ADDRESS
        ),
        ("beside", "item.accepted", "receiver.name"): Case(
            "receiver", _accept(other_receiver=lambda text: _other(text, "Số 5, đường Lê Lợi")), words
        ),
        ("beside", "item.accepted", "receiver.address"): Case(
            "receiver_address",
            _accept(other_receiver=lambda text: _other("Ban Quản lý dự án", text)),
            words,
            most=MOST_OF_AN_ADDRESS,
        ),
        ("beside", "item.accepted", "handed_by.name"): Case("handed_by", _accept(handed_by=_as_it_is), words),
        ("beside", "item.accepted", "handed_by.phone"): Case(
            "handed_by_phone", _accept(handed_by_phone=_as_it_is), digits
        ),
        ("beside", "dossier.accepted", "applicant.name"): Case(
            "applicant_name", _dossier(applicant=lambda text: replace(ORGANISATION, name=text)), words
        ),
        ("beside", "dossier.accepted", "applicant.address"): Case(
            "applicant_address",
            _dossier(applicant=lambda text: replace(person(), residence=Residence(text, WARD))),
            words,
        ),
        ("beside", "dossier.accepted", "applicant.identity"): Case(
            "applicant_identity", _dossier(applicant=lambda text: replace(person(), identity=text)), sign
        ),
        ("beside", "dossier.accepted", "applicant.phone"): Case(
            "applicant_phone", _dossier(applicant=lambda text: replace(person(), phone=text)), digits
        ),
        ("beside", "dossier.accepted", "applicant.tax_code"): Case(
            "applicant_tax_code",
            _dossier(applicant=lambda text: replace(ORGANISATION, tax_code=text)),
            lambda count: "0100109106-001"[:count] + "1" * (count - 14),
        ),
        ("beside", "dossier.accepted", "delivery.address"): Case(
            "delivery_address",
            _dossier(deliver_to=lambda _: DeliverTo.OTHER, delivery=lambda text: Residence(text, WARD)),
            words,
        ),
        ("beside", "dossier.accepted", "proof.number"): Case(
            "exemption_proof", _dossier(exemption=lambda _: "E04", exemption_proof=_as_it_is), words
        ),
        ("beside", "dossier.accepted", "proxy.name"): Case(
            "proxy_name", _dossier(proxy=lambda text: replace(PROXY, name=text)), words
        ),
        ("beside", "dossier.accepted", "proxy.identity"): Case(
            "proxy_identity", _dossier(proxy=lambda text: replace(PROXY, identity=text)), sign
        ),
        ("beside", "dossier.accepted", "proxy.phone"): Case(
            "proxy_phone", _dossier(proxy=lambda text: replace(PROXY, phone=text)), digits
        ),
        ("beside", "dossier.accepted", "proxy.authorisation"): Case(
            "proxy_authorisation", _dossier(proxy=lambda text: replace(PROXY, authorisation=text)), words
        ),
        ("beside", "register.entered", "entry.guard"): Case("guard", entered("guard_roster", "guard"), words),
        ("beside", "register.entered", "entry.name"): Case(
            "name", entered("agency_receivers", "name"), words
        ),
    }
)
