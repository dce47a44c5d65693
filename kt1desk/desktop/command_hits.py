"""What the command field shows for what was typed: places, actions and what the store found, in one order. Pure.

Typed digits mean numbers first. One word means a place or a name sooner than an action, of which two stand before the names; several words
that an action has are meant for it. What fits an action loosely stands below the names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.desktop.action_words import PLACE_WORDS
from kt1desk.desktop.actions import Action, Fit, FoundAction
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets.search_popup import SearchHit as ShownHit
from kt1desk.domain.text import fold
from kt1desk.services.rows import SearchHit

PLACE = "place"
MOST = 16
_ONE_WORD, _SEVERAL, _PLACES = 2, 4, 3
_KINDS = {
    "item": ("Bưu gửi", Icon.MAIL),
    "dossier": ("Hồ sơ", Icon.FILE_TEXT),
    "procedure": ("Thủ tục", Icon.RUBBER_STAMP),
    "authority": ("Cơ quan", Icon.BUILDING_BANK),
    "agency": ("Cơ quan", Icon.BUILDING_BANK),
    "point": ("Điểm giao dịch", Icon.MAP_PIN),
    "person": ("Người", Icon.USER),
    "registered": ("Người nhận", Icon.ID_BADGE_2),
}
_PLACE_WORDS, _ACTION_WORDS = "Nơi làm việc", "Việc"


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
    found = _of_places(places, words)[:_PLACES]
    found += [_of_action(each) for each in first]
    found += [_of_hit(hit) for hit in hits]
    found += [_of_action(each) for each in rest]
    return found[:MOST]


def _of_places(places: Sequence[Place], words: Sequence[str]) -> list[Line]:
    """Places of whose title, or of another name, each typed word begins a word; first those that begin as was typed."""
    found: list[tuple[bool, bool, int, Place, str]] = []
    for place in places:
        for name in (place.title, *PLACE_WORDS.get(place.name, ())):
            if _begins(words, name):
                begins = fold(name).startswith(words[0])
                found.append((name != place.title, not begins, len(found), place, name))
                break
    return [_of_place(place, name) for *_, place, name in sorted(found, key=lambda each: each[:3])]


def _begins(words: Sequence[str], title: str) -> bool:
    parts = fold(title).split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def _of_place(place: Place, name: str) -> Line:
    also = "" if name == place.title else name
    shown = ShownHit(place.name, place.title, also, _PLACE_WORDS, place.key, place.icon)
    return Line(shown, SearchHit(PLACE, place.name, place.title, ""))


def _of_action(found: FoundAction) -> Line:
    action, does = found.action, found.action.way.key.does
    where = action.where if found.words == does else f"{action.where} · {does}"
    title = found.words[:1].upper() + found.words[1:]
    icon = action.place.icon if action.place is not None else Icon.KEYBOARD
    return Line(ShownHit(action.path, title, where, _ACTION_WORDS, action.way.key.key, icon), action)


def _of_hit(hit: SearchHit) -> Line:
    title = item_number(hit.title) if hit.kind == "item" and hit.title == hit.ref else hit.title
    words, icon = _KINDS.get(hit.kind, ("", None))
    return Line(ShownHit(hit.ref, title, hit.subtitle, words, "", icon), hit)
