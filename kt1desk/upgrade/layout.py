"""An installed program as it lies on the disk: its versions and bases side by side, and the one line that says which of them starts.

The picture and the words: docs/decisions/installed.md. What a note says of a version is only as good as who may write there; this module
reads, points, and clears away, and must not know where new versions come from.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import PART, read_small, remove, replace_file, sync_folder

CURRENT, PREVIOUS = "current.txt", "previous.txt"
VERSION_NOTE, BASE_NOTE = "version.json", "base.json"
MAX_NOTE_BYTES = 4 * 1024 * 1024
"""A note lists every file with its hash; a base of 3,000 files takes 400 KB."""

_MAX_LINE_BYTES = 128
_VERSION = re.compile(r"[0-9](?:[0-9A-Za-z-]|\.(?=[0-9A-Za-z])){0,39}")
_BASE = re.compile(r"[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SYSTEM = re.compile(r"[a-z0-9]{1,20}-[a-z0-9]{1,20}")


def this_system() -> str:
    """The name of the kind of machine this is, as bases are named: ``windows-x64``, ``linux-x64``."""
    machine = platform.machine().lower()
    processor = "x64" if machine in {"amd64", "x86_64"} else machine or "unknown"
    return f"{'windows' if sys.platform == 'win32' else 'linux'}-{processor}"


def is_version(text: str) -> bool:
    """Whether a text may name a version: the name of a folder on every system, and one line of ``current.txt``."""
    return _VERSION.fullmatch(text) is not None


def is_base(text: str) -> bool:
    """Whether a text may name a base: twelve hex digits."""
    return _BASE.fullmatch(text) is not None


def version_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """What versions are sorted by: numbers as numbers, and ``1.0-rc1`` before ``1.0`` before ``1.0.1``."""
    parts = re.findall(r"\d+|[A-Za-z]+", version)
    return (*((2, int(each), "") if each.isdigit() else (0, 0, each) for each in parts), (1, 0, ""))


@dataclass(frozen=True, slots=True)
class VersionNote:
    """`version.json`: the base that a version needs on each system, the newest revision of a desk's file it knows, its files' hashes."""

    version: str
    bases: Mapping[str, str]
    schema: str
    files: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class BaseNote:
    """`base.json`: Python and libraries for one system, with their files' hashes."""

    base: str
    system: str
    files: Mapping[str, str] = field(repr=False)


def read_version_note(data: bytes) -> VersionNote:
    """A version's note out of its bytes.

    Raises:
        DeskError: ``upgrade.damaged``.
    """
    body = _object(data, VERSION_NOTE)
    match body:
        case {"version": str(version), "base": dict(bases), "schema": str(schema), "files": dict(files)} if (
            is_version(version)
            and all(_SYSTEM.fullmatch(str(name)) and is_base(str(base)) for name, base in bases.items())
        ):
            return VersionNote(version, dict(bases), schema, _hashes(files, VERSION_NOTE))
    raise DeskError("upgrade.damaged", name=VERSION_NOTE)


def read_base_note(data: bytes) -> BaseNote:
    """A base's note out of its bytes.

    Raises:
        DeskError: ``upgrade.damaged``.
    """
    match _object(data, BASE_NOTE):
        case {"base": str(base), "system": str(system), "files": dict(files)} if is_base(base):
            return BaseNote(base, system, _hashes(files, BASE_NOTE))
    raise DeskError("upgrade.damaged", name=BASE_NOTE)


class ProgramRoot:
    """The folder an installed program lies in.

    Args:
        path: the folder; ``config.program_root()`` for the program that runs.
        system: which bases count.
    """

    def __init__(self, path: Path, system: str | None = None) -> None:
        self.path = path
        self.system = system or this_system()

    @property
    def trust(self) -> Path:
        """Where ``root.json`` and what is known of releases lie."""
        return self.path / "trust"

    def version_folder(self, version: str) -> Path:
        """Where a version lies, or would lie."""
        return self.path / "versions" / version

    def base_folder(self, base: str) -> Path:
        """Where a base lies, or would lie."""
        return self.path / "bases" / base

    def current(self) -> str:
        """The version that starts.

        Raises:
            DeskError: ``upgrade.not_installed`` where no version is named or it is not there.
        """
        named = self._line(CURRENT)
        if named is None or not self.is_whole(named):
            raise DeskError("upgrade.not_installed")
        return named

    def previous(self) -> str | None:
        """The version that one click goes back to: another than the current one, and there with its base."""
        named = self._line(PREVIOUS)
        return named if named and named != self._line(CURRENT) and self.is_whole(named) else None

    def versions(self) -> tuple[str, ...]:
        """All versions that lie there, oldest first by their names."""
        return tuple(sorted(self._names("versions", is_version), key=version_order))

    def version_note(self, version: str) -> VersionNote:
        """What a version says of itself.

        Raises:
            DeskError: ``upgrade.damaged`` where it is not there or says nonsense.
        """
        try:
            note = read_version_note(read_small(self.version_folder(version) / VERSION_NOTE, MAX_NOTE_BYTES))
        except OSError as error:
            raise DeskError("upgrade.damaged", name=VERSION_NOTE) from error
        if note.version != version:
            raise DeskError("upgrade.damaged", name=VERSION_NOTE)
        return note

    def base_note(self, base: str) -> BaseNote:
        """What a base says of itself.

        Raises:
            DeskError: ``upgrade.damaged`` where it is not there, says nonsense, or is for another system.
        """
        try:
            note = read_base_note(read_small(self.base_folder(base) / BASE_NOTE, MAX_NOTE_BYTES))
        except OSError as error:
            raise DeskError("upgrade.damaged", name=BASE_NOTE) from error
        if note.base != base or note.system != self.system:
            raise DeskError("upgrade.damaged", name=BASE_NOTE)
        return note

    def base_of(self, version: str) -> str | None:
        """The base that a version needs here; None where it has none for this system, or is not there."""
        try:
            return self.version_note(version).bases.get(self.system)
        except DeskError:
            return None

    def is_whole(self, version: str) -> bool:
        """Whether a version lies there with a base for this system. Only whole folders have these names; files are the self-test's."""
        base = self.base_of(version)
        try:
            return base is not None and self.base_note(base).base == base
        except DeskError:
            return False

    def point_at(
        self, version: str, *, previous: str | None, reached: Callable[[str], None] = lambda _name: None
    ) -> None:
        """Let another version start, from the next start on; the one rename of ``current.txt`` decides.

        Args:
            version: a version that is whole.
            previous: the version one click goes back to; None: there is none.
            reached: the name of each point at which a test cuts the power.

        Raises:
            DeskError: ``upgrade.not_installed`` where the version is not whole.
            OSError: the disk refuses; what started before starts still.
        """
        if not self.is_whole(version):
            raise DeskError("upgrade.not_installed")
        if previous is not None:
            replace_file(self.path / PREVIOUS, f"{previous}\n".encode())
            reached("previous")
        replace_file(self.path / CURRENT, f"{version}\n".encode())
        reached("current")
        if previous is None:
            (self.path / PREVIOUS).unlink(missing_ok=True)
            sync_folder(self.path)

    def clear_away(self, versions: Sequence[str] = (), bases: Sequence[str] = ()) -> None:
        """Delete what an upgrade that was cut off left, and what neither starts nor is gone back to.

        What cannot be deleted now, a file in use on Windows for one, is deleted another time.

        Args:
            versions: what to keep beside the current and the previous one.
            bases: what to keep beside those that a kept version runs on.
        """
        for place in (self.path, self.path / "versions", self.path / "bases"):
            for leftover in sorted(place.glob(f"*{PART}")):
                remove(leftover)
        current = self._line(CURRENT)
        if current is None or self.base_of(current) is None:
            return  # a disk that cannot be read just now says of nothing that it is not needed
        kept = {each for each in (current, self._line(PREVIOUS), *versions) if each}
        for version in self.versions():
            if version not in kept:
                remove(self.version_folder(version))
        used = {*bases, *(self.base_of(version) for version in self.versions())}
        if None in used:
            return
        for base in sorted(self._names("bases", is_base) - used):
            remove(self.base_folder(base))

    def _names(self, folder: str, ours: Callable[[str], bool]) -> set[str]:
        try:
            return {each.name for each in (self.path / folder).iterdir() if ours(each.name) and each.is_dir()}
        except OSError:
            return set()

    def _line(self, name: str) -> str | None:
        """The version that one of the two small files names; None where it names none."""
        try:
            text = read_small(self.path / name, _MAX_LINE_BYTES).decode("ascii").rstrip("\r\n")
        except (OSError, ValueError):
            return None
        return text if is_version(text) else None


def _object(data: bytes, name: str) -> Mapping[str, object]:
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DeskError("upgrade.damaged", name=name) from error
    if not isinstance(body, dict):
        raise DeskError("upgrade.damaged", name=name)
    return body


def _hashes(files: Mapping[object, object], name: str) -> Mapping[str, str]:
    if not all(isinstance(value, str) and _HASH.fullmatch(value) for value in files.values()):
        raise DeskError("upgrade.damaged", name=name)
    return {str(path): str(value) for path, value in files.items()}
