"""A printer as a state machine: bytes in, answers out, pictures on the counter. It knows no port, no thread and no clock."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from math import inf

from kt1desk.simprinter.parts import Feeder, Intake, Sheet, Wait, Work
from kt1desk.simprinter.picture import Canvas, Picture


class Language(StrEnum):
    """What a simulated printer understands."""

    ZPL = "zpl"
    TSPL = "tspl"
    ESCPOS = "escpos"
    EPL = "epl"


class Machine(ABC):
    """What all printers have in common; a language says how bytes become pictures (`program`, `realtime`).

    ``hear`` and ``work`` are apart because a real printer hears while its head stands still: ``feed`` does both at once.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.feeder = Feeder(sheet.dots_per_mm)
        self.intake = Intake()
        self.garbage = 0
        """Bytes that were no command, since the printer was switched on."""
        self._pages: list[Picture] = []
        self._said = bytearray()
        self._program = self.program()
        self.waits = Wait.BYTES
        """Why it does not go on."""

    @abstractmethod
    def program(self) -> Work[None]:
        """Read commands and carry them out, for ever."""

    @abstractmethod
    def realtime(self, data: bytes) -> bytes:
        """Answer at once what is answered at once; returns the bytes that go into the buffer."""

    @property
    def pages(self) -> tuple[Picture, ...]:
        """Everything printed so far, the oldest first."""
        return tuple(self._pages)

    def feed(self, data: bytes) -> bytes:
        """Bytes from the host, carried out as far as can be; returns what the printer says."""
        self.hear(data)
        return self.work()

    def hear(self, data: bytes) -> None:
        """Bytes from the host, into the buffer; what is answered in real time is answered with the next `work`."""
        self.intake.put(self.realtime(data))

    def work(self, length_mm: float = inf, count: float = inf) -> bytes:
        """Go on, moving the paper at most so far and reading at most so many bytes; returns what the printer says.

        A printer that has nothing to do is given ``b""`` and says what it has to say by itself.
        """
        self.feeder.allow(length_mm)
        self.intake.allow(count)
        while True:
            self.waits = next(self._program)
            if not self._can_go_on():
                break
        said = bytes(self._said)
        self._said.clear()
        return said

    def open_cover(self) -> None:
        """Lift the cover: the head stands still."""
        self.feeder.is_open = True
        self.changed()

    def close_cover(self) -> None:
        """Close it: what was interrupted goes on with the next `work`."""
        self.feeder.is_open = False
        self.changed()

    def load_paper(self, length_mm: float) -> None:
        """Put in paper; 0 takes it out."""
        self.feeder.load(length_mm)
        self.changed()

    def switch_on(self) -> None:
        """Switch off and on again: the memory is empty, the paper lies where it lay."""
        self.intake.clear()
        self._said.clear()
        self.restart()

    def restart(self) -> None:
        """Begin the program again; what the language keeps in between is forgotten by the language."""
        self._program = self.program()

    def changed(self) -> None:  # noqa: B027  most printers say nothing by themselves
        """Paper or cover changed."""

    def say(self, answer: bytes) -> None:
        """Bytes for the host."""
        self._said += answer

    def _can_go_on(self) -> bool:
        match self.waits:
            case Wait.BYTES:
                return len(self.intake) > 0
            case Wait.READING:
                return len(self.intake) > 0 and self.intake.allowed >= 1
            case Wait.PAPER:
                return self.feeder.is_ready
            case Wait.TIME:
                return self.feeder.is_ready and not self.feeder.is_resting


class LabelMachine(Machine):
    """A printer of labels: each is drawn in memory, and printed again from its beginning where the paper ended in it."""

    def print_label(self, canvas: Canvas) -> Work[None]:
        """One label, and the gap behind it."""
        rows = canvas.height_dots
        while True:
            yield from self.feeder.ready()
            done = 0
            while done < rows:
                moved = self.feeder.pull(rows - done)
                done += moved
                if moved:
                    continue
                if not self.feeder.is_ready:
                    break
                yield Wait.TIME
            if done == rows:
                break
            if done:
                self._pages.append(canvas.picture(rows=done, is_whole=False))
        self._pages.append(canvas.picture())
        self.feeder.pull(self.sheet.gap_mm * self.sheet.dots_per_mm)
