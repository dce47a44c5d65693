"""What stands around a list, by keyboard alone: the file and its number, the report, the catalogues for those who may."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kt1desk.desktop.needs import ListTask
from kt1desk.desktop.widgets import FieldEdit, FieldState
from tests.support.keys import focus_name, part, press, type_text
from tests.support.list_fakes import FakeLists, catalogue
from tests.support.list_page import CATALOGUE, CTRL, ENTER, ESC, F8, F9, LIST, Opener, one_list


def test_a_file_that_cannot_be_read_is_said_at_its_field_with_the_path_kept(at_lists: Opener) -> None:
    clerk = at_lists(FakeLists())

    clerk.look("/usb/khong-co.xlsx")

    assert part(clerk.window, FieldEdit, "file").state() is FieldState.ERROR
    assert "Không còn tệp nào" in clerk.note("file")
    assert part(clerk.window, FieldEdit, "file").text() == "/usb/khong-co.xlsx"
    assert focus_name() == "file"


def test_the_number_of_the_list_goes_with_the_file(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()

    part(clerk.window, FieldEdit, "list_id").setFocus()
    type_text("27/DS")
    press(ENTER)
    clerk.settle()

    assert clerk.needs.asked[-1] == (ListTask.ACCEPT, LIST, "27/DS")


def test_the_report_goes_beside_the_list_unless_the_clerk_types_another_place(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()

    press(F8)
    asked_in_place_of_the_file = not part(clerk.window, FieldEdit, "file").isVisible()
    press(ENTER)
    clerk.settle()

    assert asked_in_place_of_the_file
    assert part(clerk.window, FieldEdit, "file").isVisible()
    assert clerk.needs.reports == ["/usb/so-noi-vu-27-ket-qua.xlsx"]
    assert "Đã lưu báo cáo vào so-noi-vu-27-ket-qua.xlsx." in clerk.note("search")
    assert focus_name() == "lines"


def test_a_report_of_another_kind_is_refused_at_its_field(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
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
    clerk = at_lists(one_list())
    clerk.look()

    press(Qt.Key.Key_M, CTRL)
    type_text("2")
    clerk.settle()

    assert clerk.states() == []
    assert not part(clerk.window, QPushButton, "go").isVisible()
    assert focus_name() == "file"


def test_a_dropped_file_is_looked_at(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
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
    clerk = at_lists(one_list())

    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(ESC)

    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(clerk.window.isActiveWindow)
    assert focus_name() == "file"
