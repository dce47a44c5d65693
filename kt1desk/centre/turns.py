"""Frames are taken in together, and one by one where that crashed the program: three tries, then the event that does it is parked.

A crash that leaves nobody to count it (the process is killed, the memory is full) is counted beforehand. After some of these the frame is
parked unread. Waiting cures a server that is away, so that is never counted.

This module must not know where frames come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from kt1desk.centre.ledger_values import (
    Batch,
    ChainKey,
    ChainMark,
    GateFrame,
    ParkedRow,
    ParkedState,
    ParkedWhat,
)
from kt1desk.centre.routing import Province
from kt1desk.centre.standing import Standing, Works
from kt1desk.centre.taking_in import Means, Taken, park_unread, take_in
from kt1desk.centre.writing import write
from kt1desk.domain.errors import DeskError

TRIES = 3
"""Tries of a frame until its events are taken one by one."""
ENDED_PROCESS = "crash.process"
"""Why a frame was parked that nobody lived to tell of. Only a person has it read again."""
DEATHS = 6
"""Tries of a frame that ended the process, until it is parked unread: two restarts in a row for another reason park nothing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The frames of one round."""

    works: Works
    standing: Standing
    means: Means
    province: Province

    def take(self, frames: Sequence[GateFrame]) -> int:
        """Take them in; returns how many mail frames came of them.

        Raises:
            DeskError: as `write`; what was not taken in then will be read again.
        """
        standing = self.standing
        singly = [frame for frame in frames if standing.interrupted or frame.chain in standing.trying]
        if len(singly) == len(frames):
            return self._singly(singly)
        try:
            mail = self._together([frame for frame in frames if frame not in singly])
        except DeskError:
            raise
        except Exception:  # noqa: BLE001 - whatever one frame does to the program, the others go on
            return self._singly(frames)
        return mail + self._singly(singly)

    def _together(self, frames: Sequence[GateFrame]) -> int:
        taken = Taken()
        for frame in frames:
            take_in(taken, frame, self.standing.marks, self.means)
        return self._write(taken, Batch(self.means.now_ms))

    def _singly(self, frames: Sequence[GateFrame]) -> int:
        mail = 0
        crashed: set[ChainKey] = set()
        for frame in frames:
            if frame.chain not in crashed:
                made = self._one(frame)
                mail += made or 0
                if made is None:
                    crashed.add(frame.chain)
        self.standing.trying -= {frame.chain for frame in frames}
        self.standing.trying |= crashed
        return mail

    def _one(self, frame: GateFrame) -> int | None:
        """Take one frame in; None where the program crashed on it and it is to be tried again."""
        now_ms = self.means.now_ms
        row = ParkedRow(ParkedWhat.FRAME, *frame.chain, frame.number, ParkedState.TRYING, "", 0, now_ms)
        tries = self.works.ledger.tried(row)
        batch = Batch(now_ms, unparked=((ParkedWhat.FRAME, frame.chain, frame.number),))
        reason = ENDED_PROCESS
        if tries < DEATHS:
            taken = Taken()
            try:
                take_in(taken, frame, self.standing.marks, self.means, careful=tries >= TRIES)
                return self._write(taken, batch)
            except DeskError:
                with suppress(DeskError):
                    self.works.ledger.write(batch)
                raise
            except Exception as error:  # noqa: BLE001 - counted, and parked in the end
                if tries < TRIES:
                    return None
                reason = f"crash.{type(error).__name__}"
        taken = Taken()
        park_unread(taken, frame, self.standing.marks.get(frame.chain, ChainMark()), reason, now_ms)
        return self._write(taken, batch)

    def _write(self, taken: Taken, batch: Batch) -> int:
        return write(self.works, self.standing, self.province, taken, batch)
