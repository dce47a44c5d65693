"""Erasing persons: what stands beside the events that an erasure names goes with it, words too; nothing else goes, and proofs hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import PersonsErased
from kt1desk.domain.identifiers import number_at
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify, verify_file
from tests.support.cases import APPLICANT, case_fact, grant_legs, take_case
from tests.support.custody import HERE, THERE, desk_at, take, write
from tests.support.journals import DEK, begin, make, past_all_guards, reopen

RULE, DAY = "persons.keep", "2026-11-01"


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    grant_legs(made)
    return made


def erase(desk: DeskStore, *events: Event) -> Event:
    """An erasure of what stands beside some events."""
    return write(desk, PersonsErased(RULE, tuple(each.id.text for each in events), DAY, HERE))


def found(desk: DeskStore, text: str) -> list[str]:
    """The cases that are found by words."""
    with desk.read() as reader:
        return sorted(hit.ref for hit in reader.search(text, ("dossier",), 99))


def test_an_erased_applicant_is_neither_read_nor_found_and_everything_else_is(store: DeskStore) -> None:
    cases = [take_case(store, name=f"Người Thứ {at}") for at in range(40)]
    gone, fresh, kept = cases[3], cases[39], cases[4]

    erase(store, gone, fresh)

    with store.read() as reader:
        rows = [reader.case(str(each.body()["dossier"])) for each in (gone, fresh, kept)]
    assert [(row.applicant, row.phone) for row in rows if row] == [
        ("", ""),
        ("", ""),
        ("Người Thứ 4", APPLICANT["phone"]),
    ]
    assert len(found(store, "nguoi thu")) == 38
    assert len(found(store, "thanh lap ho")) == 40
    assert str(gone.body()["dossier"]) in found(store, str(gone.body()["dossier"]))
    report = verify(store)
    assert (report.faults, report.differences) == ((), ())


def test_a_case_indexed_after_its_erasure_has_no_words_of_a_person(store: DeskStore) -> None:
    first = take_case(store, name="Lương Văn Xuyến")
    erase(store, first)

    for _ in range(33):
        take_case(store)

    assert found(store, "xuyen") == []
    assert verify(store).ok


def test_what_another_point_told_of_a_person_is_erased_the_same_way() -> None:
    here, there = desk_at(HERE, 7), desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    told = [
        write(
            here,
            replace(
                case_fact(f"LS01-261123-7-{at:03d}", (number_at("RX", 20_000_000 + at, "VN").text,)), to=THERE
            ),
            beside={"applicant": APPLICANT},
        )
        for at in range(1, 35)
    ]
    take(there, *told)

    erase(there, told[0], told[33])

    assert len(found(there, "hoang mui")) == 32
    with there.read() as reader:
        row = reader.case("LS01-261123-7-001")
    assert row is not None
    assert row.applicant == ""
    assert verify(there).ok


@pytest.mark.parametrize("table", ["particulars", "received_beside"])
def test_nobody_deletes_what_stands_beside_an_event_but_the_erasure_itself(
    store: DeskStore, table: str
) -> None:
    event = take_case(store)
    erase(store, event)
    other = take_case(store)

    with pytest.raises(DeskError, match=r"store\.(forbidden|refused|failed)"), store.transaction() as bare:
        bare.execute(f"DELETE FROM {table}")

    with store.read() as reader:
        row = reader.case(str(other.body()["dossier"]))
    assert row is not None
    assert row.applicant == APPLICANT["name"]


def test_a_row_that_was_taken_away_without_an_erasure_is_missing_and_one_put_back_is_named(
    store: DeskStore, tmp_path: Path
) -> None:
    first, _ = take_case(store), take_case(store)
    store.close()
    file = open_raw(DataFolder(tmp_path).database, DEK)
    asked = "SELECT * FROM particulars WHERE seq = ? AND stream = 2"
    (row,) = file.execute(asked, (first.id.seq,)).fetchall()
    file.close()
    again = reopen(tmp_path)
    write(again, PersonsErased(RULE, (first.id.text,), DAY, "LS01"))
    again.close()

    with past_all_guards(tmp_path) as raw:
        raw.execute("INSERT INTO particulars VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    put_back = verify_file(DataFolder(tmp_path), DEK)
    with past_all_guards(tmp_path) as raw:
        raw.execute("DELETE FROM particulars WHERE slot = 'applicant'")
    taken_away = verify_file(DataFolder(tmp_path), DEK)

    assert put_back.faults == (f"{first.id.text} particulars.added",)
    assert [fault.split()[1] for fault in taken_away.faults] == ["particulars.missing"]
