"""A day with every paper of items and cases and every kind of person: each letter through all that can befall an item, cases, registers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.dossier import DeliverTo
from kt1desk.domain.facts import BlockGranted
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.dossier_drafts import Residence
from kt1desk.services.drafts import OtherParty
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.ports import Appending
from kt1desk.services.reversal import ReversalReason
from tests.support.deliveries import CountingSigner, DeliveryDesk, delivery_desk
from tests.support.dossiers import CENTRE as WARD
from tests.support.dossiers import ORGANISATION, PROCEDURES, PROXY, ordinary_dossier, person
from tests.support.points import COMMUNE, PointDesk, point_desk

LETTERS = (Secrecy.A, Secrecy.B, Secrecy.C)
PAPERS = frozenset(
    {
        *("kt1_label", "kt1_receipt", "reversal_slip", "round_list", "handover_slip", "bag_tag", "manifest"),
        *("incident_record", "custody_certificate", "statement", "dossier_label", "dossier_slip"),
    }
)
"""The papers that such a day leaves."""
_FORWARDED = "UBVL"
_OTHER = OtherParty("Ban Quản lý dự án", "Số 5, đường Lê Lợi", "01")
_GUARD = {"on": "2026-11-23", "shift": "night", "guard": "Hoàng Văn Trực"}
_RECEIVER = {"agency": "LS-SNV", "name": "Nguyễn Thị Mai", "since": "2026-01-01"}


@contextmanager
def lettered_day(root: Path) -> Iterator[tuple[DeliveryDesk, PointDesk]]:
    """The desk that had the day, and the desk of a commune that received a bag of it."""
    with delivery_desk(root) as desk, point_desk(root, COMMUNE, 9) as far:
        with desk.at.store.work() as work:
            work.put_procedures(PROCEDURES)
            work.append(BlockGranted("RX", 1, 99), Appending("chief"))
            work.commit()
        for letter in LETTERS:
            _items(desk, far, letter)
        _case(desk)
        desk.enter("guard_roster", _GUARD)
        desk.enter("agency_receivers", _RECEIVER)
        yield desk, far


def _items(desk: DeliveryDesk, far: PointDesk, letter: Secrecy) -> None:
    """One item is forwarded and lost, one delivered, one leaves and is received, one is taken back."""
    clerk, chief = desk.at.session(), desk.at.session("chief")
    staying, delivered = (
        desk.item(secrecy=letter),
        desk.item(secrecy=letter, handed_by="Lê Thị Giao", handed_by_phone="0912345678"),
    )
    leaving = desk.item("", secrecy=letter, urgency=Urgency.EXPRESS, other_receiver=_OTHER)
    beside = desk.item(secrecy=letter)
    withdrawn = desk.at.new_item(letter)
    desk.at.reversals.withdraw_item(clerk, withdrawn, ReversalReason.WITHDRAWN)
    desk.start(staying, delivered)
    desk.attempt(staying, "moved")
    desk.deliver(delivered)
    desk.bring_back(staying)
    desk.redirecting.forward(clerk, staying, _FORWARDED, "moved", desk.at.confirmed(Act.FORWARD_ITEM))
    desk.at.holding.hand(clerk, [staying], desk.at.confirmed(Act.HAND_OVER_ITEM, "other"))
    seal = f"NP000000{LETTERS.index(letter)}"
    bag = desk.at.pack(leaving, beside, to=COMMUNE, seal=seal).receptacle
    sent = desk.at.send(bag, to=COMMUNE)
    far.take(sent.event)
    far.receive(bag, seal, sent.dispatch)
    record = desk.incidents.open(clerk, IncidentDraft("lost", ThingKind.ITEM, staying))
    desk.incidents.print_record(clerk, record.incident)
    desk.certificates(CountingSigner()).print_of(chief, staying)
    desk.statements.print_month(chief, "SNV", "2026-11")


def _case(desk: DeliveryDesk) -> None:
    """Two cases: a person's with all that may stand beside it, and an organisation's."""
    draft = replace(
        ordinary_dossier(),
        applicant=person(),
        proxy=PROXY,
        deliver_to=DeliverTo.OTHER,
        delivery=Residence("Số 9 đường Thử Nghiệm", WARD),
        exemption="E04",
        exemption_proof="HN-12",
    )
    desk.at.accept_dossier(draft)
    desk.at.accept_dossier(replace(ordinary_dossier(), applicant=ORGANISATION))
