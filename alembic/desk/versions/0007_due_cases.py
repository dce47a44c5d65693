"""Cases in the order of their days: who is asked for a result, which giấy hẹn is still to be handed on.

Indexes alone; no row changes.

Revision: 0007, after 0006. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE INDEX dossier_due ON dossier (stage, authority, coalesce(nullif(official_day, ''), promised), form)""",
    """CREATE INDEX dossier_slip ON dossier (since_ms) WHERE slip = 1 AND slip_told_ms = 0 AND +stage IN
      ('registered', 'supplement', 'supplemented')""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
