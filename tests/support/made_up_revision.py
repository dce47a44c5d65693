"""The program's history of a desk's file and one revision more, as a version to come will have it."""

from __future__ import annotations

import shutil
from pathlib import Path

from kt1desk.store import migrate, places

NEXT = '''"""A revision for the tests."""
from alembic import op
revision = "9001"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE later (a INTEGER)")
    {then}
'''


def history_with_one_more(folder: Path, then: str = "") -> Path:
    """Written below ``folder``; ``then`` is what its revision does besides making a table."""
    history = folder / "history"
    shutil.copytree(places.migrations(), history)
    (history / "versions" / "9001_later.py").write_text(NEXT.format(head=migrate.head(), then=then))
    return history
