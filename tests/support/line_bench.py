"""A desk before a real gate with a bad line between them: PostgreSQL over TLS, the proxy, the real courier."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.line_state import LineState, keep_state, read_state
from kt1desk.exchange.round_report import RoundReport
from kt1desk.store.settings import Settings
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.line_desks import LetterBox, courier
from tests.support.line_proxy import LineProxy, Script, Weather
from tests.support.mail_desks import MailDesk, listed, mail_desk
from tests.support.postgres import ADDRESS, HOST, Cluster, Desk

DEVICE = 9


@dataclass
class LineBench:
    """Everything a test of the line needs."""

    cluster: Cluster
    enrolled: Desk
    desk: MailDesk
    proxy: LineProxy
    box: LetterBox = field(default_factory=LetterBox)
    lines: list[GateLine] = field(default_factory=list)

    def settings(self, **others: Any) -> LineSettings:
        """The way through the proxy; impatient, unless a test says otherwise."""
        shown = self.enrolled.certificate
        given: dict[str, Any] = {
            "host": HOST,
            "address": ADDRESS,
            "port": self.proxy.port,
            "role": self.enrolled.role,
            "root": self.cluster.authority.certificate,
            "certificate": shown.certificate,
            "key": shown.key,
            "answer_s": 5.0,
        }
        return LineSettings(**(given | others))

    def line(self, **others: Any) -> GateLine:
        """A new line, closed with the bench."""
        made = GateLine(self.settings(**others))
        self.lines.append(made)
        return made

    def courier(self, line: GateLine | None = None) -> Courier:
        """The courier of a program that was just started."""
        return courier(line or self.line(), self.desk, self.box)

    def round(self, line: GateLine | None = None) -> RoundReport:
        """One round; a line made for it is closed after it."""
        if line is not None:
            return self.courier(line).round()
        own = self.line()
        report = self.courier(own).round()
        own.close()
        return report

    def write(self, events: int, start: int = 0) -> None:
        """Events into the KT1 journal."""
        self.desk.write(*(arrived(item_number(start + at)) for at in range(events)))

    @property
    def state(self) -> LineState:
        """What the desk remembers of the line."""
        return read_state(Settings(self.desk.store))

    def remember(self, state: LineState) -> None:
        """The desk remembers this, as if it had died before it noted more."""
        keep_state(Settings(self.desk.store), state)

    def forget(self) -> None:
        """Neither side has heard of the other; the desk keeps its frames."""
        with self.cluster.admin("gate") as admin:
            admin.execute("TRUNCATE gate.frame_in, gate.chain")
            admin.execute("UPDATE gate.device SET token = NULL, token_before = NULL")
        self.remember(LineState())

    def frames(self, stream: Stream = Stream.KT1) -> list[bytes]:
        """The frames of a stream at the gate, in their order."""
        with self.cluster.admin("gate") as admin:
            rows = admin.execute(
                "SELECT number, data FROM gate.frame_in WHERE device = %s AND stream = %s ORDER BY number",
                (DEVICE, stream.value),
            ).fetchall()
        assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
        return [bytes(data) for _, data in rows]

    def events(self, stream: Stream) -> list[Event]:
        """The events at the gate, proved."""
        opened = (open_frame(data, self.desk.keys, shipped()) for data in self.frames(stream))
        return [event for each in opened for event in each.events]

    def all_arrived(self) -> bool:
        """Whether the gate has every event of both journals, once and as written."""
        with self.desk.store.read() as reader:
            written = {stream: list(reader.events_after(stream, 0, 100_000)) for stream in Stream}
        return all(self.events(stream) == written[stream] for stream in Stream)

    def sessions(self) -> int:
        """How many sessions of the desk the server believes in."""
        with self.cluster.admin() as admin:
            row = admin.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = %s", (self.enrolled.role,)
            ).fetchone()
        return int(row[0]) if row else 0

    def until_alone(self) -> None:
        """Wait until the server has noticed that every line of the desk is gone; until then it may still be keeping a frame."""
        until(lambda: self.sessions() == 0)


def until(holds: Callable[[], bool]) -> None:
    """Wait for another process to come so far."""
    given_up = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < given_up, "it did not come so far in ten seconds"


@contextlib.contextmanager
def line_bench(cluster: Cluster, root: Path, weather: Weather | None = None) -> Iterator[LineBench]:
    """A bench with a new desk; nothing was ever sent."""
    enrolled = cluster.add_desk(DEVICE, COMMUNE_POINT)
    with (
        mail_desk(root, DEVICE, COMMUNE_POINT) as made,
        LineProxy((ADDRESS, cluster.port), weather) as proxy,
    ):
        bench = LineBench(cluster, enrolled, made.believing(listed(made)), proxy)
        try:
            yield bench
        finally:
            for line in bench.lines:
                line.close()


__all__ = ["DEVICE", "LineBench", "Script", "Weather", "line_bench", "until"]
