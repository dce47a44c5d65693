"""A gate that was put back from a backup answers nobody until the operator has said so.

Revision: 0004, after 0003. The text lies in ``sql/0004`` and is never changed again.
"""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = (Path(__file__).parent.parent / "sql" / revision / "home.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
