"""What lies in a cover of a case: its list of papers as signed, its seal, and which way it goes.

A case has several covers: the one it began with, supplements, enclosures. Each is counted against its own list alone. This module must not
know who counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.dossier import Direction, PaperLine, Presence, count_papers
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DossierAccepted, DossierListed, read_dossier_accepted, read_lines
from kt1desk.domain.facts.authority import DossierSupplemented, EnclosureMade
from kt1desk.domain.procedure import Procedure
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.ports import Reader


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a cover.

    Attributes:
        item: its number.
        dossier: the case, "" where only its label is known here.
        way: None where only its label is known here; a dispatch may have told it before its case is known.
        seal: number of its seal, or "".
        papers: what was brought in it, line by line; nothing for a result or an enclosure.
        documents: how many documents its list says.
        known: whether there is a list to count against.
    """

    item: str
    dossier: str = ""
    way: Way | None = None
    seal: str = ""
    papers: tuple[PaperLine, ...] = ()
    documents: int = 0
    known: bool = False


def contents(reader: Reader, item: str) -> Contents:
    """What is known of a cover's contents; only its number where its case is not known here."""
    cover = reader.cover(item)
    if cover is None:
        return Contents(item)
    way = next((way for way in Way if way.value == cover.way), None)
    if not cover.dossier:
        return Contents(item, way=way)
    events = reader.case_events(cover.dossier)
    for event in events:
        found = _begun(event, item, events)
        if found is not None:
            return found
    return Contents(item, cover.dossier, way)


def listed(events: Sequence[Event], begun: Event) -> tuple[PaperLine, ...]:
    """The list that belongs to an acceptance or a supplement: its parts name it as their parent."""
    parts = [
        event
        for event in events
        if event.envelope.type == DossierListed.TYPE and begun.id in event.envelope.parents
    ]
    ordered = sorted(parts, key=lambda event: str(event.body()["first"]).zfill(6))
    return tuple(line for event in ordered for line in read_lines(event.body()))


def procedure_of(reader: Reader, case: CaseRow) -> Procedure | None:
    """The version that a case was accepted under, whatever was imported since; None where this desk does not have it."""
    try:
        on = date.fromisoformat(case.procedure_version)
    except ValueError:
        return None
    return reader.procedure(case.procedure, on)


def _begun(event: Event, item: str, events: Sequence[Event]) -> Contents | None:
    """What an event says of the cover that began with it."""
    if event.envelope.type == DossierAccepted.TYPE:
        accepted = read_dossier_accepted(event)
        leg = next((leg for leg in accepted.legs if leg.item == item), None)
        if leg is None:
            return None
        if leg.direction != Direction.SEND.value:
            return Contents(item, accepted.dossier, Way.RETURN)
        return _counted(item, accepted.dossier, Way.SEND, accepted.seal, listed(events, event))
    if event.envelope.type == DossierSupplemented.TYPE:
        more = DossierSupplemented.of(event.body())
        if more.item != item:
            return None
        return _counted(item, more.dossier, Way.SUPPLEMENT, more.seal, listed(events, event))
    if event.envelope.type == EnclosureMade.TYPE:
        made = EnclosureMade.of(event.body())
        if made.item == item:
            return Contents(item, made.dossier, Way(made.way), documents=made.pieces, known=True)
    return None


def _counted(item: str, dossier: str, way: Way, seal: str, lines: tuple[PaperLine, ...]) -> Contents:
    brought = tuple(line for line in lines if line.presence is Presence.BROUGHT)
    return Contents(item, dossier, way, seal, brought, count_papers(brought), known=True)
