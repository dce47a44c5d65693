"""All recorder files of a desk together: how far they go, what they give back of each chain, and which of them may go.

This module must not know how a file is written, nor who asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.store.failures import translated
from kt1desk.store.flight import (
    ChainAt,
    Positions,
    began_of,
    day_of,
    flight_files,
    local_time_of,
    name_of_time,
    read_flight,
)


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """What the recorder has after the heads that were asked for.

    Attributes:
        chains: the events that go on from where each chain stands, without a gap.
        gaps: ``backup.flight_gap`` for each chain of which more was recorded: ``first`` and ``last`` are the events that are missing,
            ``unused`` how many behind them cannot be joined to it. ``backup.flight_other_key`` with ``began`` of the first file since the
            asked moment that was written under a key which is not at hand.
    """

    chains: Mapping[ChainAt, tuple[Event, ...]] = field(default_factory=dict)
    gaps: tuple[DeskError, ...] = ()


def recorded_upto(folder: Path, device: int, dek: bytes) -> Positions:
    """How far the chains of a desk are recorded; nothing where nothing is, or nothing that this key opens.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    for path in reversed(flight_files(folder, device)):
        last: Positions | None = None
        try:
            for record in read_flight(path, dek):
                last = record.upto
        except DeskError as error:
            if not error.code.startswith("backup."):
                raise
        if last is not None:
            return last
    return {}


def events_after(
    folder: Path, device: int, dek: bytes, heads: Positions, since: Moment | None = None
) -> FoundAgain:
    """The recorded events of each chain that go on from where it stands, without a gap; each follows the one before by its hash.

    A file that is damaged gives what stands before the damage; a later one may hold the same again. One that this key does not open
    is a gap where it began after ``since``: the key was made anew then. Older ones are of a key before, and what they hold is in
    the backup.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    found: dict[ChainAt, dict[int, Event]] = {}
    shut: list[str] = []
    oldest = name_of_time(since) if since is not None else ""
    for path in flight_files(folder, device):
        try:
            for record in read_flight(path, dek):
                for event in record.events:
                    chain = (event.id.stream, event.id.incarnation)
                    if event.id.device == device and event.id.seq > heads.get(chain, 0):
                        found.setdefault(chain, {})[event.id.seq] = event
        except DeskError as error:
            if not error.code.startswith("backup."):
                raise
            if error.code == "backup.wrong_key" and began_of(path) >= oldest:
                shut.append(began_of(path))
    chains = {chain: _in_order(events, heads.get(chain, 0)) for chain, events in sorted(found.items())}
    gaps = (_gap(events, chains[chain], heads.get(chain, 0)) for chain, events in sorted(found.items()))
    other_key = [DeskError("backup.flight_other_key", began=_told(min(shut)))] if shut else []
    return FoundAgain(chains, (*(gap for gap in gaps if gap is not None), *other_key))


def clear_old(folder: Path, device: int, days: int, at: Moment) -> None:
    """Delete files that began longer ago than so many days; those of the newest so many days on which something was recorded stay.

    The clock alone decides nothing: one that was set forward makes every file look old, and files are all there is of a desk between two
    backups.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    oldest = f"{local_time_of(at) - timedelta(days=days):%Y%m%d}"
    files = flight_files(folder, device)
    kept = set(sorted({day_of(path) for path in files})[-days:])
    for path in files:
        if day_of(path) < oldest and day_of(path) not in kept:
            with translated():
                path.unlink(missing_ok=True)


def _told(began: str) -> str:
    """``23/11/2026 17:05`` of ``20261123-170512``."""
    return f"{began[6:8]}/{began[4:6]}/{began[:4]} {began[9:11]}:{began[11:13]}"


def _in_order(events: Mapping[int, Event], seq: int) -> tuple[Event, ...]:
    chain: list[Event] = []
    while (event := events.get(seq + 1)) is not None:
        if chain and event.prev != chain[-1].hash:
            break
        chain.append(event)
        seq += 1
    return tuple(chain)


def _gap(events: Mapping[int, Event], used: tuple[Event, ...], head: int) -> DeskError | None:
    """What is missing behind the last event that can be used; one that is there and does not follow by its hash counts as missing."""
    last = head + len(used)
    behind = sorted(seq for seq in events if seq > last)
    if not behind:
        return None
    joined = next((seq for seq in behind if seq > last + 1), behind[-1] + 1)
    one = events[behind[0]].id
    return DeskError(
        "backup.flight_gap",
        first=replace(one, seq=last + 1).text,
        last=replace(one, seq=joined - 1).text,
        unused=str(sum(seq >= joined for seq in behind)),
    )
