"""Rows of receptacles and dispatches as custody leaves them, and which of their items were confirmed at the arrival."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, or_, select, update

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
_EXPECTED = Prepared(
    select(packed.c.receptacle, packed.c.place)
    .select_from(packed.join(receptacle, receptacle.c.receptacle == packed.c.receptacle))
    .where(
        packed.c.item == bindparam("of_item"),
        packed.c.seen == bindparam("none"),
        or_(packed.c.receptacle == bindparam("link"), receptacle.c.to_point == bindparam("at")),
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
    select(touch.c.link, touch.c.point).where(
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
    expected = {"of_item": each.number, "none": 0, "link": each.link, "at": each.point}
    for bag, place in _EXPECTED.all(connection, expected):
        _SEEN.run(connection, {"of_bag": bag, "of_place": place, "one": 1})
        _ONE_MORE.run(connection, {"of_bag": bag, "one": 1})


def was_seen(connection: Connection, number: str, bag: str, to: str) -> bool:
    """Whether an item was confirmed before it was known that it is in this receptacle, which goes to ``to``."""
    asked = {"of_item": number, "of_kind": "item", "of_step": Step.ARRIVE}
    return any(
        link == bag or (not link and point == to) for link, point in _ARRIVED_BEFORE.all(connection, asked)
    )
