"""A segmented choice is made by one key, by arrows or by the mouse, and says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kt1desk.desktop.widgets import Choice, SegmentedChoice
from tests.desktop.widgets.conftest import Show

LETTERS = [Choice("none", "Không", "0"), *(Choice(letter, letter, letter) for letter in "ABC")]


@pytest.fixture
def secrecy(show: Show) -> SegmentedChoice:
    choice = SegmentedChoice(choices=LETTERS)
    choice.setAccessibleName("Ký hiệu bì")
    show(choice)
    choice.setFocus()
    return choice


@pytest.mark.parametrize(("key", "value"), [("b", "B"), ("C", "C"), ("0", "none")])
def test_one_key_chooses(secrecy: SegmentedChoice, qtbot: QtBot, key: str, value: str) -> None:
    with qtbot.waitSignal(secrecy.chosen) as signal:
        QTest.keyClicks(secrecy, key)

    assert signal.args == [value]
    assert secrecy.value() == value


def test_each_segment_is_told_as_one_of_several_and_no_tick_by_itself(secrecy: SegmentedChoice) -> None:
    told = [QAccessible.queryAccessibleInterface(each) for each in secrecy.findChildren(QPushButton)]

    assert {each.role() for each in told} == {QAccessible.Role.RadioButton}


def test_the_numeric_pad_chooses_as_well(secrecy: SegmentedChoice, qtbot: QtBot) -> None:
    QTest.keyClick(secrecy, Qt.Key.Key_0, Qt.KeyboardModifier.KeypadModifier)

    assert secrecy.value() == "none"


def test_a_key_with_control_is_the_windows_and_not_a_choice(secrecy: SegmentedChoice, qtbot: QtBot) -> None:
    QTest.keyClick(secrecy, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert secrecy.value() is None


def test_arrows_go_round(secrecy: SegmentedChoice, qtbot: QtBot) -> None:
    seen = []

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(secrecy, key)
        seen.append(secrecy.value())

    assert seen == ["none", "A", "none", "C"]


def test_a_click_chooses_and_takes_the_focus(show: Show, qtbot: QtBot) -> None:
    choice, other = SegmentedChoice(choices=LETTERS), SegmentedChoice(choices=LETTERS)
    show(other, choice)
    other.setFocus()

    QTest.mouseClick(choice.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)

    assert choice.value() == "B"
    assert choice.hasFocus()


def test_setting_a_value_tells_nobody(secrecy: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(secrecy.chosen):
        secrecy.set_value("C")
        secrecy.set_value(None)

    assert secrecy.value() is None
    assert secrecy.accessibleDescription() == "Chưa chọn"


def test_what_cannot_be_chosen_is_skipped(secrecy: SegmentedChoice, qtbot: QtBot) -> None:
    secrecy.set_usable(["none", "C"])

    QTest.keyClicks(secrecy, "A")
    first = secrecy.value()
    QTest.keyClick(secrecy, Qt.Key.Key_Right)
    QTest.keyClick(secrecy, Qt.Key.Key_Right)

    assert first is None
    assert secrecy.value() == "C"


def test_the_choice_is_one_stop_for_the_tab_key(show: Show, qtbot: QtBot) -> None:
    first, second = SegmentedChoice(choices=LETTERS), SegmentedChoice(choices=LETTERS)
    show(first, second)
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert second.hasFocus()


def test_the_focus_can_be_seen(secrecy: SegmentedChoice) -> None:
    secrecy.set_value("B")
    with_focus = secrecy.grab().toImage()

    secrecy.clearFocus()

    assert secrecy.grab().toImage() != with_focus


def test_new_segments_replace_the_old(secrecy: SegmentedChoice) -> None:
    secrecy.set_value("B")

    secrecy.set_choices([Choice("plain", "Thường", "1")])

    assert secrecy.value() is None
    assert [choice.value for choice in secrecy.choices()] == ["plain"]
    assert secrecy.choose_by_key("1")
    assert not secrecy.choose_by_key("B")
