"""What the locks say of Windows: which packages a Windows desk needs by its own markers, whatever system asks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from installer.payload.app_tree import CHECKOUT
from installer.sbom import packages_in

LOCKS = ("requirements.txt", "requirements-windows.txt")
WINDOWS = {
    "implementation_name": "cpython",
    "implementation_version": "3.11.9",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_release": "10",
    "platform_system": "Windows",
    "platform_version": "10.0.19045",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}
"""The marker environment (PEP 508) of the desks."""

Requires = Callable[[str], Iterable[str]]
"""The requirements a package names; empty where nothing is known of it."""


def locked(checkout: Path = CHECKOUT) -> dict[str, str]:
    """Versions of both locks, by normalised name."""
    texts = ((checkout / name).read_text(encoding="utf-8") for name in LOCKS)
    return {each.name: each.version for text in texts for each in packages_in(text)}


def asked_for(checkout: Path = CHECKOUT) -> list[str]:
    """What the program itself names."""
    whole = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    named: list[str] = whole["project"]["dependencies"]
    return named


def installed_requires(name: str) -> list[str]:
    """What a package says it needs, read where it is installed; what only Windows has (pywin32, tzdata) is not, and needs nothing."""
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def needed(named: Iterable[str], requires: Requires = installed_requires) -> set[str]:
    """Every package that has to be on a Windows desk, with what these need in turn, by normalised name."""
    waiting = [Requirement(each) for each in named]
    seen: set[tuple[str, str]] = set()
    while waiting:
        asked = waiting.pop()
        if asked.marker is not None and not asked.marker.evaluate(WINDOWS | {"extra": ""}):
            continue
        for extra in ("", *sorted(asked.extras)):
            if (key := (normal(asked.name), extra)) not in seen:
                seen.add(key)
                waiting += _asked_by(requires(asked.name), extra)
    return {name for name, _ in seen}


def _asked_by(texts: Iterable[str], extra: str) -> Iterable[Requirement]:
    """What a package asks for here: with an extra, only what the extra adds."""
    for text in texts:
        asked = Requirement(text)
        if (asked.marker is None and not extra) or (
            asked.marker is not None and asked.marker.evaluate(WINDOWS | {"extra": extra})
        ):
            asked.marker = None
            yield asked


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
