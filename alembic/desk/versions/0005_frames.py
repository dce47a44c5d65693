"""Sealed frames: what is sent is kept first, so that a repeated frame is the same bytes.

Revision: 0005, after 0004. Written out and never changed again, whatever `kt1desk.store.local_tables` becomes.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE frame (
    stream INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (stream, incarnation, number)
)
 STRICT""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
