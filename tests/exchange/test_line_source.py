"""A release over the line: from a folder at the centre through a real gate to a desk, piece by piece, with the line cut in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from kt1desk.centre.cluster_sql import revoke_device
from kt1desk.centre.releases import put_release, release_files
from kt1desk.domain.errors import DeskError
from kt1desk.exchange import line_source
from kt1desk.exchange.line_source import PIECE_BYTES, LineSource
from kt1desk.services.sentences import SENTENCES
from tests.support.exchange_keys import code_of
from tests.support.line_bench import DEVICE, LineBench, line_bench
from tests.support.postgres import Cluster, own_cluster

ZIP = "targets/app/kt1desk-app-1.2.0.zip"
STAMP = "metadata/timestamp.json"
LARGE = bytes(range(256)) * (4 * PIECE_BYTES // 256) + b"the end"
MOST = 10_000_000


@pytest.fixture(scope="module")
def own() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
def bench(own: Cluster, tmp_path: Path) -> Iterator[LineBench]:
    own.empty()
    with line_bench(own, tmp_path) as made:
        yield made


def _release(folder: Path, **files: bytes) -> Path:
    for name, data in {STAMP: b"{1}", ZIP: LARGE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _put(cluster: Cluster, folder: Path) -> tuple[int, int]:
    with psycopg.connect(
        host=str(cluster.folder), port=cluster.port, user="operator", dbname="gate", autocommit=True
    ) as gate:
        return put_release(gate, folder)


def _source(bench: LineBench, kept: Path | None = None) -> LineSource:
    return LineSource(bench.settings(), kept)


def _all(source: LineSource, name: str, most_bytes: int = MOST) -> bytes:
    return b"".join(source.read(name, most_bytes))


def test_what_the_operator_put_is_what_a_desk_gets_and_nothing_else_of_it(
    bench: LineBench, tmp_path: Path
) -> None:
    put = _put(bench.cluster, _release(tmp_path / "release", **{"targets/exact.zip": b"x" * PIECE_BYTES}))
    source = _source(bench, tmp_path / "kept")

    got = [_all(source, name) for name in (STAMP, ZIP, "targets/exact.zip")]

    assert put == (3, 3)
    assert got == [b"{1}", LARGE, b"x" * PIECE_BYTES]
    assert list((tmp_path / "kept").iterdir()) == []
    assert len(_all(source, ZIP, 70_000)) == 70_001
    for missing in ("metadata/9.root.json", "targets/../x", ""):
        with pytest.raises(FileNotFoundError):
            _all(source, missing)


def test_a_new_release_takes_the_place_of_the_old_one_and_writes_only_what_is_new(
    bench: LineBench, tmp_path: Path
) -> None:
    _put(bench.cluster, _release(tmp_path / "release", **{"metadata/1.root.json": b"{}"}))
    (tmp_path / "release/metadata/1.root.json").unlink()

    again = _put(bench.cluster, _release(tmp_path / "release", **{STAMP: b"{2}"}))
    with bench.cluster.admin("gate") as admin:
        names = [each.name for each in release_files(admin)]

    assert again == (1, 2)
    assert names == [STAMP, ZIP]
    assert _all(_source(bench), STAMP) == b"{2}"
    with pytest.raises(DeskError) as none:
        _put(bench.cluster, tmp_path)
    assert none.value.code == "upgrade.none_found"


def test_after_a_cut_the_reading_goes_on_where_it_was(bench: LineBench, tmp_path: Path) -> None:
    _put(bench.cluster, _release(tmp_path / "release"))
    source = _source(bench, tmp_path / "kept")
    reading = source.read(ZIP, MOST)
    first = [next(reading), next(reading)]
    bench.proxy.cut()
    with pytest.raises(DeskError) as cut:
        next(reading)
    before = bench.proxy.counted.down
    rest = list(source.read(ZIP, MOST))
    came = bench.proxy.counted.down - before

    assert cut.value.code in SENTENCES
    assert cut.value.code.startswith("line.")
    assert b"".join(rest) == LARGE
    assert rest[:2] == first
    assert came < len(LARGE) - PIECE_BYTES


def test_a_line_on_which_nothing_comes_any_more_is_given_up(bench: LineBench, tmp_path: Path) -> None:
    _put(bench.cluster, _release(tmp_path / "release"))
    reading = LineSource(bench.settings(answer_s=0.5)).read(ZIP, MOST)
    next(reading)
    bench.proxy.freeze()

    assert code_of(lambda: next(reading)).startswith("line.")


def test_a_kept_piece_that_was_damaged_is_not_kept_for_ever(bench: LineBench, tmp_path: Path) -> None:
    _put(bench.cluster, _release(tmp_path / "release"))
    source = _source(bench, tmp_path / "kept")
    reading = source.read(ZIP, MOST)
    next(reading), next(reading)
    reading.close()  # type: ignore[attr-defined]  # a generator is what it is
    (part,) = (tmp_path / "kept").iterdir()
    part.write_bytes(b"\0" * PIECE_BYTES + part.read_bytes()[PIECE_BYTES:])

    wrong, right = _all(source, ZIP), _all(source, ZIP)

    assert wrong[:PIECE_BYTES] == b"\0" * PIECE_BYTES
    assert right == LARGE


def test_a_desk_that_was_put_out_gets_nothing_and_no_desk_writes(bench: LineBench, tmp_path: Path) -> None:
    _put(bench.cluster, _release(tmp_path / "release"))
    source = _source(bench)
    with line_source._opened(bench.settings()) as connection:
        for forbidden in (
            "SELECT * FROM gate.release_file",
            "INSERT INTO gate.release_file VALUES ('targets/x', 0, 'x')",
            "DELETE FROM gate.release_file",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(forbidden.encode())
        with bench.cluster.admin("gate") as admin:
            admin.execute("UPDATE gate.device SET revoked_ms = 1")
        assert source._asked(connection, STAMP, 0) == b""
    with bench.cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.device SET revoked_ms = NULL")
        revoke_device(admin, DEVICE, 1)

    assert code_of(lambda: _all(source, STAMP)) == "line.refused"
