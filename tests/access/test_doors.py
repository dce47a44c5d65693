"""Without a valid KT1 clearance nothing of KT1: at every door of the registry, and no door that is not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from kt1desk.app import access
from kt1desk.app.counter import AcceptCounter, ShiftCounter, WindowCounter
from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import LockedScreen
from kt1desk.app.list_counter import ListCounter
from kt1desk.app.paper_counter import PaperCounter
from kt1desk.app.record_counter import RecordCounter
from kt1desk.desktop.needs import ListTask, ListWatch
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import DOSSIER_ACT, NEEDS_CLEARANCE
from kt1desk.domain.service import Service
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason
from kt1desk.store.keys import KeyRing
from tests.access import doors
from tests.access.house import KNOCKING, House, Untouched, call_service, cleared, house, knocking
from tests.access.kinds import IN_TRUST, Covers, Door, Free, Kt1, Mixed, Through
from tests.access.registry import COMMANDS, OPENERS, PLACES
from tests.access.registry_needs import NEEDS
from tests.access.registry_services import SERVICES
from tests.support.desks import ordinary
from tests.support.sheets import written

Ask = Callable[[House, OpenDesk], object]


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


def nothing() -> None:
    """Nobody is woken."""


def _accept(desk: OpenDesk) -> AcceptCounter:
    return AcceptCounter(desk, nothing, lambda: None)


def _window(home: House, desk: OpenDesk) -> WindowCounter:
    return WindowCounter(desk, LockedScreen(KeyRing(home.counter.folder, desk.clock)), lambda: ())


def _list(home: House, desk: OpenDesk) -> object:
    titles = ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)")
    file = home.counter.folder.database.parent.parent / "ds.xlsx"
    path = file if file.exists() else written(file, [titles, ("SNV", "UBVL", 100)])
    return ListCounter(desk, nothing).look(ListTask.ACCEPT, str(path), "", ListWatch()).view


def withdraws(home: House, desk: OpenDesk) -> object:
    """The record as a cleared person found it, taken back by somebody else."""
    record = RecordCounter(home.desk(cleared(home)), nothing).find(home.items[0]).record
    assert record is not None
    return RecordCounter(desk, nothing).withdraw(record, ReversalReason.WITHDRAWN)


ASKED: Mapping[str, Ask] = {
    "AcceptNeeds.accept": lambda _, desk: _accept(desk).accept(ordinary()),
    "AcceptNeeds.agencies": lambda _, desk: _accept(desk).agencies("noi vu", ""),
    "AcceptNeeds.agency": lambda _, desk: _accept(desk).agency("LS-SNV"),
    "AcceptNeeds.correction": lambda home, desk: _accept(desk).correction(home.items[0]),
    "AcceptNeeds.counter": lambda _, desk: _accept(desk).counter(),
    "AcceptNeeds.label": lambda home, desk: desk.acceptance.label(
        desk.session, home.counter.complete(ordinary())
    ),
    "AcceptNeeds.quote": lambda _, desk: _accept(desk).quote(ordinary()),
    "AcceptNeeds.refuse_cover": lambda _, desk: _accept(desk).refuse_cover(ordinary(), "sealed"),
    "ListNeeds.look": _list,
    "PapersNeeds.is_printed": lambda home, desk: PaperCounter(desk, nothing).is_printed(home.label),
    "PapersNeeds.papers": lambda _, desk: PaperCounter(desk, nothing).papers(50),
    "PapersNeeds.print_again": lambda home, desk: PaperCounter(desk, nothing).print_again(
        home.label, ReprintReason.LOST
    ),
    "PapersNeeds.questions": lambda _, desk: PaperCounter(desk, nothing).questions(),
    "PapersNeeds.release": lambda home, desk: PaperCounter(desk, nothing).release(home.label),
    "RecordNeeds.certify": lambda home, desk: RecordCounter(desk, nothing).certify(home.items[0]),
    "RecordNeeds.find": lambda home, desk: RecordCounter(desk, nothing).find(home.items[1]),
    "RecordNeeds.print_again": lambda home, desk: RecordCounter(desk, nothing).print_again(
        home.label, ReprintReason.LOST
    ),
    "RecordNeeds.void": lambda home, desk: RecordCounter(desk, nothing).void(home.items[0], VoidReason.LOST),
    "RecordNeeds.withdraw": withdraws,
    "SearchNeeds.search": lambda home, desk: _window(home, desk).search("so noi vu", 12),
    "ShiftNeeds.shift_view": lambda _, desk: ShiftCounter(desk).shift_view(),
    "TodayNeeds.today": lambda _, desk: ShiftCounter(desk).today(),
}
"""How the doors of pages are knocked at."""

MIXED: Mapping[str, Ask] = {
    "acceptance.Acceptance.label": lambda home, desk: desk.acceptance.label(
        desk.session, home.counter.complete(ordinary())
    ),
    "acceptance.Acceptance.quote": lambda _, desk: desk.acceptance.quote(desk.session, ordinary()),
    "board.Board.day": lambda _, desk: desk.board.day(desk.session, 50),
    "board.Board.shift": lambda _, desk: desk.board.shift(desk.session, 50),
    "finding.Finder.anything": lambda home, desk: desk.finder.anything(desk.session, home.items[0]),
    "papers.Papers.newest": lambda _, desk: desk.papers.newest(desk.session),
}
"""How the doors of services are knocked at that answer everybody, each with its own part; those that have something to hide."""

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

    assert set(access.PLACES) == set(PLACES)
    assert {name for name, act in access.PLACES.items() if act in NEEDS_CLEARANCE} == kt1


def test_a_side_of_kt1_asks_for_a_clearance_and_the_one_of_dossiers_beside_it_does_not() -> None:
    acts = {side: {sides[side] for sides in access.SIDES.values()} for side in Service}

    assert set(access.SIDES) == {"DISPATCH", "DELIVERY", "HOLDING", "INCIDENTS"}
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
