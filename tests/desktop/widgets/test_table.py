"""A table shows whole rows only, hides what has no room, and says when it is empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.widgets import Column, Role, TableRow, WholeRowsList, WholeRowsTable
from kt1desk.desktop.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, RowsModel
from tests.desktop.widgets.conftest import Show

COLUMNS = [
    Column("Giờ", 68),
    Column("Người nhận"),
    Column("Loại", 90, hide_below=500),
    Column("Cước", 90, right=True),
]


def rows(count: int) -> list[TableRow]:
    return [
        TableRow(str(at), ("14:47", f"UBND xã số {at}", "KT1", "16.500"), {3: Role.ERROR})
        for at in range(count)
    ]


@pytest.fixture
def table() -> WholeRowsTable:
    made = WholeRowsTable()
    made.setAccessibleName("Vừa chấp nhận")
    made.show_rows(COLUMNS, rows(60))
    return made


def test_no_height_of_the_window_cuts_a_row(table: WholeRowsTable, show: Show, qapp: QApplication) -> None:
    window = show(table, height=400)
    rests = set()

    for height in range(300, 300 + ROW_HEIGHT):
        window.resize(700, height)
        qapp.processEvents()
        rests.add(table.viewport().height() % ROW_HEIGHT)

    assert rests == {0}


def test_as_many_rows_are_shown_as_have_room(table: WholeRowsTable, show: Show) -> None:
    show(table, height=18 + 4 + HEADER_HEIGHT + 14 * ROW_HEIGHT + 5)

    assert table.whole_rows() == 14


def test_scrolling_to_the_end_shows_the_last_row_whole(table: WholeRowsTable, show: Show) -> None:
    show(table, height=400)

    table.scrollToBottom()

    last = table.visualRect(table.model().index(59, 0))
    assert table.viewport().rect().contains(last)


def test_one_column_takes_the_room_the_others_leave(table: WholeRowsTable, show: Show) -> None:
    show(table, width=700)

    total = sum(table.columnWidth(at) for at in range(4))

    assert total == table.viewport().width()
    assert table.columnWidth(0) == 68


def test_a_column_without_room_is_hidden_and_comes_back(
    table: WholeRowsTable, show: Show, qapp: QApplication
) -> None:
    window = show(table, width=700, height=300)
    shown_wide = not table.isColumnHidden(2)

    window.resize(450, 300)
    qapp.processEvents()
    hidden_narrow = table.isColumnHidden(2)
    window.resize(700, 300)
    qapp.processEvents()

    assert (shown_wide, hidden_narrow, table.isColumnHidden(2)) == (True, True, False)


def test_an_empty_table_says_so(show: Show) -> None:
    table = WholeRowsTable()
    model = table.show_rows(COLUMNS)
    table.set_empty_text("Chưa có bưu gửi nào trong ca")
    show(table, height=300)
    before = [each.text for each in table.painted_texts()]

    model.set_rows(rows(1))

    assert before == ["Chưa có bưu gửi nào trong ca"]
    assert table.painted_texts() == []


def test_a_cell_can_tell_by_its_colour_and_its_words(table: WholeRowsTable) -> None:
    model = table.model()

    plain = model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole)
    late = model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole)

    assert plain is None
    assert late.color() == QColor(LIGHT.danger)


def test_money_stands_at_the_right_edge(table: WholeRowsTable) -> None:
    alignment = table.model().index(0, 3).data(Qt.ItemDataRole.TextAlignmentRole)

    assert Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight


def test_a_bar_stands_before_the_chosen_row_and_before_no_other(table: WholeRowsTable, show: Show) -> None:
    show(table, height=300)
    table.selectRow(2)
    table.setColumnHidden(0, True)

    painted = table.viewport().grab().toImage()

    middles = [painted.pixelColor(1, row * ROW_HEIGHT + ROW_HEIGHT // 2) for row in range(4)]
    assert [each == QColor(LIGHT.accent) for each in middles] == [False, False, True, False]


def test_no_height_of_the_window_cuts_a_line_of_a_list(show: Show, qapp: QApplication) -> None:
    lines = WholeRowsList()
    lines.setAccessibleName("Mục lục")
    lines.addItems([f"Mục {at}" for at in range(60)])
    window = show(lines, height=400)
    rests = set()

    for height in range(300, 300 + ROW_HEIGHT):
        window.resize(700, height)
        qapp.processEvents()
        rests.add(lines.viewport().height() % lines.sizeHintForRow(0))

    assert rests == {0}
    lines.scrollToBottom()
    assert lines.visualItemRect(lines.item(59)).bottom() == lines.viewport().rect().bottom()


def test_a_list_that_is_shown_anew_leaves_nothing_of_the_one_before(
    table: WholeRowsTable, qapp: QApplication
) -> None:
    shown = [table.show_rows(COLUMNS, rows(3)) for _ in range(4)]
    for _ in range(2):  # a model, and then what was chosen in it
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert table.findChildren(RowsModel) == [shown[-1]]
    assert len(table.findChildren(QItemSelectionModel)) == 3  # the table's, and its two headers'
    assert table.model() is shown[-1]
