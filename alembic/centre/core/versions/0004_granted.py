"""Which blocks of numbers desks say they have, for whoever grants new ones: no number is ever given out twice.

A block names no item and nobody; the events themselves stay out of the operator's reach.

Revision: 0004, after 0003. Written out and never changed again.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    "CREATE VIEW ledger.granted AS SELECT device, body FROM ledger.event WHERE type = 'block.granted'",
    "COMMENT ON VIEW ledger.granted IS 'Blocks of numbers that desks have, as they told it.'",
    "GRANT SELECT ON ledger.granted TO operator, integrator",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
