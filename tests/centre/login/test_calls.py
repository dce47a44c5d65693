"""A desk hands to the function what it must not, or holds on to it: refused or harmless, and written down."""

from __future__ import annotations

import time
import zlib
from typing import Any

import psycopg
import pytest
from psycopg import errors

from kt1desk.centre.cluster_sql import create_device
from kt1desk.centre.watchdog import end_stale_sessions
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import Answer, Reason
from tests.centre.login.scenes import Scene
from tests.support.gate_calls import CALL, NO_TOKEN, Caller, audited, own, raw_frame


def test_a_stolen_certificate_that_was_replaced_is_refused_by_its_serial_number(
    caller: Caller, scene: Scene
) -> None:
    renewed = scene.cluster.authority.client("d00007")
    create_device(scene.admin, 7, "240190", renewed.serial, 0)

    reply = caller.call(mail=MailMark(), own=own())

    create_device(scene.admin, 7, "240190", scene.seven.certificate.serial, 0)
    assert (reply.answer, reply.reason, reply.mail, reply.own) == (Answer.REVOKED, Reason.NONE, (), ())
    assert audited(scene.cluster)["d00007", "serial"] == 1


def test_a_token_played_again_is_refused_and_written_down(caller: Caller, scene: Scene) -> None:
    stolen = caller.token
    caller.call()
    caller.call()

    reply = caller.lose(token=stolen, mail=MailMark())

    assert (reply.reason, reply.mail) == (Reason.TOKEN, ())
    assert audited(scene.cluster)["d00007", "token"] == 1


def test_a_frame_forged_for_another_desk_is_refused_and_written_down(caller: Caller, scene: Scene) -> None:
    reply = caller.call(frame=raw_frame(8, 1, body=b"forged"))

    assert (reply.answer, reply.reason) == (Answer.FORK, Reason.FOREIGN)
    assert audited(scene.cluster)["d00007", "fork_foreign"] == 1


def test_another_points_mail_and_another_desks_frames_cannot_even_be_asked_for(caller: Caller) -> None:
    reply = caller.call(mail=MailMark(), own=own())

    assert (reply.mail, reply.mail_last, reply.own) == ((), 0, ())


@pytest.mark.parametrize("size", [65_537, 1_000_000, 20_000_000])
def test_a_frame_that_is_too_large_is_refused_and_written_down(
    caller: Caller, scene: Scene, size: int
) -> None:
    reply = caller.call(frame=raw_frame(7, 1).ljust(size, b"x"))

    assert reply.answer is Answer.TOO_LARGE
    assert audited(scene.cluster)["d00007", "too_large"] == 1


def test_a_frame_that_would_unpack_to_a_gigabyte_is_kept_as_the_bytes_it_is(
    caller: Caller, scene: Scene
) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(48)) + packer.flush()
    frame = raw_frame(7, 1, body=bomb)

    reply = caller.call(frame=frame)

    sizes = "SELECT octet_length(data), pg_column_size(data) FROM gate.frame_in WHERE device = 7"
    kept = scene.admin.execute(sizes).fetchone()
    assert reply.answer is Answer.OK
    assert kept is not None
    assert kept[0] == len(frame)
    assert kept[1] <= len(frame) + 8


@pytest.mark.parametrize(
    "values",
    [
        pytest.param((NO_TOKEN, None, None, None, None, None, None, None), id="nothing at all"),
        pytest.param((None, b"", -(2**31), -(2**63), b"", -(2**63), b"", b""), id="the smallest numbers"),
        pytest.param(
            (b"", b"x" * 10**6, 2**31 - 1, 2**63 - 1, b"KF", 2**63 - 1, b"x" * 10**6, b"x" * 10**6),
            id="the largest",
        ),
        pytest.param(
            (b"\0" * 16, b"\0" * 16, 0, 0, b"\0" * 65_536, 0, b"\0", b"\0" * 7), id="NUL everywhere"
        ),
        pytest.param(
            (b"'; DROP TABLE gate.device; --", b"%s%n{}", 1, 1, b"$1", 1, b"\\x", b"\xff" * 7), id="SQL"
        ),
    ],
)
def test_whatever_is_handed_in_the_function_answers_with_one_of_its_words(
    caller: Caller, values: tuple[Any, ...]
) -> None:
    row = caller.connection.execute(CALL, values).fetchone()

    assert row is not None
    assert row[0] in set(Answer)
    assert (list(row[8]), list(row[9])) == ([], [])


def test_a_call_that_is_taken_back_leaves_its_trace_in_the_log(caller: Caller, scene: Scene) -> None:
    caller.connection.execute("BEGIN")
    caller.lose(token=b"\1" * 16)
    caller.connection.execute("ROLLBACK")

    logged = scene.said()
    assert audited(scene.cluster).get(("d00007", "token"), 0) == 0
    assert "LOG:  gate: token by d00007" in logged
    assert "statement: ROLLBACK" in logged


@pytest.mark.parametrize(
    ("setting", "error"),
    [
        ("SET default_transaction_read_only = on", errors.ReadOnlySqlTransaction),
        ("SET lock_timeout = '1ms'", None),
        ("SET default_transaction_isolation = 'serializable'", None),
        ("SET enable_indexscan = off", None),
        ("SET client_encoding = 'LATIN1'", None),
        ("SET bytea_output = 'escape'", None),
        ("SET search_path = ''", None),
        ("SET plan_cache_mode = 'force_generic_plan'", None),
    ],
)
def test_whatever_a_desk_sets_for_its_session_the_function_does_the_same_or_nothing(
    caller: Caller, setting: str, error: type[psycopg.Error] | None
) -> None:
    caller.connection.execute(setting.encode())

    if error is None:
        assert caller.send().answer is Answer.OK
        assert caller.call(own=own()).own == (raw_frame(7, 1),)
    else:
        with pytest.raises(error):
            caller.send()


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(
            ("SET statement_timeout = 0", "SELECT count(*) FROM generate_series(1, 1000000000000000)"),
            id="a statement without an end",
        ),
        pytest.param(
            ("SET idle_in_transaction_session_timeout = 0", "BEGIN"), id="a transaction without an end"
        ),
    ],
)
def test_a_session_that_holds_on_is_ended_by_the_watchdog_and_written_down(
    caller: Caller, scene: Scene, held: tuple[str, ...]
) -> None:
    raw = caller.connection.pgconn
    for statement in held[:-1]:
        caller.connection.execute(statement.encode())
    raw.send_query(held[-1].encode())
    raw.flush()
    with psycopg.connect(
        host=str(scene.cluster.folder),
        port=scene.cluster.port,
        user="integrator",
        dbname="gate",
        autocommit=True,
    ) as integrator:
        spared = end_stale_sessions(integrator)
        until = time.monotonic() + 10
        while not (ended := end_stale_sessions(integrator, 0.05)) and time.monotonic() < until:
            pass

    assert spared == ()
    assert [session.role for session in ended] == ["d00007"]
    while raw.get_result():
        pass
    with pytest.raises(psycopg.OperationalError):
        caller.connection.execute("SELECT 1")
    assert audited(scene.cluster)["d00007", "stale"] == 1
    assert "terminating connection due to administrator command" in scene.said()
