"""The people of a point when items go out to their receivers, or must go another way."""

from __future__ import annotations

from kt1desk.domain.custody import State
from kt1desk.domain.permissions import Act
from kt1desk.services.delivery_rules import DeliveryDraft
from tests.simulation.people import DAY, Folk
from tests.simulation.program import Program
from tests.support.points import PASSWORD

TAKER, POSITION = "Nguyễn Thị Mai", "Văn thư"


def start_round(folk: Folk) -> bool:
    """Items go out with a postman."""
    items = folk.held(State.APPROVED, State.ARRIVED, State.STORED, State.ATTEMPTED, State.RETURNING)
    if not items:
        return False
    given = folk.some(items, 4)

    def do(program: Program) -> object:
        session = program.session()
        if folk.desk.place.one_person:
            return program.rounds.start(session, None, given)
        postman = program.second.confirm(session, Act.DELIVER_ITEM, "postman", PASSWORD)
        return program.rounds.start(session, postman, given)

    return folk.desk.act(f"round {' '.join(given)}", do) is not None


def deliver(folk: Folk) -> bool:
    """What is out is given to its receiver, or back to its sender."""
    items = folk.held(State.OUT, State.ATTEMPTED)
    if not items:
        return False
    item = folk.pick(items)
    draft = DeliveryDraft(item, TAKER, POSITION, reference="SGN/2026-11", named=True, scan=True)
    return (
        folk.desk.act(f"deliver {item}", lambda program: program.rounds.deliver(program.session(), draft))
        is not None
    )


def attempt(folk: Folk) -> bool:
    """Offered in vain."""
    items = folk.held(State.OUT)
    if not items:
        return False
    item = folk.pick(items)
    return (
        folk.desk.act(
            f"attempt {item}",
            lambda program: program.rounds.attempt(program.session(), item, "closed", scan=True),
        )
        is not None
    )


def bring_back(folk: Folk) -> bool:
    """The postman gives back what he has left."""
    items = folk.held(State.OUT, State.ATTEMPTED)
    if not items:
        return False
    item = folk.pick(items)

    def do(program: Program) -> object:
        session = program.session()
        if folk.desk.place.one_person:
            return program.rounds.bring_back(session, [item], None, scan=True)
        postman = program.second.confirm(session, Act.DELIVER_ITEM, "postman", PASSWORD)
        return program.rounds.bring_back(session, [item], postman, scan=True)

    return folk.desk.act(f"bring back {item}", do) is not None


def redirect(folk: Folk) -> bool:
    """To another address, back to the sender, or aside."""
    items = folk.held(State.ARRIVED, State.STORED, State.ATTEMPTED, State.FORWARDED, State.RETURNING)
    if not items:
        return False
    item, way = folk.pick(items), folk.pick(["forward", "return", "aside"])
    agency = folk.pick([row.agency_id for row in folk.desk.setting.reference.agencies if row.holds(DAY)])

    def do(program: Program) -> object:
        session, act = program.session(), Act.FORWARD_ITEM if way == "forward" else Act.RETURN_ITEM
        confirmed = folk.confirm(program, act, (item,), "clerk")
        if way == "forward":
            return program.redirecting.forward(session, item, agency, "moved", confirmed)
        if way == "return":
            return program.redirecting.give_back(session, item, "undeliverable", confirmed)
        return program.redirecting.set_aside(session, item, "both_refuse", confirmed)

    return folk.desk.act(f"{way} {item}", do) is not None
