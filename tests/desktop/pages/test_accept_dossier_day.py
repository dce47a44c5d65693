"""The card of the day of result: what it waits for is said as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.support.dossier_page import ALT, AtDossiers


def test_that_nobody_says_how_long_it_takes_is_said_where_procedure_and_authority_are_known(
    dossiers: AtDossiers,
) -> None:
    dossiers.what(procedure="9.100004")
    waiting = dossiers.label("promise_words")
    dossiers.key(Qt.Key.Key_2, ALT)

    dossiers.who()

    assert dossiers.text("authority") != ""
    assert dossiers.label("promise") == "–"
    assert dossiers.label("promise_words") == "Chưa biết thời hạn giải quyết"
    assert waiting != dossiers.label("promise_words")


def test_the_day_on_the_slip_of_the_authority_is_the_day_of_a_result_that_is_only_fetched(
    dossiers: AtDossiers,
) -> None:
    dossiers.what("2")

    dossiers.enter("H37.10-261120-0005", "26/11/2026")

    assert dossiers.label("promise") == "Thứ Năm 26/11/2026"
    assert dossiers.label("promise_words") == "Theo ngày trên giấy của cơ quan"
