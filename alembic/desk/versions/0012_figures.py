"""Items of a service by where they are, and by their deadline; what figures count: offers, returns and money passed on.

Indexes alone; no row changes.

Revision: 0012, after 0011. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STATEMENTS = (
    """DROP INDEX item_ours""",
    """CREATE INDEX item_ours ON item (service, state, keeper) WHERE ours = 1""",
    """CREATE INDEX item_deadline ON item (deadline_ms) WHERE ours = 1 AND service = 'kt1'""",
    """CREATE INDEX touch_offered ON touch (number, step) WHERE step IN ('attempt', 'deliver', 'return')""",
    """CREATE INDEX case_event_passed ON case_event (happened_ms) WHERE type = 'dossier.fees_remitted'""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
