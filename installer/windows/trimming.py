"""Which files of a wheel go onto a Windows desk, and under which path (`trimming.toml`)."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

RULES_FILE = Path(__file__).with_name("trimming.toml")


@dataclass(frozen=True, slots=True)
class Rules:
    """What goes in.

    Attributes:
        only: patterns inside a top folder (or a file at the top) of which nothing else goes in.
        moved: where some files lie instead of ``lib/``.
        leave: patterns of what stays out everywhere else.
    """

    only: dict[str, list[str]]
    moved: dict[str, str]
    leave: list[str]

    @classmethod
    def read(cls, path: Path = RULES_FILE) -> Rules:
        """The rules of a file."""
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(whole["only"], whole["moved"], whole["leave"]["files"])

    def place(self, name: str) -> str | None:
        """Where a file of a wheel lies in the base; None: it stays out."""
        top, _, rest = name.partition("/")
        if top in self.only:
            goes_in = any(fnmatchcase(rest, each) for each in self.only[top])
        else:
            goes_in = not any(fnmatchcase(name, each) for each in self.leave)
        return self.moved.get(name, f"lib/{name}") if goes_in else None


def files_of(wheel: Path, rules: Rules) -> Iterator[tuple[str, bytes]]:
    """What goes in of a wheel: path in the base, and bytes.

    Raises:
        ValueError: the wheel has a path that leads out of it.
    """
    with zipfile.ZipFile(wheel) as packed:
        for entry in sorted(packed.infolist(), key=lambda each: each.filename):
            name = _unpacked(entry.filename)
            place = None if entry.is_dir() or name is None else rules.place(name)
            if place is not None:
                yield place, packed.read(entry)


def _unpacked(name: str) -> str | None:
    """Where an installer would put a file of a wheel; None for scripts and headers."""
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise ValueError(f"a path that leads out of the wheel: {name}")
    top, _, rest = name.partition("/")
    if not top.endswith(".data"):
        return name
    kind, _, inner = rest.partition("/")
    return inner if kind in {"purelib", "platlib"} else None
