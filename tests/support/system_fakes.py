"""What the work «Hệ thống khác» needs, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs.systems import WaitingList, WrittenFile
from kt1desk.domain.errors import DeskError
from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine, Heard
from kt1desk.services.system_ports import NotTaken
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN
from tests.support.desks import sample_reference

KT1, CASES, ONE_STOP = "bccp_kt1", "bccp_tthc", "one_stop"


def _row(at: int, batch: str) -> NotTaken:
    number = f"ME{47_310_000 + at}VN" if at < 7 else f"240000-261122-0-{at:03d}"
    return NotTaken(at + 1, number, NOW_MS - (9 - at) * 3_600_000, batch, NOW_MS if batch else 0)


def answer_lines() -> tuple[AnswerLine, ...]:
    """One of each."""
    return (
        AnswerLine(2, "240000-261122-0-007", Heard.TAKEN, registered=True),
        AnswerLine(3, "240000-261122-0-008", Heard.KNOWN),
        AnswerLine(4, "", Heard.REFUSED, DeskError("system.number_unknown", "number")),
        AnswerLine(
            5,
            "240000-261122-0-009",
            Heard.TAKEN,
            unregistered=DeskError("decision.day_to_come", day="22/11/2026"),
        ),
    )


@dataclass
class FakeSystems:
    """Three systems; remembers what was written and taken."""

    refuse: DeskError | None = None
    answers: tuple[AnswerLine, ...] = field(default_factory=answer_lines)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    taken: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = {row.system: row for row in sample_reference().system_files}
        self.lists: dict[str, tuple[NotTaken, ...]] = {
            KT1: tuple(_row(at, f"{KT1}-0-4" if at < 3 else "") for at in range(7)),
            CASES: tuple(_row(at, f"{CASES}-0-2") for at in (7, 8)),
            ONE_STOP: (),
        }
        self._kinds = [kinds[name] for name in self.lists]

    def feeds(self) -> Sequence[Feed]:
        self._may()
        made = []
        for kind in self._kinds:
            rows = self.lists[kind.system]
            asked = sum(bool(row.batch) for row in rows)
            made.append(Feed(kind, len(rows) - asked, asked))
        return made

    def not_taken(self, system: str) -> WaitingList:
        self._may()
        return WaitingList(self.lists[system], more=False, offset_min=OFFSET_MIN)

    def proposed_export(self, system: str) -> str:
        return f"/media/usb/{system.replace('_', '-')}-261122-1452.xlsx"

    def export_file(self, system: str, path: str, batch: str) -> WrittenFile:
        self._may()
        self.written.append((system, path, batch))
        new = [row for row in self.lists[system] if row.batch == batch]
        if not new:
            raise DeskError("system.nothing", "system")
        name = batch or f"{system}-0-5"
        self.lists[system] = tuple(
            replace(row, batch=name) if row in new else row for row in self.lists[system]
        )
        return WrittenFile(name, len(new), path)

    def take_answer(self, system: str, path: str) -> Sequence[AnswerLine]:
        self._may()
        self.taken.append((system, path))
        return self.answers

    def _may(self) -> None:
        if self.refuse is not None:
            raise self.refuse
