"""Back to the version before, by the same one rename, while that version can still open the desk's file.

It can as long as its newest revision is the one the file has. Afterwards the way back is a backup, and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import refusals_translated
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.lock import alone


@dataclass(frozen=True, slots=True)
class WayBack:
    """The version that one click would go back to.

    Args:
        version: what would start then.
        current: what starts now.
        schema: the newest revision of a desk's file that the version before knows.
        safe: whether it can open the desk's file; None where nobody said which revision the file has: ask a person.
    """

    version: str
    current: str
    schema: str
    safe: bool | None


def way_back(root: ProgramRoot, schema: str | None) -> WayBack | None:
    """What there is to go back to; None where there is no whole version before.

    Args:
        root: the program.
        schema: the revision of the desk's file, as its store says; None where it is not known (no desk here, or it is locked).

    Raises:
        DeskError: ``upgrade.not_installed``.
    """
    current, previous = root.current(), root.previous()
    if previous is None:
        return None
    knows = root.version_note(previous).schema
    return WayBack(previous, current, knows, None if schema is None else schema == knows)


def go_back(
    root: ProgramRoot, schema: str | None, may_begin: Callable[[], None], *, unknown_is_safe: bool = False
) -> WayBack:
    """Let the version before start again. The version left stays on the disk until the next upgrade: it may be what runs this.

    Args:
        root: the program; needs the right to write there.
        schema: see `way_back`.
        may_begin: raises ``upgrade.shift_open`` or ``upgrade.desk_running``.
        unknown_is_safe: a person has said that there is no desk whose file was converted.

    Raises:
        DeskError: ``upgrade.no_way_back``, ``at_work``, ``not_installed``, ``not_allowed``, ``disk``; what ``may_begin`` raises.
    """
    with alone(root.path):
        may_begin()
        way = way_back(root, schema)
        if way is None or not (unknown_is_safe if way.safe is None else way.safe):
            raise DeskError("upgrade.no_way_back")
        with refusals_translated():
            root.point_at(way.version, previous=None)
        return way
