"""A field says beside its cause what is wrong, keeps what was typed, and refuses input methods where codes are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import FieldEdit, FieldRow, FieldState, NoteLabel, Role
from tests.desktop.widgets.conftest import Show


def visible_icons(field: QLineEdit) -> list[str]:
    return [button.defaultAction().text() for button in field.findChildren(QToolButton) if button.isVisible()]


def test_an_error_shows_its_sentence_below_and_keeps_the_text(show: Show) -> None:
    field = FieldEdit()
    row = FieldRow("Khối lượng", field)
    show(row)
    field.setText("2340x")

    field.show_error("Chỉ ghi chữ số, đơn vị là gam.")

    assert field.text() == "2340x"
    assert field.state() is FieldState.ERROR
    assert (row.note.text(), row.note.role()) == ("Chỉ ghi chữ số, đơn vị là gam.", Role.ERROR)
    assert field.accessibleDescription() == "Chỉ ghi chữ số, đơn vị là gam."
    assert visible_icons(field) == ["Cần sửa"]


def test_a_mended_field_loses_the_error_and_gets_a_tick(show: Show) -> None:
    field = FieldEdit()
    row = FieldRow("Người gửi", field)
    show(row)
    field.show_error("Không tìm thấy cơ quan này.")

    field.show_done("Số 9 Hoàng Văn Thụ")

    assert field.state() is FieldState.DONE
    assert (row.note.text(), row.note.role()) == ("Số 9 Hoàng Văn Thụ", Role.MUTED)
    assert visible_icons(field) == ["Đã đủ"]


def test_an_idle_field_shows_no_icon(show: Show) -> None:
    field = FieldEdit()
    show(field)
    field.show_done()

    field.show_idle()

    assert visible_icons(field) == []


def test_the_text_stays_where_it_is_when_the_state_changes(show: Show) -> None:
    field = FieldEdit()
    show(field)
    field.setText("Sở Nội vụ")
    field.setCursorPosition(0)
    field.clearFocus()
    before = field.cursorRect().left()

    field.show_error("Chọn một cơ quan.")

    assert field.cursorRect().left() == before


def test_every_state_changes_the_border_and_not_the_size(show: Show) -> None:
    field = FieldEdit()
    show(field)
    field.clearFocus()  # whether the window system gave it the keyboard: the ring is the same in every state
    heights, borders = set(), set()

    for state in FieldState:
        field.set_state(state)
        heights.add(field.height())
        borders.add(field.grab().toImage().pixelColor(field.width() // 2, 0).name())

    assert len(heights) == 1
    assert len(borders) == 2  # idle and done share one


def test_input_methods_are_refused_where_codes_are_typed(show: Show) -> None:
    names, codes = FieldEdit(), FieldEdit()
    show(names, codes)

    codes.setProperty("vietnamese_input", False)

    assert names.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True
    assert codes.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert codes.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == 0


def test_text_beyond_the_limit_is_told_to_the_clerk(show: Show, qtbot: QtBot) -> None:
    field = FieldEdit()
    row = FieldRow("Số hiệu", field)
    show(row)
    field.setProperty("max_chars", 5)

    QTest.keyClicks(field, "1234567")

    assert field.text() == "12345"
    assert row.note.role() is Role.WARN
    assert "tối đa 5 ký tự" in row.note.text()


def test_a_row_names_its_field_for_screen_readers(show: Show) -> None:
    field = FieldEdit()
    show(FieldRow("Người nhận", field))

    name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)

    assert name == "Người nhận"


def test_icons_inside_a_field_have_names(show: Show) -> None:
    field = FieldEdit()
    show(field)

    field.set_leading_icon(Icon.SEARCH, "Tìm")
    field.show_error("Không đọc được mã.")

    assert sorted(visible_icons(field)) == ["Cần sửa", "Tìm"]


def test_a_long_note_ends_in_an_ellipsis_and_is_whole_in_the_tool_tip(show: Show) -> None:
    note = NoteLabel(text="Xã Vũ Lăng, Lạng Sơn · nội tỉnh · chuyến đi gần nhất 16:30, còn 1 giờ 38 phút")
    window = show(note, width=240)

    window.repaint()

    assert note.toolTip() == note.text()


def test_a_note_that_fits_has_no_tool_tip(show: Show) -> None:
    note = NoteLabel(text="nội tỉnh")
    window = show(note)

    window.repaint()

    assert note.toolTip() == ""


def test_no_letter_with_ctrl_that_qt_edits_lines_with_is_kept_from_the_page(show: Show) -> None:
    field = FieldEdit()
    window = show(field)
    field.setText("020190000123")
    field.setFocus()
    heard: list[str] = []
    for letter in "BDEGHKLMNOPRTU":
        key = QShortcut(QKeySequence(f"Ctrl+{letter}"), window)
        key.activated.connect(lambda letter=letter: heard.append(letter))

    for letter in "BDEGHKLMNOPRTU":
        QTest.keyClick(field, Qt.Key(ord(letter)), Qt.KeyboardModifier.ControlModifier)

    assert "".join(heard) == "BDEGHKLMNOPRTU"
    assert field.text() == "020190000123"
