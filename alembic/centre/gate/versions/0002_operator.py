"""What the operator does besides the rows of devices: takes in frames that came as a file, and has each of his acts in the audit.

Revision: 0002, after 0001. The text lies in ``sql/0002`` and is never changed again.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = (Path(__file__).parent.parent / "sql" / revision / "operator.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
