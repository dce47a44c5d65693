"""The second person before an item leaves: approving, rejecting and asking at another desk.

Nobody approves what he accepted himself, whoever is at the desk meanwhile. This module must not know how a password is checked
(`kt1desk.services.confirming`) nor how keys are agreed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kt1desk.domain.approval import DIGITS, Manner, answer
from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.custody import Holder, State, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemApproved, ItemRejected, RemoteGranted
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.approval_rules import waits_for_approval
from kt1desk.services.confirming import Asked, Confirmations, Confirmed, digest_of, is_user_id
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.custody_steps import Occasion, may_step, numbers_once, occasion
from kt1desk.services.due import in_order
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.remote_approval import Question, Questions
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

TOLD: Mapping[Act, str] = MappingProxyType(
    {
        Act.APPROVE_ITEM: "item",
        Act.APPROVE_DISPATCH: "dispatch",
        Act.FORWARD_ITEM: "forward",
        Act.RETURN_ITEM: "return",
    }
)
"""What may be asked for over the telephone, as both desks write it down."""


class Approvals:
    """Everything about the second person but his password."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, questions: Questions
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._questions = questions
        self._rules = Confirmations(reference, clock)

    def waiting(self, session: Session) -> tuple[HeldItem, ...]:
        """Items that cannot leave before a second person has seen them, what must leave next first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_CUSTODY, reader.open_shift(), self._clock)
            rows = reader.held(states=(State.ACCEPTED,))
        return tuple(in_order(row for row in rows if waits_for_approval(self._reference, row, on)))

    def approve(self, session: Session, items: Sequence[str], confirmed: Confirmed) -> tuple[Event, ...]:
        """A second person lets items go; all of them or none.

        Raises:
            DeskError: ``custody.*``, ``approval.*``, ``code.unknown``, ``shift.not_open``, rights of both.
        """
        numbers = numbers_once(items)
        with self._journal.work() as work:
            at = occasion(work, session, Act.PACK_RECEPTACLE, self._clock)
            standings = [_at_this_point(work, at, number, Step.APPROVE) for number in numbers]
            never = frozenset(acceptor for number in numbers if (acceptor := _acceptor(work, number)))
            asked = Asked(Act.APPROVE_ITEM, numbers, never, len(numbers))
            self._rules.check(work, session, asked, confirmed)
            made = tuple(_approve(work, at, standing, confirmed) for standing in standings)
            work.commit()
        return made

    def reject(self, session: Session, item: str, reason: str, confirmed: Confirmed) -> Event:
        """A second person does not let an item go; it waits to be taken back or corrected.

        Raises:
            DeskError: as `approve`; ``approval.nobody`` for an exception: where nobody looked, nobody rejected.
        """
        number = normalise_number(item)
        if confirmed.manner is Manner.EXCEPTION:
            raise DeskError("approval.nobody", "user")
        with self._journal.work() as work:
            at = occasion(work, session, Act.PACK_RECEPTACLE, self._clock)
            check_code(self._reference.coded, CodeList.REJECT, reason, at.on)
            standing = _at_this_point(work, at, number, Step.REJECT)
            never = frozenset({_acceptor(work, number)})
            self._rules.check(work, session, Asked(Act.APPROVE_ITEM, (number,), never), confirmed)
            fact = ItemRejected(number, standing.n + 1, at.point, at.shift.shift, reason)
            event = work.append(
                fact, Appending(at.user, confirmed.second, parents=(standing.head,), happened=at.now)
            )
            work.commit()
        return event

    def ask_remote(self, session: Session, act: Act, numbers: Sequence[str], device: int) -> Question:
        """The eight digits to read out to whoever sits at another desk.

        Raises:
            DeskError: ``approval.not_remote``, ``approval.own_device``, ``custody.nothing``, ``custody.twice``, ``trust.*``, rights.
        """
        _told(act)
        things = numbers_once(numbers)
        with self._journal.read() as reader:
            require_now(session, Act.PACK_RECEPTACLE, reader.open_shift(), self._clock)
        return self._questions.ask(session.desk.device, device, act, things, session.actor.user_id)

    def take_answer(self, session: Session, question: Question, approver: str, told: str) -> Confirmed:
        """The eight digits that came back from ``approver`` (his user name at his desk).

        Raises:
            DeskError: ``approval.same_person``, ``approval.approver_shape``, ``approval.answer_shape``, ``approval.wrong_answer`` with
                ``left``, ``approval.question_void``.
        """
        second = approver.strip().lower()
        if not is_user_id(second):
            raise DeskError("approval.approver_shape", "user")
        if question.user != session.actor.user_id:
            raise DeskError("approval.question_void", "answer")
        if second == session.actor.user_id:
            raise DeskError("approval.same_person", "user")
        self._questions.answer(question, second, told)
        bound = digest_of(question.act, question.things).hex()
        return Confirmed(Manner.REMOTE, second, question.digits, bound=bound)

    def grant_remote(self, session: Session, device: int, question: str, act: Act, things: int) -> str:
        """Answer a question that was told over the telephone: eight digits to read back. That it was answered is written down.

        Args:
            session: whoever approves, at this desk.
            device: number of the desk that asks, as told.
            question: the digits, as told.
            act: what for, as told.
            things: how many items or receptacles, as told.

        Raises:
            DeskError: ``approval.question_shape``, ``approval.things_range``, ``approval.not_remote``, ``approval.own_device``,
                ``trust.*``, rights.
        """
        asked = "".join(question.split())
        if not (asked.isascii() and asked.isdigit() and len(asked) == DIGITS):
            raise DeskError("approval.question_shape", "question")
        if things < 1:
            raise DeskError("approval.things_range", "things")
        if device == session.desk.device:
            raise DeskError("approval.own_device", "device")
        with self._journal.work() as work:
            shift = work.open_shift()
            require_now(session, Act.GRANT_REMOTE_APPROVAL, shift, self._clock)
            require_now(session, act, shift, self._clock)
            key = self._questions.keys.agree(device)
            fact = RemoteGranted(device, asked, _told(act), things, session.desk.point)
            work.append(fact, Appending(session.actor.user_id, happened=self._clock.now()))
            work.commit()
        return answer(key, asked, session.actor.user_id)


def _told(act: Act) -> str:
    if act not in TOLD:
        raise DeskError("approval.not_remote", "act", act=act.value)
    return TOLD[act]


def _at_this_point(reader: Reader, at: Occasion, number: str, step: Step) -> StandingRow:
    """Looking at an item moves it from nobody's hands, so whoever of this point holds it may go on holding it."""
    standing = may_step(reader, ThingKind.ITEM, number, step)
    if Holder.parse(standing.holder).point != at.point:
        raise DeskError("custody.elsewhere", "item", number=number)
    return standing


def _acceptor(reader: Reader, number: str) -> str:
    row = reader.item(number)
    return row.user if row is not None else ""


def _approve(work: Work, at: Occasion, standing: StandingRow, confirmed: Confirmed) -> Event:
    fact = ItemApproved(
        item=standing.number,
        n=standing.n + 1,
        point=at.point,
        shift=at.shift.shift,
        manner=confirmed.manner.value,
        reason=confirmed.reason,
        question=confirmed.question,
    )
    return work.append(fact, Appending(at.user, confirmed.second, parents=(standing.head,), happened=at.now))
