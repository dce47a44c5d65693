"""What an integrator knows while it works: where the chains and the mailboxes are. It alone writes, so it need not ask again.

After anything that went wrong all of it is read anew. This module must not know how it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.centre.ledger_ports import GateStore, Ledger
from kt1desk.centre.ledger_values import Batch, ChainKey, ChainMark, LineWord, MailRow, ParkedState
from kt1desk.centre.lines import words_after
from kt1desk.domain.events import Moment
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.signed_file import Sign
from kt1desk.services.ports import Clock


class CentreKey(Protocol):
    """The key that mail is signed with; its public half stands in every desk file."""

    @property
    def public(self) -> bytes:
        """32 bytes (Ed25519)."""

    @property
    def sign(self) -> Sign:
        """Makes a signature."""


@dataclass(frozen=True, slots=True)
class Works:
    """What an integrator works with.

    Attributes:
        ledger, gate: what it reads and writes.
        key: the centre's key.
        clock: the centre's clock.
        presets: the dictionaries of this program.
    """

    ledger: Ledger
    gate: GateStore
    key: CentreKey
    clock: Clock
    presets: Dictionaries = field(repr=False)

    def now(self) -> Moment:
        """The time."""
        return self.clock.now()


@dataclass
class Standing:
    """What is known since the ledger was taken.

    Attributes:
        marks: where the chains are.
        boxes: where the mailboxes are.
        trying: chains whose next frame crashed whoever read it.
        interrupted: whether the last integrator ended in the middle of something.
        held: mailboxes that the gate has otherwise than the ledger.
        behind: chains of which the gate has less than the ledger, as they were last compared.
        lines: what each desk's register said last about its line.
        waiting: points for which KT1 events wait.
        lagging: whether the alarm of a lag is raised, None while that is not known.
    """

    marks: dict[ChainKey, ChainMark]
    boxes: dict[str, MailMark]
    trying: set[ChainKey]
    interrupted: bool = False
    held: set[str] = field(default_factory=set)
    behind: dict[tuple[ChainKey, int], bytes] = field(default_factory=dict)
    lines: dict[int, LineWord] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    lagging: bool | None = None

    @classmethod
    def read(cls, ledger: Ledger, *, interrupted: bool) -> Standing:
        """Read it from the ledger."""
        trying = {row.chain for row in ledger.read.parked() if row.state is ParkedState.TRYING}
        standing = cls(ledger.read.marks(), ledger.read.mailboxes(), trying, interrupted)
        standing.lines, standing.waiting = ledger.read.lines(), ledger.read.waiting_points()
        return standing

    def written(self, batch: Batch) -> None:
        """A batch stands in the ledger."""
        self.marks.update(batch.chains)
        self.boxes.update(marks_of(batch.mail))
        self.lines = words_after(self.lines, batch.events)
        self.waiting.update(row.point for row in batch.waits)


def marks_of(rows: tuple[MailRow, ...]) -> dict[str, MailMark]:
    """Where mailboxes are after these frames."""
    return {row.point: row.mark for row in rows}
