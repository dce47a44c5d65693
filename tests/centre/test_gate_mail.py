"""Mail and own frames in the gate's answer: the point's own, in order, as much as one answer holds, never past a restored centre."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import Answer, Reason
from tests.support.gate_calls import Caller, hash_of, own, post, raw_frame
from tests.support.postgres import Cluster

START = MailMark()


@pytest.fixture
def caller(cluster: Cluster) -> Iterator[Caller]:
    desk = cluster.add_desk(7, "240190")
    with cluster.connect(desk.certificate) as connection:
        yield Caller(connection, desk)


def test_mail_comes_after_the_number_that_is_shown_in_order_and_only_that_of_the_desks_point(
    caller: Caller, cluster: Cluster
) -> None:
    post(cluster, "999999", b"of others")
    marks = post(cluster, "240190", b"one", b"two", b"three")

    first = caller.call(mail=START)
    rest = caller.call(mail=marks[0])
    nothing = caller.call(mail=marks[2])

    assert first.mail == (b"one", b"two", b"three")
    assert rest.mail == (b"two", b"three")
    assert nothing.mail == ()
    assert {reply.mail_last for reply in (first, rest, nothing)} == {3}
    assert {reply.reason for reply in (first, rest, nothing)} == {Reason.NONE}


def test_who_does_not_ask_for_mail_is_told_only_how_much_there_is(caller: Caller, cluster: Cluster) -> None:
    post(cluster, "240190", b"one", b"two")

    reply = caller.call()

    assert (reply.mail, reply.mail_last) == ((), 2)


def test_one_call_brings_a_frame_up_and_mail_down(caller: Caller, cluster: Cluster) -> None:
    post(cluster, "240190", b"one")

    reply = caller.send(mail=START)

    assert (reply.answer, reply.mail) == (Answer.OK, (b"one",))


def test_a_frame_that_is_refused_does_not_hold_the_mail_up(caller: Caller, cluster: Cluster) -> None:
    post(cluster, "240190", b"one")

    reply = caller.call(frame=raw_frame(8, 1), mail=START)

    assert (reply.reason, reply.mail) == (Reason.FOREIGN, (b"one",))


def test_one_answer_holds_at_most_64_frames(caller: Caller, cluster: Cluster) -> None:
    marks = post(cluster, "240190", *(b"%d" % number for number in range(1, 71)))

    first = caller.call(mail=START)
    rest = caller.call(mail=marks[63])

    assert first.mail == tuple(b"%d" % number for number in range(1, 65))
    assert rest.mail == tuple(b"%d" % number for number in range(65, 71))


@pytest.mark.parametrize(
    ("sizes", "held"),
    [
        ((65_536, 1), 1),
        ((65_535, 1, 1), 2),
        ((100_000, 1), 1),
        ((1, 65_536), 1),
        ((30_000, 30_000, 30_000), 2),
    ],
)
def test_mail_ends_before_it_passes_the_limit_but_never_before_its_first_frame(
    caller: Caller, cluster: Cluster, sizes: tuple[int, ...], held: int
) -> None:
    post(cluster, "240190", *(bytes([at]) * size for at, size in enumerate(sizes)))

    reply = caller.call(mail=START)

    assert [len(data) for data in reply.mail] == list(sizes[:held])


@pytest.mark.parametrize(
    "shown",
    [
        MailMark(2, "00" * 32),
        MailMark(4, "00" * 32),
        MailMark(2**62, "00" * 32),
        MailMark(-1, "00" * 32),
        MailMark(-(2**63), ""),
        MailMark(2, ""),
    ],
)
def test_a_mark_that_is_not_of_this_centre_gets_no_mail_and_is_sent_back(
    caller: Caller, cluster: Cluster, shown: MailMark
) -> None:
    post(cluster, "240190", b"one", b"two", b"three")

    reply = caller.send(mail=shown)

    assert (reply.answer, reply.reason, reply.mail, reply.mail_last) == (Answer.OK, Reason.REWIND, (), 3)


def test_a_desk_that_goes_back_finds_the_last_common_mark(caller: Caller, cluster: Cluster) -> None:
    marks = post(cluster, "240190", b"one", b"two", b"three")
    with cluster.admin("gate") as admin:
        admin.execute("DELETE FROM gate.mail_out WHERE number > 1")
        admin.execute("UPDATE gate.mailbox SET number = 1")
    post(cluster, "240190", b"TWO")

    replies = [caller.call(mail=mark) for mark in reversed(marks)]

    assert [reply.reason for reply in replies] == [Reason.REWIND, Reason.REWIND, Reason.NONE]
    assert replies[2].mail == (b"TWO",)


def test_a_fork_is_told_before_a_wrong_mail_mark(caller: Caller) -> None:
    reply = caller.call(frame=raw_frame(8, 1), mail=MailMark(5, "00" * 32))

    assert (reply.reason, reply.mail) == (Reason.FOREIGN, ())


def test_own_frames_come_back_from_a_number_on_and_never_those_of_another_desk(
    caller: Caller, cluster: Cluster
) -> None:
    other = cluster.add_desk(8, "240190")
    with cluster.connect(other.certificate) as connection:
        Caller(connection, other).send(b"of the other")
    for body in (b"a", b"b", b"c"):
        caller.send(body)

    found = {
        wish: caller.call(own=own(*wish)).own
        for wish in [(2, 1, 2), (2, 1, 4), (2, 2, 1), (1, 1, 1), (2, 1, 0)]
    }

    assert [frame[65:66] for frame in found[2, 1, 2]] == [b"b", b"c"]
    assert [frame[65:66] for frame in found[2, 1, 0]] == [b"a", b"b", b"c"]
    assert found[2, 1, 4] == found[2, 2, 1] == found[1, 1, 1] == ()


def test_own_frames_come_as_far_as_one_answer_goes(caller: Caller) -> None:
    for _ in range(3):
        caller.send(b"x" * 30_000)

    first = caller.call(own=own(number=1))
    rest = caller.call(own=own(number=3))

    assert [len(first.own), len(rest.own)] == [2, 1]
    assert hash_of(rest.own[0]) == caller.mark.hash
