"""Without a valid KT1 clearance nothing of KT1: at every door of the registry, and no door that is not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from kt1desk.app import screen_rights
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import DOSSIER_ACT, NEEDS_CLEARANCE
from kt1desk.domain.service import Service
from tests.access import doors
from tests.access.asking import ASKED, MIXED
from tests.access.house import KNOCKING, House, Untouched, call_service, cleared, house, knocking
from tests.access.kinds import IN_TRUST, Covers, Door, Free, Kt1, Mixed, Through
from tests.access.registry import COMMANDS, OPENERS, PLACES
from tests.access.registry_needs import NEEDS
from tests.access.registry_services import SERVICES


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A desk full of KT1. Whoever is refused leaves nothing behind, so that all knock at the same one."""
    with house(tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Another, where a cleared person does whatever is asked for."""
    with house(tmp_path_factory.mktemp("busy")) as made:
        yield made


QUIET = {"papers.Papers.questions", "PapersNeeds.questions", "batch_items.ItemTaker.quote"}
"""Say nothing of KT1 to a cleared person here either: no paper is in doubt, a price names nobody."""


def of_kind(table: Mapping[str, Door], *kinds: type) -> list[str]:
    return sorted(name for name, door in table.items() if isinstance(door, kinds))


# --- the registry is whole ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "listed"),
    [
        (doors.places, PLACES),
        (doors.needs, NEEDS),
        (lambda: set(doors.services()), SERVICES),
        (doors.commands, COMMANDS),
    ],
    ids=["places", "needs", "services", "commands"],
)
def test_every_door_stands_in_the_registry_and_no_other(
    found: Callable[[], set[str]], listed: Mapping[str, Door]
) -> None:
    assert found() == set(listed)


@pytest.mark.parametrize(
    "table", [PLACES, NEEDS, SERVICES, COMMANDS], ids=["places", "needs", "services", "commands"]
)
def test_the_act_of_each_door_of_kt1_asks_for_a_clearance_and_no_free_door_is_without_reason(
    table: Mapping[str, Door],
) -> None:
    assert {
        name for name, door in table.items() if isinstance(door, Kt1) and door.act not in NEEDS_CLEARANCE
    } == set()
    assert {name for name, door in table.items() if isinstance(door, Free) and not door.why} == set()


def test_the_window_and_the_registry_say_the_same_of_each_place() -> None:
    kt1 = {name for name, door in PLACES.items() if isinstance(door, Kt1)}

    assert set(screen_rights.PLACES) == set(PLACES)
    assert {name for name, acts in screen_rights.PLACES.items() if NEEDS_CLEARANCE.issuperset(acts)} == kt1


def test_a_side_of_kt1_asks_for_a_clearance_and_the_one_of_dossiers_beside_it_does_not() -> None:
    acts = {side: {sides[side] for sides in screen_rights.SIDES.values()} for side in Service}

    assert set(screen_rights.SIDES) == {"DISPATCH", "DELIVERY", "HOLDING", "INCIDENTS"}
    assert acts[Service.KT1] <= NEEDS_CLEARANCE
    assert acts[Service.TTHC].isdisjoint(NEEDS_CLEARANCE)


def test_what_is_done_to_covers_asks_for_the_act_on_dossiers_that_its_sister_asks_for_items() -> None:
    services = doors.services()

    for name, door in SERVICES.items():
        if isinstance(door, Covers):
            owner = services[name].owner
            assert owner is not None
            sister = f"{doors.short_name(owner.__mro__[1])}.{name.rpartition('.')[2]}"
            assert SERVICES[sister] == Kt1(next(kt1 for kt1, own in DOSSIER_ACT.items() if own is door.act))
            assert door.act not in NEEDS_CLEARANCE


def test_what_a_door_of_a_page_passes_on_comes_from_services_that_refuse_by_themselves() -> None:
    passed_on = {service for door in NEEDS.values() if isinstance(door, Through) for service in door.services}

    assert passed_on <= set(SERVICES)
    assert {service for service in passed_on if SERVICES[service] == IN_TRUST} <= {
        "approvals.Approvals.take_answer"
    }


def test_the_wiring_opens_the_store_by_itself_only_where_nothing_of_kt1_is_read() -> None:
    assert doors.openers() == set(OPENERS)


def test_each_door_of_a_page_that_has_kt1_behind_it_is_knocked_at() -> None:
    assert set(ASKED) == set(of_kind(NEEDS, Kt1, Mixed))


# --- nobody without a clearance hears anything -------------------------------------------------------------------------


@pytest.mark.parametrize("who", KNOCKING)
@pytest.mark.parametrize("name", of_kind(SERVICES, Kt1))
def test_a_service_of_kt1_refuses_whoever_is_not_cleared(home: House, name: str, who: str) -> None:
    with knocking(home, who) as (session, code), pytest.raises(DeskError) as refused:
        call_service(doors.services()[name], home, session)

    assert refused.value.code == code
    assert home.heard(refused.value) == set()


@pytest.mark.parametrize("name", of_kind(SERVICES, Covers))
def test_a_service_for_covers_asked_for_an_item_of_kt1_tells_nobody_that_there_is_one(
    home: House, name: str
) -> None:
    answer: object = None

    with knocking(home, "never cleared") as (session, _):
        try:
            answer = call_service(doors.services()[name], home, session)
        except DeskError as error:
            answer = error
        except Untouched.LookedError:  # whoever may do it is asked what exactly
            answer = None

    assert not isinstance(answer, DeskError) or not answer.code.startswith("user.clearance")
    assert home.heard(answer) <= {home.items[0]}  # what was asked for is repeated


@pytest.mark.parametrize("who", KNOCKING)
@pytest.mark.parametrize("name", of_kind(SERVICES, Mixed))
def test_a_service_of_both_leaves_kt1_out_for_whoever_is_not_cleared(
    home: House, name: str, who: str
) -> None:
    ask = MIXED.get(name) or (lambda house, desk: call_service(doors.services()[name], house, desk.session))

    with knocking(home, who) as (session, _):
        answer = ask(home, home.desk(session))

    assert home.heard(answer) == set()


@pytest.mark.parametrize("who", KNOCKING)
@pytest.mark.parametrize("name", of_kind(NEEDS, Kt1))
def test_a_page_of_kt1_is_refused_for_whoever_is_not_cleared(home: House, name: str, who: str) -> None:
    with knocking(home, who) as (session, code), pytest.raises(DeskError) as refused:
        ASKED[name](home, home.desk(session))

    assert refused.value.code == code
    assert home.heard(refused.value) == set()


@pytest.mark.parametrize("who", KNOCKING)
@pytest.mark.parametrize("name", of_kind(NEEDS, Mixed))
def test_a_page_of_both_shows_nothing_of_kt1_to_whoever_is_not_cleared(
    home: House, name: str, who: str
) -> None:
    with knocking(home, who) as (session, _):
        answer = ASKED[name](home, home.desk(session))

    assert home.heard(answer) == set()


# --- and the same questions are answered to whoever is -----------------------------------------------------------------


@pytest.mark.parametrize("name", of_kind(SERVICES, Kt1))
def test_a_service_of_kt1_lets_a_cleared_person_in(busy: House, name: str) -> None:
    refusal = ""

    try:
        call_service(doors.services()[name], busy, cleared(busy))
    except DeskError as error:  # about what was asked for, no longer about who asks
        refusal = error.code
    except Untouched.LookedError:  # it goes on to look at what was asked for
        refusal = ""

    assert not refusal.startswith("user.clearance")


@pytest.mark.parametrize("name", sorted(set(of_kind(SERVICES, Mixed)) - QUIET))
def test_what_is_left_out_by_a_service_is_there_for_a_cleared_person(home: House, name: str) -> None:
    assert home.heard(MIXED[name](home, home.desk(cleared(home)))) != set()


@pytest.mark.parametrize("name", sorted(set(of_kind(NEEDS, Mixed)) - QUIET))
def test_what_is_left_out_on_a_page_is_there_for_a_cleared_person(home: House, name: str) -> None:
    assert home.heard(ASKED[name](home, home.desk(cleared(home)))) != set()
