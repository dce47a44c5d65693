"""What stands behind each place, work and key of the window: the services that it asks, by their doors.

Rights are not written here: what a service asks for it says itself (`tests/access/test_matrix.py`). Where a path is of a place with two
sides, it is written once, with the doors of items; those of dossiers are their sisters. A key that acts and is in none of these tables
fails the tests until somebody has said what is behind it.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES: Mapping[str, tuple[str, ...]] = {
    "TODAY": ("day_board.DayBoard.look",),
    "ACCEPT": ("acceptance.Acceptance.accept",),
    "DOSSIER": ("dossiers.Dossiers.accept",),
    "RECORD": ("records.Records.find",),
    "INCIDENTS": ("dossier_custody.DossierIncidents.listed",),
    "REGISTERS": ("registers.Registers.readable", "register_book.RegisterBooks.open"),
    "REPORTS": ("reports.Reports.choices",),
    "LINE": ("line_approval.LineApproval.state",),
    "LISTS": (
        *("acceptance.Acceptance.accept", "dossiers.Dossiers.accept", "imports.Imports.take"),
        "other_systems.OtherSystems.feeds",
    ),
    "DISPATCH": ("dossier_custody.DossierDispatchViews.to_send",),
    "DELIVERY": ("dossier_custody.DossierRoundSheets.open",),
    "ONE_STOP": ("pickup.Pickup.find",),
    "HOLDING": ("dossier_custody.DossierLocator.whereabouts",),
    "SHIFT": ("board.Board.shift",),
    "PRINTERS": ("papers.Papers.newest", "exchange.near_setting.NearSetting.use"),
    "DEVICES": ("exchange.near_setting.NearSetting.use",),
    "ADMIN": ("passwords.Passwords.change",),
}

WORKS: Mapping[str, tuple[str, ...]] = {
    "DELIVERY/start": ("rounds.Rounds.candidates",),
    "HOLDING/put": ("holding.Holding.store",),
    "HOLDING/hand": ("holding.Holding.hand",),
    "ONE_STOP/hand": ("handover_aside.HandoversAside.parked", "decisions.Decisions.reasons"),
    "ONE_STOP/take": ("takeovers.Takeovers.waiting",),
    "ONE_STOP/fees": ("fees.Fees.due", "fees.Fees.correct"),
    "ONE_STOP/complaints": ("complaints.Complaints.listed",),
    "ONE_STOP/visits": ("visits.Visits.listed",),
    "LISTS/brought": ("acceptance.Acceptance.accept", "dossiers.Dossiers.accept", "imports.Imports.take"),
    "LISTS/systems": ("other_systems.OtherSystems.feeds",),
    "REGISTERS/statement": ("statements.Statements.month",),
    "ADMIN/Người dùng": ("users.Users.known",),
    "ADMIN/Nhật ký an ninh": ("audit_log.AuditLog.rows",),
    "ADMIN/Sao lưu": ("backups.Backups.check",),
    "ADMIN/Cập nhật chương trình": ("exchange.near_setting.NearSetting.use",),
}

_TAKE_BACK = ("reversal.Reversals.withdraw_item", "reversal.Reversals.withdraw_dossier")
_REPRINT = ("papers.Papers.reprint",)
_SET_UP = ("exchange.near_setting.NearSetting.use",)
"""The right to set up machines of the desk; `Hardware` asks for the same before it keeps anything."""
_KEEP_LINE = ("line_joining.Line.leave",)
_INCIDENT = ("incidents.Incidents.open",)

KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "DISPATCH/approval": {
        "F9": ("approvals.Approvals.approve",),
        "F8": ("approvals.Approvals.reject",),
        "Ctrl+G": ("approvals.Approvals.grant_remote",),
        "Enter": ("reviewing.Reviews.review",),
    },
    "DISPATCH/pack": {"F9": ("packing.Packing.close",), "Ctrl+U": ("packing.Packing.undo",)},
    "DISPATCH/send": {"F9": ("dispatching.Dispatching.send",), "Ctrl+U": ("dispatching.Dispatching.recall",)},
    "DISPATCH/arrival": {"F9": ("arrivals.Arrivals.receive",), "Ctrl+B": _INCIDENT},
    "DISPATCH/exceptions": {"Enter": ("reviewing.Reviews.review",)},
    "DELIVERY/start": {"F9": ("rounds.Rounds.start",)},
    "DELIVERY/result": {
        "F9": ("rounds.Rounds.deliver",),
        "F8": ("rounds.Rounds.attempt",),
        "Ctrl+B": ("rounds.Rounds.deliver",),
    },
    "DELIVERY/back": {"F9": ("rounds.Rounds.bring_back",)},
    "DELIVERY/turn": {"F9": ("redirecting.Redirecting.forward", "redirecting.Redirecting.give_back")},
    "INCIDENTS": {
        "Ctrl+N": _INCIDENT,
        "Ctrl+B": ("incidents.Incidents.tell",),
        "Ctrl+E": ("incidents.Incidents.remedy",),
        "Ctrl+P": ("incidents.Incidents.print_record",),
        "F8": ("incidents.Incidents.close", "incidents.Incidents.open"),
        "F9": ("incidents.Incidents.close", "incidents.Incidents.open"),
    },
    "RECORD": {
        "F8": _TAKE_BACK,
        "Ctrl+E": ("acceptance.Acceptance.accept", "dossiers.Dossiers.accept"),
        "Ctrl+P": _REPRINT,
        "Ctrl+G": ("certificates.Certificates.print_of",),
        "Ctrl+N": (*_INCIDENT, "dossier_custody.DossierIncidents.open"),
        "Ctrl+H": ("numbers.void_number",),
        "Ctrl+O": ("privacy.Privacy.identity",),
        "Ctrl+Y": ("decisions.Decisions.tell",),
        "Ctrl+U": ("supplements.Supplements.accept", "decisions.Decisions.decide"),
        "Ctrl+L": ("decisions.Decisions.print_notice",),
    },
    "ONE_STOP/hand/first": dict.fromkeys(
        ("F9", "F8", "Ctrl+E", "Ctrl+Delete"), ("handovers.Handovers.hand_over",)
    ),
    "ONE_STOP/hand/second": {"F9": ("decisions.Decisions.decide",)},
    "ONE_STOP/take": {
        "F9": ("takeovers.Takeovers.open", "takeovers.Takeovers.close"),
        "F8": ("takeovers.Takeovers.scan",),
        "Ctrl+Delete": ("takeovers.Takeovers.give_back",),
    },
    "ONE_STOP/pickup": {"F9": ("pickup.Pickup.give",), "F8": ("pickup.Pickup.give",)},
    "ONE_STOP/tasks": {
        "F9": ("decisions.Decisions.tell", "supplements.Supplements.accept"),
        "F8": ("supplements.Supplements.accept",),
    },
    "ONE_STOP/fees": {
        "F9": ("fees.Fees.remit", "fees.Fees.correct"),
        "F8": ("fees.Fees.correct",),
        "Ctrl+B": ("fees.Fees.enter_receipt",),
    },
    "ONE_STOP/complaints": dict.fromkeys(("F9", "F8"), ("complaints.Complaints.answer",)),
    "ONE_STOP/visits": dict.fromkeys(("F9", "F8"), ("visits.Visits.print_list",)),
    "REGISTERS/book": dict.fromkeys(("Ctrl+N", "F9"), ("registers.Registers.enter",)),
    "REPORTS/make": {"F9": ("reports.Reports.issue",)},
    "REGISTERS/statement": {"Ctrl+P": ("statements.Statements.print_month",)},
    "LINE": {
        "Ctrl+O": ("line_approval.LineApproval.open",),
        "Ctrl+N": _KEEP_LINE,
        "Ctrl+G": _SET_UP,
        "Ctrl+Delete": _KEEP_LINE,
    },
    "SHIFT/till": dict.fromkeys(("F9", "F8"), ("opening.Openings.open", "settling.Settling.close")),
    "SHIFT/book": {
        "F9": ("drawer_book.DrawerBook.serve", "drawer_book.DrawerBook.adjust"),
        "F8": ("drawer_book.DrawerBook.move",),
        "Ctrl+U": ("drawer_book.DrawerBook.undo",),
        "Ctrl+E": ("drawer_book.DrawerBook.adjust",),
    },
    "PRINTERS": {
        **dict.fromkeys(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+H", "Ctrl+M", "Ctrl+Delete"), _SET_UP),
        "Ctrl+P": (*_SET_UP, "papers.Papers.seen"),
        "F8": _REPRINT,
        "F9": (*_SET_UP, "papers.Papers.release"),
    },
    "ADMIN/Người dùng": {
        "Ctrl+N": ("users.Users.enrol",),
        "Ctrl+E": ("users.Users.change_roles",),
        "Ctrl+M": ("staff.Staff.check_password_for",),
        "Ctrl+Delete": ("users.Users.revoke",),
    },
    "ADMIN/Nhật ký an ninh": {"F9": ("audit_log.AuditLog.extract",)},
    "ADMIN/Sao lưu": {
        "F9": ("backups.Backups.made",),
        "F8": ("backups.Backups.check",),
        "Ctrl+E": _SET_UP,
    },
}

WHOLE = {
    "ACCEPT",
    "DOSSIER",
    "DEVICES",
    "LISTS/brought",
    "LISTS/systems",
    "ADMIN/Mật khẩu của tôi",
    "ADMIN/Cập nhật chương trình",
}
"""Places that have one purpose: whoever may come there may do all that stands there."""

_READ = frozenset({"Ctrl+R"})
_LISTS = _READ | {"Ctrl+L"}
_WAY = _READ | {"Ctrl+M"}
_HOLDING = _LISTS | {"Ctrl+1", "Ctrl+2", "Ctrl+3", "F8", "F9"}
MOVES: Mapping[str, frozenset[str]] = {
    "TODAY": _READ | {"Ctrl+B"},
    **dict.fromkeys(("DISPATCH/exceptions", "DELIVERY/start", "DELIVERY/back", "PRINTERS"), _READ),
    "SHIFT/book": _READ,
    "SHIFT/till": frozenset({"Ctrl+B"}),
    **dict.fromkeys(("ADMIN/Người dùng", "ONE_STOP/hand/first", "ONE_STOP/hand/second"), _READ),
    **{f"ONE_STOP/{work}": _READ for work in ("pickup", "tasks", "fees", "complaints", "visits")},
    **dict.fromkeys(("REGISTERS/book", "REGISTERS/statement", "LINE", "ADMIN/Nhật ký an ninh"), _LISTS),
    **dict.fromkeys(("DELIVERY/result", "ONE_STOP/take", "ADMIN/Sao lưu"), _LISTS),
    "DISPATCH/approval": _LISTS | _WAY,
    "REPORTS/make": _LISTS | {"F8", "Ctrl+P", "Ctrl+M", "Ctrl+E"},
    "REGISTERS/view": _LISTS | {"F8", "Ctrl+P", "Ctrl+M", "Ctrl+B"},
    "REPORTS/issued": _LISTS | {"F8", "Ctrl+P", "Ctrl+M"},
    "DISPATCH/pack": _WAY,
    "DISPATCH/send": _LISTS | _WAY,
    "DISPATCH/arrival": _LISTS | _WAY | {"Ctrl+N", "Ctrl+O"},
    "DELIVERY/turn": _WAY | {"Ctrl+Delete", "Ctrl+N"},
    "RECORD": frozenset({"Ctrl+M", "Ctrl+B"}),
    "INCIDENTS": _READ | {"Ctrl+1", "Ctrl+2"},
    **{f"HOLDING/{work}": _HOLDING for work in ("put", "hand", "count")},
}
"""Keys that read, move, or leave a form. Those of `HOLDING` act in the work in front, which is barred as a whole."""

_BOARD_OF_PLACES = {
    "to_hand": "ONE_STOP/hand/first",
    "at_authority": "ONE_STOP/hand/second",
    "to_fetch": "ONE_STOP/take",
    "to_give": "ONE_STOP/pickup",
    "untold": "ONE_STOP/tasks",
}
_HELD = "HOLDING/kt1/put"
_BOARD_OF_ITEMS = {
    "accepted": "SHIFT/till",
    "waiting": "DISPATCH/kt1/pack",
    "under_way": "DISPATCH/kt1/arrival",
    "deliver": "DELIVERY/kt1/start",
    "appointed": _HELD,
}
BOARD: Mapping[str, Mapping[str, str]] = {
    "both": {
        **_BOARD_OF_ITEMS,
        **_BOARD_OF_PLACES,
        "week": _HELD,
        "later": "ONE_STOP/hand/second",
        "undated": _HELD,
    },
    "kt1": {**_BOARD_OF_ITEMS, **dict.fromkeys(("week", "later", "undated"), _HELD)},
    "tthc": {
        "accepted": "SHIFT/till",
        "waiting": "DISPATCH/tthc/pack",
        "under_way": "DISPATCH/tthc/arrival",
        "deliver": "ONE_STOP/pickup",
        "appointed": "ONE_STOP/visits",
        **_BOARD_OF_PLACES,
        **dict.fromkeys(("overdue", "today", "tomorrow"), "ONE_STOP/tasks"),
        **dict.fromkeys(("week", "later", "undated"), "ONE_STOP/hand/second"),
    },
}
"""Where each figure of the day's board leads that is no list of its own, by what whoever looks may see."""
