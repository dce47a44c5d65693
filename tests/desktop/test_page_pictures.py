"""Every page in every state people meet: nothing clipped, nothing overlapping, everything named, enough contrast, and a picture to look at.

With KT1DESK_PICTURES set the pictures are kept in that folder. The scenes stand in processes of their own: in one that has shown hundreds
of windows each further one costs more.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.page_scenes import SCENES


def _folder() -> Path | None:
    name = os.environ.get("KT1DESK_PICTURES", "")
    if not name:
        return None
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


NAMES = tuple(f"={name}" for name in SCENES)
WIDE, TIGHT = pictures.SCREENS


def _found(screen: pictures.Screen, names: Sequence[str]) -> str:
    return pictures.main(_folder(), names, screens=(screen,))


@pytest.mark.parametrize("names", [NAMES[0::2], NAMES[1::2]], ids=["one half", "the other"])
def test_pictures_at_1366_by_768_show_everything_whole_and_readable(names: Sequence[str]) -> None:
    assert _found(WIDE, names) == ""


@pytest.mark.parametrize(
    "names",
    [
        NAMES[0::4],
        pytest.param(NAMES[2::4], marks=pytest.mark.soak),
        pytest.param(NAMES[1::2], marks=pytest.mark.soak),
    ],
    ids=["a quarter", "another", "the other half"],
)
def test_pictures_at_1920_by_1080_and_150_percent_show_everything_whole_and_readable(
    names: Sequence[str],
) -> None:
    assert _found(TIGHT, names) == ""
