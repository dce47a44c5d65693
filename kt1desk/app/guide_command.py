"""The guide from a shell: ``kt1desk guide --out FILE`` writes it as a PDF. No desk is opened for it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk import __version__
from kt1desk.app.guide_pdf import guide_pdf
from kt1desk.desktop.help.guide import read_guide
from kt1desk.domain.errors import DeskError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_guide_parser(commands: Subparsers) -> None:
    """Add the command."""
    made = commands.add_parser("guide", help="ghi sổ tay giao dịch viên ra tệp PDF")
    made.add_argument("--out", type=Path, required=True, metavar="TỆP", help="tệp PDF sẽ ghi")
    made.set_defaults(act=_write)


def write_guide(path: Path) -> None:
    """The guide of this version into a file, in place of what stood there.

    Raises:
        DeskError: ``province.folder``.
    """
    data = guide_pdf(read_guide(), __version__)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise DeskError("province.folder") from error


def _write(asked: argparse.Namespace) -> int:
    write_guide(asked.out)
    print(f"Đã ghi sổ tay vào {asked.out}")
    return 0
