"""How the doors of pages and services are knocked at: each with a question that has an answer for a cleared person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.app.counter import AcceptCounter
from kt1desk.app.day_counter import DayCounter
from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import LockedScreen
from kt1desk.app.line_counter import LineCounter
from kt1desk.app.line_room import Calls, LineRoom, Ways
from kt1desk.app.list_counter import ListCounter
from kt1desk.app.paper_counter import PaperCounter
from kt1desk.app.record_counter import RecordCounter
from kt1desk.app.shift_counter import ShiftCounter, ShiftMachines
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.needs import ListTask, ListWatch
from kt1desk.domain.events import Stream
from kt1desk.exchange.near import NearReport
from kt1desk.exchange.taking import Outcome, Taken
from kt1desk.services.day_board import DayBoard
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.settling_rows import Counted
from kt1desk.store.keys import KeyRing
from tests.access.house import House, cleared
from tests.support.desks import ordinary
from tests.support.sheets import written

Ask = Callable[[House, OpenDesk], object]


def nothing() -> None:
    """Nobody is woken."""


def _accept(desk: OpenDesk) -> AcceptCounter:
    return AcceptCounter(desk, nothing, lambda: None)


def _window(home: House, desk: OpenDesk) -> WindowCounter:
    return WindowCounter(desk, LockedScreen(KeyRing(home.counter.folder, desk.clock)), lambda: ())


def _list(home: House, desk: OpenDesk) -> object:
    titles = ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)")
    file = home.counter.folder.database.parent.parent / "ds.xlsx"
    path = file if file.exists() else written(file, [titles, ("SNV", "UBVL", 100)])
    return ListCounter(desk, nothing).look(ListTask.ACCEPT, str(path), "", ListWatch()).view


def withdraws(home: House, desk: OpenDesk) -> object:
    """The record as a cleared person found it, taken back by somebody else."""
    record = RecordCounter(home.desk(cleared(home)), nothing).find(home.items[0]).record
    assert record is not None
    return RecordCounter(desk, nothing).withdraw(record, ReversalReason.WITHDRAWN)


def _came_in(home: House, desk: OpenDesk) -> object:
    """What is said of an item's event that came in."""
    with home.counter.store.read() as reader:
        event = next(
            row for row in reader.events_after(Stream.KT1, 0) if row.envelope.type == "item.accepted"
        )
    taken = Taken(event.id, event.envelope.type, Outcome.NEW)
    room = LineRoom(Ways, lambda: 0, desk.clock, Calls(nothing, lambda _: None))
    room._looked(NearReport(taken=(taken,)))
    return LineCounter(desk, home.counter.folder, room, nothing).line_view()


def _left_over(home: House, desk: OpenDesk) -> object:
    """The draft that a cleared person laid aside."""
    _accept(home.desk(cleared(home))).lay_aside(ordinary())
    return _accept(desk).left_over()


ASKED: Mapping[str, Ask] = {
    "AcceptNeeds.accept": lambda _, desk: _accept(desk).accept(ordinary()),
    "AcceptNeeds.agencies": lambda _, desk: _accept(desk).agencies("noi vu", ""),
    "AcceptNeeds.agency": lambda _, desk: _accept(desk).agency("LS-SNV"),
    "HalfTypedNeeds.correction": lambda home, desk: _accept(desk).correction(home.items[0]),
    "AcceptNeeds.counter": lambda _, desk: _accept(desk).counter(),
    "AcceptNeeds.label": lambda home, desk: desk.acceptance.label(
        desk.session, home.counter.complete(ordinary())
    ),
    "HalfTypedNeeds.lay_aside": lambda _, desk: _accept(desk).lay_aside(ordinary()),
    "HalfTypedNeeds.left_over": _left_over,
    "AcceptNeeds.quote": lambda _, desk: _accept(desk).quote(ordinary()),
    "AcceptNeeds.refuse_cover": lambda _, desk: _accept(desk).refuse_cover(ordinary(), "sealed"),
    "HalfTypedNeeds.throw_away": lambda _, desk: _accept(desk).throw_away(1),
    "LineNeeds.line_view": _came_in,
    "ListNeeds.look": _list,
    "PapersNeeds.is_printed": lambda home, desk: PaperCounter(desk, nothing).is_printed(home.label),
    "PapersNeeds.papers": lambda _, desk: PaperCounter(desk, nothing).papers(50),
    "PapersNeeds.print_again": lambda home, desk: PaperCounter(desk, nothing).print_again(
        home.label, ReprintReason.LOST
    ),
    "PapersNeeds.questions": lambda _, desk: PaperCounter(desk, nothing).questions(),
    "PapersNeeds.release": lambda home, desk: PaperCounter(desk, nothing).release(home.label),
    "RecordNeeds.certify": lambda home, desk: RecordCounter(desk, nothing).certify(home.items[0]),
    "RecordNeeds.find": lambda home, desk: RecordCounter(desk, nothing).find(home.items[1]),
    "RecordNeeds.print_again": lambda home, desk: RecordCounter(desk, nothing).print_again(
        home.label, ReprintReason.LOST
    ),
    "RecordNeeds.void": lambda home, desk: RecordCounter(desk, nothing).void(home.items[0], VoidReason.LOST),
    "RecordNeeds.withdraw": withdraws,
    "SearchNeeds.search": lambda home, desk: _window(home, desk).search("so noi vu", 12),
    "ShiftNeeds.shift_view": lambda _, desk: ShiftCounter(desk, ShiftMachines(lambda *_: None)).shift_view(),
    "TodayNeeds.today": lambda _, desk: DayCounter(desk).today(),
}
"""How the doors of pages are knocked at."""

MIXED: Mapping[str, Ask] = {
    "acceptance.Acceptance.label": lambda home, desk: desk.acceptance.label(
        desk.session, home.counter.complete(ordinary())
    ),
    "acceptance.Acceptance.quote": lambda _, desk: desk.acceptance.quote(desk.session, ordinary()),
    "board.Board.shift": lambda _, desk: desk.board.shift(desk.session, 50),
    "day_board.DayBoard.look": lambda _, desk: DayBoard(desk.store, desk.reference, desk.clock).look(
        desk.session
    ),
    "finding.Finder.anything": lambda home, desk: desk.finder.anything(desk.session, home.items[0]),
    "papers.Papers.newest": lambda _, desk: desk.papers.newest(desk.session),
    "settling.Settling.questions": lambda _, desk: desk.settling.questions(desk.session, Counted()),
    "settling.Settling.view": lambda _, desk: desk.settling.view(desk.session),
}
"""How the doors of services are knocked at that answer everybody, each with its own part; those that have something to hide."""
