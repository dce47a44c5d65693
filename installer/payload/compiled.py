"""Source to byte code that is the same wherever and whenever it was compiled: Python 3.11, no path of this machine, no time stamp."""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import sys
from importlib.machinery import SourceFileLoader

PYTHON = (3, 11)
"""The minor version that runs what is compiled here; the installed Python must be the same."""
_UNCHECKED_HASH = 0b01
"""Of the header: a hash of the source follows, and no import compares it (PEP 552)."""


class WrongPythonError(Exception):
    """Byte code of this Python would not run on the installed one."""


def compiled(source: bytes, name: str) -> bytes:
    """The bytes of a ``.pyc`` file.

    Args:
        source: the text of the module.
        name: the path that tracebacks show, relative, with ``/``.

    Raises:
        WrongPythonError: this is not Python 3.11.
        SyntaxError: the source is no Python.
    """
    if sys.version_info[:2] != PYTHON:
        raise WrongPythonError(
            f"Python {PYTHON[0]}.{PYTHON[1]} compiles the payload, not {sys.version.split()[0]}"
        )
    code = SourceFileLoader(name, name).source_to_code(source, name)
    header = (
        importlib.util.MAGIC_NUMBER
        + _UNCHECKED_HASH.to_bytes(4, "little")
        + importlib.util.source_hash(source)
    )
    return header + marshal.dumps(code)


def digest(data: bytes) -> str:
    """SHA-256 in hex, as the notes and the locks write it."""
    return hashlib.sha256(data).hexdigest()
