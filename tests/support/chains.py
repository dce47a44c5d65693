"""Chains of events without a store: what a desk would have written, whole with signatures and with what stands beside them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    GENESIS,
    SALT_BYTES,
    Envelope,
    Event,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    Stream,
    seal,
)
from kt1desk.domain.facts import (
    SIGNED,
    DispatchSent,
    Fact,
    ItemArrived,
    ItemLine,
    Party,
    ReceptacleLine,
)
from kt1desk.domain.signing import signed
from kt1desk.store.device_key import PointKey
from tests.support.exchange_keys import COMMUNE_POINT, NOON_MS, OFFICE, OFFICE_POINT

HOUR_MS = 3_600_000
Made = TypeVar("Made")
SHIFT = "2026-11-23/1"


class Writer:
    """Writes one chain as a desk does, a second of the clock for each event."""

    def __init__(self, own: PointKey = OFFICE, stream: Stream = Stream.KT1, incarnation: int = 1) -> None:
        self._own = own
        self._chain = (own.device, stream, incarnation)
        self._chance = random.Random(own.device)
        self.events: list[Event] = []

    def append(
        self,
        fact: Fact,
        beside: Mapping[str, Mapping[str, str]] | None = None,
        parents: Sequence[EventId] = (),
        second: str = "",
    ) -> Event:
        """The next event of the chain."""
        seq = len(self.events) + 1
        now = NOON_MS + 1000 * seq
        device, stream, incarnation = self._chain
        envelope = Envelope(
            id=EventId(device, stream, incarnation, seq),
            type=fact.TYPE,
            version=fact.VERSION,
            happened=Moment(now),
            hlc=HybridTime(now),
            boot="0f5a7e31-5b1c-4d5e-9a55-1f1f7f7a2c11",
            actor="ha.hoang",
            second=second,
            parents=tuple(parents),
        )
        rows = tuple(
            Particulars.make(slot, fields, self._chance.randbytes(SALT_BYTES))
            for slot, fields in sorted((beside or {}).items())
        )
        event = seal(self.events[-1].hash if self.events else GENESIS, envelope, fact.body(), rows)
        if fact.TYPE in SIGNED:
            event = signed(event, self._own.sign)
        self.events.append(event)
        return event


def arrived(
    item: str = "ME473124005VN", *, point: str = COMMUNE_POINT, to: str = OFFICE_POINT
) -> ItemArrived:
    """A plain mail fact: an item was confirmed where it came to."""
    return ItemArrived(
        item=item,
        condition="intact",
        point=point,
        shift=SHIFT,
        n=4,
        receptacle="TUI00004711",
        dispatch=f"CT{to}-261123-7-1",
        from_point=to,
        scan=True,
    )


def item_number(at: int) -> str:
    """A number as on a label; its check digit is of no matter here."""
    return f"ME{47_312_400 + at:08}{at % 10}VN"


AGENCIES = (
    Party("LS-STC", "Sở Tài chính tỉnh Lạng Sơn", "Số 4, đường Hoàng Văn Thụ, phường Lương Văn Tri", "20"),
    Party("LS-UBND-VL", "Ủy ban nhân dân xã Vũ Lăng", "Thôn Tràng Sơn 2, xã Vũ Lăng", "20"),
    Party("LS-CA", "Công an tỉnh Lạng Sơn", "Số 1, đường Hoàng Văn Thụ, phường Lương Văn Tri", "20"),
    Party("", "Đảng ủy xã Hữu Lũng", "Khu An Ninh, xã Hữu Lũng, tỉnh Lạng Sơn", "20"),
)


def dispatch(items: int, *, secret: int = 0, agencies: str = "", to: str = COMMUNE_POINT) -> DispatchSent:
    """A dispatch of ``items`` in bags of 40; the first ``secret`` of them bear the letter C."""
    lines = [_line(at, secret=at < secret, by_number=bool(agencies)) for at in range(items)]
    bags = tuple(
        ReceptacleLine(
            receptacle=f"TUI{4711 + at:08}",
            seal=f"NP{8_800_100 + at:07}",
            weight_g=300 + 280 * len(lines[start : start + 40]),
            n=1,
            closed=EventId(7, Stream.KT1, 1, 900 + at),
            closed_hash=random.Random(at).randbytes(32).hex(),
            items=tuple(lines[start : start + 40]),
            to=to,
        )
        for at, start in enumerate(range(0, items, 40))
    )
    return DispatchSent(
        dispatch="CT240000-261123-7-1",
        point=OFFICE_POINT,
        to=to,
        route="DT-LS-07",
        vehicle="12C-041.88",
        dedicated=False,
        manner="spot",
        receptacles=bags,
        shift=SHIFT,
        agencies=agencies,
    )


def beside_of(fact: DispatchSent) -> dict[str, dict[str, str]]:
    """What stands beside a dispatch: escort, driver, and both parties of each secret item."""
    beside = {"escort": {"name": "Vi Văn Thắng"}, "driver": {"name": "Lương Minh Đức"}}
    for at, line in enumerate(fact.items):
        if line.secrecy != "none":
            beside[f"from.{line.item}"] = AGENCIES[at % 4].fields()
            beside[f"to.{line.item}"] = AGENCIES[(at + 1) % 4].fields()
    return beside


def send(writer: Writer, fact: DispatchSent) -> Event:
    """The signed event of a dispatch."""
    parents = [bag.closed for bag in fact.receptacles]
    return writer.append(fact, beside_of(fact), parents, second="son.ly")


def _line(at: int, *, secret: bool, by_number: bool) -> ItemLine:
    accepted = NOON_MS - HOUR_MS - 217_301 * at
    sender, receiver = AGENCIES[at % 4], AGENCIES[(at + 1) % 4]
    if by_number:
        sender, receiver = (
            replace(each, name="", address="", province="") if each.agency else each
            for each in (sender, receiver)
        )
    return ItemLine(
        item=item_number(at),
        product=("KT1001", "KT1002", "KT1003")[at % 3],
        urgency=("none", "express", "timed")[at % 3],
        secrecy="C" if secret else "none",
        scope="province",
        weight_g=60 + 37 * (at % 11),
        accepted_ms=accepted,
        deadline_ms=accepted + 12 * HOUR_MS,
        agreed_ms=0,
        origin=OFFICE_POINT,
        n=3,
        sender=None if secret else sender,
        receiver=None if secret else receiver,
    )


def tried(act: Callable[[], Made]) -> Made | str:
    """What ``act`` made, or the code it was refused with; any other error is the test's."""
    try:
        return act()
    except DeskError as error:
        return error.code
