"""What people do: each act at one desk by one user, on things that are there for it or on any other.

An act ends or is refused; what it made is held against the laws at once. Whoever does what is right must not be refused. This module must
not know in which order things are done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import ThingKind, party, person, place, receptacle, trip
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.confirming import Confirmed, digest_of
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.sentences import SENTENCES
from tests.support.custody_machine import SAFE, Ground, MachineDesk
from tests.support.custody_machine_laws import FAR_AWAY, check_stands, check_written, picture
from tests.support.desks import ordinary

Made = TypeVar("Made")
LETTERS = ((Secrecy.NONE, Urgency.NONE), (Secrecy.C, Urgency.NONE), (Secrecy.NONE, Urgency.EXPRESS))
"""Plain, with a letter, Hỏa tốc."""
NOT_AT_ALL = frozenset({"uncleared", "inspector"})


@dataclass(frozen=True)
class Doing:
    """Somebody at a desk of the ground, about to do something.

    ``right`` says that he does what he may with what he has, so that a refusal is wrong; ``wrong`` that he must be refused.
    """

    ground: Ground
    desk: MachineDesk
    user: str = "clerk"
    right: bool = False
    wrong: bool = False

    @property
    def me(self) -> str:
        """The user as a holder."""
        return person(self.desk.point, self.user)

    def confirmed(self, act: Act, how: str, *things: str) -> Confirmed:
        """A second person (his user name), ``remote``, ``other`` things over the telephone, or nobody (``alone``)."""
        if how == "alone":
            return Confirmed(Manner.EXCEPTION, reason="nobody_reached")
        if how in {"remote", "misheard"}:
            told = things if how == "remote" else (*things, "TUI00000000")
            return Confirmed(Manner.REMOTE, FAR_AWAY, "01234567", bound=digest_of(act, told).hex())
        return Confirmed(Manner.SPOT, how)

    def do(self, act: Callable[[], Made]) -> Made | None:
        """Do it: what it made, or None where it was refused and nothing changed."""
        before = picture(self.desk)
        made = _ended(act)
        doubted = self.ground.doubted.copy()
        self.ground.doubted.clear()
        if isinstance(made, DeskError):
            self._check_refused(made, before)
            return None
        self.ground.untrue |= doubted
        assert not self.wrong, f"{self.user} at {self.desk.point} did what nobody may"
        assert self.user not in NOT_AT_ALL, f"{self.user} did it"
        for learnt in self.desk.learnt():
            assert learnt.ours
            check_written(self.ground, self.desk, learnt)
            check_stands(self.desk, [(known.touch.kind, known.touch.number) for known, _ in learnt.things])
        return made

    def _check_refused(self, refused: DeskError, before: list[object]) -> None:
        """There is a sentence for it, nothing changed, and it was not right what was refused."""
        code = refused.code
        assert code in SENTENCES, code
        assert not self.right, f"{self.user} at {self.desk.point} is refused: {code} {refused.details}"
        assert picture(self.desk) == before, f"{code} changed something"

    def lies(self, *numbers: str) -> None:
        """What is not within reach cannot be in anybody's hands here: if it is done all the same, it is untrue."""
        out_of_reach = {number for number in numbers if not self.ground.is_within_reach(self.desk, number)}
        self.ground.doubted.update(out_of_reach)

    def has(self, number: str, holder: str) -> None:
        """A thing has come into other hands, and the desk where it did so says it."""
        truth = self.ground.truth
        with self.desk.store.read() as reader:
            row = reader.standing(number)
        assert row is not None
        assert row.holder == holder, f"{number} at {self.desk.point} is {row.holder} and not {holder}"
        if number not in self.ground.untrue:
            truth[number] = holder


def _ended(act: Callable[[], Made]) -> Made | DeskError:
    try:
        return act()
    except DeskError as error:
        return error


def accept(doing: Doing, which: int, receiver: str) -> str | None:
    """An item is accepted."""
    secrecy, urgency = LETTERS[which % len(LETTERS)]
    draft = replace(ordinary(), secrecy=secrecy, urgency=urgency, receiver=receiver)
    made = doing.do(lambda: doing.desk.accept(draft, doing.user))
    if made is None:
        return None
    doing.ground.truth[made.item] = doing.me
    doing.has(made.item, doing.me)
    return made.item


def approve(doing: Doing, items: Sequence[str], how: str) -> None:
    """A second person lets items go."""
    confirmed = doing.confirmed(Act.APPROVE_ITEM, how, *items)
    doing.do(lambda: doing.desk.approvals().approve(doing.desk.session(doing.user), items, confirmed))


def reject(doing: Doing, item: str, how: str) -> None:
    """A second person does not."""
    confirmed = doing.confirmed(Act.APPROVE_ITEM, how, item)
    doing.do(
        lambda: doing.desk.approvals().reject(
            doing.desk.session(doing.user), item, "cover_damaged", confirmed
        )
    )


def store(doing: Doing, item: str) -> None:
    """An item is put into the safe."""
    doing.lies(item)
    made = doing.do(lambda: doing.desk.holding.store(doing.desk.session(doing.user), item, SAFE, scan=True))
    if made is not None:
        doing.has(item, place(doing.desk.point, SAFE))


def hand(doing: Doing, items: Sequence[str], taker: str) -> None:
    """Items go from hand to hand."""
    doing.lies(*items)
    confirmed = Confirmed(Manner.SPOT, taker)
    made = doing.do(
        lambda: doing.desk.holding.hand(doing.desk.session(doing.user), items, confirmed, scan=True)
    )
    for item in items if made is not None else ():
        doing.has(item, person(doing.desk.point, taker))


def pack(doing: Doing, items: Sequence[str], to: str, seal: str = "") -> str | None:
    """A receptacle is closed over items, with a fresh seal where none is said."""
    doing.lies(*items)
    draft = PackDraft("", seal or doing.ground.next_seal(), 340 * len(items) + 200, to, tuple(items))
    made = doing.do(lambda: doing.desk.packing.close(doing.desk.session(doing.user), draft))
    if made is None:
        return None
    doing.ground.truth[made.receptacle] = doing.me
    doing.has(made.receptacle, doing.me)
    for item in items:
        doing.has(item, receptacle(made.receptacle))
    return made.receptacle


def undo(doing: Doing, bag: str) -> None:
    """A receptacle is opened again that was not sent."""
    with doing.desk.store.read() as reader:
        inside = [row.item for row in reader.items_in(bag)]
    doing.lies(bag, *inside)
    made = doing.do(lambda: doing.desk.packing.undo(doing.desk.session(doing.user), bag, "item_wrong"))
    if made is not None:
        for number in (bag, *inside):
            doing.has(number, doing.me)


def send(doing: Doing, bags: Sequence[str], to: str, how: str) -> str | None:
    """A dispatch leaves."""
    doing.lies(*bags)
    draft = DispatchDraft(to, "DT1-05", "12A-123.45", False, tuple(bags), "Trần Văn Tải", "Lê Văn Lái")
    confirmed = doing.confirmed(Act.APPROVE_DISPATCH, how, *bags)
    made = doing.do(lambda: doing.desk.dispatching.send(doing.desk.session(doing.user), draft, confirmed))
    if made is None:
        return None
    for number in (made.dispatch, *bags):
        doing.ground.truth.setdefault(number, trip(made.dispatch))
        doing.has(number, trip(made.dispatch))
    return made.dispatch


def recall(doing: Doing, dispatch: str, how: str) -> None:
    """A dispatch is taken back; what has come elsewhere meanwhile is only said to be back."""
    ground, desk = doing.ground, doing.desk
    with desk.store.read() as reader:
        bags = tuple(row.receptacle for row in reader.dispatch_receptacles(dispatch))
        inside = {bag: [row.item for row in reader.items_in(bag)] for bag in bags}
    confirmed = doing.confirmed(Act.APPROVE_DISPATCH, how, *bags)
    session = desk.session(doing.user)
    if doing.do(lambda: desk.dispatching.recall(session, dispatch, "wrong_route", confirmed)) is None:
        return
    for bag in bags:
        if ground.truth[bag] == trip(dispatch):
            doing.has(bag, doing.me)
        for number in (bag, *inside[bag]):
            kind = ThingKind.RECEPTACLE if number == bag else ThingKind.ITEM
            holder = doing.me if number == bag else receptacle(bag)
            if ground.truth[number] != holder or ground.place_of(number) != desk.point:
                ground.too_late[number] = (desk.point, desk.mind.ids((kind, number)))


def receive(doing: Doing, bag: str, dispatch: str, seal: str) -> None:
    """A receptacle is taken over from whoever brought it."""
    doing.lies(bag)
    draft = ReceiveDraft(bag, seal, 540, "intact", "Lê Văn Lái", dispatch, True)
    made = doing.do(lambda: doing.desk.arrivals.receive(doing.desk.session(doing.user), draft))
    if made is not None and made.event is not None:
        doing.ground.truth.setdefault(bag, doing.me)
        doing.has(bag, doing.me)


def open_bag(doing: Doing, bag: str) -> None:
    """Its seal is broken."""
    doing.lies(bag)
    made = doing.do(lambda: doing.desk.arrivals.open(doing.desk.session(doing.user), bag))
    if made is not None:
        doing.has(bag, doing.me)


def scan(doing: Doing, item: str, bag: str, condition: str = "intact") -> None:
    """An item is confirmed by its label; the second time nothing is written."""
    doing.lies(item)
    session, seq = doing.desk.session(doing.user), doing.desk.mind.seq
    made = doing.do(lambda: doing.desk.arrivals.scan(session, item, bag, condition))
    if made is not None and made.event is not None:
        doing.has(item, doing.me)
    elif made is not None:
        assert doing.desk.mind.seq == seq, f"{item} was written down twice"


def close_arrival(doing: Doing, dispatch: str) -> None:
    """The arrival of a dispatch is closed."""
    made = doing.do(lambda: doing.desk.arrivals.close(doing.desk.session(doing.user), dispatch))
    if made is not None:
        doing.has(dispatch, doing.me)


def start_round(doing: Doing, items: Sequence[str], postman: str) -> None:
    """Items go to a postman."""
    doing.lies(*items)
    taker = Confirmed(Manner.SPOT, postman) if postman else None
    made = doing.do(lambda: doing.desk.rounds.start(doing.desk.session(doing.user), taker, items))
    for item in items if made is not None else ():
        doing.has(item, person(doing.desk.point, postman or doing.user))


def deliver(doing: Doing, item: str, which: str, *, at_counter: bool = False) -> None:
    """An item is in the hands it is for: the post is done."""
    doing.lies(item)
    reference = "SO-7" if at_counter else ""
    draft = DeliveryDraft(item, "Nguyễn Thị Mai", "Văn thư", reference, party=which, scan=True)
    made = doing.do(lambda: doing.desk.rounds.deliver(doing.desk.session(doing.user), draft))
    if made is not None:
        doing.has(item, party(str(made.body()["party"])))


def attempt(doing: Doing, item: str) -> None:
    """An item was offered in vain."""
    doing.lies(item)
    doing.do(lambda: doing.desk.rounds.attempt(doing.desk.session(doing.user), item, "closed", scan=True))


def bring_back(doing: Doing, items: Sequence[str], postman: str) -> None:
    """A postman gives back what he could not deliver."""
    doing.lies(*items)
    giver = Confirmed(Manner.SPOT, postman) if postman else None
    made = doing.do(
        lambda: doing.desk.rounds.bring_back(doing.desk.session(doing.user), items, giver, scan=True)
    )
    for item in items if made is not None else ():
        doing.has(item, doing.me)


def forward(doing: Doing, item: str, receiver: str, how: str) -> None:
    """An item goes on to another address."""
    doing.lies(item)
    confirmed = doing.confirmed(Act.FORWARD_ITEM, how, item)
    session = doing.desk.session(doing.user)
    doing.do(lambda: doing.desk.redirecting.forward(session, item, receiver, "moved", confirmed))


def turn_back(doing: Doing, item: str, how: str, *, aside: bool) -> None:
    """An item goes back to its sender, or is set aside because nobody takes it."""
    doing.lies(item)
    confirmed = doing.confirmed(Act.RETURN_ITEM, how, item)
    session, redirecting = doing.desk.session(doing.user), doing.desk.redirecting
    if aside:
        doing.do(lambda: redirecting.set_aside(session, item, "both_refuse", confirmed))
    else:
        doing.do(lambda: redirecting.give_back(session, item, "refused", confirmed))


def reverse(doing: Doing, item: str, reason: ReversalReason) -> None:
    """An acceptance is taken back."""
    doing.lies(item)
    from_services = doing.desk.reversals
    made = doing.do(lambda: from_services.withdraw_item(doing.desk.session(doing.user), item, reason))
    if made is not None:
        doing.has(item, party("sender"))


KINDS = {"MX": ThingKind.ITEM, "TU": ThingKind.RECEPTACLE, "CT": ThingKind.DISPATCH}
"""What a number is of, by its first letters."""


def incident(doing: Doing, code: str, number: str, other: str, dispatch: str = "") -> str:
    """A record is opened; its number, or "" where it was refused."""
    kind = KINDS.get(number[:2], ThingKind.ITEM)
    draft = IncidentDraft(code, kind, number, other, dispatch)
    made = doing.do(lambda: doing.desk.incidents.open(doing.desk.session(doing.user), draft))
    return made.incident if made is not None else ""


def tend(doing: Doing, number: str, closer: str) -> None:
    """Something is done about a record, and somebody closes it."""
    doing.do(lambda: doing.desk.incidents.remedy(doing.desk.session(doing.user), number, "searched"))
    if doing.user != closer:
        by_closer = replace(doing, user=closer)
        by_closer.do(lambda: doing.desk.incidents.close(doing.desk.session(closer), number, "solved"))
