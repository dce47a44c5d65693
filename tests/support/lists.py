"""Lists of KT1 items in the hands of a test: a desk, its batches, sheets without files."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.batch_items import ItemTaker
from kt1desk.services.batches import Batch, Batches, LineState
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.imports import ImportReport, ImportState
from kt1desk.services.sheets import Layout, Sheet, SheetLine
from tests.support.desks import Counter

SECRET = bytes(range(32))
ItemBatch = Batch[AcceptanceDraft]


def batches(desk: Counter, secret: bytes = SECRET) -> Batches[AcceptanceDraft]:
    taker = ItemTaker(desk.store, desk.reference, desk.clock, desk.acceptance)
    return Batches(desk.store, taker, secret)


def sheet(*lines: dict[str, str], layout: Layout = KT1_COLUMNS) -> Sheet:
    """Lines from 2 on, as behind a line of titles."""
    made = tuple(SheetLine(number, cells) for number, cells in enumerate(lines, start=2))
    return Sheet("danh-sach.csv", "", "0" * 64, layout, made)


def cover(**cells: str) -> dict[str, str]:
    """An ordinary line, or one that differs in some cells."""
    whole = {"sender": "SNV", "receiver": "UBVL", "weight": "340"} | cells
    return {key: text for key, text in whole.items() if text}


def planned(desk: Counter, *lines: dict[str, str], user: str = "clerk") -> ItemBatch:
    return batches(desk).plan(desk.session(user), sheet(*lines))


def accepted(desk: Counter, *lines: dict[str, str], user: str = "clerk", list_id: str = "") -> ItemBatch:
    made = batches(desk)
    plan = made.plan(desk.session(user), sheet(*lines), list_id)
    return made.accept(desk.session(user), plan, checked=True)


def outcomes(batch: ItemBatch) -> list[tuple[int, LineState, str]]:
    """Line, state, and the code of the reason."""
    return [(line.line, line.state, line.reason.code if line.reason else "") for line in batch.lines]


def numbers(batch: ItemBatch) -> Sequence[str]:
    return [line.number for line in batch.lines if line.state is LineState.ACCEPTED]


def events_of(desk: Counter, kind: str) -> list[Event]:
    """Events of the counter's stream of one type, in their order."""
    made: list[Event] = []
    with desk.store.read() as reader:
        for seq in range(1, reader.event_count() + 1):
            event = reader.event(EventId(0, Stream.COUNTER, 1, seq))
            if event is not None and event.envelope.type == kind:
                made.append(event)
    return made


def import_outcomes(report: ImportReport) -> list[tuple[int, ImportState, str]]:
    """Line, state, and the code of the reason."""
    return [(line.line, line.state, line.reason.code if line.reason else "") for line in report.lines]
