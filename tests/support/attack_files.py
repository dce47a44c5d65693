"""Attacks on the files of a stick: other files, other bytes, too many bytes, and a stick that goes away."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tuf.api.metadata import Targets

from installer.payload.zips import app_target
from kt1desk.upgrade.layout import ProgramRoot, this_system
from kt1desk.upgrade.source import FolderSource, Source
from tests.support.attack_kit import ATTACKS, Attack, Prepare, attack, signed_anew
from tests.support.releases import BASE, OTHER_BASE, SCHEMA, Workshop, app_zip, lay_version, rewrite_zip

# --- what is on the stick -----------------------------------------------------------------------------------------


@attack("upgrade.mixed", "upgrade.damaged")
def new_metadata_over_the_old_files(workshop: Workshop, _root: ProgramRoot) -> Source:
    old = workshop.stick("old")
    workshop.release("2.0")
    stick = workshop.stick()
    shutil.rmtree(stick / "targets")
    shutil.copytree(old / "targets", stick / "targets")
    return FolderSource(stick)


@attack("upgrade.mixed", "upgrade.damaged")
def the_program_of_another_release_under_the_new_name(workshop: Workshop, _root: ProgramRoot) -> Source:
    files = workshop.release("2.0")
    stick = workshop.stick()
    other = Workshop(workshop.folder / "other")
    changed = other.release(
        "2.0", change=lambda made: rewrite_zip(app_zip(made), lambda entries: entries[:1])
    )
    shutil.copyfile(app_zip(changed), stick / "targets" / app_zip(files).relative_to(files))
    return FolderSource(stick)


@attack("upgrade.mixed", "upgrade.damaged")
def the_base_of_another_release_under_the_new_name(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0", base=OTHER_BASE)
    stick = workshop.stick()
    bases = sorted((stick / "targets" / "base").iterdir())
    old = next(path for path in bases if BASE in path.name)
    shutil.copyfile(old, next(path for path in bases if OTHER_BASE in path.name))
    return FolderSource(stick)


@attack("upgrade.mixed")
def the_metadata_of_two_releases(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")
    stick = workshop.stick()
    (stick / "metadata" / "2.snapshot.json").unlink()
    return FolderSource(stick)


@attack("upgrade.mixed")
def a_signed_release_whose_program_wants_another_base(workshop: Workshop, _root: ProgramRoot) -> Source:
    def change(files: Path) -> None:
        other = workshop.folder / "wants-another"
        lay_version(other, "2.0", OTHER_BASE, SCHEMA)
        rewrite_zip(
            app_zip(files),
            lambda entries: [(info, (other / info.filename).read_bytes()) for info, _ in entries],
        )

    workshop.release("2.0", change=change)
    return FolderSource(workshop.stick())


@attack("upgrade.mixed")
def a_stick_that_was_not_copied_to_its_end(workshop: Workshop, _root: ProgramRoot) -> Source:
    files = workshop.release("2.0")
    stick = workshop.stick()
    path = stick / "targets" / app_zip(files).relative_to(files)
    path.write_bytes(path.read_bytes()[:-10])
    return FolderSource(stick)


@attack("upgrade.none_found")
def a_folder_without_a_release(workshop: Workshop, _root: ProgramRoot) -> Source:
    stick = workshop.stick()
    shutil.rmtree(stick / "metadata")
    return FolderSource(stick)


@attack("upgrade.damaged")
def metadata_nested_without_end(workshop: Workshop, _root: ProgramRoot) -> Source:
    stick = workshop.stick()
    (stick / "metadata" / "timestamp.json").write_text('{"signed":' * 1_600, encoding="ascii")
    return FolderSource(stick)


if sys.platform != "win32":

    @attack("upgrade.mixed")
    def a_link_in_place_of_the_program(workshop: Workshop, _root: ProgramRoot) -> Source:
        files = workshop.release("2.0")
        stick = workshop.stick()
        path = stick / "targets" / app_zip(files).relative_to(files)
        path.unlink()
        path.symlink_to(app_zip(files))
        return FolderSource(stick)

    @attack("upgrade.mixed")
    def a_pipe_in_place_of_the_program(workshop: Workshop, _root: ProgramRoot) -> Source:
        files = workshop.release("2.0")
        stick = workshop.stick()
        path = stick / "targets" / app_zip(files).relative_to(files)
        path.unlink()
        os.mkfifo(path)
        return FolderSource(stick)


# --- how much it is ------------------------------------------------------------------------------------------


class Endless:
    """A source that gives one of its files without end, and counts what was taken of it."""

    def __init__(self, folder: Path, name: str) -> None:
        self._inner, self._name = FolderSource(folder), name
        self.taken = 0

    @property
    def label(self) -> str:
        return self._inner.label

    def read(self, name: str, most_bytes: int) -> Iterator[bytes]:
        if name != self._name:
            yield from self._inner.read(name, most_bytes)
            return
        while True:
            self.taken += 1024
            assert self.taken < most_bytes + 4096, "read beyond what was agreed"
            yield b" " * 1024


@attack("upgrade.damaged")
def a_timestamp_without_end(workshop: Workshop, _root: ProgramRoot) -> Source:
    return Endless(workshop.stick(), "metadata/timestamp.json")


@attack("upgrade.damaged")
def a_root_without_end(workshop: Workshop, _root: ProgramRoot) -> Source:
    return Endless(workshop.stick(), "metadata/2.root.json")


@attack("upgrade.mixed")
def a_program_without_end(workshop: Workshop, _root: ProgramRoot) -> Source:
    files = workshop.release("2.0")
    return Endless(workshop.stick(), f"targets/{app_zip(files).relative_to(files).as_posix()}")


@attack("upgrade.damaged")
def a_signed_length_beyond_every_zip(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")
    return FolderSource(signed_anew(workshop, lambda targets: _grow(targets, app_target("2.0"))))


@attack("upgrade.damaged")
def a_zip_that_unpacks_to_more_than_was_signed(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")

    def change(targets: Targets) -> None:
        targets.targets[app_target("2.0")].unrecognized_fields["custom"] = {"unpacked": 100}

    return FolderSource(signed_anew(workshop, change))


def _grow(targets: Targets, name: str) -> None:
    targets.targets[name].length = 1 << 40


# --- one byte ------------------------------------------------------------------------------------------


def flipped() -> Iterator[Attack]:
    """One bit of each file that an upgrade reads, at its beginning, in its middle, at its end."""
    names = (
        "metadata/timestamp.json",
        "metadata/2.snapshot.json",
        "metadata/2.targets.json",
        "targets/release.json",
    )
    zips = (f"targets/{app_target('2.0')}", f"targets/base/kt1desk-base-{OTHER_BASE}-{this_system()}.zip")
    for name in (*names, *zips):
        for place in (0.0, 0.5, 1.0):
            codes = ("upgrade.damaged", "upgrade.foreign_key") if name in names[:1] else ("upgrade.damaged",)
            yield Attack(f"a bit of {name} at {place}", codes, _flip(name, place))


def _flip(name: str, place: float) -> Prepare:
    def prepare(workshop: Workshop, _root: ProgramRoot) -> Source:
        workshop.release("2.0", base=OTHER_BASE)
        stick = workshop.stick()
        data = bytearray((stick / name).read_bytes())
        data[int((len(data) - 1) * place)] ^= 1
        (stick / name).write_bytes(data)
        return FolderSource(stick)

    return prepare


ATTACKS.extend(flipped())


# --- the stick goes away --------------------------------------------------------------------------------


class PulledOut:
    """A stick that is pulled out while one of its files is read."""

    def __init__(self, folder: Path, name: str) -> None:
        self._inner, self._name = FolderSource(folder), name

    @property
    def label(self) -> str:
        return self._inner.label

    def read(self, name: str, most_bytes: int) -> Iterator[bytes]:
        if name == self._name:
            yield b"PK"
            raise OSError(errno.EIO, "gone")
        yield from self._inner.read(name, most_bytes)


def _pulled(name: str) -> Prepare:
    def prepare(workshop: Workshop, _root: ProgramRoot) -> Source:
        workshop.release("2.0", base=OTHER_BASE)
        return PulledOut(workshop.stick(), name)

    return prepare


for _name in (
    "metadata/timestamp.json",
    "metadata/2.targets.json",
    "targets/release.json",
    f"targets/{app_target('2.0')}",
):
    ATTACKS.append(Attack(f"pulled out at {_name}", ("upgrade.source_gone",), _pulled(_name)))


@attack("upgrade.source_gone")
def a_stick_that_is_no_longer_there(workshop: Workshop, _root: ProgramRoot) -> Source:
    stick = workshop.stick()
    shutil.rmtree(stick)
    return FolderSource(stick)
