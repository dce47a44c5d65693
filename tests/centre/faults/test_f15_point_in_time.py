"""The whole server was lost and put back to a moment before the last exchanges, from a base backup and the archived log.

Real desks, real line, the commands that an operator types. What was exchanged since that moment only the desks have.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import pytest

from installer.demo.desks import DemoDesk, Province, Seat
from installer.demo.journey import Journey
from kt1desk.__main__ import main
from kt1desk.domain.events import Stream
from tests.support.enrolled import PASSPHRASE, MadeCentre, made_centre
from tests.support.exchange_keys import code_of
from tests.support.point_in_time import Archive

GIVER, TAKER = Seat(7, "241800", "Cao Lộc"), Seat(9, "241000", "Cửa Đông")
ALL = 1_000_000


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[MadeCentre]:
    with made_centre(tmp_path / "centre") as made:
        yield made


@contextmanager
def _desks(root: Path, centre: MadeCentre) -> Iterator[tuple[DemoDesk, ...]]:
    with Province(root, centre.place, PASSPHRASE).desks((GIVER, TAKER)) as made:
        yield made


def _operator(centre: MadeCentre, word: str, *words: str) -> str:
    """A command of the centre that must succeed."""
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["centre", word, "--folder", str(centre.place.folder), *words]) == 0
    return said.getvalue()


def _integrate(centre: MadeCentre) -> None:
    _operator(centre, "integrate", "--once", "--dsn", f"host={centre.cluster.folder} user=integrator")


def _exchanged(centre: MadeCentre, *desks: DemoDesk) -> list[bool]:
    """Each desk once and the integrator behind it; whether each was told that the centre went back."""
    told = []
    for desk in desks:
        told.append(desk.exchange().restored)
        _integrate(centre)
    return told


def _written(desks: Sequence[DemoDesk]) -> set[tuple[int, int, int, bytes]]:
    """Device, stream, number and hash of every event that a desk wrote."""
    found = set()
    for each in desks:
        with each.desk.store.read() as reader:
            for stream in Stream:
                rows = reader.events_after(stream, 0, ALL)
                found |= {(each.seat.device, int(stream), row.id.seq, row.hash) for row in rows}
    return found


def _in_the_ledger(centre: MadeCentre) -> list[tuple[int, int, int, bytes]]:
    with centre.cluster.admin("core") as core:
        rows = core.execute("SELECT device, stream, seq, hash FROM ledger.event").fetchall()
    return [(int(device), int(stream), int(seq), bytes(hashed)) for device, stream, seq, hashed in rows]


def _mailboxes(centre: MadeCentre) -> tuple[object, object]:
    """Mail as the gate hands it out, and as the ledger has it."""
    statement = "SELECT point, number, hash FROM {} ORDER BY point, number"
    with centre.cluster.admin("gate") as gate, centre.cluster.admin("core") as core:
        return (
            gate.execute(statement.format("gate.mail_out").encode()).fetchall(),
            core.execute(statement.format("ledger.mail").encode()).fetchall(),
        )


def _travel(centre: MadeCentre, journey: Journey, item: str) -> None:
    """An item goes all the way; what follows from its mail is at the centre as well."""
    giver, taker = journey.giver, journey.taker
    dispatch = journey.send(item, "NP0000002")
    _exchanged(centre, giver, taker)
    journey.arrive(dispatch, item, "NP0000002")
    journey.deliver(item)
    _exchanged(centre, taker, giver, taker, giver)


@pytest.mark.soak
def test_a_server_put_back_to_a_moment_before_the_last_exchanges_is_filled_again_by_its_desks(
    centre: MadeCentre, tmp_path: Path
) -> None:
    archive = Archive(centre.cluster)
    archive.begin()
    with _desks(tmp_path, centre) as (giver, taker):
        journey = Journey(giver, taker)
        first = journey.accept()
        _exchanged(centre, giver, taker)
        _operator(centre, "backed-up", "--begin")
        archive.back_up()
        _operator(centre, "backed-up")
        first_dispatch = journey.send(first)
        _exchanged(centre, giver, taker)
        moment = archive.now()
        journey.arrive(first_dispatch, first)
        journey.deliver(first)
        second = journey.accept()
        _exchanged(centre, taker, giver, taker, giver)
        knew_before = journey.giver_knows(first)

        archive.put_back(moment)
        cut = {code_of(desk.exchange) for desk in (giver, taker, giver, taker)}
        said = _operator(centre, "restored")
        archive.let_in()
        told = _exchanged(centre, giver, taker)
        _travel(centre, journey, second)

        known = [journey.giver_knows(item) for item in (first, second)]
        kept, handed_out = _mailboxes(centre)
        ledger = _in_the_ledger(centre)
        written = _written((giver, taker))

    assert knew_before
    assert cut <= {"line.busy", "line.cut", "line.unreachable"}
    assert "lần phục hồi thứ 1" in said
    assert told == [True, True]
    assert len(ledger) == len(set(ledger))
    assert set(ledger) == written
    assert kept == handed_out
    assert known == [True, True]
