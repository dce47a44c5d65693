"""The administrator's window of the centre: desks in trouble first, found by what is typed, read by itself, and true without a centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.app.centre_window import view_of
from kt1desk.centre.status import CentreStatus, DeskStatus
from kt1desk.desktop.centre_window import CentreWindow
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.centre import CentreView
from kt1desk.desktop.pages.centre_desks import EVERY_MS
from kt1desk.desktop.widgets import RowsModel, WholeRowsTable
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.clocks import NOON_MS
from tests.support.keys import press, type_text
from tests.support.screen_audit import audit

CTRL = Qt.KeyboardModifier.ControlModifier
WELL = DeskStatus(
    device=7,
    point="240000",
    enrolled_ms=1,
    revoked_ms=0,
    seen_ms=NOON_MS,
    offset_ms=40,
    program="0.1.0",
    bound=True,
    frames=120,
    waiting_frames=0,
    numbers_left=2_400,
    waiting_mail=3,
    notes=(),
)
DESKS = (
    WELL,
    replace(WELL, device=8, point="241240", seen_ms=NOON_MS - 4 * 86_400_000, notes=("silent",)),
    replace(WELL, device=9, point="242530", notes=("audit:hardware×4",)),
    replace(WELL, device=10, revoked_ms=NOON_MS, numbers_left=0),
    replace(WELL, device=11, numbers_left=12),
    replace(WELL, device=12, seen_ms=0, numbers_left=0, program="-", notes=("never",)),
    replace(WELL, device=13, offset_ms=-720_000, waiting_frames=-1, numbers_left=-1, notes=("clock",)),
)


@dataclass
class FakeCentre:
    """The state that a test sets; how often it was asked."""

    view: CentreView = field(
        default_factory=lambda: view_of(CentreStatus(NOON_MS, 4_000, DESKS, ("Vào sổ chậm 7 phút.",)))
    )
    refusal: DeskError | None = None
    asked: int = 0

    def centre_view(self) -> CentreView:
        self.asked += 1
        if self.refusal is not None:
            raise self.refusal
        return self.view


@dataclass
class Watch:
    """Somebody before the window."""

    window: CentreWindow
    needs: FakeCentre
    jobs: Jobs
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.running == 0)

    def rows(self) -> list[tuple[str, ...]]:
        model = self.window.findChildren(WholeRowsTable, "desks")[0].model()
        assert isinstance(model, RowsModel)
        return [model.row(at).cells for at in range(model.rowCount())]

    def devices(self) -> list[str]:
        return [row[0] for row in self.rows()]

    def text(self, name: str) -> str:
        label = self.window.findChildren(QLabel, name)[0]
        return label.text() if label.isVisible() else ""


@pytest.fixture
def watch(worn: QApplication, qtbot: QtBot, activate: Callable[[QWidget], None]) -> Iterator[Watch]:
    jobs, needs = Jobs(), FakeCentre()
    window = CentreWindow(needs, jobs)
    qtbot.addWidget(window)
    activate(window)
    window.begin()
    made = Watch(window, needs, jobs, qtbot)
    made.settle()
    yield made
    window.close()


def test_desks_in_trouble_stand_first_and_one_that_was_put_out_is_no_trouble(watch: Watch) -> None:
    assert watch.devices() == ["9", "8", "12", "13", "11", "7", "10"]
    assert watch.text("sums") == "7 bàn · 5 bàn cần xem"
    assert watch.text("alarms") == "Vào sổ chậm 7 phút."


def test_a_desk_is_told_by_its_last_call_lag_numbers_version_and_clock(watch: Watch) -> None:
    rows = {row[0]: row for row in watch.rows()}

    assert rows["7"] == ("7", "240000", "12:00 23/11/2026", "0", "3", "2400", "0.1.0", "khớp", "tốt")
    assert rows["9"][-1] == "máy khác gọi bằng chứng thư của bàn (4 lần)"
    assert rows["11"][-1] == "sắp hết số"
    assert rows["12"][2] == "chưa lần nào"
    assert (rows["13"][3], rows["13"][5], rows["13"][7]) == ("?", "?", "chậm 12 phút")
    assert rows["10"][-1] == "thu hồi 23/11/2026 12:00"


def test_what_is_typed_leaves_the_desks_that_fit_and_esc_shows_all_again(watch: Watch) -> None:
    press(Qt.Key.Key_K, CTRL)
    type_text("khong goi")
    found, said = watch.devices(), watch.text("sums")

    press(Qt.Key.Key_Escape)

    assert found == ["8"]
    assert said == "1 / 7 bàn · 5 bàn cần xem"
    assert len(watch.devices()) == len(DESKS)


def test_it_is_read_again_by_itself_every_ten_seconds_and_the_chosen_desk_stays_chosen(watch: Watch) -> None:
    table = watch.window.findChildren(WholeRowsTable, "desks")[0]
    table.selectRow(watch.devices().index("7"))
    timer = next(each for each in watch.window.page.findChildren(QTimer) if each.interval() == EVERY_MS)
    assert timer.isActive()
    watch.needs.view = view_of(CentreStatus(NOON_MS + 10_000, 0, DESKS[:2], ()))

    timer.timeout.emit()
    watch.settle()

    assert watch.needs.asked == 2
    assert watch.devices() == ["8", "7"]
    assert table.currentIndex().row() == 1
    assert watch.text("alarms") == ""


def test_while_the_centre_cannot_be_read_the_last_state_stays_with_its_time(watch: Watch) -> None:
    watch.needs.refusal = DeskError("centre.unreachable")

    press(Qt.Key.Key_R, CTRL)
    watch.settle()

    assert watch.text("problem") == sentence(DeskError("centre.unreachable"))
    assert len(watch.devices()) == len(DESKS)
    assert watch.text("read_at").startswith("Đọc lúc 12:00:00")


def test_the_window_shows_everything_it_says(watch: Watch) -> None:
    watch.window.resize(1366, 736)
    watch.settle()

    assert audit(watch.window) == []
