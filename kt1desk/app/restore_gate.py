"""The gate of a backup, on the real files: the functions of `kt1desk restore --backup`, and no second way beside them.

Where a desk lies whose file is damaged, it is set aside first, once the backup was proved and whoever restores has opened it; a refused
restore puts it back, and the next start of the program does so after one that was cut off. Nothing of it is deleted. This module must not
know how a desk is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kt1desk.app.code_printing import print_code
from kt1desk.app.desk import reference_for
from kt1desk.app.entropy import system_entropy
from kt1desk.app.login import LoginDoor
from kt1desk.app.restore_from_backup import (
    Beside,
    Proof,
    backup_at,
    laid_out,
    made_at,
    older_than,
    opened,
    restore_from,
    told,
)
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.restoring import (
    FoundBackup,
    RestoreBeside,
    RestoreProof,
    RestoreReport,
    ThisMachine,
)
from kt1desk.desktop.pages.restore import RestorePage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.domain.restore_stage import RestoreStage
from kt1desk.recovery.from_backup import Restored
from kt1desk.services.ports import Clock
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, local_time
from kt1desk.store.backup_file import Backup, check_sums, prove
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import read_slots
from kt1desk.store.set_aside import put_back, set_aside

_NUMBER = re.compile(r"[A-Za-z]{2}\s*(?:\d\s*){9}[A-Za-z]{2}")


class RestoreDoor:
    """Implements `kt1desk.desktop.needs.restoring.RestoreNeeds`: at the end the open desk is left with the log-in's door.

    Args:
        login: the log-in's door.
    """

    def __init__(self, login: LoginDoor) -> None:
        self._login = login
        self._works = login.works()
        self._backup: Backup | None = None
        self._tried = Path()
        self._stage = RestoreStage.OPENING
        self._entering = ("", "")

    def policy(self) -> PasswordPolicy:
        """See the port."""
        return self._works.policy()

    def machine(self) -> ThisMachine:
        """See the port."""
        folder = self._works.place.folder
        return ThisMachine(folder.device_secret.exists(), folder.marker.exists())

    def look(self, path: str) -> FoundBackup:
        """See the port."""
        self._backup, self._tried = None, _path(path)
        backup = backup_at(_path(path))
        self._tried = backup.folder
        check_sums(backup)
        _require_same_desk(self._works.place.folder, backup)
        self._backup, said = backup, backup.manifest
        return FoundBackup(
            str(backup.folder),
            said.point,
            self._point_name(said.point),
            said.device,
            made_at(backup),
            said.events,
            said.size,
        )

    def older(self, path: str) -> str:
        """See the port."""
        return older_than(_path(path), self._tried)

    def read_numbers(self, typed: str) -> tuple[str, ...]:
        """See the port. Those of one label each, however they are kept apart."""
        rest = _NUMBER.sub("", typed).strip(" ,;\t")
        words = [*_NUMBER.findall(typed), *([rest] if rest else [])]
        return tuple(S10.parse(word).text for word in words)

    def restore(self, proof: RestoreProof, beside: RestoreBeside) -> RestoreReport:
        """See the port."""
        backup, folder, clock = self._backup, self._works.place.folder, self._works.clock
        if backup is None:
            raise DeskError("backup.none")
        typed = Proof(proof.user, proof.password, proof.code, proof.new_password)
        known = Beside(_path(beside.flight) if beside.flight else None, beside.last_numbers)
        lay_out = restore_over if folder.keys.exists() else restore_from
        done = lay_out(folder, clock, backup, typed, known, self._tell)
        self._entering = (proof.user, proof.new_password if proof.code else proof.password)
        return RestoreReport(tuple(told(done)), done.recovery_code)

    def print_code(self, code: str) -> str:
        """See the port. The desk has its printers in its store, as they stood at the old machine."""
        works = self._works
        dek = works.keys.unlock(*self._entering)
        store = DeskStore.open(works.place.folder, dek, works.clock, system_entropy)
        try:
            return print_code(store, works.place, works.clock, code)
        finally:
            store.close()

    def stage(self) -> RestoreStage:
        """See the port."""
        return self._stage

    def enter(self) -> Session:
        """See the port."""
        return self._login.log_in(*self._entering)

    def _tell(self, stage: RestoreStage) -> None:
        self._stage = stage

    def _point_name(self, code: str) -> str:
        try:
            return reference_for(trial=False).point(code, local_date(self._works.clock.now())).name
        except DeskError:
            return ""  # the backup may know points that this program does not


class RestoreGate:
    """Holds the page and its door."""

    def __init__(self, login: LoginDoor, jobs: Jobs) -> None:
        self.page = RestorePage(RestoreDoor(login), jobs)


def restore_over(
    folder: DataFolder,
    clock: Clock,
    backup: Backup,
    proof: Proof,
    beside: Beside,
    tell: Callable[[RestoreStage], None] = lambda _: None,
) -> Restored:
    """As `restore_from` where a damaged desk lies: its ``store`` is kept beside under another name, secret and marker stay.

    Raises:
        DeskError: ``backup.not_this_desk``; as `restore_from`. The desk lies there as before then.
    """
    _require_same_desk(folder, backup)
    rests = opened(folder, clock, backup, proof, tell)
    tell(RestoreStage.PROVING)
    prove(backup, rests.dek)
    set_aside(folder, f"{local_time(clock.now()):%Y%m%d-%H%M%S}")
    try:
        return laid_out(rests, backup, proof, beside, tell)
    except BaseException:
        with suppress(DeskError):  # the next start does it then
            put_back(folder)
        raise


def _require_same_desk(folder: DataFolder, backup: Backup) -> None:
    """Two machines must not speak as one desk. Where no slot file can be read nobody knows whose desk lies here."""
    try:
        here = read_slots(folder).device
    except DeskError:
        return
    if here != backup.manifest.device:
        raise DeskError("backup.not_this_desk", device=backup.manifest.device, here=here)


def _path(typed: str) -> Path:
    return Path(typed.strip()).expanduser().absolute()
