"""A certificate that was replaced shuts the line of its desk and not its counter.

Revision: 0003, after 0002. The text lies in ``sql/0003`` and is never changed again.
"""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = (Path(__file__).parent.parent / "sql" / revision / "replaced.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
