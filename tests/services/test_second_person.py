"""Every place where a second person confirms: none takes the one who acts, and none ends his session."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import kt1desk.services
from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Confirmed
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.incidents import IncidentDraft
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.points import CENTRE
from tests.support.reversals import refusal

HIMSELF = Confirmed(Manner.SPOT, "clerk")
Place = Callable[[DeliveryDesk], Callable[[], object]]
"""Brings a desk to where somebody is asked for, and returns the act that the clerk confirms himself."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def _tried(desk: DeliveryDesk) -> str:
    """An item that was offered in vain and is back."""
    item = desk.item()
    desk.start(item)
    desk.attempt(item, "moved")
    desk.bring_back(item)
    return item


def _approve(desk: DeliveryDesk) -> Callable[[], object]:
    item = desk.at.new_item(Secrecy.A)
    return lambda: desk.at.approvals().approve(desk.at.session(), [item], HIMSELF)


def _reject(desk: DeliveryDesk) -> Callable[[], object]:
    item = desk.at.new_item(Secrecy.A)
    return lambda: desk.at.approvals().reject(desk.at.session(), item, "wrong_letter", HIMSELF)


def _send(desk: DeliveryDesk) -> Callable[[], object]:
    bag = desk.at.pack(desk.at.new_item(), to=CENTRE).receptacle
    draft = DispatchDraft(CENTRE, "DT1-05", "12A-123.45", False, (bag,), "Trần Văn Tải", "Lê Văn Lái")
    return lambda: desk.at.dispatching.send(desk.at.session(), draft, HIMSELF)


def _recall(desk: DeliveryDesk) -> Callable[[], object]:
    sent = desk.at.send(desk.at.pack(desk.at.new_item(), to=CENTRE).receptacle, to=CENTRE)
    return lambda: desk.at.dispatching.recall(desk.at.session(), sent.dispatch, "wrong_route", HIMSELF)


def _hand(desk: DeliveryDesk) -> Callable[[], object]:
    item = desk.at.new_item()
    return lambda: desk.at.holding.hand(desk.at.session(), [item], HIMSELF)


def _close_incident(desk: DeliveryDesk) -> Callable[[], object]:
    session = desk.at.session()
    row = desk.incidents.open(session, IncidentDraft("damaged", ThingKind.ITEM, desk.item()))
    desk.incidents.remedy(session, row.incident, "found")
    return lambda: desk.incidents.close(session, row.incident, "solved", HIMSELF)


def _forward(desk: DeliveryDesk) -> Callable[[], object]:
    item = _tried(desk)
    return lambda: desk.redirecting.forward(desk.at.session(), item, "UBVL", "moved", HIMSELF)


def _give_back(desk: DeliveryDesk) -> Callable[[], object]:
    item = _tried(desk)
    return lambda: desk.redirecting.give_back(desk.at.session(), item, "refused", HIMSELF)


def _set_aside(desk: DeliveryDesk) -> Callable[[], object]:
    item = _tried(desk)
    return lambda: desk.redirecting.set_aside(desk.at.session(), item, "both_refuse", HIMSELF)


def _start_round(desk: DeliveryDesk) -> Callable[[], object]:
    item = desk.item()
    return lambda: desk.rounds.start(desk.at.session(), HIMSELF, [item])


def _bring_back(desk: DeliveryDesk) -> Callable[[], object]:
    item = desk.item()
    desk.start(item)
    desk.attempt(item, "moved")
    return lambda: desk.rounds.bring_back(desk.at.session(), [item], HIMSELF)


PLACES: Mapping[str, Place] = {
    "Approvals.approve": _approve,
    "Approvals.reject": _reject,
    "Dispatching.recall": _recall,
    "Dispatching.send": _send,
    "Holding.hand": _hand,
    "Incidents.close": _close_incident,
    "Redirecting.forward": _forward,
    "Redirecting.give_back": _give_back,
    "Redirecting.set_aside": _set_aside,
    "Rounds.bring_back": _bring_back,
    "Rounds.start": _start_round,
}
"""Services of dossiers inherit these. Pages ask through `CustodyServices.confirmed`, the one place where such a password is checked."""
RULES = {"Confirmations.check", "DossierRedirecting.finished", "Redirecting.finished"}
"""What holds of a confirmation, and what is made of one that was checked."""


def _taking_confirmations() -> set[str]:
    """Every public method of a service that is handed a confirmation."""
    found = set()
    for module in pkgutil.iter_modules(kt1desk.services.__path__):
        made = importlib.import_module(f"kt1desk.services.{module.name}")
        for kind in (each for each in vars(made).values() if inspect.isclass(each)):
            for name, method in vars(kind).items():
                if inspect.isfunction(method) and not name.startswith("_"):
                    parameters = inspect.signature(method).parameters.values()
                    if any("Confirmed" in str(each.annotation) for each in parameters):
                        found.add(f"{kind.__name__}.{name}")
    return found


def test_every_place_where_somebody_confirms_stands_in_the_list() -> None:
    assert _taking_confirmations() == set(PLACES) | RULES


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_nobody_is_his_own_second_person(desk: DeliveryDesk, place: Place) -> None:
    act = place(desk)
    before = desk.at.store.heads()

    found = refusal(act)

    assert found.code == "approval.same_person"
    assert desk.at.store.heads() == before


def test_a_right_password_of_the_one_who_acts_is_not_even_asked_for(desk: DeliveryDesk) -> None:
    asked = len(desk.at.passwords.asked)
    found = refusal(lambda: desk.at.confirmed(Act.APPROVE_ITEM, "clerk"))

    assert found.code == "approval.same_person"
    assert len(desk.at.passwords.asked) == asked
