"""What can be found by typing is what the keys of the window do: all of it, by its own words, for whoever may do it, and it leads there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app import screen_rights
from kt1desk.desktop.action_words import BEGINS, MORE_WORDS, PLACE_WORDS
from kt1desk.desktop.actions import Action, matching
from kt1desk.desktop.bars import path_of
from kt1desk.desktop.command_hits import arranged
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.navigation import Place
from kt1desk.domain.permissions import Role
from tests.access.house import house
from tests.access.screen import screen_of
from tests.access.seat import Seat

WIDEST = (Role.HEAD, Role.ADMINISTRATOR)
"""Together they see every place and every key."""
FILES = "LISTS/brought/:Ctrl+O"
"""It opens the choice of files of the system, which waits for somebody."""

WAITING = {"LINE", "ADMIN/Người dùng", "ADMIN/Cập nhật chương trình"}
"""Their keys wait for what is read there, which this desk has not: a line, people, an installed program."""


@pytest.fixture(scope="module")
def seat(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """One desk, one window; who sits there changes."""
    wear(qapp, LIGHT)
    with house(tmp_path_factory.mktemp("actions")) as home, screen_of(qapp, home.counter) as screen:
        yield Seat(home, screen)


def actions(seat: Seat, role: Role) -> tuple[Action, ...]:
    seat.sit(role)
    return tuple(seat.screen.window._errands.actions())


def of_anybody(seat: Seat) -> Mapping[str, Action]:
    return {each.path: each for role in WIDEST for each in actions(seat, role)}


RECALL = (
    # typed, what must be among the first, how many of them: agencies of the sample, real procedures, staff, a case, actions, places
    ("so noi vu", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("Sở Nội vụ", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("noi vu so", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("noi vu lang son so", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("snv", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("SNVTLS", "Sở Nội vụ tỉnh Lạng Sơn", 1),
    ("stc", "Sở Tài chính tỉnh Lạng Sơn", 1),
    ("s y t", "Sở Y tế tỉnh Lạng Sơn", 1),
    ("lang son cong an", "Công an tỉnh Lạng Sơn", 1),
    ("ca", "Công an tỉnh Lạng Sơn", 2),
    ("tinh uy", "Tỉnh ủy Lạng Sơn", 1),
    ("TU", "Tỉnh ủy Lạng Sơn", 1),
    ("ubnd phuong tam thanh", "Ủy ban nhân dân phường Tam Thanh, tỉnh Lạng Sơn", 1),
    ("tam thanh ubnd", "Ủy ban nhân dân phường Tam Thanh, tỉnh Lạng Sơn", 1),
    ("uỷ ban nhân dân phường tam thanh", "Ủy ban nhân dân phường Tam Thanh, tỉnh Lạng Sơn", 1),
    ("van lang", "Ủy ban nhân dân xã Văn Lãng, tỉnh Lạng Sơn", 2),
    ("UBVL", "Ủy ban nhân dân xã Văn Lãng, tỉnh Lạng Sơn", 1),
    ("toa an", "Tòa án nhân dân tỉnh Lạng Sơn", 1),
    ("vien kiem sat", "Viện kiểm sát nhân dân tỉnh Lạng Sơn", 1),
    ("hdnd", "Hội đồng nhân dân tỉnh Lạng Sơn", 1),
    ("thanh tra", "Thanh tra tỉnh Lạng Sơn", 1),
    ("khai sinh", "Đăng ký khai sinh", 1),
    ("sinh khai ky dang", "Đăng ký khai sinh", 1),
    ("dang ki khai sinh", "", 1),
    ("lay dau van tay", "Lấy dấu vân tay thử nghiệm", 1),
    ("ly lich tu phap", "Cấp Phiếu Lý lịch tư pháp", 1),
    ("phieu ll tu phap", "", 1),
    ("khuyet tat", "Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật", 1),
    ("can cuoc", "Cấp đổi thẻ căn cước", 3),
    ("hoang thi ha", "Hoàng Thị Hà", 1),
    ("ha hoang", "Hoàng Thị Hà", 1),
    ("hth", "Hoàng Thị Hà", 1),
    ("clerk", "Hoàng Thị Hà", 1),
    ("0912", "{case}", 1),
    ("0912 345 678", "{case}", 1),
    ("luong thi mau", "{case}", 1),
    ("mau luong", "{case}", 1),
    ("mx 000 000 059", "MX 000 000 059 VN", 1),
    ("000059", "MX 000 000 059 VN", 1),
    ("00 00 59", "MX 000 000 059 VN", 1),
    ("in lại nhãn", "In lại nhãn", 1),
    ("in nhan lai", "In lại nhãn", 1),
    ("dong ca", "Đóng ca", 1),
    ("đóng ca", "Đóng ca", 1),
    ("ca dong", "Đóng ca", 3),
    ("mo ca", "Mở ca", 1),
    ("chot ca", "Chốt ca", 1),
    ("rut lai bi vua nhan", "Rút lại bì vừa nhận", 1),
    ("rut bi", "Rút lại bì vừa nhận", 1),
    ("sao luu ngay", "Sao lưu ngay", 1),
    ("backup", "Backup", 1),
    ("doi mat khau", "Đổi mật khẩu", 1),
    ("dmk", "Đổi mật khẩu", 1),
    ("dang xuat", "Đăng xuất", 1),
    ("thoat", "Thoát", 1),
    ("che man hinh", "Che màn hình ngay", 1),
    ("giao dien toi", "Giao diện tối", 1),
    ("doi may in", "Đổi máy in", 1),
    ("may in", "Máy in", 1),
    ("may quet khong nhan", "Máy quét không nhận", 1),
    ("dong tui", "Đóng túi", 2),
    ("chuyen hoan", "Chuyển hoàn", 1),
    ("khieu nai", "Khiếu nại", 1),
    ("lap bien ban", "Lập biên bản", 1),
    ("them nguoi dung", "Thêm người dùng", 1),
    ("xuat excel", "Xuất Excel", 1),
    ("ca & quy", "Ca & quỹ", 1),
    ("quy ca", "Ca & quỹ", 1),
    ("bao cao", "Báo cáo", 1),
    ("dang giu", "Đang giữ", 1),
)
"""``""`` for what must find nothing: a misspelt word is not guessed."""


def test_what_is_meant_is_among_the_first_of_the_list(seat: Seat) -> None:
    known, window, wrong = actions(seat, Role.HEAD), seat.screen.window, []
    with seat.home.counter.store.read() as reader:
        (case,) = {hit.ref for hit in reader.search("luong thi mau", ("dossier",), 2)}

    for typed, meant, first in RECALL:
        hits = seat.home.counter.finder.anything(seat.screen.session, typed)
        lines = arranged(typed, window._offered.of(Place), matching(known, typed, None), hits)
        titles = [line.shown.title for line in lines[:first]] or [""]
        if meant.format(case=case) not in titles:
            wrong.append((typed, meant, titles))

    assert wrong == [], "\n".join(map(str, wrong))


def bare(path: str) -> str:
    """A path without the side."""
    return path.replace("/kt1/", "/").replace("/tthc/", "/")


@pytest.mark.parametrize("role", WIDEST, ids=lambda role: role.value)
def test_every_key_of_every_page_is_found_by_its_own_words(seat: Seat, role: Role) -> None:
    known, lost = actions(seat, role), []
    window = seat.screen.window

    for spot in seat.screen.spots():
        steps = spot.path.split("/")
        barred = any(window._bars.why(path_of(*steps[:at])) for at in range(1, len(steps) + 1))
        if window._offered.why_not(spot.place) or barred or window._bars.why(f"{spot.path}/*"):
            continue
        for key in (each for each in spot.page.offered() if each.does and not each.why_not):
            found = matching(known, f"{key.does} {spot.place.title}", None)
            keys = {(each.action.place, each.action.way.key.key) for each in found}
            lost += [] if (spot.place, key.key) in keys else [f"{spot.path}/:{key.key}"]

    assert lost == []
    assert {None, *window._offered.of(Place)} == {each.place for each in known}


def test_every_path_of_the_tables_of_words_is_one_of_a_key_or_a_place(seat: Seat) -> None:
    known = of_anybody(seat).keys()

    assert sorted({*MORE_WORDS, *BEGINS} - known) == []
    assert PLACE_WORDS.keys() <= {place.name for place in Place}


@pytest.mark.parametrize("role", [Role.CLERK, Role.INSPECTOR, Role.POSTMAN, Role.TECHNICIAN])
def test_what_a_role_may_not_do_is_not_found(seat: Seat, role: Role) -> None:
    found = {each.path for each in actions(seat, role)}
    barred = seat.screen.window._bars.by_path
    loose = {bare(path) for path in screen_rights.rights() if path not in barred}

    assert sorted(found & {bare(path) for path in barred} - loose) == []
    assert {path.partition("/")[0] for path in found}.isdisjoint(barred)


def test_an_action_leads_to_where_its_key_acts(seat: Seat) -> None:
    window, lost = seat.screen.window, []
    ways: dict[tuple[Place, str], set[str]] = {}
    for action in actions(seat, Role.HEAD):
        if action.place is not None and bare(action.path).rpartition("/:")[0] not in WAITING:
            ways.setdefault((action.place, action.way.ref), set()).add(action.way.key.key)

    for (place, ref), keys in ways.items():
        window.go(place, ref)
        seat.screen.idle()
        page = window.page()
        there = {each.key for each in page.offered() if not each.why_not} if page is not None else set()
        lost += [f"{place.name} {ref} {key}" for key in keys - there]

    assert lost == []
    assert len(ways) > len(Place)


@pytest.mark.parametrize("role", WIDEST, ids=lambda role: role.value)
def test_what_is_begun_from_the_list_writes_nothing(seat: Seat, role: Role) -> None:
    window, known = seat.screen.window, actions(seat, role)
    begun = [each for each in known if each.path in BEGINS and each.path != FILES]
    with seat.home.counter.store.read() as reader:
        before = reader.event_count()

    for action in begun:
        window._errands.run(action)
        seat.screen.idle()
        page = window.page()
        assert page is not None
        while page.step_back():
            pass

    with seat.home.counter.store.read() as reader:
        assert (reader.event_count(), bool(begun)) == (before, True)
