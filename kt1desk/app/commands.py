"""What the program does without a screen."""

from __future__ import annotations

import argparse
import getpass
import sys

from kt1desk.app.options import options_of
from kt1desk.app.place import take_place
from kt1desk.domain.errors import DeskError
from kt1desk.store.verify import verify_file


def run_command(asked: argparse.Namespace) -> int:
    """Run one command and print what it found; returns the exit code."""
    if asked.command == "verify":
        return _verify(asked)
    print(asked.run(asked))
    return 0


def _verify(asked: argparse.Namespace) -> int:
    """Chains, particulars, marker, and every projection against one rebuilt from the journal, row for row."""
    place = take_place(options_of(asked))
    try:
        if not place.has_desk:
            raise DeskError("store.no_desk")
        dek = place.keys.unlock(asked.user, _password())
        report = verify_file(place.folder, dek)
    finally:
        place.leave()
    for fault in report.faults:
        print(f"Sai sự kiện: {fault}")
    for difference in report.differences:
        print(f"Khác với sổ gốc: {difference}")
    verdict = (
        "Sổ nguyên vẹn, các bảng dựng lại khớp từng dòng."
        if report.ok
        else "SỔ KHÔNG NGUYÊN VẸN: ngừng bán, báo Bưu điện tỉnh."
    )
    print(f"{report.events} sự kiện. {verdict}")
    return 0 if report.ok else 1


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu: ")
    return sys.stdin.readline().rstrip("\n")
