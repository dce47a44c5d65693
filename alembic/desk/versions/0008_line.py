"""Whether the KT1 register may go over the network, and on which written approval.

A table alone; it is empty until somebody allows the line.

Revision: 0008, after 0007. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE line (
    stream INTEGER NOT NULL, allowed INTEGER NOT NULL, approval TEXT NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL,
    since_ms INTEGER NOT NULL, PRIMARY KEY (stream)
) WITHOUT ROWID, STRICT""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
