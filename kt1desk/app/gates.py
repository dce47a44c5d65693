"""What stands before the desk: first run and the locked screen, on the real keys and the real store.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kt1desk import __version__
from kt1desk.app.current_slots import CurrentSlots
from kt1desk.app.desk import reference_for
from kt1desk.app.first_run import (
    DeskMaker,
    Person,
    first_user,
    trial_clearance,
    trial_plan,
)
from kt1desk.app.hardware import SettingsInHand
from kt1desk.app.kit_opening import PRINTERS, OpenedKit, fill, note_used, open_kit
from kt1desk.desktop.needs import Administrator, DeskFileSummary
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import ProvedDeskFile, read_desk_file
from kt1desk.exchange.kit_file import is_kit, read_kit
from kt1desk.services.ports import Clock
from kt1desk.services.set_up import Block, DeskPlan
from kt1desk.services.shifts import local_date
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing


class LockedScreen:
    """Implements `kt1desk.desktop.needs.LockNeeds`."""

    def __init__(self, keys: KeyRing | CurrentSlots) -> None:
        self._keys = keys

    def check_password(self, user: str, password: str) -> None:
        """See the port."""
        self._keys.unlock(user, password)


class FirstRunDoor:
    """Implements `kt1desk.desktop.needs.FirstRunNeeds`.

    Args:
        maker: makes the desk.
        clock: for the validity of a desk file.
        folder: where the desk is made.
        chosen: what is remembered before there is a store, the printers of a kit among it.
    """

    def __init__(self, maker: DeskMaker, clock: Clock, folder: DataFolder, chosen: SettingsInHand) -> None:
        self._maker = maker
        self._clock = clock
        self._folder = folder
        self._chosen = chosen
        self._told: tuple[str, ...] = ()

    def read_desk_file(self, path: str, fingerprint: str, code: str = "") -> DeskFileSummary:
        """See the port."""
        proved, kit = self._proved(path, fingerprint, code)
        content = proved.content
        return DeskFileSummary(
            content.point,
            self._point_name(content.point),
            content.device,
            content.numbers,
            kit.brings() if kit is not None else (),
        )

    def check_administrator(self, administrator: Administrator) -> None:
        """See the port."""
        self._maker.check(_person(administrator, None))

    def create(self, path: str, fingerprint: str, administrator: Administrator, code: str = "") -> str:
        """See the port. Clearance comes from the province, never from whoever sets the desk up."""
        proved, kit = self._proved(path, fingerprint, code)
        content = proved.content
        blocks = tuple(Block(block.prefix, block.first, block.last) for block in content.blocks)
        plan = DeskPlan(
            content.device,
            content.point,
            __version__,
            blocks,
            proved.digest,
            frozenset(content.services),
            frozenset(content.transports),
            proved.province_key.hex(),
        )
        cleared = {row.user: row.until for row in content.clearances}
        person = _person(administrator, cleared.get(administrator.user.strip().lower()))
        if kit is None:
            return self._maker.make(plan, (person,), proved.data)
        user = person.user.checked().user

        def filled(store: DeskStore) -> None:
            self._told = fill(kit, store, self._folder, user, self._clock)

        recovery = self._maker.make(plan, (person,), proved.data, filled)
        note_used(self._folder, kit.digest, self._today())
        self._chosen.put(PRINTERS, {"rows": [printer.to_json() for printer in kit.kit.printers]})
        return recovery

    def kit_told(self) -> Sequence[str]:
        """See the port."""
        return self._told

    def create_trial(self, administrator: Administrator) -> str:
        """See the port."""
        plan = trial_plan(reference_for(trial=True))
        return self._maker.make(plan, (_person(administrator, trial_clearance(self._clock)),))

    def _proved(self, path: str, fingerprint: str, code: str) -> tuple[ProvedDeskFile, OpenedKit | None]:
        """The desk file, and the kit that it came in where it came in one. Each time from the file: nothing of it stays in memory."""
        file, today = Path(path).expanduser(), self._today()
        data = read_kit(file)
        if not is_kit(data):
            return read_desk_file(file, fingerprint, today), None
        kit = open_kit(data, fingerprint, code, self._folder, today)
        return kit.proved, kit

    def _today(self) -> date:
        return local_date(self._clock.now())

    def _point_name(self, code: str) -> str:
        """The point must be one that this program's reference data knows."""
        try:
            return reference_for(trial=False).point(code, local_date(self._clock.now())).name
        except DeskError as error:
            if error.code == "reference.point_unknown":
                raise DeskError("desk_file.point_unknown", "desk_file", point=code) from error
            raise


def _person(administrator: Administrator, cleared_until: date | None) -> Person:
    user = first_user(administrator.user, administrator.name, cleared_until)
    return Person(user, administrator.password)
