"""The starter catalogue: facts with their source, gaps that show as gaps, names of our own length."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kt1desk.domain.procedure import Channel, DurationUnit, Procedure, procedure_code
from kt1desk.domain.text import clean
from kt1desk.services.authorities import proposed
from kt1desk.store.reference_tthc import load_procedures
from tests.support.reference import FACTS, trial_reference

DAY = date(2026, 11, 22)
DATA = trial_reference()
ROWS = load_procedures(FACTS / "procedures.json")
OF_EVERY_COMMUNE = {"XA-TTHCC", "XA-CA"}
LONGEST_PAPER, LONGEST_NAME, LONGEST_NOTE = 120, 160, 120


def is_whole(row: Procedure) -> bool:
    """Whether the source says everything that a promise and a list of papers need."""
    timed = [
        rule.unit is DurationUnit.SAME_DAY or (rule.unit is not None and rule.duration is not None)
        for rule in row.channels
    ]
    counted = any(paper.originals or paper.copies for paper in row.papers)
    return bool(
        timed and all(timed) and counted and row.authorities and row.may_send is not None and row.decision
    )


def ids(row: Procedure) -> str:
    return row.code


def test_there_are_enough_procedures_to_work_with_each_once() -> None:
    codes = [row.code for row in ROWS]

    assert len(codes) >= 24
    assert len(set(codes)) == len(codes)
    assert all(row.holds(DAY) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_every_procedure_has_code_source_field_and_known_authorities(row: Procedure) -> None:
    taking = {body.authority_id for body in DATA.authorities if body.receives_dossiers}

    assert procedure_code(row.code) == row.code
    assert "." in row.source.split("/")[0]
    assert row.field
    assert row.level
    assert set(row.authorities) <= taking | OF_EVERY_COMMUNE


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_only_a_procedure_whose_source_says_everything_needed_is_confirmed(row: Procedure) -> None:
    assert row.is_sample or is_whole(row)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_a_channel_stands_once_and_sending_by_post_has_its_row(row: Procedure) -> None:
    channels = [rule.channel for rule in row.channels]

    assert len(set(channels)) == len(channels)
    assert row.may_send is not True or Channel.POST in channels
    assert row.may_send is not False or Channel.POST not in channels


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_names_are_short_printable_and_no_copied_sentence(row: Procedure) -> None:
    papers = [paper.name for paper in row.papers]
    groups = {paper.group for paper in row.papers}
    notes = [rule.note for rule in row.channels]

    assert clean(row.name, "name", LONGEST_NAME) == row.name
    assert all(clean(name, "name", LONGEST_PAPER) == name for name in (*papers, *groups))
    assert all(clean(note, "note", LONGEST_NOTE) == note for note in notes)
    assert not any(re.search(r"[.;:]$|^[-+(]", text) for text in (row.name, *papers, *groups, *notes) if text)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_papers_are_numbered_from_one_and_differ_within_their_case(row: Procedure) -> None:
    named = [(paper.group, paper.name) for paper in row.papers]

    assert [paper.key for paper in row.papers] == [f"{at}" for at in range(1, len(row.papers) + 1)]
    assert len(set(named)) == len(named)
    assert all(paper.originals <= 2 and paper.copies <= 2 for paper in row.papers)


def test_the_catalogue_has_every_shape_the_counter_must_cope_with() -> None:
    units = {rule.unit for row in ROWS for rule in row.channels}

    assert {DurationUnit.WORKING_DAY, DurationUnit.CALENDAR_DAY, DurationUnit.SAME_DAY, None} <= units
    assert {row.may_send for row in ROWS} == {True, False, None}
    assert {True, None} <= {row.may_return for row in ROWS}
    assert any(len({paper.group for paper in row.papers}) > 1 for row in ROWS)
    assert any(not row.papers for row in ROWS)
    assert any(not row.channels for row in ROWS)
    assert any(not row.authorities for row in ROWS)
    assert {"Hộ tịch", "Đất đai", "Lý lịch tư pháp", "Bảo trợ xã hội"} <= {row.field for row in ROWS}


def test_what_every_commune_receives_is_received_in_all_and_the_points_own_comes_first() -> None:
    birth = next(row for row in ROWS if row.code == "1.001193")
    licence = next(row for row in ROWS if row.code == "3.000347")

    own = proposed(DATA, birth, "05977", DAY)
    police = proposed(DATA, licence, "05977", DAY)

    assert own[0].authority_id == "LS-05977-TTHCC"
    assert {body.kind for body in own} == {"commune-one-stop"}
    assert {body.commune for body in own} == {row.code for row in DATA.communes}
    assert [body.authority_id for body in police[:2]] == ["LS-CA", "LS-05977-CA"]
