"""Files that people bring: an ordinary one of a fitting size is read; anything else is refused by name, at once and unread."""

from __future__ import annotations

import ast
import os
import resource
import socket
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from unittest.mock import patch

import pytest

from kt1desk.app import certificate_command, mail_commands
from kt1desk.app.arrival_counter import DataCounter
from kt1desk.centre import pki, place, posting_cli, setting_up
from kt1desk.domain.errors import DeskError
from kt1desk.exchange import (
    enrolment,
    extract,
    key_list,
    line_file,
    line_request,
    province_key,
    rest_file,
)
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.desk_files import read_desk_file
from kt1desk.exchange.near_folder import NearFolder, NearName
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.sampling import manifest
from kt1desk.services.sheets import Layout
from tests.support.exchange_keys import DAY, code_of
from tests.support.tree import ROOT, source_files

MOST = 1_000
HUGE = 10 * 1024**3
Reader = Callable[[Path], object]


def _in_folder(name: str, read: Callable[[Path], object]) -> Reader:
    """A reader that is given a folder and knows the name in it: what was made under ``path`` is linked into place."""

    def call(path: Path) -> object:
        wanted = path.parent / "folder" / name
        wanted.parent.mkdir()
        if os.path.lexists(path):
            path.rename(wanted)
        return read(wanted.parent)

    return call


def _near(folder: Path) -> None:
    if NearFolder(folder).read(NearName(7, 9, 12), MOST) is None:
        raise DeskError("file.gone")


def _server_files(folder: Path) -> None:
    wanted = cast("pki.Authority", Namespace(pem=""))
    plan = Namespace(place=Namespace(folder=folder, hosts=(), port=1), accounts=("a", "b"))
    setting_up._write_server_files(cast("setting_up.Plan", plan), wanted)


_NEAR = "kt1desk/exchange/near_folder.py"
READERS: Mapping[str, Mapping[str, Reader]] = {
    "kt1desk/app/arrival_counter.py": {
        "bundle (page)": lambda path: DataCounter.take_bundle(cast(DataCounter, None), str(path))
    },
    "kt1desk/app/mail_commands.py": {
        "bundle (command)": lambda path: mail_commands._take(Namespace(file=path))
    },
    "kt1desk/app/certificate_command.py": {
        "certificate codes": lambda path: certificate_command._texts(str(path))
    },
    "kt1desk/centre/pki.py": {
        "key of the gate": _in_folder(pki.GATE_KEY, pki.load_gate_key),
    },
    "kt1desk/centre/place.py": {"place of the centre": _in_folder(place.FILE_NAME, place.place_at)},
    "kt1desk/centre/posting_cli.py": {
        "document": lambda path: posting_cli._post(Namespace(file=path, folder=path.parent))
    },
    "kt1desk/centre/setting_up.py": {
        "files of the server": _in_folder(pki.SERVER_CERTIFICATE, _server_files)
    },
    "kt1desk/exchange/extract.py": {"extract": extract.read_file},
    "kt1desk/exchange/line_file.py": {"line file": line_file.read_line_file},
    _NEAR: {"shared folder": _in_folder(NearName(7, 9, 12).text, _near)},
    "kt1desk/exchange/province_key.py": {
        "key of the province": _in_folder(province_key.FILE_NAME, province_key.public_key_of)
    },
    "kt1desk/exchange/rest_file.py": {"rest file": rest_file.read_rest_file},
    "kt1desk/exchange/sheets/reading.py": {"list": lambda path: read_sheet(path, Layout(()))},
    "kt1desk/exchange/signed_file.py": {
        "key list": key_list.KIND.read,
        "enrolment": enrolment.KIND.read,
        "line request": line_request.read_line_request_file,
        "desk file": lambda path: read_desk_file(path, "", DAY),
    },
    "kt1desk/sampling/manifest.py": {
        "manifest of samples": _in_folder(manifest.NAME, manifest.read_manifest)
    },
}
"""Every module that calls `read_brought`, with each way into it."""

_PASSED_OVER = READERS[_NEAR]["shared folder"]
_SAID_OTHERWISE = {
    (
        READERS["kt1desk/exchange/province_key.py"]["key of the province"],
        "file.too_large",
    ): "province.key_damaged",
    **{
        (_PASSED_OVER, f"file.{reason}"): "file.gone" for reason in ("special", "folder", "link", "too_large")
    },
}
"""A file of the shared folder that is none is passed over; a key file that no program wrote is damaged."""

every_reader = pytest.mark.parametrize(
    "reader", [pytest.param(read, id=name) for rows in READERS.values() for name, read in rows.items()]
)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket has 107 bytes at most
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link(path: Path) -> None:
    true = path.with_name("true")
    true.write_bytes(b"{}")
    path.symlink_to(true)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


@contextmanager
def _little_memory() -> Iterator[None]:
    """64 MB above what there is: whoever begins to read ten gigabytes is stopped."""
    limits = resource.getrlimit(resource.RLIMIT_DATA)
    used = next(
        int(line.split()[1]) * 1024
        for line in Path("/proc/self/status").read_text("ascii").splitlines()
        if line.startswith("VmData:")
    )
    resource.setrlimit(resource.RLIMIT_DATA, (used + 64 * 1024**2, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, limits)


@every_reader
@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (_fifo, "file.special"),
        (_folder, "file.folder"),
        (_socket, "file.special"),
        (_device, "file.link"),
        (_link, "file.link"),
        (_sparse, "file.too_large"),
    ],
)
def test_what_is_no_ordinary_file_of_its_size_is_refused_at_once(
    make: Callable[[Path], None], wanted: str, reader: Reader, tmp_path: Path
) -> None:
    path = tmp_path / "brought"
    make(path)

    with _little_memory():
        code = code_of(lambda: reader(path))

    assert code == _SAID_OTHERWISE.get((reader, wanted), wanted)


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


def test_every_module_that_reads_what_people_bring_stands_in_the_list() -> None:
    callers = {
        path.relative_to(ROOT).as_posix()
        for path in source_files("kt1desk")
        if "read_brought(" in (text := path.read_text("utf-8"))
        and any(
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "read_brought"
            for node in ast.walk(ast.parse(text))
        )
    }

    assert callers == set(READERS)
