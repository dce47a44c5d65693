"""The two ends of a clerk's day at the program as a process of its own: log in and open the shift, count and close it."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.program import GATE, OPEN, tool, until_titled
from tests.support.story_dossiers import TAKER, USER
from tests.support.story_shift import NOTES
from tests.support.watched_desk import WatchedDesk

FLOAT_DONG = 1_000_000


def begin(desk: WatchedDesk) -> None:
    """Log in, count two notes of 500.000, open the shift."""
    window = until_titled(desk.display, desk.process, GATE)
    tool(desk.display, "windowactivate", "--sync", window)
    desk.until("user")
    desk.enter(USER)
    desk.until("password")
    desk.enter(TRIAL_PASSWORD)
    until_titled(desk.display, desk.process, OPEN)
    desk.press("F6")
    desk.until("pieces_500000")
    desk.enter("2")
    desk.until(texts={"total_value": "1.000.000 đ"})
    desk.press("F9")
    desk.until(texts={"search_note": "Đã mở Ca 1"}, idle=True)


def close(desk: WatchedDesk, cash_dong: int) -> None:
    """What is in hand was seen, the drawer is counted, another takes over; everything that is asked has its first answer."""
    desk.press("F6")
    desk.until("go", idle=True)
    desk.press("F9")
    seen = desk.until("things", "pieces_500000", idle=True, tell="things")
    if seen.focus == "things":
        desk.press(*["space"] * int(seen.text("things").split(" ")[0]))
        desk.until(texts={"figure_note": "Đã thấy đủ."})
        desk.press("F9")
    desk.until("pieces_500000")
    for pieces in _pieces(cash_dong):
        desk.enter(str(pieces))
    desk.press("F9")
    desk.until(texts={"verdict": "Khớp sổ."})
    desk.press("F9")
    while desk.until("user", "reasons", idle=True).focus == "reasons":
        desk.press("1")
    desk.enter(TAKER)
    desk.until("password")
    desk.enter(TRIAL_PASSWORD)
    desk.until(texts={"search_note": "Khớp sổ."}, idle=True)


def leave(desk: WatchedDesk) -> None:
    """The window is closed; the program has ended when this returns, without an error."""
    tool(desk.display, "key", "alt+F4")
    said = desk.process.communicate(timeout=120)
    assert desk.process.returncode == 0, said


def _pieces(cash_dong: int) -> Sequence[int]:
    """How many of each note make the sum; odd hundreds take a 500, and a 1,000 is broken where 500 is too much."""
    small = cash_dong % 1_000
    small += 1_000 if small in {100, 300} else 0
    fives = small // 100 % 2
    rest, counted = cash_dong - small, []
    for note in NOTES[:-2]:
        counted.append(rest // note)
        rest %= note
    counted += [fives, (small - 500 * fives) // 200]
    assert sum(note * pieces for note, pieces in zip(NOTES, counted, strict=True)) == cash_dong
    return counted
