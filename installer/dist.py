"""Everything a release hands out, made on Debian 12 in one go.

    python -m installer.dist OUT [--root root.json] [--cert C.pem --key K.pem] [--runtime-zip FILE --sha256 SUM] [--quick] [--twice]

OUT gets the Windows setup, both Debian packages, ``targets/`` (the zips that an upgrade is signed over: `installer.update`), the list of
what is inside (CycloneDX) and `SHA256SUMS`. The same commit, Python and options give the same bytes; ``--twice`` shows it by making
everything once more from a clone elsewhere.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import sbom
from installer.linux import base as linux
from installer.linux.packages import Payload, write_centre_package, write_desk_package
from installer.payload.app_tree import CHECKOUT
from installer.payload.compiled import digest
from installer.payload.files import below
from installer.payload.zips import write_base_zip
from installer.windows import downloads
from installer.windows.setup import SetupOptions, build_setup
from installer.windows.setup_files import Stage
from installer.windows.signing import Signing, add_signing_options, signing_of
from installer.windows.stage import write_stage

SUMS = "SHA256SUMS"
MOST_BYTES: Mapping[str, int] = {"-setup.exe": 40_000_000, "_amd64.deb": 50_000_000}
"""What a thin line and an old stick are asked for, by how the file's name ends."""


class TooLargeError(Exception):
    """Something is larger than was promised."""


@dataclass(frozen=True, slots=True)
class DistOptions:
    """How a release is made.

    Attributes:
        trust: `root.json` of the keys that releases are signed with; None: what is made believes no upgrade.
        signing: for the Windows programs; None: unsigned.
        runtime: python.org's embeddable zip and its hash; None: the pinned one.
        quick: packed in seconds and a third larger, for trials.
    """

    trust: Path | None = None
    signing: Signing | None = None
    runtime: tuple[Path, str] | None = None
    quick: bool = False


def make(out: Path, options: DistOptions) -> list[str]:
    """Make everything (six minutes, one with ``quick``); returns the names of the files, `SHA256SUMS` not among them.

    Raises:
        FileExistsError: there is something in the folder already.
        TooLargeError: a package is larger than it may be; it lies there to be looked at.
    """
    out = out.absolute()  # makensis runs in the checkout, wherever this was called
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise FileExistsError(f"{out} is not empty")
    with tempfile.TemporaryDirectory(prefix=".dist-", dir=out) as folder:
        _make_in(Path(folder), out, options)
    sbom.main([str(out / "kt1desk-sbom.cdx.json")])
    names = below(out)
    (out / SUMS).write_text(
        "".join(f"{digest((out / name).read_bytes())}  {name}\n" for name in names), encoding="utf-8"
    )
    large = [] if options.quick else _too_large(out, names)
    if large:
        raise TooLargeError("\n".join(large))
    return names


def _make_in(work: Path, out: Path, options: DistOptions) -> None:
    fetched = downloads.folder()
    runtime = (
        downloads.given_runtime(*options.runtime) if options.runtime else downloads.pinned_runtime(fetched)
    )
    windows = write_stage(
        work / "windows", runtime, downloads.wheels(fetched), linux_base=linux.name_of_base()
    )
    (work / "windows" / "targets").rename(out / "targets")
    build_setup(
        Stage.at(windows.root),
        out,
        SetupOptions(fast=options.quick, trust=options.trust, signing=options.signing),
    )
    root = work / "linux"
    base = linux.write_base(root)
    shutil.copytree(
        windows.root / "versions", root / "versions"
    )  # one version for both systems, note and all
    write_base_zip(root, base, linux.SYSTEM, out / "targets")
    payload = Payload(root, windows.version, base, options.trust)
    write_desk_package(payload, work / "desk", out, quick=options.quick)
    write_centre_package(windows.version, work / "centre", out)


def _too_large(out: Path, names: Sequence[str]) -> list[str]:
    return [
        f"{name}: {(out / name).stat().st_size:,} bytes, {most:,} at most"
        for name in names
        for ending, most in MOST_BYTES.items()
        if name.endswith(ending) and (out / name).stat().st_size > most
    ]


def made_elsewhere(out: Path, words: Sequence[str]) -> list[str]:
    """Make everything once more from a clone in another folder; returns the lines of `SHA256SUMS` that differ."""
    with tempfile.TemporaryDirectory(prefix="kt1desk-again-") as folder:
        clone, again = Path(folder) / "another place", Path(folder) / "out"
        _run(("git", "clone", "--quiet", str(CHECKOUT), str(clone)), CHECKOUT)
        told = [str(Path(word).absolute()) if (CHECKOUT / word).is_file() else word for word in words]
        _run((sys.executable, "-m", "installer.dist", str(again), *told), clone)
        sums = [set((each / SUMS).read_text(encoding="utf-8").splitlines()) for each in (out, again)]
    return sorted(sums[0] ^ sums[1])


def _run(words: Sequence[str], folder: Path) -> None:
    subprocess.run(  # noqa: S603 - our own words
        words, cwd=folder, check=True, env=os.environ | {"PYTHONPATH": str(folder)}
    )


def _uncommitted() -> str:
    words = ("git", "-c", "safe.directory=*", "status", "--porcelain", "--untracked-files=no")
    return subprocess.run(  # noqa: S603 - our own words
        words, cwd=CHECKOUT, check=True, capture_output=True, text=True
    ).stdout


def main(words: Sequence[str] | None = None) -> int:
    """Make a release and say what has become of it."""
    told = list(sys.argv[1:] if words is None else words)
    parser = argparse.ArgumentParser(prog="installer.dist", description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, help="an empty folder, or one that is not there yet")
    parser.add_argument("--root", type=Path, help="root.json: the keys that releases are signed with")
    parser.add_argument("--runtime-zip", type=Path, help="python.org's embeddable zip")
    parser.add_argument("--sha256", help="its hash, from python.org's page")
    parser.add_argument("--quick", action="store_true", help="for trials: packed in seconds, a third larger")
    parser.add_argument("--twice", action="store_true", help="make it once more elsewhere and compare")
    add_signing_options(parser)
    asked = parser.parse_args(told)
    if (asked.runtime_zip is None) != (asked.sha256 is None):
        parser.error("--runtime-zip and --sha256 go together")
    if _uncommitted():
        print("warning: the checkout has changes that are not committed", file=sys.stderr)
    runtime = None if asked.runtime_zip is None else (asked.runtime_zip, asked.sha256)
    try:
        names = make(asked.out, DistOptions(asked.root, signing_of(asked), runtime, asked.quick))
    except (FileExistsError, TooLargeError) as error:
        print(f"dist: {error}", file=sys.stderr)
        return 1
    for name in names:
        print(f"{(asked.out / name).stat().st_size / 1e6:8.1f} MB  {name}")
    if not asked.twice:
        return 0
    differ = made_elsewhere(asked.out, [word for word in told if word not in {"--twice", str(asked.out)}])
    print("\n".join(["differs from the second build:", *differ]) if differ else "the second build is equal")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
