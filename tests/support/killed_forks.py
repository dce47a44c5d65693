"""A program that runs a script as often as it is told to, each time in a fork of it: what the script imports is loaded once.

    python -m tests.support.killed_forks < a line of JSON, [script, arguments], then an empty line for each run and one for each beginning

A fork says ``ready PID`` and waits for its line, so that ``strace`` can be attached before the first call that matters. It ends as a
process of its own would. Then the program says ``ended STATUS`` (as `os.waitpid` gives it).
"""

from __future__ import annotations

import ast
import ctypes
import json
import os
import sys
from collections.abc import Sequence

_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1


def _line() -> str:
    """The next line of standard input, read without a buffer: what is not read yet belongs to the fork. "" at its end."""
    read = b""
    while not read.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            return ""
        read += byte
    return read.decode()


def _load(script: str) -> None:
    """Everything that the script imports."""
    wanted = [node for node in ast.walk(ast.parse(script)) if isinstance(node, ast.Import | ast.ImportFrom)]
    exec(compile(ast.Module(list[ast.stmt](wanted), []), "imports", "exec"), {})


def _fork_for_each_line() -> bool:
    """Returns True in each fork that is to run the script, and False in the program once standard input has ended."""
    while _line():
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)
            os.write(1, f"ready {os.getpid()}\n".encode())
            _line()
            return True
        _, status = os.waitpid(child, 0)
        os.write(1, f"ended {status}\n".encode())
    return False


if __name__ == "__main__":
    text, words = json.loads(_line())
    arguments: Sequence[str] = words
    _load(text)
    if _fork_for_each_line():
        sys.argv = ["-c", *arguments]
        exec(compile(text, "script", "exec"))
