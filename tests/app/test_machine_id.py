"""Which machine it is: the same each time, another one elsewhere, and nothing of the raw ids in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app import machine_id
from kt1desk.exchange.gate_talk import HARDWARE_BYTES
from tests.support.exchange_keys import code_of

RAW = "0123456789abcdef0123456789abcdef"


def _root(tmp_path: Path, text: str) -> Path:
    (tmp_path / "etc").mkdir(exist_ok=True)
    (tmp_path / "etc" / "machine-id").write_text(text, encoding="ascii")
    return tmp_path


def test_the_id_is_the_same_each_time_and_another_on_another_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine_id, "_is_root", lambda: False)
    first = machine_id.hashed(machine_id._linux(_root(tmp_path, f"{RAW}\n")))
    again = machine_id.hashed(machine_id._linux(_root(tmp_path, RAW.upper())))
    other = machine_id.hashed(machine_id._linux(_root(tmp_path, RAW[::-1])))

    assert first == again
    assert first != other
    assert len(first) == HARDWARE_BYTES
    assert bytes.fromhex(RAW) not in first + other


def test_a_system_without_an_id_is_told_as_such(tmp_path: Path) -> None:
    assert code_of(lambda: machine_id.hashed(machine_id._linux(tmp_path))) == "machine.no_id"
