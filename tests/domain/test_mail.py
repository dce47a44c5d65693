"""What desks of one point show each other: every type of fact is decided on, and what is one desk's own never goes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kt1desk.domain import facts
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.mail import MAIL_TYPES, SIBLING_TYPES, siblings
from kt1desk.domain.touching import CUSTODY_TYPES

DESK = "whose desk it is: another one has its own"
PEOPLE = "who works there and with which keys: each desk has its own users"
NUMBERS = "numbers of one desk's blocks: no other one gives them out"
DRAWER = "one drawer and its shift: money is counted where it lies"
PAPER = "a paper of the desk's own printer"
EXCHANGE = "what this desk took in or sent off: it says nothing about a thing"
REVIEW = "looked at where it was done, by the book of that desk"
REFUSED = "no item of the post came of it"
PRIVACY = (
    "who looked at a person's data, or what was erased at this desk: each desk erases by the same rule itself"
)
AUDIT = "what happened at this machine: its own journal and the centre's copy of it answer for it"
REPORT = "who issued it keeps it; the centre has it from the ledger"
ELSEWHERE = "each desk writes files of what it accepted itself"
LATER = "both times stand in the event that was entered, which goes where it must"

STAYS: Mapping[str, str] = {
    facts.DeskOpened.TYPE: DESK,
    facts.RegisterOpened.TYPE: DESK,
    "line.allowed": DESK,
    "journal.reissued": DESK,
    "journal.set_aside": DESK,
    "numbers.skipped": NUMBERS,
    "line.closed": DESK,
    "act.refused": AUDIT,
    "backup.failed": AUDIT,
    "backup.made": AUDIT,
    "clock.jumped": AUDIT,
    "export.made": AUDIT,
    "parties.viewed": AUDIT,
    "records.checked": AUDIT,
    "session.closed": AUDIT,
    "session.opened": AUDIT,
    "setting.changed": AUDIT,
    "user.revoked": AUDIT,
    facts.ReferenceImported.TYPE: DESK,
    facts.DocumentTaken.TYPE: DESK,
    facts.UserEnrolled.TYPE: PEOPLE,
    facts.KeySlotWritten.TYPE: PEOPLE,
    facts.BlockGranted.TYPE: NUMBERS,
    facts.NumberVoided.TYPE: NUMBERS,
    facts.ShiftOpened.TYPE: DRAWER,
    facts.ShiftClosed.TYPE: DRAWER,
    facts.CashReceived.TYPE: DRAWER,
    facts.CashPaid.TYPE: DRAWER,
    "shift.checked": DRAWER,
    "shift.settled": DRAWER,
    "shift.items_counted": DRAWER,
    "shift.covers_counted": DRAWER,
    "counter.served": DRAWER,
    "cash.moved": DRAWER,
    "cash.adjusted": DRAWER,
    "report.issued": REPORT,
    "kt1.report_issued": REPORT,
    "elsewhere.exported": ELSEWHERE,
    "kt1.elsewhere_exported": ELSEWHERE,
    "elsewhere.taken": ELSEWHERE,
    "kt1.elsewhere_taken": ELSEWHERE,
    "entry.later": LATER,
    "kt1.entry_later": LATER,
    facts.PaperReprinted.TYPE: PAPER,
    facts.MailTaken.TYPE: EXCHANGE,
    facts.DossierMailTaken.TYPE: EXCHANGE,
    facts.BundleWritten.TYPE: EXCHANGE,
    facts.DossierBundleWritten.TYPE: EXCHANGE,
    facts.CheckpointMade.TYPE: EXCHANGE,
    facts.RemoteGranted.TYPE: REVIEW,
    facts.ExceptionReviewed.TYPE: REVIEW,
    "tthc.exception.reviewed": REVIEW,
    facts.ItemRefused.TYPE: REFUSED,
    facts.IdentityViewed.TYPE: PRIVACY,
    facts.PersonsErased.TYPE: PRIVACY,
}
"""Types that stay at the desk that wrote them, and why."""


@pytest.mark.parametrize("kind", sorted(facts.KNOWN))
def test_every_type_of_fact_goes_to_the_desks_beside_or_stays_for_a_reason(kind: str) -> None:
    goes = siblings(kind)

    assert goes is not (kind in STAYS)


def test_nothing_stays_or_goes_that_no_desk_writes() -> None:
    assert (SIBLING_TYPES | STAYS.keys()) <= facts.KNOWN.keys()


def test_whatever_moves_a_thing_or_goes_to_another_point_is_shown_to_the_desks_beside() -> None:
    moving = CUSTODY_TYPES | MAIL_TYPES

    assert moving <= SIBLING_TYPES


def test_both_services_show_the_same() -> None:
    differing = [kind for kind, twin in KT1_TYPE_OF.items() if siblings(kind) is not siblings(twin)]

    assert differing == []
