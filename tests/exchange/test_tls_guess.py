"""The line opens without a turn in vain. Each time in a process of its own: OpenSSL looks for its defaults once in the life of one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.exchange import tls_guess
from kt1desk.exchange.tls_guess import guessing_well
from tests.support.line_bench import LineBench, line_bench
from tests.support.postgres import Cluster, own_cluster
from tests.support.tree import ROOT

_VARIABLE = "OPENSSL_CONF"
ONE_HELLO = 1_800
"""Bytes up: 1,665 were seen with one hello, 1,924 with two."""
_OPENS = """
import sys
from pathlib import Path
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.gate_talk import Ask
from kt1desk.exchange.line_settings import LineSettings
host, address, port, role, root, certificate, key = sys.argv[1:]
line = GateLine(LineSettings(host, int(port), role, Path(root), Path(certificate), Path(key), address=address))
print(*(reply.answer.value for reply in line.talk([Ask(bytes(16), (9).to_bytes(16, "big"), 7001, 0)])))
line.close()
"""


@pytest.fixture(scope="module")
def own() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
def bench(own: Cluster, tmp_path: Path) -> Iterator[LineBench]:
    own.empty()
    with line_bench(own, tmp_path) as made:
        yield made


def _opened_elsewhere(bench: LineBench, **environment: str) -> str:
    """Another process opens the line, asks once and lets go; what it was answered."""
    way = bench.settings()
    told = (
        way.host,
        way.address,
        str(way.port),
        way.role,
        *(str(p) for p in (way.root, way.certificate, way.key)),
    )
    around = {name: value for name, value in os.environ.items() if name != _VARIABLE} | environment
    done = subprocess.run(
        [sys.executable, "-c", _OPENS, *told],
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_line_is_open_and_has_its_first_answer_after_four_turns(bench: LineBench) -> None:
    said = _opened_elsewhere(bench)

    # Asks for TLS; hello; certificate and name; question: and good-bye, which nobody answers. On a busy machine the server's tickets come
    # between certificate and name, which waits for nothing; a hello in vain is told by its second one, which costs some 260 bytes.
    assert said == "ok"
    assert bench.proxy.counted.turns in {5, 6}
    assert bench.proxy.counted.up < ONE_HELLO


def test_defaults_that_somebody_set_for_the_machine_stay(bench: LineBench, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.cnf"
    theirs.write_text(
        "openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nGroups = X25519:P-256\n"
    )

    said = _opened_elsewhere(bench, OPENSSL_CONF=str(theirs))

    assert said == "ok"
    assert bench.proxy.counted.turns >= 6
    assert bench.proxy.counted.up > ONE_HELLO


def test_nothing_of_it_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(_VARIABLE, raising=False)

    with guessing_well():
        file = Path(os.environ[_VARIABLE])
        there = file.is_file()

    assert there
    assert not file.parent.exists()
    assert _VARIABLE not in os.environ


def test_without_a_place_for_a_file_the_line_is_opened_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(_VARIABLE, raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))

    with tls_guess.guessing_well():
        seen = os.environ.get(_VARIABLE)

    assert seen is None
