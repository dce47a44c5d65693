"""A password for a command: asked for at a terminal, else the first line of standard input; never an argument, which others can read."""

from __future__ import annotations

import getpass
import sys


def asked_password() -> str:
    """What was typed, without the end of the line."""
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu: ")
    return sys.stdin.readline().rstrip("\n")
