"""What the journal says of backups, and what this machine remembers of each place: the last good one, and why none could be made since.

A good backup is an event each time; one that failed is an event once for each place and shift, for a stick that was taken out would fill
the journal otherwise. This module must not know how a backup is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.facts import BackupFailed, BackupMade
from kt1desk.domain.permissions import Act
from kt1desk.services.backup_places import BackupPlace, Notes
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

NAME = "backup.state"


@dataclass(frozen=True, slots=True)
class Proved:
    """A backup that was proved.

    Attributes:
        place: where it lies.
        made_ms: when, UTC milliseconds.
        sha256: of its database, in hex.
        counter, kt1: the last event of each stream in it; ``kt1`` is empty where there is none.
        shift: last shift that began before it; empty for none.
    """

    place: BackupPlace
    made_ms: int
    sha256: str
    counter: str
    kt1: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """What is known of one place.

    Attributes:
        good_ms: when the last good backup there was made; 0 for none.
        last: the last event of the counter stream in it.
        shift: the last shift that ended before it.
        failed: why none could be made since, coded; empty where one could.
        failed_ms: when it was last tried in vain.
        told: the shift in which a failure was last written into the journal.
    """

    good_ms: int = 0
    last: str = ""
    shift: str = ""
    failed: str = ""
    failed_ms: int = 0
    told: str = ""


def states_of(notes: Notes) -> Mapping[BackupPlace, PlaceState]:
    """What this machine remembers of each place."""
    noted = notes.get(NAME) or {}
    return {place: _state(noted.get(place.value)) for place in BackupPlace}


class Backups:
    """Writes down what became of a backup."""

    def __init__(self, journal: Journal, notes: Notes, clock: Clock) -> None:
        self._journal = journal
        self._notes = notes
        self._clock = clock

    def check(self, session: Session) -> None:
        """Refuse whoever may not make backups.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.KEEP_BACKUPS, reader.open_shift(), self._clock)

    def made(self, session: Session, proved: Proved) -> None:
        """A backup was written, opened again and proved.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        with self._journal.work() as work:
            require_now(session, Act.KEEP_BACKUPS, work.open_shift(), self._clock)
            fact = BackupMade(proved.place.value, proved.sha256, proved.counter, proved.kt1)
            work.append(fact, Appending(session.actor.user_id))
            work.commit()
        self._keep(proved.place, PlaceState(proved.made_ms, proved.counter, proved.shift))

    def failed(self, session: Session, place: BackupPlace, code: str) -> bool:
        """A backup was due and could not be made. Returns whether the journal says so now; it does once for each place and shift.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        before = states_of(self._notes)[place]
        with self._journal.work() as work:
            require_now(session, Act.KEEP_BACKUPS, work.open_shift(), self._clock)
            shift = work.open_shift() or work.last_shift()
            told = shift.shift if shift is not None else "-"
            is_new = told != before.told
            if is_new:
                work.append(BackupFailed(place.value, code), Appending(session.actor.user_id))
                work.commit()
        now_ms = self._clock.now().utc_ms
        self._keep(place, PlaceState(before.good_ms, before.last, before.shift, code, now_ms, told))
        return is_new

    def _keep(self, place: BackupPlace, state: PlaceState) -> None:
        noted = dict(self._notes.get(NAME) or {})
        row: dict[str, Json] = {
            "good_ms": state.good_ms,
            "last": state.last,
            "shift": state.shift,
            "failed": state.failed,
            "failed_ms": state.failed_ms,
            "told": state.told,
        }
        noted[place.value] = row
        self._notes.put(NAME, noted)


def _state(row: object) -> PlaceState:
    if not isinstance(row, Mapping):
        return PlaceState()
    figures = {name: row.get(name, 0) for name in ("good_ms", "failed_ms")}
    words = {name: row.get(name, "") for name in ("last", "shift", "failed", "told")}
    return PlaceState(
        good_ms=cast(int, figures["good_ms"]),
        failed_ms=cast(int, figures["failed_ms"]),
        **{name: str(value) for name, value in words.items()},
    )
