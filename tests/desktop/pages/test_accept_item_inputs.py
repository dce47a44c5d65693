"""Weight, agreed time, number and whatever is missing: each refusal stands below its input, which has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.widgets import SearchPopup
from kt1desk.domain.errors import DeskError
from tests.support.accepting import CTRL, ENTER, ESC, F9, SPACE, AtCounter

SENDER = "Sở Nội vụ tỉnh Lạng Sơn"


def test_f9_goes_to_the_first_input_that_is_missing_and_says_so_there(clerk: AtCounter) -> None:
    seen = []
    for typed in ("", "snv", "ubvl", "0", "1", "340"):
        clerk.type(typed)
        if typed in {"snv", "ubvl"}:
            clerk.key(ENTER)
        clerk.key(F9)
        name = clerk.focus()
        seen.append((name, clerk.note_role(name) if name != "confirm" else "error"))

    assert seen == [
        (name, "error") for name in ("sender", "receiver", "secrecy", "urgency", "weight", "confirm")
    ]
    assert clerk.items() == []
    assert clerk.text("sender") == SENDER


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("3a4 0", "340"), ("abc", ""), ("-7", "7"), ("12345678", "123456")],
)
def test_letters_and_signs_never_stand_in_the_weight_and_that_is_said(
    clerk: AtCounter, typed: str, shown: str
) -> None:
    clerk.parties()
    clerk.type("01")

    for character in typed:
        clerk.type(character)
        if not character.isdigit() and character != " ":
            assert "Chỉ gõ số gam" in clerk.note("weight")

    assert clerk.text("weight") == shown


@pytest.mark.parametrize("typed", ["12,5", "1.200"])
def test_a_comma_or_a_point_in_the_weight_stays_there_and_is_refused(clerk: AtCounter, typed: str) -> None:
    clerk.ordinary(weight=typed)
    clerk.key(SPACE)

    clerk.key(F9)

    assert clerk.text("weight") == typed
    assert (clerk.note("weight"), clerk.note_role("weight")) == (
        "Chỉ gõ số gam, không dấu phẩy, dấu chấm",
        "error",
    )
    assert clerk.label("missing") == clerk.note("weight")
    assert clerk.items() == []


@pytest.mark.parametrize("typed", ["0", "12,5", "100000"])
def test_enter_stays_at_a_refused_weight_and_the_next_digits_replace_it(clerk: AtCounter, typed: str) -> None:
    clerk.ordinary(weight=typed)

    clerk.key(ENTER)
    stayed = clerk.focus(), clerk.note_role("weight")
    clerk.type("340")

    assert stayed == ("weight", "error")
    assert clerk.text("weight") == "340"


@pytest.mark.parametrize(("typed", "word"), [("0", "lớn hơn 0 g"), ("100000", "100.000 g vượt mức 50.000 g")])
def test_an_impossible_weight_is_refused_below_it_and_keeps_the_focus(
    clerk: AtCounter, typed: str, word: str
) -> None:
    clerk.ordinary(weight=typed)
    clerk.key(SPACE)

    clerk.key(F9)

    assert word in clerk.note("weight")
    assert clerk.note_role("weight") == "error"
    assert (clerk.focus(), clerk.text("weight")) == ("weight", typed)
    assert clerk.items() == []


def test_a_mended_weight_takes_the_refusal_back(clerk: AtCounter) -> None:
    clerk.ordinary(weight="0")

    clerk.type("9")

    assert clerk.note_role("weight") == "muted"
    assert clerk.text("weight") == "09"


def test_the_agreed_time_is_understood_as_people_type_it(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("03")
    clerk.type("8h 24/11")

    clerk.key(ENTER)
    clerk.type("340")
    clerk.key(SPACE)
    clerk.key(F9)

    (item,) = clerk.items()
    assert item.agreed_ms == item.deadline_ms == 1_795_482_000_000
    assert item.product == "KT1003"


def test_hen_gio_without_its_time_only_says_that_the_time_is_missing(clerk: AtCounter) -> None:
    clerk.parties()

    clerk.type("03")

    assert clerk.note("urgency").startswith("KT1003")
    assert "giờ hẹn" in clerk.label("missing")
    assert "toàn trình" not in clerk.label("missing")


def test_an_agreed_time_that_is_past_makes_no_deadline(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("03")

    clerk.type("11:00")
    clerk.key(ENTER)

    assert "Giờ hẹn đã qua" in clerk.note("agreed")
    assert clerk.label("deadline") == "–"
    assert "trễ" not in clerk.label("time_left")


def test_a_scan_shuts_the_list_so_that_enter_takes_no_row_of_it(clerk: AtCounter) -> None:
    clerk.type("snv")

    clerk.page.take_scan("MX000000028VN")
    clerk.settle()

    assert not any(popup.isVisible() for popup in clerk.window.findChildren(SearchPopup))
    clerk.key(ENTER)
    assert clerk.text("sender") == "snv"


def test_esc_clears_a_fragment_before_it_goes_back(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.type("xx")

    seen = []
    for _ in range(2):
        clerk.key(ESC)
        seen.append((clerk.focus(), clerk.text("receiver")))

    assert seen == [("receiver", ""), ("sender", "")]
    assert clerk.text("sender") == SENDER


def test_how_the_agreed_time_was_understood_stands_below_it(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("03")

    clerk.type("8h 24/11")
    clerk.key(ENTER)

    assert clerk.note("agreed") == "Phát lúc 08:00 24/11/2026"
    assert clerk.focus() == "weight"


@pytest.mark.parametrize(
    ("typed", "word"),
    [("11:00", "Giờ hẹn đã qua"), ("25:00", "Không đọc được giờ"), ("mai", "Không đọc được giờ")],
)
def test_an_agreed_time_that_is_past_or_none_is_refused_below_it(
    clerk: AtCounter, typed: str, word: str
) -> None:
    clerk.parties()
    clerk.type("04")
    clerk.type(typed)
    clerk.key(Qt.Key.Key_Tab)
    if clerk.focus() != "weight":
        clerk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        clerk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    clerk.type("340")
    clerk.key(SPACE)

    clerk.key(F9)

    assert word in clerk.note("agreed")
    assert (clerk.focus(), clerk.text("agreed")) == ("agreed", typed)
    assert clerk.items() == []


def test_an_unknown_agency_is_refused_below_it_and_what_follows_chooses_nobody(clerk: AtCounter) -> None:
    clerk.type("xx")

    clerk.key(ENTER)

    assert "Không có trong danh mục" in clerk.note("sender")
    assert (clerk.focus(), clerk.text("sender")) == ("sender", "xx")


def test_a_scan_of_a_label_of_the_roll_fills_the_number(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(SPACE)

    taken = clerk.page.take_scan("MX000000028VN")
    clerk.settle()
    clerk.key(F9)

    assert taken
    assert [item.item for item in clerk.items()] == ["MX000000028VN"]


def test_a_scan_of_a_number_of_another_desk_is_refused_below_it_in_words(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(SPACE)
    clerk.page.take_scan("ME473124829VN")
    clerk.settle()

    clerk.key(F9)

    assert "không thuộc dải của bàn" in clerk.note("number")
    assert clerk.focus() == "number"
    assert clerk.items() == []


def test_a_number_that_was_used_is_refused_below_it(clerk: AtCounter) -> None:
    used = clerk.desk.accept().item

    clerk.page.take_scan(used)
    clerk.settle()

    assert "đã dùng" in clerk.note("number")
    assert clerk.note_role("number") == "error"


def test_a_scan_with_a_wrong_check_digit_is_no_number_and_any_other_code_is_not_taken(
    clerk: AtCounter,
) -> None:
    with pytest.raises(DeskError, match=r"number\.check_digit"):
        clerk.page.take_scan("MX000000029VN")

    assert not clerk.page.take_scan("TUI25000017")
    assert clerk.text("number") == ""


def test_a_scan_in_the_middle_of_a_text_leaves_the_keyboard_there(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.type("vien khoa")

    clerk.page.take_scan("MX000000028VN")
    clerk.type(" hoc")

    assert clerk.text("other_name") == "vien khoa hoc"
    assert clerk.text("number") == "MX 000 000 028 VN"


def test_a_scan_where_nothing_is_typed_yet_goes_on_to_what_is_missing(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.page.take_scan("MX000000028VN")

    assert clerk.focus() == "secrecy"
