"""Accepting a dossier by keyboard alone, in the real window on a real encrypted desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.dossier_page import F9, AtDossiers, at_dossiers


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtDossiers]:
    with at_dossiers(tmp_path) as made:
        yield made


def test_a_dossier_both_ways_is_accepted_by_keys_alone(clerk: AtDossiers) -> None:
    clerk.everything("3")

    clerk.key(F9)

    (case,) = clerk.cases()
    assert (case.form, case.procedure, case.applicant) == ("both", "9.100001", "Lương Thị Mẫu")
    assert case.sums.postage_dong == 52_500
