"""Cases: what is known to have happened to each is kept, and each is folded again in the order of hybrid time.

The same for our own events and for those of other desks, in whatever order they come: an event of a cover whose case is not known waits
under the cover's number until the case comes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import bindparam, insert, text, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.authority import (
    ApplicantTold,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
)
from kt1desk.domain.facts.custody import ItemDelivered, ItemForwarded
from kt1desk.domain.facts.dossier_money import FeeCorrected, FeesRemitted, OfficialReceiptEntered
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.store.case_tables import LABEL_ONLY, case_event
from kt1desk.store.projections import case_fold, covers
from kt1desk.store.projections.seats import own_point
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

COLLECTED = "collected"
"""The kind of sum that is the authority's (`kt1desk.domain.facts.FeeCorrected`)."""

_KEEP = Prepared(insert(case_event))
_EMPTY: Mapping[str, object] = {
    column.name: 0 if column.type.python_type is int else "" for column in case_event.c
}
_WAITING = Prepared(
    update(case_event)
    .where(case_event.c.item == bindparam("of_item"), text(LABEL_ONLY))
    .values(dossier=bindparam("of_dossier"))
)


def accepted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A case and its covers; what came before it is joined to it."""
    covers.of_acceptance(connection, event, body)
    sums, number = cast(Mapping[str, int], body["sums"]), str(body["dossier"])
    for leg in cast(Sequence[Mapping[str, Json]], body["legs"]):
        _join(connection, str(leg["item"]))
    said = {
        "code": body["form"],
        "official": body.get("official", ""),
        "day": body.get("official_day", ""),
        "receipt": body.get("receipt", ""),
        "amount_dong": sums["collected"],
    }
    _happened(connection, event, number, said)


def named(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Something that concerns a case and moves it no further: its list, a complaint, somebody who looked."""
    number = str(body.get("dossier", ""))
    if number:
        _happened(connection, event, number, {"item": body.get("item", "")})


def reversed_(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Taken back."""
    _happened(connection, event, str(body["dossier"]), {"code": body["reason"]})


def handed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A cover is with its authority. Money that another point handed over with it is told by this alone."""
    fact = DossierHanded.of(body)
    passed_on = 0 if fact.point == own_point(connection) else fact.fees_dong
    _of_cover(connection, event, (fact.dossier, fact.item), {"amount_dong": passed_on})


def registered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The authority took it up."""
    fact = DossierRegistered.of(body)
    said = {
        "official": fact.official,
        "received_day": fact.received_day,
        "day": fact.official_day,
        "flag": int(fact.slip),
    }
    _happened(connection, event, fact.dossier, said)


def decided(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The authority asks for more, refuses, stops or postpones."""
    fact = DossierDecided.of(body)
    _happened(connection, event, fact.dossier, {"code": fact.outcome, "day": fact.day})


def told(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The applicant knows of something."""
    fact = ApplicantTold.of(body)
    told_ms = fact.told_ms or event.envelope.happened.utc_ms
    _happened(connection, event, fact.dossier, {"about": fact.event, "happened_ms": told_ms})


def supplemented(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What was asked for goes after the first cover."""
    covers.supplemented(connection, event, body)
    _of_cover(connection, event, (str(body["dossier"]), str(body["item"])), {})


def enclosed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A paper travels beside the case."""
    covers.enclosed(connection, event, body)
    _of_cover(connection, event, (str(body["dossier"]), str(body["item"])), {})


def result_taken(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A result is in the post's hands."""
    covers.result_taken(connection, event, body)
    fact = ResultTaken.of(body)
    _of_cover(
        connection, event, (fact.dossier, fact.item), {"official": fact.official, "about": fact.takeover}
    )


def cover_delivered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A cover was given out, or back: what it means for the case follows from the way it goes."""
    fact = ItemDelivered.of(body)
    _of_cover(connection, event, ("", fact.item), {"code": fact.party, "about": fact.reference})


def cover_stands(connection: Connection, item: str) -> None:
    """A cover is somewhere else by custody, which says whether the case may be over; nothing where no case of it is known."""
    number = covers.case_of(connection, item)
    if number:
        case_fold.again(connection, number)


def cover_forwarded(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A cover goes to somebody else: who, stands beside the event, which is therefore known of the case."""
    _of_cover(connection, event, ("", ItemForwarded.of(body).item), {})


def fees_remitted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The authority's money was passed on, case by case."""
    sums: dict[str, int] = {}
    for number, amount_dong in FeesRemitted.of(body).cases:
        sums[number] = sums.get(number, 0) + amount_dong
    for number, amount_dong in sums.items():
        _happened(connection, event, number, {"amount_dong": amount_dong})


def fee_corrected(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A sum was put right; only the authority's is kept along."""
    fact = FeeCorrected.of(body)
    more_dong = fact.more_dong - fact.back_dong if fact.kind == COLLECTED else 0
    _happened(connection, event, fact.dossier, {"amount_dong": more_dong, "receipt": fact.receipt})


def receipt_entered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The authority's receipt came after the acceptance."""
    fact = OfficialReceiptEntered.of(body)
    _happened(connection, event, fact.dossier, {"receipt": fact.receipt})


def _of_cover(
    connection: Connection, event: Event, which: tuple[str, str], said: Mapping[str, object]
) -> None:
    """Something that happened to a cover, named by case and number; the case may have to be found by the number."""
    number, item = which
    number = number or covers.case_of(connection, item)
    if number:
        _join(connection, item)
    _happened(connection, event, number, {**said, "item": item})


def _join(connection: Connection, item: str) -> None:
    """What happened to a cover before its case was known belongs to the case."""
    number = covers.case_of(connection, item)
    if number:
        _WAITING.run(connection, {"of_item": item, "of_dossier": number})


def _happened(connection: Connection, event: Event, number: str, said: Mapping[str, object]) -> None:
    hlc = event.envelope.hlc
    row = {
        "dossier": number,
        "type": event.envelope.type,
        "hlc_ms": hlc.ms,
        "hlc_count": hlc.count,
        "happened_ms": event.envelope.happened.utc_ms,
    }
    _KEEP.run(connection, {**_EMPTY, **identity(event.id), **row, **said})
    if number:
        case_fold.again(connection, number)
