"""What the books hold of a day's customers, by the names that the plan of the day has for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import read_dossier_accepted, read_item_accepted
from kt1desk.domain.facts.items import Party
from kt1desk.services.ports import Reader

_ALL = 100_000
_TAKEN_BACK = (
    (Stream.KT1, "item.reversed", "item"),
    (Stream.COUNTER, "dossier.reversed", "dossier"),
)


def accepted(reader: Reader) -> Mapping[str, Mapping[str, object]]:
    """Every acceptance of both streams by its number, oldest first."""
    found: dict[str, Mapping[str, object]] = {}
    for event in reader.events_after(Stream.KT1, 0, _ALL):
        if event.envelope.type == "item.accepted":
            number, kept = _item(event)
            assert number not in found
            found[number] = kept
    for event in reader.events_after(Stream.COUNTER, 0, _ALL):
        if event.envelope.type == "dossier.accepted":
            number, kept = _dossier(event)
            assert number not in found
            found[number] = kept
    return found


def taken_back(reader: Reader) -> Sequence[str]:
    """Numbers of the items and dossiers that were taken back."""
    return [
        str(event.body()[names])
        for stream, type_, names in _TAKEN_BACK
        for event in reader.events_after(stream, 0, _ALL)
        if event.envelope.type == type_
    ]


def _item(event: Event) -> tuple[str, Mapping[str, object]]:
    fact, handed = read_item_accepted(event), event.particular("handed_by")
    return fact.item, {
        "sender": _party(fact.sender),
        "receiver": _party(fact.receiver),
        "weight": fact.weight_g,
        "secrecy": fact.secrecy,
        "urgency": fact.urgency,
        "agreed_ms": fact.agreed_ms,
        "handed_by": handed["name"] if handed else "",
        "number": fact.item,
    }


def _party(party: Party | None) -> object:
    """An agency of the list by its id, anybody else as written."""
    assert party is not None
    return party.agency or (party.name, party.province, party.address)


def _dossier(event: Event) -> tuple[str, Mapping[str, object]]:
    fact, who = read_dossier_accepted(event), event.particular("applicant")
    assert who is not None
    return fact.dossier, {
        "form": fact.form,
        "procedure": fact.procedure,
        "identity": who["identity"],
        "name": who["name"],
        "phone": who["phone"],
        "address": who["address"],
        "official": fact.official,
        "weight": fact.legs[0].weight_g if fact.form != "return" else 0,
        "number": fact.legs[0].item,
    }
