"""What a round of exchange needs of this desk: who it is, its journal and frames, and where mail goes.

This module must not know how a question travels, nor what mail says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.outbox import Shelf
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.trust import OwnKeys
from kt1desk.services.ports import Clock, Journal


class MailIntake(Protocol):
    """Takes in what the centre sends: one mail frame and its mark are one transaction."""

    def mark(self) -> MailMark:
        """How far mail is here; number 0 before the first."""

    def take(self, data: bytes) -> Sequence[Taken]:
        """Prove the next mail frame and take it in; when this returns, it and its mark are on the disk.

        Records that are here already change nothing, so mail may come again after `go_back`.

        Raises:
            DeskError: ``mail.*`` for a frame that is not the next one of this mailbox, or not the centre's; ``disk.*``.
        """

    def go_back(self, mark: MailMark) -> None:
        """Go on from an earlier mark: the centre's mailbox was set back to it. What was taken in stays.

        Raises:
            DeskError: ``disk.*``.
        """


@dataclass(frozen=True, slots=True)
class LineDesk:
    """One desk on the line.

    Attributes:
        journal: its open store.
        own: its keys.
        incarnation: the life of its file in which it writes.
        shelf: its sealed frames of that incarnation.
        notes: what it remembers of the line.
        clock: both clocks.
        hardware: the machine's id, 16 bytes.
        program: the version of the program as one number (`kt1desk.exchange.gate_talk.Ask`).
    """

    journal: Journal
    own: OwnKeys
    incarnation: int
    shelf: Shelf
    notes: Notes
    clock: Clock
    hardware: bytes = field(repr=False)
    program: int
