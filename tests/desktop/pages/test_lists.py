"""The page of lists by keyboard alone: look first, confirm, take line by line, stop, report; catalogues for those who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import LineShape, ListTask
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.widgets import ChecklistRow, FieldEdit, FieldState, WholeRowsTable
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import focus_name, part, press, type_text
from tests.support.list_fakes import ACCEPTED_BEFORE, FakeLists, Turnstile, catalogue, example
from tests.support.plain_desk import PlainPage

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, F1, F8, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F8, Qt.Key.Key_F9
LIST, CATALOGUE = "/usb/so-noi-vu-27.xlsx", "/usb/thu-tuc-2026.xlsx"
STATE = 5


class AtLists:
    """A clerk at the page."""

    def __init__(self, needs: FakeLists, jobs: Jobs, qtbot: QtBot) -> None:
        self.needs, self._jobs, self._qtbot = needs, jobs, qtbot
        self.page = ListsPage(needs, jobs)
        self.window = MainWindow(jobs)
        pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.LISTS: self.page}
        self.window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
        self.window.closing.connect(self.page.stop)

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def look(self, path: str = LIST) -> None:
        type_text(path)
        press(ENTER)
        self.settle()

    def wait_for(self, label: str, text: str) -> None:
        self._qtbot.waitUntil(lambda: self.text(label) == text)

    def text(self, name: str) -> str:
        return part(self.window, QLabel, name).text()

    def seen(self, name: str) -> str:
        """What a label says; "" while it is out of sight."""
        label = part(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def note(self, name: str) -> str:
        return part(self.window, FieldEdit, name).note_text()

    def states(self) -> list[str]:
        model = part(self.window, WholeRowsTable, "lines").model()
        return [str(model.index(row, STATE).data()) for row in range(model.rowCount())]

    def view_count(self, shape: LineShape) -> int:
        return sum(line.shape is shape for line in self.needs.files[LIST].lines)


Opener = Callable[[FakeLists], AtLists]


@pytest.fixture
def at_lists(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Opener:
    """Open the window at the page of lists."""

    def make(needs: FakeLists) -> AtLists:
        made = AtLists(needs, jobs, qtbot)
        activate(made.window)
        press(Qt.Key.Key_D, CTRL)
        made.settle()
        return made

    return make


def _one_list() -> FakeLists:
    return FakeLists({LIST: example(20)})


def test_enter_looks_at_the_typed_file_and_shows_each_line_with_its_state_in_words(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())

    clerk.look()

    assert clerk.needs.asked == [(ListTask.ACCEPT, LIST, "")]
    assert clerk.states()[:4] == [
        "Sẵn sàng",
        "Trước: MX 000 000 513 VN",
        "Sẵn sàng",
        "Từ chối: Khối lượng (g)",
    ]
    assert (clerk.text("good_value"), clerk.text("bad_value"), clerk.text("same_value")) == (
        "16 dòng",
        "3 dòng",
        "1 dòng",
    )
    assert focus_name() == "lines"


def test_the_sums_are_those_of_the_lines_that_will_be_taken(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())

    clerk.look()

    ready = [each for each in clerk.needs.files[LIST].lines if each.shape is LineShape.READY]
    total, cash = sum(each.total_dong for each in ready), sum(each.cash_dong for each in ready)
    assert clerk.text("total_value") == f"{total:,} đ".replace(",", ".")
    assert clerk.text("cash_value") == f"{cash:,} đ".replace(",", ".")


def test_no_figure_and_no_sentence_waits_for_its_room_while_a_list_is_taken(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()
    pressed: list[str] = []
    labels = [
        part(clerk.window, QLabel, name)
        for name in ("good_value", "total_value", "cash_value", "outcome", "stop_says")
    ]

    def measure() -> None:
        """Before Qt has handled anything that waits: as the next picture may find it."""
        for label in filter(QLabel.isVisible, labels):
            wide = label.sizeHint().width() if not label.wordWrap() else 0
            high = label.heightForWidth(label.width()) if label.wordWrap() else 0
            if label.width() < wide or label.height() < high:
                pressed.append(label.text())

    clerk.page.changed.connect(measure)

    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.settle()

    assert clerk.seen("outcome")
    assert pressed == []


def test_the_arrows_show_the_whole_reason_of_a_line(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(Qt.Key.Key_Down)

    assert clerk.text("line_title") == "Dòng 3 · MX 000 000 513 VN"
    assert clerk.text("line_reason") == ACCEPTED_BEFORE


def test_only_refused_lines_are_shown_by_a_key_and_all_again_by_escape(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(Qt.Key.Key_L, CTRL)
    only = clerk.states()
    press(ESC)

    assert [state.partition(":")[0] for state in only] == ["Từ chối"] * 3
    assert len(clerk.states()) == 20


def test_nothing_is_taken_before_the_clerk_says_that_each_cover_was_looked_at(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(F9)
    clerk.settle()

    assert clerk.needs.taken == 0
    assert "Chưa xác nhận" in clerk.seen("problem")
    assert focus_name() == "checked"


def test_enter_never_confirms_and_never_takes(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()
    press(F9)

    press(ENTER)
    press(ENTER)
    clerk.settle()

    assert clerk.needs.taken == 0
    assert not part(clerk.window, ChecklistRow, "checked").isChecked()


def test_confirmed_by_its_own_key_the_list_is_taken_and_each_line_gets_its_number(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.settle()

    assert clerk.states()[0] == "Đã nhận MX 000 000 002 VN"
    assert clerk.text("good_value") == "16 dòng"
    assert "Đã nhận 16 dòng" in clerk.seen("outcome")
    assert "đã nhận 16 trên 20 dòng" in clerk.note("search")


def test_what_was_confirmed_holds_for_one_look_only(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()
    press(Qt.Key.Key_B, CTRL)

    press(Qt.Key.Key_R, CTRL)
    clerk.settle()

    assert len(clerk.needs.asked) == 2
    assert not part(clerk.window, ChecklistRow, "checked").isChecked()


def test_lines_appear_one_by_one_while_the_other_pages_can_be_used(at_lists: Opener) -> None:
    gate = Turnstile(3)
    clerk = at_lists(FakeLists({LIST: example(20)}, let_go=gate))
    clerk.look()
    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.wait_for("good_value", "3 dòng")

    press(F1)
    elsewhere = clerk.window.page()
    gate.let(100)
    clerk.settle()

    assert isinstance(elsewhere, PlainPage)
    assert "đã nhận 16 trên 20 dòng" in clerk.note("search")
    press(Qt.Key.Key_D, CTRL)
    clerk.settle()
    assert clerk.states().count("Sẵn sàng") == 0


def test_escape_stops_between_two_lines_and_what_was_taken_stays_taken(at_lists: Opener) -> None:
    clerk = at_lists(FakeLists({LIST: example(20)}, let_go=Turnstile(5)))
    clerk.look()
    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.wait_for("good_value", "5 dòng")

    press(ESC)
    clerk.settle()

    states = [state.partition(" MX")[0] for state in clerk.states()]
    assert (states.count("Đã nhận"), states.count("Chưa nhận")) == (5, 11)
    assert "Còn 11 dòng chưa nhận" in clerk.seen("outcome")


def test_a_window_that_closes_waits_for_one_line_only(at_lists: Opener, jobs: Jobs) -> None:
    clerk = at_lists(FakeLists({LIST: example(20)}, let_go=Turnstile(2)))
    clerk.look()
    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.wait_for("good_value", "2 dòng")

    clerk.window.close()
    jobs.close()

    assert [state.partition(" MX")[0] for state in clerk.states()].count("Đã nhận") == 2


def test_a_file_that_cannot_be_read_is_said_at_its_field_with_the_path_kept(at_lists: Opener) -> None:
    clerk = at_lists(FakeLists())

    clerk.look("/usb/khong-co.xlsx")

    assert part(clerk.window, FieldEdit, "file").state() is FieldState.ERROR
    assert "Không đọc được tệp" in clerk.note("file")
    assert part(clerk.window, FieldEdit, "file").text() == "/usb/khong-co.xlsx"
    assert focus_name() == "file"


def test_the_number_of_the_list_goes_with_the_file(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    part(clerk.window, FieldEdit, "list_id").setFocus()
    type_text("27/DS")
    press(ENTER)
    clerk.settle()

    assert clerk.needs.asked[-1] == (ListTask.ACCEPT, LIST, "27/DS")


def test_the_report_goes_beside_the_list_unless_the_clerk_types_another_place(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(F8)
    press(ENTER)
    clerk.settle()

    assert clerk.needs.reports == ["/usb/so-noi-vu-27-ket-qua.xlsx"]
    assert "Đã lưu báo cáo vào so-noi-vu-27-ket-qua.xlsx." in clerk.note("search")
    assert focus_name() == "lines"


def test_a_report_of_another_kind_is_refused_at_its_field(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(F8)
    press(Qt.Key.Key_A, CTRL)
    type_text("/usb/bao-cao.pdf")
    press(ENTER)
    clerk.settle()

    assert clerk.needs.reports == []
    assert ".xlsx hoặc .csv" in clerk.note("report")
    assert focus_name() == "report"


def test_a_catalogue_of_procedures_is_imported_and_used_at_once(at_lists: Opener) -> None:
    clerk = at_lists(FakeLists({CATALOGUE: catalogue(20)}))
    press(Qt.Key.Key_M, CTRL)
    type_text("2")
    clerk.settle()

    clerk.look(CATALOGUE)
    before = clerk.states()[0]
    press(F9)
    clerk.settle()

    assert clerk.needs.asked == [(ListTask.PROCEDURES, CATALOGUE, "")]
    assert (before, clerk.states()[0]) == ("Chờ nhập", "Đã thêm")
    assert "Thủ tục mới dùng được ngay." in clerk.seen("outcome")


def test_whoever_may_not_import_is_told_why(at_lists: Opener) -> None:
    clerk = at_lists(FakeLists(may_import=False))

    press(Qt.Key.Key_M, CTRL)
    type_text("3")
    clerk.settle()

    assert "không được nhập danh mục" in clerk.text("file_note")
    assert focus_name() == "task"


def test_another_task_puts_the_list_away(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    clerk.look()

    press(Qt.Key.Key_M, CTRL)
    type_text("2")
    clerk.settle()

    assert clerk.states() == []
    assert not part(clerk.window, QPushButton, "go").isVisible()
    assert focus_name() == "file"


def test_a_dropped_file_is_looked_at(at_lists: Opener) -> None:
    clerk = at_lists(_one_list())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(LIST)])

    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    clerk.page.dropEvent(event)
    clerk.settle()

    assert clerk.needs.asked == [(ListTask.ACCEPT, LIST, "")]


def test_the_dialog_for_files_opens_by_its_key_and_is_left_by_escape(at_lists: Opener, qtbot: QtBot) -> None:
    clerk = at_lists(_one_list())

    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(ESC)

    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(clerk.window.isActiveWindow)
    assert focus_name() == "file"
