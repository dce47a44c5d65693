"""Where the files lie that come with the program but are no Python: found from the package itself, never from the current folder.

In the repository and in an installation alike, ``alembic`` lies beside the package ``kt1desk``. This module must not know settings.
"""

from __future__ import annotations

from pathlib import Path

import kt1desk
from kt1desk.domain.errors import DeskError


def installation_root() -> Path:
    """The folder that holds the package, its migrations and its resources."""
    return Path(kt1desk.__file__).resolve().parent.parent


def migrations() -> Path:
    """The history of the desk's schema.

    Raises:
        DeskError: ``store.migrations_missing`` where the installation is not whole.
    """
    place = installation_root() / "alembic" / "desk"
    if not (place / "env.py").is_file():
        raise DeskError("store.migrations_missing")
    return place
