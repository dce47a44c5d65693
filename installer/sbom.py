"""What a set ships: every package of the locks with its version, hashes and licence, and the libraries inside the wheels (CycloneDX 1.6).

    python -m installer.sbom kt1desk-sbom.json

The versions are those of the locks, not of whatever is installed; licences are read from the installed metadata, and the versions of the
libraries inside wheels (OpenSSL, SQLCipher, Qt, libpq, zlib) are asked of these libraries. The same locks give the same bytes, so two sets
are compared by comparing two files. It names no address of any index.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sqlite3
import sys
import uuid
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from kt1desk import __version__

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-windows.txt")
"""What goes onto a desk; the tools of `requirements-dev.txt` do not."""
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAMESPACE = uuid.UUID("6f1f3c1e-9c55-5b53-8b3b-4b5431444b01")


@dataclass(frozen=True, slots=True)
class Package:
    """One package of a lock. ``hashes`` are those of every file of this release that may be installed."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """As a package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


def packages_in(lock: str) -> Iterator[Package]:
    """The packages of a lock, in its order."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        pin = _PIN.match(block)
        if pin is not None:
            name = re.sub(r"[-_.]+", "-", pin[1]).lower()
            yield Package(name, pin[2], tuple(_HASH.findall(block)))


def licence_of(name: str) -> str:
    """What the installed package says of its licence; "" where it is not installed here or says nothing."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    said = next((told[field] for field in ("License-Expression", "License") if field in told), "") or ""
    classes = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    first = said.strip().splitlines()[0] if said.strip() else ""
    return first if first and len(first) <= _LONGEST_NAME else ", ".join(classes)


_LONGEST_NAME = 80
"""Some packages put the whole text of their licence there."""


def inside_wheels() -> dict[str, tuple[str, str]]:
    """Libraries that no lock names, by name: the version they tell themselves, and the package whose wheel they lie in."""
    return {name: (ask(), package) for name, (package, ask) in _INSIDE.items()}


def sbom(locks: Sequence[str]) -> dict[str, Any]:
    """The list as CycloneDX."""
    packages = sorted({each for lock in locks for each in packages_in(lock)}, key=lambda each: each.name)
    components = [_component(each) for each in packages]
    components += [_library(name, *told) for name, told in sorted(inside_wheels().items())]
    body = json.dumps(components, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, body)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "kt1desk",
                "name": "kt1desk",
                "version": __version__,
                "licenses": [{"license": {"id": "AGPL-3.0-or-later"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": "kt1desk", "dependsOn": sorted(each["bom-ref"] for each in components)}],
    }


def _component(package: Package) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "hashes": [{"alg": "SHA-256", "content": each} for each in sorted(package.hashes)],
    }
    licence = licence_of(package.name)
    return made | ({"licenses": [{"license": {"name": licence}}]} if licence else {})


def _library(name: str, version: str, package: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"inside:{package}/{name}",
        "name": name,
        "version": version,
        "properties": [{"name": "kt1desk:inside", "value": package}],
    }


def _openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend  # noqa: PLC0415 - asked for its version only here

    return backend.openssl_version_text()


def _sqlcipher() -> str:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the same

    with closing(dbapi2.connect(":memory:")) as connection:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])


def _sqlite_of_sqlcipher() -> str:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the same

    return str(dbapi2.sqlite_version)


def _qt() -> str:
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - the same

    return qVersion()


def _libpq() -> str:
    from psycopg import pq  # noqa: PLC0415 - the same

    major, minor = divmod(pq.version(), 10_000)
    return f"{major}.{minor}"


def _windows_python() -> str:
    note = json.loads((ROOT / "installer" / "windows" / "runtime.json").read_text(encoding="utf-8"))
    return str(note["python"])


def _starter() -> str:
    """PyInstaller's own program, which starts Python on Linux; the rest of PyInstaller ships nowhere."""
    lock = (ROOT / "installer" / "linux" / "requirements.txt").read_text(encoding="utf-8")
    return next(each.version for each in packages_in(lock) if each.name == "pyinstaller")


_INSIDE: dict[str, tuple[str, Callable[[], str]]] = {
    "openssl": ("cryptography", _openssl),
    "sqlcipher": ("sqlcipher3", _sqlcipher),
    "sqlite-of-sqlcipher": ("sqlcipher3", _sqlite_of_sqlcipher),
    "qt": ("pyside6-essentials", _qt),
    "libpq": ("psycopg-binary", _libpq),
    "zlib": ("python", lambda: zlib.ZLIB_RUNTIME_VERSION),
    "sqlite-of-python": ("python", lambda: sqlite3.sqlite_version),
    "python-for-windows": ("python", _windows_python),
    "python-for-linux": ("python", platform.python_version),
    "starter-for-linux": ("pyinstaller", _starter),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list to a file."""
    parser = argparse.ArgumentParser(prog="installer.sbom", description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, help="where the list goes, JSON")
    to: Path = parser.parse_args(arguments).file
    made = sbom([(ROOT / name).read_text(encoding="utf-8") for name in LOCKS])
    to.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
