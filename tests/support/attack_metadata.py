"""Attacks on what a release says it is, and on who signed it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

from tuf.api.metadata import Metadata, Root, Targets, Timestamp

from installer.update.roots import draft_root, sign_root, write_root
from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.source import FolderSource, Source
from tests.support.attack_kit import LONG_AGO, NOTHING, attack, holders, stamp_over
from tests.support.releases import Workshop, ways

# --- which release it is ------------------------------------------------------------------------------------------


@attack("upgrade.too_old")
def an_older_stick(workshop: Workshop, root: ProgramRoot) -> Source:
    old = shutil.copytree(workshop.repository, workshop.folder / "old")
    workshop.renew()
    assert apply(root, FolderSource(workshop.stick()), ways()) is None
    return FolderSource(old)


@attack("upgrade.too_old")
def an_older_version_that_was_signed_again(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("0.9")
    return FolderSource(workshop.stick())


@attack("upgrade.too_old")
def an_older_release_under_a_new_stamp_by_a_stolen_stamp_key(workshop: Workshop, root: ProgramRoot) -> Source:
    metadata = workshop.stick("old") / "metadata"
    old_targets = Metadata[Targets].from_file(str(metadata / "1.targets.json"))
    workshop.release("1.0")
    assert apply(root, FolderSource(workshop.stick()), ways()) is None
    stick = workshop.stick()
    old_targets.to_file(str(stick / "metadata" / "1.targets.json"))
    stamp_over(stick, (stick / "metadata" / "1.targets.json").read_bytes(), 1, workshop.stamp_key)
    return FolderSource(stick)


@attack(NOTHING)
def the_same_release_for_ever(workshop: Workshop, _root: ProgramRoot) -> Source:
    return FolderSource(workshop.stick())


@attack("upgrade.expired")
def the_same_release_for_ever_after_its_end(workshop: Workshop, root: ProgramRoot) -> Source:
    workshop.release("2.0", now=datetime.now(UTC) - timedelta(days=151))
    return FolderSource(workshop.stick())


@attack("upgrade.expired")
def a_release_whose_targets_are_over(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0", now=datetime.now(UTC) - LONG_AGO)
    stick = workshop.stick()
    stamp_over(stick, (stick / "metadata" / "2.targets.json").read_bytes(), 2, workshop.stamp_key)
    return FolderSource(stick)


@attack("upgrade.expired")
def a_root_that_is_over(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")
    first = Metadata[Root].from_file(str(workshop.folder / "root.json"))
    second = draft_root(holders(workshop), datetime.now(UTC) - timedelta(days=3000), after=first)
    sign_root(second, workshop.root_keys[:2])
    stick = workshop.stick()
    write_root(second, stick / "metadata" / "2.root.json")
    return FolderSource(stick)


# --- who signed it -----------------------------------------------------------------------------------------------


@attack("upgrade.foreign_key")
def a_release_of_foreign_keys(workshop: Workshop, _root: ProgramRoot) -> Source:
    foreign = Workshop(workshop.folder / "foreign")
    foreign.release("1.0")
    foreign.release("2.0")
    return FolderSource(foreign.stick())


@attack("upgrade.foreign_key")
def a_new_root_by_foreign_keys(workshop: Workshop, _root: ProgramRoot) -> Source:
    foreign = Workshop(workshop.folder / "foreign")
    foreign.release("2.0")
    stick = foreign.stick()
    first = Metadata[Root].from_file(str(workshop.folder / "root.json"))
    second = draft_root(holders(foreign), datetime.now(UTC), after=first)
    sign_root(second, foreign.root_keys)
    write_root(second, stick / "metadata" / "2.root.json")
    return FolderSource(stick)


@attack("upgrade.damaged", "upgrade.foreign_key")
def a_new_root_by_one_of_our_keyholders_alone(workshop: Workshop, _root: ProgramRoot) -> Source:
    foreign = Workshop(workshop.folder / "foreign")
    stick = workshop.stick()
    first = Metadata[Root].from_file(str(workshop.folder / "root.json"))
    second = draft_root(holders(foreign), datetime.now(UTC), after=first)
    sign_root(second, [*foreign.root_keys, workshop.root_keys[0]])
    write_root(second, stick / "metadata" / "2.root.json")
    return FolderSource(stick)


@attack("upgrade.damaged", "upgrade.foreign_key")
def a_release_by_one_keyholder_alone_with_the_stamp(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")
    stick = workshop.stick()
    path = stick / "metadata" / "2.targets.json"
    alone = Metadata[Targets].from_file(str(path))
    alone.signed.version = 3
    alone.sign(workshop.release_keys[0])
    alone.to_file(str(stick / "metadata" / "3.targets.json"))
    stamp_over(stick, (stick / "metadata" / "3.targets.json").read_bytes(), 3, workshop.stamp_key)
    return FolderSource(stick)


@attack("upgrade.foreign_key")
def a_stamp_by_a_release_key(workshop: Workshop, _root: ProgramRoot) -> Source:
    workshop.release("2.0")
    stick = workshop.stick()
    path = stick / "metadata" / "timestamp.json"
    stamp = Metadata[Timestamp].from_file(str(path))
    foreign = Workshop(workshop.folder / "foreign")
    stamp.sign(foreign.stamp_key)
    stamp.to_file(str(path))
    return FolderSource(stick)
