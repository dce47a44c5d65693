"""Choices of one list in memory, found by fragments of their words, for a `ChoiceField`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kt1desk.desktop.choice_field import Answer
from kt1desk.desktop.needs import Choice
from kt1desk.domain.text import fold


def matching(choices: Iterable[Choice], text: str) -> Sequence[Answer]:
    """Those that have every typed word in them, in any order and without diacritics; all of them where nothing is typed."""
    words = fold(text).split()
    return [
        Answer(each.key, each.text)
        for each in choices
        if all(word in fold(f"{each.text} {each.key}") for word in words)
    ]
