"""The check of all records, once a day while the desk is open, in steps of their own, and what follows from what it finds.

What may be wrong is never shown as right: from a finding on, until it is mended or a later check finds nothing, sums are refused
(`require_sound`). A projection that differs is made anew from the journal where everything else is whole, and compared once more; that it
differed stays in the journal. This module must not know how anything is read, nor when nobody works.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import RecordsChecked
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.sound_ports import SoundReader

ACTOR = "system"


class Step(StrEnum):
    """What a check goes through, in this order; each begins anew where the program ended within it."""

    LOG = "log"
    """Frames that were committed and lie beside the file only, which are then laid into it."""
    PAGES = "pages"
    """The code of every page of the file."""
    TREES = "trees"
    """Tables against their indexes."""
    MARKER = "marker"
    """The head marker against the chains."""
    KEYS = "keys"
    """The slot file against the journal, and against itself a day before."""
    CHAINS = "chains"
    """Every event of every chain, and what stands beside it."""
    PROJECTIONS = "projections"
    """What screens read, made again and compared table by table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written.

    Attributes:
        code: ``record.*``, with a sentence that says what to do.
        at: where: an event's id, the name of a table, ``page 15``; never anything of an item.
        since_ms: when it was found.
        mended: whether it was put right, and proved since.
        told: whether it stands in the journal.
    """

    code: str
    at: str
    since_ms: int = 0
    mended: bool = False
    told: bool = False

    @property
    def same(self) -> tuple[str, str]:
        """By what two findings are one."""
        return self.code, self.at


@dataclass(frozen=True, slots=True)
class CheckState:
    """Where the check stands; kept between two runs of the program.

    Attributes:
        begun_ms: when the one under way began, 0 where none is.
        done: its steps that are through.
        found: what it has found so far.
        ended_ms: when the last one ended, 0 where none ever did.
        known: what that one found, and what was noticed since.
        slots: digest of each key slot by its holder and version, as the last check found it.
    """

    begun_ms: int = 0
    done: tuple[Step, ...] = ()
    found: tuple[Finding, ...] = ()
    ended_ms: int = 0
    known: tuple[Finding, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of it, what is not mended first."""
        both = {each.same: each for each in (*self.found, *self.known)}
        return tuple(sorted(both.values(), key=lambda each: (each.mended, each.since_ms)))


class CheckNotes(Protocol):
    """Where the state is kept."""

    def read(self) -> CheckState:
        """The state; an empty one before the first check."""

    def keep(self, state: CheckState) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many events of each stream there are."""

    kt1: int
    counter: int


class Records(Protocol):
    """The records themselves."""

    def look(self, step: Step, slots: Mapping[str, str]) -> tuple[Finding, ...]:
        """What one step finds, as of when it is nobody asks; ``slots`` as the check before found them.

        Raises:
            Stopped: the program ends.
        """

    def slots(self) -> Mapping[str, str]:
        """Digest of each key slot by its holder and version; nothing where the file cannot be read."""

    def mend(self, step: Step) -> bool:
        """Put right what this step found, where that can be done without asking anybody; whether it was tried."""

    def count(self) -> Counted:
        """How many events there are."""


class Stopped(Exception):  # noqa: N818 - no error: the program ends
    """The check was left off; its step begins anew the next time."""


_NO_SUM = frozenset({"record.keys_changed", "record.keys_older", "record.keys_damaged"})
"""What says nothing against a figure."""
_BESIDE_SUMS = frozenset({"record.log_damaged", "record.marker_damaged", "record.marker_differs"}) | _NO_SUM
"""After what the journal itself may still be whole: later steps say so, and projections are made anew from it."""


def doubted(findings: Iterable[Finding]) -> Finding | None:
    """The first finding because of which no sum may be shown."""
    return next((each for each in findings if not each.mended and each.code not in _NO_SUM), None)


def require_sound(reader: SoundReader) -> None:
    """Refuse a sum while it may be wrong.

    Raises:
        DeskError: ``record.doubted`` with ``at``, where it was found.
    """
    at = reader.doubted_at()
    if at:
        raise DeskError("record.doubted", at=at)


class RecordCheck:
    """One check after the other, step by step; a step may take long, and holds up nobody."""

    def __init__(self, journal: Journal, records: Records, notes: CheckNotes, clock: Clock) -> None:
        self._journal = journal
        self._records = records
        self._notes = notes
        self._clock = clock

    def state(self) -> CheckState:
        """Where it stands.

        Raises:
            DeskError: ``disk.*``, ``store.damaged``.
        """
        return self._notes.read()

    def step(self) -> bool:
        """Do the next step, the first of a new check where none is under way; False when that was the last.

        Raises:
            Stopped: the step begins anew the next time.
            DeskError: ``disk.*``, ``store.damaged``, where it could not be kept what was found.
        """
        state, now_ms = self._notes.read(), self._clock.now().utc_ms
        if not state.begun_ms:
            state = replace(state, begun_ms=now_ms, done=(), found=())
        step = next((each for each in Step if each not in state.done), None)
        if step is None:  # stopped after the last look, before it was told
            self._end(state)
            return False
        since = {each.same: each for each in state.known if not each.mended}
        fresh = tuple(
            since.get(each.same, replace(each, since_ms=now_ms)) for each in self._look(step, state.slots)
        )
        state = replace(state, done=(*state.done, step), found=(*state.found, *fresh))
        self._notes.keep(state)  # before it is mended: a program that dies meanwhile has not forgotten it
        if fresh and _may_be_mended(step, state.found) and self._records.mend(step):
            left = {each.same for each in self._look(step, state.slots)}
            mended = tuple(replace(each, mended=each.same not in left) for each in fresh)
            state = replace(state, found=(*state.found[: -len(fresh)], *mended))
            self._notes.keep(state)
        if len(state.done) < len(Step):
            return True
        self._end(state)
        return False

    def _look(self, step: Step, slots: Mapping[str, str]) -> tuple[Finding, ...]:
        """What a step finds. What cannot be read is as bad as what reads wrong."""
        try:
            return self._records.look(step, slots)
        except DeskError as error:
            if error.code.startswith("disk."):
                raise
            return (Finding("record.unreadable", step.value),)

    def _end(self, state: CheckState) -> None:
        """Into the journal goes each finding once, or that there is none."""
        again = {each.same for each in state.found}
        untold = [each for each in (*state.known, *state.found) if not each.told]
        told = self._told([*{each.same: each for each in untold}, *([] if again else [("", "")])])
        known = tuple(replace(each, told=each.told or told) for each in state.found)
        slots = state.slots if any(each.code in _NO_SUM for each in known) else self._records.slots()
        self._notes.keep(CheckState(ended_ms=self._clock.now().utc_ms, known=known, slots=slots))

    def _told(self, findings: list[tuple[str, str]]) -> bool:
        """Where the journal takes nothing any more, the note beside it has to do."""
        try:
            read = self._records.count()
            with self._journal.work() as work:
                for code, at in findings:
                    work.append(RecordsChecked(read.kt1, read.counter, code, at), Appending(ACTOR))
                work.commit()
        except DeskError as error:
            logging.getLogger(__name__).warning("check not written down: %s", error.code)
            return False
        return True


def _may_be_mended(step: Step, found: tuple[Finding, ...]) -> bool:
    """The marker follows from what the open desk knows of itself, projections from chains that are whole; nothing else can be put right."""
    if step is Step.MARKER:
        return True
    return step is Step.PROJECTIONS and all(
        each.code in _BESIDE_SUMS or each.code == "record.projection_differs" for each in found
    )
