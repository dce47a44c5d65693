"""Fault 8: the centre dies in the middle of a call. A frame is kept whole, with its place in the chain, or not at all."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator

import psycopg
import pytest

from kt1desk.exchange.gate_talk import Answer, Ask
from tests.centre.faults.loads import Sender, chain_of, kept
from tests.support.gate_calls import CALL, Caller, arguments, call
from tests.support.postgres import Cluster, own_cluster


@pytest.fixture(scope="module")
def lasting() -> Iterator[Cluster]:
    """A server of this file alone, that writes to the disk what it commits."""
    with own_cluster(fsync=True) as cluster:
        yield cluster


@pytest.mark.parametrize("table", ["frame_in", "chain", "device"])
def test_a_session_that_is_ended_inside_the_call_leaves_nothing_of_the_frame(
    cluster: Cluster, table: str
) -> None:
    desk = cluster.add_desk(7, "240190")
    with cluster.connect(desk.certificate) as connection:
        caller = Caller(connection, desk)
        caller.send()
        frame = caller.next_frame()
        ended: list[BaseException] = []

        def ask() -> None:
            try:
                call(connection, Ask(caller.token, desk.hardware, 1, 1, frame=frame))
            except psycopg.Error as error:
                ended.append(error)

        with cluster.admin("gate") as holder, cluster.admin("gate") as admin:
            holder.execute("BEGIN")
            holder.execute(f"LOCK TABLE gate.{table} IN SHARE MODE".encode())
            asking = threading.Thread(target=ask)
            asking.start()
            while not admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'd00007' AND wait_event_type = 'Lock'"
            ).fetchone():
                assert asking.is_alive()
            asking.join(20)
            holder.execute("ROLLBACK")

    assert isinstance(ended[0], psycopg.OperationalError)
    assert len(kept(cluster, 7)) == 1
    with cluster.connect(desk.certificate) as connection:
        assert call(connection, Ask(caller.token, desk.hardware, 1, 1, frame=frame)).answer is Answer.OK
    assert kept(cluster, 7)[1] == frame


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGQUIT, signal.SIGINT])
def test_a_server_that_dies_under_load_holds_every_frame_it_has_answered_and_none_in_part(
    lasting: Cluster, how: signal.Signals
) -> None:
    lasting.empty()
    desks = [lasting.add_desk(number, "240190") for number in (7, 8)]
    senders = [Sender(lasting, desk, chain_of(desk.number, 90)) for desk in desks]
    for sender in senders:
        sender.start()
    for reached in (15, 50):
        senders[0].wait_for(reached)
        lasting.stop(how)
        answered = [sender.known for sender in senders]
        lasting.start()

        held = [kept(lasting, desk.number) for desk in desks]
        assert all(len(frames) >= known for frames, known in zip(held, answered, strict=True))

    for sender in senders:
        sender.join(60)
    for sender in senders:
        assert kept(lasting, sender.desk.number) == sender.frames
        assert set(sender.answers) <= {Answer.OK, Answer.DUP}
        assert sender.laters >= 2


def test_a_conversation_that_is_cut_keeps_every_frame_before_the_cut(lasting: Cluster) -> None:
    lasting.empty()
    desk = lasting.add_desk(7, "240190")
    frames = chain_of(7, 300)  # so many that the server is killed long before the last one
    with contextlib.closing(
        lasting.connect(desk.certificate)
    ) as connection:  # nothing is committed at its end
        caller = Caller(connection, desk)
        caller.call()
        with pytest.raises(psycopg.Error):
            _send_and_kill(lasting, caller, frames, 20)

    lasting.start()
    held = kept(lasting, 7)
    assert held == frames[: len(held)]
    assert len(held) >= 20


def _send_and_kill(cluster: Cluster, caller: Caller, frames: list[bytes], answered: int) -> None:
    """Send all without waiting; once so many were answered, the server is killed."""
    with caller.connection.pipeline() as pipe:
        cursors = []
        for frame in frames:
            cursors.append(caller.connection.cursor())
            cursors[-1].execute(CALL, arguments(caller.ask(frame=frame)))
            pipe.sync()
        cursors[answered - 1].fetchone()
        cluster.kill()
