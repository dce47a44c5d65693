"""Cases and reversals straight into the journal, without services: what the tests of the store stand on."""

from __future__ import annotations

from datetime import date

from kt1desk.domain.dossier import Direction, Form, LocalNumber, PaperLine
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import (
    BlockGranted,
    CashPaid,
    CashReceived,
    DossierAccepted,
    DossierListed,
    DossierReversed,
    ItemReversed,
    Leg,
    Sums,
)
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.work import StoreWork
from tests.support.journals import SHIFT

DAY = date(2026, 11, 23)
APPLICANT = {"name": "Hoàng Thị Mùi", "phone": "0912 345 678", "identity": "020185001234"}
FIRST_LEG, LAST_LEG = 10_000_000, 10_000_999


def grant_legs(store: DeskStore, first: int = FIRST_LEG, last: int = LAST_LEG) -> None:
    """A block of numbers for the legs of cases."""
    with store.work() as work:
        work.append(BlockGranted("RX", first, last), Appending("system"))
        work.commit()


def case_fact(
    number: str, numbers: tuple[str, ...], *, line: str = "", official: str = ""
) -> DossierAccepted:
    """A case as accepted at the counter: sent with one leg, sent and brought back with two."""
    ways = (Direction.SEND, Direction.RETURN)[: len(numbers)]
    prices = (30_500, 28_500)
    return DossierAccepted(
        dossier=number,
        form=(Form.SEND, Form.BOTH)[len(numbers) - 1].value,
        procedure="1.001612",
        procedure_name="Đăng ký thành lập hộ kinh doanh",
        procedure_version="2025-07-01",
        authority="XA-TTHCC",
        authority_name="Trung tâm Phục vụ hành chính công xã Vũ Lăng",
        legs=tuple(
            Leg(item, way.value, "noi_huyen", 320, price)
            for item, way, price in zip(numbers, ways, prices, strict=False)
        ),
        sums=Sums(sum(prices[: len(numbers)]), 100_000, 8_000),
        tariff="tt22-2017",
        payment="cash",
        place="counter",
        shift=SHIFT,
        point="LS01",
        papers=1,
        documents=2,
        promised="2026-11-30",
        official=official,
        line=line,
    )


def take_case(
    store: DeskStore, *, legs: int = 2, line: str = "", official: str = "", name: str = APPLICANT["name"]
) -> Event:
    """One case in one commit: three sums of cash, the case, its list of papers."""
    with store.work() as work:
        event = take_case_in(work, legs=legs, line=line, official=official, name=name)
        work.commit()
    return event


def take_case_in(
    work: StoreWork, *, legs: int = 2, line: str = "", official: str = "", name: str = APPLICANT["name"]
) -> Event:
    """The same inside a transaction of the test."""
    sequence = work.dossiers_on(DAY.isoformat()) + 1
    number = LocalNumber("LS01", DAY, 0, sequence).text
    numbers: tuple[str, ...] = ()
    while len(numbers) < legs:
        numbers += (work.take_number(("RX",), numbers[-1] if numbers else ""),)
    fact = case_fact(number, numbers, line=line, official=official)
    sums = {
        "postage": fact.sums.postage_dong,
        "collected": fact.sums.collected_dong,
        "pass_on": fact.sums.pass_on_dong,
    }
    cash = [work.append(CashReceived(SHIFT, dong, kind), Appending("lan")).id for kind, dong in sums.items()]
    beside = {"applicant": {**APPLICANT, "name": name}}
    event = work.append(fact, Appending("lan", parents=tuple(cash), particulars=beside))
    lines = (PaperLine("1", "Giấy đề nghị", 1), PaperLine("2", "Bản sao căn cước", 0, 1))
    work.append(DossierListed(number, 1, lines), Appending("lan", parents=(event.id,)))
    return event


def reverse_item(store: DeskStore, item: str, acceptance: EventId, replaced_by: str = "") -> Event:
    """The acceptance of an item taken back, its money returned."""
    with store.work() as work:
        cash = work.append(CashPaid(SHIFT, 54_000, "kt1"), Appending("lan"))
        fact = ItemReversed(item, "withdrawn", SHIFT, "LS01", replaced_by)
        event = work.append(fact, Appending("lan", parents=(acceptance, cash.id)))
        work.commit()
    return event


def reverse_case(store: DeskStore, dossier: str, acceptance: EventId) -> Event:
    """The acceptance of a case taken back, its money returned."""
    with store.work() as work:
        cash = work.append(CashPaid(SHIFT, 59_000, "postage"), Appending("lan"))
        fact = DossierReversed(dossier, "withdrawn", SHIFT, "LS01")
        event = work.append(fact, Appending("lan", parents=(acceptance, cash.id)))
        work.commit()
    return event
