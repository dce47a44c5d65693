"""What reports are made of: cash by its kind, registers word by word, what agencies sent, what was issued.

Revision: 0007, after 0006. The projections are made by the program and follow from the ledger (`kt1desk.centre.derived_schema`).
"""

from alembic import op

from kt1desk.centre.derived_schema import make_again

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MADE_OF = "565630d3ce1e6dcf"
"""See revision 0002."""


def upgrade() -> None:
    make_again(op.get_bind())
