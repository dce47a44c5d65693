"""What stands on a dossier's slip and on the labels of its legs: every text, ready to print, in Vietnamese.

The slip («phiếu gửi hồ sơ», TT 17/2017/TT-BTTTT, Điều 9) is signed by both: sender, authority, procedure, list of papers, seal and money.
The template and these texts are what a print job keeps. This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.dossier import (
    ApplicantKind,
    DeliverTo,
    Direction,
    DossierPayment,
    Form,
    PaperLine,
    Presence,
)
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import Leg
from kt1desk.domain.identity import is_personal
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority, Point
from kt1desk.domain.text import fold
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.paper_values import when_words
from kt1desk.services.wording import place_name, weight_text
from kt1desk.services.wording_tthc import (
    delivery_name,
    direction_name,
    dossier_payment_name,
    flag_text,
    form_name,
    insist_name,
    masked_identity,
    procedure_code_words,
    zone_name,
)

SLIP, SLIP_VERSION = "dossier_slip", 1
LABEL, LABEL_VERSION = "dossier_label", 1
MOST_PAPERS = 99
"""So many lines the list on the slip may have: their numbers have two digits, and with the widest names a liên has ten A5 pages."""
PRICE_FLAGS = ("maximum_tariff", "sample_tariff", "derived_zone", "uncertain_exemption", "sample_pass_on")
"""Reservations that stand beside the price on paper."""
INTERNAL_COLLECTION = "Phiếu thu hộ nội bộ, không thay biên lai"
UNKNOWN_DAY = "Chưa biết, theo giấy hẹn của cơ quan"
RETURN_HEADING = "TRẢ KẾT QUẢ"
SEND_HEADING = "HỒ SƠ TTHC"


@dataclass(frozen=True, slots=True)
class DossierAddresses:
    """Whole addresses as paper shows them, and where each leg goes in the big line of its label; ``home`` is the applicant's commune."""

    authority: str
    applicant: str = field(repr=False)
    delivery: str = field(default="", repr=False)
    home: tuple[str, ...] = ()
    authority_route: tuple[str, str] = ("", "")
    delivery_route: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class DossierPaper:
    """Everything the papers of one case say. ``event_ref`` and ``event_hash`` are empty until the event is written.

    Attributes:
        number: the post's own number of the case; ``form`` which of the three.
        draft: cleaned, as it is accepted.
        procedure, authority, legs, quote: what the draft came to.
        accepted: when it was received; ``entered_at`` when it was entered, in words, "" where that was at once.
        exemption: who is exempted, as the rule names them, or "".
    """

    number: str
    form: Form
    draft: DossierDraft = field(repr=False)
    procedure: Procedure
    authority: Authority
    quote: DossierQuote = field(repr=False)
    addresses: DossierAddresses = field(repr=False)
    point: Point
    provider: str
    accepted: Moment
    clerk: str = field(repr=False)
    trial: bool
    zero_tens: ZeroTens
    exemption: str = ""
    entered_at: str = ""
    event_ref: str = ""
    event_hash: str = ""

    def proved_by(self, event: Event) -> DossierPaper:
        """The same with the event it proves."""
        return replace(self, event_ref=event.id.text, event_hash=event.hash.hex()[:12])


def slip_values(paper: DossierPaper) -> dict[str, str]:
    """The texts of the slip, the same on both copies.

    ``number`` is the case's own number; ``item`` the number of the first leg, for the barcode; ``send_item`` and ``return_item`` the
    numbers of the legs that there are; ``entered_at`` is there where it was entered later than received. ``paper_1_name`` … are the
    lines of the list without a gap, each with ``_originals``, ``_certified``, ``_plain``, ``_electronic`` (left out for none) and
    ``_note``; ``price_1_name``/``price_1_amount`` … at most 3 lines of postage, the reduction last. ``sealing`` and ``witness`` are
    there where papers are sent; ``collected_note`` says which receipt stands for collected money; ``price_note`` the reservations.
    """
    return _present(
        {
            **_common(paper),
            **_people(paper),
            **_list(paper),
            **_money(paper),
            **_result(paper),
            "item": paper.quote.legs[0].item,
            "send_item": _item(paper, Direction.SEND),
            "return_item": _item(paper, Direction.RETURN),
            "form": form_name(paper.form),
            "procedure_name": paper.procedure.name,
            "authority_name": paper.authority.name,
            "authority_address": paper.addresses.authority,
            "point_address": paper.point.address,
            "provider": paper.provider,
            "intake": place_name(paper.draft.place),
            "clerk_name": paper.clerk,
            "event_hash": paper.event_hash,
            "replaces": paper.draft.replaces,
        }
    )


def dossier_label_values(paper: DossierPaper, leg: Leg) -> dict[str, str]:
    """The texts of the 100 × 60 mm label of one leg.

    ``item`` is the leg's number, ``number`` the case's; ``direction`` is ``send`` or ``return``, ``heading`` its word in capitals (the
    label of the way back goes on the envelope of the result). ``from_…`` and ``to_…`` are name and address; of an applicant who sends
    the commune alone is said. ``route`` and ``route_detail`` are the big line and the smaller one.
    """
    back = leg.direction == Direction.RETURN.value
    seat = _unsaid(paper.addresses.authority, paper.authority.name)
    ends = {
        "from_name": paper.authority.name if back else paper.draft.applicant.name,
        "from_address": seat if back else "",
        "from_commune": "" if back else ", ".join(paper.addresses.home),
        "to_name": paper.draft.applicant.name if back else paper.authority.name,
        "to_address": paper.addresses.delivery if back else seat,
    }
    route = paper.addresses.delivery_route if back else paper.addresses.authority_route
    return _present(
        {
            **_common(paper),
            **ends,
            "item": leg.item,
            "direction": leg.direction,
            "heading": RETURN_HEADING if back else SEND_HEADING,
            "route": route[0],
            "route_detail": route[1],
            "weight": "" if back else weight_text(leg.weight_g),
            "seal": "" if back else paper.draft.seal,
        }
    )


def _unsaid(address: str, name: str) -> str:
    """What an address says that the name does not say already: names of authorities end with where they are."""
    return ", ".join(part for part in address.split(", ") if fold(part) not in fold(name))


def listed(lines: tuple[PaperLine, ...]) -> tuple[PaperLine, ...]:
    """The lines that stand on the slip: what was brought and what is missing; what this case does not need is no part of it."""
    return tuple(line for line in lines if line.presence is not Presence.NOT_NEEDED)


def _common(paper: DossierPaper) -> dict[str, str]:
    return {
        "number": paper.number,
        "procedure_code": procedure_code_words(paper.procedure.code),
        "point": f"{paper.point.name} – {paper.point.code}",
        "accepted_at": when_words(paper.accepted.utc_ms, paper.accepted.offset_min),
        "entered_at": paper.entered_at,
        "event_ref": paper.event_ref,
        "trial": "1" if paper.trial else "",
    }


def _people(paper: DossierPaper) -> dict[str, str]:
    applicant, proxy = paper.draft.applicant, paper.draft.proxy
    person = applicant.kind is ApplicantKind.PERSON
    number = applicant.identity if person else applicant.tax_code
    made = {
        "applicant_name": applicant.name,
        "applicant_identity": masked_identity(number) if person or is_personal(number) else number,
        "identity_name": "Số định danh" if person else "Mã số thuế",
        "applicant_phone": applicant.phone,
        "applicant_address": paper.addresses.applicant,
    }
    if proxy is None:
        return made
    return made | {
        "proxy_name": proxy.name,
        "proxy_identity": masked_identity(proxy.identity),
        "proxy_authorisation": proxy.authorisation,
    }


def _list(paper: DossierPaper) -> dict[str, str]:
    """The list both sign; nothing of it where only a result is fetched."""
    draft = paper.draft
    if not paper.form.sends:
        return {}
    made = {
        "documents": str(sum(line.pieces for line in listed(draft.papers))),
        "sets": str(draft.sets),
        "weight": weight_text(draft.weight_g),
        "sealing": f"Niêm phong số {draft.seal}" if draft.seal else "Dán kín và ký trên mép dán",
        "witness": draft.proxy.name if draft.proxy else draft.applicant.name,
        "insisted": insist_name(draft.insists) if draft.insists else "",
    }
    for at, line in enumerate(listed(draft.papers), start=1):
        made |= {f"paper_{at}_{name}": text for name, text in _line(line)}
    return made


def _line(line: PaperLine) -> Iterator[tuple[str, str]]:
    yield "name", line.name
    if line.presence is Presence.MISSING:
        yield "note", "Còn thiếu"
        return
    for name in ("originals", "certified", "plain", "electronic"):
        count: int = getattr(line, name)
        yield name, str(count) if count else ""


def _money(paper: DossierPaper) -> dict[str, str]:
    quote, draft = paper.quote, paper.draft
    sums = quote.sums
    made = {
        "postage_amount": format_dong(sums.postage_dong),
        "collected_amount": format_dong(sums.collected_dong) if sums.collected_dong else "",
        "pass_on_amount": format_dong(sums.pass_on_dong) if sums.pass_on_dong else "",
        "total_amount": format_dong(sums.total_dong),
        "total_words": dong_in_words(sums.total_dong, paper.zero_tens),
        "payment": dossier_payment_name(draft.payment),
        "exemption": paper.exemption,
        "exemption_proof": draft.exemption_proof if paper.exemption else "",
        "price_note": "; ".join(flag_text(flag) for flag in quote.flags if flag in PRICE_FLAGS),
        "paid_note": "" if draft.payment is DossierPayment.CASH else "Không thu tiền mặt tại quầy",
    }
    if sums.collected_dong:
        made["collected_note"] = (
            f"Biên lai số {draft.receipt_number}" if draft.receipt_number else INTERNAL_COLLECTION
        )
    for at, (name, amount_dong) in enumerate(_price_lines(quote.legs), start=1):
        made[f"price_{at}_name"] = name
        made[f"price_{at}_amount"] = format_dong(amount_dong)
    return made


def _price_lines(legs: tuple[Leg, ...]) -> Iterator[tuple[str, int]]:
    for leg in legs:
        yield f"{direction_name(leg.direction)}, {zone_name(leg.zone)}", leg.price_dong + leg.reduced_dong
    reduced_dong = sum(leg.reduced_dong for leg in legs)
    if reduced_dong:
        yield "Được giảm", -reduced_dong


def _result(paper: DossierPaper) -> dict[str, str]:
    """What is known of the result: the day, where it goes, and the authority's own number where it has one."""
    draft, promise = paper.draft, paper.quote.promise
    made = {
        "promised": f"{promise.day:%d/%m/%Y} (dự kiến)" if promise else UNKNOWN_DAY,
        "promise_words": promise.words if promise else "",
        "official": draft.official,
        "official_day": f"{date.fromisoformat(draft.official_day):%d/%m/%Y}" if draft.official_day else "",
    }
    if draft.official_day:
        made["promised"] = ""
    if not paper.form.returns:
        return made
    elsewhere = draft.deliver_to is not DeliverTo.APPLICANT
    return made | {
        "delivery": delivery_name(draft.deliver_to),
        "delivery_address": paper.addresses.delivery if elsewhere else "",
    }


def _item(paper: DossierPaper, direction: Direction) -> str:
    return next((leg.item for leg in paper.quote.legs if leg.direction == direction.value), "")


def _present(values: dict[str, str]) -> dict[str, str]:
    """Empty texts are left out: the template knows what may be missing."""
    return {name: text for name, text in values.items() if text}
