"""A folder that the two desks of a point share, in memory: it goes away, tears files, and brings old ones back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.near_folder import NearFolder, NearName
from tests.simulation.chance import Faults
from tests.simulation.desk import SimDesk
from tests.simulation.world import MINUTE


class SharedFolder(NearFolder):
    """The folder. Names and rules are those of the real one."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(Path("nowhere"))
        self._faults = faults
        self._files: dict[NearName, bytes] = {}
        self._dropped: dict[NearName, bytes] = {}

    def names(self) -> tuple[NearName, ...]:
        """See `NearFolder.names`."""
        if self._faults.strikes("near.gone"):
            raise DeskError("near.folder")
        if self._faults.strikes("near.old_again"):
            self._files |= self._dropped
        return tuple(sorted(self._files))

    def read(self, name: NearName, most: int) -> bytes | None:
        """See `NearFolder.read`."""
        data = self._files.get(name)
        return data if data is not None and len(data) <= most else None

    def write(self, name: NearName, data: bytes) -> None:
        """See `NearFolder.write`."""
        if self._faults.strikes("near.gone"):
            raise DeskError("near.read_only")
        if self._faults.strikes("near.torn"):
            data = data[: len(data) // 2]
        self._files[name] = data

    def drop(self, names: Sequence[NearName]) -> None:
        """See `NearFolder.drop`."""
        for name in names:
            self._dropped[name] = self._files.pop(name)


def look_and_leave(desk: SimDesk) -> None:
    """A round of the shared folder; the timer comes again whatever happens. A real desk looks every other second."""
    world = desk.setting.world
    program = desk.program
    if program is not None and program.near is not None and not desk.closed:
        near = program.near
        report = desk.act("looks into the folder", lambda _: near.round())
        if report is not None and (report.taken or report.written or report.refused):
            came = " ".join(f"{row.type}:{row.outcome.value}" for row in report.taken)
            refused = " ".join(error.code for _, error in report.refused)
            world.note(desk.name, f"folder {came} refused {refused} left {len(report.written)}")
    world.after(world.between(4 * MINUTE, 9 * MINUTE), lambda: look_and_leave(desk))
