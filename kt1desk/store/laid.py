"""What a replay lays beside before an event: the projections look back at events that a replay has long forgotten, or never replays.

A reversal looks back at its acceptance; the first other event of an item looks back at its acceptance too; a complaint, a visit or a book
looks back at what another desk said of it before it was known; and what took in an event of another desk needs that event, which stands in
no chain of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts.mail import DossierMailTaken, MailTaken
from kt1desk.domain.touching import CUSTODY_TYPES, touches
from kt1desk.store import entries, projections, received
from kt1desk.store.projections import counter_books, known_touches, last_words, words
from kt1desk.store.statements import Connection
from kt1desk.store.tables import place_in


def before(connection: Connection, fresh: Connection, event: Event) -> None:
    """Lay beside what ``event`` looks back at, from the file into the empty database; it stays until the next batch is forgotten."""
    if event.envelope.type in {MailTaken.TYPE, DossierMailTaken.TYPE}:
        foreign = received.read(connection, MailTaken.of(event.body()).event_id)
        if foreign is None:
            return
        if received.read(fresh, foreign.id) is None:
            received.write(fresh, foreign)
        event = foreign
    for wanted in dict.fromkeys(_looked_back_at(fresh, event)):
        if received.read_any(fresh, wanted) is None:
            _lay(connection, fresh, wanted)


def _lay(connection: Connection, fresh: Connection, wanted: EventId) -> None:
    own = entries.read(connection, wanted)
    if own is not None:
        entries.write(fresh, own)
        return
    foreign = received.read(connection, wanted)
    if foreign is not None:
        received.write(fresh, foreign)


def _looked_back_at(fresh: Connection, event: Event) -> Iterator[EventId]:
    kind = event.envelope.type
    for what, key in counter_books.may_wait(kind, event.body()):
        said = last_words.of(fresh, what, key)
        if said is not None:
            yield said
    if kind in projections.LOOK_BACK:
        yield from event.envelope.parents
    if kind in CUSTODY_TYPES and kind not in projections.FIRST_OF_ITEM:
        for each in touches(event.body(), event.envelope):
            acceptance = known_touches.waiting_acceptance(fresh, each)
            if acceptance is not None:
                yield acceptance


def forget(fresh: Connection) -> None:
    """Only the events of what is not in the index yet are needed any longer: memory does not grow with the journal."""
    waiting = " UNION ALL ".join(
        f"SELECT {place_in(table)} FROM {table} "  # noqa: S608 - names of our own tables
        f"WHERE id > (SELECT max(id) - max(id) % {words.BATCH} FROM {table})"
        for table in ("item", "dossier")
    )
    fresh.execute(f"DELETE FROM event WHERE id NOT IN ({waiting})")  # noqa: S608 - as above
    fresh.execute(
        "DELETE FROM particulars WHERE NOT EXISTS (SELECT 1 FROM event e WHERE "  # noqa: S608 - as above
        f"e.id = {place_in('particulars')})"
    )
    same = " AND ".join(f"t.{name} = {{0}}.{name}" for name in ("device", "stream", "incarnation", "seq"))
    told = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} t WHERE t.id > (SELECT max(id) - max(id) % {words.BATCH} FROM {table}) AND {same})"  # noqa: S608 - as above
        for table in ("item", "dossier")
    )
    for kept in ("received", "received_beside"):
        fresh.execute(f"DELETE FROM {kept} WHERE NOT ({told.format(kept)})")  # noqa: S608 - as above
