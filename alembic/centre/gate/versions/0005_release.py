"""The gate keeps a release of the program in pieces, for desks that no stick reaches.

Revision: 0005, after 0004. The text lies in ``sql/0005`` and is never changed again.
"""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = (Path(__file__).parent.parent / "sql" / revision / "release.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
