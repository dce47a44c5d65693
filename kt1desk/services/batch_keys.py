"""Keys of the lines of a list: the same line of the same list is known again, whatever file it comes in.

    key = first 32 hex digits of HMAC-SHA-256(secret of this desk, canonical JSON {"cells", "list", "nth"})

A key stands in an event, and events travel and are kept for ever. Who writes to whom, and how heavy it is, could be guessed line by line
from a plain digest, of A, B and C items too; hence the secret, which never leaves the desk's encrypted file. This module must not know what
a column means.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import Counter
from collections.abc import Sequence

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Reader
from kt1desk.services.sheets import SheetLine

SECRET_BYTES = 32
_HEX_DIGITS = 32
_MAX_BYTES = 1 << 20


def line_keys(secret: bytes, lines: Sequence[SheetLine], list_id: str, list_column: str) -> tuple[str, ...]:
    """The key of each line. Lines that say the same are told apart by being the first, the second and so on.

    Args:
        secret: of this desk, 32 bytes.
        lines: of one file, in their order.
        list_id: name of the list, for lines whose column ``list_column`` is empty.
        list_column: key of the column that names the list.
    """
    seen: Counter[bytes] = Counter()
    keys: list[str] = []
    for line in lines:
        said: dict[str, Json] = {
            "cells": {key: _plain(text) for key, text in line.cells.items() if key != list_column},
            "list": _plain(line.text(list_column) or list_id),
        }
        alike = canonical.encode(said, _MAX_BYTES)
        seen[alike] += 1
        whole = canonical.encode(said | {"nth": seen[alike]}, _MAX_BYTES)
        keys.append(hmac.new(secret, whole, hashlib.sha256).hexdigest()[:_HEX_DIGITS])
    return tuple(keys)


def check_line(reader: Reader, key: str) -> None:
    """Refuse a line that was accepted before; asked inside the transaction, where nobody else can accept it meanwhile.

    Raises:
        DeskError: ``batch.line_taken`` with ``number``.
    """
    if key and (number := reader.line_taken(key)):
        raise DeskError("batch.line_taken", number=number)


def _plain(text: str) -> str:
    """Without what nobody means to say by it: capitals, blanks, ways to write a letter with marks, signs nobody sees."""
    shown = "".join(c if c.isprintable() or c.isspace() else " " for c in unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", " ".join(shown.casefold().split()))
