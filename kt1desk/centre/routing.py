"""For whom an event is: the points its body names, and the other desks of its own point.

A body is read only where its type is one that is told to somebody. A point that is in no key list has no desk that could ask, so what is
addressed to it goes to the dead letters and a person is told (sync: a record is never accepted and then dropped for want of a reader).

This module must not know how mail is made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kt1desk.centre.ledger_values import EventRow
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.mail import MAIL_TYPES, audience, siblings
from kt1desk.exchange.trust import KeyList


@dataclass(frozen=True, slots=True)
class Province:
    """The points there are.

    Attributes:
        known: every point that ever had a desk.
        working: those that have one today.
        shared: those that have two or more today, with the devices they ever had.
        desks: the devices that each of them has today.
    """

    known: frozenset[str]
    working: tuple[str, ...]
    shared: Mapping[str, tuple[int, ...]]
    desks: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, keys: KeyList, today: date) -> Province:
        """The points of a key list on a day."""
        holding = [row for row in keys.desks if row.holds_on(today)]
        desks: dict[str, set[int]] = {}
        for row in holding:
            desks.setdefault(row.point, set()).add(row.device)
        ever = {
            point: tuple(sorted({row.device for row in keys.desks if row.point == point}))
            for point, devices in desks.items()
            if len(devices) > 1
        }
        today_at = {point: frozenset(devices) for point, devices in desks.items()}
        return cls(frozenset(row.point for row in keys.desks), tuple(sorted(desks)), ever, today_at)

    def route(self, row: EventRow) -> tuple[str, ...]:
        """The points an event is for, in their order; also such as nobody knows.

        Raises:
            DeskError: ``canonical.form`` where its body cannot be read.
        """
        own = (row.point,) if row.point in self.shared and siblings(row.type) else ()
        if row.type not in MAIL_TYPES:
            return own
        others = (point for point in audience(row.type, read_body(row.body)) if point != row.point)
        return tuple(sorted({*own, *others}))


def read_body(data: bytes) -> Mapping[str, Json]:
    """What a body says, as far as it can be read at all. Whether it is written in its one form, whoever takes the event in asks.

    Raises:
        DeskError: ``canonical.form``.
    """
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DeskError("canonical.form") from error
    if not isinstance(body, dict):
        raise DeskError("canonical.form")
    return body
