"""What the command field shows for what was typed: places, actions and what the store found, in one order. Pure.

Typed digits mean numbers first. One word means a place or a name sooner than an action, of which two stand before the names; several words
that an action has are meant for it. What fits an action loosely stands below the names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.desktop.action_words import PLACE_WORDS
from kt1desk.desktop.actions import Action, Fit, FoundAction
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets.search_popup import SearchHit as ShownHit
from kt1desk.domain.text import fold
from kt1desk.services.rows import SearchHit

PLACE, ACTION = "place", "action"
MOST = 16
_ONE_WORD, _SEVERAL = 2, 4
_KIND_WORDS = {
    "item": "Bưu gửi",
    "dossier": "Hồ sơ",
    "procedure": "Thủ tục",
    "authority": "Cơ quan",
    "agency": "Cơ quan",
    "point": "Điểm giao dịch",
    "person": "Người",
    ACTION: "Việc",
    PLACE: "Nơi làm việc",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list and what it stands for."""

    shown: ShownHit
    means: SearchHit | Action


def arranged(
    text: str, places: Sequence[Place], actions: Sequence[FoundAction], hits: Sequence[SearchHit]
) -> Sequence[Line]:
    """Everything that was found, best first."""
    words = fold(text).split()
    several, numbers = len(words) > 1, any(word.isdigit() for word in words)
    close = [each for each in actions if each.fit <= (Fit.LOOSE if several else Fit.BEGINS)]
    first = [] if numbers else close[: _SEVERAL if several else _ONE_WORD]
    rest = [each for each in actions if each not in first]
    found = [_of_place(place) for place in _named(places, words)]
    found += [_of_action(each) for each in first]
    found += [_of_hit(hit) for hit in hits]
    found += [_of_action(each) for each in rest]
    return found[:MOST]


def _named(places: Sequence[Place], words: Sequence[str]) -> list[Place]:
    """Places of whose title, or of another name, each typed word begins a word."""
    return [
        place
        for place in places
        if any(_begins(words, name) for name in (place.title, *PLACE_WORDS.get(place.name, ())))
    ]


def _begins(words: Sequence[str], title: str) -> bool:
    parts = fold(title).split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def _of_place(place: Place) -> Line:
    hit = SearchHit(PLACE, place.name, place.title, "")
    return Line(ShownHit(place.name, place.title, "", _KIND_WORDS[PLACE], place.key), hit)


def _of_action(found: FoundAction) -> Line:
    action, does = found.action, found.action.way.key.does
    where = action.where if found.words == does else f"{action.where} · {does}"
    title = found.words[:1].upper() + found.words[1:]
    return Line(ShownHit(action.path, title, where, _KIND_WORDS[ACTION], action.way.key.key), action)


def _of_hit(hit: SearchHit) -> Line:
    title = item_number(hit.title) if hit.kind == "item" and hit.title == hit.ref else hit.title
    return Line(ShownHit(hit.ref, title, hit.subtitle, _KIND_WORDS.get(hit.kind, "")), hit)
