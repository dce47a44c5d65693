"""What lies here for authorities, and how far the re-count has come with each of them. Nothing of Qt.

A hand-over that was begun with one authority waits while another is served.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kt1desk.desktop.needs.one_stop import ReadyView
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft, ReadyAuthority, ReadyCover

_NOTHING = ReadyView((), (), 0, 0)


class HandState:
    """The view as it was read, and the hand-overs that were begun."""

    def __init__(self) -> None:
        self.view = _NOTHING
        self.authority = ""
        self._handings: dict[str, HandoverDraft] = {}

    def chosen(self) -> ReadyAuthority | None:
        """The authority in front, None for none."""
        known = (each for each in self.view.authorities if each.authority_id)
        return next((each for each in known if each.authority_id == self.authority), None)

    def covers(self) -> Sequence[ReadyCover]:
        """What lies here for it; after it what only a label is known of: it may be for any authority."""
        chosen = self.chosen()
        if chosen is None:
            return ()
        unknown = (each.covers for each in self.view.authorities if not each.authority_id)
        return (*chosen.covers, *(cover for covers in unknown for cover in covers))

    def find(self, item: str) -> tuple[ReadyAuthority, ReadyCover] | None:
        """A cover and whom it is for."""
        return next(
            (
                (authority, cover)
                for authority in self.view.authorities
                for cover in authority.covers
                if cover.item == item
            ),
            None,
        )

    def handing(self) -> HandoverDraft:
        """How far the hand-over to the authority in front has come."""
        return self._handings.get(self.authority, HandoverDraft(self.authority))

    def handings(self) -> tuple[HandoverDraft, ...]:
        """All that were begun."""
        return tuple(self._handings.values())

    def draft(self) -> HandoverDraft:
        """What both would sign now: what was counted and still lies here."""
        covers = tuple(self.counted().values())
        items = {each.item for each in covers}
        cases = {cover.dossier for cover in self.covers() if cover.item in items}
        handing = self.handing()
        return replace(handing, covers=covers, fees=tuple(each for each in handing.fees if each in cases))

    def restore(self, handings: Iterable[HandoverDraft]) -> None:
        """What was begun before; what was begun since stays."""
        self._handings = {**{each.authority: each for each in handings}, **self._handings}

    def change(self, handing: HandoverDraft) -> None:
        """It has come so far."""
        begun = handing.covers or handing.officer_name or handing.officer_position
        if begun:
            self._handings[handing.authority] = handing
        else:
            self._handings.pop(handing.authority, None)

    def count(self, counted: CountedCover, dossier: str, *, fees: bool) -> None:
        """A cover was counted, or counted again; ``fees``: the authority's money of its case goes along."""
        handing = self.handing()
        others = tuple(each for each in handing.covers if each.item != counted.item)
        due = tuple(each for each in handing.fees if each != dossier)
        self.change(replace(handing, covers=(*others, counted), fees=(*due, dossier) if fees else due))

    def uncount(self, item: str) -> bool:
        """Its count does not hold; False where it was not counted."""
        handing = self.handing()
        left = tuple(each for each in handing.covers if each.item != item)
        cases = {cover.dossier for cover in self.covers() if cover.item == item}
        fees = tuple(each for each in handing.fees if each not in cases)
        self.change(replace(handing, covers=left, fees=fees))
        return len(left) < len(handing.covers)

    def forget(self, authority: str) -> None:
        """Its record is made."""
        self._handings.pop(authority, None)

    def counted(self) -> Mapping[str, CountedCover]:
        """The covers of the authority in front that were counted and still lie here."""
        here = {cover.item for cover in self.covers()}
        return {each.item: each for each in self.handing().covers if each.item in here}

    def tallies(self) -> Mapping[str, int]:
        """How many covers were counted, by authority."""
        return {each.authority: len(each.covers) for each in self.handings()}
