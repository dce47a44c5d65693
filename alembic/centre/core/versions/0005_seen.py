"""How many numbers each desk has left beside what the gate knows of it, and the operator may read both.

Nothing of it names an item or anybody.

Revision: 0005, after 0004. Written out and never changed again.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE ledger.desk_seen ADD COLUMN numbers_left BIGINT NOT NULL DEFAULT 0",
    "GRANT SELECT ON ledger.desk_seen TO operator",
    "CREATE POLICY watching ON ledger.desk_seen FOR SELECT TO operator USING (true)",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
