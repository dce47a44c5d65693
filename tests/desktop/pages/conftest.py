"""A clerk at the acceptance page of a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.accepting import AtCounter, at_counter


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtCounter]:
    """A clerk with an open shift."""
    with at_counter(tmp_path) as made:
        yield made
