"""A clerk at the acceptance page of a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.accepting import AtCounter, at_counter
from tests.support.dossier_page import AtDossiers, at_dossiers


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtCounter]:
    """A clerk with an open shift."""
    with at_counter(tmp_path) as made:
        yield made


@pytest.fixture
def dossiers(worn: QApplication, tmp_path: Path) -> Iterator[AtDossiers]:
    """A clerk at the dossier page, with an open shift."""
    with at_dossiers(tmp_path) as made:
        yield made


@pytest.fixture
def dossiers_without_shift(worn: QApplication, tmp_path: Path) -> Iterator[AtDossiers]:
    """A clerk at the dossier page who has not opened a shift."""
    with at_dossiers(tmp_path, shift=False) as made:
        yield made
