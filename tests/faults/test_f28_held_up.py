"""Fault 28: the database may only be read, another program holds it, the machine sleeps in the middle of a round. Said, and gone on with.

A second copy of the program is in `test_second_copy`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.round_report import Ending
from kt1desk.store.verify import verify
from tests.faults.children.line_worker import opened_line, write_settings
from tests.faults.private_mounts import needs_private_mounts
from tests.faults.sweep import Worker, worker
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import OFFICE_POINT
from tests.support.full_disk import ENTER
from tests.support.gate_model import GateModel
from tests.support.line_bench import until
from tests.support.line_desks import courier, gate_ahead_of_time
from tests.support.line_proxy import LineProxy, Weather
from tests.support.line_settings import settings_of
from tests.support.mail_desks import DEK, MailDesk, mail_desk
from tests.support.postgres import ADDRESS, Cluster, own_cluster

DEVICE = 7
EVENTS = 3_000


@needs_private_mounts
def test_a_database_that_may_only_be_read_is_said_and_once_it_may_be_written_work_and_exchange_go_on(
    tmp_path: Path,
) -> None:
    words = [*ENTER, sys.executable, "-m", "tests.faults.children.read_only_line", str(tmp_path)]

    done = subprocess.run(words, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "before": ["", "done"],
        "during": ["disk.read_only"],
        "after": ["", "done"],
        "frames": 2,
    }


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process has the database to itself while the block lasts."""
    words = [sys.executable, "-m", "tests.faults.children.lock_holder", str(database)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdin.write(DEK.hex() + "\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "locked\n"
        yield
        holder.stdin.close()
        assert holder.wait(30) == 0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, DEVICE, OFFICE_POINT) as made:
        yield made


def _code(desk: MailDesk, gate: GateModel) -> str:
    try:
        report = courier(gate.line(DEVICE), desk).round()
    except DeskError as error:
        return error.code
    return report.ended.value


def test_while_another_program_holds_the_database_nothing_is_written_and_then_everything_goes_on(
    desk: MailDesk,
) -> None:
    gate = gate_ahead_of_time(DEVICE)
    desk.write(arrived(item_number(1), point=OFFICE_POINT))
    before = desk.events()

    with locked(desk.folder.database):
        with pytest.raises(DeskError, match=r"store\.busy"):
            desk.write(arrived(item_number(2), point=OFFICE_POINT))
        held = _code(desk, gate)
        read = desk.events()

    assert (held, read) == ("store.busy", before)
    assert desk.write(arrived(item_number(2), point=OFFICE_POINT))[0].id.seq > 1
    assert _code(desk, gate) == Ending.DONE
    assert len(gate.frames(DEVICE, Stream.KT1, 1)) == 1
    assert verify(desk.store).ok


# --- a machine that sleeps ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def loaded() -> Iterator[Worker]:
    with worker("line_worker") as program:
        yield program


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with own_cluster() as made:
        yield made


@pytest.mark.parametrize("forgotten", [False, True], ids=["the line is still there", "the line is forgotten"])
def test_a_desk_that_slept_in_the_middle_of_a_round_goes_on_and_everything_is_there_once(
    cluster: Cluster, loaded: Worker, tmp_path: Path, *, forgotten: bool
) -> None:
    cluster.empty()
    enrolled = cluster.add_desk(DEVICE, OFFICE_POINT)
    with mail_desk(tmp_path, DEVICE, OFFICE_POINT) as made:
        made.write(*(arrived(item_number(at), point=OFFICE_POINT) for at in range(EVENTS)))
    root = made.folder.root
    with LineProxy((ADDRESS, cluster.port), Weather(bytes_per_s=40_000)) as proxy:
        settings = replace(settings_of(cluster, enrolled), port=proxy.port)
        write_settings(settings, root.with_name("line.json"))
        pid = loaded.ready("round", root)
        loaded.go()
        until(lambda: proxy.counted.up > 12_000)
        os.kill(pid, signal.SIGSTOP)
        if forgotten:
            proxy.cut()
            until(lambda: proxy.open == 0)
        os.kill(pid, signal.SIGCONT)
        killed, (said,) = loaded.ended(root)

        with opened_line(root, DEK) as (store, again):
            report = again.round()
            with store.read() as reader:
                written = sum(reader.last_seq(stream) for stream in Stream)
            assert verify(store).ok

    assert not killed
    assert said.startswith("later" if forgotten else "done")
    assert report.ended is Ending.DONE
    with cluster.admin("gate") as admin:
        row = admin.execute("SELECT count(*), count(DISTINCT hash) FROM gate.frame_in").fetchone()
    assert row is not None
    assert row[0] == row[1]
    assert sum(stream.unsent for stream in report.streams) == 0
    assert written > EVENTS
