"""A desk that sends frames while things happen to the server: whatever is no answer means "later", and the same bytes go again."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import psycopg

from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import FIRST_PREV
from kt1desk.exchange.gate_talk import Answer, Ask
from tests.support.gate_calls import CALL, NO_TOKEN, arguments, call, hash_of, raw_frame
from tests.support.postgres import Cluster, Connection, Desk

TRIES = 400


def chain_of(device: int, count: int) -> list[bytes]:
    """The first frames of a desk, each following the one before."""
    frames: list[bytes] = []
    prev = FIRST_PREV
    for number in range(1, count + 1):
        frames.append(raw_frame(device, number, prev, body=b"x" * (number % 700)))
        prev = hash_of(frames[-1])
    return frames


@dataclass
class Sender(threading.Thread):
    """Sends all frames one after the other over as many connections as it takes; stops when all are there or it was told.

    Attributes:
        known: numbers of the frames for which an answer came: what a desk would have marked.
        answers: every answer that came, in order.
        laters: how often something else came.
    """

    cluster: Cluster
    desk: Desk
    frames: list[bytes]
    known: int = 0
    token: bytes = NO_TOKEN
    answers: list[Answer] = field(default_factory=list)
    laters: int = 0
    reached: threading.Condition = field(default_factory=threading.Condition)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        """Until all is there, nothing more may be tried, or the test says so."""
        while self.known < len(self.frames) and self.laters < TRIES and not self.stopped.is_set():
            try:
                with self.cluster.connect(self.desk.certificate, connect_timeout=2) as connection:
                    self._talk(connection)
            except psycopg.Error:
                self.laters += 1
                self.stopped.wait(0.01)
            with self.reached:
                self.reached.notify_all()

    def wait_for(self, count: int) -> None:
        """Wait until so many frames were answered."""
        with self.reached:
            assert self.reached.wait_for(lambda: self.known >= count or not self.is_alive(), 60)

    def _talk(self, connection: Connection) -> None:
        while self.known < len(self.frames) and not self.stopped.is_set():
            reply = call(connection, Ask(self.token, self.desk.hardware, 1, 1, frame=self.frames[self.known]))
            self.answers.append(reply.answer)
            self.token = reply.token or self.token
            # where to go on is the gate's word, not one's own memory
            place = reply.places[Stream.COUNTER]
            assert place.mark.number >= self.known, "the gate lost a frame it had answered"
            with self.reached:
                self.known = place.mark.number
                self.reached.notify_all()


def kept(cluster: Cluster, device: int) -> list[bytes]:
    """The frames of a desk at the gate, after a look at whether its chain row says the same and each follows the one before."""
    with cluster.admin("gate") as admin, admin.transaction():
        admin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")  # a desk may go on sending meanwhile
        rows = admin.execute(
            "SELECT number, hash, data FROM gate.frame_in WHERE device = %s ORDER BY number", (device,)
        ).fetchall()
        chain = admin.execute("SELECT number, hash FROM gate.chain WHERE device = %s", (device,)).fetchall()
    assert [number for number, *_ in rows] == list(range(1, len(rows) + 1))
    assert [hashed for _, hashed, _ in rows] == [hash_of(data) for *_, data in rows]
    assert chain == ([rows[-1][:2]] if rows else [])
    return [data for *_, data in rows]


def pipelined(connection: Connection, asks: list[Ask]) -> list[Answer]:
    """Ask all without waiting in between, each question a transaction of its own; gives the answers that came."""
    cursors = []
    with connection.pipeline() as pipe:
        for ask in asks:
            cursor = connection.cursor()
            cursor.execute(CALL, arguments(ask))
            pipe.sync()
            cursors.append(cursor)
    rows = [cursor.fetchone() for cursor in cursors]
    return [Answer(row[0]) for row in rows if row]
