"""Desks of one point see each other: the last word about what several of them may speak of, and lines of lists accepted at two of them.

``last_word`` is filled from the journal, and so are all projections beside it (``replays``). A line of a list may now have several numbers,
for two desks may bring the same list at once. Who has to be told of a decision is listed at every desk of the point.

Revision: 0010, after 0009. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
replays = True

STATEMENTS = (
    """CREATE TABLE last_word (
    what TEXT NOT NULL, "key" TEXT NOT NULL, hlc_ms INTEGER NOT NULL, hlc_count INTEGER NOT NULL, device INTEGER NOT NULL,
    stream INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (what, "key")
) WITHOUT ROWID, STRICT""",
    """DROP TABLE batch_line""",
    """CREATE TABLE batch_line (
    line TEXT NOT NULL, number TEXT NOT NULL, PRIMARY KEY (line, number)
) WITHOUT ROWID, STRICT""",
    """DROP INDEX dossier_notice""",
    """CREATE INDEX dossier_notice ON dossier (decided_ms) WHERE decided <> '' AND told_ms = 0 AND source <> 2""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
