"""A desk's place on this machine: its folder, held locked, with the keys and the makers that work in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import DeskOpener, reference_for
from kt1desk.app.entropy import system_entropy
from kt1desk.app.first_run import DeskMaker, sample_people, trial_plan
from kt1desk.app.gates import TRIAL_PASSWORD
from kt1desk.app.options import Options
from kt1desk.store.folder import DataFolder, FolderLock
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """What works in one data folder while its lock is held."""

    options: Options
    folder: DataFolder
    lock: FolderLock
    clock: SystemClock
    keys: KeyRing
    maker: DeskMaker
    opener: DeskOpener

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

    def make_sample(self) -> None:
        """The trial desk with invented staff, ready to log in.

        Raises:
            DeskError: ``store.desk_exists``, ``disk.*``.
        """
        reference = reference_for(trial=True)
        self.maker.make(trial_plan(reference), sample_people(reference, self.clock, TRIAL_PASSWORD))
        self.sample_note.touch()

    def leave(self) -> None:
        """Let the folder go; a temporary one is removed."""
        self.lock.release()
        if self.options.temporary:
            shutil.rmtree(self.folder.root, ignore_errors=True)


def take_place(options: Options) -> DeskPlace:
    """Prepare the folder and be the only program in it.

    Raises:
        DeskError: ``desk.already_running``, ``disk.*``.
    """
    folder, clock = DataFolder(options.data), SystemClock()
    folder.prepare()
    lock = folder.lock()
    # Slots of the trial desk open nothing but invented data: they are made with the least cost that is allowed, to begin quickly.
    cost = Cost(memory_kib=LEAST_MEMORY_KIB) if options.trial else None
    keys = KeyRing(folder, clock, cost)
    maker = DeskMaker(folder, keys, clock, system_entropy)
    return DeskPlace(
        options, folder, lock, clock, keys, maker, DeskOpener(folder, keys, clock, system_entropy)
    )
