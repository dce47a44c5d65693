"""The whole number of an applicant's identity is heard at one door alone, where each view of it is written down.

Every service and every question to the store is asked, by reflection, about a case with such a number; whatever answers shows its end at
most. What a clerk types himself and opens again to go on or to correct is his own input, and an event carries what stands beside it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.store.reader import StoreReader
from tests.access import doors
from tests.access.house import House, Untouched, call_service, cleared
from tests.access.registry_services import SERVICES
from tests.support.desks import counter
from tests.support.dossiers import PROXY, ordinary_dossier, person
from tests.support.results import ResultDesk

SHOWN_ON_REQUEST = "privacy.Privacy.identity"
NUMBERS = (person().identity, PROXY.identity)
ASKED = sorted(SERVICES.keys() - {SHOWN_ON_REQUEST})


REFUSED = (DeskError, Untouched.LookedError, TypeError, AttributeError, NameError, LookupError, ValueError)
"""A number where something else is wanted is refused in one of these ways, and nothing is said then."""


def said(answer: object) -> Iterator[str]:
    """Every text of an answer that somebody is shown."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, (Event, DossierDraft)):
        return
    elif is_dataclass(answer) and not isinstance(answer, type):
        for one in fields(answer):
            yield from said(getattr(answer, one.name))
    elif isinstance(answer, Mapping):
        yield from (text for pair in answer.items() for one in pair for text in said(one))
    elif isinstance(answer, (list, tuple, set, frozenset, Iterator)):
        yield from (text for one in answer for text in said(one))
    elif isinstance(answer, DeskError):
        yield from (str(value) for value in answer.details.values())


def _questions() -> set[str]:
    """Every question to the store that a text, a day or nothing at all is asked with."""
    return {
        name
        for name, member in inspect.getmembers(StoreReader, inspect.isfunction)
        if not name.startswith("_") and _arguments(member, "", date.max) is not None
    }


def _arguments(ask: Callable[..., object], number: str, on: date) -> dict[str, object] | None:
    """Values for what must be given; None where something else is wanted than these."""
    fitting = {"str": number, "date": on, "int": 500, "bool": False, "Sequence[str]": (number,)}
    wanted = [
        one
        for one in inspect.signature(ask).parameters.values()
        if one.name != "self" and one.default is one.empty
    ]
    if any(str(one.annotation) not in fitting for one in wanted):
        return None
    return {one.name: fitting[str(one.annotation)] for one in wanted}


def _answer(ask: Callable[..., object], number: str, on: date) -> object:
    return ask(**(_arguments(ask, number, on) or {}))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A desk with a case whose result lies here, and one that a proxy handed in."""
    with counter(tmp_path_factory.mktemp("identity")) as desk:
        desk.open_shift()
        proxied = desk.accept_dossier(replace(ordinary_dossier(), proxy=PROXY))
        results = ResultDesk(desk)
        case = results.fetched()
        item = results.taken(case)
        yield House(desk, (case.dossier, item, proxied.dossier), 0, 1, frozenset(NUMBERS))


def asked_about(home: House) -> Iterator[House]:
    """The same desk, with each of its numbers as the one that is asked for."""
    yield from (replace(home, items=(number,)) for number in home.items)


@pytest.mark.parametrize("name", ASKED)
def test_no_service_says_a_whole_number(home: House, name: str) -> None:
    heard: list[str] = []

    for house in asked_about(home):
        with suppress(*REFUSED):
            heard += said(call_service(doors.services()[name], house, cleared(home)))

    assert [text for text in heard if any(number in text for number in NUMBERS)] == []


def test_the_one_door_says_it_and_writes_down_that_it_did(home: House) -> None:
    desk = ResultDesk(home.counter)

    number = desk.privacy.identity(home.counter.session(), home.items[0], "complaint")

    assert number == person().identity
    with home.counter.store.read() as reader:
        assert reader.case_events(home.items[0])[-1].envelope.type == "dossier.identity_viewed"


@pytest.mark.parametrize("name", sorted(_questions()))
def test_no_row_of_the_store_has_a_whole_number(home: House, name: str) -> None:
    heard: list[str] = []

    with home.counter.store.read() as reader:
        for number in home.items:
            with suppress(*REFUSED):
                heard += said(_answer(getattr(reader, name), number, home.counter.shifts.proposed_date()))

    assert [text for text in heard if any(number in text for number in NUMBERS)] == []


def test_services_and_store_are_asked_about_cases_that_they_know(home: House) -> None:
    case, item, _ = home.items
    asked = replace(home, items=(item,))

    sheet = set(said(call_service(doors.services()["pickup.Pickup.sheet"], asked, cleared(home))))
    with home.counter.store.read() as reader:
        row = set(said(_answer(reader.case, case, date.max)))

    assert {person().name, "••••••••0123"} <= sheet
    assert person().name in row
