"""What comes from another desk, before it is written: whether it is new, the same again, or another event under the same identity."""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.store import received
from kt1desk.store.projections import foreign, siblings
from kt1desk.store.statements import Connection


def is_new(connection: Connection, event: Event) -> bool:
    """Whether an event of another desk is not here yet.

    Raises:
        DeskError: ``inbox.fork`` with ``event`` where another event of the same identity is here; ``event.unknown_type`` for what no desk
            may send, or a newer program's.
    """
    known = received.read(connection, event.id)
    if known is None:
        foreign.require_known(event, near=siblings.is_sibling(connection, event))
        return True
    if known.hash != event.hash:
        raise DeskError("inbox.fork", event=event.id.text)
    return False
