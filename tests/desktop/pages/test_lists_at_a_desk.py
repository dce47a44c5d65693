"""A list of fifty covers at a real desk: a workbook on a stick, the page by keys alone, the books and the papers afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app.list_counter import ListCounter
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.models.texts import dong, item_number
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.widgets import FieldEdit, WholeRowsTable
from kt1desk.services.rows import ItemRow
from tests.support.accepting import open_desk_of, wait_until
from tests.support.desk_fakes import FakeWindow
from tests.support.desks import Counter, counter
from tests.support.keys import part, press, type_text
from tests.support.sheets import written

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, F8, F9 = Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F9
TITLES = ("STT", "Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)", "Độ khẩn", "Thanh toán")
WRONG = {7: ("SNV", "UBVL", "ba lạng"), 20: ("SNV", "Không có cơ quan này", 100), 33: ("", "UBVL", 100)}
"""By their place in the list: a weight in words, an agency that nobody knows, a sender that is missing."""


@dataclass
class AtDesk:
    """The page at a desk with an open shift."""

    desk: Counter
    window: MainWindow
    jobs: Jobs
    woken: list[None]
    folder: Path

    def settle(self) -> None:
        wait_until(lambda: not self.jobs.running)

    def look(self, path: Path) -> None:
        field = part(self.window, FieldEdit, "file")
        field.setFocus()
        field.selectAll()
        type_text(str(path))
        press(ENTER)
        self.settle()

    def take(self) -> None:
        press(Qt.Key.Key_B, CTRL)
        press(F9)
        self.settle()

    def text(self, name: str) -> str:
        return part(self.window, QLabel, name).text()

    def items(self) -> Sequence[ItemRow]:
        """What is in the books of the shift."""
        return self.desk.board.shift(self.desk.session(), 1_000).items

    def cells(self, row: int) -> list[str]:
        model = part(self.window, WholeRowsTable, "lines").model()
        return [
            str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")
            for column in range(model.columnCount())
        ]


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtDesk]:
    """A clerk at the page of lists."""
    with counter(tmp_path) as desk:
        desk.open_shift()
        jobs, woken = Jobs(), list[None]()
        opened = open_desk_of(desk, "clerk")
        page = ListsPage(ListCounter(opened, lambda: woken.append(None)), jobs)
        window = MainWindow(jobs)
        window.furnish(opened.session, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.LISTS: page})
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        wait_until(window.isActiveWindow)
        yield AtDesk(desk, window, jobs, woken, tmp_path)
        window.close()
        jobs.close()
        window.deleteLater()
        QApplication.sendPostedEvents()


def _fifty(folder: Path, name: str, mended: bool = False) -> Path:
    rows: list[tuple[object, ...]] = [("DANH SÁCH GỬI KT1 NGÀY 22/11/2026",), TITLES]
    for at in range(1, 51):
        good = ("SNV", "UBVL", 100 + at)
        sender, receiver, weight = good if mended else WRONG.get(at, good)
        rows.append(
            (at, sender, receiver, weight, "Hỏa tốc" if at % 10 == 0 else "", "Tiền mặt" if at == 1 else "")
        )
    return written(folder / name, rows)


def test_fifty_lines_are_looked_at_and_the_good_ones_accepted_each_with_number_label_and_receipt(
    clerk: AtDesk,
) -> None:
    clerk.look(_fifty(clerk.folder, "a.xlsx"))
    planned = [clerk.text(name) for name in ("good_value", "bad_value", "same_value")]
    books_before = list(clerk.items())

    clerk.take()

    assert planned == ["47 dòng", "3 dòng", "0 dòng"]
    assert books_before == []
    items = clerk.items()
    papers = [paper.role for item in items for paper in clerk.desk.papers_of(item.item)]
    assert sorted(item.weight_g for item in items) == [100 + at for at in range(1, 51) if at not in WRONG]
    assert sorted(papers) == ["label"] * 47 + ["receipt"] * 47
    assert len(clerk.woken) == 47
    first = next(item for item in items if item.weight_g == 101)
    state = f"Đã nhận {item_number(first.item)}"
    assert clerk.cells(0) == ["3", "Sở Nội vụ", "UBND xã Văn Lãng", "101", _price(first), state]


def _price(item: ItemRow) -> str:
    return dong(item.charge.total_dong) if item.charge is not None else ""


def test_a_mended_list_that_comes_again_accepts_only_what_was_refused(clerk: AtDesk) -> None:
    clerk.look(_fifty(clerk.folder, "a.xlsx"))
    clerk.take()

    clerk.look(_fifty(clerk.folder, "b.xlsx", mended=True))
    planned = [clerk.text(name) for name in ("good_value", "bad_value", "same_value")]
    clerk.take()

    assert planned == ["3 dòng", "0 dòng", "47 dòng"]
    assert len(clerk.items()) == 50


def test_the_report_names_each_line_with_its_number_or_its_reason(clerk: AtDesk) -> None:
    clerk.look(_fifty(clerk.folder, "a.xlsx"))
    clerk.take()

    press(F8)
    press(ENTER)
    clerk.settle()

    book = load_workbook(clerk.folder / "a-ket-qua.xlsx")
    rows = [tuple(cell.value for cell in row) for row in book.worksheets[0].iter_rows()]
    assert len(rows) == 51
    assert rows[1][1] == "Đã nhận"
    assert rows[7][4] == "Khối lượng (g)"
    assert {len(row) for row in rows} == {6}


def test_a_list_without_a_wanted_column_is_refused_at_the_file(clerk: AtDesk) -> None:
    clerk.look(written(clerk.folder / "c.xlsx", [("Cơ quan gửi", "Cơ quan nhận"), ("SNV", "UBVL")]))

    note = part(clerk.window, FieldEdit, "file").note_text()

    assert "thiếu cột" in note
    assert "Khối lượng (g)" in note
