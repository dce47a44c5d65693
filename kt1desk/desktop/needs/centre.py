"""What the administrator's window of the centre needs: the state of every desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kt1desk.desktop.needs.window import Tone


@dataclass(frozen=True, slots=True)
class CentreDesk:
    """One desk in words, and how much trouble it is in.

    Attributes:
        seen: when it was last there.
        waiting: frames that are not in the ledger yet.
        mail: mail for its point that waits at the gate.
        numbers: how many numbers it has left.
        program: its version.
        clock: its clock beside the centre's.
        state: what wants a look.
        trouble: the more, the further up it stands; 0 for none.
    """

    device: int
    point: str
    seen: str
    waiting: str
    mail: str
    numbers: str
    program: str
    clock: str
    state: str
    tone: Tone = Tone.CALM
    trouble: int = 0


@dataclass(frozen=True, slots=True)
class CentreView:
    """All desks, those in trouble first.

    Attributes:
        read_at: when it was read, in words.
        lag: how far the ledger is behind, in words.
        alarms: what a person must look at, one sentence each.
    """

    read_at: str
    lag: str
    desks: tuple[CentreDesk, ...] = ()
    alarms: tuple[str, ...] = ()


class CentreNeeds(Protocol):
    """What the window asks."""

    def centre_view(self) -> CentreView:
        """The state at this moment."""
