"""The page of incidents by keys and scans alone: what is open, who must be told, what was done, who ends it, and a new record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.desktop.navigation import Place, incident_about
from kt1desk.desktop.pages.incidents import IncidentsPage
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.services.incidents import IncidentDraft
from tests.support.desk_fakes import NOW_MS, PASSWORD
from tests.support.incident_fakes import BAG, GRAVE, LATE, LOST_ITEM, NEW_ITEM, FakeIncidents
from tests.support.keys import focus_name
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, AtWorks, Opener

MINUTE = 60_000
At = Callable[[], tuple[AtWorks, FakeIncidents]]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make() -> tuple[AtWorks, FakeIncidents]:
        needs = FakeIncidents()
        return at_works(lambda jobs: IncidentsPage(needs, jobs), Place.INCIDENTS), needs

    return make


def test_open_records_are_listed_with_gravity_and_age_in_words_and_closed_ones_on_demand(at: At) -> None:
    clerk, _ = at()

    assert [row[:2] for row in clerk.rows()] == [
        ("Nghiêm trọng", "3 ngày, quá hạn"),
        ("Nặng", "5 giờ"),
        ("Nhẹ", "30 giờ, lâu"),
    ]
    assert clerk.text("list_count") == "3 biên bản · 1 quá hạn"
    assert clerk.text("thing_number") == "Bưu gửi ME 473 124 829 VN"
    clerk.ctrl("2")
    assert clerk.rows()[3][1] == "đã xong"
    clerk.press(DOWN, DOWN, DOWN)
    assert clerk.text("thing_state").startswith("Đã kết thúc lúc")
    assert not clerk.sees("close_incident")


def test_enter_asks_who_was_told_and_each_is_written_with_way_and_time(at: At) -> None:
    clerk, needs = at()

    clerk.press(ENTER)
    clerk.type("1")
    clerk.type("4")
    clerk.field("told").selectAll()
    clerk.enter("14:30")

    assert needs.written == [("tell", GRAVE, "province_post", "duty_officer", NOW_MS - 22 * MINUTE)]
    assert clerk.rows()[0][4] == "báo 2 nơi"
    assert clerk.said == [f"Đã ghi giờ báo: biên bản {GRAVE}."]


def test_the_time_is_now_unless_another_one_is_typed_and_nonsense_is_said_under_it(at: At) -> None:
    clerk, needs = at()
    clerk.ctrl("B")
    clerk.press(F9)
    assert "Chọn nơi đã báo" in clerk.text("problem")
    clerk.type("2")
    clerk.type("1")
    clerk.field("told").selectAll()
    clerk.enter("hôm qua")
    assert "Gõ giờ như 14:52" in clerk.note("told")

    clerk.press(ESC)
    clerk.ctrl("B")
    clerk.type("2")
    clerk.type("1")
    clerk.press(F9)

    assert needs.written == [("tell", GRAVE, "science_department", "telephone", 0)]


def test_a_remedy_is_one_digit(at: At) -> None:
    clerk, needs = at()
    clerk.press(DOWN)
    clerk.press(ENTER)
    clerk.type("1")

    assert needs.written == [("remedy", LATE, "resealed")]
    assert clerk.rows()[1][4] == "kết thúc"


def test_who_opened_a_record_has_another_person_end_it_with_his_password(at: At) -> None:
    clerk, needs = at()
    clerk.press(F8)
    assert "(lan) không tự kết thúc" in clerk.text("second_note")
    clerk.type("3")
    clerk.enter("minh", "sai")
    assert (focus_name(), clerk.field("password").text()) == ("password", "")
    assert "không đúng" in clerk.note("password")

    clerk.enter(PASSWORD)

    assert needs.written == [("close", GRAVE, "with_police", "minh")]
    assert len(clerk.rows()) == 2


def test_whoever_did_not_open_it_ends_it_himself(at: At) -> None:
    clerk, needs = at()
    clerk.press(DOWN, F8)
    assert not clerk.sees("second_card")
    clerk.press(F9)
    assert "Chọn kết quả" in clerk.text("problem")
    clerk.type("1")
    clerk.press(F9)

    assert needs.written == [("close", LATE, "solved", "")]


def test_a_refusal_stands_where_it_belongs_and_nothing_is_lost(at: At) -> None:
    clerk, needs = at()
    needs.refusal = DeskError("incident.not_told", "told", who="Công an tỉnh")
    clerk.press(DOWN, F8)
    clerk.type("1")
    clerk.press(F9)

    assert "Chưa báo cho Công an tỉnh" in clerk.text("problem")
    assert clerk.sees("outcome")


def test_a_record_of_another_point_is_shown_and_printed_but_not_written_to(at: At) -> None:
    clerk, needs = at()
    clerk.press(DOWN, DOWN)
    clerk.ctrl("B")
    assert "điểm khác lập" in clerk.text("problem")
    clerk.ctrl("P")

    assert [what[0] for what in needs.written] == ["print"]


def test_a_new_record_is_a_scan_a_reason_and_the_key_that_keeps_it(at: At) -> None:
    clerk, needs = at()
    assert clerk.scan(NEW_ITEM) == [""]
    clerk.type("mat")
    clerk.press(ENTER)
    clerk.press(ENTER, ENTER)

    assert needs.opened == [IncidentDraft("lost", ThingKind.ITEM, NEW_ITEM)]
    assert clerk.text("thing_number") == "Bưu gửi ME 473 124 775 VN"


def test_who_handed_it_over_and_when_it_was_found_are_written_where_they_are_typed(at: At) -> None:
    clerk, needs = at()
    clerk.ctrl("N")
    clerk.enter(BAG)
    clerk.type("niem")
    clerk.press(ENTER)
    clerk.type("vu")
    clerk.press(ENTER)
    clerk.field("found").selectAll()
    clerk.enter("13:52 21/11")

    (draft,) = needs.opened
    assert (draft.code, draft.thing, draft.other_point) == ("seal_wrong", ThingKind.RECEPTACLE, "240500")
    assert draft.found_ms == NOW_MS - 25 * 60 * MINUTE


def test_a_scan_of_what_has_an_open_record_brings_that_record_to_hand(at: At) -> None:
    clerk, _ = at()
    assert clerk.scan(BAG, LOST_ITEM) == ["", ""]

    assert clerk.text("thing_number") == "Bưu gửi ME 473 124 829 VN"
    assert not clerk.sees("new_card")
    assert clerk.scan("H37.10-261120-0005") == ["refused"]


def test_what_lacks_in_a_new_record_is_said_under_its_input(at: At) -> None:
    clerk, needs = at()
    clerk.ctrl("N")
    clerk.press(F9)
    assert "Quét hoặc gõ số" in clerk.note("number")
    clerk.enter(NEW_ITEM)
    clerk.press(F9)
    assert "Chọn loại sự vụ" in clerk.note("code")
    needs.refusal = DeskError("incident.already", "number", incident=GRAVE)
    clerk.type("mat")
    clerk.press(ENTER, F9)
    assert GRAVE in clerk.note("number")
    assert needs.opened == []


def test_another_page_asks_for_a_record_about_what_stands_there(at: At) -> None:
    clerk, _ = at()
    clerk.window.go(Place.INCIDENTS, incident_about("item", NEW_ITEM))
    clerk.settle()

    assert clerk.field("number").text() == "ME 473 124 775 VN"
    assert clerk.field("code").hasFocus()
    clerk.press(ESC)
    assert clerk.table().hasFocus()
