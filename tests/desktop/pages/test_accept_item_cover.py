"""The look at the cover: one decision of its own for all of it, or a question that is not so and hands the cover back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.accepting import ALT, ENTER, ESC, F9, SPACE, AtCounter, shown_below


def test_enter_goes_on_to_what_is_missing_and_never_confirms_the_checklist(clerk: AtCounter) -> None:
    clerk.ordinary()

    for _ in range(3):
        clerk.key(ENTER)
        assert clerk.focus() == "confirm"
    clerk.key(F9)

    assert clerk.items() == []
    assert clerk.focus() == "confirm"
    assert "xem ngoài bì" in clerk.label("missing")


def test_space_decides_on_the_cover_where_the_focus_is_and_takes_it_back(clerk: AtCounter) -> None:
    clerk.ordinary()

    clerk.key(SPACE)
    ready = clerk.label("missing")
    clerk.key(SPACE)

    assert ready == "Đủ rồi: F9 để nhận"
    assert clerk.text("weight") == "340"
    assert clerk.label("missing") == "Còn thiếu: xem ngoài bì"


def test_another_letter_takes_the_decision_on_the_cover_back(clerk: AtCounter) -> None:
    clerk.ordinary(letter="b")
    clerk.key(SPACE)
    while clerk.focus() != "secrecy":
        clerk.key(ESC)

    clerk.type("c")

    assert clerk.label("missing") == "Còn thiếu: xem ngoài bì"


def test_alt_and_a_number_refuse_the_cover_with_the_reason_for_the_sender(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c")

    clerk.key(Qt.Key.Key_5, ALT)

    assert clerk.focus() == "hand_back"
    assert "niêm phong lại" in clerk.label("refusal")
    assert "Không nhận bưu gửi này" in clerk.label("missing")
    assert clerk.items() == []


def test_enter_on_the_refusal_records_it_and_the_next_item_begins(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c")
    clerk.key(Qt.Key.Key_5, ALT)

    clerk.key(ENTER)

    (event,) = clerk.events("item.refused")
    assert event.body() == {"line": "sealed", "point": "240000", "secrecy": "C", "shift": "2026-11-23/1"}
    assert clerk.items() == []
    assert (clerk.focus(), clerk.text("sender"), clerk.card()) == ("sender", "", "recent_card")
    assert event.id.text in shown_below(clerk.window)


def test_space_on_the_refusal_means_all_is_right_and_hands_nothing_back(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(Qt.Key.Key_1, ALT)

    clerk.key(SPACE)

    assert clerk.events("item.refused") == []
    assert clerk.label("missing") == "Đủ rồi: F9 để nhận"


@pytest.mark.parametrize("back", [(ESC, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_1, ALT)])
def test_a_refusal_can_be_taken_back_and_nothing_typed_is_lost(
    clerk: AtCounter, back: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    clerk.ordinary()
    clerk.key(Qt.Key.Key_1, ALT)

    clerk.key(*back)

    assert clerk.label("missing") == "Còn thiếu: xem ngoài bì"
    assert clerk.text("weight") == "340"
    assert clerk.events("item.refused") == []


def test_no_cover_is_refused_before_its_letter_is_known(clerk: AtCounter) -> None:
    clerk.key(Qt.Key.Key_1, ALT)

    assert clerk.focus() == "secrecy"
    assert "Chọn ký hiệu bì" in clerk.note("secrecy")


def test_alt_0_says_that_one_person_alone_may_open_the_cover(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a")

    clerk.key(Qt.Key.Key_0, ALT)
    clerk.key(SPACE)
    clerk.key(F9)

    (item,) = clerk.items()
    assert item.named_person
    assert "named_person" in item.checks
