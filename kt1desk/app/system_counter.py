"""What the work «Hệ thống khác» needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.system_files import export_to, proposed_file, systems_of, take_answer
from kt1desk.desktop.needs.systems import WaitingList, WrittenFile
from kt1desk.services.other_systems import Feed
from kt1desk.services.shifts import local_time
from kt1desk.services.system_answers import AnswerLine

_SHOWN = 200


class SystemCounter:
    """Implements `kt1desk.desktop.needs.systems.SystemNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def feeds(self) -> Sequence[Feed]:
        """See the port."""
        return systems_of(self._desk).feeds(self._desk.session)

    def not_taken(self, system: str) -> WaitingList:
        """See the port."""
        rows = systems_of(self._desk).waiting(self._desk.session, system, limit=_SHOWN + 1)
        return WaitingList(tuple(rows[:_SHOWN]), len(rows) > _SHOWN, self._desk.clock.now().offset_min)

    def proposed_export(self, system: str) -> str:
        """See the port; the minute stands in it, so that the next file of a day has another name."""
        return proposed_file(f"{system}-{local_time(self._desk.clock.now()):%y%m%d-%H%M}")

    def export_file(self, system: str, path: str, batch: str) -> WrittenFile:
        """See the port."""
        made, file = export_to(self._desk, system, path, batch)
        return WrittenFile(made.batch, len(made.numbers), str(file))

    def take_answer(self, system: str, path: str) -> Sequence[AnswerLine]:
        """See the port."""
        return take_answer(self._desk, system, path)
