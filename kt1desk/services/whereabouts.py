"""Who holds what, told to people: holders by name, what each answers for in the order in which it must leave, and the places of the point.

This module writes nothing, and it must not know how a holder is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import Holder, HolderKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.due import DueClock, DueItem
from kt1desk.services.holding import PLACES
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class HeldWhere:
    """One holder.

    Attributes:
        holder: who or what it is.
        name: of a person his name, of a place its code and kind, of a bag its number, of a dispatch where it goes.
        count: how many items he answers for.
        items: the items, what must leave next first.
        mine: whether whoever asks is the holder.
    """

    holder: Holder
    name: str = field(repr=False)
    count: int
    items: tuple[DueItem, ...]
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Holders and places of a point, at one moment."""

    holders: tuple[HeldWhere, ...]
    places: Mapping[str, str]
    """Name of each place by its code."""


class Locator:
    """Tells where everything is."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def whereabouts(self, session: Session) -> Whereabouts:
        """Everything that this point answers for: persons first, whoever asks before the others, then places, bags and dispatches.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(
                session, act_for(self.service, Act.SEE_CUSTODY), reader.open_shift(), self._clock
            )
            clock = DueClock.at(self._reference, on, self._clock.now().utc_ms)
            places = self._places(reader)
            found = []
            for text, count in reader.holders(service=self.service):
                holder = Holder.parse(text)
                mine = holder.kind is HolderKind.PERSON and holder.name == session.actor.user_id
                name = self._name(reader, holder, places, on)
                items = clock.listed(reader, reader.held(text, service=self.service))
                found.append(HeldWhere(holder, name, count, items, mine))
        kinds = list(HolderKind)
        ranked = sorted(
            found, key=lambda each: (kinds.index(each.holder.kind), not each.mine, each.holder.ref)
        )
        return Whereabouts(tuple(ranked), places)

    def _places(self, reader: Reader) -> Mapping[str, str]:
        words = self._reference.coded
        return {
            row.entry: f"{word_for(words, CodeList.SAFE_KIND, row.values.get('kind', ''))} {row.entry}"
            for row in reader.register_rows(PLACES)
        }

    def _name(self, reader: Reader, holder: Holder, places: Mapping[str, str], on: date) -> str:
        if holder.kind is HolderKind.PERSON:
            user = reader.user(holder.name)
            return user.name if user is not None else holder.name
        if holder.kind is HolderKind.PLACE:
            return places.get(holder.name, holder.name)
        if holder.kind is HolderKind.TRIP:
            row = reader.dispatch(holder.ref, service=self.service)
            return self._point_name(row.to, on) if row is not None else holder.ref
        return holder.ref

    def _point_name(self, code: str, on: date) -> str:
        try:
            return self._reference.point(code, on).name
        except DeskError:
            return code
