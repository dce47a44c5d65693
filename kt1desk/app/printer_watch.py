"""What is the matter with one printer: it is asked between jobs, or listened to where it speaks by itself.

Silence is not "unplugged": a printer that does not answer may print all the same, so it is asked ever more seldom and its papers go
out. Only what the printer said itself keeps papers back. Everything here belongs to the thread of the printer, but for reading
`condition`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

from kt1desk.app.printer_line import PrinterLine
from kt1desk.domain.errors import DeskError
from kt1desk.printing.capabilities import StatusWay
from kt1desk.printing.condition import Condition, worst
from kt1desk.printing.connect import is_plugged_in
from kt1desk.printing.dialects.talk import Question, questions, unasked
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.profile import PortKind, PrinterProfile

ASK_EVERY_S: Final = 2.5
ANSWER_S: Final = 0.8
"""Together under the 4 seconds within which a clerk must see what a printer says when asked."""
REMIND_EVERY_S: Final = 10.0
"""A printer that was switched off has forgotten that it was to speak by itself."""
DEAF_AFTER_S: Final = 4.0
"""One that was reminded answers in its turn, after the job it is at."""
SILENCE_S: Final = (3.0, 10.0, 60.0, 300.0)
"""How long a printer is left alone that did not answer once, twice, and so on; lprint does the same (issue 161)."""
STALE_S: Final = 1.0
"""What is known longer ago is asked again before a paper is sent."""
_LISTEN_S: Final = 0.1
_OLD_ANSWERS: Final = 64
"""So many times what was said before a question is read away at most."""
KEEPS_BACK: Final[Mapping[Condition, str]] = {
    Condition.PAPER_OUT: "printer.paper_out",
    Condition.COVER_OPEN: "printer.cover_open",
    Condition.RIBBON_OUT: "printer.ribbon_out",
    Condition.JAMMED: "printer.jammed",
    Condition.PAUSED: "printer.paused",
    Condition.OFFLINE: "printer.offline",
}
"""What a printer says of itself and cannot print with, and the code that stands at the paper that waits for it."""
GONE: Final = frozenset({"printer.missing", "printer.unplugged"})


class PrinterWatch:
    """The condition of one printer.

    Args:
        profile: the printer.
        port: makes its port; may refuse with a `DeskError` what the profile says.
        changed: called when the condition is another one.
    """

    def __init__(
        self, profile: PrinterProfile, port: Callable[[], Port], changed: Callable[[Condition], None]
    ) -> None:
        self._link = profile.link
        self._way = profile.can.status
        self._questions = questions(self._way)
        self._port = port
        self._changed = changed
        self._speaks = self._way is StatusWay.ASB
        keeps = bool(self._questions) and (profile.link.kind is not PortKind.TCP or self._speaks)
        self.line = PrinterLine(keeps, self._hear)
        self.condition = Condition.UNKNOWN
        self._rest = b""
        self._asked_s = self._next_s = self._known_s = 0.0
        self._silences = 0

    def pause(self, woken: threading.Event, seconds: float) -> None:
        """Watch until there is something to print, or so many seconds long."""
        until = time.monotonic() + seconds
        while not woken.is_set() and (now := time.monotonic()) < until:
            if now >= self._next_s:
                self.look()
            elif self._speaks and self.line.is_open:
                self._listen()
            else:
                woken.wait(max(0.0, min(until, self._next_s) - now))

    def look_again(self) -> None:
        """What is known must be fresh: a paper is about to be sent. A printer that did not answer is not asked before its time."""
        is_stale = time.monotonic() - self._known_s > STALE_S
        if is_stale and (not self._silences or time.monotonic() >= self._next_s):
            self.look()

    def look(self) -> None:
        """Ask the printer, or see whether it is plugged in where it can tell nothing."""
        self._next_s = time.monotonic() + ASK_EVERY_S
        try:
            if self._questions:
                self._ask()
            elif (there := is_plugged_in(self._link)) is not None:
                self._now(Condition.UNKNOWN if there else Condition.UNPLUGGED)
        except DeskError as error:
            self.failed(error.code)

    def failed(self, code: str) -> None:
        """What a port came to; "" when a job went through, which says that the printer is there and no more."""
        if code in GONE:
            self._now(Condition.UNPLUGGED)
        elif code == "printer.stalled":
            self._now(worst(Condition.BUSY, self.condition))
        elif self.condition in {Condition.UNPLUGGED, Condition.BUSY}:
            self._now(Condition.UNKNOWN)
        self._known_s = 0.0

    def job_over(self, code: str) -> None:
        """A paper was sent: whatever silence there was, the printer is worth asking again."""
        self.failed(code)
        if code not in GONE:
            self._silences, self._next_s = 0, time.monotonic()

    def keeps_back(self) -> str:
        """The code of what the printer cannot print with, by its own word; "" where a paper may be sent."""
        return KEEPS_BACK.get(self.condition, "")

    def _ask(self) -> None:
        line = self.line.over(self._port())
        line.open()
        if not line.hears:
            line.rest()
            self._now(Condition.UNKNOWN)
            return
        if self._speaks:
            self._remind(line)
            return
        try:
            self._answered([self._answer(line, question) for question in self._questions])
        except _SilentError:
            self._silent()
        finally:
            line.rest()

    def _answer(self, line: PrinterLine, question: Question) -> Condition:
        for _ in range(_OLD_ANSWERS):
            if not line.receive(0):
                break
        line.send(question.data, lambda _: None)
        heard, until = b"", time.monotonic() + ANSWER_S
        while (said := question.read(heard)) is None:
            if time.monotonic() > until:
                raise _SilentError
            heard += line.receive(_LISTEN_S)
        return said

    def _remind(self, line: PrinterLine) -> None:
        """Tell it to speak by itself; its answer is heard by `_listen`, which also finds that there was none."""
        self._next_s = time.monotonic() + REMIND_EVERY_S
        if not self._asked_s:
            self._asked_s = time.monotonic()
        line.send(self._questions[0].data, lambda _: None)

    def _listen(self) -> None:
        try:
            self.line.receive(_LISTEN_S)
        except PortError as error:
            self.failed(error.code)
            self._next_s = time.monotonic() + ASK_EVERY_S
            return
        if self._asked_s and time.monotonic() - self._asked_s > DEAF_AFTER_S:
            self._asked_s = 0.0
            # With its cover open a printer carries out nothing, this question among it, and says so when it is closed.
            if not self.keeps_back():
                self._silent()

    def _hear(self, said: bytes) -> None:
        """Every byte of the printer comes by here, also while a job is under way."""
        told, self._rest = unasked(self._way, self._rest + said)
        if told is not None:
            self._asked_s = 0.0
            self._answered([told])

    def _answered(self, told: list[Condition]) -> None:
        self._silences, self._known_s = 0, time.monotonic()
        self._now(worst(*told))

    def _silent(self) -> None:
        wait_s = SILENCE_S[min(self._silences, len(SILENCE_S) - 1)]
        self._silences += 1
        self._next_s = time.monotonic() + wait_s
        self._now(Condition.DEAF)

    def _now(self, condition: Condition) -> None:
        if condition is not self.condition:
            self.condition = condition
            self._changed(condition)


class _SilentError(Exception):
    """No answer came in time."""
