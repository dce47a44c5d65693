"""Nhập bù on the dossier page: a card of its own under Ctrl+B; both times are in the journal afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.domain.events import Stream
from kt1desk.domain.facts import EnteredLater
from tests.support.dossier_page import ALT, CTRL, ESC, F9, AtDossiers

HOUR_MS = 3_600_000
B = Qt.Key.Key_B


@pytest.fixture
def dossiers(dossiers: AtDossiers) -> AtDossiers:
    """The desk stands since noon, and it is two o'clock."""
    dossiers.desk.clock.pass_ms(2 * HOUR_MS)
    return dossiers


def _later(dossiers: AtDossiers) -> list[EnteredLater]:
    with dossiers.desk.store.read() as reader:
        found = reader.newest(Stream.COUNTER, frozenset({EnteredLater.TYPE}))
        return [EnteredLater.of(each.body()) for each in found]


def test_a_dossier_that_was_on_paper_is_accepted_with_its_real_time(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(B, CTRL)
    dossiers.enter("12:40", "mat", "pt-7")
    above = dossiers.label("correcting")
    dossiers.key(F9)

    (said,) = _later(dossiers)
    assert above == "Nhập bù: 12:40 23/11/2026 · Mất điện · tờ pt-7"
    assert (said.reason, said.sheet) == ("no_power", "PT-7")
    with dossiers.desk.store.read() as reader:
        row = reader.dossier(said.number)
    assert row is not None
    assert dossiers.desk.clock.now().utc_ms - row.accepted_ms == 80 * 60_000


def test_a_time_to_come_is_refused_at_its_input(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(B, CTRL)
    dossiers.enter("23:00", "mat", "pt-7")
    dossiers.key(F9)

    assert _later(dossiers) == []
    assert dossiers.focus() == "later_time"


def test_escape_goes_back_to_the_card_before_and_the_key_once_more_takes_it_back(
    dossiers: AtDossiers,
) -> None:
    dossiers.everything()
    before = dossiers.focus()
    dossiers.key(B, CTRL)
    dossiers.enter("12:40")
    dossiers.key(ESC)
    back = dossiers.focus()
    dossiers.key(B, CTRL)
    dossiers.key(B, CTRL)
    dossiers.key(F9)

    assert (before != "later_time", back != "later_time") == (True, True)
    assert _later(dossiers) == []


def test_what_was_received_at_an_address_has_its_own_input(dossiers: AtDossiers) -> None:
    dossiers.key(Qt.Key.Key_D, ALT)
    dossiers.key(B, CTRL)

    assert "Nhận lúc" in dossiers.said[-1]
    assert dossiers.focus() != "later_time"
