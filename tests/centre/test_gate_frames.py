"""The gate's word on a frame: kept, known, missing one before it, another than before, not a frame of this desk, too large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import MAX_BYTES, Mark
from kt1desk.exchange.gate_talk import Answer, Place, Reason
from tests.support.gate_calls import Caller, audited, hash_of, raw_frame
from tests.support.postgres import Cluster


@pytest.fixture
def caller(cluster: Cluster) -> Iterator[Caller]:
    desk = cluster.add_desk(7, "240190")
    with cluster.connect(desk.certificate) as connection:
        yield Caller(connection, desk)


def kept(cluster: Cluster) -> list[tuple[int, int, int, bytes]]:
    """Stream, incarnation, number and bytes of every frame at the gate."""
    with cluster.admin("gate") as admin:
        return admin.execute(
            "SELECT stream, incarnation, number, data FROM gate.frame_in ORDER BY 1, 2, 3"
        ).fetchall()


def test_the_next_frame_is_kept_as_it_came_and_the_answer_says_how_far_its_stream_is(
    caller: Caller, cluster: Cluster
) -> None:
    first = raw_frame(7, 1)
    second = raw_frame(7, 2, hash_of(first), body=b"\0\xff' ; DROP TABLE gate.frame_in")

    replies = [caller.call(frame=first), caller.call(frame=second)]

    assert [reply.answer for reply in replies] == [Answer.OK, Answer.OK]
    assert replies[1].places == {
        Stream.KT1: Place(),
        Stream.COUNTER: Place(1, Mark(2, hash_of(second))),
    }
    assert kept(cluster) == [(2, 1, 1, first), (2, 1, 2, second)]


def test_a_frame_that_is_there_already_is_known_and_kept_once(caller: Caller, cluster: Cluster) -> None:
    first = raw_frame(7, 1)
    caller.send()
    caller.send()

    reply = caller.call(frame=first)

    assert reply.answer is Answer.DUP
    assert len(kept(cluster)) == 2


def test_a_frame_after_a_hole_is_not_kept_and_the_answer_says_where_to_go_on(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()

    reply = caller.call(frame=raw_frame(7, 3, bytes(31) + b"\1"))

    assert (reply.answer, reply.reason) == (Answer.GAP, Reason.NONE)
    assert reply.places[Stream.COUNTER] == Place(1, caller.mark)
    assert len(kept(cluster)) == 1


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(raw_frame(7, 1, body=b"other"), id="another first frame"),
        pytest.param(raw_frame(7, 1)[:-1] + b"\6", id="the same with another signature"),
        pytest.param(raw_frame(7, 2, bytes(31) + b"\1"), id="one that follows another"),
    ],
)
def test_another_frame_than_the_one_that_was_sent_is_a_fork_and_changes_nothing(
    caller: Caller, cluster: Cluster, frame: bytes
) -> None:
    caller.send()

    reply = caller.call(frame=frame)

    assert (reply.answer, reply.reason) == (Answer.FORK, Reason.FRAME)
    assert [data for *_, data in kept(cluster)] == [raw_frame(7, 1)]
    assert audited(cluster)["d00007", "fork_frame"] == 1


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(raw_frame(8, 1), id="of another desk"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"KF", id="two letters"),
        pytest.param(b"KN" + raw_frame(7, 1)[2:], id="a frame with mail"),
        pytest.param(raw_frame(7, 1)[:128], id="cut before its signature"),
        pytest.param(raw_frame(7, 1, stream=3), id="of no stream"),
        pytest.param(raw_frame(7, 1, stream=0), id="of stream 0"),
        pytest.param(raw_frame(7, 1, incarnation=0), id="of incarnation 0"),
        pytest.param(raw_frame(7, 0), id="number 0"),
        pytest.param(raw_frame(7, 1, b"\1" * 32), id="a first one that follows something"),
        pytest.param(raw_frame(7, 2), id="a second one that follows nothing"),
        pytest.param(b"\0" * 60_000, id="zeros"),
    ],
)
def test_what_is_no_frame_of_the_desk_that_is_logged_in_is_refused_and_written_down(
    caller: Caller, cluster: Cluster, frame: bytes
) -> None:
    reply = caller.call(frame=frame)

    assert (reply.answer, reply.reason) == (Answer.FORK, Reason.FOREIGN)
    assert kept(cluster) == []
    assert audited(cluster)["d00007", "fork_foreign"] == 1


@pytest.mark.parametrize(("size", "answer"), [(MAX_BYTES, Answer.OK), (MAX_BYTES + 1, Answer.TOO_LARGE)])
def test_a_frame_is_kept_up_to_the_largest_size_and_refused_above_it(
    caller: Caller, size: int, answer: Answer
) -> None:
    frame = raw_frame(7, 1, body=b"x" * (size - len(raw_frame(7, 1, body=b""))))

    reply = caller.call(frame=frame)

    assert len(frame) == size
    assert reply.answer is answer


def test_a_new_incarnation_begins_with_its_first_frame_and_ends_the_one_before(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()
    second = raw_frame(7, 1, incarnation=2, body=b"new")

    replies = [
        caller.call(frame=raw_frame(7, 2, b"\1" * 32, incarnation=2)),
        caller.call(frame=second),
        caller.call(frame=raw_frame(7, 2, caller.mark.hash)),
        caller.call(frame=raw_frame(7, 1)),
    ]

    assert [(reply.answer, reply.reason) for reply in replies] == [
        (Answer.GAP, Reason.NONE),
        (Answer.OK, Reason.NONE),
        (Answer.FORK, Reason.INCARNATION),
        (Answer.DUP, Reason.NONE),
    ]
    assert replies[3].places[Stream.COUNTER] == Place(2, Mark(1, hash_of(second)))
    assert len(kept(cluster)) == 2


def test_the_two_streams_of_a_desk_have_chains_of_their_own(caller: Caller) -> None:
    secret = raw_frame(7, 1, stream=1)
    caller.send()

    reply = caller.call(frame=secret)

    assert reply.answer is Answer.OK
    assert reply.places == {
        Stream.KT1: Place(1, Mark(1, hash_of(secret))),
        Stream.COUNTER: Place(1, caller.mark),
    }


def test_a_frame_of_a_later_version_is_kept_for_the_program_that_can_read_it(caller: Caller) -> None:
    later = bytearray(raw_frame(7, 1))
    later[2] = 9

    reply = caller.call(frame=bytes(later))

    assert reply.answer is Answer.OK
    assert reply.places[Stream.COUNTER].mark == Mark(1, hash_of(bytes(later)))
