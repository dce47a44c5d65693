"""The way of Enter over a dossier: it stops at every question, passes none that has no answer, and never turns back by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.dossier.quote import DossierQuotes
from kt1desk.desktop.widgets import MoneyTable
from tests.support.accepting import wait_until
from tests.support.dossier_page import ALT, F9, AtDossiers
from tests.support.keys import part, press, type_text

TWO_DISTRICTS = ("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1", "ky lua")
"""An applicant in a ward that lies on two former districts."""


def test_where_the_result_goes_is_asked_of_everybody(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1", "Lương Văn Tri")

    assert dossiers.focus() == "deliver"


def test_another_address_for_the_result_is_asked_for_on_the_way(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1", "Lương Văn Tri")

    dossiers.enter("2")
    asked = dossiers.focus()
    dossiers.enter("Số 9", "ky lua")

    assert asked == "other_address"
    assert dossiers.focus() == "other_district"


def test_enter_does_not_pass_a_former_district_that_is_not_chosen_and_says_why(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter(*TWO_DISTRICTS)

    dossiers.enter("", "")
    waits, why = dossiers.focus(), dossiers.note("commune")
    dossiers.enter("2", "")

    assert waits == "district"
    assert "huyện cũ" in why
    assert dossiers.chosen("district") == "Thành phố Lạng Sơn"


def test_enter_does_not_pass_the_former_district_of_an_authority(dossiers: AtDossiers) -> None:
    dossiers.what(procedure="9.100004")  # of every commune: the one of the applicant's is proposed
    dossiers.key(Qt.Key.Key_2, ALT)
    dossiers.enter(*TWO_DISTRICTS)
    dossiers.type("2")

    dossiers.enter("", "", "")

    assert dossiers.focus() == "authority_district"
    assert dossiers.chosen("authority_district") is None


def test_after_the_weight_enter_goes_on_and_what_is_typed_then_answers_no_question_before_it(
    dossiers: AtDossiers,
) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("", "Lương Thị Mẫu", "0912345678", "Số 1", "Lương Văn Tri", "")
    here = dossiers.focus()

    dossiers.enter("320")
    after = dossiers.focus()
    dossiers.scan("NP0000123")

    assert (here, after, dossiers.focus()) == ("weight", "seal", "exemption")


def test_the_sum_of_the_last_case_stays_until_the_next_begins(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    dossiers.enter("320", "", "", "8000", "0001234", "")

    dossiers.key(F9)
    (case,) = dossiers.cases()
    stays = _column(dossiers)
    dossiers.type("1")

    assert {"Hồ sơ vừa nhận", case.dossier, "Phí, lệ phí thu hộ", "8.000"} <= stays
    assert any(text.replace(".", "").removesuffix(" đ") == str(case.sums.total_dong) for text in stays)
    assert "Hồ sơ vừa nhận" not in _column(dossiers)


def _column(dossiers: AtDossiers) -> set[str]:
    """What the card of the price says."""
    card = part(dossiers.window, MoneyTable, "price").parentWidget()
    assert card is not None
    return {label.text() for label in card.findChildren(QLabel) if label.isVisible()}


def test_what_is_said_of_half_a_number_stops_nobody_who_has_typed_it_to_its_end(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    quotes = dossiers.page.findChild(DossierQuotes)
    assert quotes is not None
    type_text("0201900001")
    wait_until(lambda: bool(dossiers.jobs.running))
    quotes._pause.setInterval(60_000)
    type_text("23")
    wait_until(lambda: not dossiers.jobs.running)  # the answer to ten digits; to twelve nobody has asked yet

    press(Qt.Key.Key_Return)

    assert dossiers.focus() == "name"
