"""What the integrator needs: a ledger that takes a whole batch or nothing, and the gate's shelves.

The real ones are `kt1desk.centre.pg_ledger` and `kt1desk.centre.pg_gate_store`; tests and the simulation bring others, in memory.
Whatever can be cured by waiting (a server that is away, a full disk) is a `DeskError` ``centre.ledger_away`` or ``centre.gate_away``.

This module must not know what lies behind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from kt1desk.centre.ledger_values import (
    Batch,
    ChainKey,
    ChainMark,
    EventKey,
    GateFrame,
    LineWord,
    MailRow,
    ParkedRow,
    PostedRow,
    SiblingRow,
    StoredEvent,
    WaitingRow,
)
from kt1desk.exchange.bundle import MailMark

Addressed = tuple[str, EventKey]
"""An event and a point it is for."""


class LedgerReader(Protocol):
    """What lies in the ledger."""

    def setting(self, name: str) -> bytes | None:
        """Named bytes, None where there are none."""

    def marks(self) -> dict[ChainKey, ChainMark]:
        """How far every chain is."""

    def frame_hashes(self, wanted: Collection[tuple[ChainKey, int]]) -> dict[tuple[ChainKey, int], bytes]:
        """Hashes of frames that were taken in, where they are known."""

    def events_after(self, chain: ChainKey, seq: int, limit: int) -> list[StoredEvent]:
        """The next events of a chain, in their order, with what stands beside them."""

    def parked(self) -> list[ParkedRow]:
        """Everything that is parked or being tried, chain by chain in order."""

    def mailboxes(self) -> dict[str, MailMark]:
        """The newest frame of each mailbox."""

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        """The next frames of a mailbox, in their order."""

    def mailed(self, wanted: Collection[Addressed]) -> set[Addressed]:
        """Which of these went out already."""

    def mailed_after(self, point: str, number: int) -> list[EventKey]:
        """What went out to a point in its mail frames after one, in the order of the frames."""

    def posted(self, limit: int) -> list[PostedRow]:
        """What was posted and is not in every mailbox, in the order of posting."""

    def siblings(self) -> dict[str, SiblingRow]:
        """Points with several desks, and how far their earlier events were told."""

    def lines(self) -> dict[int, LineWord]:
        """The last word of each desk's KT1 register about its line."""

    def waiting_points(self) -> set[str]:
        """The points for which something waits."""

    def waiting(self, point: str, limit: int) -> list[WaitingRow]:
        """What waits for a point, in its order."""


class Ledger(Protocol):
    """The ledger of one integrator."""

    @property
    def read(self) -> LedgerReader:
        """What lies in it."""

    def take(self, now_ms: int, until_ms: int) -> str | None:
        """Become the one integrator, if no other is.

        Returns:
            What the last one had begun and not finished, "" for nothing; None where another one works.
        """

    def keep(self, now_ms: int, until_ms: int, doing: str, lag_ms: int) -> None:
        """Go on being it, and say what is begun and how long the oldest frame waits.

        Raises:
            DeskError: ``centre.lease_lost`` where another one took over.
        """

    def tried(self, row: ParkedRow) -> int:
        """Note one more try of a frame, at once and for good; returns how many there were."""

    def write(self, batch: Batch) -> None:
        """Write everything or nothing; what was begun is finished then.

        Raises:
            DeskError: ``centre.lease_lost``.
        """

    def release(self) -> None:
        """Let another one work."""


class GateStore(Protocol):
    """The gate's shelves, as the integrator may use them: it reads frames and adds mail."""

    def chains(self) -> Mapping[ChainKey, tuple[int, bytes]]:
        """Number and hash of the last frame of each chain."""

    def frames(self, after: Mapping[ChainKey, int], limit: int) -> list[GateFrame]:
        """The next frames of some chains, chain by chain in order, about ``limit`` in all and of each chain at least one."""

    def mailboxes(self) -> dict[str, MailMark]:
        """The newest mail frame of each point."""

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        """The next mail frames of a point, in order."""

    def put_mail(self, rows: Sequence[MailRow]) -> None:
        """Add mail frames; those that are there already stay.

        Raises:
            DeskError: ``centre.mail_collides`` with ``point`` and ``number`` where another one has the number; nothing is added then.
        """
