"""The audit of a screen is silent about every widget in every theme, and speaks of each fault that is planted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.look.theme import LIGHT, THEMES, ThemeName
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.widgets import Column, NoteLabel, Role, TableRow, WholeRowsTable
from kt1desk.desktop.widgets.table import HEADER_HEIGHT, ROW_HEIGHT
from tests.support.focus_audit import unseen_focus
from tests.support.gallery import HITS, SCREEN, GalleryWindow
from tests.support.page_scenes import SCENES
from tests.support.row_audit import MAY_BE_SHORT, cut_rows, short_lists
from tests.support.screen_audit import (
    audit,
    clipped_texts,
    faint_texts,
    measured_contrasts,
    nameless_widgets,
    overlapping_texts,
    overlapping_widgets,
)

COLUMNS = (Column("Số hiệu"),)


@pytest.fixture
def bare(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """An empty window of 400×200, shown."""
    wear(qapp, LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    window.show()
    return window


def put(widget: QWidget, left: int, top: int, width: int, height: int) -> None:
    widget.setGeometry(left, top, width, height)
    widget.show()
    QApplication.processEvents()


def hold(widget: QWidget) -> None:
    """Give it the keyboard, in a window that is active."""
    widget.window().activateWindow()
    assert QTest.qWaitForWindowActive(widget.window())
    widget.setFocus()


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("sheet", ["acceptance", "today", "popup"])
def test_nothing_is_wrong_with_any_widget_in_any_theme(
    qtbot: QtBot, qapp: QApplication, theme: ThemeName, sheet: str
) -> None:
    wear(qapp, THEMES[theme])
    window = GalleryWindow()
    qtbot.addWidget(window)
    window.resize(*SCREEN)
    window.show_sheet("today" if sheet == "today" else "acceptance")
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    if sheet == "popup":
        window.popup.show_hits(HITS, "và 12 kết quả nữa: gõ thêm để thu hẹp")
    qapp.processEvents()

    findings = audit(window)

    assert findings == []


def test_a_window_too_small_for_its_texts_is_found(qtbot: QtBot, qapp: QApplication) -> None:
    wear(qapp, LIGHT)
    window = GalleryWindow()
    qtbot.addWidget(window)
    window.show_sheet("acceptance")
    window.setMinimumSize(1, 1)
    window.acceptance.table.setColumnWidth(0, 40)
    window.resize(*SCREEN)
    window.show()
    assert QTest.qWaitForWindowExposed(window)

    findings = clipped_texts(window)

    assert any("'14:47'" in finding for finding in findings)


def test_a_label_that_is_too_narrow_is_found(bare: QWidget) -> None:
    put(QLabel("Chưa gửi được", bare), 10, 10, 40, 24)

    assert [finding.split(" lacks")[0] for finding in clipped_texts(bare)] == ["clipped: QLabel ''"]


def test_a_note_that_ends_in_an_ellipsis_is_found(bare: QWidget) -> None:
    put(NoteLabel(bare, text="Quá 2.000 g: cân lại, hoặc chọn kiện", role=Role.ERROR), 10, 10, 90, 20)

    assert len(clipped_texts(bare)) == 1


def test_a_label_that_is_too_low_is_found(bare: QWidget) -> None:
    put(QLabel("Chưa gửi được", bare), 10, 10, 200, 8)

    assert "of height" in clipped_texts(bare)[0]


def test_wrapped_text_without_room_for_its_last_line_is_found(bare: QWidget) -> None:
    label = QLabel("Một câu dài hơn một dòng của nhãn này, và hơn cả hai dòng nữa", bare)
    label.setWordWrap(True)
    put(label, 10, 10, 150, 24)

    assert len(clipped_texts(bare)) == 1


def test_a_button_and_a_field_without_room_are_found(bare: QWidget) -> None:
    put(QPushButton("Lưu và in nhãn", bare), 10, 10, 60, 36)
    put(QLineEdit("ME 473 124 829 VN", bare), 10, 60, 80, 36)

    assert len(clipped_texts(bare)) == 2


def test_text_beyond_the_edge_of_the_window_is_found(bare: QWidget) -> None:
    put(QLabel("Chưa gửi được", bare), 350, 10, 200, 24)

    assert "sticks out" in clipped_texts(bare)[0]


def test_texts_that_lie_on_each_other_are_found(bare: QWidget) -> None:
    put(QLabel("Người gửi", bare), 10, 10, 150, 24)
    put(QLabel("Người nhận", bare), 20, 14, 150, 24)

    assert len(overlapping_texts(bare)) == 1
    assert len(overlapping_widgets(bare)) == 1


def test_a_field_and_an_icon_without_a_name_are_found(bare: QWidget) -> None:
    field = QLineEdit(bare)
    blank = QPixmap(16, 16)
    blank.fill("black")
    field.addAction(QIcon(blank), QLineEdit.ActionPosition.LeadingPosition)
    put(field, 10, 10, 200, 36)

    assert len(nameless_widgets(bare)) == 2


def test_faint_text_is_found_and_measured(bare: QWidget) -> None:
    label = QLabel("Chưa gửi được", bare)
    label.setStyleSheet("color: #949494; background: #FFFFFF")
    put(label, 10, 10, 200, 24)

    assert faint_texts(bare)[0].endswith("has 3.03:1")
    assert measured_contrasts(bare)["Chưa gửi được"] == pytest.approx(3.03, abs=0.01)


def test_text_in_the_colour_of_its_ground_is_found(bare: QWidget) -> None:
    label = QLabel("Chưa gửi được", bare)
    label.setStyleSheet("color: #FFFFFF; background: #FFFFFF")
    put(label, 10, 10, 200, 24)

    assert faint_texts(bare)[0].endswith("cannot be seen")


def test_text_of_just_enough_contrast_passes(bare: QWidget) -> None:
    label = QLabel("Chưa gửi được", bare)
    label.setStyleSheet("color: #757575; background: #FFFFFF")
    put(label, 10, 10, 200, 24)

    assert faint_texts(bare) == []


def test_a_row_that_is_cut_is_found(bare: QWidget) -> None:
    table = QTableView(bare)
    table.setModel(QStringListModel([f"ME 473 124 8{at:02} VN" for at in range(30)], table))
    put(table, 0, 0, 300, 150)

    assert len(cut_rows(bare)) == 1
    assert "of row" in cut_rows(bare)[0]


def test_a_table_that_is_cut_by_what_it_stands_in_is_found(bare: QWidget) -> None:
    scrolled = QScrollArea(bare)
    inside = QWidget()
    table = WholeRowsTable(inside)
    table.show_rows(COLUMNS, [TableRow(str(at), (str(at),)) for at in range(9)])
    table.setGeometry(0, 0, 200, HEADER_HEIGHT + 5 * ROW_HEIGHT + 4)
    inside.resize(200, 400)
    scrolled.setWidget(inside)
    put(scrolled, 0, 0, 260, 110)

    assert len(cut_rows(bare)) == 1


def test_a_table_of_whole_rows_passes(bare: QWidget) -> None:
    table = WholeRowsTable(bare)
    table.show_rows(COLUMNS, [TableRow(str(at), (str(at),)) for at in range(30)])
    put(table, 0, 0, 300, 187)

    assert cut_rows(bare) == []


def test_a_list_with_room_for_thirteen_rows_is_found_and_fourteen_pass(bare: QWidget) -> None:
    table = WholeRowsTable(bare)
    table.show_rows(COLUMNS)
    bare.resize(400, 600)
    put(table, 0, 0, 300, HEADER_HEIGHT + 13 * ROW_HEIGHT + 8)
    found = short_lists("today", bare)
    put(table, 0, 0, 300, HEADER_HEIGHT + 14 * ROW_HEIGHT + 8)

    assert [each.partition(" has ")[2] for each in found] == ["room for 13 rows, not 14"]
    assert short_lists("today", bare) == []


def test_what_may_be_short_may_be_so_in_its_own_scenes_alone(bare: QWidget) -> None:
    table = WholeRowsTable(bare)
    table.setObjectName("recent")
    table.show_rows(COLUMNS)
    put(table, 0, 0, 300, 187)

    assert short_lists("accept-empty", bare) == []
    assert len(short_lists("today", bare)) == 1


def test_tables_that_may_be_short_are_those_of_a_scene() -> None:
    assert [begins for begins, _ in MAY_BE_SHORT if not any(name.startswith(begins) for name in SCENES)] == []


def test_a_focus_that_cannot_be_seen_is_found(bare: QWidget) -> None:
    field = QLineEdit(bare)
    put(field, 10, 10, 200, 36)
    hold(field)
    seen = unseen_focus(bare)
    field.setStyleSheet(
        "QLineEdit:focus { border: 1px solid #7A8796; padding: 5px 9px; background: #FFFFFF }"
    )

    assert seen == []
    assert unseen_focus(bare) == ["focus: QLineEdit '' has the keyboard and shows no ring"]
    assert field.hasFocus()


def test_a_focus_that_changes_from_one_dark_colour_to_another_is_found(bare: QWidget) -> None:
    button = QPushButton("Lưu", bare)
    button.setStyleSheet(
        "QPushButton { background: #0A4F8F; border: 2px solid #0A4F8F } QPushButton:focus { border: 2px solid #16202C }"
    )
    put(button, 10, 10, 120, 36)
    hold(button)

    assert len(unseen_focus(bare)) == 1


def test_a_window_in_which_nothing_has_the_keyboard_is_found(bare: QWidget) -> None:
    assert unseen_focus(bare) == ["focus: nothing in the window has the keyboard"]


@pytest.mark.parametrize("theme", list(ThemeName))
def test_the_focus_is_seen_on_every_widget_in_every_theme(
    qtbot: QtBot, qapp: QApplication, theme: ThemeName
) -> None:
    wear(qapp, THEMES[theme])
    window = GalleryWindow()
    qtbot.addWidget(window)
    window.resize(*SCREEN)
    window.show()
    found, stops = [], set()
    for sheet in ("acceptance", "today"):
        window.show_sheet(sheet)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        for stop in window.findChildren(QWidget):
            if stop.isVisibleTo(window) and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                stops.add(type(stop).__name__)
                found += unseen_focus(window)

    assert found == []
    assert stops >= {"ActionButton", "FieldEdit", "SegmentedChoice", "WholeRowsTable"}
