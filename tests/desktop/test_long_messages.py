"""The line below the search field: a long message is whole, on as many lines as it needs, and a short one moves nothing."""

from __future__ import annotations

from kt1desk.desktop.widgets import NoteLabel
from tests.support.keys import part
from tests.support.plain_desk import Desk
from tests.support.screen_audit import clipped_texts

LONG = (
    "Đã rút ME 473 124 829 VN: phiếu rút đang in · sổ 0.2.1.212 · 5d0e c3a9 1b44. Chưa được phân công làm KT1, nhờ người đã được phân công "
    "đăng nhập làm việc này; bưu gửi còn ở ngăn K1, chưa ai nhận lại."
)


def test_a_long_message_is_seen_whole_and_a_short_one_takes_one_line(desk: Desk) -> None:
    note = part(desk.window, NoteLabel, "search_note")
    desk.window.resize(1280, 720)
    desk.window.tell("Ngắn.", is_good=False)
    desk.wait()
    short = note.height()

    desk.window.tell(LONG, is_good=False)
    desk.qtbot.waitUntil(lambda: note.height() > short)

    assert [each for each in clipped_texts(desk.window) if "Đã rút" in each] == []
