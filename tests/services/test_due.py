"""The clock of waiting items, and the one order of every list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kt1desk.domain.custody import State
from kt1desk.domain.due import Level
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.due import DueClock, in_order
from tests.support.deliveries import delivery_desk
from tests.support.points import on_day
from tests.support.reference import trial_reference

NOW = 1_795_410_000_000
HOUR = 3_600_000
PLAIN = HeldItem(
    item="MX000000014VN",
    state=State.ACCEPTED,
    holder="person:240000/ha.hoang",
    inside="",
    product="KT1001",
    urgency="none",
    secrecy="none",
    weight_g=300,
    accepted_ms=NOW - HOUR,
    deadline_ms=NOW + 23 * HOUR,
    agreed_ms=0,
    origin="240000",
)
CLOCK = DueClock.at(trial_reference(), on_day(), NOW)


def test_the_settings_say_when_a_warning_begins() -> None:
    soon = CLOCK.of(replace(PLAIN, deadline_ms=NOW + 4 * HOUR))
    urgent = CLOCK.of(replace(PLAIN, urgency="express", deadline_ms=NOW + 4 * HOUR))

    assert (soon.level, urgent.level) == (Level.SOON, Level.OK)


def test_a_list_shows_what_must_leave_next_first() -> None:
    express = replace(PLAIN, item="MX2", urgency="express", deadline_ms=NOW + 6 * HOUR)
    letter = replace(PLAIN, item="MX3", secrecy="C")

    assert [row.item for row in in_order([PLAIN, letter, express])] == ["MX2", "MX3", PLAIN.item]


def test_the_clock_runs_over_night_and_holiday(tmp_path: Path) -> None:
    with delivery_desk(tmp_path) as desk:
        item = desk.item()
        desk.at.clock.pass_ms(25 * HOUR)

        row = desk.rounds.candidates(desk.at.session())[0]

    assert row.item.item == item
    assert (row.due.level, row.due.hours_left) == (Level.LATE, -1)
