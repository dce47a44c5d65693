"""The power goes at any moment of an upgrade: what current.txt names is whole and starts, and the next run brings the new version."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kt1desk.upgrade import disk
from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.returning import go_back
from kt1desk.upgrade.source import FolderSource
from tests.support.releases import OTHER_BASE, Workshop, started, ways
from tests.support.update_kills import KILLED, POINTS, assert_sound, killed_at, starts_at


@pytest.fixture
def ground(tmp_path: Path) -> tuple[ProgramRoot, FolderSource]:
    workshop = Workshop(tmp_path)
    root = workshop.installed("1.0")
    workshop.release("2.0", base=OTHER_BASE)
    return root, FolderSource(workshop.stick())


def in_a_child(act: Callable[[], object]) -> int:
    """Exit code of a process that does it; nothing of it is tidied up when it dies."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException:  # noqa: BLE001 - the child says so by its code
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_step_the_program_starts_and_the_next_run_completes(
    point: str, ground: tuple[ProgramRoot, FolderSource]
) -> None:
    root, source = ground

    assert in_a_child(lambda: apply(root, source, ways(killed_at(point)))) == KILLED

    assert root.current() == starts_at(point)
    assert_sound(root)
    if point in {"tested", "previous", "current"}:
        assert started(root) == root.current()
    apply(root, source, ways())
    assert (root.current(), root.previous(), root.versions()) == ("2.0", "1.0", ("1.0", "2.0"))
    assert_sound(root)
    assert not list(root.path.rglob("*.part"))


def test_a_base_that_was_in_its_place_is_not_fetched_again_by_the_next_run(
    ground: tuple[ProgramRoot, FolderSource],
) -> None:
    root, source = ground
    in_a_child(lambda: apply(root, source, ways(killed_at("fetched versions/2.0"))))
    seen: list[str] = []

    apply(root, source, ways(seen.append))

    assert f"fetched bases/{OTHER_BASE}" not in seen
    assert "fetched versions/2.0" in seen


class Countdown:
    """Dies at the n-th call that does anything to the disk."""

    CALLS = (
        "open",
        "fdopen",
        "write",
        "fsync",
        "replace",
        "rename",
        "mkdir",
        "unlink",
        "rmdir",
        "chmod",
        "symlink",
    )

    def __init__(self, at: int) -> None:
        self.left = at

    def install(self) -> None:
        for name in self.CALLS:
            setattr(os, name, self._counted(getattr(os, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def act(*given: object, **named: object) -> object:
            self.left -= 1
            if not self.left:
                os._exit(KILLED)
            return call(*given, **named)

        return act


def dying_at(number: int, act: Callable[[], object]) -> int:
    def in_child() -> None:
        Countdown(number).install()
        act()

    return in_a_child(in_child)


def numbers(step: int) -> Iterator[int]:
    return iter(range(1, 100_000, step))


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.soak), 23])
def test_killed_at_any_call_to_the_system_the_program_starts_and_the_next_run_completes(
    step: int, tmp_path: Path
) -> None:
    workshop = Workshop(tmp_path)
    workshop.release("2.0", base=OTHER_BASE)
    source = FolderSource(workshop.stick())
    ends = []
    for number in numbers(step):
        root = workshop.installed("1.0", name=f"program-{number}")
        code = dying_at(number, lambda root=root: apply(root, source, ways()))  # type: ignore[misc]
        ends.append(root.current())
        assert_sound(root)
        apply(root, source, ways())
        assert (root.current(), root.previous()) == ("2.0", "1.0")
        assert_sound(root)
        if code == 0:
            break
        assert code == KILLED

    assert set(ends) == {"1.0", "2.0"}
    assert len(ends) > 100 // step
    assert ends == sorted(ends)


def test_killed_on_the_way_back_the_program_starts(ground: tuple[ProgramRoot, FolderSource]) -> None:
    root, source = ground
    apply(root, source, ways())
    for number in range(1, 60):
        code = dying_at(number, lambda: go_back(root, "0012", lambda: None))
        assert_sound(root)
        if code == 0:
            break

    assert (root.current(), root.previous()) == ("1.0", None)
    assert disk.PART not in "".join(path.name for path in root.path.iterdir() if path.name != "upgrade.lock")
