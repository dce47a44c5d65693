"""Source to byte code that is the same wherever and whenever it was compiled: Python 3.11, no path of this machine, no time stamp.

The columns of each instruction are left out, as ``python -X no_debug_ranges`` does it: they serve to underline a line of source in a
traceback, and no source is installed. That is a fourteenth of all byte code.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import sys
from importlib.machinery import SourceFileLoader
from types import CodeType

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
    return header + marshal.dumps(_without_columns(code))


def digest(data: bytes) -> str:
    """SHA-256 in hex, as the notes and the locks write it."""
    return hashlib.sha256(data).hexdigest()


def _without_columns(code: CodeType) -> CodeType:
    """The same code with a table of lines only (CPython 3.11, Objects/locations.md)."""
    inner = tuple(_without_columns(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=_lines_only(code))


_MOST_UNITS = 8
"""Instructions, of two bytes each, that one entry speaks of."""
_NO_COLUMNS, _NO_LOCATION = 13, 15


def _lines_only(code: CodeType) -> bytes:
    table = bytearray()
    last = code.co_firstlineno
    for start, end, line in code.co_lines():
        units = (end - start) // 2
        while units > 0:
            length = min(units, _MOST_UNITS)
            units -= length
            kind = _NO_LOCATION if line is None else _NO_COLUMNS
            table.append(0x80 | kind << 3 | length - 1)
            if line is not None:
                table += _signed(line - last)
                last = line
    return bytes(table)


def _signed(value: int) -> bytes:
    """A number in pieces of six bits, the lowest first, its sign in the lowest bit of all."""
    rest = -value << 1 | 1 if value < 0 else value << 1
    pieces = bytearray()
    while rest >= 0x40:
        pieces.append(0x40 | rest & 0x3F)
        rest >>= 6
    pieces.append(rest)
    return bytes(pieces)
