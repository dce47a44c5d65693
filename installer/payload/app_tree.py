"""A version's own files: ``versions/<version>/`` with `version.json` and ``app/`` (kt1desk, alembic, resources), the same on both systems.

Only what git knows goes in: no leftovers of a run, no tests, no sources of forms. The program is compiled and lies there without its
source; Alembic reads its revisions as source, there are a dozen of them, and compiling them takes four milliseconds of a start.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from installer.payload.compiled import compiled
from installer.payload.files import settle, write_file
from installer.payload.notes import checked_version, write_version_note
from kt1desk.store.migrate import head

CHECKOUT = Path(__file__).resolve().parents[2]
TAKEN = {"kt1desk": {".py"}, "alembic": {".py", ".sql"}, "resources": None}
"""The folders of the checkout that go in, with the endings that do; None: everything."""
LICENCE = "LICENSE"
_VERSION_LINE = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


def version_of(checkout: Path = CHECKOUT) -> str:
    """The version a checkout says it is."""
    found = _VERSION_LINE.search((checkout / "kt1desk" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("kt1desk/__init__.py names no version")
    return checked_version(found[1])


def write_version(
    root: Path, bases: Mapping[str, str], *, checkout: Path = CHECKOUT, version: str | None = None
) -> Path:
    """Write ``versions/<version>`` into a program's root.

    Args:
        root: the program's root; made where it is not there.
        bases: the base this version runs on, for each system (`notes.SYSTEMS`).
        checkout: where the sources are.
        version: another name than the checkout's own version, to try an upgrade with. It goes into ``kt1desk.__version__`` too.

    Returns:
        The version's folder.

    Raises:
        FileExistsError: the version lies there already.
        FileNotFoundError: git knows a file that is not there.
    """
    own = version_of(checkout)
    called = checked_version(version or own)
    folder = root / "versions" / called
    folder.mkdir(parents=True)
    for name in taken(checkout):
        data = (checkout / name).read_bytes()
        if name == "kt1desk/__init__.py":
            data = data.replace(f'"{own}"'.encode(), f'"{called}"'.encode())
        if name.startswith("kt1desk/"):
            name, data = f"{name}c", compiled(data, name)  # noqa: PLW2901 - a module becomes its byte code
        write_file(folder / "app" / name, data)
    write_version_note(folder, called, bases, head(checkout / "alembic" / "desk"))
    settle(folder)
    return folder


def taken(checkout: Path = CHECKOUT) -> list[str]:
    """The files of a checkout that go into a version, sorted."""
    return sorted(name for name in _known_to_git(checkout) if _is_taken(name))


def _is_taken(name: str) -> bool:
    top, _, rest = name.partition("/")
    if not rest:
        return name == LICENCE
    endings = TAKEN.get(top, set())
    return endings is None or any(name.endswith(each) for each in endings)


def _known_to_git(checkout: Path) -> Iterator[str]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],  # noqa: S607 - the developer's git, wherever it is
        cwd=checkout,
        capture_output=True,
        check=True,
        text=True,
    )
    return (name for name in listed.stdout.split("\0") if name)
