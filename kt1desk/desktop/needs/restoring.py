"""What the gate needs that lays a desk out from a backup. Its fields: ``number``, ``user``, ``password``, ``recovery_code``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only
    from kt1desk.domain.passwords import PasswordPolicy
    from kt1desk.domain.restore_stage import RestoreStage
    from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """What a backup says of itself, its sums held against its files.

    Attributes:
        folder: where it lies.
        point: code of the point; ``point_name`` is empty where this program does not know it.
        device: number of the desk.
        made: wall clock and day.
        events: how many there are in it.
        size: bytes of the database.
    """

    folder: str
    point: str
    point_name: str
    device: int
    made: str
    events: int
    size: int


@dataclass(frozen=True, slots=True)
class ThisMachine:
    """What of the desk is on this machine already: its secret (passwords open), its head marker (what is lost is counted)."""

    secret: bool
    marker: bool


@dataclass(frozen=True, slots=True)
class RestoreBeside:
    """What is known beside a backup: the flight recorder's folder, empty for none, and the last numbers on paper."""

    flight: str = ""
    last_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreProof:
    """Who restores, and his password or the printed code with a new password. Never shown by ``repr``."""

    user: str
    password: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    new_password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What came of it in sentences, and the new recovery code, empty where a password opened the backup."""

    lines: tuple[str, ...]
    recovery_code: str = field(default="", repr=False)


class RestoreNeeds(Protocol):
    """What the gate of a backup needs. `restore` comes after a `look` that found one."""

    def policy(self) -> PasswordPolicy:
        """What a new password must be like."""

    def machine(self) -> ThisMachine:
        """What of a desk is on this machine."""

    def look(self, path: str) -> FoundBackup:
        """The backup that a path means, its files read whole and held against the manifest.

        Raises:
            DeskError: ``backup.*``, ``disk.*``.
        """

    def older(self, path: str) -> str:
        """The path of the backup before the one that was refused; empty for none."""

    def read_numbers(self, typed: str) -> tuple[str, ...]:
        """The last numbers that somebody typed.

        Raises:
            DeskError: ``number.*``.
        """

    def restore(self, proof: RestoreProof, beside: RestoreBeside) -> RestoreReport:
        """Lay the desk out; there is none where it is refused.

        Raises:
            DeskError: ``login.*``, ``key.*``, ``backup.*``, ``number.*``, ``disk.*``.
        """

    def stage(self) -> RestoreStage:
        """What `restore` is doing; asked in the GUI thread while it goes on."""

    def print_code(self, code: str) -> str:
        """Print the new code at a printer on a cable of this machine; a sentence that says where to look. Nothing of it is kept.

        Raises:
            DeskError: ``key.code_no_printer``, ``key.code_not_printed``, ``printer.paper_too_small``.
        """

    def enter(self) -> Session:
        """Open the desk for whoever restored it.

        Raises:
            DeskError: what a log-in refuses.
        """
