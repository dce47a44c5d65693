"""An item that was half typed when another user took over: its owner finds it again, nobody else does."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.support.accepting import ENTER, SPACE, AtCounter, clerk_at
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
    again.settle()
    return again


def _leaves(at: AtCounter) -> None:
    at.window.close()
    at.window.deleteLater()
    QApplication.sendPostedEvents()


def test_the_owner_finds_what_he_had_typed_once_and_looks_at_the_cover_again(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a", urgency="2")
    clerk.key(SPACE)
    _lay_aside(clerk)

    again = _logs_in(clerk, "clerk")
    found = [again.text(name) for name in ("sender", "weight")]
    marks = (again.chosen("secrecy"), again.chosen("urgency"))
    answers = again.page.half_done()
    _leaves(again)
    later = _logs_in(clerk, "clerk")
    empty = later.text("sender")
    _leaves(later)

    assert found == [SENDER, "340"]
    assert marks == ("A", "express")
    assert answers is not None
    assert empty == ""


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
