"""What people do: each act at one desk by one user, on things that are there for it or on any other.

An act ends or is refused; what it made is held against the laws at once. Whoever does what is right must not be refused. This module must
not know in which order things are done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import ThingKind, party, person, place, receptacle, trip
from kt1desk.domain.permissions import Act
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.confirming import Confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.reversal import ReversalReason
from tests.support.custody_machine import SAFE
from tests.support.custody_machine_doing import LETTERS, Doing
from tests.support.desks import ordinary


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
        doing.ground.came.pop(item, None)
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
    confirmed = doing.confirmed(Act.APPROVE_DISPATCH, how, *bags)
    session = desk.session(doing.user)
    if doing.do(lambda: desk.dispatching.recall(session, dispatch, "wrong_route", confirmed)) is None:
        return
    for bag in bags:
        if ground.truth[bag] == trip(dispatch):
            doing.has(bag, doing.me)


def receive(doing: Doing, bag: str, dispatch: str, seal: str) -> None:
    """A receptacle is taken over from whoever brought it."""
    doing.lies(bag)
    draft = ReceiveDraft(bag, seal, 540, "intact", "Lê Văn Lái", dispatch, True)
    made = doing.do(lambda: doing.desk.arrivals.receive(doing.desk.session(doing.user), draft))
    if made is not None and made.event is not None:
        doing.ground.truth.setdefault(bag, doing.me)
        doing.has(bag, doing.me)
        doing.ground.came[bag] = made.event.id


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
        doing.ground.came[item] = made.event.id
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
