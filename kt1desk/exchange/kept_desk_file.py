"""The newest file of this desk, kept as the province signed it: whose word of the centre counts here is in it.

The first event of a desk names its file only by a hash. So the file itself is kept beside the journal when the desk is set up and whenever
a newer one is read, and proved again by the province's key whenever something is asked of it. A desk that was set up before that has none
until its file is read once more.

This module must not know where the file came from.
"""

from __future__ import annotations

import base64

from kt1desk.domain.desk_file import FIELD, DeskFile
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import ProvedDeskFile, prove_for_good
from kt1desk.exchange.peers import Notes

GATE = "gate"
"""Name of the centre's key among those of a desk file."""

_NAME = "desk.file"


def keep_desk_file(notes: Notes, province: bytes, data: bytes, desk: tuple[int, str]) -> ProvedDeskFile:
    """Go on with a newer file of this desk. The same once more changes nothing.

    Args:
        notes: what this desk remembers.
        province: the key (32 bytes) that signed its first file.
        data: the whole file.
        desk: device and point of this desk.

    Raises:
        DeskError: as `prove_for_good`; ``desk_file.other_desk`` with ``point`` and ``device``; ``desk_file.older`` with ``day`` where it
            holds from an earlier day than the one that is kept; ``disk.*``.
    """
    offered = prove_for_good(data, province)
    content = offered.content
    if (content.device, content.point) != desk:
        raise DeskError("desk_file.other_desk", FIELD, point=content.point, device=content.device)
    kept = _kept(notes, province)
    if kept is not None and content.valid_from < kept.valid_from:
        raise DeskError("desk_file.older", FIELD, day=kept.valid_from.isoformat())
    if kept != content:
        notes.put(_NAME, {"file": base64.b64encode(data).decode()})
    return offered


def gate_key(notes: Notes, province: bytes) -> bytes:
    """The key (32 bytes) that the centre's mail is signed with, by the newest file of this desk.

    Raises:
        DeskError: ``mail.no_gate_key`` where no file is kept, or the one that is names none; as `prove_for_good`.
    """
    kept = _kept(notes, province)
    for key in kept.keys if kept is not None else ():
        if key.name == GATE:
            return bytes.fromhex(key.key)
    raise DeskError("mail.no_gate_key")


def _kept(notes: Notes, province: bytes) -> DeskFile | None:
    noted = notes.get(_NAME)
    if noted is None:
        return None
    try:
        data = base64.b64decode(str(noted.get("file", "")), validate=True)
    except ValueError as error:  # signs that are none of base64, or none of ASCII
        raise DeskError("desk_file.damaged", FIELD) from error
    return prove_for_good(data, province).content
