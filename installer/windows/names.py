"""Names that Windows cannot hold, or holds as another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PureWindowsPath

MOST_CHARACTERS = 259
_PLACE = "C:\\Program Files\\KT1Desk\\"
_PART = ".part"
"""An upgrade unpacks to a folder with this ending."""
_FORBIDDEN = set('<>:"\\|?*') | {chr(code) for code in range(32)}


def complaints(names: Sequence[str]) -> list[str]:
    """What is wrong with the files of an installation.

    Args:
        names: paths relative to the program's root, with ``/``.
    """
    folded = Counter(name.casefold() for name in names)
    told = [f"twice but for the case: {name}" for name in names if folded[name.casefold()] > 1]
    told += [f"too long: {name}" for name in names if len(_PLACE + name + _PART) > MOST_CHARACTERS]
    for name in names:
        parts = name.split("/")
        if PureWindowsPath(name).is_reserved() or any(PureWindowsPath(part).is_reserved() for part in parts):
            told.append(f"name of a device: {name}")
        if any(part.endswith((".", " ")) or _FORBIDDEN & set(part) for part in parts):
            told.append(f"a character Windows does not take: {name}")
    return sorted(told)
