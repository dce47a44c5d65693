"""The end of a shift in stories: what is in hand is scanned, the drawer is counted, whoever takes over signs, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.story import RunningDesk

NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""What can lie in a drawer."""


def count_to_close(desk: RunningDesk, cash_dong: int, things: Sequence[str] = ()) -> None:
    """From F6 to what the books say: it tallies. ``things`` is all that is in hand."""
    keys = desk.keyboard
    keys.press("F6")
    desk.until_focus("go")
    keys.press("F9")
    if things:
        desk.until_focus("things")
        for thing in things:
            keys.scan(thing)
        desk.until_text("figure_note", "Đã thấy đủ.")
        keys.press("F9")
    desk.until_focus("pieces_500000")
    for note in NOTES:
        keys.enter(str(cash_dong // note))
        cash_dong %= note
    assert cash_dong == 0, "a sum that no notes can pay"
    keys.press("F9")
    desk.until_text("verdict", "Khớp sổ.")


def sign_and_close(desk: RunningDesk, user: str = "", password: str = "") -> None:
    """Somebody takes over with his password; without one the shift is closed alone."""
    keys = desk.keyboard
    keys.press("F9")
    desk.until_focus("user")
    if user:
        keys.enter(user)
        desk.until_focus("password")
        keys.enter(password)
    else:
        keys.press("F8")
        desk.until_text("verdict", "Không có người nhận ca ký.")
        keys.press("F9")
    desk.until_text("search_note", "Khớp sổ.")
    keys.press("F9")
