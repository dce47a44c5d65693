"""An upgrade as it should go, and what keeps it from being done; an installation is never left without a version that starts."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.applying import Applied, Step, Ways, apply
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.lock import alone
from kt1desk.upgrade.offer import look
from kt1desk.upgrade.source import FolderSource
from kt1desk.upgrade.trying import self_test_by
from tests.support.releases import BASE, OTHER_BASE, Workshop, started, ways


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def umask() -> Iterator[None]:
    """That of a technician who shares nothing."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def refused(workshop: Workshop, given: Ways) -> DeskError:
    """The refusal of an upgrade from 1.0 to 2.0; nothing of it stays, and 1.0 starts."""
    workshop.release("2.0", base=OTHER_BASE)
    root = workshop.installed("1.0")
    with pytest.raises(DeskError) as raised:
        apply(root, FolderSource(workshop.stick()), given)
    assert root.versions() == ("1.0",)
    assert [each.name for each in (root.path / "bases").iterdir()] == [BASE]
    assert not list(root.path.glob("*.part"))
    assert started(root) == "1.0"
    return raised.value


def test_a_desk_some_versions_behind_gets_the_newest_in_one_go_and_can_go_back_to_what_it_had(
    workshop: Workshop,
) -> None:
    root = workshop.installed("1.0")
    for version in ("1.1", "1.2", "2.0"):
        workshop.release(version, base=OTHER_BASE, schema="0013")
    source = FolderSource(workshop.stick())
    offer = look(source, root)
    steps: list[tuple[Step, int, int]] = []
    given = Ways(lambda: None, self_test_by(root, words=()), told=lambda *each: steps.append(each))

    done = apply(root, source, given)

    assert offer is not None
    assert (offer.version, offer.current, offer.brings_base) == ("2.0", "1.0", True)
    assert (offer.schema, offer.schema_now, offer.notes) == ("0013", "0012", ("Bản 2.0.",))
    assert done == Applied("2.0", "1.0", "0013", "0012", brought_base=True)
    assert list(dict.fromkeys(step for step, _, _ in steps)) == list(Step)
    assert len([done for step, done, of in steps if step is Step.UNPACK and 0 < done == of]) == 2
    assert (root.versions(), root.previous(), started(root)) == (("1.0", "2.0"), "1.0", "2.0")


def test_a_base_that_is_there_is_not_fetched_and_versions_before_the_previous_one_go(
    workshop: Workshop,
) -> None:
    root = workshop.installed("1.0")
    for version, base in (("1.1", OTHER_BASE), ("2.0", OTHER_BASE)):
        workshop.release(version, base=base)
        stick = workshop.stick()
        if version == "2.0":
            shutil.rmtree(stick / "targets" / "base")
        assert apply(root, FolderSource(stick), ways()) is not None

    assert root.versions() == ("1.1", "2.0")
    assert [each.name for each in (root.path / "bases").iterdir()] == [OTHER_BASE]
    assert started(root) == "2.0"


def test_what_is_there_already_changes_nothing(workshop: Workshop) -> None:
    workshop.release("1.0")
    root = workshop.installed("1.0")
    source = FolderSource(workshop.stick())

    assert look(source, root) is None
    assert not (root.trust / "metadata").exists()
    assert apply(root, source, ways()) is None
    assert (root.trust / "metadata" / "timestamp.json").is_file()


@pytest.mark.usefixtures("umask")
def test_everybody_can_read_what_an_upgrade_wrote_whatever_the_technicians_umask_is(
    workshop: Workshop,
) -> None:
    root = workshop.installed("1.0")
    workshop.release("2.0", base=OTHER_BASE)
    apply(root, FolderSource(workshop.stick()), ways())

    new = [path for path in root.path.rglob("*") if "2.0" in path.parts or OTHER_BASE in path.parts]
    new += [root.path / "current.txt", root.path / "previous.txt", *(root.trust / "metadata").rglob("*")]
    assert len(new) > 15
    assert [path for path in new if path.stat().st_mode & 0o044 != 0o044] == []
    assert [path for path in new if path.is_dir() and path.stat().st_mode & 0o055 != 0o055] == []
    assert (root.base_folder(OTHER_BASE) / "kt1desk").stat().st_mode & 0o111 == 0o111


def test_it_does_not_begin_while_a_shift_is_open(workshop: Workshop) -> None:
    def shift_open() -> None:
        raise DeskError("upgrade.shift_open")

    assert refused(workshop, Ways(shift_open, lambda _version: None)).code == "upgrade.shift_open"


def test_a_shift_that_was_opened_meanwhile_keeps_the_pointer_where_it_is(workshop: Workshop) -> None:
    asked: list[str] = []

    def second_time() -> None:
        asked.append("")
        if len(asked) == 2:
            raise DeskError("upgrade.desk_running")

    assert refused(workshop, Ways(second_time, lambda _version: None)).code == "upgrade.desk_running"


def test_a_version_that_fails_its_self_test_is_not_pointed_at_and_goes_with_its_base(
    workshop: Workshop,
) -> None:
    root = ProgramRoot(workshop.folder / "program")

    error = refused(workshop, Ways(lambda: None, self_test_by(root, words=("--program=other",))))

    assert (error.code, error.details["exit_code"], error.details["version"]) == (
        "upgrade.self_test",
        2,
        "2.0",
    )


def test_a_self_test_that_never_ends_is_ended(workshop: Workshop) -> None:
    root = workshop.installed("1.0")
    app = root.version_folder("1.0") / "app" / "kt1desk" / "__main__.py"
    app.write_text("while True:\n    pass\n", encoding="ascii")

    with pytest.raises(DeskError) as raised:
        self_test_by(root, words=(), seconds=0.3)("1.0")

    assert raised.value.details["exit_code"] == "timeout"


def test_too_little_room_is_said_before_anything_is_fetched(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1024 * 1024))

    error = refused(workshop, ways())

    assert error.code == "upgrade.no_room"
    assert error.details["mib"] == 64


def test_only_one_upgrade_at_a_time(workshop: Workshop) -> None:
    workshop.release("2.0")
    root = workshop.installed("1.0")
    with alone(root.path), pytest.raises(DeskError) as raised:
        apply(root, FolderSource(workshop.stick()), ways())

    assert raised.value.code == "upgrade.at_work"


def test_without_keys_nothing_is_believed(workshop: Workshop) -> None:
    workshop.release("2.0")
    root = workshop.installed("1.0")
    source = FolderSource(workshop.stick())
    for data in (b"{}", b"", None):
        (root.trust / "root.json").unlink(missing_ok=True)
        if data is not None:
            (root.trust / "root.json").write_bytes(data)
        with pytest.raises(DeskError) as raised:
            look(source, root)
        assert raised.value.code == "upgrade.no_trust"


def test_a_release_for_other_machines_is_not_for_this_one(workshop: Workshop) -> None:
    workshop.release("2.0")
    root = workshop.installed("1.0")

    with pytest.raises(DeskError) as raised:
        look(FolderSource(workshop.stick()), ProgramRoot(root.path, "linux-arm64"))

    assert raised.value.code == "upgrade.not_for_us"


def test_a_checkout_is_no_installation(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(DeskError) as raised:
        apply(ProgramRoot(tmp_path / "empty"), FolderSource(tmp_path), ways())

    assert raised.value.code == "upgrade.not_installed"


def test_keys_change_while_a_desk_is_away(workshop: Workshop) -> None:
    """The second root takes a lost release key away; a desk that knows the first root alone follows."""
    root = workshop.installed("1.0")
    workshop.new_release_keys()
    workshop.release("2.0")

    assert apply(root, FolderSource(workshop.stick()), ways()) is not None
    assert sorted(each.name for each in (root.trust / "metadata" / "root_history").iterdir()) == [
        "1.root.json",
        "2.root.json",
    ]
    workshop.renew()
    assert apply(root, FolderSource(workshop.stick()), ways()) is None


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "upgrade.no_room"), (errno.EROFS, "upgrade.not_allowed"), (errno.EIO, "upgrade.disk")],
)
@pytest.mark.parametrize("call", ["fsync", "replace", "mkdir"])
def test_a_disk_that_refuses_anywhere_changes_nothing_and_is_named(
    call: str, number: int, code: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The n-th call fails, for every n, until an upgrade comes through."""
    workshop.release("2.0", base=OTHER_BASE)
    root, stick, real = workshop.installed("1.0"), FolderSource(workshop.stick()), getattr(os, call)
    said: list[str] = []
    for fails_at in range(1, 99, 4):
        left = [fails_at]

        def failing(*given: object, left: list[int] = left, **named: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(number, "told to fail")
            return real(*given, **named)

        with monkeypatch.context() as patched, suppress(DeskError):
            patched.setattr(os, call, failing)
            try:
                apply(root, stick, ways())
            except DeskError as error:
                said.append(error.code)
                raise
            break
        assert root.current() == "1.0"

    assert said
    assert set(said) == {code}
    assert root.current() == "2.0"
