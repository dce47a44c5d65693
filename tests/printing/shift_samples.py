"""Papers of shifts as the services make them, for the tests of the paper."""

from __future__ import annotations

from functools import cache

from kt1desk.app.desk import reference_for
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.settling import Asked, Question, RoundingBound, SerialsUsed, asked_of
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import CashSum, ShiftRow
from kt1desk.services.settling_rows import Around, Findings
from kt1desk.services.shift_events import Flow
from kt1desk.services.shift_paper import (
    ShiftPaper,
    cash_record_values,
    shift_paper_number,
    shift_report_values,
)
from kt1desk.services.shift_things import Thing
from kt1desk.services.shifts import Closing
from tests.printing.custody_samples import AT, head
from tests.printing.samples import s10_numbers

SHIFT = ShiftRow(
    "2026-11-22/2", "2026-11-22", "D7", "binh.nong", 2_000_000, 9_684_250, 41, AT.utc_ms - 27_000_000,
    paid_dong=3_400_000, dossiers=18,
)  # fmt: skip
EXPECTED = 2_000_000 + 9_684_250 - 3_400_000
NOTES = ((500_000, 12), (200_000, 8), (100_000, 5), (50_000, 2), (20_000, 3), (2_000, 7), (200, 1))
COUNTED = sum(value * pieces for value, pieces in NOTES)
_KINDS = (
    CashSum("kt1", 6_450_000, 120_000), CashSum("postage", 1_384_250, 0), CashSum("collected", 1_250_000, 0),
    CashSum("pass_on", 100_000, 0), CashSum("remitted", 0, 500_000), CashSum("served", 685_000, 2_965_000),
)  # fmt: skip


def _line(service: str, customers: int, received_dong: int, paid_dong: int) -> DrawerLine:
    event = EventId(7, Stream.COUNTER, 1, 9)
    return DrawerLine(
        "NQ240110-261122-7-1", SHIFT.shift, "served", service, customers, received_dong, paid_dong,
        "", "", "", "", "binh.nong", AT.utc_ms, event,
    )  # fmt: skip


def _found(
    things: tuple[Thing, ...], gone: tuple[Thing, ...], bound: RoundingBound, *, cleared: bool
) -> Findings:
    flows = ((Service.KT1, Flow(41, 12, 15, 0)), (Service.TTHC, Flow(18, 4, 9, 7)))
    return Findings(
        shift=SHIFT,
        closing=Closing(SHIFT.shift, COUNTED, EXPECTED, SHIFT.items),
        bound=bound,
        services=tuple(Service) if cleared else (Service.TTHC,),
        things=things,
        missing=gone,
        cash=_KINDS,
        lines=(_line("pension", 31, 0, 2_780_000), _line("postmart", 4, 320_000, 0), _line("bill", 2, 180_000, 0)),
        flows=flows if cleared else flows[1:],
        serials=(SerialsUsed("MX", 4_731_248, 4_731_292, 41, 1, 958, (4_731_250, 4_731_251, 4_731_252)),)
        if cleared
        else (),
        seals=tuple(f"NP{at:07d}" for at in range(1, 10)),
        papers=(4711,),
        arrivals=(),
        rounds=(),
        around=Around(57, 0),
        undone=(CashSum("served", 185_000, 185_000),),
    )  # fmt: skip


def shift_paper(missing: int = 2, *, cleared: bool = True, alone: bool = False) -> ShiftPaper:
    """A shift of an afternoon; so many KT1 items were not seen."""
    numbers = s10_numbers(38, 3)
    held = tuple(Thing(number, Service.KT1, "person:240110/binh.nong", "", True) for number in numbers)
    things = held if cleared else ()
    gone = things[:missing]
    bound = RoundingBound(50, 50)
    asked = (
        *asked_of(Question.ITEM_MISSING, [each.number for each in gone]),
        Asked(Question.DIFFERENCE, amount_dong=COUNTED - EXPECTED, bound=bound),
        Asked(Question.NUMBERS, "MX", 1, 3),
        *asked_of(Question.PAPER, ["4711"]),
        Asked(Question.UNSENT, count=57),
    )
    answers = {Question.ITEM_MISSING: "incident", Question.DIFFERENCE: "explained",
               Question.NUMBERS: "labels_kept", Question.PAPER: "not_out", Question.UNSENT: "by_file"}  # fmt: skip
    found = _found(things, gone, bound, cleared=cleared)
    return ShiftPaper(
        head=head("Báo cáo kết ca"),
        number=shift_paper_number("240110", 7, SHIFT.shift),
        found=found,
        notes=NOTES,
        asked=tuple(
            (each, answers[each.question]) for each in asked if cleared or each.question != "numbers"
        ),
        reason="Trả nhầm tiền thừa",
        taker="" if alone else "Vi Thanh Thủy",
        manner="alone" if alone else "spot",
        reference=_reference(),
    )


@cache
def _reference() -> ReferenceData:
    return reference_for(trial=True)


def record_of(paper: ShiftPaper) -> dict[str, str]:
    """The record of cash of the same shift."""
    return cash_record_values(paper.headed(head("Biên bản kiểm quỹ")))


SHIFTS = {
    "shift report": ("shift_report", shift_report_values(shift_paper())),
    "shift report of dossiers": ("shift_report", shift_report_values(shift_paper(cleared=False))),
    "shift report of one alone": ("shift_report", shift_report_values(shift_paper(10, alone=True))),
    "cash record": ("cash_record", record_of(shift_paper())),
    "cash record of one alone": ("cash_record", record_of(shift_paper(alone=True))),
}
"""Documents of shifts as a print job keeps them."""
