"""What this desk wrote in the open shift, read once: payments, what came in and went out, numbers voided, seals used.

Times of events say when something happened, which may be long before it was written; the shift is what was written since it was opened.
Of KT1 nothing is read for whoever may not know of it. This module must not know what is asked of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, HybridTime, Stream
from kt1desk.domain.facts import (
    CashPaid,
    CashReceived,
    DossierAccepted,
    DossierHanded,
    DossierReversed,
    ItemAccepted,
    ItemReversed,
    NumberVoided,
    ResultTaken,
    ShiftOpened,
)
from kt1desk.domain.facts.custody import ItemDelivered
from kt1desk.domain.facts.dispatches import DispatchRecalled, DispatchSent
from kt1desk.domain.facts.dossier_custody import fact_type
from kt1desk.domain.facts.receptacles import ItemArrived, ReceptacleClosed
from kt1desk.domain.service import Service
from kt1desk.services.ports import Reader
from kt1desk.services.rows import ShiftRow


@dataclass(frozen=True, slots=True)
class Flow:
    """Things of one service in a shift: what came in and is not taken back, what went out and was not called back.

    Attributes:
        accepted: at this desk; what was taken back in the same shift, or replaced, is not among them.
        came: from other points or agencies, or back with a dispatch of an earlier shift that was recalled.
        sent: gone with dispatches.
        given: to whom they are for, or back to who had handed them over in an earlier shift.
    """

    accepted: int = 0
    came: int = 0
    sent: int = 0
    given: int = 0


@dataclass(slots=True)
class ShiftEvents:
    """What was found, filled while the events are read.

    Attributes:
        received, paid: đồng that came in and went out, by the moment: cash of one moment was paid in one go.
        voided: numbers that were voided, by service.
        seals: of the bags that were closed.
        counts: how many things took which way, by service and field of `Flow`.
        undone: numbers of acceptances and dispatches that were undone and whose beginning was not met yet; it is read backwards.
    """

    received: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    paid: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    voided: dict[Service, list[str]] = field(default_factory=lambda: defaultdict(list))
    seals: list[str] = field(default_factory=list)
    counts: Counter[tuple[Service, str]] = field(default_factory=Counter)
    undone: dict[str, Callable[[], None]] = field(default_factory=dict)

    def flow(self, service: Service) -> Flow:
        """What came and went of a service."""
        return Flow(*(self.counts[service, name] for name in ("accepted", "came", "sent", "given")))


def read_shift(reader: Reader, shift: ShiftRow, services: Collection[Service]) -> ShiftEvents:
    """Read the open shift backwards to its opening.

    Raises:
        DeskError: ``store.damaged`` where it has none.
    """
    found = ShiftEvents()
    opened: HybridTime | None = None
    for event in reader.newest(Stream.COUNTER):
        if event.envelope.type == ShiftOpened.TYPE and event.body()["shift"] == shift.shift:
            opened = event.envelope.hlc
            break
        _note(found, reader, event)
    if opened is None:
        raise DeskError("store.damaged")
    if Service.KT1 in services:
        for event in _since(reader, opened):
            _note(found, reader, event)
    for belongs_to_an_earlier_shift in found.undone.values():
        belongs_to_an_earlier_shift()
    return found


def _since(reader: Reader, opened: HybridTime) -> Iterator[Event]:
    for event in reader.newest(Stream.KT1):
        if (event.envelope.hlc.ms, event.envelope.hlc.count) < (opened.ms, opened.count):
            return
        yield event


_Noting = Callable[[ShiftEvents, Reader, Event], None]


def _note(found: ShiftEvents, reader: Reader, event: Event) -> None:
    noting = _BY_TYPE.get(event.envelope.type)
    if noting is not None:
        noting(found, reader, event)


def _received(found: ShiftEvents, _reader: Reader, event: Event) -> None:
    found.received[event.envelope.happened.utc_ms] += int(str(event.body()["amount"]))


def _paid(found: ShiftEvents, _reader: Reader, event: Event) -> None:
    found.paid[event.envelope.happened.utc_ms] += int(str(event.body()["amount"]))


def _voided(found: ShiftEvents, _reader: Reader, event: Event) -> None:
    """Both services have one type of event; whose number it was says the stream."""
    service = Service.KT1 if event.id.stream is Stream.KT1 else Service.TTHC
    found.voided[service].append(str(event.body()["item"]))


def _sealed(found: ShiftEvents, _reader: Reader, event: Event) -> None:
    found.seals.append(str(event.body()["seal"]))


def _counted(service: Service, name: str) -> _Noting:
    def note(found: ShiftEvents, _reader: Reader, _event: Event) -> None:
        found.counts[service, name] += 1

    return note


def _accepted(service: Service, name: str) -> _Noting:
    def note(found: ShiftEvents, _reader: Reader, event: Event) -> None:
        if found.undone.pop(str(event.body()[name]), None) is None:
            found.counts[service, "accepted"] += 1

    return note


def _reversed(service: Service, name: str) -> _Noting:
    def note(found: ShiftEvents, _reader: Reader, event: Event) -> None:
        body = event.body()

        def earlier() -> None:
            """What replaces it was counted as accepted and is no thing more; what nothing replaces went back."""
            if body.get("replaced_by"):
                found.counts[service, "accepted"] -= 1
            else:
                found.counts[service, "given"] += 1

        found.undone[str(body[name])] = earlier

    return note


def _sent(service: Service) -> _Noting:
    def note(found: ShiftEvents, reader: Reader, event: Event) -> None:
        dispatch = str(event.body()["dispatch"])
        if found.undone.pop(dispatch, None) is None:
            row = reader.dispatch(dispatch, service=service)
            found.counts[service, "sent"] += row.items if row is not None else 0

    return note


def _recalled(service: Service) -> _Noting:
    def note(found: ShiftEvents, reader: Reader, event: Event) -> None:
        dispatch = str(event.body()["dispatch"])

        def earlier() -> None:
            row = reader.dispatch(dispatch, service=service)
            found.counts[service, "came"] += row.items if row is not None else 0

        found.undone[dispatch] = earlier

    return note


def _of_service(service: Service) -> dict[str, _Noting]:
    return {
        fact_type(ReceptacleClosed.TYPE, service): _sealed,
        fact_type(ItemArrived.TYPE, service): _counted(service, "came"),
        fact_type(DispatchSent.TYPE, service): _sent(service),
        fact_type(DispatchRecalled.TYPE, service): _recalled(service),
        fact_type(ItemDelivered.TYPE, service): _counted(service, "given"),
    }


_NOTINGS: tuple[tuple[str, _Noting], ...] = (
    (CashReceived.TYPE, _received),
    (CashPaid.TYPE, _paid),
    (NumberVoided.TYPE, _voided),
    (ItemAccepted.TYPE, _accepted(Service.KT1, "item")),
    (ItemReversed.TYPE, _reversed(Service.KT1, "item")),
    (DossierAccepted.TYPE, _accepted(Service.TTHC, "dossier")),
    (DossierReversed.TYPE, _reversed(Service.TTHC, "dossier")),
    (ResultTaken.TYPE, _counted(Service.TTHC, "came")),
    (DossierHanded.TYPE, _counted(Service.TTHC, "given")),
    *_of_service(Service.KT1).items(),
    *_of_service(Service.TTHC).items(),
)
_BY_TYPE: Mapping[str, _Noting] = MappingProxyType(dict(_NOTINGS))
