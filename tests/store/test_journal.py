"""The journal: what one transaction writes, what a failed one leaves behind, and which times an event carries."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Moment, Stream
from kt1desk.domain.facts import NumberVoided, PaperReprinted
from kt1desk.services.ports import Appending
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import (
    DEK,
    HANDED_BY,
    RECEIVER,
    SENDER,
    SHIFT,
    accept,
    accept_in,
    begin,
    make,
    reopen,
)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> DeskStore:
    made = make(tmp_path, clock)
    begin(made)
    return made


def counts(store: DeskStore) -> tuple[int, int]:
    """Events, and how many the heads speak of."""
    with store.read() as reader:
        return reader.event_count(), store.heads().kt1.seq + store.heads().counter.seq


def test_what_was_committed_is_there_for_whoever_opens_the_store_next(
    store: DeskStore, tmp_path: Path
) -> None:
    event = accept(store)
    heads = store.heads()
    store.close()

    again = reopen(tmp_path)

    with again.read() as reader:
        item = reader.item("ME473124007VN")
        assert item is not None
        assert (item.event, item.proof, item.sender, item.receiver) == (
            event.id,
            event.proof,
            SENDER,
            RECEIVER,
        )
        assert reader.event(event.id) == event
    assert again.heads() == heads


def test_a_secret_item_has_its_parties_and_its_bearer_beside_the_event_alone(store: DeskStore) -> None:
    event = accept(store, secret=True)

    with store.read() as reader:
        item, read = reader.item("ME473124007VN"), reader.event(event.id)
    assert item is not None
    assert read is not None
    assert (item.sender, item.receiver) == (SENDER, RECEIVER)
    assert read.particular("handed_by") == HANDED_BY
    assert b"Vu L" not in event.body_bytes
    assert SENDER.name.encode() not in event.body_bytes


def test_both_streams_chain_by_themselves_and_one_commit_writes_both(store: DeskStore) -> None:
    first, second = accept(store), accept(store)

    assert second.prev == first.hash
    assert (first.id.text, second.id.text) == ("0.1.1.3", "0.1.1.4")
    assert second.envelope.parents == (EventId(0, Stream.COUNTER, 1, 6),)
    assert verify(store).ok


def test_a_context_left_without_commit_leaves_nothing(store: DeskStore) -> None:
    before = counts(store)

    with store.work() as work:
        accept_in(work)

    with store.read() as reader:
        assert reader.item("ME473124007VN") is None
        assert reader.papers() == []
        assert reader.blocks()[0].next == 47_312_400
    assert counts(store) == before
    assert accept(store).prev != bytes(32)
    assert verify(store).ok


def test_an_error_of_any_kind_in_the_context_leaves_nothing(store: DeskStore) -> None:
    before = counts(store)

    def fail_within() -> None:
        with store.work() as work:
            accept_in(work)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_within()

    assert counts(store) == before


def test_a_failed_append_cannot_be_committed_even_if_its_error_was_caught(store: DeskStore) -> None:
    accept(store)
    before = counts(store)

    with store.work() as work:
        with pytest.raises(DeskError, match=r"number\.used"):
            accept_in(work, "ME473124007VN")
        with pytest.raises(DeskError, match=r"store\.work_over"):
            work.commit()

    assert counts(store) == before
    with store.read() as reader:
        shift = reader.open_shift()
    assert shift is not None
    assert (shift.items, shift.cash_dong) == (1, 54_000)


@pytest.mark.parametrize("number", ["ME473124007VN", "ME473124015VN"])
def test_a_number_that_was_given_out_or_voided_is_never_given_out_again(
    store: DeskStore, number: str
) -> None:
    accept(store)
    with store.work() as work:
        work.append(NumberVoided("ME473124015VN", "label_spoilt"), Appending("lan"))
        work.commit()

    with pytest.raises(DeskError, match=r"number\.used"):
        accept(store, number)
    with store.work() as work, pytest.raises(DeskError, match=r"number\.used"):
        work.append(NumberVoided(number, "label_lost"), Appending("lan"))

    with store.read() as reader:
        assert reader.number_is_used(number)
        assert not reader.number_is_used("ME473124024VN")
    assert accept(store).body()["item"] == "ME473124024VN"


def test_numbers_taken_out_of_turn_are_skipped_and_an_empty_block_says_so(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store, 47_312_400, 47_312_403)

    for number in ("ME473124024VN", "ME473124015VN"):
        accept(store, number)
    given = [accept(store).body()["item"] for _ in range(2)]

    assert given == ["ME473124007VN", "ME473124038VN"]
    with store.read() as reader:
        assert [(block.next, block.left) for block in reader.blocks()] == [(47_312_404, 0)]
    with pytest.raises(DeskError, match=r"number\.block_empty"), store.work() as work:
        work.take_number()
    assert verify(store).ok


def test_a_transaction_within_a_transaction_is_refused_and_the_outer_one_goes_on(store: DeskStore) -> None:
    with store.work() as work:
        with pytest.raises(DeskError, match=r"store\.busy"):
            store.work().__enter__()
        event = accept_in(work)
        work.commit()

    with store.read() as reader:
        assert reader.event(event.id) is not None


def test_nothing_can_be_written_through_a_transaction_that_is_over(store: DeskStore) -> None:
    with store.work() as work:
        accept_in(work)
        work.commit()
        with pytest.raises(DeskError, match=r"store\.work_over"):
            work.commit()

    with pytest.raises(DeskError, match=r"store\.work_over"):
        accept_in(work, "ME473124015VN")


def test_threads_wait_for_each_other_and_every_item_gets_its_own_number(store: DeskStore) -> None:
    errors: list[BaseException] = []

    def work_on() -> None:
        try:
            for _ in range(12):
                accept(store)
        except BaseException as error:  # noqa: BLE001 - shown by the test
            errors.append(error)

    threads = [threading.Thread(target=work_on) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    with store.read() as reader:
        items = reader.items_of_shift(SHIFT, 100)
    assert len({item.item for item in items}) == 36
    assert verify(store).ok


def test_the_hybrid_time_goes_on_when_the_clock_goes_back_and_over_a_restart(
    tmp_path: Path, clock: HandClock
) -> None:
    store = make(tmp_path, clock)
    begin(store)
    clock.wall_ms = NOON_MS + 5_000
    ahead = accept(store)
    store.close()
    clock.wall_ms = NOON_MS - 86_400_000

    back = accept(reopen(tmp_path, clock))

    assert ahead.envelope.hlc < back.envelope.hlc
    assert back.envelope.hlc.ms == ahead.envelope.hlc.ms
    assert back.envelope.happened == Moment(NOON_MS - 86_400_000)


def test_what_is_typed_in_later_carries_both_times_and_what_is_typed_at_once_only_one(
    store: DeskStore, clock: HandClock
) -> None:
    clock.wall_ms = NOON_MS + 3_600_000
    with store.work() as work:
        fact = PaperReprinted("kt1_label", "ME473124007VN", 2, "torn")
        late = work.append(fact, Appending("lan", happened=Moment(NOON_MS)))
        now = work.append(fact, Appending("lan", happened=Moment(NOON_MS + 3_599_000)))
        work.commit()

    assert (late.envelope.happened, late.envelope.entered) == (Moment(NOON_MS), Moment(NOON_MS + 3_600_000))
    assert now.envelope.entered is None


def test_the_same_paper_of_the_same_item_is_one_job(store: DeskStore) -> None:
    accept(store)

    with store.read() as reader:
        jobs = reader.papers("ME473124007VN")
        others = reader.papers("ME473124015VN")

    assert sorted((job.role, job.copy, job.state) for job in jobs) == [
        ("label", 1, "queued"),
        ("receipt", 1, "queued"),
    ]
    assert others == []


def test_a_second_desk_cannot_be_made_over_the_first(store: DeskStore, tmp_path: Path) -> None:
    store.close()

    with pytest.raises(DeskError, match=r"store\.desk_exists"):
        make(tmp_path)
    with pytest.raises(DeskError, match=r"store\.no_desk"):
        DeskStore.open(DataFolder(tmp_path / "elsewhere"), DEK, HandClock(), bytes)


def test_lists_answer_newest_first_and_receivers_most_frequent_first(store: DeskStore) -> None:
    other = type(RECEIVER)("UBTU", "Tỉnh ủy Lạng Sơn", "Số 2 Hùng Vương", "20")
    for receiver in (other, RECEIVER, RECEIVER):
        accept(store, receiver=receiver)
    accept(store, secret=True, receiver=other)
    accept(store, secret=True, receiver=other)

    with store.read() as reader:
        items = reader.items_of_shift(SHIFT, 2)
        receivers = reader.last_receivers("SNV", 5)
        usual = [reader.frequent_agencies(5, receiving=side) for side in (False, True)]
        nothing = reader.items_of_shift("2026-11-22/1", 5)

    assert [item.item for item in items] == ["ME473124041VN", "ME473124038VN"]
    assert receivers == ["UBVL", "UBTU"]
    assert usual == [["SNV"], ["UBVL", "UBTU"]]
    assert nothing == []
