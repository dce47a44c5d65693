"""The end of a shift in stories: what is in hand is seen, the drawer is counted, whoever takes over signs, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.widgets import WholeRowsTable
from tests.support.story import RunningDesk, until

NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""What can lie in a drawer."""
_FIRST = {"things", "pieces_500000"}
_LAST = {"user", "reasons"}


def close_the_shift(desk: RunningDesk, cash_dong: int, taker: str = "", password: str = "") -> None:
    """Everything in hand is there, what must be in the drawer is counted note by note, somebody takes over, or nobody is there."""
    count_to_close(desk, cash_dong)
    sign_and_close(desk, taker, password)


def count_to_close(desk: RunningDesk, cash_dong: int, scanned: Sequence[str] = ()) -> None:
    """From F6 to what the books say: it tallies. What is not scanned is ticked by hand."""
    keys = desk.keyboard
    keys.press("F6")
    desk.until_focus("go")
    keys.press("F9")
    until(lambda: desk.focus() in _FIRST, "the first step")
    if desk.focus() == "things":
        for thing in scanned:
            keys.scan(thing)
        for _ in range(0 if scanned else desk.part(WholeRowsTable, "things").model().rowCount()):
            keys.press("space")
        desk.until_text("figure_note", "Đã thấy đủ.")
        keys.press("F9")
    desk.until_focus("pieces_500000")
    for note in NOTES:
        keys.enter(str(cash_dong // note))
        cash_dong %= note
    assert cash_dong == 0, "a sum that no notes can pay"
    keys.press("F9")
    desk.until_text("verdict", "Khớp sổ.")


def sign_and_close(desk: RunningDesk, taker: str = "", password: str = "") -> None:
    """The first answer to whatever is asked; then somebody takes over with his password, or nobody does."""
    keys = desk.keyboard
    keys.press("F9")
    until(lambda: desk.focus() in _LAST, "a question, or who signs")
    while desk.focus() == "reasons":
        keys.press("1")
        desk.idle()
        until(lambda: desk.focus() in _LAST, "a question, or who signs")
    if taker:
        keys.enter(taker)
        desk.until_focus("password")
        keys.enter(password)
    else:
        keys.press("F8")
        desk.until_text("verdict", "Không có người nhận ca ký.")
        keys.press("F9")
    desk.until_text("search_note", "Khớp sổ.")
    keys.press("F9")
