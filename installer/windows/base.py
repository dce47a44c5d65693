"""The Windows base: ``bases/<base>/`` with `start.py`, ``runtime/`` (Python), ``lib/`` (libraries, compiled) and `base.json`."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from installer.payload import start
from installer.payload.app_tree import CHECKOUT
from installer.payload.base_id import base_id
from installer.payload.compiled import compiled
from installer.payload.files import below, settle, write_file
from installer.payload.notes import write_base_note
from installer.windows import names, programs, signatures
from installer.windows.downloads import RUNTIME_NOTE, Runtime, runtime_note
from installer.windows.locks import LOCKS
from installer.windows.trimming import RULES_FILE, Rules, files_of

SYSTEM = "windows-x64"
_PATHS = "python311.zip\r\n.\r\n..\\lib\r\n"
"""`python311._pth`: where this Python looks for modules, and nowhere else. The app's folder is put before them by `start.py`."""
_HERE = Path(__file__).resolve().parent


class BadStageError(Exception):
    """A base that would not work on Windows; the text says why, one line each."""


def name_of_base(runtime_sha256: str | None = None) -> str:
    """The base that this checkout makes.

    Args:
        runtime_sha256: of the embeddable zip; that of `runtime.json` where none is given.
    """
    note = runtime_note()
    left_out = json.dumps([note["left_out"], runtime_sha256 or note["zip_sha256"]])
    paths = [Path(__file__), _HERE / "trimming.py", RULES_FILE, Path(start.__file__)]
    paths += [CHECKOUT / "installer" / "payload" / "compiled.py", *(CHECKOUT / name for name in LOCKS)]
    inputs = {path.resolve().relative_to(CHECKOUT).as_posix(): path.read_bytes() for path in paths}
    return base_id(inputs | {RUNTIME_NOTE.name: left_out.encode()})


def write_base(root: Path, runtime: Runtime, wheels: Sequence[Path]) -> str:
    """Write the base into a program's root, and look at it (half a minute).

    Args:
        root: the program's root; made where it is not there.
        runtime: Python.
        wheels: of every package of the Windows locks.

    Returns:
        The base's name.

    Raises:
        signatures.WrongSignatureError: the runtime is not as the Python Software Foundation signed it.
        FileExistsError: the base lies there already, or two wheels hold the same file.
        BadStageError: a library is missing, or Windows cannot hold a name.
    """
    base = name_of_base(runtime.sha256)
    folder = root / "bases" / base
    folder.mkdir(parents=True)
    write_file(folder / "start.py", Path(start.__file__).read_bytes())
    for name, data in _runtime_files(runtime):
        write_file(folder / "runtime" / name, data)
    rules = Rules.read()
    for wheel in wheels:
        for name, data in files_of(wheel, rules):
            if name.endswith(".py"):
                name, data = f"{name}c", compiled(data, name)  # noqa: PLW2901 - a module becomes its byte code
            write_file(folder / name, data)
    _look_at(root, folder)
    write_base_note(folder, base, SYSTEM)
    settle(folder)
    return base


def _runtime_files(runtime: Runtime) -> Iterator[tuple[str, bytes]]:
    """The files of the embeddable zip that a desk needs, and where its Python looks for modules."""
    note = runtime_note()
    with zipfile.ZipFile(io.BytesIO(runtime.packed)) as packed:
        files = {
            each.filename.rpartition("/")[2]: packed.read(each)
            for each in packed.infolist()
            if not each.is_dir()
        }
    signatures.check(files, note["signer"], note["signed_by_others"])
    for name in sorted(files.keys() - set(note["left_out"])):
        yield name, files[name]
    yield "python311._pth", _PATHS.encode("ascii")


def _look_at(root: Path, folder: Path) -> None:
    """Refuse what would only be found at a counter."""
    files = {name: (folder / name).read_bytes() for name in below(folder)}
    told = programs.unmet(files)
    told += names.complaints([(folder / name).relative_to(root).as_posix() for name in files])
    if told:
        raise BadStageError("\n".join(told))
