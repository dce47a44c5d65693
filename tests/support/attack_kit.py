"""What attacks on an upgrade are made of: a province, an installation that knows its release 1.0, and what thieves of keys can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, Snapshot, Targets, Timestamp

from installer.update.repository import STAMP_LIFE, described
from installer.update.roots import Keyholders
from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.source import FolderSource, Source
from tests.support.releases import Workshop, started, ways

NOTHING = ""
"""The code of an upgrade that found nothing newer."""
LONG_AGO = timedelta(days=400)


@dataclass(frozen=True)
class Attack:
    """One attack: it prepares a source, which is then applied to an installation of version 1.0 that knows release 1.0."""

    name: str
    codes: tuple[str, ...]
    prepare: Callable[[Workshop, ProgramRoot], Source]


ATTACKS: list[Attack] = []
Prepare = Callable[[Workshop, ProgramRoot], Source]


def attack(*codes: str) -> Callable[[Prepare], Prepare]:
    """A function that prepares an attack, and the refusals that are right."""

    def kept(prepare: Prepare) -> Prepare:
        ATTACKS.append(Attack(prepare.__name__, codes, prepare))
        return prepare

    return kept


def run(one: Attack, folder: Path, *, start: bool = False) -> str:
    """Carry out an attack.

    Args:
        one: the attack.
        folder: an empty folder.
        start: whether to start the program afterwards too; its files are compared in any case.

    Returns:
        The code of the refusal.

    Raises:
        AssertionError: it was not refused, or something of the installation has changed that may not.
    """
    workshop = Workshop(folder)
    workshop.release("1.0", now=datetime.now(UTC) - timedelta(days=30))
    root = workshop.installed("1.0")
    assert apply(root, FolderSource(workshop.stick("first")), ways()) is None
    source = one.prepare(workshop, root)
    before = _files(root)
    said = NOTHING
    try:
        done = apply(root, source, ways())
        assert done is None, f"{one.name}: {done}"
    except DeskError as error:
        said = error.code
    assert said in one.codes, f"{one.name}: {said}, not {one.codes}"
    assert _files(root) == before, f"{one.name}: {_files(root) ^ before}"
    assert not start or started(root) == "1.0"
    assert not list(folder.rglob("escaped*")), one.name
    return said


def _files(root: ProgramRoot) -> set[tuple[str, bytes]]:
    """What lies in the root, but for what is known of releases."""
    return {
        (path.relative_to(root.path).as_posix(), path.read_bytes())
        for path in root.path.rglob("*")
        if path.is_file() and root.trust / "metadata" not in path.parents
    }


def holders(workshop: Workshop) -> Keyholders:
    return Keyholders(
        [key.public_key for key in workshop.root_keys],
        [key.public_key for key in workshop.release_keys],
        [workshop.stamp_key.public_key],
    )


def stamp_over(stick: Path, targets: bytes, version: int, signer: Signer) -> None:
    """Snapshot and timestamp anew over any targets, with versions above all that were seen."""
    end = (datetime.now(UTC) + STAMP_LIFE).replace(microsecond=0)
    snapshot = Metadata(Snapshot(version=90, expires=end, meta={"targets.json": described(version, targets)}))
    snapshot.sign(signer)
    data = snapshot.to_bytes()
    stamp = Metadata(Timestamp(version=90, expires=end, snapshot_meta=described(90, data)))
    stamp.sign(signer)
    (stick / "metadata" / "90.snapshot.json").write_bytes(data)
    stamp.to_file(str(stick / "metadata" / "timestamp.json"))


def signed_anew(workshop: Workshop, change: Callable[[Targets], None]) -> Path:
    """The newest release with changed targets, signed by two of ours."""
    stick = workshop.stick()
    targets = Metadata[Targets].from_file(str(stick / "metadata" / "2.targets.json"))
    change(targets.signed)
    targets.signed.version = 3
    targets.signatures.clear()
    for key in workshop.release_keys[:2]:
        targets.sign(key, append=True)
    path = stick / "metadata" / "3.targets.json"
    targets.to_file(str(path))
    stamp_over(stick, path.read_bytes(), 3, workshop.stamp_key)
    return stick
