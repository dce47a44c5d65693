"""Put the Windows program together on Debian.

    python -m installer.windows OUT [--linux-base ID] [--runtime-zip FILE --sha256 SUM] [--version V]

``OUT/stage`` is the program's root without `current.txt`, ``OUT/targets`` has the zips that upgrades are made of. The same checkout and
the same runtime give the same bytes. Downloads stay in KT1DESK_DOWNLOADS, or in the user's cache.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.payload.notes import checked_base, checked_version
from installer.windows import downloads
from installer.windows.stage import write_stage


def main(words: Sequence[str] | None = None) -> int:
    """Fetch, put together, say what it has become."""
    parser = argparse.ArgumentParser(prog="installer.windows", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "out", type=Path, help="folder for the stage and the zips; there must be no stage in it"
    )
    parser.add_argument(
        "--linux-base", type=checked_base, help="name of the base the same version runs on under Linux"
    )
    parser.add_argument(
        "--runtime-zip", type=Path, help="python.org's embeddable zip, instead of the pinned one"
    )
    parser.add_argument("--sha256", help="its hash, from python.org's page")
    parser.add_argument(
        "--version", type=checked_version, help="another version than the checkout's, to try upgrades"
    )
    asked = parser.parse_args(words)
    if (asked.runtime_zip is None) != (asked.sha256 is None):
        parser.error("--runtime-zip and --sha256 go together")
    folder = downloads.folder()
    pinned = asked.runtime_zip is None
    runtime = (
        downloads.pinned_runtime(folder)
        if pinned
        else downloads.given_runtime(asked.runtime_zip, asked.sha256)
    )
    made = write_stage(
        asked.out, runtime, downloads.wheels(folder), linux_base=asked.linux_base, version=asked.version
    )
    print(f"{made.root}: version {made.version}, base {made.base}, {made.size / 1e6:.1f} MB")
    for target in made.targets:
        print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
