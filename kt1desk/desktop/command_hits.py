"""What the command field shows for what was typed: places, actions and what the store found, in one order. Pure.

Where a place is called so, or an action as a whole (of several words: or by its beginning), it stands first; then the best three that the
store found, then actions that fit less well, then the rest. Typed digits mean numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.desktop.action_words import PLACE_WORDS
from kt1desk.desktop.actions import Action, Fit, FoundAction
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import begun, item_number
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets.search_popup import SearchHit as ShownHit
from kt1desk.domain.text import fold
from kt1desk.services.people_found import PERSON, REGISTERED
from kt1desk.services.rows import SearchHit

PLACE = "place"
MOST = 16
_ACTIONS, _PLACES, _BEST = 4, 3, 3
_KINDS = {
    "item": ("Bưu gửi", Icon.MAIL),
    "dossier": ("Hồ sơ", Icon.FILE_TEXT),
    "procedure": ("Thủ tục", Icon.RUBBER_STAMP),
    "authority": ("Cơ quan", Icon.BUILDING_BANK),
    "agency": ("Cơ quan", Icon.BUILDING_BANK),
    "point": ("Điểm giao dịch", Icon.MAP_PIN),
    PERSON: ("Người", Icon.USER),
    REGISTERED: ("Người nhận", Icon.ID_BADGE_2),
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
    if any(word.isdigit() for word in words):
        meant = close = Fit.NONE
    elif len(words) == 1:
        meant, close = Fit.WHOLE, Fit.BEGINS
    else:
        meant, close = Fit.TURNED, Fit.LOOSE
    first = [each for each in actions if each.fit <= meant][:_ACTIONS]
    second = [each for each in actions if meant < each.fit <= close][:_ACTIONS]
    rest = [each for each in actions if each not in first and each not in second]
    named, also = _of_places(places, words)
    found = [*named[:_PLACES], *map(_of_action, first), *map(_of_hit, hits[:_BEST])]
    found += [*map(_of_action, second), *also[:_PLACES], *map(_of_hit, hits[_BEST:])]
    return [*found, *map(_of_action, rest)][:MOST]


def _of_places(places: Sequence[Place], words: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """Places whose title begins with the word typed, or has all of several; and those with a title or another name that has them."""
    named: list[Line] = []
    also: list[Line] = []
    for place in places:
        for name in (place.title, *PLACE_WORDS.get(place.name, ())):
            if _begins(words, name):
                is_title = name == place.title and (len(words) > 1 or fold(name).startswith(words[0]))
                (named if is_title else also).append(_of_place(place, name))
                break
    return named, also


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
    icon = action.place.icon if action.place is not None else Icon.KEYBOARD
    return Line(
        ShownHit(action.path, begun(found.words), where, _ACTION_WORDS, action.way.key.key, icon), action
    )


def _of_hit(hit: SearchHit) -> Line:
    title = item_number(hit.title) if hit.kind == "item" and hit.title == hit.ref else hit.title
    words, icon = _KINDS.get(hit.kind, ("", None))
    return Line(ShownHit(hit.ref, title, hit.subtitle, words, "", icon), hit)
