"""Which section of the guide belongs to which page: one table, by the path that leads to a work, and the path of what is in front."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.desktop.bars import path_of
from kt1desk.desktop.navigation import Page, Place

FIRST = "start"
"""Where the guide begins: shown where nothing else fits."""
SECTIONS: Mapping[str, str] = {
    "TODAY": "today",
    "ACCEPT": "accept",
    "DOSSIER": "dossier",
    "DISPATCH": "dispatch",
    "DISPATCH/kt1/approval": "dispatch-approval",
    "DISPATCH/kt1/pack": "dispatch-pack",
    "DISPATCH/kt1/send": "dispatch-send",
    "DISPATCH/kt1/arrival": "dispatch-arrival",
    "DISPATCH/tthc/pack": "dispatch-pack",
    "DISPATCH/tthc/send": "dispatch-send",
    "DISPATCH/tthc/arrival": "dispatch-arrival",
    "DISPATCH/tthc/exceptions": "dispatch-exceptions",
    "DELIVERY": "delivery",
    "DELIVERY/kt1/start": "delivery-start",
    "DELIVERY/kt1/result": "delivery-result",
    "DELIVERY/kt1/back": "delivery-back",
    "DELIVERY/kt1/turn": "delivery-turn",
    "DELIVERY/tthc/start": "delivery-start",
    "DELIVERY/tthc/result": "delivery-result",
    "DELIVERY/tthc/back": "delivery-back",
    "DELIVERY/tthc/turn": "delivery-turn",
    "ONE_STOP": "one-stop",
    "ONE_STOP/hand": "one-stop-hand",
    "ONE_STOP/take": "one-stop-take",
    "ONE_STOP/pickup": "one-stop-pickup",
    "ONE_STOP/tasks": "one-stop-tasks",
    "ONE_STOP/fees": "one-stop-fees",
    "ONE_STOP/complaints": "one-stop-complaints",
    "ONE_STOP/visits": "one-stop-visits",
    "HOLDING": "holding",
    "RECORD": "record",
    "INCIDENTS": "incidents",
    "REGISTERS": "registers",
    "REGISTERS/book": "registers-book",
    "REGISTERS/statement": "registers-statement",
    "REGISTERS/view": "registers-view",
    "REPORTS": "reports",
    "REPORTS/make": "reports-make",
    "REPORTS/issued": "reports-issued",
    "LISTS": "lists",
    "LISTS/brought": "lists-brought",
    "LISTS/systems": "lists-systems",
    "LINE": "line",
    "SHIFT": "shift",
    "SHIFT/till": "shift-till",
    "SHIFT/book": "shift-book",
    "PRINTERS": "printers",
    "DEVICES": "devices",
    "ADMIN": "admin",
    "ADMIN/Mật khẩu của tôi": "admin-password",
    "ADMIN/Người dùng": "admin-users",
    "ADMIN/Nhật ký an ninh": "admin-audit",
    "ADMIN/Sao lưu": "admin-backups",
    "ADMIN/Cập nhật chương trình": "admin-upgrade",
    "LoginPage": "gate-login",
    "FirstRunPage": "gate-first-run",
    "RecoveryPage": "gate-recovery",
    "OwnPasswordPage": "gate-password",
    "RestorePage": "gate-restore",
}
"""Anchors by path: a place, a side, a work; a gate by its class."""
STATES: Mapping[str, str] = {
    "ACCEPT/back": "withdraw",
    "DOSSIER/back": "withdraw",
    "PRINTERS/setup": "printer-setup",
    "SHIFT/till/closing": "shift-closing",
}
"""The same for what a page becomes while something is done there (`Page.state`)."""


def path_to(place: Place | None, page: Page | None) -> str:
    """The path of the page in front, down to the work and its state that are in front in it; without a place the page is a gate."""
    if place is None:
        return type(page).__name__ if page is not None else ""
    return path_of(place.name, *_names(page))


def section_at(path: str) -> str:
    """The anchor for a path, or for the nearest part of the way there."""
    while path:
        if (anchor := SECTIONS.get(path) or STATES.get(path)) is not None:
            return anchor
        path = path.rpartition("/")[0]
    return FIRST


def _names(page: Page | None) -> tuple[str, ...]:
    """What the parts that are in front are called. Each stands in a stack of its page, which hides all but one."""
    if page is None:
        return ()
    for name, part in page.parts.items():
        if part.isVisibleTo(page):
            return (name, *_names(part))
    return (page.state(),) if page.state() else ()
