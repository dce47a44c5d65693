"""What of the window is not offered to whoever works at this desk now: places, sides, works and keys, by the table of `screen_rights`.

This hides nothing that a service would not refuse: it spares the clerk a page of refusals. What no role of the user ever does is not shown;
what only cannot be done now, for want of a clearance that holds, is shown locked with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from kt1desk.app.screen_rights import HOMES, KEYS, PLACES, SIDES, Acts, rights
from kt1desk.desktop.bars import NOTHING, Bar, Bars, path_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import may, permits, require
from kt1desk.domain.service import Service
from kt1desk.services.ports import Clock
from kt1desk.services.rights import day_of_rights
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.wording import sentence

_ONLY_TO_READ = "Vai trò của bạn chỉ xem ở đây. Nhờ người có quyền đăng nhập nếu có việc phải làm."


def barred_sides(session: Session, shift: ShiftRow | None, clock: Clock) -> dict[str, Mapping[Service, str]]:
    """The sides that are not offered now, by place, each with the sentence that says why and what to do."""
    on = day_of_rights(shift, clock)
    barred: dict[str, Mapping[Service, str]] = {}
    for place, sides in SIDES.items():
        said = {side: bar.why for side, act in sides.items() if (bar := _bar(session, (act,), on))}
        if said:
            barred[place] = said
    return barred


def barred_places(session: Session, shift: ShiftRow | None, clock: Clock) -> dict[str, str]:
    """The places that are not offered now, by name, each with the sentence that says why and what to do."""
    bars = screen_bars(session, shift, clock)
    return {place: why for place in PLACES if (why := bars.why(place))}


def screen_bars(session: Session, shift: ShiftRow | None, clock: Clock) -> Bars:
    """Everything that is not offered now.

    A place with a side for each service is one of KT1 where the desk has no other side of it.
    """
    on, wanted = day_of_rights(shift, clock), dict(rights())
    if Service.TTHC.value not in session.desk.services:
        wanted |= {place: (sides[Service.KT1],) for place, sides in SIDES.items()}
    found = {path: bar for path, acts in wanted.items() if (bar := _bar(session, acts, on))}
    return Bars({**found, **_only_to_read(wanted, found)}, _home(session))


def _home(session: Session) -> str:
    return next((place for place, act in HOMES if may(session.actor.roles, act)), "")


def _only_to_read(wanted: Mapping[str, Acts], found: Mapping[str, Bar]) -> dict[str, Bar]:
    """The works of which every key is barred for good."""
    keys = [path for path in wanted if _work_of(path)]
    return {
        path_of(work, NOTHING): Bar(_ONLY_TO_READ)
        for work, paths in groupby(sorted(keys, key=_work_of), _work_of)
        if all((bar := found.get(path)) is not None and bar.for_good for path in paths)
    }


def _work_of(path: str) -> str:
    """The work that a key acts in, "" for what is no key of a work: ``ONE_STOP/hand`` of both of its turns."""
    place, *rest = path.split("/")
    sided = place in SIDES
    work = rest[1:2] if sided else rest[:1]
    if not work or len(rest) <= 1 + sided or path_of(place, *work) not in _WORKS:
        return ""
    return path_of(place, *rest[: 1 + sided])


_WORKS = frozenset("/".join(path.split("/")[:2]) for path in KEYS if "/" in path)


def _bar(session: Session, acts: Acts, on: date) -> Bar | None:
    """Why none of these rights is there, None where one is."""
    actor = session.actor
    if any(permits(actor, act, on) for act in acts):
        return None
    act = next((act for act in acts if may(actor.roles, act)), acts[0])
    try:
        require(actor, act, on)
    except DeskError as error:
        return Bar(sentence(error), for_good=not may(actor.roles, act))
    return None
