"""Fault 9: the server restarts under load, or cannot load what its function is written in. That is "later", never a refusal."""

from __future__ import annotations

import contextlib
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kt1desk.exchange.gate_talk import Answer
from tests.centre.faults.loads import Sender, chain_of, kept
from tests.support import postgres
from tests.support.gate_calls import CALL, Caller, arguments, audited
from tests.support.postgres import Cluster, own_cluster


@pytest.fixture(scope="module")
def restarted() -> Iterator[Cluster]:
    """A server of this file alone."""
    with own_cluster() as cluster:
        yield cluster


def test_a_server_that_restarts_again_and_again_takes_each_frame_once_and_refuses_none(
    restarted: Cluster,
) -> None:
    restarted.empty()
    desk = restarted.add_desk(7, "240190")
    sender = Sender(restarted, desk, chain_of(7, 120))
    sender.start()
    for restart in range(1, 6):
        sender.wait_for(15 * restart)
        restarted.stop(signal.SIGINT)
        restarted.start()

    sender.join(60)

    assert kept(restarted, 7) == sender.frames
    assert set(sender.answers) <= {Answer.OK, Answer.DUP}
    assert sender.laters >= 5
    assert set(audited(restarted)) == {("d00007", "bound")}


@pytest.fixture
def breakable(restarted: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The same server run from a copy of its programs; gives the folder with what it loads, for a test to break."""
    own = postgres.programs()
    copy = restarted.folder / "copy"
    folders = {folder: copy / folder.relative_to("/") for folder in (own, own.parent / "lib")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    shutil.copy2(own / "postgres", folders[own] / "postgres")
    for file in (own.parent / "lib").iterdir():
        (folders[own.parent / "lib"] / file.name).symlink_to(file)
    share = copy / "usr/share/postgresql"
    share.mkdir(parents=True)
    (share / own.parent.name).symlink_to(Path("/usr/share/postgresql") / own.parent.name)
    for path in (copy, *copy.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    restarted.stop()
    restarted.programs = folders[own]
    restarted.start()
    try:
        yield folders[own.parent / "lib"]
    finally:
        restarted.stop()
        restarted.programs = own
        restarted.start()
        shutil.rmtree(copy)


@pytest.mark.parametrize("library", ["plpgsql.so", "sslinfo.so"])
def test_a_function_that_cannot_be_loaded_gives_no_answer_and_works_again_when_it_can(
    restarted: Cluster, breakable: Path, library: str
) -> None:
    restarted.empty()
    desk = restarted.add_desk(7, "240190")
    aside = breakable / "aside"
    (breakable / library).rename(aside)
    said: list[object] = []
    with restarted.connect(desk.certificate) as connection:
        for _ in range(3):
            with contextlib.suppress(psycopg.Error):
                said.append(connection.execute(CALL, arguments(Caller(connection, desk).ask())).fetchone())

    aside.rename(breakable / library)
    with restarted.connect(desk.certificate) as connection:
        healed = Caller(connection, desk).send()

    assert said == []
    assert healed.answer is Answer.OK
    assert f'could not access file "$libdir/{library.removesuffix(".so")}"' in restarted.log()
    assert len(kept(restarted, 7)) == 1
