"""Make the Windows setup out of a stage, on Debian, with NSIS.

    python -m installer.windows.setup STAGE OUT_FOLDER [--fast] [--root root.json] [--cert C.pem --key K.pem]

The same stage and the same options give the same bytes. `--fast` packs with zlib: for trials, a third larger and five times sooner done.
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.windows.setup_files import LAUNCHERS, Stage, file_lists
from installer.windows.signing import Signing, add_signing_options, signing_of

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
SIGNING = HERE / "signing.py"
TASK = "KT1 Desk Upgrade"
"""Name of the scheduled task, as in `setup.nsi`."""
MEGABYTE = 1024 * 1024
SPARE_ROOM_MB = 200
"""Left beside the program's own files, so that a desk whose disk is filled by its own program never comes to be."""


@dataclass(frozen=True, slots=True)
class SetupOptions:
    """How a setup is made.

    Attributes:
        fast: packed with zlib instead of LZMA.
        trust: `root.json` of the keys that releases are signed with; None: this setup changes nothing of what is trusted.
        signing: for launchers, setup and uninstaller; None: unsigned.
        spare_room_mb: MB that must be free beside the program's own files.
    """

    fast: bool = False
    trust: Path | None = None
    signing: Signing | None = None
    spare_room_mb: int = SPARE_ROOM_MB


def build_setup(stage: Stage, out: Path, options: SetupOptions) -> Path:
    """Write ``KT1Desk-<version>-setup.exe`` into a folder; an older one of this name is replaced.

    Raises:
        subprocess.CalledProcessError: makensis or osslsigncode refuses; their words went to standard error.
        ValueError: the stage has a file that the setup cannot carry, or its version is no plain one.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"KT1Desk-{stage.version}-setup.exe"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        launchers = _launchers(stage, work, options.signing)
        payload = work / "payload.nsh"
        payload.write_text(file_lists(stage, launchers), encoding="utf-8")
        task = work / "task.xml"  # what schtasks reads is UTF-16
        task.write_text(
            (HERE / "upgrade_task.xml").read_text(encoding="utf-8").replace("@TASK@", TASK), encoding="utf-16"
        )
        defines = {
            "VERSION": stage.version,
            "NUMBERS": four_numbers(stage.version),
            "BASE": stage.base,
            "PAYLOAD": str(payload),
            "TASK_FILE": str(task),
            "OUT": str(work / made.name),
            "ROOM_MB": str(math.ceil(stage.size / MEGABYTE) + options.spare_room_mb),
            "SIZE_KB": str(math.ceil(stage.size / 1024)),
            **_wanted(options),
        }
        _makensis(defines)
        if options.signing is not None:
            options.signing.sign(work / made.name)
        shutil.move(work / made.name, made)
    return made


def four_numbers(version: str) -> str:
    """A version as Windows keeps it in a program's properties.

    Raises:
        ValueError: anything but one to four numbers; the setup could not tell what is older than a ``1.2rc1``.
    """
    if re.fullmatch(r"\d{1,5}(\.\d{1,5}){0,3}", version) is None:
        raise ValueError(f"a setup is made of a version of numbers only, not of {version!r}")
    return ".".join([*version.split("."), "0", "0", "0"][:4])


def _launchers(stage: Stage, work: Path, signing: Signing | None) -> Path:
    """Where to take the launchers from: the stage itself stays as it was made."""
    if signing is None:
        return stage.root
    folder = work / "launchers"
    folder.mkdir()
    for name in LAUNCHERS:
        signing.sign(Path(shutil.copy2(stage.root / name, folder / name)))
    return folder


def _wanted(options: SetupOptions) -> dict[str, str]:
    wanted = {"FAST": ""} if options.fast else {}
    if options.trust is not None:
        wanted["TRUST"] = str(options.trust.absolute())
    if options.signing is not None:
        quoted = (f'"{word}"' for word in (sys.executable, str(SIGNING), *options.signing.words()))
        wanted["SIGN_UNINSTALLER"] = " ".join(quoted)
    return wanted


def _makensis(defines: dict[str, str]) -> None:
    told = [f"-D{name}={value}" if value else f"-D{name}" for name, value in defines.items()]
    subprocess.run(  # noqa: S603 - our own words
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *told, str(HERE / "setup.nsi")],  # noqa: S607 - the one of Debian
        check=True,
        cwd=CHECKOUT,
    )


def main(words: Sequence[str] | None = None) -> int:
    """Make a setup and say how large it is."""
    parser = argparse.ArgumentParser(description="Make the Windows setup out of a stage")
    parser.add_argument("stage", type=Path, help="a program's root: bases, versions, launchers")
    parser.add_argument("out", type=Path, help="folder for the setup")
    parser.add_argument("--fast", action="store_true", help="zlib: for trials")
    parser.add_argument("--root", type=Path, help="root.json: the keys that releases are signed with")
    add_signing_options(parser)
    asked = parser.parse_args(words)
    options = SetupOptions(asked.fast, asked.root, signing_of(asked))
    made = build_setup(Stage.at(asked.stage), asked.out, options)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
