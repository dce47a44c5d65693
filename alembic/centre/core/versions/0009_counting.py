"""Who may read of KT1 is said of each reader; figures are counted by functions, which see what readers do not.

Revision: 0009, after 0008. Views and policies are made by the program (`kt1desk.centre.reports_schema`); the tables under them stay as
they are, so nothing is followed anew. The functions themselves are of no revision (`kt1desk.centre.migrate`).
"""

from alembic import op

from kt1desk.centre.reports_schema import make_again

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MADE_OF = "7e3805d09371239f"
"""See revision 0002."""

STATEMENTS = (
    "GRANT UPDATE (kt1) ON access.reader TO operator",
    "DROP POLICY IF EXISTS counting ON ledger.desk_seen",
    "CREATE POLICY counting ON ledger.desk_seen FOR SELECT TO core_owner USING (true)",
)


def upgrade() -> None:
    connection = op.get_bind()
    make_again(connection)
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
