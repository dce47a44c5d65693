"""What the page of backups needs, on an open desk. This module must not know any screen, nor how a backup is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kt1desk.app.backing_up import BackingUp, PlaceCondition
from kt1desk.app.backup_words import why_failed, why_not_recorded
from kt1desk.app.desk import OpenDesk
from kt1desk.app.flight_room import FlightCondition
from kt1desk.desktop.needs.backups import BackupCopy, BackupDone, BackupPlaceLine, BackupsView
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.services.backup_places import COPIES, BackupPlace, BackupPlaces, places_of
from kt1desk.services.course import STOPPED, part_done
from kt1desk.services.sentences_backup import FIELDS_BACKUP
from kt1desk.services.wording import sentence
from kt1desk.store.backup_file import Found, backups_in, read_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.settings import Settings


class BackupCounter:
    """Implements `kt1desk.desktop.needs.backups.BackupNeeds`.

    Args:
        desk: the open desk.
        folder: its data folder.
        flight: how its flight recorder stands now.
    """

    def __init__(self, desk: OpenDesk, folder: DataFolder, flight: Callable[[], FlightCondition]) -> None:
        self._desk = desk
        self._flight = flight
        self._notes = Settings(desk.store, desk.session.actor.user_id)
        self._work = BackingUp(desk, folder)
        self._places = BackupPlaces(desk.store, self._notes, folder.root, desk.clock)

    def backup_view(self) -> BackupsView:
        """See the port."""
        self._desk.require(Act.KEEP_BACKUPS)
        known = {each.place: each for each in self._work.conditions()}
        now = self._desk.clock.now()
        copies = tuple(_line(place, known.get(place)) for place in COPIES)
        return BackupsView((*copies, self._flight_line()), now.utc_ms, now.offset_min)

    def backups_at(self, place: str) -> Sequence[BackupCopy]:
        """See the port."""
        self._desk.require(Act.KEEP_BACKUPS)
        folder = places_of(self._notes).get(BackupPlace(place))
        if folder is None or place == BackupPlace.FLIGHT:
            return ()
        return [_copy(found) for found in backups_in(folder)]

    def use_folder(self, place: str, folder: str) -> None:
        """See the port. A path that was copied from the explorer comes in quotation marks."""
        self._places.use(self._desk.session, {BackupPlace(place): folder.strip().strip('"')})

    def back_up(self) -> Sequence[BackupDone]:
        """See the port. A place that fails does not keep the others from theirs."""
        self._desk.require(Act.KEEP_BACKUPS)
        places = [each.place for each in self._work.conditions()]
        if not places:
            raise DeskError("backup.no_places")
        done = []
        for at, place in enumerate(places):
            part_done(at, len(places))
            done.append(self._back_up(place))
        return done

    def check_backup(self, ref: str) -> None:
        """See the port."""
        self._desk.require(Act.KEEP_BACKUPS)
        self._work.check(read_backup(Path(ref)))

    def _back_up(self, place: BackupPlace) -> BackupDone:
        name = FIELDS_BACKUP[place.value]
        try:
            self._work.back_up(place)
        except DeskError as error:
            if error.code == STOPPED:
                raise
            return BackupDone(name, sentence(error))
        return BackupDone(name)

    def _flight_line(self) -> BackupPlaceLine:
        """The place as it is set; how it goes is said once the recorder has looked at it."""
        folder = places_of(self._notes).get(BackupPlace.FLIGHT)
        stands = self._flight()
        if folder is None or stands.folder != folder:
            stands = FlightCondition(folder)
        return BackupPlaceLine(
            BackupPlace.FLIGHT,
            FIELDS_BACKUP[BackupPlace.FLIGHT],
            _shown(folder),
            flight=True,
            failed=why_not_recorded(stands.failed),
            behind=stands.behind,
        )


def _line(place: BackupPlace, known: PlaceCondition | None) -> BackupPlaceLine:
    name = FIELDS_BACKUP[place.value]
    if known is None:
        return BackupPlaceLine(place, name)
    state = known.state
    return BackupPlaceLine(
        place,
        name,
        _shown(known.path),
        good_ms=state.good_ms,
        old=known.old,
        failed=why_failed(state.failed),
        failed_ms=state.failed_ms if state.failed else 0,
    )


def _copy(found: Found) -> BackupCopy:
    ref, name = str(found.folder), found.folder.name
    if found.backup is None:
        return BackupCopy(ref, name, wrong=sentence(DeskError(found.why)))
    said = found.backup.manifest
    return BackupCopy(ref, name, said.made_ms, said.device, said.point, said.events)


def _shown(folder: Path | None) -> str:
    return str(folder) if folder is not None else ""
