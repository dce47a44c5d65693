"""The second person: who else confirmed what is done, in which manner, and whether he may.

Whoever confirms types his own password at this desk, without a change of session, and is never the user of the session. A point with one
person has three ways, in this order: somebody at another desk over the telephone (`kt1desk.services.approvals`), the taker as second pair
of eyes, and an exception that is written down and reviewed by somebody else; too many of those, or an old one, and there are no more.

Every service checks a confirmation again inside its transaction: meanwhile the user may have left, or his clearance ended. This module must
not know how passwords are kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kt1desk.domain.approval import DIGITS, Manner
from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ShiftSettled
from kt1desk.domain.permissions import Act, Actor, Role, permits, require, service_of_act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import day_of_rights
from kt1desk.services.sessions import Session, actor_of

_HOUR_MS = 3_600_000
_QUESTION = re.compile(rf"[0-9]{{{DIGITS}}}")
_USER = re.compile(r"[a-z0-9.]{1,16}")
_TAKER_STANDS_IN = frozenset({Act.APPROVE_ITEM, Act.APPROVE_DISPATCH})
"""Acts for which the taker is the second pair of eyes where a point has one person."""
_MANNERS: dict[Act, frozenset[Manner]] = {
    act: frozenset(Manner)
    for act in (Act.APPROVE_ITEM, Act.APPROVE_DISPATCH, Act.FORWARD_ITEM, Act.RETURN_ITEM)
}
_MANNERS |= {
    act: frozenset({Manner.SPOT, Manner.EXCEPTION}) for act in (Act.APPROVE_RESULT_RETURN, Act.FORWARD_RESULT)
}
_IN_PERSON = frozenset({Manner.SPOT})
"""Whatever goes from hand to hand needs the other hand."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That a second person confirmed, or why there was none.

    Attributes:
        manner: on the spot, over the telephone, or not at all.
        second: id of who confirmed, "" for an exception; for a remote one a user of another desk.
        question: the eight digits that were read out, for a remote one.
        reason: a code of the list ``exception`` where nobody confirmed.
        bound: for a remote one the digest (hex) of exactly what was told, see `digest_of`.
    """

    manner: Manner
    second: str = ""
    question: str = ""
    reason: str = ""
    bound: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a second person is asked for.

    Attributes:
        act: what he must be allowed to do.
        things: numbers of what it is about, which a remote confirmation is bound to.
        never: users who may not be the second person, besides the session's: who accepted an item does not approve it.
        events: how many events will rest on the confirmation.
    """

    act: Act
    things: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    events: int = 1


class Passwords(Protocol):
    """Where passwords are checked without opening anything."""

    def check(self, user: str, password: str) -> None:
        """Whether this is the user's password.

        Raises:
            DeskError: ``login.wrong_password``, also for an unknown user, or ``login.wait`` with ``seconds``.
        """


def digest_of(act: Act, things: Iterable[str]) -> bytes:
    """What a remote approval is bound to: the act and the numbers, in whatever order they were named (32 bytes)."""
    made = "\n".join((act.value, *sorted(things)))
    return hashlib.sha256(b"kt1desk/approve/1\0" + made.encode()).digest()


@dataclass(frozen=True, slots=True)
class Confirmations:
    """The rules of confirming: what holds of a `Confirmed` now."""

    reference: ReferenceData
    clock: Clock

    def check(self, reader: Reader, session: Session, asked: Asked, confirmed: Confirmed) -> None:
        """Whether the confirmation holds for what is asked; said inside the transaction that uses it.

        Raises:
            DeskError: ``approval.same_person``, ``approval.by_acceptor``, ``approval.not_in_person``, ``approval.other_things``,
                ``approval.nobody``, ``approval.exception*``, ``approval.user_unknown``, ``approval.not_allowed``, ``code.unknown``,
                rights of the second person.
        """
        act = asked.act
        if confirmed.manner not in _MANNERS.get(act, _IN_PERSON):
            raise DeskError("approval.not_in_person", "second", act=act.value)
        if confirmed.manner is Manner.EXCEPTION:
            self._check_exception(reader, session, confirmed.reason, asked)
            return
        self._check_other(session, confirmed.second, asked.never)
        if confirmed.manner is Manner.REMOTE:
            _check_remote(act, confirmed, asked.things)
            return
        self.check_user(reader, session, act, confirmed.second)

    def check_user(self, reader: Reader, session: Session, act: Act, user: str) -> None:
        """Whether a user of this desk may be the second person for an act.

        Raises:
            DeskError: as `check`.
        """
        self._check_other(session, user)
        row = reader.user(user)
        if row is None or not row.active:
            raise DeskError("approval.user_unknown", "user")
        on = day_of_rights(reader.open_shift(), self.clock)
        actor = actor_of(reader, row)
        if not self._is_taker(session, act, actor, on):
            _require_of_second(actor, act, on)

    def _is_taker(self, session: Session, act: Act, actor: Actor, on: date) -> bool:
        """Driver or postman, as second pair of eyes where nobody else is."""
        if act not in _TAKER_STANDS_IN or Role.POSTMAN not in actor.roles:
            return False
        return self.is_one_person(session, on) and permits(actor, Act.HAND_OVER_ITEM, on)

    def is_one_person(self, session: Session, on: date) -> bool:
        """Whether the point of this desk has nobody else to confirm."""
        return self.reference.point(session.desk.point, on).one_person

    def _check_other(self, session: Session, user: str, never: Collection[str] = ()) -> None:
        if not user:
            raise DeskError("approval.nobody", "user")
        if user == session.actor.user_id:
            raise DeskError("approval.same_person", "user")
        if user in never:
            raise DeskError("approval.by_acceptor", "user")

    def _check_exception(self, reader: Reader, session: Session, reason: str, asked: Asked) -> None:
        """Points with one person only, and not while too much of the same service is still unreviewed."""
        on = day_of_rights(reader.open_shift(), self.clock)
        if not self.is_one_person(session, on):
            raise DeskError("approval.exception_not_here", "second")
        check_code(self.reference.coded, CodeList.EXCEPTION, reason, on)
        rows = reader.exceptions(service=service_of_act(asked.act))
        # Who is alone must close his shift every day, so that bars nothing else.
        waiting = [row for row in rows if row.what != ShiftSettled.TYPE]
        most = self.reference.setting_int("approval.exceptions_max", on)
        if len(waiting) + asked.events - 1 > most:
            raise DeskError("approval.exceptions_open", "second", open=len(waiting), limit=most)
        hours = self.reference.setting_int("approval.exception_hours", on)
        oldest_ms = min((row.done_ms for row in waiting), default=0)
        if oldest_ms and self.clock.now().utc_ms - oldest_ms > hours * _HOUR_MS:
            raise DeskError("approval.exceptions_old", "second", hours=hours)


def _require_of_second(actor: Actor, act: Act, on: date) -> None:
    """As `require`; whom his part does not let approve is told who comes to the desk, for nobody has to log in anew."""
    try:
        require(actor, act, on)
    except DeskError as error:
        if error.code == "user.not_allowed" and act in _MANNERS:
            raise DeskError("approval.not_allowed", "user", act=act.value) from error
        # Whoever it is has proved nothing yet: his name was typed by another, and no refusal of his is written down.
        raise DeskError(error.code, error.field, **{**error.details, "user": ""}) from error


class SecondPerson:
    """Lets somebody else confirm at this desk."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, passwords: Passwords
    ) -> None:
        self._journal = journal
        self._rules = Confirmations(reference, clock)
        self._passwords = passwords

    def confirm(self, session: Session, act: Act, user: str, password: str) -> Confirmed:
        """Somebody types his user name and password.

        Who may not confirm is told so before his password is asked for; nothing is learnt by that but what the log-in page shows anyway.

        Raises:
            DeskError: ``approval.same_person``, ``login.*``, rights of who confirms.
        """
        second = user.strip().lower()
        with self._journal.read() as reader:
            self._rules.check_user(reader, session, act, second)
        self._passwords.check(second, password)
        return Confirmed(Manner.SPOT, second)

    def exception(self, session: Session, act: Act, reason: str) -> Confirmed:
        """Nobody could confirm: written down with a coded reason, to be reviewed by another person.

        Receiving and delivering never ask for this, so nothing blocks them.

        Raises:
            DeskError: ``approval.exception_not_here``, ``code.unknown``, ``approval.exceptions_open`` with ``open`` and
                ``limit``, ``approval.exceptions_old`` with ``hours``, ``approval.not_in_person``.
        """
        confirmed = Confirmed(Manner.EXCEPTION, reason=reason)
        with self._journal.read() as reader:
            self._rules.check(reader, session, Asked(act), confirmed)
        return confirmed


def is_user_id(text: str) -> bool:
    """Whether a text can be the id of a user of some desk."""
    return _USER.fullmatch(text) is not None


def _check_remote(act: Act, confirmed: Confirmed, things: Collection[str]) -> None:
    if _QUESTION.fullmatch(confirmed.question) is None or not is_user_id(confirmed.second):
        raise DeskError("approval.other_things", "second")
    if confirmed.bound != digest_of(act, things).hex():
        raise DeskError("approval.other_things", "second")
