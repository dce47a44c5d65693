"""A TCP proxy that is a bad line: slow, far, cut at a byte, deaf, or half open. It runs in a thread of its own; tests stay as they are.

    with LineProxy(("127.0.0.1", port), Weather(delay_s=0.15, bytes_per_s=8_000)) as proxy:
        proxy.scripts.append(Script(cut_up=5_000))      # the next connection; those after the last script are whole
        connect(proxy.port)

Bytes are counted where they leave the proxy, so a cut at byte k hands on exactly k bytes. A cut ends both sides by FIN; what was still on
its way is lost. A frozen line keeps both sockets and moves nothing, which is what a router that forgot a connection looks like.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from tests.support.line_scripts import WHOLE, Counted, Passage, Script, Weather

_CHUNK = 1_024
_BUFFERED = 16_384
"""A modem holds about so much; with more, a cut would lose what nobody would call sent."""


class LineProxy:
    """Stands between a client and ``target`` and listens on ``port`` of 127.0.0.1."""

    def __init__(self, target: tuple[str, int], weather: Weather | None = None) -> None:
        self.target = target
        self.weather = weather or Weather()
        self.scripts: list[Script] = []
        self.usual = WHOLE
        """The script of a connection for which none is left."""
        self.passages: list[Passage] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="line-proxy", daemon=True)
        self._ready = threading.Event()
        self._over: asyncio.Event | None = None
        self._cuts: list[asyncio.Event] = []

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(10):
            raise AssertionError("the proxy did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._soon(self._end)
        self._thread.join(10)

    @property
    def counted(self) -> Counted:
        """The sum over all connections."""
        each = [passage.counted for passage in self.passages]
        return Counted(sum(c.up for c in each), sum(c.down for c in each), sum(c.turns for c in each))

    @property
    def open(self) -> int:
        """How many connections there are."""
        return len(self._cuts)

    def cut(self) -> None:
        """Cut every connection there is."""
        for event in list(self._cuts):
            self._soon(event.set)

    def freeze(self) -> None:
        """Every connection there is keeps its sockets and moves nothing more."""
        for passage in self.passages:
            passage.frozen = True

    def deafen(self) -> None:
        """What the server says on the connections there are is thrown away from now on."""
        for passage in self.passages:
            passage.deaf = True

    def _end(self) -> None:
        if self._over is not None:
            self._over.set()

    def _soon(self, act: Callable[[], object]) -> None:
        self._loop.call_soon_threadsafe(act)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._over = asyncio.Event()
        tasks: set[asyncio.Task[None]] = set()

        async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            try:
                await self._pass(reader, writer)
            finally:
                tasks.discard(task)
                await _closed(writer)

        server = await asyncio.start_server(taken, "127.0.0.1", 0, limit=_CHUNK)
        self.port = int(server.sockets[0].getsockname()[1])
        self._ready.set()
        await self._over.wait()
        server.close()
        for event in self._cuts:
            event.set()
        if tasks:
            await asyncio.wait(tasks, timeout=5)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        script = self.scripts.pop(0) if self.scripts else self.usual
        passage, cut = Passage(script), asyncio.Event()
        self.passages.append(passage)
        self._cuts.append(cut)
        if script.refused:
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(*self.target, limit=_CHUNK)
        except OSError:
            return
        up = _Way(passage, self.weather, up=True)
        down = _Way(passage, self.weather, up=False)
        tasks = [
            asyncio.create_task(up.carry(reader, far_writer)),
            asyncio.create_task(down.carry(far_reader, writer)),
            asyncio.create_task(_until(cut, script.lives_s)),
        ]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._cuts.remove(cut)
        await asyncio.gather(_drained(reader, writer), _drained(far_reader, far_writer))
        await _closed(far_writer)


class _Way:
    """One direction of one connection: reads as fast as the line takes, hands on when the bytes would have come."""

    def __init__(self, passage: Passage, weather: Weather, *, up: bool) -> None:
        self._passage = passage
        self._weather = weather
        self._up = up
        self._on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_BUFFERED // _CHUNK)
        self._free_at = 0.0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Until one side ends or the line is cut."""
        taking = asyncio.create_task(self._take(reader))
        try:
            await self._give(writer)
        finally:
            taking.cancel()
            await asyncio.gather(taking, return_exceptions=True)

    async def _take(self, reader: asyncio.StreamReader) -> None:
        loop = asyncio.get_running_loop()
        data = b"-"
        while data:
            try:
                data = await reader.read(_CHUNK)
            except OSError:
                data = b""
            if self._passage.frozen:
                await asyncio.Event().wait()
            if data:
                self._passage.heard(up=self._up)
            if self._up and _passed(self._passage.script.cut_turn, self._passage.counted.turns):
                data = b""
            rate = self._weather.bytes_per_s
            self._free_at = max(self._free_at, loop.time()) + (len(data) / rate if rate else 0)
            await self._on_the_way.put((self._free_at + self._weather.delay_s, data))

    async def _give(self, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await self._on_the_way.get()
            await _at(loop, due)
            if self._passage.frozen:
                await asyncio.Event().wait()
            if not data or not await self._handed_on(writer, data):
                return

    async def _handed_on(self, writer: asyncio.StreamWriter, data: bytes) -> bool:
        """False where the line is cut here."""
        script, counted = self._passage.script, self._passage.counted
        limit = script.cut_up if self._up else script.cut_down
        done = counted.up if self._up else counted.down
        part = data if limit is None else data[: max(0, limit - done)]
        if not self._up and (self._passage.deaf or _passed(script.deaf_after, done)):
            return True
        if not self._up and script.deaf_after is not None:
            part = part[: script.deaf_after - done]
        try:
            writer.write(part)
            await writer.drain()
        except OSError:
            return False
        if self._up:
            counted.up += len(part)
            self._passage.frozen = self._passage.frozen or _passed(script.frozen_after, counted.up)
        else:
            counted.down += len(part)
        return limit is None or done + len(part) < limit


def _passed(limit: int | None, done: int) -> bool:
    return limit is not None and done >= limit


async def _at(loop: asyncio.AbstractEventLoop, due: float) -> None:
    """Until the moment at which the bytes have come."""
    come: asyncio.Future[None] = loop.create_future()
    timer = loop.call_at(due, _there, come)
    try:
        await come
    finally:
        timer.cancel()


def _there(come: asyncio.Future[None]) -> None:
    if not come.done():
        come.set_result(None)


async def _until(cut: asyncio.Event, lives_s: float | None) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(cut.wait(), lives_s)


async def _drained(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """End a side so that it reads all that was handed on: a socket closed with something unread in it resets the other end at once."""
    with contextlib.suppress(OSError, TimeoutError):
        writer.write_eof()
        async with asyncio.timeout(2):
            while await reader.read(_CHUNK):
                pass


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


__all__ = ["WHOLE", "Counted", "LineProxy", "Passage", "Script", "Weather"]
