"""Something that came, held against what is known of it: was it expected, in which receptacle, by which dispatch, is it new at all.

This module must not know how an arrival is written down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.custody import State, Step, ThingKind, after, require_step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import DispatchRecalled, DispatchSent, ItemArrived, ReceptacleReceived
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.identifiers import point_of_local, receptacle_number
from kt1desk.services.arrival_view import BAG_CONDITIONS, INTACT, SEAL_BROKEN, SEAL_DIFFERS
from kt1desk.services.custody_rows import DispatchRow, ReceptacleRow, StandingRow
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.ports import Reader

_STEPS: Mapping[ThingKind, Step] = {ThingKind.ITEM: Step.ARRIVE, ThingKind.RECEPTACLE: Step.RECEIVE}
_CAME: Mapping[ThingKind, str] = {
    ThingKind.ITEM: ItemArrived.TYPE,
    ThingKind.RECEPTACLE: ReceptacleReceived.TYPE,
}
_WENT = frozenset({DispatchSent.TYPE, DispatchRecalled.TYPE})


class ScanOutcome(StrEnum):
    """What a scan at an arrival came to."""

    EXPECTED = "expected"
    ALREADY = "already"
    SURPLUS = "surplus"
    BEFORE_DATA = "before_data"
    """It came before its data: taken by its label."""
    ELSEWHERE = "elsewhere"
    """It belongs to another receptacle or dispatch by what is known here; it is confirmed all the same, for it is here."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item against what is known: what it came to, what it is recorded with, and ``home``, the dispatch it was sent with.

    ``told`` is False where it lay in a receptacle of which nothing is known here, or was sent elsewhere by all that is: then its last leg
    is not known either, and one that came loose names none.
    """

    outcome: ScanOutcome
    receptacle: str
    dispatch: str
    from_point: str
    home: str
    told: bool


def find(reader: Reader, at: Occasion, number: str, typed: str) -> Found:
    """Hold an item that lies here against what is known of it.

    Args:
        reader: of the transaction.
        at: the occasion.
        number: of the item.
        typed: the receptacle it lay in, "" where it came loose.

    Raises:
        DeskError: ``receptacle.number_shape``, ``arrival.not_opened``.
    """
    held = reader.held_item(number, service=at.service)
    home = reader.receptacle(held.inside, service=at.service) if held is not None and held.inside else None
    lay_in = _opened(reader, at, receptacle_number(typed)) if typed else ""
    bag = reader.receptacle(lay_in, service=at.service) if lay_in else None
    if bag is None and home is not None and _is_open_here(reader, at, home.receptacle):
        bag = home
    was_here = was_sent_here(reader, at, home)
    by = bag or (home if was_here else None)
    brought = reader.dispatch(by.dispatch, service=at.service) if by is not None and by.dispatch else None
    return Found(
        outcome=_outcome(bag, by if bag is None else home, came_loose=not typed),
        receptacle=bag.receptacle if bag is not None else "",
        dispatch=by.dispatch if by is not None else "",
        from_point=giver_of(brought, by.dispatch if by is not None else "", at),
        home=home.dispatch if home is not None else "",
        told=(bag is None or is_known(bag)) and was_here,
    )


def _outcome(bag: ReceptacleRow | None, home: ReceptacleRow | None, *, came_loose: bool) -> ScanOutcome:
    """``home`` is the receptacle that its dispatch tells of, ``bag`` the one it lay in."""
    if home is None or (bag is not None and not is_known(bag)):
        return ScanOutcome.SURPLUS if is_known(bag) else ScanOutcome.BEFORE_DATA
    if came_loose or (bag is not None and bag.receptacle == home.receptacle):
        return ScanOutcome.EXPECTED
    return ScanOutcome.ELSEWHERE


def _opened(reader: Reader, at: Occasion, receptacle: str) -> str:
    if not _is_open_here(reader, at, receptacle):
        raise DeskError("arrival.not_opened", "receptacle", number=receptacle)
    return receptacle


def _is_open_here(reader: Reader, at: Occasion, receptacle: str) -> bool:
    standing = reader.standing(receptacle, service=at.service)
    return standing is not None and standing.state is State.OPENED and standing.point == at.point


def was_sent_here(reader: Reader, at: Occasion, row: ReceptacleRow | None) -> bool:
    """Whether a receptacle can have come by the last dispatch that is known of it; True where none is."""
    last = reader.dispatch(row.dispatch, service=at.service) if row is not None and row.dispatch else None
    return last is None or last.to in {"", at.point}


def is_known(row: ReceptacleRow | None) -> bool:
    """Whether the data of a receptacle has come: somebody said what is in it."""
    return row is not None and row.items > 0


def is_already(reader: Reader, at: Occasion, kind: ThingKind, number: str) -> bool:
    """Whether it was taken over here before and has not left since; an item that a dispatch tells of meanwhile is confirmed with it."""
    standing = reader.standing(number, service=at.service)
    if standing is None or after(kind, standing.state, _STEPS[kind]) is not None:
        return False
    stations = reversed(reader.stations(number, service=at.service))
    here = (KT1_TYPE_OF.get(each.type, each.type) for each in stations if each.point == at.point)
    last = next((kind_of for kind_of in here if kind_of == _CAME[kind] or kind_of in _WENT), "")
    return last == _CAME[kind]


def next_step(
    reader: Reader, standing: StandingRow | None, at: Occasion, step: Step, *, told: bool
) -> tuple[int, tuple[EventId, ...]]:
    """Custody number and parent of an arrival.

    Where the data of the last leg has not come there is no parent to name: another point moved it after the last that is known here. It
    is then counted as one more than that, so that it is newest here until the dispatch comes that it belongs to. So it is with what was
    called back: that was only said, and whoever received it meanwhile may have sent it here since.

    Args:
        reader: of the transaction.
        standing: where the thing stands by what is known; None for nothing.
        at: the occasion.
        step: how it arrives.
        told: whether what is known here is the leg by which it came.

    Raises:
        DeskError: ``custody.step`` where it is in this point's hands by the books and cannot have arrived.
    """
    if standing is None:
        return 0, ()
    may = after(standing.kind, standing.state, step) is not None
    is_away = standing.point != at.point or _was_called_back(reader, standing)
    if (may and not told) or (not may and is_away):
        return standing.n + 1, ()
    require_step(standing.kind, standing.number, standing.state, step)
    return standing.n + 1, (standing.head,)


def _was_called_back(reader: Reader, standing: StandingRow) -> bool:
    """Whether a thing is here only because its dispatch was taken back: nobody has had it in his hands since."""
    last = reader.any_event(standing.head)
    return (
        last is not None and KT1_TYPE_OF.get(last.envelope.type, last.envelope.type) == DispatchRecalled.TYPE
    )


def giver_of(brought: DispatchRow | None, dispatch: str, at: Occasion) -> str:
    """The point that must be told of an arrival: whose dispatch it was, by its data or, before they came, by its number; "" for nobody.

    Whoever called the dispatch back too late would else go on believing that he has it.
    """
    point = (brought.point if brought is not None else "") or point_of_local(dispatch)
    return point if point != at.point else ""


def brought_by(reader: Reader, at: Occasion, typed: str, row: ReceptacleRow | None) -> DispatchRow | None:
    """The dispatch that brought a receptacle, where its data is known: the one that tells of it, unless its manifest names a newer one.

    Raises:
        DeskError: ``dispatch.not_for_here``.
    """
    told = row.dispatch if row is not None and is_known(row) else ""
    named = reader.dispatch(typed, service=at.service) if typed else None
    is_newer = bool(typed) and (named is None or not named.receptacles)
    found = named if is_newer or not told else reader.dispatch(told, service=at.service)
    if found is None or not found.receptacles or found.point == at.point:
        return None
    if found.to != at.point:
        raise DeskError("dispatch.not_for_here", "dispatch", number=found.dispatch)
    return found


def condition_of(told: str, seal: str, row: ReceptacleRow | None) -> str:
    """What is said of a receptacle, and what its seal says: another number than its data has is never intact.

    Raises:
        DeskError: ``arrival.condition``.
    """
    if told not in BAG_CONDITIONS:
        raise DeskError("arrival.condition", "condition")
    if told != INTACT:
        return told
    if not seal:
        return SEAL_BROKEN
    return SEAL_DIFFERS if row is not None and is_known(row) and row.seal != seal else INTACT
