"""Cases after their acceptance: covers in custody beside items, what happened to each case, books of the counter; services apart.

Covers get rows among items, in the order in which they became known, so no row of a projection can stay as it was: the changed tables are
made empty, and all projections are replayed from the journal afterwards (``replays``). Triggers let an erasure delete what stands beside
the events that it names, and nothing else.

Revision: 0006, after 0005. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
replays = True

GONE = (
    "item",
    "holding",
    "receptacle",
    "dispatch",
    "round",
    "incident",
    "mail_out",
    "mailbox",
    "dossier",
    "leg",
)
LOOSENED = ("particulars_remain", "received_beside_remains")
NEW = (
    """CREATE TABLE item (
    id INTEGER NOT NULL, item TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, product TEXT NOT NULL, urgency TEXT NOT NULL, secrecy TEXT NOT NULL, scope TEXT NOT NULL, weight_g
    INTEGER NOT NULL, accepted_ms INTEGER NOT NULL, deadline_ms INTEGER NOT NULL, agreed_ms INTEGER NOT NULL, shift TEXT NOT
    NULL, user TEXT NOT NULL, payment TEXT NOT NULL, total_dong INTEGER NOT NULL, state TEXT NOT NULL, keeper TEXT NOT NULL,
    inside TEXT NOT NULL, ours INTEGER NOT NULL, origin TEXT NOT NULL, source INTEGER NOT NULL, named_person INTEGER NOT NULL,
    goes_back INTEGER NOT NULL, service TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE INDEX item_accepted ON item (accepted_ms) WHERE source = 1""",
    """CREATE INDEX item_awaited ON item (accepted_ms) WHERE ours = 1 AND service = 'tthc' AND product IN ('return', 'slip') AND
      goes_back = 0 AND inside = ''""",
    """CREATE UNIQUE INDEX item_number ON item (item)""",
    """CREATE INDEX item_ours ON item (state, keeper) WHERE ours = 1""",
    """CREATE TABLE holding (
    service TEXT NOT NULL, keeper TEXT NOT NULL, state TEXT NOT NULL, items INTEGER NOT NULL, PRIMARY KEY (service, keeper,
    state)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE receptacle (
    id INTEGER NOT NULL, receptacle TEXT NOT NULL, seal TEXT NOT NULL, weight_g INTEGER NOT NULL, to_point TEXT NOT NULL,
    items INTEGER NOT NULL, seen INTEGER NOT NULL, dispatch TEXT NOT NULL, closed_ms INTEGER NOT NULL, source INTEGER NOT
    NULL, state TEXT NOT NULL, ours INTEGER NOT NULL, service TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX receptacle_number ON receptacle (receptacle)""",
    """CREATE INDEX receptacle_ours ON receptacle (service, state) WHERE ours = 1""",
    """CREATE INDEX receptacle_seal ON receptacle (seal)""",
    """CREATE TABLE dispatch (
    id INTEGER NOT NULL, dispatch TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, point TEXT NOT NULL, to_point TEXT NOT NULL, route TEXT NOT NULL, vehicle TEXT NOT NULL,
    dedicated INTEGER NOT NULL, sent_ms INTEGER NOT NULL, arrived_ms INTEGER NOT NULL, receptacles INTEGER NOT NULL, items
    INTEGER NOT NULL, source INTEGER NOT NULL, state TEXT NOT NULL, direction INTEGER NOT NULL, service TEXT NOT NULL, PRIMARY
    KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX dispatch_number ON dispatch (dispatch)""",
    """CREATE INDEX dispatch_way ON dispatch (service, direction, state)""",
    """CREATE TABLE round (
    id INTEGER NOT NULL, round TEXT NOT NULL, postman TEXT NOT NULL, point TEXT NOT NULL, started_ms INTEGER NOT NULL, open
    INTEGER NOT NULL, service TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX round_number ON round (round)""",
    """CREATE INDEX round_open ON round (service) WHERE open > 0""",
    """CREATE INDEX round_service ON round (service)""",
    """CREATE TABLE incident (
    id INTEGER NOT NULL, incident TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, thing TEXT NOT NULL, number TEXT NOT NULL, secrecy
    TEXT NOT NULL, point TEXT NOT NULL, other_point TEXT NOT NULL, dispatch TEXT NOT NULL, user TEXT NOT NULL, found_ms
    INTEGER NOT NULL, opened_ms INTEGER NOT NULL, remedy TEXT NOT NULL, outcome TEXT NOT NULL, closed_ms INTEGER NOT NULL,
    service TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX incident_number ON incident (incident)""",
    """CREATE INDEX incident_open ON incident (closed_ms) WHERE closed_ms = 0""",
    """CREATE INDEX incident_service ON incident (service)""",
    """CREATE INDEX incident_thing ON incident (number)""",
    """CREATE TABLE mail_out (
    point TEXT NOT NULL, service TEXT NOT NULL, number INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, PRIMARY KEY (point, service, number)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE mailbox (
    point TEXT NOT NULL, service TEXT NOT NULL, last INTEGER NOT NULL, bundle INTEGER NOT NULL, upto INTEGER NOT NULL, PRIMARY
    KEY (point, service)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE dossier (
    id INTEGER NOT NULL, dossier TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, form TEXT NOT NULL, procedure TEXT NOT NULL, authority TEXT NOT NULL, official TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL, promised TEXT NOT NULL, shift TEXT NOT NULL, user TEXT NOT NULL, payment TEXT NOT NULL,
    postage_dong INTEGER NOT NULL, collected_dong INTEGER NOT NULL, pass_on_dong INTEGER NOT NULL, documents INTEGER NOT NULL,
    state TEXT NOT NULL, source INTEGER NOT NULL, origin TEXT NOT NULL, stage TEXT NOT NULL, since_ms INTEGER NOT NULL, head
    TEXT NOT NULL, unfit INTEGER NOT NULL, received_day TEXT NOT NULL, official_day TEXT NOT NULL, decided TEXT NOT NULL,
    decided_ms INTEGER NOT NULL, told_ms INTEGER NOT NULL, asked_until TEXT NOT NULL, results INTEGER NOT NULL, delivered
    INTEGER NOT NULL, slip INTEGER NOT NULL, slip_told_ms INTEGER NOT NULL, remitted_dong INTEGER NOT NULL, receipt TEXT NOT
    NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX dossier_event ON dossier (device, stream, incarnation, seq)""",
    """CREATE INDEX dossier_here ON dossier (state) WHERE source = 1""",
    """CREATE INDEX dossier_money ON dossier (accepted_ms) WHERE collected_dong > remitted_dong AND source = 1 AND stage <> 'reversed'""",
    """CREATE INDEX dossier_notice ON dossier (decided_ms) WHERE decided <> '' AND told_ms = 0 AND source = 1""",
    """CREATE UNIQUE INDEX dossier_number ON dossier (dossier)""",
    """CREATE INDEX dossier_official ON dossier (official) WHERE official <> ''""",
    """CREATE INDEX dossier_stage ON dossier (stage, authority)""",
    """CREATE TABLE cover (
    item TEXT NOT NULL, dossier TEXT NOT NULL, way TEXT NOT NULL, given INTEGER NOT NULL, hlc_ms INTEGER NOT NULL, hlc_count
    INTEGER NOT NULL, weight_g INTEGER NOT NULL, due TEXT NOT NULL, PRIMARY KEY (item)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX cover_dossier ON cover (dossier)""",
    """CREATE TABLE case_event (
    dossier TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT
    NULL, type TEXT NOT NULL, hlc_ms INTEGER NOT NULL, hlc_count INTEGER NOT NULL, happened_ms INTEGER NOT NULL, item TEXT NOT
    NULL, code TEXT NOT NULL, official TEXT NOT NULL, received_day TEXT NOT NULL, day TEXT NOT NULL, about TEXT NOT NULL, flag
    INTEGER NOT NULL, amount_dong INTEGER NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY (dossier, device, stream, incarnation,
    seq)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX case_event_item ON case_event (item) WHERE dossier = ''""",
    """CREATE TABLE case_count (
    authority TEXT NOT NULL, stage TEXT NOT NULL, cases INTEGER NOT NULL, PRIMARY KEY (authority, stage)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE handover (
    id INTEGER NOT NULL, handover TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX handover_number ON handover (handover)""",
    """CREATE TABLE takeover (
    id INTEGER NOT NULL, takeover TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, authority TEXT NOT NULL, expected INTEGER NOT NULL, taken INTEGER NOT NULL, opened_ms INTEGER
    NOT NULL, closed_ms INTEGER NOT NULL, user TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX takeover_number ON takeover (takeover)""",
    """CREATE INDEX takeover_open ON takeover (closed_ms) WHERE closed_ms = 0""",
    """CREATE TABLE taken_result (
    takeover TEXT NOT NULL, place INTEGER NOT NULL, item TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, taken_ms INTEGER NOT NULL, back INTEGER NOT NULL, PRIMARY KEY
    (takeover, place)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX taken_item ON taken_result (item)""",
    """CREATE TABLE remittance (
    remittance TEXT NOT NULL, PRIMARY KEY (remittance)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE complaint (
    id INTEGER NOT NULL, complaint TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT
    NULL, seq INTEGER NOT NULL, dossier TEXT NOT NULL, item TEXT NOT NULL, code TEXT NOT NULL, who TEXT NOT NULL, received_day
    TEXT NOT NULL, due_day TEXT NOT NULL, outcome TEXT NOT NULL, answered_ms INTEGER NOT NULL, compensation_dong INTEGER NOT
    NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX complaint_number ON complaint (complaint)""",
    """CREATE INDEX complaint_open ON complaint (due_day) WHERE answered_ms = 0""",
    """CREATE TABLE visit (
    id INTEGER NOT NULL, visit TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, commune TEXT NOT NULL, from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, procedure TEXT NOT NULL,
    outcome TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX visit_number ON visit (visit)""",
    """CREATE INDEX visit_open ON visit (from_ms) WHERE outcome = ''""",
    """CREATE TRIGGER event_erases AFTER INSERT ON event WHEN NEW.type = 'dossier.persons_erased'
BEGIN
  DELETE FROM particulars WHERE (device, stream, incarnation, seq) IN (SELECT json_extract('[' || replace(value, '.', ',')
      || ']', '$[0]'), json_extract('[' || replace(value, '.', ',') || ']', '$[1]'), json_extract('[' || replace(value, '.',
      ',') || ']', '$[2]'), json_extract('[' || replace(value, '.', ',') || ']', '$[3]') FROM json_each(CAST(NEW.body AS
      TEXT), '$.events'));
  DELETE FROM received_beside WHERE (device, stream, incarnation, seq) IN (SELECT json_extract('[' || replace(value, '.',
      ',') || ']', '$[0]'), json_extract('[' || replace(value, '.', ',') || ']', '$[1]'), json_extract('[' || replace(value,
      '.', ',') || ']', '$[2]'), json_extract('[' || replace(value, '.', ',') || ']', '$[3]') FROM json_each(CAST(NEW.body
      AS TEXT), '$.events'));
END""",
    """CREATE TRIGGER particulars_remain BEFORE DELETE ON particulars
WHEN NOT EXISTS (SELECT 1 FROM event e, json_each(CAST(e.body AS TEXT), '$.events') named
    WHERE e.id = (SELECT max(id) FROM event) AND e.type = 'dossier.persons_erased'
      AND named.value = OLD.device || '.' || OLD.stream || '.' || OLD.incarnation || '.' || OLD.seq)
BEGIN SELECT RAISE(ABORT, 'particulars are deleted by an erasure only'); END""",
    """CREATE TRIGGER received_beside_remains BEFORE DELETE ON received_beside
WHEN NOT EXISTS (SELECT 1 FROM event e, json_each(CAST(e.body AS TEXT), '$.events') named
    WHERE e.id = (SELECT max(id) FROM event) AND e.type = 'dossier.persons_erased'
      AND named.value = OLD.device || '.' || OLD.stream || '.' || OLD.incarnation || '.' || OLD.seq)
BEGIN SELECT RAISE(ABORT, 'what stands beside a received event is deleted by an erasure only'); END""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for table in GONE:
        connection.exec_driver_sql(f'DROP TABLE "{table}"')
    for trigger in LOOSENED:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    for statement in NEW:
        connection.exec_driver_sql(statement)
