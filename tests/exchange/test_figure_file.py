"""A desk's figures travel as a signed file by half months, naming nobody; of one desk the newest counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Moment
from kt1desk.domain.reporting.figures import Figure, Measure, grouped, is_of_kt1, total
from kt1desk.domain.reporting.half_months import by_halves, half_begin, half_end
from kt1desk.domain.reporting.report import Missing
from kt1desk.exchange import figure_file
from kt1desk.exchange.figure_file import KIND, FigureFile, coarse, desks_of, read_figures, write_figures
from kt1desk.exchange.figure_files import FigureFiles
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    KEYS,
    NOON_MS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    STRANGER,
    TRIAL,
    code_of,
    flipped,
    refusal,
)
from tests.support.figure_samples import FIRST, LAST, bytes_of, counted, file_of, heads

END = date(2026, 11, 30)


def read(data: bytes) -> FigureFile:
    return read_figures(data, KEYS, DAY)


def test_a_file_says_by_half_months_what_its_desk_counted_and_nothing_of_persons() -> None:
    said = read(bytes_of())

    assert said == file_of()
    assert {each.day for each in said.figures} == {"2026-11-01", "2026-11-15"}
    assert total(said.figures) == total(counted())
    assert said.entries["people"] == ({"trained_on": "2026-03-01", "trained_until": "2027-03-01"},)
    assert said.entries["service_points"][0]["code"] == "LS01"
    assert "name" not in said.entries["service_points"][0]


def test_the_halves_of_a_month_are_what_both_kinds_of_quarters_are_made_of() -> None:
    days = [date(2026, 2, day) for day in (1, 14, 15, 28)]

    assert [half_begin(day).day for day in days] == [1, 1, 15, 15]
    assert [half_end(day).day for day in days] == [14, 14, 28, 28]
    assert by_halves(by_halves(counted())) == by_halves(counted())


def test_without_kt1_a_file_has_no_figure_and_no_register_of_it() -> None:
    said = read(bytes_of(kt1=False))

    assert {each.measure for each in said.figures} == {Measure.DOSSIERS, Measure.COMPLAINTS, Measure.CASH}
    assert [each.whose for each in said.figures if each.measure is Measure.COMPLAINTS] == ["tthc"]
    assert set(said.entries) == {"service_points"}


def test_every_measure_is_of_kt1_or_is_not() -> None:
    whose = {Measure.INCIDENTS: "kt1", Measure.COMPLAINTS: "kt1"}
    of_kt1 = {
        each for each in Measure if is_of_kt1(Figure("1", "2026-01-01", each, whose=whose.get(each, "tthc")))
    }

    assert of_kt1 == {
        *(
            Measure.ITEMS,
            Measure.ITEMS_PAID,
            Measure.ITEMS_UNPRICED,
            Measure.AGENCY_ITEMS,
            Measure.FIRST_OFFERS,
        ),
        *(Measure.ITEMS_DELIVERED, Measure.ITEMS_RETURNED, Measure.INCIDENTS, Measure.COMPLAINTS),
    }


def test_a_file_that_was_changed_anywhere_is_refused() -> None:
    data = bytes_of()

    codes = {code_of(lambda at=at: read(flipped(data, at))) for at in range(0, 8 * len(data), 97)}  # type: ignore[misc]

    assert codes <= {
        *("figure_file.damaged", "figure_file.newer", "figure_file.forged", "figure_file.stranger"),
    }
    assert code_of(lambda: read(data[:-1])) == "figure_file.damaged"


def test_a_file_of_somebody_else_is_refused() -> None:
    forged = KIND.write(
        KIND.take_apart(bytes_of()).payload, bytes.fromhex(OFFICE.public_key_hex), STRANGER.sign
    )
    other = write_figures(replace(file_of(), device=OFFICE_SECOND.device), OFFICE)
    elsewhere = write_figures(replace(file_of(), point=COMMUNE_POINT), OFFICE)

    assert code_of(lambda: read(bytes_of(STRANGER))) == "figure_file.stranger"
    assert code_of(lambda: read(forged)) == "figure_file.forged"
    assert refusal(lambda: read(other)).details == {"device": OFFICE_SECOND.device}
    assert code_of(lambda: read(elsewhere)) == "figure_file.other_desk"
    assert code_of(lambda: bytes_of(TRIAL)) == "trust.trial_desk"


def test_a_file_from_a_day_that_has_not_come_is_refused() -> None:
    data = bytes_of(later_days=2, last=date(2026, 11, 25))

    assert code_of(lambda: read(data)) == "figure_file.future"
    assert read_figures(data, KEYS, date(2026, 11, 24)).last == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 2), LAST),
        (FIRST, date(2026, 11, 22)),
        (FIRST, date(2026, 11, 30)),
        (date(2026, 11, 15), date(2026, 11, 14)),
    ],
)
def test_a_file_begins_and_ends_with_a_half_month_or_on_the_day_it_was_made(first: date, last: date) -> None:
    assert code_of(lambda: bytes_of(first=first, last=last)) == "figure_file.period"


@pytest.mark.parametrize(
    "change",
    [
        {"figures": [["2026-11-02", "items", "KT1001", "intra", "", 3, 9]]},
        {"figures": [["2026-12-01", "items", "KT1001", "intra", "", 3, 9]]},
        {"figures": [["2026-11-01", "items", "KT1001", "intra", "", -3, 9]]},
        {"figures": [["2026-11-01", "people", "KT1001", "intra", "", 3, 9]]},
        {"figures": [["2026-11-01", "items", "K" * 65, "intra", "", 3, 9]]},
        {"figures": [["2026-11-01", "items", "", "", "", 3, 9]] * 2},
        {"entries": {"people": [[["user", "ha.hoang"]]]}},
        {"entries": {"service_points": [[["code", "A"], ["code", "B"]]]}},
        {"heads": [[3, 1, 1, "ab" * 32]]},
        {"heads": [[1, 1, 1, "AB" * 32]]},
        {"kt1": 2},
        {"known_from": "yesterday"},
        {"more": 1},
    ],
)
def test_what_a_right_key_signed_is_read_no_less_strictly(change: dict[str, Json]) -> None:
    told = figure_file._json(file_of()) | change
    packed = figure_file._packed(told)

    data = KIND.write(packed, bytes.fromhex(OFFICE.public_key_hex), OFFICE.sign)

    assert code_of(lambda: read(data)) == "figure_file.damaged"


def test_a_register_that_this_program_does_not_know_is_passed_over() -> None:
    told = figure_file._json(file_of()) | {"entries": {"of_tomorrow": []}}
    data = KIND.write(figure_file._packed(told), bytes.fromhex(OFFICE.public_key_hex), OFFICE.sign)

    assert read(data).entries == {}


def test_a_file_is_small_and_text() -> None:
    outer = json.loads(bytes_of())

    assert set(outer) == {"by", "content", "format", "signature"}
    assert len(bytes_of()) < 2_000


def november(files: list[FigureFile], point: str = OFFICE_POINT) -> dict[str, int]:
    figures = FigureFiles(files).figures(FIRST, END)
    sums = grouped((each for each in figures if each.point == point), lambda each: each.measure)
    return {measure: tally.count for measure, tally in sums.items()}


def test_a_newer_file_of_a_desk_replaces_the_older_and_those_of_others_are_added() -> None:
    more = (*counted(), Figure(OFFICE_POINT, "2026-11-24", Measure.ITEMS, "KT1001", "intra", count=5))
    older, newer = file_of(), file_of(reach=50, later_days=1, last=date(2026, 11, 24), figures=more)
    second, commune = file_of(OFFICE_SECOND), file_of(COMMUNE)

    assert november([newer, older, older])[Measure.ITEMS] == 11
    assert november([older])[Measure.ITEMS] == 6
    assert november([older, newer, second, commune])[Measure.ITEMS] == 17
    assert november([older, newer, second, commune], COMMUNE_POINT)[Measure.ITEMS] == 6


def test_a_newer_file_of_other_days_leaves_the_days_before_to_the_older_one() -> None:
    older = file_of(last=date(2026, 11, 14), figures=counted()[:2])
    newer = file_of(first=date(2026, 11, 15), reach=50, figures=counted()[2:])

    assert november([newer, older])[Measure.ITEMS] == 6


def test_a_newer_file_without_kt1_replaces_only_what_it_speaks_of() -> None:
    newer = file_of(reach=50, kt1=False, figures=(counted()[4],))

    assert november([file_of(), newer]) == {
        "items": 6,
        "agency_items": 2,
        "complaints": 1,
        "dossiers": 4,
    }


def test_two_files_that_cannot_be_of_one_journal_are_refused() -> None:
    fork = replace(file_of(reach=40, later_days=0), heads=heads(40, "cd" * 32))
    back = replace(file_of(reach=50), heads=(heads(50)[0], heads(30)[1]))

    for one, other in ((file_of(), fork), (file_of(), back)):
        assert refusal(lambda one=one, other=other: FigureFiles([one, other])).details == {"device": 7}  # type: ignore[misc]


def test_a_desk_without_an_event_of_kt1_is_no_older_than_one_that_has_some() -> None:
    before = replace(file_of(), heads=heads(40)[1:])
    after = replace(file_of(reach=41), made=Moment(NOON_MS + 1))

    assert november([after, before])[Measure.ITEMS] == 6


def test_what_is_missing_is_told_by_point_with_the_last_day_that_is_here() -> None:
    desks = desks_of(KEYS, FIRST, END)
    files = FigureFiles([file_of()])

    assert files.missing(desks, FIRST, date(2026, 11, 14)) == (
        Missing(OFFICE_POINT, OFFICE_POINT, "2026-10-31"),
        Missing(COMMUNE_POINT, COMMUNE_POINT, ""),
    )
    whole = FigureFiles([file_of(), file_of(OFFICE_SECOND)])
    assert whole.missing(desks, FIRST, date(2026, 11, 14), {COMMUNE_POINT: "Na Sầm"}.__getitem__) == (
        Missing(COMMUNE_POINT, "Na Sầm", ""),
    )
    assert whole.missing(desks, FIRST, END)[0] == Missing(OFFICE_POINT, OFFICE_POINT, "2026-11-22")


def test_the_day_on_which_a_file_was_made_is_not_whole_in_it() -> None:
    desks = [row for row in KEYS.desks if row.device == COMMUNE.device]
    day = LAST - timedelta(days=1)
    made_first = replace(file_of(COMMUNE, last=FIRST), made=Moment(NOON_MS - 22 * 86_400_000))

    def since(file: FigureFile, last: date) -> list[str]:
        return [each.since for each in FigureFiles([file]).missing(desks, FIRST, last)]

    assert since(file_of(COMMUNE), day) == []
    assert since(file_of(COMMUNE), LAST) == [day.isoformat()]
    assert since(file_of(COMMUNE, last=END, later_days=7), END) == ["2026-11-29"]
    assert since(file_of(COMMUNE, last=END, later_days=8), END) == []
    assert since(made_first, FIRST) == [""]


def test_a_file_without_kt1_is_missing_where_kt1_is_asked_for() -> None:
    desks = [row for row in KEYS.desks if row.device == COMMUNE.device]
    files = FigureFiles([file_of(COMMUNE, kt1=False)])

    assert files.missing(desks, FIRST, date(2026, 11, 22), kt1=False) == ()
    assert files.missing(desks, FIRST, date(2026, 11, 22)) == (Missing(COMMUNE_POINT, COMMUNE_POINT, ""),)


def test_days_that_cut_a_half_month_are_refused() -> None:
    files = FigureFiles([file_of()])

    assert code_of(lambda: files.figures(date(2026, 11, 2), END)) == "figure_file.cuts"
    assert code_of(lambda: files.figures(FIRST, date(2026, 11, 20))) == "figure_file.cuts"


def test_entries_say_of_which_point_they_are() -> None:
    files = FigureFiles([file_of(), file_of(OFFICE_SECOND), file_of(COMMUNE)])

    entries = files.register_entries(["service_points", "adoption"])

    assert [each["point"] for each in entries["service_points"]] == [OFFICE_POINT, COMMUNE_POINT]
    assert entries["adoption"] == ()


def test_what_may_travel_is_coarse() -> None:
    assert coarse(counted(), kt1=True) == by_halves(counted())
