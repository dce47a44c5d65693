"""A workshop of tiny releases: keys of its own, zips of some hundred bytes, sticks, and installations to upgrade.

Plain Python with tuf and cryptography: the same is run by Windows Python (`tests.support.update_attacks`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from installer.payload.files import settle, write_file
from installer.payload.notes import write_base_note, write_version_note
from installer.payload.zips import app_target, write_app_zip, write_base_zip
from installer.update.repository import (
    Signers,
    put_root,
    renew_stamp,
    sign_release,
    write_release_note,
)
from installer.update.roots import Keyholders, draft_root, read_root, sign_root, write_root
from kt1desk.upgrade.applying import Ways
from kt1desk.upgrade.layout import ProgramRoot, this_system
from kt1desk.upgrade.source import STICK_FOLDER, FolderSource

START = Path(__file__).resolve().parents[2] / "installer" / "payload" / "start.py"
BASE, OTHER_BASE = "0123456789ab", "ba9876543210"
SCHEMA = "0012"

Change = Callable[[Path], None]


class Workshop:
    """Who signs, and where: a province with its three holders of each key.

    Args:
        folder: for everything it makes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = folder / "repository"
        self.root_keys = [CryptoSigner.generate_ed25519() for _ in range(3)]
        self.release_keys = [CryptoSigner.generate_ed25519() for _ in range(3)]
        self.stamp_key = CryptoSigner.generate_ed25519()
        self.put_root()

    @property
    def signers(self) -> Signers:
        return Signers(self.stamp_key, self.release_keys[:2])

    def put_root(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._put(draft_root(self._holders(), datetime.now(UTC)), self.folder / "root.json")

    def new_release_keys(self) -> None:
        """A release key was lost: all of them are replaced, and the second root says so."""
        self.release_keys = [CryptoSigner.generate_ed25519() for _ in range(3)]
        second = draft_root(self._holders(), datetime.now(UTC), after=read_root(self.folder / "root.json"))
        self._put(second, self.folder / "second.json")

    def _holders(self) -> Keyholders:
        return Keyholders(
            [key.public_key for key in self.root_keys],
            [key.public_key for key in self.release_keys],
            [self.stamp_key.public_key],
        )

    def _put(self, root: Metadata[Root], path: Path) -> None:
        sign_root(root, self.root_keys[:2])
        write_root(root, path)
        put_root(self.repository, path)

    def release(
        self,
        version: str,
        *,
        base: str = BASE,
        now: datetime | None = None,
        change: Change | None = None,
        schema: str = SCHEMA,
    ) -> Path:
        """Make the files of a release and sign them; ``change`` may do something to them before they are signed."""
        files = self.folder / f"files-{len(list(self.folder.iterdir()))}"
        stage = self.folder / f"stage-{len(list(self.folder.iterdir()))}"
        lay_version(stage, version, base, schema)
        lay_base(stage, base)
        write_app_zip(stage, version, files)
        write_base_zip(stage, base, this_system(), files)
        write_release_note(files, [f"Bản {version}."])
        if change is not None:
            change(files)
        sign_release(self.repository, files, self.signers, now or datetime.now(UTC))
        return files

    def renew(self, now: datetime | None = None) -> None:
        renew_stamp(self.repository, Signers(self.stamp_key), now or datetime.now(UTC))

    def stick(self, name: str = "stick") -> Path:
        """Everything that is in the repository, on a stick; returns the folder of the release."""
        to = self.folder / name / STICK_FOLDER
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.repository, to)
        return to

    def installed(self, version: str = "1.0", *, base: str = BASE, name: str = "program") -> ProgramRoot:
        """An installation that trusts this province."""
        root = ProgramRoot(self.folder / name)
        lay_version(root.path, version, base, SCHEMA)
        lay_base(root.path, base)
        (root.path / "current.txt").write_text(f"{version}\n", encoding="ascii")
        root.trust.mkdir()
        shutil.copyfile(self.folder / "root.json", root.trust / "root.json")
        return root


def lay_version(root: Path, version: str, base: str, schema: str) -> None:
    """``versions/<version>`` with a program that says its version."""
    folder = root / "versions" / version
    write_file(folder / "app" / "kt1desk" / "__init__.py", b"")
    write_file(folder / "app" / "kt1desk" / "__main__.py", f"print({version!r})\n".encode())
    write_version_note(folder, version, {this_system(): base}, schema)
    settle(folder)


def lay_base(root: Path, base: str) -> None:
    """``bases/<base>`` with the start that is shipped, and where there are such scripts a program that runs it."""
    folder = root / "bases" / base
    if folder.exists():
        return
    write_file(folder / "start.py", START.read_bytes())
    script = f"#!{sys.executable} -I\nimport runpy, sys\nsys.argv[0] = {'start.py'!r}\n"
    script += "from pathlib import Path\nrunpy.run_path(str(Path(__file__).with_name('start.py')), run_name='__main__')\n"
    write_file(folder / "kt1desk", script.encode(), 0o755)
    write_base_note(folder, base, this_system())
    settle(folder)


def started(root: ProgramRoot) -> str:
    """Start what the launcher would start, and return the version it says."""
    version = root.current()
    base = root.base_of(version)
    assert base is not None
    words = (
        sys.executable,
        "-I",
        str(root.base_folder(base) / "start.py"),
        str(root.version_folder(version) / "app"),
    )
    done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout.strip()


def ways(
    reached: Callable[[str], None] = lambda _name: None, self_test: Callable[[str], None] | None = None
) -> Ways:
    """A desk between two shifts, whose new version is sound."""
    return Ways(may_begin=lambda: None, self_test=self_test or (lambda _version: None), reached=reached)


def source_of(stick: Path) -> FolderSource:
    return FolderSource(stick)


def rewrite_zip(
    path: Path,
    change: Callable[[list[tuple[zipfile.ZipInfo, bytes]]], Sequence[tuple[zipfile.ZipInfo, bytes]]],
) -> None:
    """Read a zip's entries, change them, and write it anew."""
    with zipfile.ZipFile(path) as opened:
        entries = [(info, opened.read(info)) for info in opened.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for info, data in change(entries):
            written.writestr(info, data)


def change_json(path: Path, **fields: object) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(body | fields), encoding="utf-8")


def app_zip(files: Path) -> Path:
    """The one zip of a version in a folder of files."""
    (found,) = files.glob("app/*.zip")
    return found


def name_of_app(version: str) -> str:
    return app_target(version)
