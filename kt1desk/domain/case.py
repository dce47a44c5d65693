"""Where a case stands: its own chain of states, beside the custody of its covers, its money and its mail.

The chain follows what the applicant asks: is it with the authority, was it taken up, must I bring something, is there a result. Where the
covers are is custody's business (`kt1desk.domain.custody`). What two points know of a case is folded in the order of hybrid time, so that
the order in which it came does not matter.

This module must not know how events are kept or shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, HybridTime


class CaseState(StrEnum):
    """Where a case stands. ``UNKNOWN`` is before the first event that is known of it."""

    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    """Signed, sealed, paid; not yet with its authority."""
    AWAITED = "awaited"
    """The applicant handed it in himself; the post only waits for its result."""
    HANDED = "handed"
    REGISTERED = "registered"
    SUPPLEMENT = "supplement"
    """The authority asks for more; the applicant must bring it."""
    SUPPLEMENTED = "supplemented"
    """He brought it; it is on its way to the authority."""
    REFUSED = "refused"
    STOPPED = "stopped"
    RESULT = "result"
    """A result is in the post's hands."""
    DELIVERED = "delivered"
    GIVEN_BACK = "given_back"
    """The result could not be delivered and went back to its authority."""
    REVERSED = "reversed"


class CaseStep(StrEnum):
    """What can happen to a case."""

    ACCEPT = "accept"
    AWAIT = "await"
    REVERSE = "reverse"
    HAND = "hand"
    REGISTER = "register"
    ASK = "ask"
    BRING = "bring"
    REFUSE = "refuse"
    STOP = "stop"
    EXTEND = "extend"
    TAKE_RESULT = "take_result"
    DELIVER = "deliver"
    GIVE_BACK = "give_back"


_S, _T = CaseState, CaseStep
_WITH_AUTHORITY = (_S.AWAITED, _S.HANDED, _S.REGISTERED)
NOT_HANDED = frozenset({_S.ACCEPTED, _S.SUPPLEMENTED})
"""States in which a cover is on its way to the authority."""
_ENDS = frozenset({_T.DELIVER, _T.GIVE_BACK})
"""Steps that end one result."""

TABLE: Mapping[tuple[CaseState, CaseStep], CaseState] = MappingProxyType(
    {
        (_S.UNKNOWN, _T.ACCEPT): _S.ACCEPTED,
        (_S.UNKNOWN, _T.AWAIT): _S.AWAITED,
        (_S.ACCEPTED, _T.REVERSE): _S.REVERSED,
        (_S.AWAITED, _T.REVERSE): _S.REVERSED,
        (_S.ACCEPTED, _T.HAND): _S.HANDED,
        (_S.SUPPLEMENTED, _T.HAND): _S.HANDED,
        **{(state, _T.REGISTER): _S.REGISTERED for state in (*_WITH_AUTHORITY, _S.SUPPLEMENT)},
        **{(state, _T.ASK): _S.SUPPLEMENT for state in (*_WITH_AUTHORITY, _S.SUPPLEMENT)},
        (_S.SUPPLEMENT, _T.BRING): _S.SUPPLEMENTED,
        **{(state, _T.REFUSE): _S.REFUSED for state in (*_WITH_AUTHORITY, _S.SUPPLEMENT)},
        **{(state, _T.STOP): _S.STOPPED for state in (*_WITH_AUTHORITY, _S.SUPPLEMENT)},
        (_S.HANDED, _T.EXTEND): _S.REGISTERED,
        (_S.REGISTERED, _T.EXTEND): _S.REGISTERED,
        (_S.AWAITED, _T.EXTEND): _S.AWAITED,
        # what was refused or stopped comes back with its papers, as a result does; several results may follow each other; and one can
        # be in the post's hands although nobody wrote that its dossier was handed over
        **{
            (state, _T.TAKE_RESULT): _S.RESULT
            for state in (
                *_WITH_AUTHORITY,
                *NOT_HANDED,
                _S.SUPPLEMENT,
                _S.REFUSED,
                _S.STOPPED,
                _S.RESULT,
                _S.DELIVERED,
                _S.GIVEN_BACK,
            )
        },
        (_S.RESULT, _T.DELIVER): _S.DELIVERED,
        (_S.RESULT, _T.GIVE_BACK): _S.GIVEN_BACK,
    }
)
"""The chain of `tthc.md` §8, as a table: what is not in it is refused before an event is written."""

_TARGET: Mapping[CaseStep, CaseState] = MappingProxyType(
    {step: state for (_, step), state in reversed(tuple(TABLE.items()))}
)
"""Where a step leads whatever was before it: for a case of which only that is known here."""

OVER = frozenset({_S.DELIVERED, _S.GIVEN_BACK, _S.REVERSED})
"""States after which the post has nothing more to do, unless another result comes."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened to a case, with what orders it."""

    id: EventId
    hlc: HybridTime
    step: CaseStep


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """Where a case stands, the event that says so, and those that the table would not have allowed after the one before."""

    state: CaseState
    head: EventId
    unfit: tuple[EventId, ...] = ()


def fold_case(known: Iterable[CaseEvent]) -> CaseStanding:
    """Where a case stands by all events known of it (at least one; the same twice counts once), in whatever order they came.

    While one of several results still waits, the case stands where a result does, whatever became of the others.
    """
    state, head, unfit, waiting = CaseState.UNKNOWN, None, list[EventId](), 0
    events = sorted({each.id: each for each in known}.values(), key=lambda each: (each.hlc, each.id))
    for each in events:
        following = TABLE.get((state, each.step))
        if following is None and state is CaseState.UNKNOWN:
            following = _TARGET[each.step]
        if following is None:
            unfit.append(each.id)
            continue
        waiting = _still_waiting(waiting, each.step)
        state, head = CaseState.RESULT if waiting and each.step in _ENDS else following, each.id
    return CaseStanding(state, head if head is not None else events[-1].id, tuple(unfit))


def _still_waiting(results: int, step: CaseStep) -> int:
    """How many results wait after a step; of one that ends here nobody need have told that it was taken."""
    if step is CaseStep.TAKE_RESULT:
        return results + 1
    return max(0, results - 1) if step in _ENDS else results


def require_case_step(number: str, state: CaseState, step: CaseStep) -> None:
    """Refuse what the table does not have.

    Raises:
        DeskError: ``case.step`` with ``number``, ``state`` and ``step``.
    """
    if (state, step) not in TABLE and state is not CaseState.UNKNOWN:
        raise DeskError("case.step", "dossier", number=number, state=state.value, step=step.value)


class Outcome(StrEnum):
    """What an authority may say of a dossier beside taking it up."""

    SUPPLEMENT = "supplement"
    REFUSED = "refused"
    STOPPED = "stopped"
    EXTENDED = "extended"

    @property
    def step(self) -> CaseStep:
        """What it does to the case."""
        steps = {
            Outcome.SUPPLEMENT: CaseStep.ASK,
            Outcome.REFUSED: CaseStep.REFUSE,
            Outcome.STOPPED: CaseStep.STOP,
            Outcome.EXTENDED: CaseStep.EXTEND,
        }
        return steps[self]
