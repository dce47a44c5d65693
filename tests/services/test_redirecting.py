"""What cannot be delivered as written: forwarded, returned, set aside, each with another person's approval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.facts import Party
from kt1desk.domain.facts.dispatches import read_dispatch_sent
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Confirmed, digest_of
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.points import DISTRICT
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def tried(desk: DeliveryDesk, secrecy: Secrecy = Secrecy.NONE) -> str:
    """An item that was offered in vain and is back."""
    item = desk.item(secrecy=secrecy)
    desk.start(item)
    desk.attempt(item, "moved")
    desk.bring_back(item)
    return item


def approved(desk: DeliveryDesk, act: Act = Act.FORWARD_ITEM) -> Confirmed:
    return desk.at.confirmed(act)


def forward(desk: DeliveryDesk, item: str, receiver: Party | str = "UBVL", reason: str = "moved") -> object:
    return desk.redirecting.forward(desk.at.session(), item, receiver, reason, approved(desk))


def test_a_forwarded_item_has_a_new_receiver_and_the_point_that_delivers_to_him(desk: DeliveryDesk) -> None:
    item = tried(desk)

    event = desk.redirecting.forward(desk.at.session(), item, "UBVL", "moved", approved(desk))

    body = event.body()
    assert (body["to"], body["reason"], event.envelope.second) == ("242530", "moved", "controller")
    assert "manner" not in body
    assert desk.at.state(item) == ("forwarded", f"person:{DISTRICT}/clerk")
    candidate = desk.rounds.candidates(desk.at.session())[0]
    assert candidate.receiver is not None
    assert candidate.receiver.agency == "LS-06154-UBND"
    assert candidate.warning == "round.other_point"


def test_the_new_receiver_stands_beside_the_event_and_never_in_it(desk: DeliveryDesk) -> None:
    item = tried(desk, secrecy=Secrecy.A)
    party = Party("", "Ban Quản lý dự án", "Số 5, đường Lê Lợi", "20")

    event = desk.redirecting.forward(desk.at.session(), item, party, "by_sender", approved(desk))

    assert event.particular("receiver") == party.fields()
    assert "Ban Quản lý" not in str(event.body())
    assert "to" not in event.body()


def test_a_dispatch_tells_its_taker_the_new_receiver(desk: DeliveryDesk) -> None:
    item = tried(desk)
    forward(desk, item)
    wanted = [each.item.item for each in desk.at.packing.candidates(desk.at.session(), "242530")]
    bag = desk.at.pack(item, to="242530").receptacle

    sent = desk.at.send(bag, to="242530")

    line = read_dispatch_sent(sent.event).items[0]
    assert wanted == [item]
    assert line.receiver is not None
    assert line.receiver.agency == "LS-06154-UBND"


def test_nothing_is_forwarded_to_whom_it_already_goes(desk: DeliveryDesk) -> None:
    item = tried(desk)

    found = refusal(lambda: forward(desk, item, "STC"))
    forward(desk, item)
    desk.start(item)
    desk.attempt(item)
    desk.bring_back(item)

    assert found.code == "redirect.same_receiver"
    assert refusal(lambda: forward(desk, item)).code == "redirect.same_receiver"
    forward(desk, item, "STC")
    assert desk.rounds.candidates(desk.at.session())[0].warning == ""


def test_a_new_receiver_has_a_name_an_address_and_a_province(desk: DeliveryDesk) -> None:
    item = tried(desk)

    assert refusal(lambda: forward(desk, item, Party("", "A", "", "20"))).code == "text.empty"
    assert (
        refusal(lambda: forward(desk, item, Party("", "A", "B", "99"))).code == "reference.province_unknown"
    )
    assert refusal(lambda: forward(desk, item, "NIEMAND")).code == "reference.agency_unknown"
    assert desk.at.state(item)[0] == "attempted"


def test_nobody_forwards_alone(desk: DeliveryDesk) -> None:
    item = tried(desk)
    alone = Confirmed(Manner.EXCEPTION, reason="nobody_reached")
    himself = Confirmed(Manner.SPOT, "clerk")
    session, redirecting = desk.at.session(), desk.redirecting

    assert (
        refusal(lambda: redirecting.forward(session, item, "UBVL", "moved", alone)).code == "approval.nobody"
    )
    assert (
        refusal(lambda: redirecting.give_back(session, item, "refused", himself)).code
        == "approval.same_person"
    )


def test_an_approval_over_the_telephone_keeps_its_digits(desk: DeliveryDesk) -> None:
    item = tried(desk)
    bound = digest_of(Act.RETURN_ITEM, (item,)).hex()
    by_phone = Confirmed(Manner.REMOTE, "thuy.vi", "01234567", bound=bound)

    event = desk.redirecting.give_back(desk.at.session(), item, "undeliverable", by_phone)

    assert (event.body()["manner"], event.body()["question"]) == ("remote", "01234567")
    assert event.envelope.second == "thuy.vi"


def test_a_telephone_approval_of_one_item_does_not_return_another(desk: DeliveryDesk) -> None:
    item, other = tried(desk), tried(desk)
    bound = digest_of(Act.RETURN_ITEM, (item,)).hex()
    by_phone = Confirmed(Manner.REMOTE, "thuy.vi", "01234567", bound=bound)

    found = refusal(lambda: desk.redirecting.give_back(desk.at.session(), other, "refused", by_phone))

    assert found.code == "approval.other_things"


def test_what_goes_back_is_delivered_to_its_sender_and_to_nobody_else(desk: DeliveryDesk) -> None:
    item = tried(desk)
    session = desk.at.session()
    desk.redirecting.give_back(session, item, "refused", approved(desk, Act.RETURN_ITEM))
    candidate = desk.rounds.candidates(session)[0]
    desk.start(item)

    wrong = refusal(lambda: desk.deliver(item, party="receiver"))
    event = desk.deliver(item)

    assert candidate.receiver is not None
    assert candidate.receiver.agency == "LS-SNV"
    assert candidate.due.due_ms == 0
    assert wrong.code == "delivery.party"
    assert event.body()["party"] == "sender"
    assert desk.at.state(item) == ("returned", "party:sender")


def test_what_nobody_takes_is_set_aside_and_may_still_go_back(desk: DeliveryDesk) -> None:
    item = tried(desk)
    session = desk.at.session()

    desk.redirecting.set_aside(session, item, "both_refuse", approved(desk, Act.RETURN_ITEM))
    aside = desk.at.state(item)[0]
    desk.redirecting.give_back(session, item, "by_sender", approved(desk, Act.RETURN_ITEM))

    assert aside == "unclaimed"
    assert desk.at.state(item)[0] == "returning"


@pytest.mark.parametrize("reason", ["", "dog", "closed"])
def test_a_reason_comes_from_the_list_of_its_step(desk: DeliveryDesk, reason: str) -> None:
    item = tried(desk)

    found = refusal(lambda: forward(desk, item, reason=reason))

    assert (found.code, found.field) == ("code.unknown", "forward")


def test_what_the_postman_still_has_is_not_turned_over_his_head(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    desk.attempt(item)

    assert refusal(lambda: forward(desk, item)).code == "custody.held_by_other"
