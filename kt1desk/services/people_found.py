"""People that a fragment stands for: whoever works at this desk, and whoever is registered to receive KT1 for an agency.

Few are known, so each is looked at: no index keeps a copy of a name. Colleagues are told to whoever sees who holds what, and to whoever
manages users, who alone is told those that left; registered receivers to whoever reads the registers. Applicants are found by their cases.
This module must not know where an answer leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kt1desk.domain.custody import person
from kt1desk.domain.permissions import Act, Role
from kt1desk.domain.registers import RECEIVERS
from kt1desk.domain.text import fold, initials, sort_key
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rights import permits_now
from kt1desk.services.rows import SearchHit, UserRow
from kt1desk.services.sessions import Session
from kt1desk.services.wording import role_name

PERSON, REGISTERED = "person", "registered"
_SEE_HOLDERS = (Act.SEE_DOSSIER_CUSTODY, Act.SEE_CUSTODY)
_GONE = "đã thôi"
_BOOK = f"book:{RECEIVERS}"
_CLOSE = 1
_FIRST = 3
_Ranked = tuple[int, str, SearchHit]


def people(
    reader: Reader, session: Session, clock: Clock, text: str, agency: Callable[[str], str]
) -> tuple[list[SearchHit], list[SearchHit]]:
    """Those who fit, best first: a few whose name or account is or begins as typed, and those who have the words in any order.

    ``agency`` names one by its id.
    """
    words = fold(text).split()
    if not words:
        return [], []
    ranked = sorted(_ranked(reader, session, clock, words, agency), key=lambda each: each[:2])
    close = [hit for rank, _, hit in ranked if rank <= _CLOSE]
    loose = [hit for rank, _, hit in ranked if rank > _CLOSE]
    return close[:_FIRST], close[_FIRST:] + loose


def _ranked(
    reader: Reader, session: Session, clock: Clock, words: Sequence[str], agency: Callable[[str], str]
) -> Iterator[_Ranked]:
    shift = reader.open_shift()
    manages = permits_now(session, Act.MANAGE_USERS, shift, clock)
    if manages or any(permits_now(session, act, shift, clock) for act in _SEE_HOLDERS):
        for row in reader.users():
            rank = _rank(words, row.name, row.user) if row.active or manages else None
            if rank is not None:
                yield rank, sort_key(row.name), _colleague(row, session.desk.point)
    if permits_now(session, Act.SEE_REGISTERS, shift, clock):
        yield from _registered(reader, words, agency)


def _registered(reader: Reader, words: Sequence[str], agency: Callable[[str], str]) -> Iterator[_Ranked]:
    for row in reader.register_rows(RECEIVERS):
        name = row.values.get("name", "")
        rank = _rank(words, name, "")
        if rank is not None:
            where = f"Người nhận đã đăng ký · {agency(row.values.get('agency', ''))}"
            yield rank, sort_key(name), SearchHit(REGISTERED, _BOOK, name, where.removesuffix(" · "))


def _colleague(row: UserRow, point: str) -> SearchHit:
    roles = ", ".join(role_name(Role(each)) for each in row.roles)
    about = " · ".join(part for part in (roles, row.user, "" if row.active else _GONE) if part)
    return SearchHit(PERSON, person(point, row.user), row.name, about)


def _rank(words: Sequence[str], name: str, account: str) -> int | None:
    """People are called by the last word of their name: who types it means it as much as the first."""
    line, has = " ".join(words), fold(name).split()
    if line in {" ".join(has), fold(account), initials(name)}:
        return 0
    if f" {line}" in f" {' '.join(has)}" and (has[0].startswith(words[0]) or has[-1].startswith(words[-1])):
        return 1
    every = (*has, *fold(account).split())
    return 2 if all(any(each.startswith(word) for each in every) for word in words) else None
