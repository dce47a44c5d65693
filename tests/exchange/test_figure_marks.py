"""Entries of two desks of a point are told apart by their keys, which nobody reads off a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kt1desk.exchange.figure_entries import MARK, impersonal
from kt1desk.exchange.figure_file import FigureFile, read_figures, write_figures
from kt1desk.exchange.figure_files import FigureFiles
from kt1desk.exchange.figure_marks import marked
from kt1desk.services.report_ports import Entry, KeptEntry
from kt1desk.store.device_key import PointKey
from tests.support.exchange_keys import COMMUNE, DAY, KEYS, OFFICE, OFFICE_SECOND, code_of
from tests.support.figure_samples import file_of

OUTSIDE: Entry = {
    "what": "dossiers_all",
    "first": "2026-07-01",
    "last": "2026-09-30",
    "number": "120",
    "issuer": "home_affairs",
    "source": "12/SNV",
    "source_day": "2026-10-05",
}


def person(user: str, until: str, ms: int = 1) -> KeptEntry:
    return KeptEntry(user, ms, 0, {"user": user, "trained_on": "2026-03-01", "trained_until": until})


def told(own: PointKey, *rows: KeptEntry, register: str = "people") -> FigureFile:
    """What a desk tells of a register, read back by the bureau."""
    entries = impersonal(marked({register: rows}, own, KEYS.desks), kt1=True)
    return read_figures(write_figures(replace(file_of(own, figures=()), entries=entries), own), KEYS, DAY)


def until(*files: FigureFile) -> list[str]:
    return sorted(each["trained_until"] for each in FigureFiles(files).register_entries(["people"])["people"])


def test_two_people_who_were_trained_on_one_day_at_two_desks_are_two() -> None:
    files = told(OFFICE, person("lan", "2027-03-01")), told(OFFICE_SECOND, person("mai", "2027-03-01"))

    assert until(*files) == ["2027-03-01", "2027-03-01"]


@pytest.mark.parametrize("newer", [0, 1])
def test_one_person_of_two_desks_is_one_in_the_newest_wording(newer: int) -> None:
    ms = (5, 1_000_000_000_000) if newer else (1_000_000_000_000, 5)
    files = (
        told(OFFICE, person("lan", "2027-03-01", ms[0])),
        told(OFFICE_SECOND, person("lan", "2028-03-01", ms[1])),
    )

    assert until(*files) == [("2027-03-01", "2028-03-01")[newer]]


def test_people_of_two_points_are_never_one() -> None:
    assert until(told(OFFICE, person("lan", "2027-03-01")), told(COMMUNE, person("lan", "2027-03-01"))) == [
        "2027-03-01",
        "2027-03-01",
    ]


def test_a_mark_is_of_both_desks_and_says_nothing_of_whose_it_is() -> None:
    first, second = (
        told(own, person("lan", "2027-03-01")).entries["people"][0][MARK] for own in (OFFICE, OFFICE_SECOND)
    )

    assert first == second != ""
    assert "lan" not in first
    assert first != told(OFFICE, person("mai", "2027-03-01")).entries["people"][0][MARK]
    assert told(COMMUNE, person("lan", "2027-03-01")).entries["people"][0][MARK] == ""


def test_what_names_nobody_is_told_apart_by_its_key_and_a_number_from_outside_by_its_own() -> None:
    rows = [KeptEntry(key, 1, 0, OUTSIDE) for key in ("1-1", "2-1")]
    files = (
        told(OFFICE, rows[0], register="outside_figures"),
        told(OFFICE_SECOND, *rows, register="outside_figures"),
    )
    found = FigureFiles(files).register_entries(["outside_figures"])["outside_figures"]

    assert [dict(each) for each in found] == [{**OUTSIDE, "point": OFFICE.point}] * 2


@pytest.mark.parametrize(
    "change", [{"number": "abc"}, {"number": "-1"}, {"first": "soon"}, {"number": ""}, {"source": None}]
)
def test_a_number_from_outside_that_cannot_be_reckoned_with_is_refused(
    change: Mapping[str, str | None],
) -> None:
    entry = {name: value for name, value in {**OUTSIDE, **change}.items() if value is not None}
    said = replace(file_of(figures=()), entries={"outside_figures": (entry,)})

    assert code_of(lambda: read_figures(write_figures(said, OFFICE), KEYS, DAY)) == "figure_file.damaged"
