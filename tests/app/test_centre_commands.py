"""`kt1desk centre`: from an empty server to a desk that is in, seen, and put out, by the words an operator types."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.exchange.line_file import open_line_file
from tests.support.enrolled import PASSPHRASE
from tests.support.postgres import ADDRESS, HOST, bare_cluster

READING = (("--point", "243120"), ("--province",), ("--province", "--take"), ("--province", "--take"))


def _say(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *words: str, typed: str = PASSPHRASE
) -> tuple[int, str]:
    """The command in this process: its exit code, and all it said."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["centre", words[0], "--folder", str(folder), *words[1:]])
    return code, said.getvalue()


def test_a_centre_is_made_lets_a_desk_in_tells_of_it_and_puts_it_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "centre", tmp_path / "desk.kt1line"
    with bare_cluster() as cluster:
        at = f"host={cluster.folder} port={cluster.port}"
        named = ("--host", HOST, "--host", ADDRESS, "--port", str(cluster.port), "--network", f"{ADDRESS}/32")
        init = (*named, "--dsn", f"{at} user=operator", "--admin-dsn", f"{at} user=postgres")

        first = _say(monkeypatch, folder, "init", *init)
        kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        again = _say(monkeypatch, folder, "init", *init)
        wrong = _say(monkeypatch, folder, "init", *init, typed="mot cau khac hoan toan")
        enrolled = _say(monkeypatch, folder, "enrol", "--device", "7", "--point", "243120", "--out", str(out))
        twice = _say(monkeypatch, folder, "enrol", "--device", "7", "--point", "243120", "--out", f"{out}2")
        told = _say(monkeypatch, folder, "status", "--json")
        reads = [_say(monkeypatch, folder, "reader", "--person", "son.ly", *w) for w in READING]
        put_out = _say(monkeypatch, folder, "revoke", "--device", "7", "--reason", "broken")
        after = _say(monkeypatch, folder, "status")

    assert first[0] == again[0] == 0
    assert "authority, gate_key, server, databases" in first[1]
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == kept
    assert (wrong[0], "Sai mật khẩu" in wrong[1]) == (1, True)
    assert enrolled[0] == 0
    assert open_line_file(out.read_bytes(), enrolled[1].split()[-1]).host == HOST
    assert (twice[0], "đang dùng ở điểm 243120" in twice[1]) == (1, True)
    (desk,) = json.loads(told[1])["desks"]
    assert (desk["device"], desk["point"], desk["notes"]) == (7, "243120", ["never"])
    assert [code for code, _ in reads] == [0, 0, 0, 1]
    assert "được đọc báo cáo của 243120" in reads[0][1]
    assert put_out[0] == 0
    assert "thu hồi" in after[1]
    assert (folder / "gate.key").stat().st_mode & 0o077 == 0
    assert b"PRIVATE" not in kept["authority.kt1box"]
