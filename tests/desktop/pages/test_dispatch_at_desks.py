"""From the second person to the closed arrival at two real desks, through the page: the taker has nothing but the paper."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kt1desk.app.dispatch_counter import DispatchCounter
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.approval import AtDesk, ByPhone
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.dispatching import DispatchDraft
from tests.support.dispatch_desks import DispatchDesk, two_desks
from tests.support.dispatch_page import ENTER, F4, F9, AtDispatches
from tests.support.keys import type_text
from tests.support.points import CENTRE, COMMUNE, PASSWORD

BAG, SEAL = "TUI00000777", "NP0004412"
Hand = AtDispatches[DispatchCounter]


def _parts(desk: DispatchDesk) -> list[bytes]:
    """The bytes of the codes on the newest manifest."""
    values = desk.papers("manifest")[0]
    return [b64decode(values[f"part_{at}_code"]) for at in range(1, 17) if f"part_{at}_code" in values]


Sitting = Callable[[DispatchDesk], Hand]


@pytest.fixture
def sit_down(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Sitting:
    """A clerk at the page of a desk."""

    def make(desk: DispatchDesk) -> Hand:
        clerk = AtDispatches(desk.counter(), jobs, lambda: qtbot.waitUntil(lambda: jobs.running == 0))
        activate(clerk.window)
        clerk.press(F4)
        return clerk

    return make


def _send(clerk: Hand, waiting: Sequence[str], others: Sequence[str]) -> None:
    """Let go what waits, pack everything, send it to the commune."""
    if waiting:
        clerk.scan(*waiting)
        clerk.press(ENTER)
        clerk.enter("controller", PASSWORD)
    clerk.ctrl("2")
    clerk.enter(COMMUNE)
    clerk.scan(*waiting, *others, BAG, SEAL)
    clerk.enter("1200")
    clerk.press(F9)  # once more: the items end at another point than the commune
    clerk.ctrl("3")
    clerk.scan(BAG)
    clerk.press(ENTER)
    clerk.enter("DT12", "", "", "Ly Van Hung", "", "controller", PASSWORD)
    clerk.window.close()


def _open(clerk: Hand, parts: Sequence[bytes]) -> None:
    """Read the paper, take the bag over and open it."""
    for part in parts:
        assert clerk.window.take_part(part)
    clerk.settle()
    clerk.scan(BAG, SEAL)
    clerk.enter("1200", "Ly Van Hung")
    clerk.press(F9)


def test_items_go_from_one_desk_to_another_by_keyboard_scanner_and_paper(
    tmp_path: Path, sit_down: Sitting
) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, taker):
        secret = giver.at.new_item(Secrecy.C)
        express = giver.at.new_item(urgency=Urgency.EXPRESS)
        plain = giver.at.new_item()

        here = sit_down(giver)
        _send(here, (secret, express), (plain,))
        there = sit_down(taker)
        _open(there, _parts(giver))
        there.scan(secret, express, plain)
        there.press(F9)

        told = [said.split(":")[0].split(" CT")[0] for said in here.said]
        assert told == ["Đã duyệt 2 bưu gửi.", f"Đã đóng túi {BAG}", "Đã gửi chuyến"]
        assert there.said[-1].startswith("Đã nhận xong chuyến CT240000-")
        assert [giver.at.state(item)[0] for item in (secret, express, plain)] == ["dispatched"] * 3
        assert [taker.at.state(item)[0] for item in (secret, express, plain)] == ["arrived"] * 3
        there.window.close()


def test_what_is_missing_needs_a_record_before_the_arrival_is_closed(
    tmp_path: Path, sit_down: Sitting
) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, taker):
        secret, plain = giver.at.new_item(Secrecy.C), giver.at.new_item()
        _send(sit_down(giver), (secret,), (plain,))
        there = sit_down(taker)
        _open(there, _parts(giver))

        there.scan(plain)
        there.press(F9)
        lacking = [row[2] for row in there.rows()]
        there.ctrl("B")
        type_text("1")
        there.settle()
        there.press(F9)

        assert lacking == ["Chưa lập, Ctrl+B"]
        assert there.said[-1].startswith("Đã nhận xong chuyến")
        with taker.at.store.read() as reader:
            (record,) = reader.incidents(only_open=True, number=secret)
        assert (record.code, record.secrecy, record.other_point) == ("missing", "C", CENTRE)
        there.window.close()


def test_the_same_paper_once_more_changes_nothing(tmp_path: Path, sit_down: Sitting) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, taker):
        giver.at.pack(giver.at.new_item(), to=COMMUNE, receptacle=BAG, seal=SEAL)
        giver.counter().send(
            DispatchDraft(COMMUNE, "DT12", "", False, (BAG,), "Trần Văn Tải"), AtDesk("controller", PASSWORD)
        )
        clerk = sit_down(taker)

        for _ in range(2):
            for part in _parts(giver):
                clerk.window.take_part(part)
            clerk.settle()

        assert clerk.text("dispatch_number").startswith("CT240000-")
        assert len(taker.counter().coming().dispatches) == 1
        clerk.window.close()


def test_the_paper_of_a_closed_arrival_is_known_and_opens_nothing(tmp_path: Path, sit_down: Sitting) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, taker):
        plain = giver.at.new_item()
        here = sit_down(giver)
        _send(here, (), (plain,))
        there = sit_down(taker)
        _open(there, _parts(giver))
        there.scan(plain)
        there.press(F9)
        after_closing = (there.text("paper_state"), there.text("last_scan"))

        for part in _parts(giver):
            there.window.take_part(part)
        there.settle()

        assert after_closing == ("", "")
        assert there.said[-1] == "Bản kê này đã có ở bàn, không ghi thêm gì."
        assert there.text("dispatch_number") == ""
        there.window.close()


def test_eight_digits_read_out_at_one_desk_are_answered_at_the_other(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (asking, answering):
        item = asking.at.new_item(Secrecy.C)
        asks, answers = asking.counter(), answering.counter("controller")

        question = asks.ask_by_phone(Act.APPROVE_ITEM, [item], 9)
        told = answers.answer_phone(7, question.digits, Act.APPROVE_ITEM, 1)
        approved = asks.approve([item], ByPhone(question, "controller", told))

        assert (approved, asking.at.state(item)[0]) == (1, "approved")
