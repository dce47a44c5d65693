"""Every page in every state people meet: nothing clipped, nothing overlapping, everything named, enough contrast, and a picture to look at.

With KT1DESK_PICTURES set the pictures are kept in that folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support import pictures
from tests.support.page_scenes import SCENES, take


def _folder() -> Path | None:
    name = os.environ.get("KT1DESK_PICTURES", "")
    if not name:
        return None
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_at_1366_by_768_shows_everything_whole_and_readable(name: str, worn: QApplication) -> None:
    assert take(name, "1366", _folder()) == []


@pytest.mark.parametrize("page", sorted({name.partition("-")[0] for name in SCENES}))
def test_pictures_at_1920_by_1080_and_150_percent_show_everything_whole_and_readable(page: str) -> None:
    found = pictures.main(_folder(), page, screens=pictures.SCREENS[1:])

    assert found == ""
