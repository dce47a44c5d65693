"""The gate: tables, the one function a desk may call, who else may what.

Revision: 0001, the first. The text lies in ``sql/0001`` and is never changed again.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PARTS = ("tables", "functions", "privileges")


def upgrade() -> None:
    connection = op.get_bind()
    folder = Path(__file__).parent.parent / "sql" / revision
    for part in PARTS:
        text = (folder / f"{part}.sql").read_text(encoding="utf-8")
        connection.exec_driver_sql(text, execution_options={"no_parameters": True})
