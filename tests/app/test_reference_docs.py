"""What the one field finds of the reference data: bodies by what people call them, procedures by code, name and field; indexed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kt1desk.app.desk import starter_procedures
from kt1desk.app.reference_docs import index
from kt1desk.domain.dated import Status
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.text import fold
from kt1desk.services.finding import AGENCY, AUTHORITY
from kt1desk.store.search import PROCEDURE
from kt1desk.store.statements import Row
from tests.support.desks import Counter, counter, sample_reference

DAY = date(2026, 11, 23)
DATA = sample_reference()
STARTER = starter_procedures()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """A desk whose index holds the shipped rows."""
    with counter(tmp_path_factory.mktemp("docs")) as made:
        index(made.store, DATA, DAY, STARTER)
        yield made


def refs(desk: Counter, text: str, kind: str, limit: int = 20) -> list[str]:
    with desk.store.read() as reader:
        return [hit.ref for hit in reader.search(text, (kind,), limit)]


def changes(desk: Counter) -> Row:
    with desk.store.transaction() as connection:
        (count,) = connection.execute("SELECT total_changes()").fetchall()
    return count


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("stp", "LS-STP"),
        ("sở tư pháp", "LS-STP"),
        ("phap tu so", "LS-STP"),
        ("VPDKDD", "LS-VPDKDD"),
        ("dat dai", "LS-VPDKDD"),
        ("cong an tinh", "LS-CA"),
        ("trung tam phuc vu hanh chinh cong tinh", "LS-TTPVHCC"),
    ],
)
def test_an_authority_is_found_by_what_people_call_it(desk: Counter, typed: str, first: str) -> None:
    assert refs(desk, typed, AUTHORITY)[0] == first


@pytest.mark.parametrize("typed", ["dong kinh", "kinh dong", "dk", "mai pha", "vinh trai"])
def test_a_communes_bodies_are_found_by_its_name_initials_and_merged_communes(
    desk: Counter, typed: str
) -> None:
    assert {"LS-05977-TTHCC", "LS-05977-UBND", "LS-05977-CA"} <= set(refs(desk, typed, AUTHORITY))


def test_a_former_district_finds_every_commune_that_lay_in_it(desk: Counter) -> None:
    found = set(refs(desk, "trung tam hanh chinh van quan", AUTHORITY, 50))

    lay_there = {f"LS-{row.code}-TTHCC" for row in DATA.communes if "Huyện Văn Quan" in row.former_districts}
    assert len(lay_there) > 3
    assert lay_there <= found


def test_a_body_that_takes_no_dossiers_is_no_answer(desk: Counter) -> None:
    others = {row.authority_id for row in DATA.authorities if not row.receives_dossiers}

    found = {ref for letter in "abcdefghijklmnopqrstuvxy" for ref in refs(desk, letter, AUTHORITY, 400)}

    assert others
    assert found == {row.authority_id for row in DATA.authorities if row.receives_dossiers}


def test_an_agency_of_kt1_is_found_as_before(desk: Counter) -> None:
    assert refs(desk, "snv", AGENCY)[0] == DATA.agency("SNV", DAY).agency_id


@pytest.mark.parametrize("row", STARTER, ids=lambda row: row.code)
def test_a_procedure_is_found_by_code_by_name_and_by_field(desk: Counter, row: Procedure) -> None:
    backwards = " ".join(reversed(fold(row.name).split()[:8]))

    assert refs(desk, row.code, PROCEDURE)[0] == row.code
    assert row.code in refs(desk, row.code.partition(".")[2], PROCEDURE)
    assert row.code in refs(desk, backwards, PROCEDURE)
    assert row.code in refs(desk, fold(row.field), PROCEDURE, 50)


def test_a_second_log_in_with_the_same_rows_writes_nothing(desk: Counter) -> None:
    before = changes(desk)

    index(desk.store, DATA, DAY + timedelta(days=1), STARTER)

    assert changes(desk) == before


def test_a_row_that_changes_or_ends_is_found_as_it_is_from_then_on(tmp_path: Path) -> None:
    justice = next(row for row in DATA.authorities if row.authority_id == "LS-STP")
    renamed = replace(justice, name="Sở Tư pháp và Hộ tịch tỉnh Lạng Sơn", valid_from=date(2027, 1, 1))
    ended = replace(justice, valid_to=date(2026, 12, 31))
    others = tuple(row for row in DATA.authorities if row is not justice)
    changed = replace(DATA, authorities=(*others, ended, renamed))

    with counter(tmp_path) as desk:
        index(desk.store, changed, date(2026, 12, 31), STARTER)
        before = refs(desk, "so tu phap va ho tich", AUTHORITY)
        index(desk.store, changed, date(2027, 1, 1), STARTER)
        after = refs(desk, "so tu phap va ho tich", AUTHORITY)

    assert (before, after) == ([], ["LS-STP"])


def test_a_version_that_was_imported_is_not_replaced_by_the_starter(tmp_path: Path) -> None:
    imported = replace(STARTER[0], code="1.999999", status=Status.CONFIRMED)
    shipped_later = (replace(imported, name="Như nguồn chung"), replace(imported, code="1.999998"))

    with counter(tmp_path) as desk:
        with desk.store.work() as work:
            work.put_procedures([imported])
            work.commit()
        index(desk.store, DATA, DAY, (*STARTER, *shipped_later))

        with desk.store.read() as reader:
            kept, new, old = (reader.procedure(code, DAY) for code in ("1.999999", "1.999998", "1.001193"))
    assert kept == imported
    assert new == shipped_later[1]
    assert old == STARTER[0]
