"""Every role at the real window: what a service would refuse for good is not shown, what it would allow is, and no page asks in vain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app import access, screen_rights
from kt1desk.app.line_joining import Line
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.models.day_tiles import HERE, due_bars, place_bars, tiles_of, way_of
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.widgets import ActionButton, SegmentedChoice, WayTile
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import ALLOWED, Act, Actor, Role
from kt1desk.services.audit import RefusalBook
from kt1desk.services.sessions import Session
from tests.access import doors, registry_screen
from tests.access.house import House, call_service, cleared, house
from tests.access.screen import Screen, Spot, screen_of, seen_buttons
from tests.access.seat import Seat
from tests.support.accepting import shown_below
from tests.support.day_fakes import FakeToday
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

SIDED = {"DISPATCH", "DELIVERY", "HOLDING", "INCIDENTS"}


@pytest.fixture(scope="module")
def seat(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """One desk, one window; who sits there changes."""
    wear(qapp, LIGHT)
    with house(tmp_path_factory.mktemp("screen")) as home:
        acts = _acts(home)
        assert acts
        home.counter.store.tell_refusals(RefusalBook(home.counter.store, home.counter.clock).note)
        with screen_of(qapp, home.counter) as screen:
            yield Seat(home, screen)


_ACTS: dict[str, Act] = {}


def _acts(home: House) -> Mapping[str, Act]:
    """The right that each service behind the window asks for first, as it names it to somebody who has none."""
    if not _ACTS:
        nobody = replace(cleared(home), actor=Actor("clerk", frozenset()))
        for name in {door for _, behind in _paths() for door in behind}:
            with pytest.raises(DeskError) as refused:
                _knock(name, home, nobody)
            assert refused.value.code == "user.not_allowed", name
            _ACTS[name] = Act(str(refused.value.details["act"]))
    return _ACTS


def _knock(name: str, home: House, who: Session) -> None:
    if name == "line_joining.Line.leave":
        Line(home.desk(who), home.counter.folder).leave()
    else:
        call_service(doors.services()[name], home, who)


def _sisters() -> Mapping[str, str]:
    """The doors of dossiers by those of items."""
    found = {}
    for name, door in doors.services().items():
        if name.startswith("dossier_custody.") and door.owner is not None:
            found[f"{doors.short_name(door.owner.__mro__[1])}.{name.rpartition('.')[2]}"] = name
    return found


def _paths() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every path of the window with the doors behind it, at both sides."""
    yield from registry_screen.PLACES.items()
    keys = {
        f"{work}/:{key}": behind
        for work, rows in registry_screen.KEYS.items()
        for key, behind in rows.items()
    }
    sisters = _sisters()
    for path, behind in {**registry_screen.WORKS, **keys}.items():
        place, _, rest = path.partition("/")
        if place not in SIDED:
            yield path, behind
            continue
        if not path.startswith("DISPATCH/exceptions"):
            yield f"{place}/kt1/{rest}", behind
        if not path.startswith("DISPATCH/approval"):
            yield f"{place}/tthc/{rest}", tuple(sisters[door] for door in behind)


def _allowed(role: Role) -> Mapping[str, bool]:
    """Whether the services behind each path would let this role in."""
    return {path: any(role in ALLOWED[_ACTS[door]] for door in behind) for path, behind in _paths()}


def differences(seat: Seat, role: Role, only: str = "") -> list[str]:
    """Where the window does not show what the services would allow; ``only`` is the place to be walked through, all where it is empty."""
    seat.sit(role)
    wanted, screen, wrong = _allowed(role), seat.screen, []
    rail = screen.rail()
    wrong += [place for place in registry_screen.PLACES if wanted[place] is not (place in rail)]
    for path, page in screen.works():
        if path.partition("/")[0] in rail:
            seen = screen.titles(page)
            wrong += [
                work
                for work in (each for each in wanted if each.rpartition("/")[0] == path and ":" not in each)
                if wanted[work] is not (work.rpartition("/")[2] in seen)
            ]
    for spot in screen.spots():
        if spot.place.name in rail and spot.path.startswith(only) and _is_open(spot, wanted):
            screen.bring(spot)
            wrong += _wrong_keys(screen, spot, wanted)
    return sorted(wrong)


def _is_open(spot: Spot, wanted: Mapping[str, bool]) -> bool:
    work = spot.path.removesuffix("/first").removesuffix("/second")
    return wanted.get(work, True)


def _wrong_keys(screen: Screen, spot: Spot, wanted: Mapping[str, bool]) -> Iterator[str]:
    keys = spot.page.keys()
    acting = {each.key for each in keys if each.act is not None}
    listed, buttons = screen.listed(), seen_buttons(spot)
    for path, is_allowed in wanted.items():
        before, _, key = path.rpartition("/:")
        if before == spot.path:
            if key in acting and is_allowed is not (key in listed):
                yield f"{path} listed"
            if key in buttons and is_allowed is not buttons[key]:
                yield f"{path} button"


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_the_window_shows_a_role_what_the_services_would_let_it_do_and_asks_nothing_in_vain(
    seat: Seat, role: Role
) -> None:
    before = seat.refused()

    assert differences(seat, role) == []
    assert seat.refused() == before


def test_every_key_that_acts_is_in_the_table_of_the_window_or_known_to_move_only(seat: Seat) -> None:
    tabled = {path.replace("/kt1/", "/").replace("/tthc/", "/") for path in screen_rights.rights()}
    unknown: dict[str, set[str]] = {}

    for spot in seat.screen.spots():
        path = spot.path.replace("/kt1", "").replace("/tthc", "")
        keys = spot.page.offered()
        acting = {each.key for each in keys if each.act is not None and not each.why_not}
        if path not in registry_screen.WHOLE:
            loose = {key for key in acting if f"{path}/:{key}" not in tabled} - registry_screen.MOVES.get(
                path, set()
            )
            unknown |= {path: loose} if loose else {}

    assert unknown == {}


@pytest.mark.parametrize(
    ("forgotten", "role"),
    [
        ("DISPATCH/kt1/pack/:F9", Role.INSPECTOR),
        ("RECORD/:Ctrl+G", Role.CLERK),
        ("ADMIN/Sao lưu", Role.BUREAU),
        ("DEVICES", Role.CONTROLLER),
    ],
)
def test_a_right_that_is_forgotten_in_the_table_of_the_window_is_found(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, forgotten: str, role: Role
) -> None:
    rights = {path: acts for path, acts in screen_rights.rights().items() if path != forgotten}
    monkeypatch.setattr(access, "rights", lambda: rights)

    assert any(each.startswith(forgotten) for each in differences(seat, role, forgotten.partition("/")[0]))


def test_a_key_that_is_not_shown_does_nothing_but_says_why(seat: Seat) -> None:
    seat.sit(Role.INSPECTOR)
    window = seat.screen.window
    pack = next(each for each in seat.screen.spots() if each.path == "DISPATCH/kt1/pack")
    seat.screen.bring(pack)

    seat.screen.press("F9")
    said = shown_below(window)
    seat.screen.press(Place.ACCEPT.key)

    assert said == "Tài khoản này không được đóng túi KT1. Nhờ người có quyền đăng nhập làm việc này."
    assert shown_below(window).startswith("Tài khoản này không được chấp nhận bưu gửi KT1.")
    assert window._area.place is Place.DISPATCH


def test_what_only_a_clearance_is_missing_for_is_seen_locked_with_the_reason(seat: Seat) -> None:
    seat.sit(Role.HEAD, cleared=False)
    page = seat.screen.window._area.pages[Place.RECORD]
    side = page.side()
    assert side is not None
    certify = next(each for each in side.findChildren(ActionButton) if each._key == "Ctrl+G")
    certify.setVisible(True)
    certify.setEnabled(True)

    seen, enabled, tip = not certify.isHidden(), certify.isEnabled(), certify.toolTip()

    assert (seen, enabled) == (True, False)
    assert tip.startswith("Chưa được phân công làm KT1.")
    assert set(seat.screen.locked()) == {"ACCEPT"}


@pytest.mark.parametrize(
    ("role", "home"),
    [
        (Role.CLERK, Place.TODAY),
        (Role.INSPECTOR, Place.TODAY),
        (Role.TECHNICIAN, Place.PRINTERS),
        (Role.ADMINISTRATOR, Place.ADMIN),
        (Role.POSTMAN, Place.ADMIN),
    ],
)
def test_work_begins_where_a_role_has_something_to_do(seat: Seat, role: Role, home: Place) -> None:
    seat.sit(role)

    assert seat.screen.window._area.first(seat.screen.window._offered) is home


def test_printers_and_devices_are_kept_for_nobody_who_may_not_set_them_up(seat: Seat) -> None:
    hardware, allowed = seat.screen.office.hardware, set()

    for role in Role:
        seat.sit(role)
        with suppress(DeskError):
            hardware.keep_devices(DeviceSettings(True, 0, "", "", ""))
            allowed.add(role)

    assert allowed == ALLOWED[Act.CONFIGURE_DEVICES]


def test_a_list_is_taken_in_only_for_what_the_role_may_take_in(seat: Seat) -> None:
    seat.sit(Role.ADMINISTRATOR)
    seat.screen.window.go(Place.LISTS)
    seat.screen.idle()

    task = seat.screen.window.findChild(SegmentedChoice, "task")
    choices = task.choices() if isinstance(task, SegmentedChoice) else ()

    assert [each.value for each in choices] == ["procedures", "staff"]


@pytest.mark.parametrize("seen", ["both", "kt1", "tthc"])
def test_each_figure_of_the_board_of_the_day_leads_to_the_work_that_has_what_it_counts(
    seat: Seat, seen: str
) -> None:
    seat.sit(Role.CLERK)
    board = FakeToday().board
    if seen != "both":
        board = replace(board, cases=None) if seen == "kt1" else replace(board, items=None)
    keys = [
        *tiles_of(board, OFFSET_MIN, NOW_MS),
        *(each.key for each in (*place_bars(board), *due_bars(board))),
    ]
    led = {}

    for key in keys:
        going = way_of(board, key)
        if going != HERE:
            seat.screen.window.go(going.place, going.ref)
            seat.screen.idle()
            seen_now = [spot for spot in seat.screen.spots() if spot.page.isVisible()]
            assert len({spot.page for spot in seen_now}) == 1
            led[key] = seen_now[0].path

    assert led == registry_screen.BOARD[seen]


def test_what_happened_behind_the_board_of_the_day_stands_on_it_without_a_key(seat: Seat) -> None:
    seat.sit(Role.CLERK)
    window, office = seat.screen.window, seat.screen.office
    window.go(Place.TODAY)
    seat.screen.idle()
    (tile,) = (each for each in window.findChildren(WayTile) if each.objectName() == "tile_waiting")
    found = [int(tile.tile().number)]

    for happened in (office._news, office._refresh):
        seat.home.counter.accept()
        happened.wanted.emit()
        seat.screen.idle()
        found.append(int(tile.tile().number))

    assert found == [found[0], found[0] + 1, found[0] + 2]
