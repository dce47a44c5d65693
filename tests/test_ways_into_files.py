"""No module opens a file by itself but those that are listed, each with its reason: what people bring has one way in (`read_brought`)."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.tree import ROOT, source_files

READERS = {
    "kt1desk/exchange/brought_file.py": "the one way in for files that people bring",
    "kt1desk/store/durable.py": "the same for small files of the desk and of a backup: ordinary ones, never more than asked for",
    **dict.fromkeys(
        (
            "kt1desk/store/connection.py",
            "kt1desk/store/opening.py",
            "kt1desk/store/record_check.py",
            "kt1desk/store/marker.py",
            "kt1desk/store/folder.py",
        ),
        "the desk's own database, its log, its marker and its lock",
    ),
    "kt1desk/store/backup_file.py": "a database piece by piece, for its sum; asked before whether it is a file",
    "kt1desk/store/flight.py": "a recorder's file, record by record of a limited length; only files are listed",
    "kt1desk/store/reference_rows.py": "reference data that ships with the program",
    "kt1desk/recovery/from_backup.py": "the desk's own marker, and its note; the copy it has just made",
    "kt1desk/app/line_files.py": "the desk's own certificates beside its store",
    **dict.fromkeys(
        ("kt1desk/app/clock.py", "kt1desk/app/machine_id.py"), "names that the system gives itself"
    ),
    "kt1desk/app/kit_opening.py": "which kits were used here, beside the store, as this program wrote it",
    "kt1desk/app/handing_over.py": "a pipe to the next program of this desk",
    **dict.fromkeys(
        ("kt1desk/app/installed.py", "kt1desk/app/self_test_desk.py"),
        "the program's own files and notes; the trial desk it has just made",
    ),
    "kt1desk/app/log.py": "the desk's own log, written",
    **dict.fromkeys(
        (
            "kt1desk/upgrade/disk.py",
            "kt1desk/upgrade/lock.py",
            "kt1desk/upgrade/proving.py",
            "kt1desk/upgrade/unpacking.py",
        ),
        "releases: through no link, never more than was signed; an archive is opened after its sum was proved",
    ),
    "kt1desk/exchange/dictionary.py": "dictionaries that ship with the program",
    "kt1desk/exchange/line_source.py": "pieces of a release that this desk has kept itself; proved by whoever reads them",
    "kt1desk/centre/releases.py": "a release that the operator hands on in pieces; nothing of it is understood here",
    **dict.fromkeys(
        ("kt1desk/exchange/near_folder.py", "kt1desk/exchange/new_file.py"),
        "writes; the first never through a link",
    ),
    "kt1desk/exchange/sheets/workbook_writing.py": "a package in memory, written",
    **dict.fromkeys(
        ("kt1desk/desktop/help/guide.py", "kt1desk/desktop/help/screen_text.py"),
        "the guide and its pictures, which ship with it",
    ),
    "kt1desk/sampling/province.py": "notes that this very run has written",
    **dict.fromkeys(
        ("kt1desk/desktop/look/stylesheet.py", "kt1desk/desktop/look/icons.py"), "looks that ship with it"
    ),
    **dict.fromkeys(
        ("kt1desk/printing/finding.py", "kt1desk/printing/ports/usb_names.py"),
        "what the system says of its ports",
    ),
    "kt1desk/printing/ports/device_file.py": "a printer",
    **dict.fromkeys(
        ("kt1desk/printing/ports/pdf_folder.py", "kt1desk/printing/wiping.py"), "papers of the desk, written"
    ),
}
"""Who may open a file by itself, and why; files that people bring go through `read_brought`."""


def test_nobody_opens_a_file_but_who_is_listed_with_a_reason() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in source_files("kt1desk")
        if re.search(
            r"open\b|read_(?:bytes|text)|ZipFile|QFile|QImage|QPixmap|QPdf|load_workbook",
            text := path.read_text("utf-8"),
        )
        and opens_files(ast.parse(text))
    }

    assert sorted(found - set(READERS)) == []
    assert sorted(set(READERS) - found) == []


@pytest.mark.parametrize(
    "line",
    [
        "path.read_bytes()",
        "(folder / NAME).read_text(encoding='utf-8')",
        "open(path)",
        "io.open(path, 'rb')",
        "os.open(path, os.O_RDONLY)",
        "os.fdopen(handle)",
        "path.open()",
        "path.open('rb')",
        "Path(named).open(encoding='utf-8')",
        "path.open(mode=how)",
        "ZipFile(path)",
        "zipfile.ZipFile(path)",
        "openpyxl.load_workbook(path)",
        "QFile(name)",
        "QImage('picture.png')",
        "shutil.copyfileobj(open(a, 'rb'), b)",
    ],
)
def test_the_rule_finds_each_way_to_open_a_file(line: str) -> None:
    assert opens_files(ast.parse(line))


@pytest.mark.parametrize(
    "line",
    [
        "dialog.open()",
        "shifts.open(session, day, 0)",
        "ZipFile(BytesIO(data))",
        "QImage(16, 16)",
        "QPixmap()",
        "books.open('MX')",
    ],
)
def test_other_things_may_be_opened(line: str) -> None:
    assert not opens_files(ast.parse(line))


def test_no_package_is_unpacked_onto_the_disk() -> None:
    """What stands in one is read into memory: the name of a member (``../../desk.db``) is never the name of a file."""
    unpacks = re.compile(r"\.extractall\(|unpack_archive|import tarfile")

    assert [path.name for path in source_files("kt1desk") if unpacks.search(path.read_text("utf-8"))] == []


def opens_files(tree: ast.AST) -> bool:
    """Opens or reads a file by a path: by a mode in words, by ``os``, whole at once, or by a library that takes paths."""
    return any(_opens(node) for node in ast.walk(tree) if isinstance(node, ast.Call))


_MODE = re.compile(r"[rwax][bt+]*|[rwax]b?\+b?")
_TAKES_A_PATH = {"ZipFile", "load_workbook", "QFile", "QImageReader", "QPdfDocument", "TarFile", "fdopen"}


def _opens(call: ast.Call) -> bool:
    """A method ``open`` of ours takes no mode; one of a path takes a mode in words, an encoding, or nothing on a path by name."""
    match call.func:
        case ast.Name(id=name):
            pass
        case ast.Attribute(attr=name):
            pass
        case _:
            return False
    if name in {"read_bytes", "read_text"} or (name in _TAKES_A_PATH and not _in_memory(call)):
        return True
    if name in {"QImage", "QPixmap"}:
        return (
            bool(call.args)
            and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
            and _is_text(call.args[0])
        )
    if name != "open":
        return False
    if isinstance(call.func, ast.Name) or _named(call.func.value, "os") or _named(call.func.value, "io"):
        return True
    words = {keyword.arg for keyword in call.keywords}
    modes = (
        node.value for node in call.args if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return bool(words & {"mode", "encoding", "errors", "buffering", "newline"}) or (
        any(map(_MODE.fullmatch, modes)) or (not call.args and not words and _is_path(call.func))
    )


def _is_path(func: ast.expr) -> bool:
    """Whether what is opened without a word looks like a path; a printer's port and a dialog are opened so too."""
    return isinstance(func, ast.Attribute) and (
        (isinstance(func.value, ast.Name) and func.value.id.endswith(("path", "file")))
        or (isinstance(func.value, ast.Call) and _named(func.value.func, "Path"))
    )


def _in_memory(call: ast.Call) -> bool:
    """``ZipFile(BytesIO(data))``."""
    return bool(call.args) and isinstance(call.args[0], ast.Call) and _named(call.args[0].func, "BytesIO")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
