"""What the page of backups needs: the places with what became of them, the backups that lie there, and the acts on them.

Fields of refusals: the name of a place (``disk``, ``stick``, ``share``, ``flight``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class BackupPlaceLine:
    """One place, set or not.

    Attributes:
        place: its key.
        name: as people call it.
        folder: where it is; empty while nobody has set it.
        flight: whether it is the flight recorder's, which takes no backups.
        good_ms: when the last good backup there was made; 0 for none.
        old: whether that is too long ago.
        failed: why nothing could be written since, a sentence; empty where it could.
        failed_ms: when it was last tried in vain; 0 where that is not known.
        behind: how many events the flight recorder still has to write.
    """

    place: str
    name: str
    folder: str = ""
    flight: bool = False
    good_ms: int = 0
    old: bool = False
    failed: str = ""
    failed_ms: int = 0
    behind: int = 0


@dataclass(frozen=True, slots=True)
class BackupsView:
    """All places in the order in which they get their backups, the flight recorder last."""

    places: tuple[BackupPlaceLine, ...]
    now_ms: int
    offset_min: int


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """One backup that lies in a place.

    Attributes:
        ref: its folder, whole.
        name: the folder's name.
        made_ms: when; 0 where that cannot be read.
        desk: number of the desk.
        point: code of its point.
        events: how many events are in it.
        wrong: why it cannot be read, a sentence; empty where it can.
    """

    ref: str
    name: str
    made_ms: int = 0
    desk: int = 0
    point: str = ""
    events: int = 0
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class BackupDone:
    """What became of a backup in one place: its name, and why there is none, a sentence; empty for a good one."""

    name: str
    failed: str = ""


class BackupNeeds(Protocol):
    """What the page «Sao lưu» needs."""

    def backup_view(self) -> BackupsView:
        """Every place, as far as this machine remembers; no medium is touched.

        Raises:
            DeskError: rights; ``disk.*``.
        """

    def backups_at(self, place: str) -> Sequence[BackupCopy]:
        """What lies there, newest first; nothing where the place is not set.

        Raises:
            DeskError: rights; ``backup.no_place``, ``disk.*``.
        """

    def use_folder(self, place: str, folder: str) -> None:
        """Use this folder from now on; an empty one ends the place.

        Raises:
            DeskError: rights; ``backup.path``, ``backup.path_own`` with the place as field; ``disk.*``.
        """

    def back_up(self) -> Sequence[BackupDone]:
        """A backup to every place that is set, each read back and proved. It takes as long as the media do.

        Raises:
            DeskError: rights; ``backup.no_places``.
        """

    def check_backup(self, ref: str) -> None:
        """Read one that lies somewhere, whole.

        Raises:
            DeskError: rights; ``backup.*`` where it is not good; ``disk.*``.
        """
