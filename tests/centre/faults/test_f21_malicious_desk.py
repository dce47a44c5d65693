"""Fault 21: a desk that would be another one: its role, its certificate, its point, its old words. Refused, and in the audit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kt1desk.domain.events import Moment
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from tests.support.chains import Writer, arrived
from tests.support.enrolled import MadeCentre, ask, made_centre
from tests.support.exchange_keys import NOON_MS, own_keys

MACHINE, OTHER_MACHINE = b"m" * 16, b"o" * 16
VICTIM, THIEF = 7, 8
POINT, OTHER_POINT = "240000", "246940"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeCentre]:
    with made_centre(tmp_path_factory.mktemp("centre") / "f") as made:
        yield made


@pytest.fixture
def centre(shared: MadeCentre) -> MadeCentre:
    """The module's centre with nobody in it."""
    shared.cluster.empty()
    return shared


def _frame(device: int, point: str) -> bytes:
    own = own_keys(device, point)
    return seal_frame([Writer(own).append(arrived())], START, Moment(NOON_MS), own, shipped()).data


def test_the_role_of_another_desk_is_not_reached_with_ones_own_certificate(
    centre: MadeCentre, tmp_path: Path
) -> None:
    centre.enrol(VICTIM, POINT)
    thief = centre.enrol(THIEF, OTHER_POINT)

    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        centre.call(thief, tmp_path / "thief", user="d00007")

    assert "authentication failed for user" in centre.cluster.log()


def test_the_stolen_certificate_of_another_desk_is_of_no_use_on_another_machine(
    centre: MadeCentre, tmp_path: Path
) -> None:
    stolen = centre.enrol(VICTIM, POINT)
    with centre.call(stolen, tmp_path / "victim") as gate:
        token = ask(gate, MACHINE)[2]

    with centre.call(stolen, tmp_path / "thief") as gate:
        answers = [ask(gate, OTHER_MACHINE, each, _frame(VICTIM, POINT))[:2] for each in (token, bytes(16))]

    assert answers == [("fork", "hardware")] * 2
    assert centre.frames(VICTIM) == 0
    assert ("d00007", "hardware") in centre.audit(VICTIM)


def test_a_frame_that_bears_another_desks_name_is_not_kept(centre: MadeCentre, tmp_path: Path) -> None:
    centre.enrol(VICTIM, POINT)
    thief = centre.enrol(THIEF, OTHER_POINT)

    with centre.call(thief, tmp_path / "thief") as gate:
        answer = ask(gate, MACHINE, frame=_frame(VICTIM, POINT))[:2]

    assert answer == ("fork", "foreign")
    assert (centre.frames(VICTIM), centre.frames(THIEF)) == (0, 0)
    assert ("d00008", "fork_foreign") in centre.audit(THIEF)


def test_another_points_mail_cannot_even_be_asked_for(centre: MadeCentre, tmp_path: Path) -> None:
    thief = centre.enrol(THIEF, OTHER_POINT)
    with centre.cluster.admin("gate") as admin:
        admin.execute("INSERT INTO gate.mailbox VALUES (%s, 1, 'h')", (POINT,))
        admin.execute("INSERT INTO gate.mail_out VALUES (%s, 1, 'h', 'secret', 0)", (POINT,))

    with centre.call(thief, tmp_path / "thief") as gate:
        row = gate.execute(
            "SELECT mail_last, mail FROM gate.exchange(%s, %s, 0, 0, NULL, 0, NULL, NULL)",
            (bytes(16), MACHINE),
        ).fetchone()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            gate.execute("SELECT data FROM gate.mail_out")

    assert row == (0, [])


def test_an_old_word_that_was_listened_to_opens_nothing_after_two_newer_ones(
    centre: MadeCentre, tmp_path: Path
) -> None:
    line = centre.enrol(VICTIM, POINT)
    with centre.call(line, tmp_path / "desk") as gate:
        words = [bytes(16)]
        for _ in range(3):
            words.append(ask(gate, MACHINE, words[-1])[2])

        replayed = ask(gate, MACHINE, words[1], _frame(VICTIM, POINT))[:2]

        assert replayed == ("fork", "token")
        assert centre.frames(VICTIM) == 0
        assert ask(gate, MACHINE, words[-1])[0] == "ok"
    assert ("d00007", "token") in centre.audit(VICTIM)


def test_a_desk_calls_nothing_that_belongs_to_the_operator(centre: MadeCentre, tmp_path: Path) -> None:
    thief = centre.enrol(THIEF, OTHER_POINT)

    with centre.call(thief, tmp_path / "thief") as gate:
        for tried in (
            "SELECT gate.operator_note(7, 'x', 'y')",
            "SELECT gate.take_frame_by_hand(7, 'x')",
            "UPDATE gate.device SET revoked_ms = 1",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                gate.execute(tried)
