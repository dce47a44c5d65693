"""What the base wants of the system: shared objects that are not in it, and the Debian package that brings each.

The names stand here by hand, since a package that is wanted is a decision: every one is fetched at every counter. `missing` compares them
with what the files say.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from installer.linux.collecting import NotReadyError

BRINGS = {
    "libc6 (>= 2.36)": (
        "ld-linux-x86-64",
        "libc",
        "libdl",
        "libm",
        "libpthread",
        "libresolv",
        "librt",
        "libutil",
    ),
    "libbz2-1.0": ("libbz2",),
    "libcrypt1": ("libcrypt",),
    "libdbus-1-3": ("libdbus-1",),
    "libegl1": ("libEGL",),
    "libexpat1": ("libexpat",),
    "libffi8": ("libffi",),
    "libfontconfig1": ("libfontconfig",),
    "libfreetype6": ("libfreetype",),
    "libgcc-s1": ("libgcc_s",),
    "libgl1": ("libGL",),
    "libglib2.0-0": ("libglib-2.0", "libgthread-2.0"),
    "liblzma5": ("liblzma",),
    "libsqlite3-0": ("libsqlite3",),
    "libssl3": ("libcrypto", "libssl"),
    "libstdc++6": ("libstdc++",),
    "libuuid1": ("libuuid",),
    "libx11-6": ("libX11",),
    "libx11-xcb1": ("libX11-xcb",),
    "libxcb-cursor0": ("libxcb-cursor",),
    "libxcb-icccm4": ("libxcb-icccm",),
    "libxcb-image0": ("libxcb-image",),
    "libxcb-keysyms1": ("libxcb-keysyms",),
    "libxcb-randr0": ("libxcb-randr",),
    "libxcb-render-util0": ("libxcb-render-util",),
    "libxcb-render0": ("libxcb-render",),
    "libxcb-shape0": ("libxcb-shape",),
    "libxcb-shm0": ("libxcb-shm",),
    "libxcb-sync1": ("libxcb-sync",),
    "libxcb-util1": ("libxcb-util",),
    "libxcb-xfixes0": ("libxcb-xfixes",),
    "libxcb-xkb1": ("libxcb-xkb",),
    "libxcb1": ("libxcb",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11",),
    "libxkbcommon0": ("libxkbcommon",),
    "libzstd1": ("libzstd",),
    "zlib1g": ("libz",),
}
"""Shared objects (their names up to ``.so``) by the package of Debian 12 that brings them."""
OF_DEBIANS_PYTHON = ("libexpat1",)
"""Wanted by Debian's own Python alone; others have it inside."""

_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]")
_PLAIN = re.compile(r"\.so(\..*)?$")


def wanted(files: Iterable[Path]) -> set[str]:
    """Names of the shared objects that some files want and that are not among them.

    Raises:
        NotReadyError: no readelf here, or it names nothing at all.
    """
    paths = [str(path) for path in files]
    tool = shutil.which("readelf")
    if tool is None:
        raise NotReadyError("no readelf: package binutils")
    # Its words are translated, and what is looked for is English.
    english = {name: value for name, value in os.environ.items() if name != "LANGUAGE"} | {"LC_ALL": "C"}
    said = subprocess.run(  # noqa: S603 - our own files
        [tool, "-dW", *paths], check=True, capture_output=True, text=True, env=english
    ).stdout
    found = set(_NEEDED.findall(said))
    if not found:
        raise NotReadyError("readelf names no library that the program needs")
    return found - {Path(path).name for path in paths}


def packages_for(names: Iterable[str]) -> list[str]:
    """The packages that bring some shared objects, as `Depends` names them.

    Raises:
        NotReadyError: nobody has decided which package brings one of them.
    """
    by_name = {plain: package for package, plains in BRINGS.items() for plain in plains}
    plain = {_PLAIN.sub("", name) for name in names}
    unknown = sorted(plain - by_name.keys())
    if unknown:
        raise NotReadyError(f"no package is named in installer/linux/needs.py for {', '.join(unknown)}")
    return sorted({by_name[name] for name in plain})
