"""Cases in the store: a case is found by each of its numbers, its legs use numbers up, its sums and its line stand where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import NumberVoided
from kt1desk.services.numbers import next_number
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import (
    APPLICANT,
    case_fact,
    grant_legs,
    reverse_case,
    take_case,
)
from tests.support.journals import SHIFT, accept, begin, make, past_all_guards, reopen
from tests.support.steps import steps


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    grant_legs(made)
    return made


def numbers_of(event: Event) -> list[str]:
    """The numbers of a case's legs."""
    legs = cast(Sequence[Mapping[str, Json]], event.body()["legs"])
    return [str(leg["item"]) for leg in legs]


def test_a_case_is_read_by_its_own_number_by_either_leg_and_by_the_code_of_the_authority(
    store: DeskStore,
) -> None:
    take_case(store, official="H37.12-261122-0001")
    event = take_case(store, official="H37.12-261122-0002", name="Lý Văn Sơn")

    with store.read() as reader:
        row = reader.dossier("LS01-261123-0-002")
        assert row is not None
        ways = [reader.dossier(leg.item) for leg in row.legs]
        ways += [reader.dossier("h37.12-261122-0002"), reader.dossier(" ls01-261123-0-002 ")]
        nobody = reader.dossier("RX999999999VN")

    assert nobody is None
    assert ways == [row] * 4
    assert (row.event, row.proof, row.applicant) == (event.id, event.proof, "Lý Văn Sơn")
    assert [leg.direction for leg in row.legs] == ["send", "return"]
    assert (row.sums.postage_dong, row.sums.collected_dong, row.sums.pass_on_dong) == (59_000, 100_000, 8_000)
    assert (row.procedure, row.procedure_version, row.promised) == ("1.001612", "2025-07-01", "2026-11-30")


def test_of_two_cases_with_one_official_code_the_newest_that_is_here_answers(store: DeskStore) -> None:
    first, second = (take_case(store, official="H37.12-261122-0001") for _ in range(2))

    with store.read() as reader:
        newest = reader.dossier("H37.12-261122-0001")
    reverse_case(store, "LS01-261123-0-002", second.id)
    with store.read() as reader:
        left = reader.dossier("H37.12-261122-0001")

    assert newest is not None
    assert left is not None
    assert (newest.event, left.event) == (second.id, first.id)


def test_an_applicant_who_was_erased_is_an_empty_name_not_a_lost_case(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    grant_legs(store)
    take_case(store)
    store.close()
    with past_all_guards(tmp_path) as raw:
        raw.execute("DELETE FROM particulars WHERE slot = 'applicant'")

    with reopen(tmp_path).read() as reader:
        row = reader.dossier("LS01-261123-0-001")
        (hit,) = reader.search("LS01-261123-0-001", ("dossier",), 5)

    assert row is not None
    assert row.applicant == ""
    assert hit.subtitle == row.procedure_name


def test_the_number_of_a_leg_is_used_up_like_that_of_an_item(store: DeskStore) -> None:
    with store.read() as reader:
        assert reader.blocks()[1].left == 1_000
    event = take_case(store)
    numbers = numbers_of(event)

    with store.read() as reader:
        assert all(reader.number_is_used(number) for number in numbers)
        assert reader.blocks()[1].left == 998
    with store.work() as work, pytest.raises(DeskError, match=r"number\.used"):
        work.append(NumberVoided(numbers[1], "spoilt"), Appending("lan"))
    with store.work() as work, pytest.raises(DeskError, match=r"number\.used"):
        work.append(case_fact("LS01-261123-0-009", (numbers[0],)), Appending("lan"))
    with store.read() as reader:
        free = next_number(reader, ("RX",))
    with store.work() as work, pytest.raises(DeskError, match=r"number\.used"):
        work.append(case_fact("LS01-261123-0-009", (free, free)), Appending("lan"))
    assert verify(store).ok


def test_two_legs_take_the_next_two_free_numbers_past_a_voided_one(store: DeskStore) -> None:
    with store.work() as work:
        first = work.take_number(("RX",))
        second = work.take_number(("RX",), first)
        work.append(NumberVoided(second, "spoilt"), Appending("lan"))
        work.commit()

    event = take_case(store)

    numbers = numbers_of(event)
    assert numbers[0] == first
    assert second not in numbers
    with store.read() as reader:
        assert reader.blocks()[1].next == 10_000_003


def test_cases_are_counted_by_day_and_device_and_one_taken_back_keeps_its_number(store: DeskStore) -> None:
    first = take_case(store)
    take_case(store)
    reverse_case(store, "LS01-261123-0-001", first.id)

    third = take_case(store)

    with store.read() as reader:
        assert third.body()["dossier"] == "LS01-261123-0-003"
        assert reader.dossiers_on("2026-11-23") == 3
        assert reader.dossiers_on("2026-11-24") == 0


def test_the_next_number_of_a_case_costs_the_same_however_many_cases_the_day_has(store: DeskStore) -> None:
    def counted() -> int:
        with store.read() as reader:
            return reader.dossiers_on("2026-11-23")

    take_case(store)
    few = steps(store, counted)
    for _ in range(200):
        take_case(store, legs=1)

    assert counted() == 201
    assert steps(store, counted) == few


def test_the_desk_lists_cases_that_are_here_and_a_shift_all_it_took(store: DeskStore) -> None:
    events = [take_case(store, legs=1 + at % 2) for at in range(3)]
    reverse_case(store, "LS01-261123-0-002", events[1].id)

    with store.read() as reader:
        here = [row.event for row in reader.dossiers_here(10)]
        newest = [row.event for row in reader.dossiers_here(1)]
        shift = reader.open_shift()
        taken = [(row.event, row.state) for row in reader.dossiers_of_shift(SHIFT, 10)]
        nothing = reader.dossiers_of_shift("2026-11-24/1", 10)

    assert here == [events[2].id, events[0].id]
    assert newest == [events[2].id]
    assert taken == [(events[2].id, "here"), (events[1].id, "reversed"), (events[0].id, "here")]
    assert nothing == []
    assert shift is not None
    assert (shift.dossiers, shift.paid_dong) == (3, 59_000)
    assert shift.cash_dong == 30_500 * 2 + 59_000 + 3 * 108_000


def test_a_line_of_a_list_is_taken_until_its_case_is_taken_back(store: DeskStore) -> None:
    event = take_case(store, line="a" * 32)
    with store.read() as reader:
        assert reader.line_taken("a" * 32) == "LS01-261123-0-001"
        assert reader.line_taken("b" * 32) == ""
        free = next_number(reader, ("RX",))
    again = case_fact("LS01-261123-0-002", (free,), line="a" * 32)
    with store.work() as work, pytest.raises(DeskError, match=r"store\.refused"):
        work.append(again, Appending("lan"))

    reverse_case(store, "LS01-261123-0-001", event.id)

    with store.read() as reader:
        assert reader.line_taken("a" * 32) == ""
    take_case(store, line="a" * 32)
    with store.read() as reader:
        assert reader.line_taken("a" * 32) == "LS01-261123-0-002"
    assert verify(store).ok


@pytest.mark.parametrize("count", [5, 40, 70])
def test_a_case_is_found_by_who_applies_by_what_and_by_any_number(store: DeskStore, count: int) -> None:
    for at in range(count):
        take_case(store, name=f"Nông Thị T{at:02d}", official=f"H37.12-261122-{at:04d}")
        accept(store)

    def refs(text: str, *kinds: str) -> list[str]:
        with store.read() as reader:
            return [hit.ref for hit in reader.search(text, kinds, 100)]

    assert refs("thi nông t03", "dossier") == ["LS01-261123-0-004"]
    assert refs("LS01-261123-0-004", "dossier")[0] == "LS01-261123-0-004"
    assert len(refs(APPLICANT["phone"], "dossier")) == count
    assert len(refs("091 2345", "dossier")) == count
    assert len(refs("020 185 001 234", "dossier")) == count
    assert len(refs("1.001612", "dossier")) == len(refs("1001612", "dossier")) == count
    assert len(refs("thanh lap ho", "dossier")) == count
    assert refs("h37.12-261122-0002", "dossier")[0] == "LS01-261123-0-003"
    assert "LS01-261123-0-002" in refs("RX 100 000 0", "dossier")
    assert refs("nong thi", "item") == refs("thanh lap ho", "agency", "point") == []
    assert verify(store).ok


def test_what_can_be_a_number_is_looked_for_among_numbers_before_names(store: DeskStore) -> None:
    take_case(store)
    item = accept(store)

    with store.read() as reader:
        kinds = [hit.kind for hit in reader.search("001", (), 10)]
        exact = [hit.ref for hit in reader.search(str(item.body()["item"]), (), 10)]

    assert kinds[0] == "dossier"
    assert exact == [item.body()["item"]]
