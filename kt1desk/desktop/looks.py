"""Each look by its name, to be found by typing: whoever asks for the dark one gets it, whichever is worn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kt1desk.desktop.look.theme import ThemeName
from kt1desk.desktop.look.wear import wear_named
from kt1desk.desktop.page_keys import PageKey

_LOOKS = (
    ("giao diện sáng", ThemeName.LIGHT),
    ("giao diện tối", ThemeName.DARK),
    ("giao diện tương phản cao", ThemeName.HIGH_CONTRAST),
)


def look_keys(chosen: Callable[[str], None]) -> Sequence[PageKey]:
    """What puts a look on and says so to ``chosen``. No key: one key goes through all of them."""

    def act(name: ThemeName) -> None:
        wear_named(name)
        chosen(name.value)

    return [PageKey("", words, partial(act, name)) for words, name in _LOOKS]
