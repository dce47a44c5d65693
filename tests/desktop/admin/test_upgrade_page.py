"""«Cập nhật chương trình» by keyboard alone: what is found, what is asked, what stands in the way, and when the desk is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.admin.upgrade_page import UpgradePage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.upgrades import ProgramView, UpgradeBegun
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.desktop.upgrade_window import Told, UpgradeWindow
from kt1desk.domain.errors import DeskError
from tests.support.keys import part, press
from tests.support.stage import desk, settle
from tests.support.upgrade_fakes import NO_WAY_BACK, NOTHING, FakeUpgrades

F8, F9, ESC, R = Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_R
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[FakeUpgrades], UpgradePage]


@pytest.fixture
def left() -> list[UpgradeBegun]:
    """What the desk was left for."""
    return []


@pytest.fixture
def show(jobs: Jobs, left: list[UpgradeBegun], qtbot: QtBot) -> Show:
    def shown(needs: FakeUpgrades) -> UpgradePage:
        page = UpgradePage(needs, jobs)
        page.acts.leaving.connect(left.append)
        qtbot.addWidget(desk(jobs, {Place.ADMIN: AdminPage({"Cập nhật": page})}, Place.ADMIN))
        return page

    return shown


def words(page: UpgradePage, name: str) -> str:
    label = part(page, QLabel, name)
    return label.text() if label.isVisible() else ""


def test_it_looks_when_it_is_entered_and_takes_a_new_version_at_the_second_f9(
    show: Show, jobs: Jobs, left: list[UpgradeBegun]
) -> None:
    needs = FakeUpgrades()
    page = show(needs)
    title, notes, facts = (words(page, name) for name in ("offer_title", "notes", "facts"))

    press(F9)
    settle(jobs)
    asked = words(page, "asking")
    fetched_then = list(needs.done)
    press(F9)
    settle(jobs)

    assert title == "Bản mới 1.5.0, ở E:\\kt1desk-capnhat"
    assert "Xprinter" in notes
    assert "bước 0012 lên 0013" in facts
    assert "Bấm F9 lần nữa" in asked
    assert set(fetched_then) == {"look"}
    assert needs.done == [*fetched_then, "fetch"]
    assert [begun.what for begun in left] == ["apply"]


def test_what_was_begun_while_the_version_was_copied_is_not_thrown_away(
    show: Show, jobs: Jobs, left: list[UpgradeBegun]
) -> None:
    needs = FakeUpgrades()
    page = show(needs)
    refused: list[DeskError] = []
    page.acts.refused.connect(refused.append)
    press(F9)
    settle(jobs)

    page.acts.half_typed = lambda: "fetch" in needs.done
    press(F9)
    settle(jobs)

    assert needs.done[-1] == "fetch"
    assert [error.code for error in refused] == ["upgrade.half_typed"]
    assert left == []


def test_esc_takes_the_question_back(show: Show, jobs: Jobs, left: list[UpgradeBegun]) -> None:
    page = show(FakeUpgrades())

    press(F9)
    settle(jobs)
    press(ESC)
    gone = words(page, "asking")
    press(F9)
    settle(jobs)

    assert gone == ""
    assert words(page, "asking") != ""
    assert left == []


@pytest.mark.parametrize("code", ["upgrade.shift_open", "upgrade.papers_open", "upgrade.half_typed"])
def test_what_is_to_be_done_first_is_said_and_nothing_is_asked(
    show: Show, jobs: Jobs, left: list[UpgradeBegun], code: str
) -> None:
    refusal = DeskError(code, count=2)
    page = show(FakeUpgrades(refusal=None if code == "upgrade.half_typed" else refusal))
    page.acts.half_typed = lambda: code == "upgrade.half_typed"

    for _ in range(2):
        press(F9)
        settle(jobs)

    assert words(page, "problem") == say(refusal)
    assert words(page, "asking") == ""
    assert left == []


def test_f8_goes_back_after_one_question_and_only_where_that_is_safe(
    show: Show, jobs: Jobs, left: list[UpgradeBegun]
) -> None:
    show(FakeUpgrades(found=NOTHING))
    press(F8)
    settle(jobs)
    asked_first = list(left)
    press(F8)
    settle(jobs)
    forth = [begun.what for begun in left]
    page = show(needs := FakeUpgrades(NO_WAY_BACK, NOTHING))
    for _ in range(2):
        press(F8)
        settle(jobs)

    assert (asked_first, forth) == ([], ["return"])
    assert "return" not in needs.done
    assert "Đường về là bản sao lưu" in part(page.side(), QLabel, "back_says").text()


def test_a_checkout_says_that_it_is_upgraded_otherwise_and_looks_at_nothing(show: Show, jobs: Jobs) -> None:
    needs = FakeUpgrades(ProgramView("0.1.0"))
    page = show(needs)
    press(R, CTRL)
    press(F9)
    settle(jobs)

    assert words(page, "checkout") == say(DeskError("upgrade.not_installed"))
    assert needs.done == []


def test_the_small_window_shows_how_far_it_is_and_stays_until_it_is_over(jobs: Jobs, qtbot: QtBot) -> None:
    window = UpgradeWindow(jobs)
    qtbot.addWidget(window)
    closed: list[bool] = []

    def work(told: Told) -> str:
        told("Chép bản mới (40 %)…", 40)
        return "Ổ đĩa không cho ghi bản mới."

    window.begin("Đang cập nhật chương trình", work)
    window.show()
    closed.append(window.close())
    qtbot.waitUntil(lambda: words_of(window, "problem") != "")

    assert closed == [False]
    assert words_of(window, "problem") == "Ổ đĩa không cho ghi bản mới."
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_small_window_closes_by_itself_when_it_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    window = UpgradeWindow(jobs)
    qtbot.addWidget(window)

    window.begin("Đang trở về bản trước", lambda _told: "")
    window.show()

    qtbot.waitUntil(lambda: not window.isVisible())


def words_of(window: UpgradeWindow, name: str) -> str:
    label = part(window, QLabel, name)
    return label.text() if label.isVisible() else ""
