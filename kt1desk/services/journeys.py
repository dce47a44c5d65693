"""The journey of a thing, told to people: each step of custody with who gave and who took, where it stands now, and what is in doubt.

It holds for an item, a receptacle and a dispatch alike; receptacles and dispatches that an item was in are stations of its own journey.
This module writes nothing, and it must not know how a journey is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.events import EventId
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import StandingRow, StationRow
from kt1desk.services.incident_words import holder_words
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.wording_custody import step_name

_PROOF = 12


@dataclass(frozen=True, slots=True)
class JourneyStation:
    """One step.

    Attributes:
        act: what happened, in words.
        giver, taker: who had it before and after, in words; the giver is empty where the journey begins.
        point: where, in words.
        within: the receptacle or dispatch it happened to, "" where it is the thing itself.
        at_ms: when it happened; ``received_ms`` when it was heard of here, 0 for what this desk wrote.
        seal: number of the seal, or "".
        event, proof: its event, and the beginning of that event's hash.
        lost: another record of the same step beat it: it counts for nothing.
        unheard: it came here before anything was heard of whoever sent it.
    """

    act: str
    giver: str = field(repr=False)
    taker: str = field(repr=False)
    point: str
    within: str
    at_ms: int
    received_ms: int
    seal: str
    event: EventId
    proof: str
    lost: bool = False
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a thing was and is.

    Attributes:
        holder: who or what has it now, in words.
        since_ms: since when.
        incidents: numbers of the records about it that are still open.
    """

    kind: ThingKind
    number: str
    state: State
    holder: str = field(repr=False)
    since_ms: int
    stations: tuple[JourneyStation, ...]
    incidents: tuple[str, ...] = ()

    @property
    def lost(self) -> int:
        """How many steps count for nothing, because two points wrote differently."""
        return sum(station.lost for station in self.stations)

    @property
    def is_unheard(self) -> bool:
        """Whether it came here and its sender was not heard yet."""
        return any(station.unheard for station in self.stations)


class Journeys:
    """Answers for one number. The story of a dossier is `kt1desk.services.case_journeys`."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def of(self, session: Session, number: str) -> Journey | None:
        """The journey of an item, a receptacle or a dispatch; None where nothing is known of the number here.

        Raises:
            DeskError: rights.
        """
        wanted = normalise_number(number)
        with self._journal.read() as reader:
            require_now(session, Act.SEE_CUSTODY, reader.open_shift(), self._clock)
            standing = reader.standing(wanted, service=Service.KT1)
            return self._told(reader, standing) if standing is not None else None

    def _told(self, reader: Reader, standing: StandingRow) -> Journey:
        rows = reader.stations(standing.number, service=Service.KT1)
        incidents = reader.incidents(only_open=True, number=standing.number, service=Service.KT1)
        return Journey(
            kind=standing.kind,
            number=standing.number,
            state=standing.state,
            holder=holder_words(reader, standing.holder),
            since_ms=standing.since_ms,
            stations=tuple(self._stations(reader, standing, rows)),
            incidents=tuple(row.incident for row in incidents if row.code),
        )

    def _stations(
        self, reader: Reader, standing: StandingRow, rows: Sequence[StationRow]
    ) -> list[JourneyStation]:
        """Giver of each is who had it after the one before that counts."""
        arrived = [row.event for row in rows if row.step == Step.ARRIVE and not row.lost]
        unheard = arrived[0] if standing.unheard and arrived else None
        made: list[JourneyStation] = []
        held = ""
        for row in rows:
            taker = row.holder or held
            made.append(
                JourneyStation(
                    act=step_name(row.step),
                    giver=holder_words(reader, held),
                    taker=holder_words(reader, taker),
                    point=point_words(self._reference, row.point),
                    within=row.number if row.number != standing.number else "",
                    at_ms=row.happened_ms,
                    received_ms=row.received_ms,
                    seal=row.seal,
                    event=row.event,
                    proof=row.hash[:_PROOF],
                    lost=row.lost,
                    unheard=row.event == unheard,
                )
            )
            held = held if row.lost else taker
        return made


def point_words(reference: ReferenceData, code: str) -> str:
    """Name and code of a point; the code alone where the list does not have it any more."""
    known = [point for point in reference.points if point.code == code]
    return f"{max(known, key=lambda row: row.valid_from).name} – {code}" if known else code
