"""A password for a command: asked for at a terminal, else the first line of standard input; never an argument, which others can read."""

from __future__ import annotations

import getpass
import sys

from kt1desk.domain.errors import DeskError


def asked_password() -> str:
    """What was typed, without the end of the line."""
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu: ")
    return sys.stdin.readline().rstrip("\n")


def new_password(user: str) -> str:
    """A password that its owner chooses: typed twice at a terminal, else the next line of standard input.

    Raises:
        DeskError: ``login.password_mismatch``.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    chosen = getpass.getpass(f"Mật khẩu mới của {user}, do chính người ấy gõ: ")
    if getpass.getpass("Gõ lại lần nữa: ") != chosen:
        raise DeskError("login.password_mismatch", "password")
    return chosen
