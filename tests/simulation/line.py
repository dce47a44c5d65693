"""The line from a desk to the centre: requests that may be cut, doubled, slow or never answered, and the two timers that use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import Mark
from tests.simulation.centre import Answer, Centre, Reply
from tests.simulation.chance import Crash
from tests.simulation.desk import SimDesk
from tests.simulation.world import MINUTE, SECOND

PATIENCE_MS = 30 * SECOND
"""So long a program waits for an answer: a half-open line gives none."""
PAUSE_MS = 25 * MINUTE
"""Between two looks whether something is to be sent, with no new event asking for it."""
Got = TypeVar("Got")


class Caller:
    """One conversation at a time over the line of a desk; whoever gets no answer tries again later, for ever."""

    def __init__(self, desk: SimDesk) -> None:
        self._desk = desk
        self._talk = 0
        self._failed = 0

    def request(self, ask: Callable[[], Got], answered: Callable[[Got], None]) -> None:
        """Ask the centre; ``answered`` is called unless the line or the program fails before."""
        world, faults = self._desk.setting.world, self._desk.setting.faults
        talk, life = self._talk, self._desk.deaths
        slow = 20 if faults.strikes("line.slow") else 1
        there, back = (slow * world.between(50, 900) for _ in range(2))

        def arrive() -> None:
            if faults.strikes("line.cut_before"):
                return
            got = ask()
            if faults.strikes("line.doubled"):
                got = ask()
            if not faults.strikes("line.cut_after") and not faults.strikes("line.half_open"):
                world.after(back, lambda: reply(got))

        def reply(got: Got) -> None:
            if talk == self._talk and life == self._desk.deaths:
                self._talk += 1
                self._failed = 0
                answered(got)

        world.after(there, arrive)
        world.after(PATIENCE_MS, lambda: self._given_up(talk))

    def begin(self) -> None:
        """A new conversation; whatever is still on the line of an older one is not listened to."""
        self._talk += 1

    def pause_ms(self) -> int:
        """How long to wait before the next one: longer after each failure, never for ever."""
        return min(PAUSE_MS, 5 * SECOND * 2 ** min(self._failed, 6)) if self._failed else PAUSE_MS

    def _given_up(self, talk: int) -> None:
        if talk == self._talk:
            self._talk += 1
            self._failed += 1


class Sender:
    """Sends the frames of one stream: asks how far the centre has them, goes on from there, one answer at a time."""

    def __init__(self, desk: SimDesk, centre: Centre, stream: Stream) -> None:
        self._desk, self._centre, self._stream = desk, centre, stream
        self._caller = Caller(desk)
        self.forked: list[str] = []

    def tick(self) -> None:
        """The timer: it comes again whatever happens."""
        desk, world = self._desk, self._desk.setting.world
        if desk.program is not None:
            self._caller.begin()
            ask = self._centre.where
            self._caller.request(lambda: ask(desk.device, self._stream), self._go_on)
        world.after(self._caller.pause_ms() + world.between(0, 20 * SECOND), self.tick)

    def _go_on(self, taken: Mark) -> None:
        desk = self._desk
        faults = desk.setting.faults
        if faults.strikes("crash.sealing"):
            desk.fuse.light(desk.setting.world.mischief.randint(0, 20))
        try:
            frame = next(desk.up.outbox.to_send(self._stream, taken), None)
            desk.fuse.put_out()
            if faults.strikes("crash.before_sending"):
                raise Crash
        except Crash:
            if desk.program is not None:
                desk.die("sealing")
            return
        except DeskError as error:
            desk.fuse.put_out()
            desk.setting.world.note(desk.name, f"sending refused {error.code}")
            desk.refused.append(error.code)
            if error.code in {"outbox.fork", "outbox.ahead"}:
                self.forked.append(error.code)
            return
        if frame is None:
            return
        data = frame.data
        desk.setting.world.note(
            desk.name, f"frame {self._stream.name} {frame.head.number} {frame.hash.hex()[:8]}"
        )
        self._caller.request(lambda: self._centre.put(desk.device, self._stream, data), self._answered)

    def _answered(self, answer: Answer) -> None:
        self._desk.setting.world.note(self._desk.name, f"centre {answer.reply} {answer.mark.number}")
        if answer.reply is not Reply.FORK:
            self._go_on(answer.mark)


class Fetcher:
    """Fetches frames with mail for the point of a desk."""

    def __init__(self, desk: SimDesk, centre: Centre) -> None:
        self._desk, self._centre = desk, centre
        self._caller = Caller(desk)

    def tick(self) -> None:
        """The timer."""
        desk, world = self._desk, self._desk.setting.world
        if desk.program is not None and Transport.NETWORK in desk.ways:
            self._caller.begin()
            self._ask()
        world.after(self._caller.pause_ms() + world.between(0, 20 * SECOND), self.tick)

    def _ask(self) -> None:
        upto = self._desk.read_upto
        self._caller.request(lambda: self._centre.box(self._desk.point, upto), self._got)

    def _got(self, data: bytes | None) -> None:
        desk = self._desk
        if data is None:
            return
        before = desk.read_upto
        rows = desk.act("frame taken", lambda program: program.inbox.take_frame(program.session(), data))
        if rows is not None and desk.read_upto == before:
            desk.read_upto = before + 1
            told = " ".join(f"{row.type}:{row.outcome.value}" for row in rows)
            desk.setting.world.note(desk.name, told)
            self._ask()
