"""What stands before the desk: first run and the locked screen, on the real keys and the real store.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

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
from kt1desk.desktop.needs import Administrator, DeskFileSummary
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import ProvedDeskFile, read_desk_file
from kt1desk.services.ports import Clock
from kt1desk.services.set_up import Block, DeskPlan
from kt1desk.services.shifts import local_date
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
    """

    def __init__(self, maker: DeskMaker, clock: Clock) -> None:
        self._maker = maker
        self._clock = clock

    def read_desk_file(self, path: str, fingerprint: str) -> DeskFileSummary:
        """See the port."""
        proved = self._proved(path, fingerprint)
        content = proved.content
        return DeskFileSummary(
            content.point, self._point_name(content.point), content.device, content.numbers
        )

    def check_administrator(self, administrator: Administrator) -> None:
        """See the port."""
        self._maker.check(_person(administrator, None))

    def create(self, path: str, fingerprint: str, administrator: Administrator) -> str:
        """See the port. Clearance comes from the province, never from whoever sets the desk up."""
        proved = self._proved(path, fingerprint)
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
        return self._maker.make(plan, (person,), proved.data)

    def create_trial(self, administrator: Administrator) -> str:
        """See the port."""
        plan = trial_plan(reference_for(trial=True))
        return self._maker.make(plan, (_person(administrator, trial_clearance(self._clock)),))

    def _proved(self, path: str, fingerprint: str) -> ProvedDeskFile:
        return read_desk_file(Path(path).expanduser(), fingerprint, local_date(self._clock.now()))

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
