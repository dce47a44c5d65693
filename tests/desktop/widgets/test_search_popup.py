"""The list of hits obeys the field's keys and never takes the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.widgets import FieldEdit, SearchHit, SearchPopup
from kt1desk.desktop.widgets.search_popup import HIT_HEIGHT
from tests.desktop.widgets.conftest import Show

HITS = [SearchHit(str(at), f"UBND xã số {at}", "Lạng Sơn", "Cơ quan") for at in range(20)]


@pytest.fixture
def field(show: Show) -> FieldEdit:
    edit = FieldEdit()
    edit.setAccessibleName("Ô tìm")
    window = show(edit, height=600)
    window.layout().addStretch(1)  # type: ignore[union-attr]
    edit.setFocus()
    return edit


@pytest.fixture
def popup(field: FieldEdit) -> SearchPopup:
    window = field.window()
    assert isinstance(window, QWidget)
    return SearchPopup(field, window)


def test_opening_leaves_the_keyboard_with_the_field(popup: SearchPopup, field: FieldEdit) -> None:
    popup.show_hits(HITS)

    assert popup.isVisible()
    assert field.hasFocus()


def test_typing_goes_on_while_the_list_is_open(popup: SearchPopup, field: FieldEdit, qtbot: QtBot) -> None:
    popup.show_hits(HITS)

    QTest.keyClicks(field, "vu lang")

    assert field.text() == "vu lang"
    assert popup.isVisible()


def test_enter_chooses_the_first_hit_and_shuts(popup: SearchPopup, field: FieldEdit, qtbot: QtBot) -> None:
    popup.show_hits(HITS)

    with qtbot.waitSignal(popup.hit_chosen) as signal, qtbot.assertNotEmitted(field.returnPressed):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert signal.args == [HITS[0]]
    assert not popup.isVisible()


def test_down_and_up_move_and_stop_at_the_ends(popup: SearchPopup, field: FieldEdit, qtbot: QtBot) -> None:
    popup.show_hits(HITS[:3])
    seen = []

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
        seen.append(popup.current_hit())

    assert seen == [HITS[0], HITS[1], HITS[2], HITS[2], HITS[1]]


def test_escape_shuts_and_keeps_the_text(popup: SearchPopup, field: FieldEdit, qtbot: QtBot) -> None:
    field.setText("so noi vu")
    popup.show_hits(HITS)

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not popup.isVisible()
    assert field.text() == "so noi vu"


def test_enter_is_the_fields_own_when_the_list_is_shut(
    popup: SearchPopup, field: FieldEdit, qtbot: QtBot
) -> None:
    popup.show_hits(HITS)
    popup.hide()

    with qtbot.waitSignal(field.returnPressed), qtbot.assertNotEmitted(popup.hit_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_mouse_chooses_and_the_field_keeps_the_keyboard(
    popup: SearchPopup, field: FieldEdit, qtbot: QtBot
) -> None:
    popup.show_hits(HITS)
    third = popup.list.visualRect(popup.model.index(2)).center()

    with qtbot.waitSignal(popup.hit_chosen) as signal:
        QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=third)

    assert signal.args == [HITS[2]]
    assert field.hasFocus()


def test_no_hits_and_nothing_to_say_shut_the_list(popup: SearchPopup) -> None:
    popup.show_hits(HITS)

    popup.show_hits([])

    assert not popup.isVisible()


def test_no_hits_can_be_told_in_words(popup: SearchPopup, field: FieldEdit, qtbot: QtBot) -> None:
    popup.show_hits([], "Không thấy gì: thử gõ ít chữ hơn")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert popup.isVisible()
    assert popup.current_hit() is None


def test_only_whole_hits_are_shown_inside_the_window(popup: SearchPopup, field: FieldEdit) -> None:
    popup.show_hits(HITS, "và 12 kết quả nữa")

    assert popup.list.height() % HIT_HEIGHT == 0
    assert field.window().rect().contains(popup.geometry())


def test_leaving_the_field_shuts_the_list(popup: SearchPopup, field: FieldEdit) -> None:
    popup.show_hits(HITS)

    field.clearFocus()

    assert not popup.isVisible()
