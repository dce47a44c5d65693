"""What the locks hold is what a Windows desk needs: not less, and nothing that no package asks for there."""

from __future__ import annotations

from installer.windows.locks import asked_for, locked, needed


def test_the_locks_hold_everything_that_windows_needs_and_nothing_else() -> None:
    assert needed(asked_for()) == set(locked())


def test_markers_are_those_of_windows_and_extras_are_followed() -> None:
    known = {
        "a": [
            'on-windows; sys_platform == "win32"',
            'on-linux; sys_platform == "linux"',
            'much; extra == "all"',
        ],
        "On.Windows": ["deep"],
        "on-windows": ["deep"],
        "much": ['old; python_version < "3.8"'],
    }

    def requires(name: str) -> list[str]:
        return known.get(name, [])

    assert needed(["a==1"], requires) == {"a", "on-windows", "deep"}
    assert needed(["a[all]==1"], requires) == {"a", "on-windows", "deep", "much"}
    assert needed(["b; sys_platform != 'win32'"], requires) == set()
