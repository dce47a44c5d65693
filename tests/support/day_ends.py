"""The two ends of a clerk's day at the program as a process of its own: log in and open the shift, count and close it."""

from __future__ import annotations

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
    for note in NOTES:
        desk.enter(str(cash_dong // note))
        cash_dong %= note
    assert cash_dong == 0, "a sum that no notes can pay"
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
