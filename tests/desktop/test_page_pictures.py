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
from tests.support.looks import ALL_LOOKS, BUREAU, COUNTER, FINE, Look, Screen
from tests.support.page_scenes import SCENES
from tests.support.pictures import in_look, in_turns


def _folder() -> Path | None:
    name = os.environ.get("KT1DESK_PICTURES", "")
    if not name:
        return None
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


NAMES = tuple(SCENES)
_AT_ONCE = 120


@pytest.mark.parametrize(
    "names", [in_turns(NAMES)[0::2], in_turns(NAMES)[1::2]], ids=["one half", "the other"]
)
def test_every_page_at_1366_by_768_is_whole_and_readable_in_one_theme_and_each_theme_on_a_third(
    names: Sequence[str],
) -> None:
    assert pictures.take(_folder(), COUNTER, names) == ""


@pytest.mark.parametrize(
    ("screen", "names"), [(BUREAU, NAMES[0::12]), (FINE, NAMES[6::12])], ids=["150 percent", "200 percent"]
)
def test_some_pages_are_whole_and_readable_on_finer_screens(screen: Screen, names: Sequence[str]) -> None:
    assert pictures.take(_folder(), screen, in_turns(names)) == ""


@pytest.mark.soak
@pytest.mark.parametrize("look", ALL_LOOKS, ids=[look.name for look in ALL_LOOKS])
@pytest.mark.parametrize("at", range(0, len(NAMES), _AT_ONCE))
def test_every_page_is_whole_and_readable_in_every_look(look: Look, at: int) -> None:
    assert pictures.take(_folder(), look.screen, in_look(look, NAMES[at : at + _AT_ONCE])) == ""
