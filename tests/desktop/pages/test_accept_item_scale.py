"""The scale beside the page: a weight that stands still fills an empty field, and never the next item's."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.desktop.needs import Weighing
from kt1desk.desktop.widgets import NoteLabel
from tests.support.accepting import F9, SPACE, AtCounter, wait_until
from tests.support.keys import part

STILL = Weighing(512, stable=True, text="512 g")


def puts_on(clerk: AtCounter, weighing: Weighing) -> None:
    """The scale is set up and says this; the page is entered as from another place."""
    clerk.scale.says = weighing
    clerk.key(Qt.Key.Key_F2)
    wait_until(lambda: part(clerk.window, NoteLabel, "scale_note").text() == weighing.text)


def reads_once_more(clerk: AtCounter, weighing: Weighing) -> None:
    """The scale says something else."""
    clerk.scale.says = weighing
    wait_until(lambda: part(clerk.window, NoteLabel, "scale_note").text() == weighing.text)
    clerk.settle()


def test_a_weight_that_stands_still_fills_the_field_and_goes_on(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("01")

    puts_on(clerk, STILL)
    wait_until(lambda: clerk.text("weight") == "512")

    assert clerk.focus() == "confirm"


def test_a_weight_in_motion_is_shown_and_not_taken(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("01")

    puts_on(clerk, Weighing(498, stable=False, text="498 g …"))
    clerk.settle()

    assert clerk.text("weight") == ""


def test_what_was_typed_stays_whatever_the_scale_says(clerk: AtCounter) -> None:
    clerk.ordinary(weight="340")

    puts_on(clerk, STILL)
    clerk.settle()

    assert clerk.text("weight") == "340"


def test_what_lies_there_before_anybody_has_begun_belongs_to_no_item(clerk: AtCounter) -> None:
    puts_on(clerk, STILL)
    clerk.settle()

    assert clerk.text("weight") == ""


def test_what_was_accepted_and_still_lies_there_is_not_the_weight_of_the_next_item(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("01")
    puts_on(clerk, STILL)
    wait_until(lambda: clerk.text("weight") == "512")
    clerk.key(SPACE)
    clerk.key(F9)
    clerk.parties()
    clerk.type("01")

    reads_once_more(clerk, Weighing(512, stable=True, text="512 g, đứng yên"))
    left_there = clerk.text("weight")
    reads_once_more(clerk, Weighing(0, stable=True, text="0 g"))
    reads_once_more(clerk, Weighing(77, stable=True, text="77 g"))
    wait_until(lambda: clerk.text("weight") == "77")

    assert left_there == ""
    assert [item.weight_g for item in clerk.items()] == [512]
