"""The two packages: which file lies where, and what their control files say."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer.linux import needs
from installer.linux.collecting import NotReadyError
from installer.linux.icons import icon_png
from installer.payload.files import FILE_MODE, MOMENT, PROGRAM_MODE, below, settle, write_file

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = CHECKOUT / "installer" / "linux" / "files"
PROGRAM_ROOT = "opt/kt1desk"
PACKAGE = f"{PROGRAM_ROOT}/package"
"""Where dpkg puts bases and versions; `postinst` links them into their places."""
ICON_SIZES = (48, 128)
_MAINTAINER = "KT1 Desk <kt1desk@localhost>"
# One thread: with more, what is packed depends on how many processors there are.
_SMALL = ("-Zxz", "-z9", "--threads-max=1")
_QUICK = ("-Zgzip", "-z1")

DESK = f"""\
Package: kt1desk
Version: {{version}}
Architecture: amd64
Maintainer: {_MAINTAINER}
Installed-Size: {{size}}
Depends: {{depends}}
Recommends: cups-client
Suggests: ibus-unikey, zenity
Section: misc
Priority: optional
Description: counter desk of a provincial post for KT1 items
 Accepts KT1 items and dossiers at the counter, prints labels and receipts,
 keeps the cash book and the journal in an encrypted store, works without a
 network and exchanges with the centre of the province when there is one.
 .
 The program lies in /opt/kt1desk, versions side by side. Data of a desk lie
 in its user's folder and are touched neither by an upgrade nor by a removal.
"""
CENTRE = f"""\
Package: kt1desk-centre
Version: {{version}}
Architecture: all
Maintainer: {_MAINTAINER}
Installed-Size: {{size}}
Depends: kt1desk (= {{version}}), adduser
Recommends: postgresql-15 | postgresql
Section: misc
Priority: optional
Description: service of a province's KT1 centre
 Takes the records that desks brought to the gate into the ledger, and
 brings their mail out. One for each province, beside PostgreSQL. Its keys and
 databases are made by "kt1desk centre init" and stay when this package goes.
"""


@dataclass(frozen=True)
class Payload:
    """What the desk's package brings.

    Attributes:
        root: a program's root with ``bases/<base>`` and ``versions/<version>``.
        version: the version in it.
        base: its base for Linux.
        trust: the keys that releases are signed with (`root.json`); None: this installation believes no release.
    """

    root: Path
    version: str
    base: str
    trust: Path | None = None


def debian_version(version: str) -> str:
    """As dpkg orders versions: ``1.0-rc1`` is before ``1.0`` and is written ``1.0~rc1``."""
    return version.replace("-", "~")


def write_desk_package(payload: Payload, work: Path, to: Path, *, quick: bool = False) -> Path:
    """Write ``kt1desk_<version>_amd64.deb``; returns it.

    Args:
        payload: what it brings.
        work: an empty folder.
        to: the folder for the package.
        quick: pack it in seconds and a third larger, to try it.

    Raises:
        NotReadyError: a tool is not here, or the base wants something nobody decided about.
    """
    tree = work / "kt1desk"
    for folder in (f"bases/{payload.base}", f"versions/{payload.version}"):
        for name in below(payload.root / folder):
            source = payload.root / folder / name
            _link(source, tree / PACKAGE / folder / name)
    write_file(tree / PROGRAM_ROOT / "kt1desk", (FILES / "kt1desk.sh").read_bytes(), PROGRAM_MODE)
    if payload.trust is not None:
        write_file(tree / PROGRAM_ROOT / "trust/root.json", payload.trust.read_bytes())
    for name, place in (
        ("kt1desk.desktop", "usr/share/applications/kt1desk.desktop"),
        ("kt1desk.svg", "usr/share/icons/hicolor/scalable/apps/kt1desk.svg"),
        ("70-kt1desk.rules", "usr/lib/udev/rules.d/70-kt1desk.rules"),
        ("kt1desk.tmpfiles", "usr/lib/tmpfiles.d/kt1desk.conf"),
        ("kt1desk-upgrade.path", "usr/lib/systemd/system/kt1desk-upgrade.path"),
        ("kt1desk-upgrade.service", "usr/lib/systemd/system/kt1desk-upgrade.service"),
    ):
        write_file(tree / place, (FILES / name).read_bytes())
    for size in ICON_SIZES:
        picture = icon_png(FILES / "kt1desk.svg", size)
        write_file(tree / f"usr/share/icons/hicolor/{size}x{size}/apps/kt1desk.png", picture)
    (tree / "usr/bin").mkdir(parents=True, exist_ok=True)
    (tree / "usr/bin/kt1desk").symlink_to("/opt/kt1desk/kt1desk")
    _papers(
        tree,
        "kt1desk",
        payload.version,
        {"README.md": CHECKOUT / "README.md", "NEWS": CHECKOUT / "CHANGELOG.md"},
    )
    depends = ", ".join(depends_of(payload.root / "bases" / payload.base))
    names = {"@VERSION@": payload.version, "@BASE@": payload.base, "{depends}": depends}
    deb = to / f"kt1desk_{debian_version(payload.version)}_amd64.deb"
    return _pack(tree, DESK, names | {"{version}": debian_version(payload.version)}, deb, quick=quick)


def write_centre_package(version: str, work: Path, to: Path) -> Path:
    """Write ``kt1desk-centre_<version>_all.deb``; returns it. Arguments as above."""
    tree = work / "kt1desk-centre"
    unit = CHECKOUT / "installer" / "centre" / "kt1desk-integrator.service"
    write_file(tree / "usr/lib/systemd/system/kt1desk-integrator.service", unit.read_bytes())
    docs = {
        "README.md": CHECKOUT / "docs" / "operations.md",
        "van-hanh-trung-tam.md": CHECKOUT / "docs" / "van-hanh-trung-tam.md",
    }
    _papers(tree, "kt1desk-centre", version, docs)
    deb = to / f"kt1desk-centre_{debian_version(version)}_all.deb"
    return _pack(tree, CENTRE, {"{version}": debian_version(version)}, deb, quick=True)


def depends_of(base: Path) -> list[str]:
    """The packages that a base wants. What the scripts of the package use is in every Debian (essential)."""
    names = needs.wanted(base / name for name in below(base) if name == "kt1desk" or ".so" in Path(name).name)
    return needs.packages_for(names)


def _papers(tree: Path, package: str, version: str, papers: dict[str, Path]) -> None:
    folder = tree / "usr/share/doc" / package
    write_file(folder / "copyright", (FILES / "copyright").read_bytes())
    meant = (FILES / f"{package}.lintian-overrides").read_bytes()
    write_file(tree / "usr/share/lintian/overrides" / package, meant)
    day = format_datetime(datetime.fromtimestamp(MOMENT, UTC))
    entry = f"{package} ({debian_version(version)}) stable; urgency=medium\n\n  * See NEWS.\n\n -- {_MAINTAINER}  {day}\n"
    write_file(folder / "changelog.gz", gzip.compress(entry.encode(), 9, mtime=0))
    for name, source in papers.items():
        write_file(folder / name, source.read_bytes())


def _pack(tree: Path, control: str, names: Mapping[str, str], deb: Path, *, quick: bool) -> Path:
    listed = below_with_links(tree)
    sums = "".join(
        f"{hashlib.md5((tree / name).read_bytes(), usedforsecurity=False).hexdigest()}  {name}\n"
        for name in listed
    )
    size = sum((tree / name).stat().st_size // 1024 + 1 for name in listed)
    filled = _filled(control, {**names, "{size}": str(size)})
    write_file(tree / "DEBIAN/control", filled.encode())
    write_file(tree / "DEBIAN/md5sums", sums.encode())
    for script in ("preinst", "postinst", "prerm", "postrm"):
        if not (FILES / f"{tree.name}.{script}").is_file():
            continue
        text = (FILES / f"{tree.name}.{script}").read_text(encoding="utf-8")
        in_scripts = {name: value for name, value in names.items() if name.startswith("@")}
        write_file(tree / "DEBIAN" / script, _filled(text, in_scripts).encode(), PROGRAM_MODE)
    settle(tree)
    deb.parent.mkdir(parents=True, exist_ok=True)
    words = ["dpkg-deb", "--root-owner-group", *(_QUICK if quick else _SMALL), "--build", str(tree), str(deb)]
    same = os.environ | {"SOURCE_DATE_EPOCH": str(MOMENT)}
    done = subprocess.run(words, env=same, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode != 0:
        raise NotReadyError(f"dpkg-deb failed: {done.stderr.strip()}")
    return deb


def _filled(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(name, value)
    return text


def below_with_links(tree: Path) -> list[str]:
    """Every plain file of a tree; the one link of it (`/usr/bin/kt1desk`) has no bytes of its own."""
    return sorted(
        path.relative_to(tree).as_posix()
        for path in tree.rglob("*")
        if path.is_file() and not path.is_symlink()
    )


def _link(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, to)
    except OSError:  # another disk
        runs = source.stat().st_mode & 0o100
        write_file(to, source.read_bytes(), PROGRAM_MODE if runs else FILE_MODE)
