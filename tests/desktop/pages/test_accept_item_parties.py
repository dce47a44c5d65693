"""Receivers outside the list, and texts that cannot be kept or printed: refused at their input, where they stay."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt

from kt1desk.domain.errors import DeskError
from tests.support.accepting import CTRL, ENTER, ESC, F8, F9, SPACE, AtCounter

NAME = "Trường Chính trị tỉnh Cao Bằng"
ADDRESS = "Số 2, phường Thục Phán, tỉnh Cao Bằng"


def write_other(clerk: AtCounter, name: str = NAME, address: str = ADDRESS) -> None:
    """A receiver as on the cover, name and address pasted."""
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.paste(name)
    clerk.key(ENTER)
    clerk.type("cao bang")
    clerk.key(ENTER)
    clerk.paste(address)
    clerk.key(ENTER)


def begin_other(clerk: AtCounter, name: str = NAME, address: str = ADDRESS) -> None:
    """The same after the sender."""
    clerk.type("snv")
    clerk.key(ENTER)
    write_other(clerk, name, address)


def finish(clerk: AtCounter) -> None:
    """Letter, urgency, weight, the look at the cover, F9."""
    for typed in ("0", "1", "340"):
        clerk.type(typed)
    clerk.key(SPACE)
    clerk.key(F9)


def test_a_receiver_outside_the_list_is_written_as_on_the_cover(clerk: AtCounter) -> None:
    begin_other(clerk)

    finish(clerk)

    (item,) = clerk.items()
    assert item.receiver is not None
    assert (item.receiver.agency, item.receiver.name, item.receiver.address) == ("", NAME, ADDRESS)
    assert item.receiver.province == "04"


def test_the_fragment_that_found_nobody_begins_the_name(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.type("truong chinh tri")

    clerk.key(Qt.Key.Key_N, CTRL)

    assert (clerk.focus(), clerk.text("other_name"), clerk.card()) == (
        "other_name",
        "truong chinh tri",
        "other_card",
    )


def test_the_card_of_the_receiver_stays_while_its_address_is_typed(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.type("truong")
    clerk.key(ENTER)
    clerk.type("cao")
    clerk.key(ENTER)

    clerk.type("so 2")
    while_typing = clerk.card(), clerk.text("other_address")
    clerk.key(ENTER)

    assert while_typing == ("other_card", "so 2")
    assert (clerk.card(), clerk.focus()) == ("check_card", "secrecy")


def test_esc_goes_back_into_the_card_of_the_receiver_and_ctrl_n_loses_nothing(clerk: AtCounter) -> None:
    begin_other(clerk)

    clerk.key(ESC)
    back = clerk.focus(), clerk.card()
    clerk.key(Qt.Key.Key_N, CTRL)

    assert back == ("other_address", "other_card")
    assert (clerk.text("other_name"), clerk.text("other_address")) == (NAME, ADDRESS)


def test_an_agency_of_the_list_takes_the_place_of_what_was_written(clerk: AtCounter) -> None:
    begin_other(clerk)
    while clerk.focus() != "receiver":
        clerk.key(ESC)
    clerk.type("ubvl")
    clerk.key(ENTER)

    finish(clerk)

    (item,) = clerk.items()
    assert item.receiver is not None
    assert item.receiver.agency == "LS-06154-UBND"


def test_f8_repeats_a_receiver_outside_the_list(clerk: AtCounter) -> None:
    begin_other(clerk)
    finish(clerk)

    clerk.key(F8)
    clerk.type("90")
    clerk.key(SPACE)
    clerk.key(F9)

    first, second = clerk.items()
    assert second.receiver == first.receiver


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("W" * 300, "300 ký tự, tối đa 160"),
        ("Văn phòng 😀", "ký tự không in được ở vị trí 11 (U+1F600)"),
        ("Văn\x07phòng", "ký tự không in được ở vị trí 4 (U+0007)"),
        ("Văn\u200bphòng", "ký tự không in được ở vị trí 4 (U+200B)"),
    ],
    ids=["300 letters", "emoji", "bell", "zero width"],
)
def test_a_name_that_cannot_be_kept_is_refused_below_it_and_stays(
    clerk: AtCounter, name: str, word: str
) -> None:
    begin_other(clerk, name=name)

    finish(clerk)

    assert word in clerk.note("other_name")
    assert (clerk.focus(), clerk.card(), clerk.text("other_name")) == ("other_name", "other_card", name)
    assert clerk.items() == []


def test_a_refused_name_can_be_mended_and_the_item_is_accepted(clerk: AtCounter) -> None:
    begin_other(clerk, name="Văn phòng 😀")
    finish(clerk)

    clerk.key(Qt.Key.Key_Backspace)
    clerk.key(ENTER)
    clerk.key(SPACE)
    clerk.key(F9)

    (item,) = clerk.items()
    assert item.receiver is not None
    assert item.receiver.name == "Văn phòng"


def test_a_nul_in_a_pasted_name_never_reaches_the_journal(clerk: AtCounter) -> None:
    begin_other(clerk, name="Văn\0phòng")

    finish(clerk)

    assert clerk.items() == [] or "\0" not in str(clerk.items()[0].receiver)
    assert clerk.items() or "ký tự không in được" in clerk.note("other_name")


def test_a_name_pasted_in_pieces_of_letters_is_stored_composed(clerk: AtCounter) -> None:
    begin_other(clerk, name=unicodedata.normalize("NFD", NAME))

    finish(clerk)

    (item,) = clerk.items()
    assert item.receiver is not None
    assert item.receiver.name == NAME


def test_a_name_that_does_not_fit_on_the_label_is_refused_at_the_name(clerk: AtCounter) -> None:
    begin_other(clerk, name="W" * 160)

    finish(clerk)

    assert "quá dài, không in vừa lên giấy" in clerk.note("other_name")
    assert (clerk.focus(), clerk.card(), clerk.text("other_name")) == ("other_name", "other_card", "W" * 160)
    assert clerk.items() == []


def test_an_address_that_does_not_fit_is_refused_at_the_address(clerk: AtCounter) -> None:
    begin_other(clerk, address="W" * 200)

    finish(clerk)

    assert "không in vừa lên giấy" in clerk.note("other_address")
    assert (clerk.focus(), clerk.card()) == ("other_address", "other_card")


def test_enter_stays_at_an_address_that_is_refused_and_marks_it(clerk: AtCounter) -> None:
    begin_other(clerk, address="Số 2 😀")

    assert (clerk.focus(), clerk.note_role("other_address")) == ("other_address", "error")
    clerk.paste(ADDRESS)
    assert clerk.text("other_address") == ADDRESS


@pytest.mark.parametrize(
    ("field", "shown_at"),
    [
        ("sender_name", "sender"),
        ("sender_address", "sender"),
        ("receiver_name", "receiver"),
        ("receiver_address", "receiver"),
        ("handed_in_by", "handed_by"),
        ("route", "receiver"),
    ],
)
def test_whatever_does_not_fit_on_the_paper_is_shown_at_its_input(
    clerk: AtCounter, monkeypatch: pytest.MonkeyPatch, field: str, shown_at: str
) -> None:
    def refuse(*_: object) -> None:
        raise DeskError("paper.text_does_not_fit", field)

    monkeypatch.setattr("kt1desk.app.desk.check_fit", refuse)
    clerk.parties()

    finish(clerk)

    assert "không in vừa lên giấy" in clerk.note(shown_at)
    assert clerk.focus() == shown_at


def test_who_hands_it_in_is_refused_below_his_name(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(SPACE)
    while clerk.focus() != "handed_by":
        clerk.key(Qt.Key.Key_Tab)
    clerk.paste("Vi Văn Tư 😀")

    clerk.key(F9)

    assert "Tên người đưa gửi có ký tự không in được" in clerk.note("handed_by")
    assert clerk.focus() == "handed_by"
