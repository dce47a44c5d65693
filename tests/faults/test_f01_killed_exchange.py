"""Fault 1: kill -9 at every call by which a round seals, sends, hears, remembers, takes mail in; the next round finds nothing amiss.

The gate is a real one and lives on; the desk is opened again from what the dead one left on the disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.round_report import Ending
from kt1desk.exchange.trust import KeyList
from kt1desk.store.verify import verify
from tests.faults.children.line_worker import opened_line, write_settings
from tests.faults.sweep import CALLS, Run, Worker, calls_made, killed_at_each, worker
from tests.support.centre_mail import Mailbox, on_line
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import COMMUNE, OFFICE_POINT, row_of
from tests.support.killing import STRACE
from tests.support.line_settings import settings_of
from tests.support.mail_desks import DEK, listed, mail_desk
from tests.support.postgres import Cluster, own_cluster

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

DEVICE = 7
WATCHED = (*CALLS, "sendto", "recvfrom")
STEPS = ("pwrite64", "fdatasync", "sendto", "recvfrom")
OTHERS = tuple(call for call in WATCHED if call not in STEPS)
WRITTEN = 300
"""Events of the desk: more than go into one frame."""
LETTERS = 3
LATER_MS = 60_000
"""The next start is a minute later: what is sealed anew then has other bytes."""
EACH = 5


@dataclass(frozen=True)
class Scene:
    """A desk with events to send and a gate with mail for it: the state that every run begins with."""

    cluster: Cluster
    folder: Path
    keys: KeyList
    mail: tuple[Event, ...]

    def begin(self, root: Path) -> Path:
        """Neither has heard of the other."""
        with self.cluster.admin("gate") as admin:
            admin.execute("TRUNCATE gate.frame_in, gate.chain, gate.audit")
            admin.execute("UPDATE gate.device SET token = NULL, token_before = NULL")
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.folder, root)
        return root

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        with self.cluster.admin("gate") as admin:
            return list(admin.execute(statement).fetchall())

    def sent(self) -> dict[Stream, list[Event]]:
        """The events at the gate, proved, in the order of their frames."""
        frames = self.rows("SELECT stream, data FROM gate.frame_in ORDER BY stream, number")
        return {
            stream: [
                event
                for of, data in frames
                if of == stream
                for event in open_frame(bytes(data), self.keys, shipped()).events
            ]
            for stream in Stream
        }


@pytest.fixture(scope="module")
def loaded() -> Iterator[Worker]:
    with worker("line_worker") as program:
        yield program


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("scene")
    with own_cluster() as cluster:
        enrolled = cluster.add_desk(DEVICE, OFFICE_POINT)
        settings = settings_of(cluster, enrolled)
        with mail_desk(root, DEVICE, OFFICE_POINT) as desk:
            keys = listed(desk, more=[row_of(COMMUNE)])
            on_line(desk.believing(keys))
            desk.write(*(arrived(item_number(at), point=OFFICE_POINT, to="246940") for at in range(WRITTEN)))
        writer, box = Writer(COMMUNE), Mailbox(OFFICE_POINT)
        mail = tuple(writer.append(arrived(item_number(2_000 + at))) for at in range(LETTERS * EACH))
        for at in range(LETTERS):
            box.events(*mail[at * EACH : (at + 1) * EACH])
        with cluster.admin("gate") as admin:
            for frame in box.frames:
                row = (OFFICE_POINT, frame.head.number, frame.hash)
                admin.execute("INSERT INTO gate.mail_out VALUES (%s, %s, %s, %s, 0)", (*row, frame.data))
                admin.execute(
                    "INSERT INTO gate.mailbox VALUES (%s, %s, %s)"
                    " ON CONFLICT (point) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                    row,
                )
        yield Scene(cluster, _with_line(desk.folder.root, settings, tmp_path_factory), keys, mail)


def _with_line(folder: Path, settings: LineSettings, made: pytest.TempPathFactory) -> Path:
    write_settings(settings, folder.with_name("line.json"))
    return folder


def _check(scene: Scene, root: Path, run: Run) -> None:
    """The desk starts again and goes through rounds, writing nothing: everything is there once, at both ends."""
    before = scene.sent()
    with opened_line(root, DEK, passed_ms=LATER_MS) as (store, courier):
        with store.read() as reader:
            written = {stream: list(reader.events_after(stream, 0, 10_000)) for stream in Stream}
        for stream in Stream:
            assert before[stream] == written[stream][: len(before[stream])], run
        assert not run.receipts or len(before[Stream.KT1]) > WRITTEN, run

        rounds = [courier.round() for _ in range(3)]

        assert {report.ended for report in rounds} == {Ending.DONE}, run
        assert (rounds[-1].turns, rounds[-1].mail.left, rounds[-1].streams[0].kept) == (1, 0, 0), run
        with store.read() as reader:
            assert all(reader.received(event.id) == event for event in scene.mail), run
            now = {stream: list(reader.events_after(stream, 0, 10_000)) for stream in Stream}
        assert scene.sent() == now, run
        taken = [event for events in now.values() for event in events if event.envelope.type == "mail.taken"]
        assert len(taken) == len(scene.mail), run
        assert verify(store).ok, run
    assert scene.rows("SELECT what FROM gate.audit WHERE what <> 'bound'") == [], run


def _sweep(
    scene: Scene, loaded: Worker, tmp_path: Path, died_at: tuple[str, ...], stride: int = 1
) -> list[Run]:
    root = tmp_path / "desk"
    shutil.copy(scene.folder.with_name("line.json"), tmp_path)
    calls = calls_made(loaded, "round", scene.begin(root), WATCHED)
    assert set(STEPS) <= set(calls)
    runs = []
    scene.begin(root)
    for run in killed_at_each(
        loaded, "round", root, tuple(call for call in died_at if call in calls), stride
    ):
        _check(scene, root, run)
        runs.append(run)
        scene.begin(root)
    return runs


def test_a_round_killed_at_its_steps_is_gone_on_with_and_everything_is_there_once(
    scene: Scene, loaded: Worker, tmp_path: Path
) -> None:
    runs = _sweep(scene, loaded, tmp_path, STEPS, stride=40)

    assert {run.death.call for run in runs if run.killed} == set(STEPS)


@pytest.mark.soak
@pytest.mark.parametrize("died_at", [*((step,) for step in STEPS), OTHERS], ids=[*STEPS, "others"])
def test_a_round_killed_at_every_call_is_gone_on_with_and_everything_is_there_once(
    scene: Scene, loaded: Worker, tmp_path: Path, died_at: tuple[str, ...]
) -> None:
    runs = _sweep(scene, loaded, tmp_path, died_at)

    assert any(run.killed for run in runs)
