"""Cash by its kind, lines of other counter services, what registers say, issued reports, what other systems have taken over.

All of it is filled from the journal (``replays``).

Revision: 0011, after 0010. Written out and never changed again, whatever `kt1desk.store.report_tables` becomes.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None
replays = True

STATEMENTS = (
    """CREATE TABLE shift_cash (
    shift TEXT NOT NULL, kind TEXT NOT NULL, received_dong INTEGER NOT NULL, paid_dong INTEGER NOT NULL, moves INTEGER NOT NULL,
    PRIMARY KEY (shift, kind)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE drawer_line (
    id INTEGER NOT NULL, line TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq
    INTEGER NOT NULL, shift TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, customers INTEGER NOT NULL, received_dong INTEGER
    NOT NULL, paid_dong INTEGER NOT NULL, reference TEXT NOT NULL, undoes TEXT NOT NULL, undone_by TEXT NOT NULL, reason TEXT NOT
    NULL, user TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE UNIQUE INDEX drawer_line_number ON drawer_line (line)""",
    """CREATE INDEX drawer_line_shift ON drawer_line (shift)""",
    """CREATE TABLE settled (
    shift TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, reason
    TEXT NOT NULL, handed_to TEXT NOT NULL, manner TEXT NOT NULL, PRIMARY KEY (shift)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE agency_day (
    day TEXT NOT NULL, agency TEXT NOT NULL, items INTEGER NOT NULL, total_dong INTEGER NOT NULL, PRIMARY KEY (day, agency)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE register_value (
    register TEXT NOT NULL, entry TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (register, entry, name)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE issued_report (
    report TEXT NOT NULL, version INTEGER NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL,
    seq INTEGER NOT NULL, template TEXT NOT NULL, revision TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, scope TEXT NOT
    NULL, issued_ms INTEGER NOT NULL, user TEXT NOT NULL, PRIMARY KEY (report, version)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE elsewhere (
    system TEXT NOT NULL, number TEXT NOT NULL, batch TEXT NOT NULL, exported_ms INTEGER NOT NULL, code TEXT NOT NULL, taken_ms
    INTEGER NOT NULL, PRIMARY KEY (system, number)
) WITHOUT ROWID, STRICT""",
    """CREATE INDEX elsewhere_waiting ON elsewhere (system, exported_ms) WHERE taken_ms = 0""",
    """CREATE TABLE later_entry (
    id INTEGER NOT NULL, number TEXT NOT NULL, device INTEGER NOT NULL, stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq
    INTEGER NOT NULL, reason TEXT NOT NULL, sheet TEXT NOT NULL, user TEXT NOT NULL, entered_ms INTEGER NOT NULL, PRIMARY KEY (id)
) STRICT""",
    """CREATE INDEX later_entry_number ON later_entry (number)""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
