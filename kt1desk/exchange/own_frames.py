"""This desk's own frames read again: what they say counts, also where the journal beside them was changed since.

This module must not know where frames are kept.
"""

from __future__ import annotations

from datetime import date

from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys


def own_list(own: OwnKeys) -> KeyList:
    """Our own key on any day: what it signed is ours, whatever the province says of it now."""
    row = DeskKeys(own.device, date(1, 1, 2), date.max, own.point, own.public_key_hex, own.seal_key_hex)
    return KeyList((row,), 1, date.min)


def last_hash(data: bytes, own: OwnKeys) -> bytes:
    """Hash of the last event in a frame.

    Raises:
        DeskError: ``frame.*`` where it is none of ours any more.
    """
    return open_frame(data, own_list(own), shipped()).events[-1].hash
