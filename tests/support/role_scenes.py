"""Scenes of desks of people who may not do everything: what a role does not see, and what is left for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kt1desk.app.access import barred_places, barred_sides, screen_bars
from kt1desk.desktop.admin.backups_page import BackupsPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.permissions import Actor, Role
from tests.support.backup_fakes import FakeBackups
from tests.support.clocks import NOON_MS, HandClock
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.desk_scenes import every_page
from tests.support.side_scenes import sides_page
from tests.support.stage import POINT, Scene, settle, shown

CLEARED = date(2027, 12, 31)


def _pages(jobs: Jobs) -> Mapping[Place, Page]:
    return {
        **every_page(jobs),
        Place.DISPATCH: sides_page(jobs),
        Place.ADMIN: AdminPage({"Sao lưu": BackupsPage(FakeBackups(), jobs)}),
    }


def _scene(role: Role, place: Place | None = None, until: date | None = CLEARED) -> Scene:
    """The desk of somebody of this role alone, where work begins for him or at a place."""

    def show(jobs: Jobs) -> MainWindow:
        session = replace(SESSION, actor=Actor("lan", frozenset({role}), until))
        now = (session, None, HandClock(NOON_MS))
        window, needs = MainWindow(jobs), FakeWindow()
        barred, sides, bars = barred_places(*now), barred_sides(*now), screen_bars(*now)
        needs.shown = replace(needs.shown, barred=barred, barred_sides=sides, bars=bars)
        window.bar(barred, sides, bars)
        window.furnish(session, POINT, needs, _pages(jobs))
        shown(window, jobs)
        if place is not None:
            window.go(place)
            settle(jobs)
        return window

    return show


ROLE_SCENES: Mapping[str, Scene] = {
    "role-technician": _scene(Role.TECHNICIAN),
    "role-inspector": _scene(Role.INSPECTOR, Place.DISPATCH),
    "role-inspector-shift": _scene(Role.INSPECTOR, Place.SHIFT),
    "role-uncleared": _scene(Role.CLERK, None, None),
}
