"""The preset dictionaries that events are packed with. Each ships with the program for ever, and its bytes never change.

A frame, a bundle and a code on paper name the number of theirs. A dictionary whose bytes are not the ones that number stands for would
make what nobody else can unpack, so it is not used. How they are made: `kt1desk.sampling.dictionary`.

This module must not know what is packed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.paper_code import Dictionaries

CURRENT = 1
"""Number of the dictionary that is packed with."""
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "dictionaries"

DIGESTS: Mapping[int, str] = MappingProxyType(
    {1: "09b5a9407568c62859b53bebba8a3299e3756c423ebaa91a6ea5fd93b9db6f67"}
)
"""SHA-256 of each, by number."""


@cache
def shipped() -> Dictionaries:
    """All dictionaries of this program, by number.

    Raises:
        DeskError: as `read_dictionaries`.
    """
    return read_dictionaries(FOLDER)


def read_dictionaries(folder: Path) -> Dictionaries:
    """The dictionaries of a folder.

    Raises:
        DeskError: ``dictionary.damaged`` with ``number`` where one is missing or is not what it was.
    """
    return MappingProxyType({number: _read(folder, number) for number in DIGESTS})


def _read(folder: Path, number: int) -> bytes:
    try:
        data = (folder / f"{number}.bin").read_bytes()
    except OSError as error:
        raise DeskError("dictionary.damaged", number=number) from error
    if hashlib.sha256(data).hexdigest() != DIGESTS[number]:
        raise DeskError("dictionary.damaged", number=number)
    return data
