"""An item that was half typed when a session ended: its owner finds it again, nobody else does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from tests.support.accepting import CTRL, ENTER, F9, SPACE, AtCounter, clerk_at, wait_until
from tests.support.keys import type_text

SENDER = "Sở Nội vụ tỉnh Lạng Sơn"


def _lay_aside(clerk: AtCounter) -> None:
    work = clerk.page.half_done()
    assert work is not None
    work()


def _logs_in(clerk: AtCounter, user: str) -> AtCounter:
    """The same desk after a change of users."""
    again = clerk_at(clerk.desk, user, clerk.jobs, lambda: None)
    again.window.show()
    again.window.activateWindow()
    wait_until(again.window.isActiveWindow)
    again.settle()
    return again


def _leaves(at: AtCounter) -> None:
    at.window.close()
    at.window.deleteLater()
    QApplication.sendPostedEvents()


def test_the_owner_finds_what_he_had_typed_and_looks_at_the_cover_again(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a", urgency="2")
    clerk.key(SPACE)
    _lay_aside(clerk)

    again = _logs_in(clerk, "clerk")
    found = [again.text(name) for name in ("sender", "weight")]
    marks = (again.chosen("secrecy"), again.chosen("urgency"))
    answers = again.page.half_done()
    _leaves(again)

    assert found == [SENDER, "340"]
    assert marks == ("A", "express")
    assert answers is not None


def test_another_user_is_not_shown_it_and_takes_nothing_away(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a", urgency="2")
    _lay_aside(clerk)

    other = _logs_in(clerk, "chief")
    shown = other.text("sender")
    _leaves(other)
    owner = _logs_in(clerk, "clerk")
    found = owner.text("sender")
    _leaves(owner)

    assert shown == ""
    assert found == SENDER


def test_a_mark_that_was_not_decided_is_not_decided_by_coming_back(clerk: AtCounter) -> None:
    type_text("snv")
    clerk.settle()
    clerk.key(ENTER)
    _lay_aside(clerk)

    again = _logs_in(clerk, "clerk")
    found, marks = again.text("sender"), (again.chosen("secrecy"), again.chosen("urgency"))
    weight = again.text("weight")
    _leaves(again)

    assert found == SENDER
    assert marks == (None, None)
    assert weight == ""


def test_an_empty_form_is_nothing_to_keep(clerk: AtCounter) -> None:
    assert clerk.page.half_done() is None


def test_what_came_back_to_the_form_comes_back_again_after_a_power_cut(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a", urgency="2")
    _lay_aside(clerk)
    cut_off = _logs_in(clerk, "clerk")
    shown = cut_off.text("sender")
    _leaves(cut_off)

    again = _logs_in(clerk, "clerk")
    found = again.text("sender")
    _leaves(again)

    assert shown == found == SENDER


def test_what_came_back_and_was_accepted_does_not_come_back(clerk: AtCounter) -> None:
    clerk.ordinary()
    _lay_aside(clerk)
    again = _logs_in(clerk, "clerk")
    again.type("0")
    again.type("1")
    again.key(SPACE)
    again.key(F9)
    _leaves(again)

    later = _logs_in(clerk, "clerk")
    found = later.text("sender")
    _leaves(later)

    assert len(clerk.items()) == 1
    assert found == ""


def test_what_was_thrown_away_does_not_come_back(clerk: AtCounter) -> None:
    clerk.ordinary()
    _lay_aside(clerk)
    again = _logs_in(clerk, "clerk")
    again.key(Qt.Key.Key_Delete, CTRL)
    _leaves(again)

    later = _logs_in(clerk, "clerk")
    found = later.text("sender")
    _leaves(later)

    assert found == ""


def test_a_session_that_could_not_end_goes_on_with_one_draft(clerk: AtCounter) -> None:
    """The disk refused the other half of the change of users: the first user stays, changes the weight and leaves later."""
    aside = Aside(ParkedDrafts(clerk.desk.store, clerk.desk.clock), clerk.desk.store, clerk.desk.clock)
    clerk.ordinary()
    _lay_aside(clerk)
    _lay_aside(clerk)
    lying = aside.items(clerk.desk.session("clerk"))
    clerk.key(SPACE)
    clerk.key(F9)
    left = aside.items(clerk.desk.session("clerk"))

    assert len(lying) == 1
    assert len(clerk.items()) == 1
    assert left == []


def test_two_items_that_lie_aside_come_one_after_the_other(clerk: AtCounter) -> None:
    aside = Aside(ParkedDrafts(clerk.desk.store, clerk.desk.clock), clerk.desk.store, clerk.desk.clock)
    aside.park_item(clerk.desk.session("clerk"), AcceptanceDraft(weight_g=340))
    clerk.ordinary(weight="77")
    _lay_aside(clerk)

    again = _logs_in(clerk, "clerk")
    wait_until(lambda: bool(again.text("weight")))
    first = again.text("weight")
    again.key(Qt.Key.Key_Delete, CTRL)
    again.page.entered()
    again.settle()
    wait_until(lambda: bool(again.text("weight")))
    second = again.text("weight")
    _leaves(again)

    assert (first, second) == ("77", "340")
