"""The pages of «Quản trị» by their titles, in the order of their keys: one more page is one more line in `admin_pages`.

Whoever may not work at a page is told so by it; nothing is hidden here.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.audit_counter import AuditCounter
from kt1desk.app.backup_counter import BackupCounter
from kt1desk.app.desk import OpenDesk
from kt1desk.app.flight_room import FlightCondition
from kt1desk.app.password_counter import PasswordCounter
from kt1desk.app.upgrade_counter import UpgradeCounter, around_upgrade
from kt1desk.app.upgrade_line import line_sources
from kt1desk.app.users_counter import UsersCounter
from kt1desk.app.works import Works
from kt1desk.desktop.admin.audit_page import AuditPage
from kt1desk.desktop.admin.backups_page import BackupsPage
from kt1desk.desktop.admin.password_page import PasswordPage
from kt1desk.desktop.admin.upgrade_page import UpgradePage
from kt1desk.desktop.admin.users_page import UsersPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.admin import USERS, AdminPage


def admin_place(
    desk: OpenDesk, works: Works, jobs: Jobs, flight: Callable[[], FlightCondition]
) -> dict[Place, Page]:
    """The place with its pages; without any it is not offered."""
    pages = admin_pages(desk, works, jobs, flight)
    return {Place.ADMIN: AdminPage(pages)} if pages else {}


def admin_pages(
    desk: OpenDesk, works: Works, jobs: Jobs, flight: Callable[[], FlightCondition]
) -> dict[str, Page]:
    """Every page of the place, on the open desk; ``flight`` says how its flight recorder stands."""
    around = around_upgrade(works.place.options, line_sources(desk, works.place.folder))
    return {
        "Mật khẩu của tôi": PasswordPage(PasswordCounter(desk, works.keys), jobs),
        USERS: UsersPage(UsersCounter(desk, works.place.folder, works.keys), jobs),
        "Nhật ký an ninh": AuditPage(AuditCounter(desk), jobs),
        "Sao lưu": BackupsPage(BackupCounter(desk, works.place.folder, flight), jobs),
        "Cập nhật chương trình": UpgradePage(UpgradeCounter(desk, around), jobs),
    }
