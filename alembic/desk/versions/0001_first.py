"""The first schema: journal, projections, local tables, the full-text index and the triggers that keep the journal as it is.

Written out and never changed again, whatever `kt1desk.store.tables` becomes.

Revision: 0001, the first.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE event (
    id INTEGER NOT NULL,
    device INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    envelope BLOB NOT NULL,
    body BLOB NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT event_place CHECK (id = (stream << 48) | (incarnation << 32) | seq),
    CONSTRAINT event_shape CHECK (stream IN (1, 2) AND length(prev) = 32 AND length(hash) = 32)
)
 STRICT""",
    """CREATE TABLE particulars (
    device INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    slot TEXT NOT NULL,
    salt BLOB NOT NULL,
    "row" BLOB NOT NULL,
    PRIMARY KEY (device, stream, incarnation, seq, slot)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE desk (
    device INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    point TEXT NOT NULL,
    mode TEXT NOT NULL,
    public_key TEXT NOT NULL,
    program TEXT NOT NULL,
    desk_file TEXT NOT NULL,
    services TEXT NOT NULL,
    transports TEXT NOT NULL,
    province_key TEXT NOT NULL,
    PRIMARY KEY (device, incarnation)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE user (
    user TEXT NOT NULL,
    device INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    roles TEXT NOT NULL,
    clearance_until TEXT NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (user)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE key_slot (
    holder TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (holder)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE shift (
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    shift TEXT NOT NULL,
    business_date TEXT NOT NULL,
    drawer TEXT NOT NULL,
    user TEXT NOT NULL,
    float_dong INTEGER NOT NULL,
    cash_dong INTEGER NOT NULL,
    items INTEGER NOT NULL,
    first_item INTEGER NOT NULL,
    last_item INTEGER NOT NULL,
    opened_ms INTEGER NOT NULL,
    closed_ms INTEGER NOT NULL,
    counted_dong INTEGER NOT NULL,
    expected_dong INTEGER NOT NULL,
    PRIMARY KEY (incarnation, seq)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE UNIQUE INDEX shift_name ON shift (shift)""",
    """CREATE INDEX shift_open ON shift (closed_ms) WHERE closed_ms = 0""",
    """CREATE TABLE block (
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    next INTEGER NOT NULL,
    "left" INTEGER NOT NULL,
    PRIMARY KEY (incarnation, seq)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE voided_number (
    item TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (item)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE item (
    id INTEGER NOT NULL,
    item TEXT NOT NULL,
    device INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    product TEXT NOT NULL,
    urgency TEXT NOT NULL,
    secrecy TEXT NOT NULL,
    scope TEXT NOT NULL,
    weight_g INTEGER NOT NULL,
    accepted_ms INTEGER NOT NULL,
    deadline_ms INTEGER NOT NULL,
    agreed_ms INTEGER NOT NULL,
    shift TEXT NOT NULL,
    user TEXT NOT NULL,
    payment TEXT NOT NULL,
    total_dong INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE UNIQUE INDEX item_number ON item (item)""",
    """CREATE TABLE pair (
    sender TEXT NOT NULL,
    receiver TEXT NOT NULL,
    count INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    PRIMARY KEY (sender, receiver)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX pair_receiver ON pair (receiver)""",
    """CREATE TABLE device_key (
    id INTEGER NOT NULL,
    device INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    private_key BLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT device_key_one CHECK (id = 1 AND length(private_key) = 32)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE draft (
    page TEXT NOT NULL,
    value TEXT NOT NULL,
    saved_ms INTEGER NOT NULL,
    PRIMARY KEY (page)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE search_doc (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    code TEXT NOT NULL,
    initials TEXT NOT NULL,
    sort TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE TABLE print_job (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    item TEXT NOT NULL,
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    paper_values TEXT NOT NULL,
    copy INTEGER NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    released_ms INTEGER DEFAULT 0 NOT NULL,
    held INTEGER DEFAULT 0 NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    evidence TEXT DEFAULT '' NOT NULL,
    printer TEXT DEFAULT '' NOT NULL,
    payload_sha256 TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE UNIQUE INDEX print_job_key ON print_job ("key")""",
    """CREATE INDEX print_job_waiting ON print_job (role, created_ms) WHERE state IN ('queued', 'sending', 'sent', 'unknown')""",
    """CREATE TABLE print_link (
    printer TEXT NOT NULL,
    dirty INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    PRIMARY KEY (printer)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE VIRTUAL TABLE search_fts USING fts5(words, content='',
    detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii')""",
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
    """CREATE TRIGGER particulars_follow BEFORE INSERT ON particulars
WHEN NOT EXISTS (SELECT 1 FROM event WHERE id = (NEW.stream << 48) | (NEW.incarnation << 32) | NEW.seq)
  OR EXISTS (SELECT 1 FROM event WHERE id = ((NEW.stream << 48) | (NEW.incarnation << 32) | NEW.seq) + 1)
  OR EXISTS (SELECT 1 FROM particulars WHERE device = NEW.device AND stream = NEW.stream
    AND incarnation = NEW.incarnation AND seq = NEW.seq AND slot = NEW.slot)
BEGIN SELECT RAISE(ABORT, 'particulars come with their event'); END""",
    """CREATE TRIGGER particulars_stay BEFORE UPDATE ON particulars
BEGIN SELECT RAISE(ABORT, 'particulars are never changed'); END""",
    """CREATE TRIGGER particulars_remain BEFORE DELETE ON particulars
BEGIN SELECT RAISE(ABORT, 'particulars are deleted by an erasure only'); END""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
