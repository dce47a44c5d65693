"""The shipped rows of custody: hours, areas, coded words, whom to tell."""

from __future__ import annotations

from datetime import date

from kt1desk.domain.coded import CodeList
from kt1desk.domain.deadline import Way, deadline
from kt1desk.domain.kt1 import Scope, Urgency
from tests.support.reference import trial_reference

DAY = date(2026, 11, 22)
DATA = trial_reference()


def test_every_class_that_is_not_timed_has_transit_hours() -> None:
    for scope in Scope:
        for urgency in (Urgency.NONE, Urgency.EXPRESS):
            assert deadline(DATA.transit_hours, Way(scope), urgency, 0, None, DAY).due_ms > 0


def test_every_list_of_codes_has_entries_and_every_area_lies_in_the_province() -> None:
    communes = {row.code for row in DATA.communes}

    assert {row.code_list for row in DATA.coded} == set(CodeList)
    assert all(row.communes <= communes for row in DATA.transit_areas)
    assert {row.area for row in DATA.transit_hours} == {"", *(row.code for row in DATA.transit_areas)}


def test_no_number_of_an_office_is_invented() -> None:
    assert {row.phone for row in DATA.escalation} == {""}
