"""Frames that came by hand: what a revoked or broken desk could not send any more (`kt1desk.exchange.rest_file`).

Each is proved by its desk's signature as the province lists it, and then goes through the gate's own rules, so that it stands in its chain
as if it had come on the line; what is there already changes nothing. Whether the desk is revoked is not asked: what it recorded before is
still true, and the key list says until when its key counted.

This module must not know what becomes of a frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from psycopg import errors

from kt1desk.centre.cluster_sql import Connection
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import prove_frame
from kt1desk.exchange.gate_talk import Answer
from kt1desk.exchange.rest_file import open_rest, read_rest_file
from kt1desk.exchange.trust import KeyList


@dataclass(frozen=True, slots=True)
class TakenByHand:
    """What became of a file: frames that were new, that were there, and a line for each that was refused."""

    device: int
    new: int
    known: int
    refused: tuple[str, ...]


def take_by_hand(gate: Connection, path: Path, code: str, keys: KeyList) -> TakenByHand:
    """Take the frames of a rest file in, in their order.

    Raises:
        DeskError: ``rest_file.*``, ``one_time.*``; ``centre.not_operator``.
    """
    content = open_rest(read_rest_file(path), code)
    new = known = 0
    refused: list[str] = []
    for data in content.frames:
        try:
            frame = prove_frame(data, keys, shipped()).frame
            answer, reason = _take(gate, content.device, data)
        except DeskError as error:
            if error.code == "centre.not_operator":
                raise
            refused.append(error.code)
            continue
        new += answer == Answer.OK
        known += answer == Answer.DUP
        if answer not in (Answer.OK, Answer.DUP):
            head = frame.head
            refused.append(f"{head.first.stream.name.lower()} {head.number}: {answer} {reason}".rstrip())
    return TakenByHand(content.device, new, known, tuple(refused))


def _take(gate: Connection, device: int, data: bytes) -> tuple[str, str]:
    try:
        row = gate.execute(
            "SELECT answer, reason FROM gate.take_frame_by_hand(%s::int4, %s::bytea)", (device, data)
        ).fetchone()
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    return (str(row[0]), str(row[1])) if row else ("", "")
