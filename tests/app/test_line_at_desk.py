"""A production desk at its window with a real gate: it exchanges, the server stops, the clerk works on, the server is back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.desk import OpenDesk
from kt1desk.centre.enrolling import renew
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.errors import DeskError
from tests.support.desks import ordinary
from tests.support.enrolled import MadeCentre, made_centre
from tests.support.postgres import ADDRESS
from tests.support.story import RunningDesk, running, until
from tests.support.story_custody_desks import PASSWORD, Made, Province, Seat, Staff
from tests.support.story_dossiers import open_the_shift

SEAT = Seat("242530", 31, "MX:5000:5999", Staff("phuong.dinh", "Đinh Thu Phượng", ""), ())


@dataclass(frozen=True)
class Joined:
    """A desk with a line, and its centre."""

    desk: Made
    centre: MadeCentre

    def frames(self) -> int:
        """How many frames of the desk lie at the gate."""
        return self.centre.frames(SEAT.device)


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Joined]:
    with made_centre(tmp_path / "centre") as named:
        centre = replace(named, centre=replace(named.centre, host=ADDRESS))
        (desk,) = Province(tmp_path / "province").desks(SEAT)
        made = centre.enrolled(SEAT.device, SEAT.point)
        file = tmp_path / "desk.kt1line"
        file.write_bytes(made.data)
        desk.do("line", "join", str(file), typed=f"{PASSWORD}\n{made.code}\n")
        yield Joined(desk, centre)


def says(desk: RunningDesk, part: str) -> None:
    until(lambda: part in desk.status(), f"{part!r} in the status line: {desk.status()}")


def hurry(desk: RunningDesk) -> None:
    """At the page of the line, by keys."""
    desk.keyboard.press("ctrl+w")
    desk.keyboard.press("F8")


def open_desk(desk: RunningDesk) -> OpenDesk:
    opened = desk.program._login.opened
    assert opened is not None
    return opened


def accept(desk: RunningDesk) -> str:
    """The clerk takes an item, by the service that the page of acceptance calls."""
    at, draft = open_desk(desk), ordinary()
    lines = at.acceptance.quote(at.session, draft).checklist
    return at.acceptance.accept(at.session, replace(draft, answers=all_confirmed(lines))).item


def test_the_status_line_tells_each_state_of_the_line_and_the_clerk_works_on_meanwhile(
    qapp: QApplication, joined: Joined
) -> None:
    with running(qapp, joined.desk.options) as desk:
        desk.log_in("", PASSWORD)
        until(lambda: joined.frames() > 0, "the first frame at the gate")
        says(desk, "Đang nối · ")
        before = joined.frames()

        joined.centre.cluster.stop()
        hurry(desk)
        says(desk, "Ngoại tuyến từ ")
        explained = desk.text("problems")
        open_the_shift(desk)
        item = accept(desk)
        desk.keyboard.press("ctrl+w")
        says(desk, " việc chờ gửi từ ")
        modal = QApplication.activeModalWidget()

        joined.centre.cluster.start()
        hurry(desk)
        says(desk, "Đang nối · ")
        until(lambda: "chờ gửi" not in desk.status(), f"nothing waiting: {desk.status()}")
        after = joined.frames()

    assert item.startswith("MX")
    assert modal is None
    assert "trung tâm" in explained.lower()
    assert after > before


def test_a_desk_whose_certificate_was_replaced_accepts_items_and_sends_them_once_it_has_the_new_file(
    qapp: QApplication, joined: Joined, tmp_path: Path
) -> None:
    with running(qapp, joined.desk.options) as desk:
        desk.log_in("", PASSWORD)
        until(lambda: joined.frames() > 0, "the first frame at the gate")
        says(desk, "Đang nối · ")
        with joined.centre.place.connect() as gate:
            made = renew(gate, joined.centre.centre, SEAT.device, None, datetime.now(UTC), os.urandom)

        hurry(desk)
        says(desk, "Trung tâm không nhận bàn này: đã thay chứng thư hoặc thu hồi")
        until(lambda: "tệp đường mạng mới" in desk.text("problems"), "what to do, at the page of the line")
        open_the_shift(desk)
        item = accept(desk)
        before = joined.frames()
    file = tmp_path / "newer.kt1line"
    file.write_bytes(made.data)
    joined.desk.do("line", "join", str(file), typed=f"{PASSWORD}\n{made.code}\n")
    with running(qapp, joined.desk.options) as desk:
        desk.log_in("", PASSWORD)
        says(desk, "Đang nối · ")
        until(lambda: joined.frames() > before, "what was accepted meanwhile at the gate")

    assert item.startswith("MX")


def test_a_desk_that_the_centre_takes_for_a_copy_writes_nothing_and_says_what_to_do(
    qapp: QApplication, joined: Joined
) -> None:
    with running(qapp, joined.desk.options) as desk:
        desk.log_in("", PASSWORD)
        until(lambda: joined.frames() > 0, "the first frame at the gate")
        says(desk, "Đang nối · ")
        with joined.centre.cluster.admin("gate") as admin:
            admin.execute("UPDATE gate.device SET hardware = decode(repeat('ab', 16), 'hex')")

        hurry(desk)
        says(desk, "Trung tâm không nhận bàn này: khác máy ghi danh")
        until(lambda: "kt1desk restore" in desk.text("banner"), "what to do over the page")
        with pytest.raises(DeskError) as refused:
            open_desk(desk).shifts.open(open_desk(desk).session, open_desk(desk).shifts.proposed_date(), 0)

    assert refused.value.code == "desk.read_only"
