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

import pytest

from kt1desk.app import bureau_lists, certificate_command, kit_lists, mail_commands
from kt1desk.app.arrival_counter import DataCounter
from kt1desk.centre import pki, place, posting_cli, setting_up
from kt1desk.domain.errors import DeskError
from kt1desk.exchange import (
    enrolment,
    extract,
    given_blocks,
    key_list,
    kit_file,
    line_file,
    line_request,
    province_key,
    rest_file,
)
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
    "kt1desk/app/bureau_lists.py": {
        "documents of the province": _in_folder("report_templates.json", bureau_lists.lists_of)
    },
    "kt1desk/app/kit_lists.py": {
        "list for a kit": lambda path: kit_lists.ListsOfKits(path, None, None, DAY).everywhere("20")
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
    "kt1desk/exchange/given_blocks.py": {"register of blocks": given_blocks._read},
    "kt1desk/exchange/kit_file.py": {"kit": kit_file.read_kit},
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
