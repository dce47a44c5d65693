"""The line from a desk to the gate: a conversation that may be cut, doubled or unanswered at any question, and its timer.

A round is one instant: the courier waits for nothing by itself, so what a line does to time is done to the next round.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_talk import Ask, Reply
from kt1desk.exchange.pacing import Pace, Pacing
from kt1desk.exchange.round_report import Ending, RoundReport
from tests.simulation.centre import Centre
from tests.simulation.chance import Crash
from tests.simulation.desk import SimDesk
from tests.simulation.world import MINUTE, SECOND

PAUSE_MS = 12 * MINUTE
"""Between two rounds with nothing new; a real desk asks each minute, which here would only take time."""
PATIENCE_MS = 30 * SECOND
MOST_AHEAD = 8
"""Questions on their way at once, as `kt1desk.exchange.gate_line` has them."""
NEVER = -1


class SimLine:
    """Implements `kt1desk.exchange.gate_talk.Gate` for one desk."""

    def __init__(self, desk: SimDesk, centre: Centre) -> None:
        self._desk, self._centre = desk, centre
        self.is_slow = False

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        """See `Gate.talk`. Some questions are on their way before the first answer is read; a cut loses any of both."""
        faults, width = self._desk.setting.faults, self._desk.setting.world.mischief.randint(1, MOST_AHEAD)
        self.is_slow = faults.strikes("line.slow")
        asking, answers, dead = iter(asks), deque[Reply](), ""
        while True:
            while not dead and len(answers) < width and (ask := next(asking, None)) is not None:
                dead = self._sent(ask, answers)
                if dead:  # what the gate had said before the cut is still on this side, some of it
                    for _ in range(self._desk.setting.world.mischief.randint(0, len(answers))):
                        answers.pop()
            if not answers:
                if dead:
                    raise DeskError(dead)
                return
            self._may_die(answers[0])
            yield answers.popleft()

    def close(self) -> None:
        """See `Gate.close`."""

    def _sent(self, ask: Ask, answers: deque[Reply]) -> str:
        """A question is on its way; the code of what became of the line, "" where it holds."""
        faults, gate = self._desk.setting.faults, self._centre.gate
        if faults.strikes("crash.before_sending"):
            raise Crash
        if faults.strikes("line.cut_before"):
            return "line.cut"
        reply = gate.exchange(self._desk.device, ask)
        if faults.strikes("line.doubled"):
            reply = gate.exchange(self._desk.device, ask)
        if faults.strikes("line.half_open"):
            answers.clear()
            self.is_slow = True
            return "line.timeout"
        if faults.strikes("line.cut_after"):
            return "line.cut"
        answers.append(reply)
        return ""

    def _may_die(self, reply: Reply) -> None:
        """Between two answers, or while the mail in one is taken in."""
        faults, world = self._desk.setting.faults, self._desk.setting.world
        if faults.strikes("crash.between_answers"):
            raise Crash
        if reply.mail and faults.strikes("crash.taking_mail"):
            self._desk.fuse.light(world.mischief.randint(0, 120))


class Exchange:
    """The exchange of one desk with the centre, by its own timer."""

    def __init__(self, desk: SimDesk, centre: Centre, ended: Callable[[SimDesk, RoundReport], None]) -> None:
        self.desk, self.line = desk, SimLine(desk, centre)
        self.report: RoundReport | None = None
        self._ended = ended
        self._chance = random.Random(f"pacing {desk.setting.world.seed} {desk.device}").random
        self._pacing = Pacing(0, pace=Pace(quiet=PAUSE_MS))
        self._life = NEVER

    def tick(self) -> None:
        """The timer: it comes again whatever happens."""
        desk, world = self.desk, self.desk.setting.world
        if desk.program is not None:
            now_ms = desk.clock.monotonic_ms()
            if self._life != desk.deaths:  # a new program knows nothing of the last one's waits
                self._life, self._pacing = desk.deaths, Pacing(now_ms, pace=Pace(quiet=PAUSE_MS))
            if not self._pacing.wait_ms(now_ms):
                well = self._round()
                step = self._pacing.went_well if well else self._pacing.failed
                self._pacing = step(now_ms, self._chance)
            wait = self._pacing.wait_ms(now_ms)
        else:
            wait = MINUTE
        world.after(max(SECOND, wait) + (PATIENCE_MS if self.line.is_slow else 0), self.tick)

    def _round(self) -> bool:
        desk, faults, world = self.desk, self.desk.setting.faults, self.desk.setting.world
        if faults.strikes("crash.sealing"):
            desk.fuse.light(world.mischief.randint(0, 60))
        desk.fuse.before_commit = faults.strikes("crash.before_commit")
        desk.fuse.after_commit = faults.strikes("crash.after_commit")
        try:
            report = Courier(self.line, desk.up.line, desk.up.intake).round()
            desk.fuse.put_out()
        except Crash:
            if desk.program is not None:
                desk.die("exchange")
            return False
        except DeskError as error:
            desk.fuse.put_out()
            desk.refused.append(error.code)
            world.note(desk.name, f"exchange refused {error.code}")
            return False
        self.report = report
        world.note(desk.name, _told(report))
        self._ended(desk, report)
        return report.ended is Ending.DONE


def _told(report: RoundReport) -> str:
    """A line of the trace."""
    problems = (report.problem, report.mail.problem, *(stream.problem for stream in report.streams))
    why = " ".join(each.code for each in problems if each is not None)
    kept, again = (
        sum(stream.kept for stream in report.streams),
        sum(stream.again for stream in report.streams),
    )
    mail = " ".join(f"{row.type}:{row.outcome.value}" for row in report.mail.taken)
    return f"round {report.ended} {kept} kept {again} again {report.unsent} unsent mail {report.mail.frames} {mail} {why}"
