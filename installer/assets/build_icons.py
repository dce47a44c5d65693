"""Copy the icons that the program uses out of the Tabler package into resources/icons/.

One set (Tabler outline, MIT), only what ``kt1desk.desktop.look.icons.Icon`` names: an icon enters the program by
being named there, and leaves it the same way.

Usage, in an empty folder::

    npm pack @tabler/icons@3.51.0
    python installer/assets/build_icons.py .            # writes resources/icons/, removes what is no longer named
    python installer/assets/build_icons.py . --check    # compares with what is committed

Needs the program's own environment (for the names). The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICONS_DIR = ROOT / "resources" / "icons"
PACKAGE = "tabler-icons-3.51.0.tgz"
PACKAGE_SHA256 = "b30108713d3fa60aee862c2a133225da8e0f309be0708fe2925763ff810c766c"
LICENCE = "LICENSE-tabler.txt"


def slim(svg: str) -> str:
    """One icon on one line: class and the invisible frame are of no use here, and QSvgRenderer would still paint them."""
    svg = re.sub(r'\s+class="[^"]*"', "", svg)
    svg = svg.replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "")
    svg = re.sub(r">\s+<", "><", svg)
    return re.sub(r"\s+", " ", svg).strip() + "\n"


def build(packages: Path, names: list[str]) -> dict[str, bytes]:
    """File name → bytes for all of resources/icons/.

    Raises:
        ValueError: the package is not the one that was looked at.
        KeyError: the package has no icon of that name.
    """
    archive = (packages / PACKAGE).read_bytes()
    if hashlib.sha256(archive).hexdigest() != PACKAGE_SHA256:
        raise ValueError(f"{PACKAGE}: not the published file, SHA-256 differs")
    built: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        wanted = {f"{name}.svg": f"package/icons/outline/{name}.svg" for name in names}
        for target, member in {**wanted, LICENCE: "package/LICENSE"}.items():
            stream = tar.extractfile(member)
            if stream is None:
                raise ValueError(f"{member} is not a file")
            data = stream.read()
            built[target] = slim(data.decode()).encode() if target != LICENCE else data
    return built


def main() -> int:
    """Command line; returns the exit code."""
    sys.path.insert(0, str(ROOT))
    from kt1desk.desktop.look.icons import Icon  # noqa: PLC0415 - the path above must be set first

    parser = argparse.ArgumentParser(description="Make resources/icons/ from the published icon package.")
    parser.add_argument("packages", type=Path, help="folder with the .tgz file of npm pack")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with resources/icons/")
    options = parser.parse_args()
    built = build(options.packages, [icon.value for icon in Icon])
    present = {path.name: path.read_bytes() for path in ICONS_DIR.glob("*")} if ICONS_DIR.exists() else {}
    stale = sorted(name for name in built.keys() | present.keys() if built.get(name) != present.get(name))
    if options.check:
        print("stale: " + ", ".join(stale) if stale else f"{len(built)} files are as built")
        return 1 if stale else 0
    ICONS_DIR.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in built:
            (ICONS_DIR / name).write_bytes(built[name])
        else:
            (ICONS_DIR / name).unlink()
    print(f"{len(stale)} files written or removed, {len(built)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
