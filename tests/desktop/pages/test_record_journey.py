"""The journey on the page of records: each step with its holder and time, what is in doubt in words, and what can be done from there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kt1desk.desktop.navigation import Going, Place, about_in, incident_about
from kt1desk.desktop.widgets import StationLine
from kt1desk.domain.errors import DeskError
from tests.support.keys import part
from tests.support.record_fakes import BAG, DOSSIER, EARLY, ITEM, LONG
from tests.support.record_page import Looker

TAB, SHIFT = Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, HOME, END = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End


def line(looker: Looker) -> StationLine:
    return part(looker.window, StationLine, "journey")


def said(looker: Looker) -> str:
    interface = QAccessible.queryAccessibleInterface(line(looker))
    return interface.text(QAccessible.Text.Description)


def test_the_line_ends_where_the_item_is_and_is_gone_along_by_the_arrows(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.press(TAB, SHIFT)

    assert line(looker).hasFocus()
    assert "3. Cất giữ · Hoàng Thị Lan → Nơi cất KET1" in looker.text("journey_station")
    looker.press(LEFT)
    assert looker.text("journey_station").startswith("2. Duyệt")
    looker.press(HOME)
    assert said(looker).startswith("Bước 1 trong 3: Chấp nhận, Hoàng Thị Lan")
    looker.press(LEFT)
    looker.press(END)
    assert said(looker).startswith("Bước 3 trong 3")
    assert looker.text("journey_doubt") == ""


def test_a_long_way_is_brought_into_sight_step_by_step(looker: Looker) -> None:
    looker.look_up(LONG)
    looker.press(TAB, SHIFT)

    for step in range(14, 0, -1):
        assert looker.text("journey_station").startswith(f"{step}. ")
        titles = [text.text for text in line(looker).painted_texts()]
        assert looker.text("journey_station").split(" · ")[0].split(". ")[1] in titles
        looker.press(LEFT)


def test_what_counts_for_nothing_and_what_was_not_heard_is_said_in_words(looker: Looker) -> None:
    looker.look_up(LONG)
    assert looker.text("journey_doubt").startswith("1 bước không được tính")
    looker.press(TAB, SHIFT)
    for _ in range(4):
        looker.press(LEFT)
    assert "không được tính" in looker.text("journey_station")

    looker.look_up(EARLY)
    assert "chưa nghe bên gửi" in looker.text("journey_doubt")
    assert "chưa nghe bên gửi" in said(looker)


def test_a_bag_is_shown_by_its_number_and_a_case_has_no_journey(looker: Looker) -> None:
    looker.ctrl("T")
    assert looker.scan(BAG)

    assert (looker.text("record_number"), looker.text("record_state")) == (BAG, "Đã mở")
    assert line(looker).hasFocus()
    assert not looker.offers("withdraw")
    assert not looker.offers("certify")
    looker.look_up(DOSSIER)
    assert not line(looker).isVisible()
    assert not looker.offers("open_incident")


def test_a_certificate_is_printed_by_its_key_and_a_refusal_says_why(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.ctrl("G")

    assert looker.needs.asked == [("certify", ITEM, "")]
    assert "Đang in giấy chứng nhận" in looker.said[-1]
    looker.needs.refusal = DeskError("trust.trial_desk")
    looker.ctrl("G")
    assert "bàn dùng thử" in looker.text("problem")
    looker.look_up(DOSSIER)
    looker.ctrl("G")
    assert "Chỉ bưu gửi KT1" in looker.text("problem")
    assert len(looker.needs.asked) == 1


@pytest.mark.parametrize(("number", "kind"), [(ITEM, "item"), (BAG, "receptacle")])
def test_an_incident_is_opened_about_what_is_in_front(looker: Looker, number: str, kind: str) -> None:
    looker.look_up(number)
    looker.ctrl("N")

    assert looker.going == [Going(Place.INCIDENTS, incident_about(kind, number))]
    assert about_in(looker.going[0].ref) == (kind, number)


def test_about_nothing_no_incident_is_opened(looker: Looker) -> None:
    looker.ctrl("T")
    looker.ctrl("N")

    assert looker.going == []
    assert "Quét hoặc gõ số trước" in looker.text("problem")
    assert about_in("correct:1") == ("", "")


def test_a_long_way_fills_the_line_up_to_its_newest_station_and_says_how_many_came_before(
    looker: Looker,
) -> None:
    looker.look_up(LONG)
    looker.press(TAB, SHIFT)
    texts = line(looker).painted_texts()

    marks = [text.text for text in texts if text.text.startswith("‹ còn")]
    right_edge = max(text.rect.right() for text in texts)

    assert len(marks) == 1
    assert line(looker).width() - right_edge < 20
    looker.press(HOME)
    assert not [text for text in line(looker).painted_texts() if text.text.startswith("‹ còn")]
