"""The key list a desk goes on with: brought in from a file, proved by its province's key, and proved again whenever it is read.

This module must not know where the file came from.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.key_list import ProvedKeyList, later_of, prove_key_list
from kt1desk.exchange.peers import Notes

_NAME = "mail.key_list"


def kept_keys(notes: Notes, province: bytes) -> ProvedKeyList:
    """The list that is kept.

    Args:
        notes: what this desk remembers.
        province: the key that signed its desk file, 32 bytes.

    Raises:
        DeskError: ``key_list.none`` where there is none yet; as `prove_key_list`.
    """
    proved = _kept(notes, province)
    if proved is None:
        raise DeskError("key_list.none")
    return proved


def keep_keys(notes: Notes, province: bytes, data: bytes) -> ProvedKeyList:
    """Take a newer list in; the same one once more changes nothing. Returns the one the desk goes on with.

    Raises:
        DeskError: as `prove_key_list` and `later_of`; ``disk.*``.
    """
    offered = prove_key_list(data, province)
    chosen = later_of(_kept(notes, province), offered)
    if chosen is offered:
        notes.put(_NAME, {"file": base64.b64encode(data).decode()})
    return chosen


def _kept(notes: Notes, province: bytes) -> ProvedKeyList | None:
    noted = notes.get(_NAME)
    if noted is None:
        return None
    try:
        data = base64.b64decode(str(noted.get("file", "")), validate=True)
    except ValueError as error:  # signs that are none of base64, or none of ASCII
        raise DeskError("key_list.damaged") from error
    return _proved(data, province)


@lru_cache(maxsize=4)
def _proved(data: bytes, province: bytes) -> ProvedKeyList:
    """The same bytes are proved once: each mail frame asks for the list several times."""
    return prove_key_list(data, province)
