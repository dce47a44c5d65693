"""The shipped rows: complete, without contradictions, each with a source; samples marked as samples."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.checklist import LineKind, lines_for
from kt1desk.domain.dated import Dated
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.kt1 import RouteScope, Scope, Secrecy, Urgency
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.tariff import PriceRequest, Unpriced
from kt1desk.domain.text import clean, fold
from kt1desk.store.reference_files import load_reference
from tests.support.reference import FACTS, SAMPLE, trial_reference
from tests.support.tree import source_files

DAY = date(2026, 11, 22)
DATA = trial_reference()
WORDS_BEHIND_LETTERS = re.compile(r"\b(tuyệt mật|tối mật)\b|\(mật\)", re.IGNORECASE)

KEYS: dict[str, Callable[[ReferenceData], Iterable[tuple[str, Dated]]]] = {
    "points": lambda data: ((row.code, row) for row in data.points),
    "agencies": lambda data: ((row.agency_id, row) for row in data.agencies),
    "call codes": lambda data: ((row.call_code, row) for row in data.agencies),
    "authorities": lambda data: ((row.authority_id, row) for row in data.authorities),
    "communes": lambda data: ((row.code, row) for row in data.communes),
    "postal codes": lambda data: ((row.postal_code, row) for row in data.communes),
    "provinces": lambda data: ((row.code, row) for row in data.provinces),
    "products": lambda data: ((row.code, row) for row in data.products),
    "classes": lambda data: ((f"{row.urgency} {row.secrecy}", row) for row in data.products),
    "checklist": lambda data: ((row.code, row) for row in data.checklist),
    "settings": lambda data: ((row.key, row) for row in data.settings),
    "forms": lambda data: ((row.form, row) for row in data.forms),
    "caps": lambda data: (("caps", row) for row in data.caps),
    "tariffs": lambda data: ((row.status, row) for row in data.tariffs),
    "hours": lambda data: ((f"{row.scope} {row.urgency} {row.area}", row) for row in data.transit_hours),
    "areas": lambda data: ((commune, row) for row in data.transit_areas for commune in row.communes),
    "coded words": lambda data: ((f"{row.code_list} {row.code}", row) for row in data.coded),
    "incidents": lambda data: ((row.code, row) for row in data.incident_codes),
    "escalation": lambda data: ((row.code, row) for row in data.escalation),
    "calendar": lambda data: ((f"{row.day}", row) for row in data.calendar),
    "feasts": lambda data: (
        (f"{row.feast} {0 if row.every_year else row.first}", row) for row in data.feasts
    ),
    "money": lambda data: ((f"{row.value_dong}", row) for row in data.denominations),
    "entries": lambda data: ((f"{row.register} {row.entry}", row) for row in data.sample_entries),
    "report templates": lambda data: ((row.code, row) for row in data.report_templates),
    "number rules": lambda data: ((row.service, row) for row in data.number_rules),
}


def all_rows() -> list[Dated]:
    return [row for name in DATA.__slots__ for row in getattr(DATA, name)]


@pytest.mark.parametrize("kind", KEYS)
def test_of_every_fact_only_one_row_is_in_force_on_a_day(kind: str) -> None:
    rows = list(KEYS[kind](DATA))

    days = {row.valid_from for _, row in rows} | {DAY}
    doubled = [
        (on, key) for on in days for key, n in Counter(k for k, row in rows if row.holds(on)).items() if n > 1
    ]

    assert rows
    assert doubled == []


def test_every_row_names_a_source_and_ends_after_it_begins() -> None:
    bad = [row for row in all_rows() if not row.source or (row.valid_to and row.valid_to < row.valid_from)]

    assert len(all_rows()) > 500
    assert bad == []


def test_the_counts_are_those_of_the_law_and_of_the_sample() -> None:
    counted = {
        "communes": len(DATA.communes),
        "wards": sum(row.kind == "phường" for row in DATA.communes),
        "provinces": len(DATA.provinces),
        "products": len(DATA.products),
        "former districts": len({name for row in DATA.communes for name in row.former_districts}),
        "points": len(DATA.points),
        "relays": sum(row.kt1_relay for row in DATA.points),
        "agencies": len(DATA.agencies),
        "users of KT1": sum(row.uses_kt1 for row in DATA.agencies),
    }

    assert counted == {
        "communes": 65,
        "wards": 4,
        "provinces": 34,
        "products": 16,
        "former districts": 11,
        "points": 53,
        "relays": 12,
        "agencies": 44,
        "users of KT1": 25,
    }


def test_every_point_of_the_sample_accepts_delivers_and_takes_dossiers() -> None:
    assert all(row.kt1_accept and row.kt1_deliver and row.takes_dossiers for row in DATA.points)


def test_codes_have_their_shapes() -> None:
    assert all(re.fullmatch(r"\d{6}", row.code) for row in DATA.points)
    assert all(re.fullmatch(r"0\d{4}", row.code) for row in DATA.communes)
    assert all(re.fullmatch(r"25\d{3}", row.postal_code) for row in DATA.communes)
    assert all(re.fullmatch(r"\d{2}", row.code) for row in DATA.provinces)
    assert all(re.fullmatch(r"[A-Z]{2,5}", row.call_code) for row in DATA.agencies)


def test_every_reference_from_one_row_to_another_is_found() -> None:
    communes = {row.code for row in DATA.communes}
    provinces = {row.code for row in DATA.provinces}
    points = {row.code for row in DATA.points}
    authorities = {row.authority_id for row in DATA.authorities}

    assert {row.commune for row in DATA.points} <= communes
    assert {row.province for row in DATA.points} == {"20"}
    assert {row.province for row in DATA.agencies} | {row.province for row in DATA.communes} <= provinces
    assert {row.commune for row in DATA.agencies} | {row.commune for row in DATA.authorities} <= communes | {
        ""
    }
    assert {row.point for row in DATA.agencies} <= points | {""}
    assert {row.point for row in DATA.sample_users} <= points
    assert {row.parent for row in DATA.authorities} <= authorities | {""}
    assert {row.point for row in DATA.authorities} <= points | {""}
    assert {row.agency_id for row in DATA.agencies if row.province == "20"} <= authorities


def test_all_that_is_invented_is_marked_as_sample() -> None:
    invented = (
        *DATA.points,
        *DATA.agencies,
        *DATA.tariffs,
        *DATA.sample_users,
        *DATA.sample_blocks,
        *DATA.sample_entries,
        *DATA.transit_hours,
    )

    assert all(row.is_sample for row in invented)


def test_no_region_of_the_tariff_counts_as_confirmed() -> None:
    assert not any(row.locality.region_confirmed for row in DATA.provinces)


def test_without_the_sample_there_is_no_price_no_point_and_no_staff() -> None:
    data = load_reference(FACTS)

    assert (data.points, data.agencies, data.tariffs) == ((),) * 3
    assert (data.sample_users, data.sample_blocks, data.sample_entries) == ((),) * 3


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("urgency", Urgency)
@pytest.mark.parametrize("secrecy", Secrecy)
def test_the_sample_tariff_prices_every_class_at_every_weight_within_the_caps(
    scope: Scope, urgency: Urgency, secrecy: Secrecy
) -> None:
    maximum_g = DATA.setting_int("item.weight_max_g", DAY)
    for weight_g in (1, 50, 51, 100, 101, 150, 151, 200, 201, 250, 251, 500, 501, maximum_g):
        asked = PriceRequest(RouteScope(scope, derived=False), weight_g, urgency, secrecy)

        assert not isinstance(DATA.quote(asked, DAY, trial=True), Unpriced)
        assert isinstance(DATA.quote(asked, DAY, trial=False), Unpriced)


def test_the_caps_are_the_figures_of_the_circular() -> None:
    (caps,) = DATA.caps

    extremes = {rates.scope.value: [step.amount_dong for step in rates.steps] for rates in caps.scopes}
    further = {rates.scope.value: rates.further_dong for rates in caps.scopes}

    assert extremes == {"intra": [11_364, 15_000], "regional": [13_182, 15_455], "inter": [13_636, 27_273]}
    assert further == {"intra": 1_727, "regional": 2_727, "inter": 6_818}
    assert {rate.secrecy.value: rate.amount_dong for rate in caps.secrecies} == {
        "A": 48_636,
        "B": 37_273,
        "C": 30_909,
    }
    assert {rate.urgency.value: rate.amount_dong for rate in caps.urgencies if not rate.summed} == {
        "express": 40_000,
        "timed": 18_182,
    }


def test_the_steps_between_the_extremes_lie_on_a_straight_line_and_the_sample_says_so() -> None:
    (table,) = DATA.tariffs

    for rates in table.scopes:
        amounts = [step.amount_dong for step in rates.steps]
        rises = [later - earlier for earlier, later in pairwise(amounts)]
        assert [step.up_to_g for step in rates.steps] == [50, 100, 150, 200, 250]
        assert max(rises) - min(rises) <= 1
    assert "đường thẳng" in table.source


@pytest.mark.parametrize(
    ("secrecy", "only_here"),
    [
        (Secrecy.NONE, {"no_letter"}),
        (Secrecy.A, {"two_envelopes", "letter_matches"}),
        (Secrecy.B, {"letter_matches"}),
    ],
)
def test_the_checklist_asks_what_the_letter_needs(secrecy: Secrecy, only_here: set[str]) -> None:
    everywhere = set.intersection(
        *({line.code for line in lines_for(DATA.checklist, each, DAY)} for each in Secrecy)
    )

    asked = {line.code for line in lines_for(DATA.checklist, secrecy, DAY)}

    assert asked - everywhere == only_here
    assert {"kt1_mark", "sealed", "undamaged", "named_person", "no_words_outside"} <= asked


def test_a_question_that_can_refuse_has_its_reason_and_a_fact_has_none() -> None:
    assert all(bool(line.refusal) is (line.kind is LineKind.MUST) for line in DATA.checklist)
    assert [line.code for line in DATA.checklist if line.kind is LineKind.FACT] == ["named_person"]


def test_no_row_spells_out_what_a_letter_stands_for() -> None:
    shown = [line.question + line.refusal for line in DATA.checklist]
    shown += [row.name for row in DATA.products]
    shown += [row.title for row in DATA.forms]
    shown += [row.title for row in DATA.caps]
    shown += [row.title for row in DATA.tariffs]
    shown += [row.name for rows in (DATA.coded, DATA.incident_codes, DATA.escalation) for row in rows]

    assert [text for text in shown if WORDS_BEHIND_LETTERS.search(text)] == []


def test_every_name_and_address_may_be_stored_and_printed_as_it_stands() -> None:
    texts = [text for row in DATA.agencies for text in (row.name, row.short_name, row.address)]
    texts += [row.name for row in DATA.points] + [row.name for row in DATA.communes]
    texts += [row.name for row in DATA.provinces] + [row.name for row in DATA.authorities]

    assert [text for text in texts if clean(text, "name", 200) != text] == []


def test_every_setting_is_asked_for_by_the_program() -> None:
    program = "".join(path.read_text(encoding="utf-8") for path in source_files("kt1desk"))

    assert [row.key for row in DATA.settings if f'"{row.key}"' not in program] == []


def test_call_codes_can_be_told_apart_from_item_numbers_and_from_names() -> None:
    folded_names = {fold(row.name) for row in DATA.agencies}

    assert folded_names.isdisjoint(fold(row.call_code) for row in DATA.agencies)


def test_the_trial_block_gives_numbers_that_the_rule_of_the_day_accepts() -> None:
    for service, block in zip(("kt1", "tthc"), DATA.sample_blocks, strict=True):
        pattern = DATA.number_rule(DAY, service).pattern

        for serial in (block.first, (block.first + block.last) // 2, block.last):
            assert re.fullmatch(pattern, number_at(block.prefix, serial).text)


def test_the_calendar_knows_tet_make_up_days_and_not_the_unconfirmed_swap() -> None:
    calendar = WorkingCalendar(DATA.calendar)

    assert not calendar.is_working(date(2026, 2, 17))
    assert calendar.is_working(date(2026, 8, 22))
    assert not calendar.is_working(date(2026, 8, 31))
    assert calendar.is_working(date(2026, 11, 23))
    assert not calendar.is_working(date(2026, 11, 24))


@pytest.mark.parametrize(
    "path", sorted((*FACTS.glob("*.json"), *SAMPLE.glob("*.json"))), ids=lambda path: path.name
)
def test_every_source_of_a_file_is_used_by_one_of_its_rows(path: Path) -> None:
    loaded = json.loads(path.read_text(encoding="utf-8"))

    used = {(loaded["defaults"] | row)["source"] for row in loaded["rows"]}

    assert used == set(loaded["sources"])
