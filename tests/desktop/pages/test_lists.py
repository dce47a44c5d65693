"""A list by keyboard alone: look first, confirm, take line by line, stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs import LineShape, ListTask
from kt1desk.desktop.widgets import ChecklistRow
from tests.support.keys import focus_name, part, press
from tests.support.list_fakes import ACCEPTED_BEFORE, FakeLists, Turnstile, example
from tests.support.list_page import CTRL, ENTER, ESC, F9, LIST, Opener, one_list
from tests.support.plain_desk import PlainPage


def test_enter_looks_at_the_typed_file_and_shows_each_line_with_its_state_in_words(at_lists: Opener) -> None:
    clerk = at_lists(one_list())

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
    clerk = at_lists(one_list())

    clerk.look()

    ready = [each for each in clerk.needs.files[LIST].lines if each.shape is LineShape.READY]
    total, cash = sum(each.total_dong for each in ready), sum(each.cash_dong for each in ready)
    assert clerk.text("total_value") == f"{total:,} đ".replace(",", ".")
    assert clerk.text("cash_value") == f"{cash:,} đ".replace(",", ".")


def test_no_figure_and_no_sentence_waits_for_its_room_while_a_list_is_taken(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
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
    clerk = at_lists(one_list())
    clerk.look()

    press(Qt.Key.Key_Down)

    assert clerk.text("line_title") == "Dòng 3 · MX 000 000 513 VN"
    assert clerk.text("line_reason") == ACCEPTED_BEFORE


def test_only_refused_lines_are_shown_by_a_key_and_all_again_by_escape(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()

    press(Qt.Key.Key_L, CTRL)
    only = clerk.states()
    press(ESC)

    assert [state.partition(":")[0] for state in only] == ["Từ chối"] * 3
    assert len(clerk.states()) == 20


def test_nothing_is_taken_before_the_clerk_says_that_each_cover_was_looked_at(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()

    press(F9)
    clerk.settle()

    assert clerk.needs.taken == 0
    assert "Chưa xác nhận" in clerk.seen("problem")
    assert focus_name() == "checked"


def test_enter_never_confirms_and_never_takes(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()
    press(F9)

    press(ENTER)
    press(ENTER)
    clerk.settle()

    assert clerk.needs.taken == 0
    assert not part(clerk.window, ChecklistRow, "checked").isChecked()


def test_confirmed_by_its_own_key_the_list_is_taken_and_each_line_gets_its_number(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
    clerk.look()

    press(Qt.Key.Key_B, CTRL)
    press(F9)
    clerk.settle()

    assert clerk.states()[0] == "Đã nhận MX 000 000 002 VN"
    assert clerk.text("good_value") == "16 dòng"
    assert "Đã nhận 16 dòng" in clerk.seen("outcome")
    assert "đã nhận 16 trên 20 dòng" in clerk.note("search")


def test_what_was_confirmed_holds_for_one_look_only(at_lists: Opener) -> None:
    clerk = at_lists(one_list())
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

    press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
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
