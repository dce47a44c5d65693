"""A desk before the real gate that the program's own ``centre init`` made, as one of several machines that may bear its name."""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.events import Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.lane_road import frames_after
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.line_state import believed, read_state
from kt1desk.exchange.outbox import Outbox
from kt1desk.exchange.round_report import RoundReport
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings
from tests.support.chains import arrived, item_number
from tests.support.line_desks import PROGRAM, LetterBox
from tests.support.mail_desks import MailDesk

MACHINE, OTHER_MACHINE = b"m" * 16, b"o" * 16


@dataclass
class Machine:
    """A machine: its copy of the desk, its line, and the id that its hardware has."""

    desk: MailDesk
    settings: LineSettings
    hardware: bytes = MACHINE

    @property
    def line_desk(self) -> LineDesk:
        """The desk as the courier has it."""
        store = self.desk.store
        return LineDesk(
            journal=store,
            own=self.desk.own,
            incarnation=1,
            shelf=FrameShelf(store, 1),
            notes=Settings(store),
            clock=self.desk.clock,
            hardware=self.hardware,
            program=PROGRAM,
        )

    def round(self) -> RoundReport:
        """One round, as a program that was just started."""
        line = GateLine(self.settings)
        try:
            return Courier(line, self.line_desk, LetterBox()).round()
        finally:
            line.close()

    def write(self, events: int, start: int = 0) -> None:
        """Events into the KT1 journal."""
        self.desk.write(*(arrived(item_number(start + at)) for at in range(events)))

    def said(self) -> str:
        """One round; the code of what went wrong, "" for nothing."""
        report = self.round()
        return report.problem.code if report.problem else ""

    def unsent(self) -> list[bytes]:
        """Every frame that the gate has not said it has."""
        known, desk = read_state(Settings(self.desk.store)), self.line_desk
        outbox = Outbox(desk.journal, desk.own, desk.shelf, desk.clock)
        return [
            frame.data
            for stream in Stream
            for frame in frames_after(
                outbox, stream, believed(known, stream, desk.incarnation), desk.incarnation
            )
        ]
