"""From a proved release to the version that starts: beside the one that runs, tried by itself, then pointed at by one rename.

    prove → fetch → unpack to ``*.part`` → sync → rename → self-test of the new version → previous.txt → current.txt

Killed anywhere, ``current.txt`` names a whole version, and the next run starts over; only a base that was moved into its place is not
fetched again. A desk that is some versions behind takes the newest one in one go: nothing in between is needed, for the revisions of its
file come with the program.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tuf.api.metadata import TargetFile

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import PART, refusals_translated, remove, rename, sync_folder
from kt1desk.upgrade.layout import BASE_NOTE, VERSION_NOTE, ProgramRoot, read_base_note, read_version_note
from kt1desk.upgrade.lock import alone
from kt1desk.upgrade.offer import Offer, bytes_needed, offered, unpacked
from kt1desk.upgrade.proving import Proven, Release, fetch, prove, remember
from kt1desk.upgrade.source import Source
from kt1desk.upgrade.unpacking import unpack

_MIB = 1024 * 1024


class Step(Enum):
    """Where an upgrade is."""

    PROVE = "prove"
    FETCH = "fetch"
    UNPACK = "unpack"
    TEST = "test"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Ways:
    """What an upgrade asks of others.

    Args:
        may_begin: raises ``upgrade.shift_open`` or ``upgrade.desk_running``; asked before anything is done and once more before the
            pointer moves.
        self_test: tries the version of this name by its own programs, within a time; raises ``upgrade.self_test``. See
            `kt1desk.upgrade.trying`.
        told: step, bytes done, bytes altogether (0 where there is nothing to count).
        reached: the name of each point at which a test cuts the power.
    """

    may_begin: Callable[[], None]
    self_test: Callable[[str], None]
    told: Callable[[Step, int, int], None] = lambda _step, _done, _all: None
    reached: Callable[[str], None] = lambda _name: None


@dataclass(frozen=True, slots=True)
class Applied:
    """What an upgrade did."""

    version: str
    before: str
    schema: str
    schema_before: str
    brought_base: bool


def apply(root: ProgramRoot, source: Source, ways: Ways) -> Applied | None:
    """Install the newest version that a source has; None where it is here already. Needs the right to write into the root.

    Raises:
        DeskError: as `kt1desk.upgrade.offer.look`; what ``ways`` raise; ``upgrade.at_work``, ``no_room``, ``not_allowed``, ``disk``.
            What started before starts still.
    """
    with alone(root.path):
        ways.may_begin()
        root.current()
        ways.told(Step.PROVE, 0, 0)
        proven = prove(source, root.trust, root.system, root.path)
        ways.reached("proved")
        with refusals_translated():
            remember(root.trust, proven)
        ways.reached("remembered")
        root.clear_away((proven.release.version,), (proven.release.base,))
        offer = offered(proven, root)
        if offer is None:
            return None
        try:
            _lay(root, source, proven, offer, ways)
            ways.told(Step.TEST, 0, 0)
            ways.self_test(offer.version)
            ways.reached("tested")
            ways.may_begin()
        except DeskError:
            remove(root.version_folder(offer.version))
            root.clear_away()
            raise
        ways.told(Step.POINT, 0, 0)
        with refusals_translated():
            root.point_at(offer.version, previous=offer.current, reached=ways.reached)
        root.clear_away()
        ways.reached("cleared")
        return Applied(offer.version, offer.current, offer.schema, offer.schema_now, offer.brings_base)


def _lay(root: ProgramRoot, source: Source, proven: Proven, offer: Offer, ways: Ways) -> None:
    """Put base and version into their places, whole and on the disk."""
    release, parts = proven.release, (proven.base, proven.app)
    _check_room(root, parts if offer.brings_base else (proven.app,))
    down = root.path / f"fetch{PART}"
    with refusals_translated():
        down.mkdir(exist_ok=True)

    def lay(part: TargetFile, folder: str, note: tuple[str, Callable[[bytes], Mapping[str, str]]]) -> None:
        packed = down / "packed.zip"
        fetch(source, part, packed, lambda done, all_: ways.told(Step.FETCH, done, all_))
        ways.reached(f"fetched {folder}")
        _put(packed, root.path / folder, (folder, note, unpacked(part)), ways)

    if offer.brings_base:
        lay(
            proven.base,
            f"bases/{release.base}",
            (BASE_NOTE, lambda data: _base_files(data, release, root.system)),
        )
    lay(
        proven.app,
        f"versions/{release.version}",
        (VERSION_NOTE, lambda data: _version_files(data, release, root.system)),
    )
    remove(down)


def _put(
    packed: Path,
    place: Path,
    what: tuple[str, tuple[str, Callable[[bytes], Mapping[str, str]]], int],
    ways: Ways,
) -> None:
    """Unpack beside the place and move there; what lay in the place belongs to nobody."""
    folder, note, most_bytes = what
    part = place.with_name(place.name + PART)
    if not (remove(part) and remove(place)):
        raise DeskError("upgrade.disk")
    unpack(packed, folder, part, note, most_bytes, lambda done, all_: ways.told(Step.UNPACK, done, all_))
    ways.reached(f"unpacked {folder}")
    with refusals_translated():
        rename(part, place)
        sync_folder(place.parent.parent)
        packed.unlink()
    ways.reached(f"moved {folder}")


def _check_room(root: ProgramRoot, parts: tuple[TargetFile, ...]) -> None:
    with refusals_translated():
        missing = bytes_needed(parts) - shutil.disk_usage(root.path).free
    if missing > 0:
        raise DeskError("upgrade.no_room", mib=-(-missing // _MIB))


def _version_files(data: bytes, release: Release, system: str) -> Mapping[str, str]:
    """The files a version lists, where it is the version that the release speaks of."""
    note = read_version_note(data)
    if (note.version, note.bases.get(system), note.schema) != (release.version, release.base, release.schema):
        raise DeskError("upgrade.mixed", name=VERSION_NOTE)
    return note.files


def _base_files(data: bytes, release: Release, system: str) -> Mapping[str, str]:
    note = read_base_note(data)
    if (note.base, note.system) != (release.base, system):
        raise DeskError("upgrade.mixed", name=BASE_NOTE)
    return note.files
