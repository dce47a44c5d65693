"""An installation as it lies on the disk, the way back, and where sticks are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade import source
from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.layout import ProgramRoot, is_version, read_base_note, read_version_note, version_order
from kt1desk.upgrade.returning import WayBack, go_back, way_back
from kt1desk.upgrade.source import FolderSource, find_sources
from tests.support.releases import OTHER_BASE, Workshop, source_of, started, ways


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def upgraded(workshop: Workshop) -> ProgramRoot:
    root = workshop.installed("1.0")
    workshop.release("2.0", base=OTHER_BASE)
    apply(root, source_of(workshop.stick()), ways())
    return root


def test_versions_are_ordered_as_people_count_them() -> None:
    mixed = ["1.10", "1.0", "2", "1.0-rc2", "0.9", "1.0.1", "1.0-rc1", "1.2"]

    assert sorted(mixed, key=version_order) == [
        "0.9",
        "1.0-rc1",
        "1.0-rc2",
        "1.0",
        "1.0.1",
        "1.2",
        "1.10",
        "2",
    ]


@pytest.mark.parametrize("text", ["", "v1", "1..0", "1.", "../1", "1/2", "1 0", "1\n", "1" * 41, "1é"])
def test_what_may_not_name_a_folder_is_no_version(text: str) -> None:
    assert not is_version(text)


@pytest.mark.parametrize(
    "line", [b"", b"3.0\n", b"../../x\n", b"\xff\n", b"1.0 2.0\n", b"1.0\n" * 40, b"2.0\n1.0\n"]
)
def test_a_line_that_names_no_whole_version_starts_nothing(line: bytes, workshop: Workshop) -> None:
    root = workshop.installed("1.0")
    (root.path / "current.txt").write_bytes(line)

    with pytest.raises(DeskError) as raised:
        root.current()

    assert raised.value.code == "upgrade.not_installed"


def test_a_version_without_its_base_is_not_whole_and_is_never_pointed_at(upgraded: ProgramRoot) -> None:
    (upgraded.base_folder("0123456789ab") / "base.json").unlink()

    assert upgraded.previous() is None
    with pytest.raises(DeskError):
        upgraded.point_at("1.0", previous=None)
    assert upgraded.current() == "2.0"


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"{}", b"[" * 9_000),
        b'{"version": "../x", "base": {}, "schema": "", "files": {}}',
        b'{"version": "1", "base": {"linux-x64": "x"}, "schema": "", "files": {}}',
        b'{"version": "1", "base": {}, "schema": "", "files": {"a": "b"}}',
    ],
)
def test_a_note_that_says_nonsense_is_refused(data: bytes) -> None:
    for read in (read_version_note, read_base_note):
        with pytest.raises(DeskError) as raised:
            read(data)
        assert raised.value.code == "upgrade.damaged"


@pytest.mark.parametrize("unreadable", ["current.txt", "versions/2.0/version.json"])
def test_what_cannot_be_read_just_now_is_no_reason_to_delete_anything(
    unreadable: str, upgraded: ProgramRoot
) -> None:
    there = sorted(path for path in upgraded.path.glob("*/*") if path.is_dir())
    (upgraded.path / unreadable).rename(upgraded.path / "away")
    (upgraded.path / "versions" / "9.9.part").mkdir()

    upgraded.clear_away()

    assert sorted(path for path in upgraded.path.glob("*/*") if path.is_dir()) == there


def test_one_goes_back_while_the_version_before_can_open_the_file(upgraded: ProgramRoot) -> None:
    assert way_back(upgraded, "0012") == WayBack("1.0", "2.0", "0012", safe=True)
    assert way_back(upgraded, None) == WayBack("1.0", "2.0", "0012", safe=None)
    assert way_back(upgraded, "0013") == WayBack("1.0", "2.0", "0012", safe=False)
    for schema in ("0013", None):
        with pytest.raises(DeskError) as raised:
            go_back(upgraded, schema, lambda: None)
        assert raised.value.code == "upgrade.no_way_back"

    go_back(upgraded, "0012", lambda: None)

    assert started(upgraded) == "1.0"
    assert way_back(upgraded, "0012") is None
    with pytest.raises(DeskError):
        go_back(upgraded, "0012", lambda: None)


def test_whoever_knows_that_nothing_was_converted_may_go_back_without_a_desk(upgraded: ProgramRoot) -> None:
    assert go_back(upgraded, None, lambda: None, unknown_is_safe=True).version == "1.0"


def test_no_way_back_while_a_shift_is_open(upgraded: ProgramRoot) -> None:
    def shift_open() -> None:
        raise DeskError("upgrade.shift_open")

    with pytest.raises(DeskError) as raised:
        go_back(upgraded, "0012", shift_open)

    assert raised.value.code == "upgrade.shift_open"
    assert upgraded.current() == "2.0"


def test_after_a_return_the_same_release_can_be_installed_again(
    workshop: Workshop, upgraded: ProgramRoot
) -> None:
    go_back(upgraded, "0012", lambda: None)

    assert apply(upgraded, source_of(workshop.stick()), ways()) is not None
    assert (started(upgraded), upgraded.previous()) == ("2.0", "1.0")


def test_sticks_are_found_by_the_name_of_their_folder(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.release("2.0")
    workshop.stick("with")
    (tmp_path / "without" / "kt1desk-capnhat").mkdir(parents=True)
    places = [tmp_path / name for name in ("with", "without", "gone", "with")]

    assert [each.label for each in find_sources(places)] == [str(tmp_path / "with" / "kt1desk-capnhat")]
    monkeypatch.setattr(source, "_plugged_in", lambda: iter(places))
    assert len(find_sources()) == 1


def test_the_places_where_sticks_are_plugged_in_can_be_looked_at() -> None:
    assert isinstance(find_sources(), tuple)


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret", "c:x", "a\\b", ""])
def test_no_name_leads_out_of_a_source(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "stick").mkdir()

    with pytest.raises(FileNotFoundError):
        list(FolderSource(tmp_path / "stick").read(name, 100))
