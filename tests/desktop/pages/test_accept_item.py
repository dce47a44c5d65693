"""Accepting an item by keyboard alone, in the real window on a real encrypted desk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.support.accepting import CTRL, ENTER, ESC, F8, F9, SPACE, AtCounter, shown_below
from tests.support.desks import marker_refused
from tests.support.keys import press, type_text

SENDER = "Sở Nội vụ tỉnh Lạng Sơn"
RECEIVER = "Ủy ban nhân dân xã Văn Lãng, tỉnh Lạng Sơn"


def test_fragments_letter_urgency_weight_space_and_f9_accept_an_item(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c", urgency="2")

    clerk.key(SPACE)
    clerk.key(F9)

    (item,) = clerk.items()
    assert (item.item, item.product, item.secrecy, item.urgency) == (
        "MX000000014VN",
        "KT1010",
        "C",
        "express",
    )
    assert item.sender is not None
    assert item.receiver is not None
    assert (item.sender.name, item.receiver.name, item.weight_g) == (SENDER, RECEIVER, 340)
    assert [paper.role for paper in clerk.desk.papers_of(item.item)] == ["receipt", "label"]
    assert len(clerk.woken) == 1


def test_after_an_item_the_next_begins_at_its_sender_with_nothing_of_the_one_before(clerk: AtCounter) -> None:
    clerk.ordinary(letter="b", urgency="2")

    clerk.key(SPACE)
    clerk.key(F9)

    assert clerk.focus() == "sender"
    assert [clerk.text(name) for name in ("number", "sender", "receiver", "weight")] == [""] * 4
    assert (clerk.chosen("secrecy"), clerk.chosen("urgency")) == (None, None)
    assert clerk.card() == "recent_card"
    assert "MX 000 000 014 VN" in shown_below(clerk.window)
    assert "MX 000 000 028 VN" in clerk.note("number")


def test_keys_typed_faster_than_any_answer_land_in_their_own_fields(clerk: AtCounter) -> None:
    type_text("snv")
    press(ENTER)
    type_text("ubvl")
    press(ENTER)
    type_text("a2" + "1250")
    press(SPACE)
    press(F9)
    type_text("tu")
    press(ENTER)
    type_text("snv")
    press(ENTER)
    type_text("0")
    clerk.settle()

    (item,) = clerk.items()
    assert (item.secrecy, item.urgency, item.weight_g) == ("A", "express", 1250)
    assert clerk.text("sender") == "Tỉnh ủy Lạng Sơn"
    assert clerk.text("receiver") == SENDER
    assert (clerk.chosen("secrecy"), clerk.text("weight")) == ("none", "")


def test_a_late_answer_to_a_shorter_fragment_is_never_chosen(clerk: AtCounter) -> None:
    clerk.type("s")

    type_text("ng")
    press(ENTER)
    clerk.settle()

    assert clerk.text("sender") == "Sở Ngoại vụ tỉnh Lạng Sơn"


def test_esc_goes_back_input_by_input_and_loses_nothing(clerk: AtCounter) -> None:
    clerk.ordinary()
    passed = []

    for _ in range(5):
        passed.append(clerk.focus())
        clerk.key(ESC)

    assert passed == ["weight", "urgency", "secrecy", "receiver", "sender"]
    assert [clerk.text(name) for name in ("sender", "receiver", "weight")] == [SENDER, RECEIVER, "340"]
    assert (clerk.chosen("secrecy"), clerk.chosen("urgency")) == ("none", "none")


def test_esc_first_shuts_the_list_and_enter_opens_it_again_without_choosing(clerk: AtCounter) -> None:
    clerk.type("snv")

    clerk.key(ESC)
    at_once = clerk.focus(), clerk.text("sender")
    clerk.key(ENTER)
    opened = clerk.text("sender")
    clerk.key(ENTER)

    assert at_once == ("sender", "snv")
    assert opened == "snv"
    assert clerk.text("sender") == SENDER


def test_enter_on_an_empty_receiver_offers_whom_this_sender_writes_to(clerk: AtCounter) -> None:
    clerk.desk.accept()
    clerk.type("snv")
    clerk.key(ENTER)

    clerk.key(ENTER)
    clerk.key(ENTER)

    assert clerk.text("receiver") == RECEIVER


def test_f8_repeats_parties_and_marks_and_asks_for_weight_and_cover_again(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a", urgency="2")
    clerk.key(SPACE)
    clerk.key(F9)

    clerk.key(F8)
    before = clerk.focus(), clerk.text("weight"), clerk.label("missing")
    clerk.type("900")
    clerk.key(SPACE)
    clerk.key(F9)

    assert before == ("weight", "", "Còn thiếu: khối lượng, xem ngoài bì")
    first, second = clerk.items()
    assert (second.product, second.weight_g, second.sender) == (first.product, 900, first.sender)


def test_f8_says_why_it_does_nothing(clerk: AtCounter) -> None:
    clerk.key(F8)
    nothing_before = shown_below(clerk.window)
    clerk.ordinary()
    clerk.key(SPACE)
    clerk.key(F9)
    clerk.type("tu")

    clerk.key(F8)

    assert "Chưa có bì nào" in nothing_before
    assert "còn dở" in shown_below(clerk.window)
    assert clerk.text("sender") == "tu"


def test_an_agency_found_by_search_becomes_the_sender_then_the_receiver(clerk: AtCounter) -> None:
    for typed in ("snv", "ubvl"):
        clerk.key(Qt.Key.Key_K, CTRL)
        clerk.type(typed)
        clerk.key(ENTER)

    assert (clerk.text("sender"), clerk.text("receiver")) == (SENDER, RECEIVER)
    assert clerk.focus() == "secrecy"


def test_an_item_that_stands_though_the_disk_failed_after_it_is_not_on_the_form_to_be_accepted_again(
    clerk: AtCounter,
) -> None:
    clerk.ordinary()
    clerk.key(SPACE)
    with marker_refused(clerk.desk):
        clerk.key(F9)
    told = shown_below(clerk.window)

    clerk.key(F9)

    assert "không nhập lại" in told
    assert len(clerk.items()) == 1
    assert clerk.text("weight") == ""
