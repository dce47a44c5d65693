"""The flight recorder gives back every event after a head, in order; a torn end costs its last record only, and rot nothing before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment, Stream
from kt1desk.services.wording import sentence
from kt1desk.store.flight import FlightFile, flight_files, local_time_of, read_flight
from kt1desk.store.flight_shelf import clear_old, events_after, recorded_upto
from kt1desk.store.journal import DeskStore
from tests.support.backups import AT
from tests.support.journals import DEK, accept, begin, make

CHAINS = ((Stream.KT1, 1), (Stream.COUNTER, 1))
SALT = bytes(range(16))
DAY_MS = 24 * 3_600_000


def all_events(store: DeskStore) -> list[Event]:
    heads = store.heads()
    with store.read() as reader:
        found = [
            reader.event(EventId(0, stream, 1, seq))
            for stream in Stream
            for seq in range(1, heads.of(stream).seq + 1)
        ]
    return [event for event in found if event is not None]


def upto(store: DeskStore) -> dict[tuple[Stream, int], int]:
    return {(stream, 1): store.heads().of(stream).seq for stream in Stream}


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path / "data")
    begin(made)
    accept(made, secret=True)
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def recorded(store: DeskStore, stick: Path, times: int = 3) -> Path:
    """Everything so far in one record, then one record for each of some more acceptances."""
    file = FlightFile(stick, 0, DEK, AT, SALT)
    seen = all_events(store)
    file.add(upto(store), seen)
    for _ in range(times):
        accept(store, secret=True)
        news = [event for event in all_events(store) if event not in seen]
        seen += news
        file.add(upto(store), news)
    file.close()
    return file.path


def test_every_event_after_a_head_comes_back_with_what_stands_beside_it(
    store: DeskStore, stick: Path
) -> None:
    before = upto(store)
    recorded(store, stick)

    found = events_after(stick, 0, DEK, before).chains

    expected = [
        event for event in all_events(store) if event.id.seq > before[event.id.stream, event.id.incarnation]
    ]
    assert [event for chain in CHAINS for event in found[chain]] == expected
    assert any(event.particulars for event in expected)
    assert recorded_upto(stick, 0, DEK) == upto(store)


def test_nothing_of_an_event_can_be_read_in_the_file(store: DeskStore, stick: Path) -> None:
    data = recorded(store, stick).read_bytes()

    for planted in ("Lý Thị Lan", "Nguyễn Văn Ân", "020099001234", "Sở Nội vụ", "item.accepted"):
        assert planted.encode() not in data
        assert planted.encode("utf-16-le") not in data


def test_wherever_the_end_is_torn_off_the_records_before_it_stand(store: DeskStore, stick: Path) -> None:
    path = recorded(store, stick, 2)
    data = path.read_bytes()
    whole = list(read_flight(path, DEK))
    seen = set[int]()

    for end in range(0, len(data), 97):
        path.write_bytes(data[:end])
        found = list(read_flight(path, DEK))
        assert found == whole[: len(found)]
        seen.add(len(found))

    assert seen == {0, 1, 2}


def test_a_flipped_bit_is_damage_and_what_stands_before_it_is_still_given(
    store: DeskStore, stick: Path
) -> None:
    before = upto(store)
    path = recorded(store, stick)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    with pytest.raises(DeskError, match=r"backup\.flight_damaged"):
        list(read_flight(path, DEK))
    found = events_after(stick, 0, DEK, before).chains

    assert sum(map(len, found.values())) > 0
    assert recorded_upto(stick, 0, DEK)[Stream.KT1, 1] == upto(store)[Stream.KT1, 1] - 1


def test_a_record_left_out_of_the_middle_is_noticed(store: DeskStore, stick: Path) -> None:
    path = recorded(store, stick)
    data = path.read_bytes()
    first = 28 + 8 + int.from_bytes(data[28:32], "big")
    second = first + 8 + int.from_bytes(data[first : first + 4], "big")
    path.write_bytes(data[:first] + data[second:])

    with pytest.raises(DeskError, match=r"backup\.flight_damaged"):
        list(read_flight(path, DEK))


def test_a_gap_between_backup_and_recorder_is_told_and_another_key_opens_nothing(
    store: DeskStore, stick: Path
) -> None:
    accepted = all_events(store)
    file = FlightFile(stick, 0, DEK, AT, SALT)
    file.add(upto(store), accepted[-1:])
    file.close()

    found = events_after(stick, 0, DEK, {})
    assert [gap.code for gap in found.gaps] == ["backup.flight_gap"]
    assert not any(found.chains.values())
    with pytest.raises(DeskError, match=r"backup\.wrong_key"):
        list(read_flight(file.path, bytes(32)))
    assert recorded_upto(stick, 0, bytes(32)) == {}


def test_a_file_under_another_key_is_a_gap_where_it_began_after_the_backup(
    store: DeskStore, stick: Path
) -> None:
    file = FlightFile(stick, 0, bytes(32), AT, SALT)
    file.add(upto(store), all_events(store))
    file.close()
    later = Moment(AT.utc_ms + 1000, AT.offset_min)

    since = events_after(stick, 0, DEK, {}, AT)
    before = events_after(stick, 0, DEK, {}, later)

    (gap,) = since.gaps
    assert (gap.code, since.chains) == ("backup.flight_other_key", {})
    assert f"từ {local_time_of(AT):%d/%m/%Y %H:%M} " in sentence(gap)
    assert before.gaps == ()


def test_a_gap_in_the_middle_is_told_from_where_to_where_and_what_stands_before_it_and_beside_it_is_given(
    store: DeskStore, stick: Path
) -> None:
    before = upto(store)
    for _ in range(3):
        accept(store, secret=True)
    items = [event for event in all_events(store) if event.id.stream is Stream.KT1]
    others = [event for event in all_events(store) if event.id.stream is Stream.COUNTER]
    file = FlightFile(stick, 0, DEK, AT, SALT)
    file.add({}, [*others, *items[:-2], items[-1]])
    file.close()
    head = before[Stream.KT1, 1]

    found = events_after(stick, 0, DEK, before)

    missing = items[-2].id.text
    (gap,) = found.gaps
    assert list(found.chains[Stream.KT1, 1]) == [event for event in items[:-2] if event.id.seq > head]
    assert found.chains[Stream.COUNTER, 1][-1] == others[-1]
    assert (gap.details["first"], gap.details["last"], gap.details["unused"]) == (missing, missing, "1")
    assert f"từ việc {missing} đến việc {missing}" in sentence(gap)


def _one_file_a_day(stick: Path, days: int) -> None:
    for day in range(days):
        FlightFile(stick, 0, DEK, Moment(AT.utc_ms + day * DAY_MS, AT.offset_min), SALT).close()


def test_files_go_after_their_days_and_those_of_another_desk_stay(stick: Path) -> None:
    _one_file_a_day(stick, 40)
    FlightFile(stick, 0, DEK, AT, SALT).close()  # two of one second have two names
    FlightFile(stick, 8, DEK, AT, SALT).close()

    clear_old(stick, 0, 35, Moment(AT.utc_ms + 40 * DAY_MS, AT.offset_min))

    assert len(flight_files(stick, 0)) == 35
    assert len(flight_files(stick, 8)) == 1


def test_a_clock_that_was_set_forward_deletes_nothing(stick: Path) -> None:
    _one_file_a_day(stick, 20)

    clear_old(stick, 0, 35, Moment(AT.utc_ms + 400 * DAY_MS, AT.offset_min))

    assert len(flight_files(stick, 0)) == 20
