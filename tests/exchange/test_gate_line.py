"""The line to a real gate: how little it says, and what a person is told when it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.gate_talk import Answer, Ask
from kt1desk.exchange.line_trouble import not_connected, server_said
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.services.sentences import SENTENCES
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.line_bench import LineBench, line_bench, until
from tests.support.line_desks import PROGRAM, letter, letter_hash
from tests.support.postgres import Cluster, own_cluster


@pytest.fixture(scope="module")
def own() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
def bench(own: Cluster, tmp_path: Path) -> Iterator[LineBench]:
    own.empty()
    with line_bench(own, tmp_path) as made:
        yield made


def _code(report: RoundReport) -> str:
    assert report.ended is Ending.LATER
    assert report.problem is not None
    assert report.problem.code in SENTENCES
    return report.problem.code


def test_with_nothing_to_do_one_round_trip_on_a_line_that_is_kept(bench: LineBench) -> None:
    line = bench.line()
    bench.round(line)
    turns, up = bench.proxy.counted.turns, bench.proxy.counted.up

    report = bench.round(line)

    assert (report.turns, bench.proxy.counted.turns - turns) == (1, 1)
    assert len(bench.proxy.passages) == 1
    assert bench.proxy.counted.up - up <= 200


def test_one_event_is_one_round_trip_too(bench: LineBench) -> None:
    line = bench.line()
    bench.round(line)
    turns = bench.proxy.counted.turns
    bench.write(1)

    report = bench.round(line)

    assert (report.turns, report.unsent, bench.proxy.counted.turns - turns) == (1, 0, 1)
    assert bench.all_arrived()


def test_mail_comes_beside_the_frames_and_a_mailbox_that_was_set_back_is_read_again(bench: LineBench) -> None:
    line = bench.line()
    for number in (1, 2, 3):
        _post(bench, letter(number, "before"))
        bench.round(line)
    with bench.cluster.admin("gate") as admin:
        admin.execute("DELETE FROM gate.mail_out WHERE number > 1")
        admin.execute("UPDATE gate.mailbox SET number = 1, hash = %s", (letter_hash(letter(1, "before")),))
    after = [letter(number, "x" * 30_000) for number in range(2, 7)]
    _post(bench, *after)
    bench.write(600)

    report = bench.round(line)

    assert bench.box.letters[-5:] == after
    assert (report.ended, report.unsent, report.mail.left, report.mail.rewound) == (Ending.DONE, 0, 0, True)


def _post(bench: LineBench, *letters: bytes) -> None:
    """Put letters out as the integrator does."""
    with bench.cluster.admin("gate") as admin:
        for data in letters:
            number, hashed = int.from_bytes(data[:4], "big"), letter_hash(data)
            admin.execute(
                "INSERT INTO gate.mail_out (point, number, hash, data, made_ms) VALUES (%s, %s, %s, %s, 0)",
                (COMMUNE_POINT, number, hashed, data),
            )
            admin.execute(
                "INSERT INTO gate.mailbox (point, number, hash) VALUES (%s, %s, %s)"
                " ON CONFLICT (point) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                (COMMUNE_POINT, number, hashed),
            )


def test_an_answer_that_came_before_the_cut_counts_although_nobody_had_read_it_yet(bench: LineBench) -> None:
    line = bench.line()
    bench.round(line)
    question = Ask(bench.state.token, bench.enrolled.hardware, PROGRAM, 0)
    before = bench.proxy.counted.down
    answered: list[Answer] = []

    def asks() -> Iterator[Ask]:
        yield question
        until(lambda: bench.proxy.counted.down > before)
        bench.proxy.cut()
        bench.until_alone()
        yield question

    with pytest.raises(DeskError) as cut:
        answered.extend(reply.answer for reply in line.talk(asks()))

    assert answered == [Answer.OK]
    assert cut.value.code == "line.cut"


def test_a_server_that_is_not_there_is_unreachable(bench: LineBench) -> None:
    assert _code(bench.round(bench.line(port=1))) == "line.unreachable"


def test_nothing_is_sent_to_a_server_whose_certificate_another_authority_signed(
    bench: LineBench, tmp_path: Path
) -> None:
    bench.round()
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(bench.enrolled.certificate.certificate.read_bytes())

    report = bench.round(bench.line(root=stranger))

    assert _code(report) == "line.wrong_server"


def test_nothing_is_sent_to_a_server_of_another_name(bench: LineBench) -> None:
    assert _code(bench.round(bench.line(host="centre.example"))) == "line.wrong_server"


def test_a_key_that_cannot_be_read_is_told_as_such(bench: LineBench, tmp_path: Path) -> None:
    assert _code(bench.round(bench.line(key=tmp_path / "none"))) == "line.certificate"


def test_a_certificate_of_another_desk_is_refused(bench: LineBench) -> None:
    other = bench.cluster.add_desk(10, "240000")

    report = bench.round(bench.line(role=other.role))

    assert _code(report) == "line.refused"


def test_more_lines_of_a_desk_than_it_may_have_are_told_as_busy(bench: LineBench) -> None:
    for _ in range(2):
        bench.round(bench.line())

    assert _code(bench.round(bench.line())) == "line.busy"


def test_a_server_that_ends_the_session_is_asked_again_later_on_a_new_one(bench: LineBench) -> None:
    line = bench.line()
    bench.round(line)
    with bench.cluster.admin() as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
            (bench.enrolled.role,),
        )
    bench.until_alone()
    bench.write(3)

    ended = bench.round(line)
    healed = bench.round(line)

    assert _code(ended) == "line.busy"
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)


def test_a_gate_that_fails_inside_is_later_and_never_a_refusal(bench: LineBench) -> None:
    line = bench.line()
    bench.write(3)
    with bench.cluster.admin("gate") as admin:
        admin.execute("ALTER TABLE gate.frame_in RENAME TO moved")
    failed = bench.round(line)
    with bench.cluster.admin("gate") as admin:
        admin.execute("ALTER TABLE gate.moved RENAME TO frame_in")

    healed = bench.round(line)

    assert _code(failed) == "line.server"
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)
    assert bench.all_arrived()


def test_a_row_that_is_locked_too_long_is_given_up_and_tried_again(bench: LineBench) -> None:
    line = GateLine(bench.settings(patience_ms=300))
    bench.lines.append(line)
    bench.round(line)
    with bench.cluster.admin("gate") as admin, admin.transaction():
        admin.execute("SELECT FROM gate.device FOR UPDATE")
        locked = bench.round(line)

    assert _code(locked) == "line.timeout"
    assert bench.round(line).ended is Ending.DONE


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("connection to server failed: FATAL:  the database system is starting up", "line.busy"),
        ('FATAL:  role "d00009" is not permitted to log in', "line.refused"),
        ("SSL error: tlsv13 alert certificate expired", "line.refused"),
        ("connection timeout expired", "line.timeout"),
        ("FATAL:  could not open file", "line.server"),
        ("could not translate host name", "line.unreachable"),
    ],
)
def test_what_libpq_says_becomes_a_sentence(told: str, code: str) -> None:
    assert not_connected(told).code == code
    assert code in SENTENCES


@pytest.mark.parametrize(
    ("state", "code"), [("57P01", "line.busy"), ("57014", "line.timeout"), ("58P01", "line.server")]
)
def test_what_the_server_says_becomes_a_sentence(state: str, code: str) -> None:
    assert server_said(state).code == code
