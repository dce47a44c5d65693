"""The shipped report templates: all read, made from nothing without an error, and refused where a row says what cannot be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Prose, Table
from kt1desk.domain.reporting.sources import Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate, template_of
from kt1desk.domain.reporting.template_checks import PLACE
from kt1desk.domain.reporting.template_kinds import rests_on
from kt1desk.domain.reporting.template_parts import (
    Counted,
    Entered,
    IndicatorSection,
    Outside,
    ProseSection,
    SectionOf,
    TableSection,
)
from kt1desk.store.reference_files import check_document, with_documents
from kt1desk.store.reference_reports import report_template
from kt1desk.store.reference_rows import read_rows
from tests.support.reference import FACTS, trial_reference

ON = date(2026, 11, 23)
CODES = [row.code for row in trial_reference().report_templates]
FILE = "report_templates.json"


def shipped(code: str) -> ReportTemplate:
    """A template of the day by its code."""
    return template_of(trial_reference().report_templates, code, ON)


@pytest.mark.parametrize("code", CODES)
def test_a_report_of_nothing_says_zero_where_nothing_happened_and_nothing_where_nobody_knows(
    code: str,
) -> None:
    template = shipped(code)

    report = make_report(template, preset(Preset.QUARTER, 2026, 3), Scope("Toàn tỉnh"), Sources())

    assert len(report.sections) == len(template.sections)
    assert any(note.startswith("Mẫu báo cáo này chưa được xác nhận") for note in report.notes)
    for section in report.sections:
        if isinstance(section, Table):
            assert all(cell in {0, None} for row in section.rows for cell in row if not isinstance(cell, str))
        if isinstance(section, Prose):
            assert not any("–" in sentence or "{" in sentence for sentence in section.sentences)


def _shown(section: SectionOf) -> set[str]:
    match section:
        case ProseSection():
            texts = (text for each in section.sentences for text in (each.text, each.otherwise))
            return {code for text in texts for code, _, _ in PLACE.findall(text)}
        case IndicatorSection():
            return {code for line in section.lines for code in (line.of, line.share)}
        case TableSection():
            return set(section.columns)
        case _:
            return set()


@pytest.mark.parametrize("code", CODES)
def test_every_number_of_a_template_is_shown_or_another_one_rests_on_it(code: str) -> None:
    template = shipped(code)
    needed = set().union(*map(_shown, template.sections))

    for quantity in reversed(template.quantities):
        assert quantity.code in needed
        needed.update(rests_on(quantity))


def test_every_measure_is_told_by_some_report() -> None:
    counted = (each for code in CODES for each in shipped(code).quantities if isinstance(each, Counted))

    assert {each.measure for each in counted} == set(Measure)


@pytest.mark.parametrize("code", [code for code in CODES if "harms" in shipped(code).known])
def test_what_makes_an_item_unsafe_is_what_the_incident_codes_say(code: str) -> None:
    counted = shipped(code).known["harms"]

    assert isinstance(counted, Counted)
    assert set(counted.what) == {row.code for row in trial_reference().incident_codes if row.harms}


def test_words_of_lists_that_templates_name_are_in_the_lists() -> None:
    words = {(row.code_list, row.code) for row in trial_reference().coded}
    for code in CODES:
        for quantity in shipped(code).quantities:
            if isinstance(quantity, Outside):
                assert (CodeList.OUTSIDE_FIGURE, quantity.what) in words
            if isinstance(quantity, Entered):
                of = REGISTERS[quantity.choice.register]
                for column, values in quantity.choice.where:
                    code_list = of.column(column).code_list
                    assert code_list is None or {(code_list, value) for value in values} <= words


def _first() -> dict[str, Any]:
    """The file with its first row alone."""
    loaded: dict[str, Any] = json.loads((FACTS / FILE).read_text(encoding="utf-8"))
    loaded["rows"] = loaded["rows"][:1]
    return loaded


def _read(loaded: dict[str, Any]) -> tuple[ReportTemplate, ...]:
    return read_rows(FILE, json.dumps(loaded).encode(), report_template)


def _quantity(of: dict[str, Any], kind: str, code: str = "") -> dict[str, Any]:
    quantities = of["rows"][0]["quantities"]
    return next(each for each in quantities if each["kind"] == kind and code in {"", each["code"]})


def _section(of: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(each for each in of["rows"][0]["sections"] if each["kind"] == kind)


BENT: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a measure that nobody counts": (
        lambda of: _quantity(of, "counted").update(measure="profit"),
        "reference.bad_row",
    ),
    "a part that is called otherwise": (
        lambda of: _quantity(of, "counted").update(meassure="items"),
        "reference.bad_row",
    ),
    "an unknown kind of section": (lambda of: _section(of, "prose").update(kind="poem"), "reference.bad_row"),
    "a source that the file does not name": (
        lambda of: of["rows"][0].update(source="hearsay"),
        "reference.bad_row",
    ),
    "a time that nothing is in": (
        lambda of: _quantity(of, "counted", "in_time").update(about=["intime"]),
        "reporting.template",
    ),
    "a service that is not the post's": (
        lambda of: _quantity(of, "counted", "records").update(whose=["bccp"]),
        "reporting.template",
    ),
    "a percent of three decimals": (
        lambda of: _quantity(of, "shared").update(places=3),
        "reporting.template",
    ),
    "a share of đồng in pieces": (
        lambda of: _quantity(of, "shared").update(base="revenue"),
        "reporting.template",
    ),
    "a column that is no quantity": (
        lambda of: _section(of, "table")["columns"].append("profit"),
        "reporting.template",
    ),
    "a sentence about what is not counted": (
        lambda of: _section(of, "prose")["sentences"].append({"text": "Lãi {profit} đồng."}),
        "reporting.template",
    ),
    "a chart of a table that is not there": (
        lambda of: _section(of, "chart").update(table="by_moon"),
        "reporting.template",
    ),
    "subjects that leave out what is counted": (
        lambda of: of["rows"][0].update(subjects=["tthc"]),
        "reporting.template",
    ),
}


@pytest.mark.parametrize("slip", BENT)
def test_a_template_with_a_slip_is_refused_when_it_is_read(slip: str) -> None:
    bend, code = BENT[slip]
    loaded = _first()
    assert len(_read(loaded)) == 1
    bend(loaded)

    with pytest.raises(DeskError) as refused:
        _read(loaded)

    assert refused.value.code == code


def test_a_province_brings_its_own_templates_as_a_document_that_is_checked_first() -> None:
    loaded = _first()
    loaded["rows"][0].update(title="Báo cáo KT1 của tỉnh", status="confirmed")
    own = json.dumps(loaded).encode()
    _quantity(loaded, "shared").update(places=3)
    bent = json.dumps(loaded).encode()

    check_document("report_templates", own)
    (template,) = with_documents(trial_reference(), {"report_templates": own}).report_templates

    assert (template.title, template.is_sample) == ("Báo cáo KT1 của tỉnh", False)
    with pytest.raises(DeskError) as refused:
        check_document("report_templates", bent)
    assert refused.value.code == "reporting.template"


_Place = tuple[Any, Any]
"""A list or an object, and where in it a text, number or flag stands."""


def _places(of: Any) -> Iterator[_Place]:
    for key, value in of.items() if isinstance(of, dict) else enumerate(of):
        if isinstance(value, dict | list):
            yield from _places(value)
        else:
            yield of, key


def test_a_row_with_anything_in_its_places_is_read_or_refused_by_its_code() -> None:
    chance = Random(7)
    codes = Counter[str]()
    words = [inside[key] for inside, key in _places(_first()["rows"])]
    for _ in range(300):
        loaded = _first()
        inside, key = chance.choice(list(_places(loaded["rows"])))
        inside[key] = chance.choice([*words, None, -1, True, [], {}, ["abc"], "{x}", "{items:words"])
        try:
            _read(loaded)
            codes["read"] += 1
        except DeskError as error:
            codes[error.code] += 1

    assert set(codes) == {"read", "reference.bad_row", "reporting.template"}
