"""A real desk with its people and the staff lists that reach it: real slots, a real store, mail frames as the centre seals them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.app.centre_staff import DeskStaff
from kt1desk.app.desk import DeskOpener, OpenDesk
from kt1desk.app.first_run import DeskMaker, Person
from kt1desk.app.line_ways import centre_room
from kt1desk.domain.desk_file import DeskFile, PublicKey, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.domain.staff_list import StaffList, StaffRow
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.kept_keys import keep_keys
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_records import document_records, document_row
from kt1desk.exchange.staff_lists import STAFF, sign_staff_list
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.settings import Settings
from tests.support.centre_mail import CENTRE_KEY, Mailbox
from tests.support.clocks import NOON_MS, HandClock
from tests.support.exchange_keys import KEYS, OFFICE_POINT, PROVINCE, PROVINCE_KEY, seeded

CHIEF, CLERK = "lan", "ha"
OWN, HERS, GIVEN = "chim-se-nau-15", "nuoc-suoi-mon-7", "gio-lanh-bien-gioi"
DAY = date(2026, 11, 23)
CLEARED = date(2027, 12, 31)
CHIEF_ROW = StaffRow(CHIEF, "Hoàng Thị Lan", frozenset({Role.ADMINISTRATOR}))
CLERK_ROW = StaffRow(CLERK, "Hoàng Thị Hà", frozenset({Role.CLERK}), CLEARED)
MINH_ROW = StaffRow("minh.nong", "Nông Văn Minh", frozenset({Role.CLERK, Role.CONTROLLER}), CLEARED)


def staff_list(
    issue: int, *people: StaffRow, out: tuple[str, ...] = (), point: str = OFFICE_POINT
) -> StaffList:
    """A list; the day goes on with the issue."""
    rows = tuple(sorted(people, key=lambda row: row.user))
    return StaffList(point, issue, DAY + timedelta(days=issue), rows, tuple(sorted(out)))


@dataclass
class StaffDesk:
    """A desk of the office with an administrator and a clerk, and its mailbox at the centre."""

    folder: DataFolder
    keys: KeyRing
    opener: DeskOpener
    box: Mailbox

    @contextmanager
    def open(self, user: str = CHIEF, password: str = OWN) -> Iterator[OpenDesk]:
        desk = self.opener.open(user, password)
        try:
            yield desk
        finally:
            desk.close()

    def refusal(self, user: str, password: str) -> str:
        with pytest.raises(DeskError) as refused, self.open(user, password):
            pass
        return refused.value.code

    def came(self, desk: OpenDesk, listed: StaffList, key: Ed25519PrivateKey = PROVINCE) -> list[str]:
        """A list comes in by the centre's mail; what the desk said of its records."""
        data = sign_staff_list(listed, key)
        records = document_records(document_row(STAFF, listed.issue, listed.day, data), data)
        rows = CentreInbox(centre_room(desk)).take(self.box.send(*records).data)
        return [row.reason.code if row.reason else row.outcome.value for row in rows]

    def staff(self, desk: OpenDesk) -> DeskStaff:
        return DeskStaff(desk.store, self.folder, self.keys)


def staff_desk(root: Path) -> StaffDesk:
    """The desk, made as a first run makes it."""
    clock, folder = HandClock(NOON_MS), DataFolder(root)
    keys = KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    people = (
        Person(NewUser(CHIEF, CHIEF_ROW.name, CHIEF_ROW.roles), OWN),
        Person(NewUser(CLERK, CLERK_ROW.name, CLERK_ROW.roles, CLEARED), HERS),
    )
    file = DeskFile(
        OFFICE_POINT,
        7,
        frozenset(Service),
        frozenset(Transport),
        (),
        date(2026, 11, 1),
        CLEARED,
        (PublicKey("gate", CENTRE_KEY.hex()),),
    )
    ways = frozenset(way.value for way in Transport)
    plan = DeskPlan(7, OFFICE_POINT, "0.0.0", (), "ab" * 32, transports=ways, province_key=PROVINCE_KEY.hex())
    DeskMaker(folder, keys, clock, seeded(1)).make(plan, people, sign(file, PROVINCE))
    made = StaffDesk(folder, keys, DeskOpener(folder, keys, clock, seeded(2)), Mailbox(OFFICE_POINT))
    with made.open() as desk:
        keep_keys(Settings(desk.store), PROVINCE_KEY, sign_key_list(KEYS, PROVINCE))
    return made
