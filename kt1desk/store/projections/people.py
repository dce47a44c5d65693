"""Who the desk is, who works at it, and which key slot is the newest. No names: they stay beside their event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, case, insert, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import desk, key_slot, user

_DESK = Prepared(insert(desk))
_USER = Prepared(insert(user))
_USER_AGAIN = Prepared(
    update(user)
    .where(user.c.user == bindparam("who"))
    .values({c.name: bindparam(c.name) for c in user.c if c.name != "user"})
)
_GONE = Prepared(update(user).where(user.c.user == bindparam("who")).values(active=0))
_SLOT = Prepared(insert(key_slot))
_SLOT_AGAIN = Prepared(
    update(key_slot)
    .where(key_slot.c.holder == bindparam("who"))
    .values(
        version=case(
            (key_slot.c.version < bindparam("version"), bindparam("version")), else_=key_slot.c.version
        )
    )
)


def desk_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The desk of this incarnation."""
    _DESK.run(
        connection,
        {
            "device": event.id.device,
            "incarnation": event.id.incarnation,
            "point": body["point"],
            "mode": body["mode"],
            "public_key": body["key"],
            "program": body["program"],
            "desk_file": body.get("file", ""),
            "services": " ".join(cast(list[str], body.get("services", []))),
            "transports": " ".join(cast(list[str], body.get("transports", []))),
            "province_key": body.get("province", ""),
        },
    )


def user_enrolled(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A new user, or new roles for one who is here already: the last word counts."""
    row = {
        "user": body["user"],
        "who": body["user"],
        "device": event.id.device,
        "stream": event.id.stream.value,
        "incarnation": event.id.incarnation,
        "seq": event.id.seq,
        "roles": " ".join(cast(list[str], body["roles"])),
        "clearance_until": body.get("cleared", ""),
        "active": 1,
    }
    if _USER_AGAIN.run(connection, row).rowcount == 0:
        _USER.run(connection, row)


def key_slot_written(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The newest version of a slot: it never goes down, whatever a file of slots made believe that was put back."""
    row = {"holder": body["holder"], "who": body["holder"], "version": body["slot"]}
    if _SLOT_AGAIN.run(connection, row).rowcount == 0:
        _SLOT.run(connection, row)


def user_revoked(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """He may not log in any more."""
    _GONE.run(connection, {"who": body["user"]})
