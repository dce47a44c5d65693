"""Everything that can be done in the program, as it is found by what a clerk types: keys of pages and of the window, by their words.

An action is found by what its key does, by other words for it (`kt1desk.desktop.action_words`), and together with the words of where it
stands. Nothing is done here; this module must not know any page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kt1desk.desktop.action_words import MORE_WORDS
from kt1desk.desktop.bars import key_path, path_of
from kt1desk.desktop.navigation import Page, PageKey, Place
from kt1desk.desktop.page_keys import Way
from kt1desk.domain.text import fold, initials

_FEWEST_INITIALS = 3
"""Fewer letters stand for too much."""


class Fit(IntEnum):
    """How well words fit an action, best first.

    NONE fits nothing. TURNED are all the words of it in another order. WHERE has no word of what is done, only of where.
    """

    NONE = -1
    WHOLE = 0
    BEGINS = 1
    TURNED = 2
    TOGETHER = 3
    LOOSE = 4
    INITIALS = 5
    AROUND = 6
    WHERE = 7


@dataclass(frozen=True, slots=True)
class Action:
    """A key that can be found.

    Attributes:
        way: the key, and how to come to where it acts.
        place: its place; None for a key of the window, which acts everywhere.
        phrases: what it is called, as it is shown and as it is compared; the first is what the key does.
        around: the words of where it stands, as they are compared.
    """

    way: Way
    place: Place | None
    phrases: tuple[tuple[str, str], ...]
    around: str

    @property
    def path(self) -> str:
        """As in `kt1desk.desktop.bars`, without the side."""
        names = (self.place.name, *self.way.path) if self.place is not None else self.way.path
        return key_path(path_of(*names), self.way.key.key) if names else f":{self.way.key.key}"

    @property
    def where(self) -> str:
        """``Chuyến thư · KT1 · Đóng túi``."""
        return " · ".join(
            (self.place.title if self.place is not None else "Ở đâu cũng được", *self.way.titles)
        )


@dataclass(frozen=True, slots=True)
class FoundAction:
    """An action with the words for it that fit best."""

    action: Action
    words: str
    fit: Fit


def actions_of(own: Iterable[PageKey], pages: Mapping[Place, Page]) -> tuple[Action, ...]:
    """Those of the window and those of these pages, as far as whoever works here may use them."""
    found = [_action(Way(key), None) for key in own]
    for place, page in pages.items():
        found += [_action(way, place) for way in page.ways()]
    return tuple(found)


def matching(actions: Iterable[Action], text: str, here: Place | None) -> Sequence[FoundAction]:
    """Those that have all words typed, by their beginnings and in any order; the best fit first, then what is done ``here``."""
    words = fold(text).split()
    if not words:
        return ()
    found = [each for action in actions if (each := _fitting(action, words)) is not None]
    return sorted(found, key=lambda each: _order(each, here))


def _action(way: Way, place: Place | None) -> Action:
    plain = Action(way, place, (), "")
    named = (way.key.does, *MORE_WORDS.get(plain.path, ()))
    around = fold(f"{plain.where} {way.key.key}")
    return Action(way, place, tuple((name, fold(name)) for name in named), f" {around}")


def _fitting(action: Action, words: Sequence[str]) -> FoundAction | None:
    best = min(((_fit(folded, words), at) for at, (_, folded) in enumerate(action.phrases)), default=None)
    if best is not None and best[0] < Fit.AROUND:
        return FoundAction(action, action.phrases[best[1]][0], best[0])
    for shown, folded in action.phrases:
        whole = f" {folded}{action.around}"
        if all(f" {word}" in whole for word in words):
            named = any(f" {word}" in f" {folded}" for word in words)
            return FoundAction(action, shown, Fit.AROUND if named else Fit.WHERE)
    return None


def _fit(phrase: str, words: Sequence[str]) -> Fit:
    typed, spaced = " ".join(words), f" {phrase}"
    if phrase == typed:
        return Fit.WHOLE
    if phrase.startswith(typed):
        return Fit.BEGINS
    if sorted(phrase.split()) == sorted(words):
        return Fit.TURNED
    if f" {typed}" in spaced:
        return Fit.TOGETHER
    if all(f" {word}" in spaced for word in words):
        return Fit.LOOSE
    if len(typed) >= _FEWEST_INITIALS and initials(phrase) == typed:
        return Fit.INITIALS
    return Fit.AROUND


def _order(found: FoundAction, here: Place | None) -> tuple[int, bool, bool, int]:
    action = found.action
    return (found.fit, action.place is not here, action.way.key.act is None, len(found.words))
