"""Scenes of the page «Người dùng»: everybody, each act, what is refused, and who is not shown anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.users_page import UsersPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.users import UsersView
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.desk_scenes import beside_others
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle
from tests.support.user_fakes import EVERYBODY, FakeUsers, NotManaging

CTRL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, F9 = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F9
N, E, M, DELETE = Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_Delete
_ALL_OF_A_FORM = ("Vi Thanh Thuy", ENTER, "thuy.vi", ENTER, "12", ENTER)
_TWICE = ("dong-suoi-15", ENTER, "dong-suoi-15", ENTER, "cua-chinh-minh", ENTER)


def _scene(needs: Callable[[], FakeUsers], *does: Qt.Key | str | tuple[Qt.Key]) -> Scene:
    """The page, and then these keys; a tuple of one is a key with Ctrl."""

    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.ADMIN, AdminPage({"Người dùng": UsersPage(needs(), jobs)}))
        window = desk(jobs, pages, Place.ADMIN)
        for each in does:
            if isinstance(each, tuple):
                press(each[0], CTRL)
            elif isinstance(each, str):
                type_text(each)
            else:
                press(each)
            settle(jobs)
        return window

    return show


def _waiting() -> FakeUsers:
    """The newest list of the province is not taken up."""
    said = sentence(DeskError("staff_list.last_manager", issue=5))
    return FakeUsers(view=replace(EVERYBODY, centre=said, waits=True))


def _refusing(code: str, field: str, **details: object) -> Callable[[], FakeUsers]:
    return lambda: FakeUsers(refusal=DeskError(code, field, **details))  # type: ignore[arg-type]


def _key_waits() -> UsersView:
    """Somebody was put out, and the database key is the one he knew."""
    said = "Khóa cơ sở dữ liệu chưa đổi từ khi người ấy thôi; máy đổi lúc đăng xuất. Còn thấy dòng này: kt1desk keys renew."
    lines = (each if each.active else replace(each, advice=said) for each in EVERYBODY.lines)
    return replace(EVERYBODY, lines=tuple(lines))


USER_SCENES: Mapping[str, Scene] = {
    "users": _scene(FakeUsers),
    "users-list-waits": _scene(_waiting),
    "users-idle": _scene(FakeUsers, DOWN, DOWN),
    "users-gone": _scene(FakeUsers, DOWN, DOWN, DOWN, DOWN, DOWN),
    "users-gone-key-waits": _scene(lambda: FakeUsers(_key_waits()), DOWN, DOWN, DOWN, DOWN, DOWN),
    "users-new": _scene(FakeUsers, (N,), *_ALL_OF_A_FORM, "dong-suoi-15"),
    "users-new-wrong": _scene(
        _refusing("key.password_too_short", "password", least=10), (N,), *_ALL_OF_A_FORM, *_TWICE
    ),
    "users-roles": _scene(FakeUsers, DOWN, (E,)),
    "users-password": _scene(FakeUsers, DOWN, (M,), "dong-suoi-15", ENTER, "dong-suoi-16", ENTER, "x", F9),
    "users-revoke": _scene(FakeUsers, DOWN, (DELETE,), "3", F9),
    "users-revoked": _scene(FakeUsers, DOWN, (DELETE,), "3", F9, F9),
    "users-revoke-above": _scene(_refusing("user.above", "user"), (DELETE,), "1", F9, F9),
    "users-not-managing": _scene(NotManaging),
}
