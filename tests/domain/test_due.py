"""The clock of items and the one order of waiting ones."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.due import Clocked, DueBasis, Level, Warnings, due, leaving_order
from kt1desk.domain.kt1 import Secrecy, Urgency

HOUR = 3_600_000
NOW = 1_795_000_000_000
WARNINGS = Warnings(4 * HOUR, 2 * HOUR)
PLAIN = Clocked(Urgency.NONE, Secrecy.NONE, NOW - 10 * HOUR, NOW + 14 * HOUR, 0)

ITEMS = st.builds(
    Clocked,
    urgency=st.sampled_from(Urgency),
    secrecy=st.sampled_from(Secrecy),
    accepted_ms=st.integers(1, 50),
    deadline_ms=st.integers(0, 50),
    agreed_ms=st.sampled_from((0, 20, 40)),
    returning=st.booleans(),
    known=st.booleans(),
)


@pytest.mark.parametrize(
    ("left", "level"),
    [
        (14 * HOUR, Level.OK),
        (4 * HOUR + 1, Level.OK),
        (4 * HOUR, Level.SOON),
        (0, Level.SOON),
        (-1, Level.LATE),
    ],
)
def test_a_warning_comes_before_the_time_is_over_and_not_only_then(left: int, level: Level) -> None:
    found = due(replace(PLAIN, deadline_ms=NOW + left), NOW, WARNINGS)

    assert (found.level, found.left_ms, found.basis) == (level, left, DueBasis.TABLE)


def test_hoa_toc_has_a_warning_of_its_own() -> None:
    item = replace(PLAIN, urgency=Urgency.EXPRESS, deadline_ms=NOW + 3 * HOUR)

    assert due(item, NOW, WARNINGS).level is Level.OK
    assert due(replace(item, urgency=Urgency.NONE), NOW, WARNINGS).level is Level.SOON


def test_hen_gio_is_held_against_its_agreed_time_and_not_against_the_table() -> None:
    item = replace(PLAIN, urgency=Urgency.TIMED, deadline_ms=NOW + 99 * HOUR, agreed_ms=NOW - 5)

    found = due(item, NOW, WARNINGS)

    assert (found.due_ms, found.level, found.basis) == (NOW - 5, Level.LATE, DueBasis.AGREED)


def test_the_first_attempt_stops_the_clock_for_good() -> None:
    kept = due(replace(PLAIN, stopped_ms=NOW), NOW + 90 * HOUR, WARNINGS)
    missed = due(replace(PLAIN, stopped_ms=NOW + 15 * HOUR), NOW + 90 * HOUR, WARNINGS)

    assert (kept.level, kept.hours_left, kept.stopped) == (Level.OK, 14, True)
    assert (missed.level, missed.hours_left) == (Level.LATE, -1)


def test_what_goes_back_has_no_deadline_and_what_came_before_its_data_may_be_urgent() -> None:
    back = due(replace(PLAIN, returning=True), NOW + 99 * HOUR, WARNINGS)
    unknown = due(replace(PLAIN, known=False, deadline_ms=0), NOW, WARNINGS)

    assert (back.level, back.basis, back.due_ms) == (Level.OK, DueBasis.RETURNING, 0)
    assert (unknown.level, unknown.basis) == (Level.SOON, DueBasis.UNKNOWN)


def test_hoa_toc_and_hen_gio_go_first_by_deadline_then_letters_then_the_rest_by_deadline() -> None:
    timed = replace(PLAIN, urgency=Urgency.TIMED, agreed_ms=NOW + 9 * HOUR)
    express = replace(PLAIN, urgency=Urgency.EXPRESS, deadline_ms=NOW + 5 * HOUR)
    secret = replace(PLAIN, secrecy=Secrecy.C, deadline_ms=NOW + 30 * HOUR)
    soon, later = replace(PLAIN, deadline_ms=NOW + HOUR), PLAIN
    unknown = replace(PLAIN, known=False, deadline_ms=0)
    back = replace(PLAIN, returning=True)
    named = {"back": back, "later": later, "soon": soon, "secret": secret, "unknown": unknown}
    named |= {"timed": timed, "express": express}

    found = sorted(named, key=lambda name: leaving_order(named[name], name))

    assert found == ["express", "timed", "secret", "unknown", "soon", "later", "back"]


@given(st.lists(ITEMS, max_size=8), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_the_items_came(items: list[Clocked], chance: Random) -> None:
    numbered = [(f"M{at}", item) for at, item in enumerate(items)]
    mixed = list(numbered)
    chance.shuffle(mixed)

    def by_time(pair: tuple[str, Clocked]) -> tuple[int, int, int, str]:
        return leaving_order(pair[1], pair[0])

    assert sorted(numbered, key=by_time) == sorted(mixed, key=by_time)
