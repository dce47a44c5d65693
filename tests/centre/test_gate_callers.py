"""Who may speak at the gate: the word of the last answer, the machine, the certificate, and what happens to everybody else."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from kt1desk.centre.cluster_sql import create_device, revoke_device
from kt1desk.centre.enrolling import let_go
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import Answer, Reason
from tests.support.gate_calls import CALL, NO_TOKEN, Caller, arguments, audited, hash_of, own, post, raw_frame
from tests.support.postgres import Cluster

TOKEN = (Answer.FORK, Reason.TOKEN)
MACHINE = (Answer.FORK, Reason.HARDWARE)


@pytest.fixture
def caller(cluster: Cluster) -> Iterator[Caller]:
    desk = cluster.add_desk(7, "240190")
    with cluster.connect(desk.certificate) as connection:
        yield Caller(connection, desk)


def test_the_first_call_binds_the_machine_and_each_answer_brings_a_new_token(
    caller: Caller, cluster: Cluster
) -> None:
    tokens = {caller.call().token for _ in range(5)}

    assert len(tokens) == 5
    assert {len(token) for token in tokens} == {16}
    assert audited(cluster) == {("d00007", "bound"): 1}


def test_a_conversation_shows_one_token_throughout_and_goes_on_with_the_newest(caller: Caller) -> None:
    caller.call()
    shown = caller.token
    frames = [raw_frame(7, 1)]
    for number in range(2, 6):
        frames.append(raw_frame(7, number, hash_of(frames[-1])))
    replies = []
    with caller.connection.pipeline() as pipe:
        for frame in frames:
            cursor = caller.connection.cursor()
            cursor.execute(CALL, arguments(caller.ask(frame=frame)))
            pipe.sync()
            replies.append(cursor)

    told = [cursor.fetchone() for cursor in replies]
    caller.token = told[-1][3] if told[-1] else NO_TOKEN
    after = caller.call()

    assert [row[0] for row in told if row] == ["ok"] * 5
    assert after.answer is Answer.OK
    assert shown not in {row[3] for row in told if row}


def test_an_answer_that_was_lost_does_not_shut_the_desk_out_however_often(caller: Caller) -> None:
    caller.call()
    for _ in range(3):
        caller.lose()

    reply = caller.call()
    again = caller.call()

    assert (reply.answer, again.answer) == (Answer.OK, Answer.OK)


def test_the_very_first_answer_may_be_lost_too(caller: Caller) -> None:
    caller.lose()

    reply = caller.call()

    assert reply.answer is Answer.OK


def test_two_copies_of_one_machine_collide_at_the_latest_at_the_second_call_of_the_second(
    caller: Caller, cluster: Cluster
) -> None:
    caller.call()
    twin = Caller(caller.connection, caller.desk, caller.token)

    said = [one.call() for one in (caller, twin, caller, twin)]

    assert TOKEN in [(reply.answer, reply.reason) for reply in said[:4]]
    assert audited(cluster)["d00007", "token"] >= 1


@pytest.mark.parametrize("order", ["ABAB", "AABB", "ABBA", "AABA", "BAAB"])
def test_of_two_copies_only_one_goes_on_in_whatever_order_they_call(caller: Caller, order: str) -> None:
    caller.call()
    copies = {name: Caller(caller.connection, caller.desk, caller.token) for name in "AB"}
    for name in order:
        copies[name].call()

    answers = [copies[name].call().answer for name in "ABAB"]

    assert sorted(answers) == [Answer.FORK, Answer.FORK, Answer.OK, Answer.OK]


def test_who_shows_an_old_token_gets_nothing_done_but_its_own_frames_back(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()
    old = caller.token
    caller.call()
    caller.call()
    post(cluster, "240190", b"secret")

    reply = caller.lose(token=old, frame=caller.next_frame(), mail=MailMark(), own=own())

    assert (reply.answer, reply.reason) == TOKEN
    assert (reply.mail, reply.mail_last, reply.token) == ((), 0, b"")
    assert reply.own == (raw_frame(7, 1),)
    assert max(place.mark.number for place in reply.places.values()) == 1
    assert caller.call().answer is Answer.OK


@pytest.mark.parametrize("shown", [b"", b"\1" * 15, b"\1" * 17, b"\1" * 16, NO_TOKEN, b"\1" * 100_000])
def test_a_token_that_was_never_given_is_refused(caller: Caller, shown: bytes) -> None:
    caller.call()
    caller.call()

    reply = caller.lose(token=shown)

    assert (reply.answer, reply.reason) == TOKEN


def test_another_machine_is_refused_whatever_it_shows_and_learns_nothing(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()
    post(cluster, "240190", b"secret")

    reply = caller.lose(hardware=b"\7" * 16, mail=MailMark(), own=own(), frame=raw_frame(7, 1, incarnation=2))

    assert (reply.answer, reply.reason) == MACHINE
    assert (reply.mail, reply.own, reply.token) == ((), (), b"")
    assert {place.mark.number for place in reply.places.values()} == {0}
    assert audited(cluster)["d00007", "hardware"] == 1


@pytest.mark.parametrize("hardware", [b"", b"\1" * 15, b"\1" * 17])
def test_what_is_no_machine_is_never_bound(caller: Caller, hardware: bytes) -> None:
    reply = caller.lose(hardware=hardware)

    assert (reply.answer, reply.reason) == MACHINE
    assert caller.call().answer is Answer.OK


def test_a_restored_machine_comes_back_with_a_new_incarnation_and_the_copy_is_out(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()
    restored = Caller(caller.connection, caller.desk, caller.token)
    caller.call()
    caller.call()
    refused = restored.call(frame=restored.next_frame())

    back = restored.call(frame=raw_frame(7, 1, incarnation=2))
    once_more = restored.call(frame=raw_frame(7, 1, incarnation=2))

    assert (refused.answer, refused.reason) == TOKEN
    assert (back.answer, once_more.answer) == (Answer.OK, Answer.DUP)
    assert caller.call().reason is Reason.TOKEN
    assert audited(cluster)["d00007", "rejoin"] == 1


@pytest.mark.parametrize(
    "frame",
    [
        raw_frame(7, 1, incarnation=1, stream=1),
        raw_frame(7, 2, b"\1" * 32, incarnation=2),
        raw_frame(8, 1, incarnation=2),
        raw_frame(7, 1, incarnation=2, body=b"x" * 70_000),
    ],
    ids=["of the same incarnation", "not its first", "of another desk", "too large"],
)
def test_nothing_but_the_first_frame_of_a_new_incarnation_stands_in_for_a_token(
    caller: Caller, frame: bytes
) -> None:
    caller.send()

    reply = caller.lose(token=b"\1" * 16, frame=frame)

    assert (reply.answer, reply.reason) == TOKEN


def test_a_lost_answer_to_a_machine_that_came_back_is_asked_for_again(caller: Caller) -> None:
    caller.send()
    restored = Caller(caller.connection, caller.desk, b"\1" * 16)
    restored.lose(frame=raw_frame(7, 1, incarnation=2))

    reply = restored.call(frame=raw_frame(7, 1, incarnation=2))

    assert reply.answer is Answer.DUP
    assert restored.call().answer is Answer.OK


def test_a_desk_that_was_revoked_is_told_so_and_its_frames_stay(caller: Caller, cluster: Cluster) -> None:
    caller.send()
    with cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.device SET revoked_ms = 1")

    reply = caller.call(frame=caller.next_frame(), mail=MailMark(), own=own())

    assert reply.answer is Answer.REVOKED
    assert (reply.mail, reply.own, reply.token) == ((), (), b"")
    assert audited(cluster)["d00007", "revoked"] == 1
    with cluster.admin("gate") as admin:
        assert admin.execute("SELECT count(*) FROM gate.frame_in").fetchone() == (1,)


def test_who_is_let_in_without_a_row_of_its_own_is_told_that_it_is_revoked(
    caller: Caller, cluster: Cluster
) -> None:
    with cluster.admin("gate") as admin:
        admin.execute("DELETE FROM gate.device")

    assert caller.call().answer is Answer.REVOKED
    assert audited(cluster) == {("d00007", "no_desk"): 1}


def test_a_certificate_that_was_replaced_is_refused_and_the_new_one_binds_the_machine_anew(
    caller: Caller, cluster: Cluster
) -> None:
    caller.send()
    renewed = cluster.authority.client("d00007")
    with cluster.admin("gate") as admin:
        create_device(admin, 7, "240190", renewed.serial, 1)

    old = caller.call()
    with cluster.connect(renewed) as connection:
        new = Caller(connection, caller.desk).call(own=own())

    assert (old.answer, old.reason, old.own) == (Answer.REVOKED, Reason.NONE, ())
    assert new.answer is Answer.OK
    assert new.own == (raw_frame(7, 1),)
    assert audited(cluster)["d00007", "serial"] == 1


def test_a_machine_that_was_let_go_of_makes_room_for_another(caller: Caller, cluster: Cluster) -> None:
    caller.call()
    with cluster.admin("gate") as admin:
        let_go(admin, 7)

    reply = caller.call(hardware=b"\7" * 16, token=NO_TOKEN)

    assert reply.answer is Answer.OK
    assert caller.lose().reason is Reason.HARDWARE


def test_each_answer_tells_the_time_the_epoch_and_the_wanted_version_and_notes_what_the_desk_said(
    caller: Caller, cluster: Cluster
) -> None:
    with cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.centre SET epoch = 3, wanted_program = 7002")

    reply = caller.call(program=7_001, now_ms=-5)

    with cluster.admin("gate") as admin:
        row = admin.execute("SELECT program, said_ms, seen_ms FROM gate.device").fetchone()
    assert (reply.epoch, reply.wanted) == (3, 7_002)
    assert row == (7_001, -5, reply.now_ms)


def test_a_thousand_refusals_in_a_minute_are_one_row_of_the_audit(caller: Caller, cluster: Cluster) -> None:
    caller.call()
    for _ in range(1_000):
        caller.lose(hardware=b"\7" * 16)

    with cluster.admin("gate") as admin:
        rows = admin.execute("SELECT times FROM gate.audit WHERE what = 'hardware'").fetchall()

    assert len(rows) <= 2
    assert sum(times for (times,) in rows) == 1_000


def test_revoking_ends_the_desks_sessions_and_shuts_its_door(caller: Caller, cluster: Cluster) -> None:
    with cluster.admin("gate") as admin:
        done = [revoke_device(admin, 7, 5), revoke_device(admin, 7, 6)]

    with pytest.raises(psycopg.OperationalError):
        caller.call()
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        cluster.connect(caller.desk.certificate)
    assert done == [True, False]
