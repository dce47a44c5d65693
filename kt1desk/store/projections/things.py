"""Rows of receptacles and dispatches as custody leaves them, and which of their items were confirmed at the arrival."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select, update

from kt1desk.domain import custody as holders
from kt1desk.domain.custody import Step
from kt1desk.domain.merging import Standing, Touch
from kt1desk.store.custody_tables import dispatch, packed, receptacle, touch
from kt1desk.store.projections.known_touches import Noted
from kt1desk.store.projections.seats import own_point
from kt1desk.store.statements import Connection, Prepared

_BAG = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"))
    .values(state=bindparam("state"), ours=bindparam("ours"))
)
_BAG_SENT = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"))
    .values(dispatch=bindparam("dispatch"))
)
_DISPATCH = Prepared(
    update(dispatch).where(dispatch.c.dispatch == bindparam("of_dispatch")).values(state=bindparam("state"))
)
_UNSEEN = Prepared(
    select(packed.c.receptacle, packed.c.place, receptacle.c.to_point)
    .select_from(packed.join(receptacle, receptacle.c.receptacle == packed.c.receptacle))
    .where(packed.c.item == bindparam("of_item"), packed.c.seen == bindparam("none"))
)
_PUT_IN = Prepared(
    select(func.min(touch.c.n)).where(
        touch.c.number == bindparam("of_item"),
        touch.c.kind == bindparam("of_kind"),
        touch.c.holder == bindparam("of_holder"),
    )
)
_SEEN = Prepared(
    update(packed)
    .where(packed.c.receptacle == bindparam("of_bag"), packed.c.place == bindparam("of_place"))
    .values(seen=bindparam("one"))
)
_ONE_MORE = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"))
    .values(seen=receptacle.c.seen + bindparam("one"))
)
_ARRIVED_BEFORE = Prepared(
    select(touch.c.link, touch.c.point, touch.c.n).where(
        touch.c.number == bindparam("of_item"),
        touch.c.kind == bindparam("of_kind"),
        touch.c.step == bindparam("of_step"),
    )
)


def receptacle_stands(connection: Connection, number: str, stands: Standing, known: Sequence[Noted]) -> None:
    """State of a receptacle, and the last dispatch it was sent with."""
    own = own_point(connection)
    ours = any(each.known.touch.point == own for each in known)
    _BAG.run(connection, {"of_bag": number, "state": stands.state, "ours": int(ours)})
    sent = [each.known for each in known if each.known.touch.step is Step.SEND]
    if sent:
        last = max(sent, key=lambda each: (each.touch.n, each.hlc, each.id)).touch
        _BAG_SENT.run(connection, {"of_bag": number, "dispatch": last.link})


def dispatch_stands(connection: Connection, number: str, stands: Standing) -> None:
    """State of a dispatch."""
    _DISPATCH.run(connection, {"of_dispatch": number, "state": stands.state})


def item_arrived(connection: Connection, each: Touch) -> None:
    """An item was confirmed: the receptacle it was expected in has one more."""
    if each.step is not Step.ARRIVE:
        return
    for bag, place, to in _UNSEEN.all(connection, {"of_item": each.number, "none": 0}):
        if _confirms((each.link, each.point, each.n), (bag, to, _put_in(connection, each.number, bag))):
            _SEEN.run(connection, {"of_bag": bag, "of_place": place, "one": 1})
            _ONE_MORE.run(connection, {"of_bag": bag, "one": 1})


def was_seen(connection: Connection, number: str, bag: tuple[str, str, int]) -> bool:
    """Whether an item was confirmed before it was known that it is in this receptacle (number, where it goes, custody number in it)."""
    asked = {"of_item": number, "of_kind": "item", "of_step": Step.ARRIVE}
    return any(_confirms(tuple(row), bag) for row in _ARRIVED_BEFORE.all(connection, asked))


def _confirms(arrival: tuple[str, str, int], bag: tuple[str, str, int]) -> bool:
    """Whether an arrival (receptacle, point, custody number) is that of an item in this receptacle, and not of an earlier journey.

    Where its custody number was not known it came before its data, and counts where no other receptacle is named.
    """
    (link, point, n), (number, to, put_in) = arrival, bag
    return link == number or (point == to and (n > put_in if n else not link))


def _put_in(connection: Connection, item: str, bag: str) -> int:
    """The custody number with which an item went into a receptacle."""
    thing = {"of_item": item, "of_kind": "item", "of_holder": holders.receptacle(bag)}
    row = _PUT_IN.one(connection, thing)
    return int(row[0]) if row is not None and row[0] is not None else 0
