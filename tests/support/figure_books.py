"""What happens beside items and cases, written as facts: lines of the drawer, money passed on, complaints, incident records, registers.

This module must not know how figures are counted.
"""

from __future__ import annotations

from datetime import date, timedelta

from kt1desk.domain.drawer import MoveWay
from kt1desk.domain.facts import (
    BookEntered,
    CashMoved,
    CashPaid,
    CounterServed,
    FeeCorrected,
    FeesRemitted,
    RegisterEntered,
)
from kt1desk.domain.facts.dossier_care import ComplaintAnswered, ComplaintOpened
from kt1desk.domain.facts.dossier_custody import DossierIncidentClosed, DossierIncidentOpened
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened
from tests.support.figure_scribe import Case, Scribe


def served(scribe: Scribe, service: str, customers: int, received_dong: int, paid_dong: int) -> str:
    """A line of another counter service; its number."""
    line = scribe.next_name("DV")
    scribe.cash_dong += received_dong - paid_dong
    scribe.write(
        CounterServed(line, service, customers, scribe.shift, scribe.point, received_dong, paid_dong)
    )
    return line


def undo_served(
    scribe: Scribe, line: str, service: str, customers: int, received_dong: int, paid_dong: int
) -> None:
    """A line taken back, by what it had moved."""
    scribe.cash_dong += paid_dong - received_dong
    sums = (paid_dong, received_dong)
    number = scribe.next_name("DV")
    scribe.write(
        CounterServed(number, service, customers, scribe.shift, scribe.point, *sums, line, "mistake")
    )


def moved(scribe: Scribe, way: MoveWay, dong: int) -> None:
    """Cash from or to the post's own till."""
    scribe.cash_dong += dong if way is MoveWay.ADVANCE else -dong
    scribe.write(CashMoved(scribe.next_name("TQ"), way.value, dong, scribe.shift, scribe.point, "PT-1"))


def remit(scribe: Scribe, *cases: Case, cash: bool = False) -> None:
    """The authority's money of some cases goes to it, by transfer or out of the drawer."""
    sums = tuple((case.dossier, case.collected_dong) for case in cases)
    total = sum(dong for _, dong in sums)
    with scribe.store.work() as work:
        said = (scribe.next_name("NP"), cases[0].authority, sums, total, "cash" if cash else "transfer")
        paid = (scribe.append(work, CashPaid(scribe.shift, total, "remitted")).id,) if cash else ()
        scribe.append(work, FeesRemitted(*said, scribe.point, scribe.shift), paid)
        work.commit()
    scribe.cash_dong -= total if cash else 0


def correct_fee(scribe: Scribe, case: Case, more_dong: int) -> None:
    """The authority's money of a case was too little."""
    case.collected_dong += more_dong
    with scribe.store.work() as work:
        cash = scribe.received(work, more_dong, "collected")
        fact = FeeCorrected(
            case.dossier, "collected", "mistake", "cash", scribe.point, scribe.shift, more_dong=more_dong
        )
        scribe.append(work, fact, cash)
        work.commit()


def complain(scribe: Scribe, dossier: str, received: date, days: int) -> str:
    """A complaint about a case, to be answered after so many days; its number."""
    number = scribe.next_name("KN")
    due = received + timedelta(days=days)
    said = (number, dossier, "late", "applicant", received.isoformat(), due.isoformat())
    fact = ComplaintOpened(*said, scribe.point, scribe.shift)
    scribe.write(fact, complainant={"name": "Hoàng Thị Mùi", "phone": "0912345678"})
    return number


def answer(scribe: Scribe, complaint: str, outcome: str = "accepted") -> None:
    """It is answered now."""
    now_ms = scribe.clock.now().utc_ms
    scribe.write(ComplaintAnswered(complaint, outcome, "letter", now_ms, scribe.point, scribe.shift))


def incident(scribe: Scribe, number: str, *, of_cover: bool = False) -> str:
    """A record about an item or a cover; its number."""
    kind = DossierIncidentOpened if of_cover else IncidentOpened
    record = scribe.next_name("BB")
    now_ms = scribe.clock.now().utc_ms
    scribe.write(kind(record, "damaged", "minor", "item", number, scribe.point, scribe.shift, now_ms))
    return record


def close_incident(scribe: Scribe, record: str, *, of_cover: bool = False) -> None:
    """It is closed now."""
    kind = DossierIncidentClosed if of_cover else IncidentClosed
    scribe.write(kind(record, "solved", scribe.point))


def enter(scribe: Scribe, register: str, entry: str, **values: str) -> None:
    """An entry of a register of KT1 in its newest wording."""
    scribe.write(RegisterEntered(register, entry, tuple(sorted(values.items())), scribe.point))


def enter_book(scribe: Scribe, register: str, entry: str, **values: str) -> None:
    """The same of a register that says nothing of KT1."""
    scribe.write(BookEntered(register, entry, tuple(sorted(values.items())), scribe.point))
