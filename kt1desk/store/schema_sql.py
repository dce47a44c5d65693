"""The parts of the schema that SQLAlchemy has no words for: the triggers that keep the journal as it is, and the full-text index.

This module must not know any query.
"""

from __future__ import annotations

FTS = """CREATE VIRTUAL TABLE search_fts USING fts5(words, content='',
    detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii')"""
"""Words are folded to ASCII letters and digits before they come here, so the plainest tokenizer is the right one."""

_LAST = "SELECT max(seq) FROM event WHERE device = NEW.device AND stream = NEW.stream AND incarnation = NEW.incarnation"

ERASES = "event_erases"
"""The trigger by which an erasure takes away what stood beside the events that it names: nothing else deletes there, nor may
(`kt1desk.store.authorizer`)."""
_NOT_ERASED = """NOT EXISTS (SELECT 1 FROM event e, json_each(CAST(e.body AS TEXT), '$.events') named
    WHERE e.id = (SELECT max(id) FROM event) AND e.type = 'dossier.persons_erased'
      AND named.value = OLD.device || '.' || OLD.stream || '.' || OLD.incarnation || '.' || OLD.seq)"""
# the counter's stream comes last in the table, so an erasure that is written just now is its last row
_PARTS = ", ".join(
    f"json_extract('[' || replace(value, '.', ',') || ']', '$[{place}]')" for place in range(4)
)
_PLACES = f"SELECT {_PARTS} FROM json_each(CAST(NEW.body AS TEXT), '$.events')"  # noqa: S608 - words of our own

TRIGGERS = (
    """CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.id IS NOT 1 + coalesce((SELECT max(id) FROM event
    WHERE id BETWEEN (NEW.stream << 48) | (NEW.incarnation << 32)
      AND (NEW.stream << 48) | (NEW.incarnation << 32) | 4294967295), (NEW.stream << 48) | (NEW.incarnation << 32))
  OR NEW.prev IS NOT coalesce((SELECT hash FROM event WHERE id = NEW.id - 1), zeroblob(32))
  OR NEW.device IS NOT (SELECT device FROM device_key)
BEGIN SELECT RAISE(ABORT, 'an event of this desk follows the last one of its stream'); END""",
    """CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END""",
    """CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END""",
    f"""CREATE TRIGGER {ERASES} AFTER INSERT ON event WHEN NEW.type = 'dossier.persons_erased'
BEGIN
  DELETE FROM particulars WHERE (device, stream, incarnation, seq) IN ({_PLACES});
  DELETE FROM received_beside WHERE (device, stream, incarnation, seq) IN ({_PLACES});
END""",  # noqa: S608 - words of our own
    """CREATE TRIGGER particulars_follow BEFORE INSERT ON particulars
WHEN NOT EXISTS (SELECT 1 FROM event WHERE id = (NEW.stream << 48) | (NEW.incarnation << 32) | NEW.seq)
  OR EXISTS (SELECT 1 FROM event WHERE id = ((NEW.stream << 48) | (NEW.incarnation << 32) | NEW.seq) + 1)
  OR EXISTS (SELECT 1 FROM particulars WHERE device = NEW.device AND stream = NEW.stream
    AND incarnation = NEW.incarnation AND seq = NEW.seq AND slot = NEW.slot)
BEGIN SELECT RAISE(ABORT, 'particulars come with their event'); END""",
    """CREATE TRIGGER particulars_stay BEFORE UPDATE ON particulars
BEGIN SELECT RAISE(ABORT, 'particulars are never changed'); END""",
    f"""CREATE TRIGGER particulars_remain BEFORE DELETE ON particulars
WHEN {_NOT_ERASED}
BEGIN SELECT RAISE(ABORT, 'particulars are deleted by an erasure only'); END""",
    """CREATE TRIGGER received_follows BEFORE INSERT ON received
WHEN NEW.id IS NOT 1 + coalesce((SELECT max(id) FROM received), 0)
  OR NEW.device IS (SELECT device FROM device_key)
  OR EXISTS (SELECT 1 FROM received WHERE device = NEW.device AND stream = NEW.stream
    AND incarnation = NEW.incarnation AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'an event of another desk is taken in once, after the last one'); END""",
    """CREATE TRIGGER received_stays BEFORE UPDATE ON received
BEGIN SELECT RAISE(ABORT, 'a received event is never changed'); END""",
    """CREATE TRIGGER received_remains BEFORE DELETE ON received
BEGIN SELECT RAISE(ABORT, 'a received event is never deleted'); END""",
    """CREATE TRIGGER received_beside_follows BEFORE INSERT ON received_beside
WHEN NOT EXISTS (SELECT 1 FROM received WHERE id = (SELECT max(id) FROM received) AND device = NEW.device
    AND stream = NEW.stream AND incarnation = NEW.incarnation AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM received_beside WHERE device = NEW.device AND stream = NEW.stream
    AND incarnation = NEW.incarnation AND seq = NEW.seq AND slot = NEW.slot)
BEGIN SELECT RAISE(ABORT, 'what stands beside a received event comes with it'); END""",
    """CREATE TRIGGER received_beside_stays BEFORE UPDATE ON received_beside
BEGIN SELECT RAISE(ABORT, 'what stands beside a received event is never changed'); END""",
    f"""CREATE TRIGGER received_beside_remains BEFORE DELETE ON received_beside
WHEN {_NOT_ERASED}
BEGIN SELECT RAISE(ABORT, 'what stands beside a received event is deleted by an erasure only'); END""",
)
"""They live in the file and hold for every program that writes to it. ``INSERT OR REPLACE`` would walk past the two on DELETE; the two on
INSERT stop it, whatever ``recursive_triggers`` says."""

HASH_GUARDS = (
    """CREATE TEMP TRIGGER incarnation_rises BEFORE UPDATE ON main.device_key
WHEN NEW.incarnation <= OLD.incarnation OR NEW.id IS NOT OLD.id OR NEW.device IS NOT OLD.device
  OR NEW.private_key IS NOT OLD.private_key
BEGIN SELECT RAISE(ABORT, 'a desk goes on in a later incarnation, with the same key'); END""",
    """CREATE TEMP TRIGGER event_hash_true BEFORE INSERT ON main.event
WHEN NEW.hash IS NOT event_hash(NEW.prev, NEW.envelope, NEW.body)
BEGIN SELECT RAISE(ABORT, 'an event carries the hash of its bytes'); END""",
    """CREATE TEMP TRIGGER received_hash_true BEFORE INSERT ON main.received
WHEN NEW.hash IS NOT event_hash(NEW.prev, NEW.envelope, NEW.body)
BEGIN SELECT RAISE(ABORT, 'an event carries the hash of its bytes'); END""",
)
"""They belong to the connection, not to the file: under ``trusted_schema=OFF`` only a TEMP trigger may call a function of ours. The byte
layout of the hash so stands in one place, `kt1desk.domain.events.event_hash`."""
