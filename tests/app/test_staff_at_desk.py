"""A desk at its window with a real gate: a staff list comes with the next exchange, and whoever it puts out does not stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QApplication

from kt1desk.app.options import desk_asked_for
from kt1desk.centre import pki
from kt1desk.domain.events import Stream
from kt1desk.exchange.mail_records import document_records, document_row
from kt1desk.exchange.staff_lists import KIND, STAFF, prove_staff_list
from kt1desk.services.centre_staff import applied_issue
from tests.support.centre_mail import Mailbox
from tests.support.enrolled import MadeCentre, made_centre
from tests.support.gate_calls import post
from tests.support.postgres import ADDRESS
from tests.support.sheets import written
from tests.support.story import RunningDesk, running, until
from tests.support.story_custody_desks import (
    FOREVER,
    FROM,
    PASSPHRASE,
    PASSWORD,
    Made,
    Province,
    Seat,
    Staff,
    say_to_desk,
)

CHIEF = Staff("phuong.dinh", "Đinh Thu Phượng", "Quản trị")
CLERK = Staff("ha.hoang", "Hoàng Thị Hà", "Giao dịch viên")
SEAT = Seat("242530", 31, "MX:5000:5999", CHIEF, (CLERK,))
TITLES = ("Tên đăng nhập", "Họ tên", "Vai trò")


@dataclass(frozen=True)
class Joined:
    """A desk with a line, its centre and its province."""

    desk: Made
    centre: MadeCentre
    box: Mailbox
    root: Path

    def signed(self, number: int, *words: str) -> bytes:
        """The next staff list, by the province's command."""
        out = self.root / f"nv-{number}.kt1staff"
        told = ("--point", SEAT.point, "--day", "2026-11-23", "--out", str(out))
        self.province("staff-list", *told, *words)
        return out.read_bytes()

    def province(self, *words: str) -> None:
        folder = ("--folder", str(self.root / "province" / "province"))
        said = say_to_desk("province", words[0], *folder, *words[1:], typed=f"{PASSPHRASE}\n")
        assert said.code == 0, said

    def post(self, data: bytes) -> None:
        """The centre puts a list into the mailbox of the point."""
        listed = prove_staff_list(data, KIND.take_apart(data).key).content
        row = document_row(STAFF, listed.issue, listed.day, data)
        post(self.centre.cluster, SEAT.point, self.box.send(*document_records(row, data)).data)

    def sessions(self) -> list[str]:
        """Who began and who stopped, and why; whoever reads it here is left out."""
        with self.desk.opened() as opened, opened.store.read() as reader:
            events = [
                each for each in reader.events_after(Stream.COUNTER, 0) if "session." in each.envelope.type
            ]
        return [f"{each.body()['user']} {each.body().get('why', '')}".strip() for each in events[:-1]]


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Joined]:
    with made_centre(tmp_path / "centre") as named:
        centre = replace(named, centre=replace(named.centre, host=ADDRESS))
        (desk,) = Province(tmp_path / "province").desks(SEAT)
        key: Ed25519PrivateKey = pki.load_gate_key(tmp_path / "centre")
        made = Joined(desk, centre, Mailbox(SEAT.point, key), tmp_path)
        file = tmp_path / "later.kt1desk"
        cleared = [word for each in SEAT.people for word in ("--clear", f"{each.user}:{FOREVER}")]
        made.province(
            *("desk-file", "--point", SEAT.point, "--device", str(SEAT.device), "--block", SEAT.block),
            *("--from", FROM, "--to", FOREVER, *cleared, "--out", str(file)),
            *("--key", f"gate:{key.public_key().public_bytes_raw().hex()}"),
        )
        enrolled = centre.enrolled(SEAT.device, SEAT.point)
        line = tmp_path / "desk.kt1line"
        line.write_bytes(enrolled.data)
        words = ("line", "join", str(line), "--desk-file", str(file))
        desk.do(*words, typed=f"{PASSWORD}\n{enrolled.code}\n")
        yield made


def _everybody(joined: Joined) -> bytes:
    people = [(each.user, each.name, each.role) for each in SEAT.people]
    table = written(joined.root / "nv.xlsx", [TITLES, *people])
    cleared = [word for each in SEAT.people for word in ("--clear", f"{each.user}:{FOREVER}")]
    return joined.signed(1, "--table", str(table), *cleared)


def _hurry(desk: RunningDesk) -> None:
    desk.keyboard.press("ctrl+w")
    desk.keyboard.press("F8")


def test_whoever_is_put_out_while_he_works_is_sent_to_the_log_in_page_at_the_next_exchange(
    qapp: QApplication, joined: Joined
) -> None:
    joined.post(_everybody(joined))
    second = joined.signed(2, "--previous", str(joined.root / "nv-1.kt1staff"), "--remove", CLERK.user)
    with running(qapp, joined.desk.options) as desk:
        desk.log_in(CLERK.user, PASSWORD)
        until(lambda: "Đang nối" in desk.status(), "the line")
        until(lambda: _applied(desk) == 1, "the first list taken up")
        stays = desk.program.window.isVisible()
        joined.post(second)
        _hurry(desk)
        until(lambda: not desk.program.window.isVisible(), "the end of the session")
        assert desk.program.handing is not None
        words = desk.program.handing.words_again([])
    again = desk_asked_for([*words, "--data-dir", str(joined.desk.options.data)])
    assert again is not None
    with running(qapp, again) as desk:
        told = desk.text("problem")
        desk.keyboard.enter(CLERK.user)
        desk.until_focus("password")
        desk.keyboard.enter(PASSWORD)
        until(lambda: "không đúng" in desk.note("password"), "the refusal of his password")

    assert stays
    assert "thôi ở bàn này" in told
    assert f"{CLERK.user} revoked" in joined.sessions()


def test_a_list_on_a_stick_counts_at_once_and_says_why_it_cannot_where_nobody_could_manage_users(
    joined: Joined,
) -> None:
    _everybody(joined)
    first = str(joined.root / "nv-1.kt1staff")
    joined.signed(2, "--previous", first, "--remove", CLERK.user)
    people = [("moi.nguoi", "Người Mới", "Quản trị")]
    table = written(joined.root / "moi.xlsx", [TITLES, *people])
    joined.signed(3, "--previous", str(joined.root / "nv-2.kt1staff"), "--table", str(table))

    by_clerk = joined.desk.tell("staff", "take", first, user=CLERK.user)
    taken = [
        joined.desk.tell("staff", "take", str(joined.root / f"nv-{at}.kt1staff")) for at in (1, 2, 2, 1, 3)
    ]
    listed = joined.desk.do("staff", "list")
    out = joined.desk.tell("staff", "list", user=CLERK.user)

    assert by_clerk.code != 0
    assert [said.code for said in taken] == [0, 0, 0, 1, 1]
    assert "số 2 ký ngày 23/11/2026: 1 người, 1 người thôi" in taken[1].out
    assert "cũ hơn số 2" in taken[3].err
    assert "không còn ai quản lý được bàn" in taken[4].out
    assert f"{CLERK.user}\t{CLERK.name}" in listed
    assert out.code != 0


def _applied(desk: RunningDesk) -> int:
    opened = desk.program._login.opened
    assert opened is not None
    with opened.store.read() as reader:
        return applied_issue(reader)
