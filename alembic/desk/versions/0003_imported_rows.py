"""Rows of reference data that were brought in from a file.

Revision: 0003, after 0002. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE imported_row (
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, "key", valid_from)
)
 STRICT""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
