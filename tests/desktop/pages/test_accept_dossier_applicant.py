"""Who applies, on the dossier page: identity cards of every series are scanned, numbers that cannot be right are refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.dossier_page import ALT, CARD, AtDossiers

OLD = "020190000123|Lương Thị Mẫu|01011990|Nữ|Khối 5, Chi Lăng, Thành phố Lạng Sơn, Lạng Sơn|02032022"
"""Six fields: a card without the field of a former number."""
NEW = f"{CARD}|02032040|Lạng Sơn|x|y"
"""Eleven fields: a later series."""


@pytest.mark.parametrize("card", [OLD, CARD, NEW], ids=["6 fields", "7 fields", "11 fields"])
def test_a_scanned_card_fills_number_name_address_and_ward_wherever_the_keyboard_is(
    dossiers: AtDossiers, card: str
) -> None:
    dossiers.what()
    dossiers.papers()

    taken = dossiers.scan(card)

    assert taken
    assert (dossiers.text("identity"), dossiers.text("name")) == ("020190000123", "Lương Thị Mẫu")
    assert dossiers.text("address").startswith("Khối 5, Chi Lăng")
    assert dossiers.text("commune") == "Phường Lương Văn Tri"
    assert dossiers.focus() == "phone"


def test_a_card_whose_number_does_not_fit_its_birth_fills_nothing_and_says_so(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.scan(CARD.replace("01011990", "01011985"))

    assert dossiers.note("identity").startswith("Số định danh không khớp ngày sinh")
    assert (dossiers.text("identity"), dossiers.text("name")) == ("", "")
    assert dossiers.focus() == "identity"


def test_a_card_in_the_block_of_the_proxy_fills_the_proxy_alone(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.key(Qt.Key.Key_T, ALT)

    dossiers.scan(CARD)

    assert dossiers.text("proxy_name") == "Lương Thị Mẫu"
    assert dossiers.text("name") == ""


def test_a_card_that_replaces_a_typed_name_says_which(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Hoàng Văn Thử")

    dossiers.scan(CARD)

    assert dossiers.text("name") == "Lương Thị Mẫu"
    assert "Hoàng Văn Thử" in dossiers.note("name")


def test_a_tax_code_with_a_wrong_digit_is_refused_at_its_place_and_kept(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.key(Qt.Key.Key_C, ALT)

    dossiers.enter("0100233480")

    assert dossiers.text("tax_code") == "0100233480"
    assert dossiers.note_role("identity") == "error"
    assert "Mã số thuế" in dossiers.note("identity")


def test_of_a_wrong_tax_code_no_digit_is_proposed_but_the_paper_named(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.key(Qt.Key.Key_C, ALT)

    dossiers.enter(
        "0100233480"
    )  # any of its digits may be the wrong one: with another last digit it is somebody else's

    said = dossiers.note("identity")
    assert "So từng chữ số với giấy đăng ký" in said
    assert not any(sign.isdigit() for sign in said)
