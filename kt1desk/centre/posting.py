"""What the centre itself wants told to desks: reference documents, blocks of numbers, key lists, what lies in a backup.

It is posted as records of mail frames, one row for each; the integrator puts them into the mailboxes in the order of posting. This module
must not know where rows are kept, nor who types the commands (`kt1desk.centre.posting_cli`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.domain.staff_list import StaffList
from kt1desk.exchange.key_list import ProvedKeyList, later_of, prove_key_list
from kt1desk.exchange.mail_frames import MAX_BYTES, MailRecord, RecordKind
from kt1desk.exchange.mail_records import (
    Grant,
    SafeMark,
    document_records,
    document_row,
    grant_record,
    read_safe,
    safe_record,
)
from kt1desk.exchange.staff_lists import STAFF, later_list, prove_staff_list
from kt1desk.exchange.trust import KeyList
from kt1desk.services.centre_rows import DocumentRow
from kt1desk.store.reference_files import check_document

KEY_LIST, PROVINCE_KEY = "key_list", "province_key"
BEGUN = "backup_begun"
"""Setting: how far the chains were when a backup began."""
MAX_KEYS_PACKED = MAX_BYTES - 1_024
"""Size of a packed key list that goes into one mail frame, its head and signature left room."""
ALL = ""
"""Target of what every point is told."""


@dataclass(frozen=True, slots=True)
class Post:
    """One record for one point, or for all of them (`ALL`)."""

    target: str
    record: MailRecord


class Board(Protocol):
    """Where things are posted."""

    def setting(self, name: str) -> bytes | None:
        """Named bytes, None where there are none."""

    def post(self, posts: Sequence[Post], settings: dict[str, bytes] | None = None) -> None:
        """Post all of them, in this order, and keep the settings; or nothing at all."""

    def documents(self) -> Sequence[DocumentRow]:
        """What was posted of documents."""

    def granted(self) -> Sequence[Grant]:
        """Every block that was posted, or that a desk says it has."""

    def chains(self) -> Sequence[SafeMark]:
        """How far every chain is taken in."""


def post_document(board: Board, name: str, data: bytes, valid_from: date, target: str = ALL) -> DocumentRow:
    """Post a reference document under its next version; the very same one once more is not posted again.

    Raises:
        DeskError: as `check_document`: no desk would take it; ``trust.unknown_point`` with ``point``; ``centre.no_key_list``.
    """
    check_document(name, data)
    if target != ALL:
        _require_point(board, target, valid_from)
    earlier = [row for row in board.documents() if row.name == name]
    row = document_row(name, max((each.version for each in earlier), default=0) + 1, valid_from, data)
    for each in earlier:
        if (each.sha256, each.valid_from) == (row.sha256, valid_from) and target == ALL:
            return each
    board.post([Post(target, record) for record in document_records(row, data)])
    return row


def post_grant(board: Board, grant: Grant, day: date) -> bool:
    """Grant a block of numbers to a device; the same once more changes nothing. Returns whether it is new.

    Raises:
        DeskError: ``number.block_overlap`` with ``prefix`` where any device has or was granted a number of it; as `KeyList.of_device`;
            ``centre.no_key_list``.
    """
    row = _keys(board).of_device(grant.device, day)
    known = board.granted()
    if grant in known:
        return False
    if any(_meet(grant.block, each.block) for each in known):
        raise DeskError("number.block_overlap", "block", prefix=grant.block.prefix)
    board.post([Post(row.point, grant_record(grant))])
    return True


def post_staff(board: Board, data: bytes) -> tuple[StaffList, bool]:
    """Send the desks of a point its newer staff list, and no other point; the same one once more is not posted again.

    Returns:
        The list, and whether it is new.

    Raises:
        DeskError: as `prove_staff_list` and `later_list`; ``trust.unknown_point`` with ``point``; ``centre.no_key_list``.
    """
    keys, province = _keys(board), board.setting(PROVINCE_KEY) or b""
    content = prove_staff_list(data, province).content
    if all(row.point != content.point for row in keys.desks):
        raise DeskError("trust.unknown_point", "point", point=content.point)
    name = f"{STAFF}:{content.point}"
    kept = board.setting(name)
    if not later_list(prove_staff_list(kept, province).content if kept is not None else None, content):
        return content, False
    row = document_row(STAFF, content.issue, content.day, data)
    board.post([Post(content.point, record) for record in document_records(row, data)], {name: data})
    return content, True


def post_keys(board: Board, data: bytes, province: bytes | None = None) -> ProvedKeyList:
    """Go on with a newer key list, here and at every desk; the same one once more is not posted again.

    Args:
        board: where.
        data: the list as a file.
        province: the province's key (32 bytes) where the centre has none yet.

    Raises:
        DeskError: ``centre.no_province`` where neither is known; ``centre.keys_too_large`` with ``desks``, ``limit`` for one that no mail
            frame holds; as `prove_key_list` and `later_of`.
    """
    key = board.setting(PROVINCE_KEY) or province
    if key is None:
        raise DeskError("centre.no_province", "fingerprint")
    kept = board.setting(KEY_LIST)
    offered = prove_key_list(data, key)
    chosen = later_of(prove_key_list(kept, key) if kept is not None else None, offered)
    if chosen is offered:
        _require_fits(data, len(offered.content.desks))
        record = MailRecord(RecordKind.KEYS, data)
        board.post([Post(ALL, record)], {KEY_LIST: data, PROVINCE_KEY: key})
    return chosen


def _require_fits(data: bytes, rows: int) -> None:
    """A list goes to desks in one mail frame; posted all the same, it and every later one would stand still unseen."""
    packed = len(zlib.compress(data, 9))
    if packed > MAX_KEYS_PACKED:
        raise DeskError("centre.keys_too_large", "file", desks=rows, limit=rows * MAX_KEYS_PACKED // packed)


def begin_backup(board: Board) -> int:
    """Remember how far the chains are, before a backup begins: all of that will lie in it. Returns how many chains there are."""
    marks = list(board.chains())
    board.post([], {BEGUN: safe_record(marks).body})
    return len(marks)


def post_backed_up(board: Board, day: date) -> int:
    """Tell the desks what lies in the backup that is whole now. Returns how many points are told.

    Raises:
        DeskError: ``centre.backup_not_begun`` where nobody said when it began: what came later may not lie in it; ``centre.no_key_list``.
    """
    begun = board.setting(BEGUN)
    marks = read_safe(begun) if begun is not None else ()
    if not marks:
        raise DeskError("centre.backup_not_begun")
    keys = _keys(board)
    by_point: dict[str, list[SafeMark]] = {}
    for mark in marks:
        for point in {row.point for row in keys.desks if row.device == mark.device and row.holds_on(day)}:
            by_point.setdefault(point, []).append(mark)
    posts = [Post(point, safe_record(by_point[point])) for point in sorted(by_point)]
    board.post(posts, {BEGUN: safe_record([]).body})
    return len(posts)


def block_of_event(device: int, body: bytes) -> Grant | None:
    """The block of an event ``block.granted``; None where a desk wrote something else there."""
    try:
        made = canonical.decode(body, 4_096)
        return Grant(device, NumberBlock(str(made["prefix"]), _whole(made["first"]), _whole(made["last"])))
    except (DeskError, KeyError, TypeError):
        return None


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _meet(one: NumberBlock, other: NumberBlock) -> bool:
    return one.prefix == other.prefix and one.first <= other.last and other.first <= one.last


def _require_point(board: Board, point: str, day: date) -> None:
    keys = _keys(board)
    if all(row.point != point for row in keys.desks):
        keys.of_point(point, day)


def _keys(board: Board) -> KeyList:
    data, key = board.setting(KEY_LIST), board.setting(PROVINCE_KEY)
    if data is None or key is None:
        raise DeskError("centre.no_key_list")
    return prove_key_list(data, key).content
