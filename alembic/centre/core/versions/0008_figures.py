"""What figures count is found by index: offers, returns, money passed on; items by service and by deadline.

Revision: 0008, after 0007. The projections are made by the program and follow from the ledger (`kt1desk.centre.derived_schema`).
"""

from alembic import op

from kt1desk.centre.derived_schema import make_again

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MADE_OF = "04e1e7cf7bffa566"
"""See revision 0002."""


def upgrade() -> None:
    make_again(op.get_bind())
