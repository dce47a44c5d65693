"""The list of files that the setup packs, in one order: the same stage gives the same setup, whatever order a disk tells its files in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from installer.payload.files import below
from installer.payload.notes import VERSION_NOTE, checked_base, checked_version, read_note

LAUNCHERS = ("KT1Desk.exe", "kt1desk-cli.exe")
MOST_PATH_CHARACTERS = 240
"""Windows takes 259 unless it was told otherwise; some are left for tools that copy the folder elsewhere."""
_ROOT = r"C:\Program Files\KT1Desk"
_PART = ".part"
_PLAIN = re.compile(r"[A-Za-z0-9_.+@()~ /-]+")
"""No character that means anything to NSIS, to a shell or to Windows."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A program's root as it is to lie on a counter's machine: one base, one version, the launchers.

    Attributes:
        root: the folder.
        base: name of the only base.
        version: name of the only version.
    """

    root: Path
    base: str
    version: str

    @classmethod
    def at(cls, root: Path) -> Stage:
        """The stage in a folder.

        Raises:
            ValueError: it has not exactly one base and one version, lacks a launcher, or the version runs on another base.
        """
        base, version = checked_base(_only(root / "bases")), checked_version(_only(root / "versions"))
        lacking = [name for name in LAUNCHERS if not (root / name).is_file()]
        if lacking:
            raise ValueError(f"the stage lacks {', '.join(lacking)}")
        wanted = read_note(root / "versions" / version / VERSION_NOTE)["base"]["windows-x64"]
        if wanted != base:
            raise ValueError(f"version {version} runs on the base {wanted}, the stage has {base}")
        return cls(root, base, version)

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum((self.root / name).stat().st_size for name in below(self.root))


def file_lists(stage: Stage, launchers: Path) -> str:
    r"""Three macros for `setup_steps.nsh`: BaseFiles and VersionFiles unpack below ``$R1``, LauncherFiles into the current folder.

    Args:
        stage: what is packed.
        launchers: where the launchers are taken from, signed or as they are in the stage.

    Raises:
        ValueError: a name that NSIS would read as something else, or that is too long for Windows.
    """
    made = [f'  File "/oname={name}.new" "{launchers / name}"' for name in LAUNCHERS]
    return "\n".join(
        [
            *_macro("BaseFiles", _unpacked(stage.root / "bases" / stage.base, f"bases/{stage.base}")),
            *_macro(
                "VersionFiles",
                _unpacked(stage.root / "versions" / stage.version, f"versions/{stage.version}"),
            ),
            *_macro("LauncherFiles", made),
            "",
        ]
    )


def _unpacked(folder: Path, installed: str) -> Iterator[str]:
    before = None
    for name in below(folder):
        _check(name, installed)
        inner = PurePosixPath(name).parent
        if inner != before:
            before = inner
            where = "" if str(inner) == "." else "\\" + str(inner).replace("/", "\\")
            yield f'  SetOutPath "$R1{where}"'
        yield f'  File "{folder / name}"'


def _check(name: str, installed: str) -> None:
    if _PLAIN.fullmatch(name) is None:
        raise ValueError(f"a name that the setup cannot carry: {name!r}")
    if len(f"{_ROOT}\\{installed}{_PART}\\{name}") > MOST_PATH_CHARACTERS:
        raise ValueError(f"too long a path for Windows: {installed}/{name}")


def _macro(name: str, lines: Iterator[str] | list[str]) -> list[str]:
    return [f"!macro {name}", *lines, "!macroend"]


def _only(folder: Path) -> str:
    found = sorted(each.name for each in folder.iterdir() if each.is_dir())
    if len(found) != 1:
        raise ValueError(f"one folder belongs into {folder.name}, found: {found}")
    return found[0]
