"""«Sao lưu» by keys alone: how each place stands, what is done and where a refusal is said; then once on a real desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.app.backup_counter import BackupCounter
from kt1desk.app.flight_room import FlightCondition
from kt1desk.desktop.admin.backups_page import BackupsPage
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.backups import BackupNeeds
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.accepting import open_desk_of
from tests.support.backup_fakes import AWAY, FakeBackups, NotKeeping
from tests.support.backups import PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import counter
from tests.support.furnished import DEK
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, AtWorks, Opener

At = Callable[[BackupNeeds], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    return lambda needs: at_works(lambda jobs: AdminPage({"Sao lưu": BackupsPage(needs, jobs)}), Place.ADMIN)


def test_each_place_stands_with_the_age_of_its_last_good_backup_and_what_failed_since(at: At) -> None:
    chief = at(FakeBackups())

    chief.press(DOWN)

    assert [row[2:] for row in chief.rows("places")] == [
        ("09:00 23/11 · 3 giờ trước", "tốt"),
        ("10:00 20/11 · 3 ngày trước", "không sao lưu được"),
        ("—", "chưa đặt"),
        ("—", "còn thiếu 12 việc"),
    ]
    said = "Từ sau 10:00 20/11 không sao lưu được; thử gần nhất 11:50 23/11."
    assert chief.text("trouble") == f"{said} {AWAY}"
    assert chief.rows("copies") == []


def test_f9_says_where_one_was_made_and_why_none_was_elsewhere(at: At) -> None:
    needs = FakeBackups()
    chief = at(needs)

    chief.press(F9)

    assert needs.done == [("back_up",)]
    assert chief.said[0].startswith("Đang sao lưu.")
    assert chief.said[-1] == "Đã sao lưu và kiểm tra: Ổ thứ hai. Không sao lưu được: USB."
    assert chief.text("problem") == f"USB: {AWAY}"


def test_f8_reads_the_backup_at_hand_and_says_what_it_found(at: At) -> None:
    needs = FakeBackups()
    chief = at(needs)

    chief.ctrl("L")
    chief.press(DOWN, F8)
    good = chief.said[-1]
    needs.refusal = DeskError("backup.damaged")
    chief.press(F8)

    assert needs.done == [("check", "D:\\SaoLuu\\kt1desk-7-20261122-090000")]
    assert good == "Bản kt1desk-7-20261122-090000 tốt: đã đọc lại trọn."
    assert chief.text("problem") == sentence(DeskError("backup.damaged"))


def test_without_a_backup_at_hand_nothing_is_read(at: At) -> None:
    needs = FakeBackups()
    chief = at(needs)

    chief.press(DOWN, DOWN, F8)

    assert needs.done == []
    assert "Chọn một bản sao lưu" in chief.said[-1]


def test_a_folder_is_set_by_enter_and_an_empty_one_ends_the_place(at: At) -> None:
    needs = FakeBackups()
    chief = at(needs)
    chief.press(DOWN, DOWN)

    chief.ctrl("E")
    chief.enter("S:\\SaoLuu")
    told = chief.said[-1]
    chief.ctrl("E")
    chief.field("folder").clear()
    chief.press(ENTER)

    assert needs.done == [("use", "share", "S:\\SaoLuu"), ("use", "share", "")]
    assert told == "Thư mục mạng: đã đặt. Bản đầu tự được ghi trong giây lát."
    assert chief.rows("places")[2][1] == "—"
    assert chief.table("places").hasFocus()


def test_a_folder_that_is_none_is_said_below_it_and_esc_puts_the_old_one_back(at: At) -> None:
    needs = FakeBackups(refusal=DeskError("backup.path", "disk"))
    chief = at(needs)

    chief.ctrl("E")
    chief.enter("D:\\khong-co")
    said, typed = chief.note("folder"), chief.field("folder").text()
    chief.press(ESC)

    assert (said, typed) == (sentence(DeskError("backup.path")), "D:\\khong-co")
    assert chief.field("folder").text() == "D:\\SaoLuu"
    assert chief.table("places").hasFocus()


def test_whoever_may_not_set_a_place_is_told_so_beside_it(at: At) -> None:
    error = DeskError("user.not_allowed", "user", act="configure_devices")
    controller = at(FakeBackups(refusal=error))

    controller.ctrl("E")
    controller.enter("E:\\x")

    assert controller.text("problem") == sentence(error)


def test_whoever_keeps_no_backups_sees_the_sentence_and_nothing_else(at: At) -> None:
    needs = NotKeeping()
    inspector = at(needs)

    inspector.press(F9)

    assert inspector.text("problem") == sentence(DeskError("user.not_allowed", "user", act="keep_backups"))
    assert (inspector.sees("places"), inspector.sees("copies"), inspector.sees("back_up")) == (
        False,
        False,
        False,
    )
    assert needs.done == []


def test_on_a_real_desk_a_place_is_set_a_backup_made_and_read_again(at: At, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with counter(tmp_path) as desk:
        KeyRing(desk.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB)).create(
            0, DEK, {"chief": PASSWORD}
        )
        chief = at(BackupCounter(open_desk_of(desk, "chief"), desk.folder, FlightCondition))

        chief.press(DOWN)
        chief.ctrl("E")
        chief.enter(str(tmp_path / "stick"))
        chief.press(F9, F8)

        assert chief.rows("places")[1][1] == str(tmp_path / "stick")
        assert chief.rows("places")[1][2:] == ("12:00 23/11 · vừa xong", "tốt")
        assert len(chief.rows("copies")) == 1
        assert chief.said[-1].endswith("tốt: đã đọc lại trọn.")
