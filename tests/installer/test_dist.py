"""All that a release hands out: made over nothing, no larger than promised, and, in the long test, twice with the same bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from installer.dist import MOST_BYTES, SUMS, DistOptions, TooLargeError, main, make
from installer.payload.app_tree import version_of
from installer.payload.compiled import digest
from tests.support.tree import ROOT


def _file_of(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def test_nothing_is_made_over_what_lies_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "an older setup.exe").write_bytes(b"x")

    assert main([str(tmp_path)]) == 1

    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["an older setup.exe"]


@pytest.mark.parametrize(("ending", "most"), MOST_BYTES.items())
def test_what_is_larger_than_promised_is_refused_and_can_be_looked_at(
    ending: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {"just enough": most, "one too many": most + 1}

    def found(name: str) -> list[str] | str:
        out = tmp_path / name
        monkeypatch.setattr(
            "installer.dist._make_in", lambda *_: _file_of(out / f"kt1desk{ending}", made[name])
        )
        try:
            return make(out, DistOptions())
        except TooLargeError as error:
            return str(error)

    assert found("just enough") == sorted([f"kt1desk{ending}", "kt1desk-sbom.cdx.json"])
    assert f"{most + 1:,} bytes" in found("one too many")
    assert (tmp_path / "one too many" / f"kt1desk{ending}").stat().st_size == most + 1


@pytest.mark.soak
def test_everything_is_made_twice_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Packed quickly: how it is packed is the packers' own, what goes in is ours. `make dist ARGS=--twice` packs as for a release."""
    fetched = os.environ.get("KT1DESK_DOWNLOADS") or str(ROOT / ".cache" / "dist")
    monkeypatch.setenv("KT1DESK_DOWNLOADS", fetched)  # the home of a test is empty

    assert main([str(tmp_path / "out"), "--quick", "--twice"]) == 0

    assert "the second build is equal" in capsys.readouterr().out
    lines = (tmp_path / "out" / SUMS).read_text("utf-8").splitlines()
    sums = {name: told for told, name in (line.split("  ", 1) for line in lines)}
    assert {name: digest((tmp_path / "out" / name).read_bytes()) for name in sums} == sums
    assert f"KT1Desk-{version_of()}-setup.exe" in sums
    assert f"targets/app/kt1desk-app-{version_of()}.zip" in sums
