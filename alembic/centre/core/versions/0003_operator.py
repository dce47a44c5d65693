"""What the operator may do in the ledger: see how far it is and what is wrong, put in the key list and what the centre wants told.

No event and no frame of a desk is his to read.

Revision: 0003, after 0002. Written out and never changed again.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    "GRANT USAGE ON SCHEMA ledger TO operator",
    "GRANT SELECT ON ledger.chain, ledger.alarm, ledger.lease, ledger.mailbox TO operator",
    "GRANT UPDATE (ended_ms) ON ledger.alarm TO operator",
    "GRANT SELECT, INSERT ON ledger.posted TO operator",
    "GRANT SELECT, INSERT, UPDATE ON ledger.setting TO operator",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
