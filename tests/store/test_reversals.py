"""Acceptances taken back: what was shown of them changes, their events do not, and a replay comes to the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DossierReversed, Fact, ItemReversed
from kt1desk.services.ports import Appending
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify, verify_file
from tests.support.cases import grant_legs, reverse_case, reverse_item, take_case
from tests.support.journals import DEK, RECEIVER, SHIFT, accept, begin, item_fact, make, past_all_guards


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    grant_legs(made)
    return made


def receivers(store: DeskStore) -> list[str]:
    with store.read() as reader:
        return list(reader.last_receivers("SNV", 9))


def test_an_item_taken_back_is_not_here_any_more_and_its_number_stays_used(store: DeskStore) -> None:
    kept, back = accept(store), accept(store)
    number = str(back.body()["item"])

    reverse_item(store, number, back.id)

    with store.read() as reader:
        assert [row.event for row in reader.items_here(9)] == [kept.id]
        assert [row.state for row in reader.items_of_shift(SHIFT, 9)] == ["reversed", "accepted"]
        row = reader.item(number)
        shift = reader.open_shift()
        assert reader.number_is_used(number)
        assert [hit.ref for hit in reader.search(number, ("item",), 5)] == [number]
    assert row is not None
    assert (row.state, row.event) == ("reversed", back.id)
    assert shift is not None
    assert (shift.items, shift.cash_dong, shift.paid_dong) == (2, 108_000, 54_000)
    assert verify(store).ok


def test_who_did_not_write_after_all_is_not_proposed(store: DeskStore) -> None:
    events = [accept(store, receiver=replace(RECEIVER, agency=agency)) for agency in ("A", "B", "B")]
    before = receivers(store)

    reverse_item(store, str(events[0].body()["item"]), events[0].id)
    once = receivers(store)
    reverse_item(store, str(events[1].body()["item"]), events[1].id)

    assert (before, once, receivers(store)) == (["B", "A"], ["B"], ["B"])
    assert verify(store).ok


def test_an_item_with_a_letter_is_taken_back_without_a_trace_among_the_pairs(store: DeskStore) -> None:
    event = accept(store, secret=True)

    reverse_item(store, str(event.body()["item"]), event.id)

    assert receivers(store) == []
    assert verify(store).ok


def test_a_replay_looks_back_at_acceptances_it_has_long_forgotten(store: DeskStore) -> None:
    items = [accept(store, secret=at % 5 == 0) for at in range(50)]
    cases = [take_case(store, line=f"{at:032d}") for at in range(50)]

    for at in (3, 0, 49):
        reverse_item(store, str(items[at].body()["item"]), items[at].id)
        reverse_case(store, str(cases[at].body()["dossier"]), cases[at].id)
        accept(store)

    report = verify(store)
    assert report.ok, report


def test_the_line_of_an_item_taken_back_may_be_brought_again(store: DeskStore) -> None:
    with store.work() as work:
        event = work.append(replace(item_fact(work.take_number()), line="c" * 32), Appending("lan"))
        work.commit()
    number = str(event.body()["item"])
    with store.read() as reader:
        assert reader.line_taken("c" * 32) == number

    reverse_item(store, number, event.id)

    with store.read() as reader:
        assert reader.line_taken("c" * 32) == ""
    assert verify(store).ok


Taking = Callable[[DeskStore], tuple[Fact, EventId]]


def _item(store: DeskStore) -> tuple[Fact, EventId]:
    event = accept(store)
    return ItemReversed(str(event.body()["item"]), "mistake", SHIFT, "LS01"), event.id


def _case(store: DeskStore) -> tuple[Fact, EventId]:
    event = take_case(store)
    return DossierReversed(str(event.body()["dossier"]), "mistake", SHIFT, "LS01"), event.id


@pytest.mark.parametrize("take", [_item, _case])
def test_nothing_is_taken_back_twice(store: DeskStore, take: Taking) -> None:
    fact, acceptance = take(store)
    with store.work() as work:
        work.append(fact, Appending("lan", parents=(acceptance,)))
        work.commit()

    with store.work() as work, pytest.raises(DeskError, match=r"store\.refused"):
        work.append(fact, Appending("lan", parents=(acceptance,)))

    assert verify(store).ok


@pytest.mark.parametrize("take", [_item, _case])
def test_a_reversal_must_name_the_very_acceptance_it_takes_back(store: DeskStore, take: Taking) -> None:
    fact, _ = take(store)
    _, another = take(store)

    for parents in ((), (another,), (EventId(0, Stream.KT1, 1, 1),)):
        with store.work() as work, pytest.raises(DeskError, match=r"store\.refused"):
            work.append(fact, Appending("lan", parents=parents))

    with store.read() as reader:
        assert len(reader.items_here(9)) + len(reader.dossiers_here(9)) == 2


@pytest.mark.parametrize(
    ("statement", "difference"),
    [
        ("UPDATE item SET state = 'here' WHERE id = 1", "item 1"),
        ("UPDATE dossier SET state = 'reversed' WHERE id = 33", "dossier 33"),
        ("UPDATE dossier SET official = 'H37.12-261122-0001' WHERE id = 2", "dossier 2"),
        ("DELETE FROM dossier WHERE id = 2", "dossier 2"),
        ("DELETE FROM cover WHERE item = (SELECT min(item) FROM cover)", "cover RX100000003VN"),
        ("UPDATE cover SET dossier = 'x' WHERE item = (SELECT min(item) FROM cover)", "cover RX100000003VN"),
        ("INSERT INTO batch_line VALUES ('x', 'ME473124007VN')", "batch_line x"),
        ("UPDATE shift SET paid_dong = 0", "shift 1 "),
        ("UPDATE shift SET dossiers = dossiers + 1", "shift 1 "),
        ("UPDATE pair SET count = count + 1", "pair SNV UBVL"),
        (
            "INSERT INTO search_fts (rowid, words) VALUES (1099511627779, 'người lạ')",
            "search_fts 1099511627779",
        ),
    ],
)
def test_a_row_of_a_case_or_a_reversal_that_differs_from_its_replay_is_named(
    tmp_path: Path, statement: str, difference: str
) -> None:
    store = make(tmp_path)
    begin(store)
    grant_legs(store)
    first, _ = accept(store), accept(store)
    cases = [take_case(store, line=f"{at:032d}") for at in range(34)]
    reverse_item(store, str(first.body()["item"]), first.id)
    reverse_case(store, str(cases[0].body()["dossier"]), cases[0].id)
    store.close()

    with past_all_guards(tmp_path) as raw:
        raw.execute(statement)
    report = verify_file(DataFolder(tmp_path), DEK)

    assert report.faults == ()
    assert len(report.differences) == 1
    assert report.differences[0].startswith(difference)
