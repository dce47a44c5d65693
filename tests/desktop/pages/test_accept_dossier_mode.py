"""The role in which a dossier is taken, and where: the post's own or one-stop staff, at the counter or on a visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kt1desk.desktop.navigation import Place, laid_aside
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.dossier import Form, Mode
from kt1desk.domain.facts import DossierAccepted, read_dossier_accepted
from kt1desk.domain.kt1 import Place as TakenAt
from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from tests.support.clocks import NOON_MS
from tests.support.dossier_page import ALT, ENTER, F9, AtDossiers, at_dossiers
from tests.support.dossiers import ordinary_dossier
from tests.support.keys import part

CODE, WHEN = "H37.10-261122-0005", "30/11/2026"
VISIT = "HN240000-261123-0-1"


@pytest.fixture
def dossiers(tmp_path: Path, worn: None) -> Iterator[AtDossiers]:
    with at_dossiers(tmp_path) as made:
        yield made


def role(clerk: AtDossiers) -> None:
    """The key that changes it."""
    clerk.key(Qt.Key.Key_M, ALT)


def band(clerk: AtDossiers) -> bool:
    """Whether the band is over the form."""
    return part(clerk.window, QFrame, "role_band").isVisible()


def accepted(clerk: AtDossiers) -> DossierAccepted:
    """The newest acceptance in the book."""
    with clerk.desk.store.read() as reader:
        event = reader.event(clerk.cases()[0].event)
    assert event is not None
    return read_dossier_accepted(event)


def test_one_stop_staff_work_under_a_band_and_copy_the_official_number_and_day(dossiers: AtDossiers) -> None:
    role(dossiers)
    over_the_form = band(dossiers)
    dossiers.what()
    asked = dossiers.focus()
    dossiers.enter(CODE, WHEN)
    dossiers.papers()
    dossiers.who()
    dossiers.money()

    dossiers.key(F9)

    assert over_the_form
    assert asked == "official"
    taken = accepted(dossiers)
    assert (taken.mode, taken.official, taken.official_day) == (Mode.ONE_STOP.value, CODE, "2026-11-30")
    assert band(dossiers), "the role is the clerk's and stays for the next dossier"


def test_one_stop_staff_cannot_accept_without_the_official_number_and_day(dossiers: AtDossiers) -> None:
    dossiers.everything()
    role(dossiers)

    dossiers.key(F9)
    at_number = dossiers.focus()
    dossiers.enter(CODE)
    dossiers.key(F9)

    assert at_number == "official"
    assert dossiers.focus() == "official_day"
    assert "ngày hẹn trả" in dossiers.note("official_day")
    assert dossiers.cases() == []


def test_in_the_role_of_the_post_no_official_number_is_asked_for_or_kept_of_a_dossier_to_be_sent(
    dossiers: AtDossiers,
) -> None:
    role(dossiers)
    dossiers.what()
    dossiers.enter(CODE, WHEN)
    dossiers.papers()
    dossiers.who()
    dossiers.money()
    role(dossiers)

    shown = part(dossiers.window, QWidget, "official_block").isVisibleTo(dossiers.window)
    dossiers.key(F9)

    assert not shown
    assert not band(dossiers)
    taken = accepted(dossiers)
    assert (taken.mode, taken.official, taken.official_day) == ("", "", "")


def test_a_draft_comes_back_in_the_role_in_which_it_was_begun(dossiers: AtDossiers) -> None:
    role(dossiers)
    dossiers.what()
    dossiers.enter(CODE)
    dossiers.park()
    role(dossiers)
    before = band(dossiers)

    dossiers.show_parked()
    dossiers.key(ENTER)

    assert not before
    assert band(dossiers)
    assert dossiers.text("official") == CODE


def test_a_scanned_official_code_goes_to_its_field_in_the_role_of_one_stop_staff(
    dossiers: AtDossiers,
) -> None:
    role(dossiers)
    dossiers.what()

    taken = dossiers.scan(CODE)

    assert taken
    assert dossiers.text("official") == CODE


def test_a_dossier_fetched_on_a_visit_is_accepted_with_its_place_and_its_visit(dossiers: AtDossiers) -> None:
    desk = dossiers.desk
    draft = replace(ordinary_dossier(), form=Form.SEND, place=TakenAt.ADDRESS, visit=VISIT)
    aside = Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock)
    lies = aside.park_dossier(desk.session(), draft)

    dossiers.window.go(Place.DOSSIER, laid_aside(str(lies)))
    dossiers.settle()
    dossiers.key(F9)

    taken = accepted(dossiers)
    assert (taken.place, taken.visit) == (TakenAt.ADDRESS.value, VISIT)
    assert dossiers.rows("parked") == []


def test_what_was_received_at_an_address_is_entered_later_with_its_own_time(dossiers: AtDossiers) -> None:
    dossiers.everything()
    at_counter = part(dossiers.window, QWidget, "received_block").isVisibleTo(dossiers.window)
    dossiers.key(Qt.Key.Key_D, ALT)
    part(dossiers.window, FieldEdit, "received").setFocus()
    dossiers.type("10:15")

    dossiers.key(F9)

    with dossiers.desk.store.read() as reader:
        event = reader.event(dossiers.cases()[0].event)
    assert not at_counter
    assert event is not None
    assert event.envelope.happened.utc_ms == NOON_MS - 105 * 60_000
    assert event.envelope.entered is not None
    assert event.envelope.entered.utc_ms == NOON_MS


def test_a_time_that_is_none_keeps_the_dossier_from_being_accepted(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(Qt.Key.Key_D, ALT)
    part(dossiers.window, FieldEdit, "received").setFocus()
    dossiers.type("25:99")

    dossiers.key(F9)

    assert dossiers.focus() == "received"
    assert "14:52" in dossiers.note_text("received_note")
    assert dossiers.cases() == []
