"""Two desks of one point at work, step by step as somebody draws them: whole numbers say what is done next, with what, and when.

What is told to the other desk is told late, or never. What a desk refuses is not done. This module must not know how figures are counted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kt1desk.domain.drawer import MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Sums
from kt1desk.store import statements
from kt1desk.store.figure_place import local_day
from tests.support import figure_acts as acts
from tests.support import figure_books as books
from tests.support.clocks import HandClock
from tests.support.figure_scribe import Case, Scribe

Step = tuple[int, int, int]
"""What, with which, and how much."""
_WRITTEN = "SELECT device, stream, incarnation, seq FROM event ORDER BY id"
_DAY_MS = 86_400_000


@dataclass
class Played:
    """Two desks and what lies between them."""

    clock: HandClock = field(default_factory=HandClock)
    desks: list[Scribe] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    records: list[tuple[str, bool]] = field(default_factory=list)
    lines: list[tuple[Scribe, str, tuple[str, int, int, int]]] = field(default_factory=list)
    told: dict[int, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls) -> Played:
        """Both desks, each with an open shift."""
        made = cls()
        made.desks = [Scribe.at(device, made.clock) for device in (1, 2)]
        for desk in made.desks:
            desk.open_shift()
        return made

    def do(self, steps: Sequence[Step]) -> Played:
        """One after the other."""
        for what, which, much in steps:
            self.clock.pass_ms(1 + much % 400 * 60_000)
            desk = self.desks[which % 2]
            try:
                _STEPS[what % len(_STEPS)](self, desk, which // 2, much)
            except DeskError as error:
                self.refused.append(error.code)
        return self

    def close(self) -> None:
        """The desks are closed."""
        for desk in self.desks:
            desk.store.close()


def random_steps(seed: int, count: int) -> list[Step]:
    """So many of them, by chance."""
    chance = random.Random(seed)
    return [(chance.randrange(1_000), chance.randrange(1_000), chance.randrange(1_000)) for _ in range(count)]


def file_of(desk: Scribe) -> statements.Connection:
    """Its open database."""
    opened: statements.Connection = desk.store._opened.connection
    return opened


def _today(desk: Scribe) -> date:
    return date.fromisoformat(local_day(desk.clock.now().utc_ms))


def _shift(_played: Played, desk: Scribe, which: int, much: int) -> None:
    desk.close_shift(((which % 3) - 1) * 1_000)
    desk.open_shift(days=which % 2 + much % 20 // 19)


def _item(_played: Played, desk: Scribe, which: int, much: int) -> None:
    now_ms = desk.clock.now().utc_ms
    acts.item(
        desk,
        dong=(0, 54_000, 18_400)[which % 3],
        cash=which % 2 == 0,
        agency=acts.AGENCIES[much % 3],
        product=("KT1001", "KT1003")[much % 2],
        due_ms=(now_ms + which % 5 * _DAY_MS) if which % 7 else 0,
        agreed_ms=now_ms + 3_600_000 if which % 11 == 0 else 0,
    )


def _thing(desk: Scribe, which: int, *, covers: bool) -> str:
    """One of the newest things a desk knows, "" for none."""
    known = [number for number, each in desk.things.items() if each.is_cover is covers][-4:]
    return known[which % len(known)] if known else ""


def _on(
    act: Callable[[Scribe, str], object], *, covers: bool = False
) -> Callable[[Played, Scribe, int, int], None]:
    """An act upon a thing that is known here."""

    def step(_played: Played, desk: Scribe, which: int, _much: int) -> None:
        number = _thing(desk, which, covers=covers)
        if number:
            act(desk, number)

    return step


def _reject(desk: Scribe, number: str) -> None:
    acts.approve(desk, number, let_go=False)


def _back_to_sender(desk: Scribe, number: str) -> None:
    acts.deliver(desk, number, "sender")


def _delivered(desk: Scribe, number: str) -> None:
    acts.send_out(desk, number)
    acts.deliver(desk, number)


def _tried(desk: Scribe, number: str) -> None:
    acts.send_out(desk, number)
    acts.attempt(desk, number)


def _case(_played: Played, desk: Scribe, which: int, much: int) -> None:
    sums = Sums((0, 30_500, 59_000)[which % 3], (0, 100_000)[much % 2], (0, 8_000)[much % 2])
    promised = (_today(desk) + timedelta(days=much % 40)).isoformat() if which % 4 else ""
    acts.case(desk, acts.FORMS[much % 3], sums=sums, which=which, promised=promised)


def _one_case(desk: Scribe, which: int) -> Case | None:
    return desk.cases[-1 - which % min(4, len(desk.cases))] if desk.cases else None


def _take_back_case(_played: Played, desk: Scribe, which: int, _much: int) -> None:
    case = _one_case(desk, which)
    if case is not None:
        acts.take_back_case(desk, case)


def _result(_played: Played, desk: Scribe, which: int, _much: int) -> None:
    case = _one_case(desk, which)
    if case is not None and "return" in case.covers:
        acts.result(desk, case)


def _passed_on(_played: Played, desk: Scribe, which: int, _much: int) -> None:
    case = _one_case(desk, which)
    if case is not None and case.collected_dong:
        books.remit(desk, case, cash=which % 2 == 0)


def _corrected(_played: Played, desk: Scribe, which: int, _much: int) -> None:
    case = _one_case(desk, which)
    if case is not None:
        books.correct_fee(desk, case, 5_000)


def _served(played: Played, desk: Scribe, which: int, much: int) -> None:
    sums = (0, 600_000 + much) if which % 2 else (150_000 + much, 0)
    said = (("pension", "postmart")[which % 2], 1 + much % 5, *sums)
    played.lines.append((desk, books.served(desk, *said), said))


def _undone(played: Played, desk: Scribe, _which: int, _much: int) -> None:
    mine = [each for each in played.lines if each[0] is desk]
    if mine:
        played.lines.remove(mine[-1])
        books.undo_served(desk, mine[-1][1], *mine[-1][2])


def _moved(_played: Played, desk: Scribe, which: int, much: int) -> None:
    books.moved(desk, tuple(MoveWay)[which % 2], 1_000_000 + much)


def _complaint(played: Played, desk: Scribe, which: int, much: int) -> None:
    if played.complaints and which % 2:
        books.answer(desk, played.complaints[much % len(played.complaints)])
        return
    case = _one_case(desk, which)
    if case is not None:
        played.complaints.append(books.complain(desk, case.dossier, _today(desk), much % 40))


def _incident(played: Played, desk: Scribe, which: int, much: int) -> None:
    if played.records and which % 2:
        record, of_cover = played.records[much % len(played.records)]
        books.close_incident(desk, record, of_cover=of_cover)
        return
    of_cover = much % 3 == 0
    number = _thing(desk, which, covers=of_cover)
    if number:
        played.records.append((books.incident(desk, number, of_cover=of_cover), of_cover))


def _kt1_complaint(_played: Played, desk: Scribe, which: int, much: int) -> None:
    today = _today(desk)
    day = (today + timedelta(days=which % 2)).isoformat()
    values = {"on": today.isoformat(), "agency": "SNV", "what": ("late", "lost")[much % 2]}
    if which % 3:
        values |= {"answered": day, "outcome": "accepted"}
    books.enter(desk, "complaints", f"KN{much % 3}", **values)


def _tell(played: Played, desk: Scribe, which: int, _much: int) -> None:
    """The other desk hears of what this one wrote since the last time, as far as such a desk is told."""
    other = played.desks[1 - played.desks.index(desk)]
    rows = list(file_of(desk).execute(_WRITTEN))
    for row in rows[played.told.get(desk.device, 0) :]:
        acts.told(desk, other, row)
    played.told[desk.device] = len(rows)
    for number, thing in desk.things.items():
        if number not in other.things or which % 2:
            other.things[number] = replace(thing)
    other.cases += [case for case in desk.cases if case not in other.cases]


_STEPS: tuple[Callable[[Played, Scribe, int, int], None], ...] = (
    *(_shift, _item, _item, _item, _on(acts.approve), _on(_reject), _on(acts.reverse)),
    *(_on(_delivered), _on(_delivered), _on(_tried), _on(acts.turn_back), _on(_back_to_sender)),
    *(_on(acts.deliver), _on(acts.send_out), _on(acts.attempt)),
    *(_case, _case, _take_back_case, _result, _result, _passed_on, _corrected),
    *(_on(_delivered, covers=True), _on(acts.deliver, covers=True), _on(_tried, covers=True)),
    *(_on(_back_to_sender, covers=True), _served, _undone, _moved, _complaint, _incident),
    *(_kt1_complaint, _tell),
)
