"""The picture of the province: what follows from the events of all desks together.

A point knows what was done there and what it was told. Here everything is known, so each event is followed as one of another desk is that a
point was told of; such events may come in any order (`kt1desk.domain.merging`), as the desks' frames do. What no point tells another is
followed as far as custody goes. Only things of custody, cases and incidents have rows here: a drawer or a shift is one desk's own.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import KNOWN
from kt1desk.domain.touching import CUSTODY_TYPES
from kt1desk.store.projections import custody, foreign
from kt1desk.store.statements import Connection


def follow(connection: Connection, event: Event) -> None:
    """What an event of any desk does to the picture.

    Raises:
        DeskError: ``event.unknown_type``; what following it raises.
    """
    kind = event.envelope.type
    known = KNOWN.get(kind)
    if known is None or event.envelope.version != known.VERSION:
        raise DeskError("event.unknown_type", type=kind, version=event.envelope.version)
    if kind in foreign.followed():
        foreign.follow(connection, event)
    elif kind in CUSTODY_TYPES:
        custody.touched(connection, event, event.body())
