"""Up to which event of this desk the centre has a backup: nothing after it may be purged here.

This module must not know who purges what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream
from kt1desk.exchange.mail_records import SafeMark
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.taking import Outcome

_NAME = "mail.safe"


def keep_safe(notes: Notes, marks: Iterable[SafeMark]) -> Outcome:
    """Keep what the centre said last, also where that is less than before: a backup may have been lost."""
    told = {**(notes.get(_NAME) or {})}
    said: dict[str, Json] = {str(mark.stream): [mark.incarnation, mark.seq] for mark in sorted(marks)}
    if told | said == told:
        return Outcome.ALREADY
    notes.put(_NAME, told | said)
    return Outcome.NEW


def safe_upto(notes: Notes) -> Mapping[Stream, tuple[int, int]]:
    """For each stream the incarnation and the last event of it that lies in a backup; a stream is missing where none does.

    All earlier incarnations of the stream lie in it whole.
    """
    told = notes.get(_NAME) or {}
    read: dict[Stream, tuple[int, int]] = {}
    for stream in Stream:
        row = told.get(str(stream.value))
        if isinstance(row, list) and len(row) == 2 and isinstance(row[0], int) and isinstance(row[1], int):
            read[stream] = (row[0], row[1])
    return read
