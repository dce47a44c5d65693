"""The flight recorder follows the journal by itself, and catches up when its medium was away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.flight_room import FlightRoom
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.services.backup_places import BackupPlace, BackupPlaces
from kt1desk.store.flight import flight_files
from kt1desk.store.flight_shelf import events_after, recorded_upto
from kt1desk.store.settings import Settings
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK


class Recording:
    """A desk with a stick for its recorder."""

    def __init__(self, desk: Counter, stick: Path) -> None:
        self.desk, self.stick = desk, stick
        self.stick.mkdir()
        places = BackupPlaces(desk.store, Settings(desk.store), desk.folder.root, desk.clock)
        places.use(desk.session("chief"), {BackupPlace.FLIGHT: str(stick)})
        desk.open_shift()

    def room(self) -> FlightRoom:
        return FlightRoom(open_desk_of(self.desk, "clerk"), _raise)

    def is_whole(self) -> bool:
        heads = self.desk.store.heads()
        there = recorded_upto(self.stick, 0, DEK)
        found = events_after(self.stick, 0, DEK, {}).chains
        return all(
            there.get((stream, 1), 0) == heads.of(stream).seq == len(found[stream, 1]) for stream in Stream
        )


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Recording]:
    with counter(tmp_path) as desk:
        yield Recording(desk, tmp_path / "stick")


def test_what_was_written_before_and_while_the_room_is_open_is_recorded_when_it_closes(at: Recording) -> None:
    at.desk.accept()
    room = at.room()
    room.start()
    at.desk.accept_secret()

    room.close(10)

    assert at.is_whole()
    assert room.condition().behind == 0


def test_a_stick_that_was_away_is_brought_up_when_it_is_back(at: Recording) -> None:
    room = at.room()
    room.record()
    away = at.stick.rename(at.stick.with_name("away"))
    again = at.room()
    at.desk.accept()
    with pytest.raises(DeskError, match=r"backup\.no_place"):
        again.record()
    assert again.condition().behind > 0
    assert again.condition().failed == "backup.no_place"

    away.rename(at.stick)
    again.record()

    assert at.is_whole()
    assert len(flight_files(at.stick, 0)) == 2


def test_a_torn_end_is_written_again_in_the_next_file(at: Recording) -> None:
    at.room().record()
    at.desk.accept()
    first = at.room()
    first.record()
    torn = flight_files(at.stick, 0)[-1]
    torn.write_bytes(torn.read_bytes()[:-5])

    at.room().record()

    assert at.is_whole()


def test_without_a_place_nothing_is_recorded_and_nothing_fails(at: Recording) -> None:
    places = BackupPlaces(at.desk.store, Settings(at.desk.store), at.desk.folder.root, at.desk.clock)
    places.use(at.desk.session("chief"), {BackupPlace.FLIGHT: ""})
    shutil.rmtree(at.stick)

    room = at.room()
    room.record()

    assert room.condition().folder is None


def _raise(error: BaseException) -> None:
    raise error
