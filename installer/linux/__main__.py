"""python -m installer.linux OUT [--root root.json]: both Debian packages, and the zips of the base and of the version for upgrades."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installer.linux.base import SYSTEM, write_base
from installer.linux.collecting import NotReadyError
from installer.linux.packages import Payload, write_centre_package, write_desk_package
from installer.payload.app_tree import version_of, write_version
from installer.payload.notes import checked_base, checked_version
from installer.payload.zips import write_base_zip


def make(out: Path, payload: Payload, *, quick: bool = False) -> list[Path]:
    """Pack what lies in a program's root.

    Args:
        out: the folder for what is made.
        payload: base and version, as `write_base` and `write_version` made them.
        quick: pack in seconds, a third larger, without the zip, to try the packages.

    Returns:
        Both packages and the base's zip, which upgrades bring.
    """
    with tempfile.TemporaryDirectory(prefix="kt1desk-deb-", dir=payload.root.parent) as work:
        desk = write_desk_package(payload, Path(work), out, quick=quick)
        centre = write_centre_package(payload.version, Path(work), out)
    return (
        [desk, centre] if quick else [desk, centre, write_base_zip(payload.root, payload.base, SYSTEM, out)]
    )


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m installer.linux", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--root", type=Path, help="root.json: the keys that releases are signed with")
    parser.add_argument(
        "--version", type=checked_version, help="another version than the checkout's, to try an upgrade with"
    )
    parser.add_argument(
        "--windows-base", type=checked_base, help="the base of the same version on Windows, for version.json"
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="pack in seconds, a third larger, without the zip, to try the packages",
    )
    asked = parser.parse_args(words)
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="kt1desk-root-", dir=asked.out) as work:
            root = Path(work) / "root"
            version = asked.version or version_of()
            base = write_base(root)
            others = {"windows-x64": asked.windows_base} if asked.windows_base else {}
            write_version(root, {SYSTEM: base} | others, version=version)
            for made in make(asked.out, Payload(root, version, base, asked.root), quick=asked.quick):
                print(f"{made.stat().st_size / 1_000_000:8.1f} MB  {made.relative_to(asked.out)}")
    except NotReadyError as error:
        print(f"LỖI: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
