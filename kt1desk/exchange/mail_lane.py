"""The mail of one point on its way here: what to ask for next, and what to do when the gate's mailbox is not the one we read.

A mailbox that was set back with the centre does not know our mark. We go back over the marks we remember until it knows one, and read on
from there; what was taken in stays. This module must not know how a question travels, nor what mail says.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.gate_talk import Answer, Reason, Reply
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.line_ports import MailIntake
from kt1desk.exchange.line_state import steps_back, with_mark
from kt1desk.exchange.round_report import MailReport


class MailLane:
    """The mail of one round.

    Args:
        intake: where it goes.
        marks: remembered marks, oldest first.
    """

    def __init__(self, intake: MailIntake, marks: tuple[MailMark, ...]) -> None:
        self._intake = intake
        self._at = intake.mark()
        self.marks = with_mark(marks, self._at)
        self._tries = list(steps_back(self.marks))
        self._asked = False
        self._alone = False
        self._more = True
        self._last = 0
        self._problem: DeskError | None = None
        self._frames = self._bytes = 0
        self._taken: list[Taken] = []
        self._rewound = False

    def waits(self) -> bool:
        """Whether to ask for mail: never twice at once, for the answer says after which mark to ask next."""
        return self._more and not self._asked and self._problem is None

    def wish(self, *, beside_frame: bool = False) -> MailMark | None:
        """After which mark mail is wanted now; None for none.

        Args:
            beside_frame: whether a frame goes with it.
        """
        if not self.waits() or (self._alone and beside_frame):
            return None
        self._asked = True
        return self._at

    def heard(self, wish: MailMark | None, reply: Reply) -> None:
        """The answer to a question with this wish."""
        self._last = max(self._last, reply.mail_last) if wish is None else reply.mail_last
        if wish is None:
            self._more = self._more or self._last > self._at.number
            return
        self._asked = False
        if reply.reason is Reason.REWIND:
            self._step_back()
            return
        if reply.answer is Answer.FORK and not reply.mail:
            # one answer has room for one reason, so it cannot say that the mailbox was set back: asked again, beside no frame
            self._more = self._alone = True
            return
        here = self._intake.mark()
        if (
            here.number < wish.number
        ):  # while the answer was on its way, mail that was passed over came to be wanted once more
            self._at, self.marks = here, with_mark(self.marks, here)
            self._more = here.number < self._last
            return
        try:
            if not self._take(wish, reply) and reply.mail:
                # a gate that sends what is here already would be asked for ever
                raise DeskError("line.answer")
        except DeskError as error:
            self._problem = error
        self._at = self._intake.mark()
        self._more = bool(reply.mail) and self._at.number < self._last

    def missed(self) -> None:
        """What is still unanswered will not be: a new conversation begins."""
        self._asked = False

    def report(self) -> MailReport:
        """How it stands."""
        left = max(0, self._last - self._at.number)
        return MailReport(self._frames, self._bytes, tuple(self._taken), left, self._rewound, self._problem)

    def _take(self, wish: MailMark, reply: Reply) -> bool:
        """Take the mail of an answer in; whether anything of it was new."""
        moved = False
        if wish != self._intake.mark():
            self._intake.go_back(wish)
            self._rewound = True
            self.marks = with_mark(self.marks, wish) if wish != NOTHING else ()
        for data in reply.mail:
            before = self._intake.mark()
            self._taken += self._intake.take(data)
            at = self._intake.mark()
            moved = moved or at != before
            self.marks = with_mark(self.marks, at)
            self._frames += 1
            self._bytes += len(data)
            if (
                at.number < before.number
            ):  # a key list came, and mail that was passed over is wanted once more
                break
        return moved

    def _step_back(self) -> None:
        if self._tries:
            self._at = self._tries.pop(0)
        else:
            # number 0 names no frame, so no gate may deny it
            self._problem = DeskError("line.answer")
