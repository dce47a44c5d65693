"""Where an upgrade of the program happens on this machine: the installation, the drop folder, and the desks that must rest meanwhile.

This module must not know any screen, nor who is asked about an upgrade.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kt1desk.app.training import training_folder
from kt1desk.config import PROGRAM, default_data_folder, program_root
from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder, is_in_use
from kt1desk.upgrade.applying import Step, Ways
from kt1desk.upgrade.disk import read_small
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.request import default_drop_folder
from kt1desk.upgrade.trying import self_test_by

if sys.platform != "win32":
    import pwd

_STEP_FILE = "upgrade-step.txt"
_MAX_STEP_BYTES = 64
_DROP = "drop"


@dataclass(frozen=True, slots=True)
class Ground:
    """An installed program as an upgrade meets it.

    Attributes:
        root: the installation.
        drop: where a desk lays what it wants installed.
        may_write: whether this user may change the program himself; else a service of the system does.
    """

    root: ProgramRoot
    drop: Path
    may_write: bool


def ground() -> Ground | None:
    """That of the program that runs; None for a checkout, which nobody upgrades this way."""
    place = program_root()
    if place is None:
        return None
    may_write, drop = _may_write(place), default_drop_folder()
    return Ground(ProgramRoot(place), place / _DROP if may_write and not drop.is_dir() else drop, may_write)


def needed_ground() -> Ground:
    """As `ground`.

    Raises:
        DeskError: ``upgrade.not_installed``.
    """
    found = ground()
    if found is None:
        raise DeskError("upgrade.not_installed")
    return found


def desk_folders(data: Path | None = None) -> Sequence[DataFolder]:
    """The data folders of this machine's desks, as far as they lie where they are looked for; ``data`` before all."""
    places = [data] if data is not None else []
    places += [default_data_folder()]
    if sys.platform != "win32":  # one for each user, and the service that upgrades is none of them
        places += [Path(user.pw_dir) / ".local" / "share" / PROGRAM for user in pwd.getpwall()]
    return [DataFolder(place) for place in dict.fromkeys(places)]


def may_begin(folders: Sequence[DataFolder]) -> Callable[[], None]:
    """Asks whether no desk is at work: `kt1desk.upgrade.applying.Ways.may_begin`. A training desk may have a shift, but must not run."""

    def ask() -> None:
        for folder in folders:
            if is_in_use(folder) or is_in_use(DataFolder(training_folder(folder.root))):
                raise DeskError("upgrade.desk_running")
            if _lies(folder.open_shift):
                raise DeskError("upgrade.shift_open")

    return ask


def ways(found: Ground, folders: Sequence[DataFolder], told: Callable[[Step, int, int], None]) -> Ways:
    """What an upgrade asks of this machine."""
    return Ways(may_begin(folders), self_test_by(found.root), told)


def step_noted(root: ProgramRoot) -> Callable[[Step, int, int], None]:
    """Writes down how far an upgrade is, for whoever waits for a service; a note that cannot be written is no reason to stop."""
    noted = ""

    def note(step: Step, done: int, of: int) -> None:
        nonlocal noted
        share = f" {100 * done // of}" if of else ""
        if noted != (said := f"{step.value}{share}"):
            noted = said
            with suppress(OSError):
                (root.path / _STEP_FILE).write_text(f"{said}\n", encoding="ascii")

    return note


def step_read(root: ProgramRoot) -> tuple[str, int | None]:
    """The step that was noted last and how many hundredths of it are done, as far as that is known; ("", None) where none is."""
    try:
        word, _, share = (
            read_small(root.path / _STEP_FILE, _MAX_STEP_BYTES).decode("ascii").strip().partition(" ")
        )
    except (OSError, ValueError):
        return "", None
    return word, int(share) if share.isdecimal() else None


def forget_step(root: ProgramRoot) -> None:
    """Nothing is under way any more."""
    with suppress(OSError):
        (root.path / _STEP_FILE).unlink(missing_ok=True)


def _may_write(place: Path) -> bool:
    """Tried, not asked: Windows' own answer to the question knows nothing of access lists."""
    try:
        with tempfile.TemporaryFile(dir=place):
            return True
    except OSError:
        return False


def _lies(path: Path) -> bool:
    """Whether anything is there; a folder of another user that may not be looked into says nothing."""
    try:
        path.lstat()
    except OSError:
        return False
    return True
