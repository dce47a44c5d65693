"""The one way in for files that people bring: what it reads, what it says of anything else, and that nothing stays open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from tests.support.exchange_keys import code_of

MOST = 1_000


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/dev/zero", "file.special"),
        ("/dev/tty", "file.special"),
        ("none", "file.gone"),
        ("none/none", "file.gone"),
        ("a\0b", "file.gone"),
        ("x" * 300, "file.gone"),
        ("", "file.folder"),  # Path("") is the folder one stands in
    ],
)
def test_what_cannot_be_read_says_why(path: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        read_brought(tmp_path / path if path else Path(path), MOST, "file")

    assert (refused.value.code, refused.value.field) == (code, "file")


@pytest.mark.parametrize("size", [0, 1, MOST])
def test_an_ordinary_file_is_read_whole(size: int, tmp_path: Path) -> None:
    path = tmp_path / "brought"
    path.write_bytes(b"x" * size)

    assert read_brought(path, MOST) == b"x" * size


def test_a_folder_on_the_way_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "brought").write_bytes(b"here")
    (tmp_path / "stick").symlink_to(tmp_path / "there")

    assert read_brought(tmp_path / "stick" / "brought", MOST) == b"here"


def test_a_file_without_a_size_is_read_as_far_as_it_may_be() -> None:
    endless = Path("/proc/self/status")
    whole = endless.read_bytes()

    assert endless.stat().st_size == 0
    assert code_of(lambda: read_brought(endless, len(whole) // 2)) == "file.too_large"
    assert read_brought(endless, 4 * len(whole)).startswith(b"Name:")


@pytest.mark.parametrize(("limit", "said"), [(MOST, "1000 byte"), (8_192, "8 KB"), (10 * 1024**2, "10 MB")])
def test_a_file_one_byte_too_large_is_refused_with_the_size_that_may_be(
    limit: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "brought"
    path.write_bytes(b"x" * (limit + 1))

    with pytest.raises(DeskError) as refused:
        read_brought(path, limit)

    assert (refused.value.code, refused.value.details["most"]) == ("file.too_large", said)


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _refusing(error: OSError) -> Callable[..., int]:
    def call(*_words: object) -> int:
        raise error

    return call


@pytest.mark.parametrize("step", ["lstat", "open", "fstat", "read"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "denied"), "file.denied"),
        (FileNotFoundError(2, "gone"), "file.gone"),
        (OSError(5, "a worn stick"), "file.unreadable"),
        (OSError(116, "a share that went away"), "file.unreadable"),
        (OSError(40, "a link came in its place"), "file.link"),
    ],
)
def test_a_stick_that_fails_at_any_step_says_so_and_nothing_stays_open(
    step: str, error: OSError, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "brought"
    path.write_bytes(b"x")
    before = _open_files()

    with patch.object(os, step, _refusing(error)):
        found = code_of(lambda: read_brought(path, MOST))

    assert found == code
    assert _open_files() == before


def test_a_pipe_that_came_in_the_place_of_a_file_holds_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    looked = (tmp_path / "file").lstat()

    with patch.object(os, "lstat", lambda _path: looked):
        assert code_of(lambda: read_brought(tmp_path / "pipe", MOST)) == "file.special"
