"""Dossiers with their legs, reversals, lines of lists, procedures, parked work.

A file of the first schema holds no event of these kinds, so every item in it is here and every new figure of a shift is 0: nothing has to
be replayed. Print jobs get the key that names their template too.

Revision: 0002, after 0001. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """ALTER TABLE item ADD COLUMN state TEXT DEFAULT 'here' NOT NULL""",
    """ALTER TABLE shift ADD COLUMN paid_dong INTEGER DEFAULT 0 NOT NULL""",
    """ALTER TABLE shift ADD COLUMN dossiers INTEGER DEFAULT 0 NOT NULL""",
    """ALTER TABLE shift ADD COLUMN first_dossier INTEGER DEFAULT 0 NOT NULL""",
    """ALTER TABLE shift ADD COLUMN last_dossier INTEGER DEFAULT 0 NOT NULL""",
    """CREATE TABLE dossier (
    id INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    device INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    form TEXT NOT NULL,
    procedure TEXT NOT NULL,
    authority TEXT NOT NULL,
    official TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL,
    promised TEXT NOT NULL,
    shift TEXT NOT NULL,
    user TEXT NOT NULL,
    payment TEXT NOT NULL,
    postage_dong INTEGER NOT NULL,
    collected_dong INTEGER NOT NULL,
    pass_on_dong INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """CREATE UNIQUE INDEX dossier_number ON dossier (dossier)""",
    """CREATE INDEX dossier_official ON dossier (official) WHERE official <> ''""",
    """CREATE TABLE leg (
    item TEXT NOT NULL,
    dossier INTEGER NOT NULL,
    direction TEXT NOT NULL,
    PRIMARY KEY (item)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE batch_line (
    line TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (line)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE procedure (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
)
 STRICT""",
    """CREATE TABLE parked (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    value TEXT NOT NULL,
    saved_ms INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT""",
    """UPDATE print_job SET "key" = item || '/' || role || '/' || template || '/' || copy""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
