"""Custody: who holds what, receptacles, dispatches, delivery lists, incidents, registers; events of other desks and mail to them.

A file of an earlier schema holds no event of these kinds but reversals of acceptances. Every other item in it is in the hands of whoever
accepted it. So nothing is replayed: items get their new columns, each reversal its custody (two events, two touches, one standing).

Revision: 0004, after 0003. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

import json

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW = (
    """CREATE TABLE custody_event (
    device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, hlc_ms INTEGER NOT NULL,
    hlc_count INTEGER NOT NULL, happened_ms INTEGER NOT NULL, parents TEXT NOT NULL, PRIMARY KEY (device, stream, incarnation,
    seq)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE touch (
    number TEXT NOT NULL, kind TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq
    INTEGER NOT NULL, step TEXT NOT NULL, holder TEXT NOT NULL, point TEXT NOT NULL, n INTEGER NOT NULL, scan INTEGER NOT NULL,
    link TEXT NOT NULL, to_point TEXT NOT NULL, PRIMARY KEY (number, kind, device, stream, incarnation, seq)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX touch_arrived ON touch (link) WHERE step = 'arrive'""",
    """CREATE TABLE standing (
    number TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, holder TEXT NOT NULL, point TEXT NOT NULL, device INTEGER NOT
    NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, since_ms INTEGER NOT
    NULL, unheard INTEGER NOT NULL, losers INTEGER NOT NULL, PRIMARY KEY (number, kind)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE holding (
    keeper TEXT NOT NULL, state TEXT NOT NULL, items INTEGER NOT NULL, PRIMARY KEY (keeper, state)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE receptacle (
    id INTEGER NOT NULL, receptacle TEXT NOT NULL, seal TEXT NOT NULL, weight_g INTEGER NOT NULL, to_point TEXT NOT NULL, items
    INTEGER NOT NULL, seen INTEGER NOT NULL, dispatch TEXT NOT NULL, closed_ms INTEGER NOT NULL, source INTEGER NOT NULL, state
    TEXT NOT NULL, ours INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX receptacle_number ON receptacle (receptacle)""",
    """CREATE INDEX receptacle_ours ON receptacle (state) WHERE ours = 1""",
    """CREATE INDEX receptacle_seal ON receptacle (seal)""",
    """CREATE TABLE packed (
    receptacle TEXT NOT NULL, place INTEGER NOT NULL, item TEXT NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (receptacle, place)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX packed_item ON packed (item)""",
    """CREATE TABLE dispatch (
    id INTEGER NOT NULL, dispatch TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, point TEXT NOT NULL, to_point TEXT NOT NULL, route TEXT NOT NULL, vehicle TEXT NOT NULL, dedicated
    INTEGER NOT NULL, sent_ms INTEGER NOT NULL, arrived_ms INTEGER NOT NULL, receptacles INTEGER NOT NULL, items INTEGER NOT NULL,
    source INTEGER NOT NULL, state TEXT NOT NULL, direction INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX dispatch_number ON dispatch (dispatch)""",
    """CREATE INDEX dispatch_way ON dispatch (direction, state)""",
    """CREATE TABLE trip_bag (
    dispatch TEXT NOT NULL, place INTEGER NOT NULL, receptacle TEXT NOT NULL, PRIMARY KEY (dispatch, place)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE round (
    id INTEGER NOT NULL, round TEXT NOT NULL, postman TEXT NOT NULL, point TEXT NOT NULL, started_ms INTEGER NOT NULL, open
    INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX round_number ON round (round)""",
    """CREATE INDEX round_open ON round (open) WHERE open > 0""",
    """CREATE TABLE round_line (
    round TEXT NOT NULL, place INTEGER NOT NULL, item TEXT NOT NULL, back INTEGER NOT NULL, PRIMARY KEY (round, place)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE incident (
    id INTEGER NOT NULL, incident TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, thing TEXT NOT NULL, number TEXT NOT NULL, secrecy TEXT NOT
    NULL, point TEXT NOT NULL, other_point TEXT NOT NULL, dispatch TEXT NOT NULL, user TEXT NOT NULL, found_ms INTEGER NOT NULL,
    opened_ms INTEGER NOT NULL, remedy TEXT NOT NULL, outcome TEXT NOT NULL, closed_ms INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX incident_number ON incident (incident)""",
    """CREATE INDEX incident_open ON incident (closed_ms) WHERE closed_ms = 0""",
    """CREATE INDEX incident_thing ON incident (number)""",
    """CREATE TABLE incident_told (
    incident TEXT NOT NULL, place INTEGER NOT NULL, who TEXT NOT NULL, way TEXT NOT NULL, told_ms INTEGER NOT NULL, PRIMARY KEY
    (incident, place)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE register_entry (
    register TEXT NOT NULL, entry TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, PRIMARY KEY (register, entry)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE exception (
    device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, what TEXT NOT NULL,
    number TEXT NOT NULL, reason TEXT NOT NULL, user TEXT NOT NULL, done_ms INTEGER NOT NULL, PRIMARY KEY (device, stream,
    incarnation, seq)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE received (
    id INTEGER NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL,
    type TEXT NOT NULL, envelope BLOB NOT NULL, body BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (id),
    CONSTRAINT received_identity UNIQUE (device, stream, incarnation, seq), CONSTRAINT received_shape CHECK (stream IN (1, 2) AND
    length(prev) = 32 AND length(hash) = 32)
) STRICT""",
    """CREATE TABLE received_beside (
    device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, slot TEXT NOT NULL, salt
    BLOB NOT NULL, "row" BLOB NOT NULL, PRIMARY KEY (device, stream, incarnation, seq, slot)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE mail_in (
    device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, own_stream INTEGER NOT
    NULL, own_incarnation INTEGER NOT NULL, own_seq INTEGER NOT NULL, way TEXT NOT NULL, received_ms INTEGER NOT NULL, PRIMARY KEY
    (device, stream, incarnation, seq)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE mail_out (
    point TEXT NOT NULL, number INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (point, number)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE mailbox (
    point TEXT NOT NULL, last INTEGER NOT NULL, bundle INTEGER NOT NULL, upto INTEGER NOT NULL, PRIMARY KEY (point)
) WITHOUT ROWID, STRICT""",
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
    """CREATE TRIGGER received_beside_remains BEFORE DELETE ON received_beside
BEGIN SELECT RAISE(ABORT, 'what stands beside a received event is deleted by an erasure only'); END""",
)

ITEMS = (
    """DROP INDEX item_number""",
    """ALTER TABLE item RENAME TO item_before""",
    """CREATE TABLE item (
    id INTEGER NOT NULL, item TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq
    INTEGER NOT NULL, product TEXT NOT NULL, urgency TEXT NOT NULL, secrecy TEXT NOT NULL, scope TEXT NOT NULL, weight_g INTEGER
    NOT NULL, accepted_ms INTEGER NOT NULL, deadline_ms INTEGER NOT NULL, agreed_ms INTEGER NOT NULL, shift TEXT NOT NULL, user
    TEXT NOT NULL, payment TEXT NOT NULL, total_dong INTEGER NOT NULL, state TEXT NOT NULL, keeper TEXT NOT NULL, inside TEXT NOT
    NULL, ours INTEGER NOT NULL, origin TEXT NOT NULL, source INTEGER NOT NULL, named_person INTEGER NOT NULL, goes_back INTEGER
    NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """INSERT INTO item SELECT i.id, i.item, i.device, i.stream, i.incarnation, i.seq, i.product, i.urgency, i.secrecy, i.scope,
    i.weight_g, i.accepted_ms, i.deadline_ms, i.agreed_ms, i.shift, i.user, i.payment, i.total_dong,
    CASE i.state WHEN 'here' THEN 'accepted' ELSE i.state END,
    CASE i.state WHEN 'here' THEN 'person:' || d.point || '/' || i.user ELSE 'party:sender' END,
    '', i.state = 'here', d.point, 1, instr(e.body, CAST('"named":1' AS BLOB)) > 0, 0
    FROM item_before i JOIN event e ON e.id = (i.stream << 48) | (i.incarnation << 32) | i.seq
    CROSS JOIN (SELECT point FROM desk ORDER BY incarnation DESC LIMIT 1) d ORDER BY i.id""",
    """DROP TABLE item_before""",
    """CREATE INDEX item_accepted ON item (accepted_ms) WHERE source = 1""",
    """CREATE UNIQUE INDEX item_number ON item (item)""",
    """CREATE INDEX item_ours ON item (state, keeper) WHERE ours = 1""",
    """INSERT INTO holding SELECT keeper, state, count(*) FROM item WHERE ours = 1 GROUP BY keeper, state""",
)

REVERSALS = "SELECT envelope, body FROM event WHERE stream = 1 AND type = 'item.reversed' ORDER BY id"
ACCEPTANCE = """SELECT e.envelope FROM item i
JOIN event e ON e.id = (i.stream << 48) | (i.incarnation << 32) | i.seq WHERE i.item = ?"""
EVENT = "INSERT INTO custody_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
TOUCH = "INSERT INTO touch VALUES (?, 'item', ?, ?, ?, ?, ?, ?, ?, ?, 1, '', '')"
STANDING = "INSERT INTO standing VALUES (?, 'item', 'reversed', 'party:sender', ?, ?, ?, ?, ?, 2, ?, 0, 0)"


def upgrade() -> None:
    connection = op.get_bind()
    for statement in (*NEW, *ITEMS):
        connection.exec_driver_sql(statement)
    if connection.exec_driver_sql("SELECT 1 FROM item WHERE state = 'reversed' LIMIT 1").fetchone():
        for envelope, body in connection.exec_driver_sql(REVERSALS).fetchall():
            _reversed(connection, json.loads(envelope), json.loads(body))


def _reversed(connection, envelope, body) -> None:
    """An acceptance and what took it back."""
    number, point = body["item"], body["point"]
    (accepted_bytes,) = connection.exec_driver_sql(ACCEPTANCE, (number,)).fetchone()
    accepted = json.loads(accepted_bytes)
    holder = f"person:{point}/{accepted['by']}"
    steps = ((accepted, "accept", holder, 1), (envelope, "reverse", "party:sender", 0))
    for said, step, held_by, n in steps:
        parents = " ".join(".".join(map(str, parent)) for parent in said.get("par", ()))
        connection.exec_driver_sql(EVENT, (*said["id"], *said["hlc"], said["at"][0], parents))
        connection.exec_driver_sql(TOUCH, (number, *said["id"], step, held_by, point, n))
    connection.exec_driver_sql(STANDING, (number, point, *envelope["id"], envelope["at"][0]))
