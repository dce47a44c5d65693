"""A desk's place on this machine: its folder, held locked.

What is told before anything is shown is decided here: a second copy of the program, a folder that cannot be written, whether there is a
desk at all. None of it needs keys, the database or a screen; this module must not know them (`kt1desk.app.later` says why).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from kt1desk.app.options import Options
from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder, FolderLock
from kt1desk.store.set_aside import put_back

TRIAL_PASSWORD = "ban-dung-thu"  # noqa: S105  it opens nothing but invented data, and the log-in page tells it
"""Of every invented user of the sample."""


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """One data folder while its lock is held."""

    options: Options
    folder: DataFolder
    lock: FolderLock

    @property
    def has_desk(self) -> bool:
        """Whether a whole desk lies here: its slot file is written last."""
        return self.folder.keys.exists()

    @property
    def is_sample(self) -> bool:
        """Whether it is the desk with invented staff."""
        return self.sample_note.exists()

    @property
    def sample_note(self) -> Path:
        """Says that the desk was made with the invented staff."""
        return self.folder.root / "sample"

    def leave(self) -> None:
        """Let the folder go; a temporary one is removed with the folder made around it (`kt1desk.app.temporary` overwrites it first)."""
        self.lock.release()
        if self.options.temporary:
            shutil.rmtree(self.folder.root.parent, ignore_errors=True)


def take_place(options: Options) -> DeskPlace:
    """Prepare the folder and be the only program in it. A desk that a restore had set aside when it was cut off has its place again.

    Raises:
        DeskError: ``desk.already_running``, ``disk.*``.
    """
    folder = DataFolder(options.data)
    folder.prepare()
    lock = folder.lock()
    try:
        put_back(folder)
    except DeskError:
        lock.release()
        raise
    return DeskPlace(options, folder, lock)
