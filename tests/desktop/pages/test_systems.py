"""«Hệ thống khác» by keys alone: what waits, the next file, one of before again, what came back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.files import SYSTEMS, FilesPage
from kt1desk.desktop.systems.work import SystemsWork
from kt1desk.domain.errors import DeskError
from tests.support.plain_desk import PlainPage
from tests.support.system_fakes import CASES, KT1, FakeSystems
from tests.support.work_page import DOWN, ESC, F8, F9, AtWorks, Opener

At = Callable[[FakeSystems], AtWorks]
FILE = "/media/usb/bccp-kt1-261122-1452.xlsx"


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeSystems) -> AtWorks:
        made = at_works(lambda jobs: FilesPage(PlainPage("LISTS"), SystemsWork(needs, jobs)), Place.LISTS)
        made.ctrl("2")
        return made

    return make


def column(clerk: AtWorks, name: str, at: int) -> list[str]:
    """Of a table in sight; nothing while it is out of sight."""
    return [row[at] for row in clerk.rows(name)] if clerk.sees(name) else []


def test_each_system_says_how_far_it_is_behind_and_the_chosen_one_what(at: At) -> None:
    clerk = at(FakeSystems())

    assert column(clerk, "systems", 1) == ["4", "0", "0"]
    assert column(clerk, "systems", 2) == ["3", "2", "0"]
    assert clerk.text("about_behind") == "4 chưa ghi vào tệp, 3 chờ trả lời."
    assert column(clerk, "rows", 2)[2:4] == [f"trong tệp {KT1}-0-4, chờ trả lời", "chưa ghi vào tệp nào"]

    clerk.press(DOWN)
    assert clerk.text("about_behind") == "0 chưa ghi vào tệp, 2 chờ trả lời."
    assert len(column(clerk, "rows", 0)) == 2


def test_f9_writes_what_was_in_no_file_and_says_where(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)

    clerk.press(F9)

    assert needs.written == [(KT1, FILE, "")]
    assert clerk.said[-1] == f"Đã ghi tệp {KT1}-0-5, 4 dòng, vào {FILE}."
    assert column(clerk, "systems", 1)[0] == "0"

    clerk.press(F9)
    assert "Không còn gì chưa ghi" in clerk.text("problem")


def test_a_lost_file_is_made_again_from_a_line_that_stood_in_it(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)

    clerk.ctrl("E")
    first = list(needs.written)
    clerk.ctrl("L")
    for _ in range(3):
        clerk.press(DOWN)
    clerk.ctrl("E")

    assert first == [(KT1, FILE, f"{KT1}-0-4")]
    assert needs.written == first, "the fourth line stood in none"
    assert "F9 để ghi tệp" in clerk.text("problem")


def test_a_name_that_was_typed_stays_and_where_no_file_can_be_is_said_at_it(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)
    field = clerk.field("file")
    field.setText("/nowhere/bccp.xlsx")
    needs.refuse = DeskError("system.no_folder", "file")

    clerk.press(F9)

    assert "Không có thư mục này" in clerk.note("file")
    assert field.hasFocus()
    needs.refuse = None
    clerk.press(F9)
    assert needs.written[-1][1] == "/nowhere/bccp.xlsx"


def test_an_answer_stands_line_by_line_until_somebody_goes_on(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)
    clerk.press(DOWN)
    clerk.field("answer").setText("/media/usb/tra-loi.xlsx")
    needs.lists[KT1] = ()

    clerk.press(F8)

    assert needs.taken == [(CASES, "/media/usb/tra-loi.xlsx")]
    assert column(clerk, "answers", 2) == ["Đã ghi nhận", "Đã biết từ trước", "Không nhận", "Đã ghi nhận"]
    assert column(clerk, "answers", 3)[0] == "Mã hồ sơ đã chép vào hồ sơ"
    assert column(clerk, "answers", 3)[2].startswith("Bàn này không có số này")
    clerk.press(DOWN, DOWN)
    assert "Xem lại số trong tệp trả về." in clerk.text("about_behind"), "the whole reason of the chosen line"
    assert clerk.said[-1] == "Đã nhập tệp trả về: 3 trên 4 dòng được ghi nhận."
    assert column(clerk, "systems", 1)[0] == "0", "counted again"
    clerk.press(ESC)
    assert column(clerk, "answers", 0) == []
    assert len(column(clerk, "rows", 0)) == 2


def test_without_a_file_nothing_is_taken_in_and_the_field_asks_for_one(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)

    clerk.press(F8)

    assert needs.taken == []
    assert clerk.note("answer") == "Gõ tên tệp."
    assert clerk.field("answer").hasFocus()


def test_what_was_shown_is_dropped_where_a_clearance_ends(at: At) -> None:
    needs = FakeSystems()
    clerk = at(needs)
    needs.lists = {CASES: needs.lists[CASES]}
    needs._kinds = [kind for kind in needs._kinds if kind.system == CASES]

    clerk.page.forget()
    clerk.settle()

    assert column(clerk, "systems", 1) == ["0"]
    assert not [number for number in column(clerk, "rows", 0) if number.startswith("ME")]


def test_the_work_is_reached_by_its_key_and_by_name(at: At) -> None:
    clerk = at(FakeSystems())

    clerk.ctrl("1")
    assert not isinstance(clerk.page, FilesPage) or clerk.page.is_in_front("brought")
    clerk.window.go(Place.LISTS, SYSTEMS)
    clerk.settle()
    assert isinstance(clerk.page, FilesPage)
    assert clerk.page.is_in_front(SYSTEMS)
