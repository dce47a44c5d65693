"""How many keys each kind of acceptance takes on a counter that has worked before: counted at the real window, held at a maximum.

What must be typed whatever the program does is not counted: grams, an hour, what stands on a cover or in a card. The table goes to
docs/measurements.md. Letter, urgency and the look at the cover have a key of their own in every kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.domain.custody import State
from tests.support.accepting import CTRL, ENTER, F8, F9, SPACE, AtCounter, at_counter
from tests.support.desks import Counter, ordinary
from tests.support.dossier_page import CARD, AtDossiers, Hand, at_dossiers
from tests.support.key_log import KeyLog, logged_keys

DOWN, N, Z, E = Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_Z, Qt.Key.Key_E
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Counted:
    """A clerk whose keys are counted, kind by kind."""

    clerk: AtCounter | Hand
    log: KeyLog
    rows: list[tuple[str, int, int, str]] = field(default_factory=list)
    content: int = 0

    def text(self, text: str) -> None:
        """What must be typed anyway."""
        before = len(self.log.names)
        self.clerk.type(text)
        self.content += len(self.log.names) - before

    @contextmanager
    def kind(self, name: str, most: int) -> Iterator[None]:
        """One acceptance."""
        self.log.names.clear()
        self.content = 0
        yield
        self.rows.append((name, len(self.log.names) - self.content, most, " ".join(self.log.names)))


@pytest.fixture
def worn(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    wear(qapp, LIGHT)
    return qapp


def worked_before(desk: Counter) -> None:
    """A morning of this counter."""
    pairs = (("SNV", "UBVL"), ("SNV", "UBVL"), ("SNV", "SYT"), ("VPUB", "SYT"), ("BCHQ", "BDBP"))
    for sender, receiver in pairs:
        desk.accept(replace(ordinary(), sender=sender, receiver=receiver))


def finish(made: Counted, marks: str = "01", hour: str = "") -> None:
    """Letter and urgency, the hour where one was agreed, grams, the look at the cover, F9."""
    made.clerk.type(marks)
    if hour:
        made.text(hour)
        made.clerk.key(ENTER)
    made.text("340")
    made.clerk.key(SPACE)
    made.clerk.key(F9)


def usual(made: Counted, digit: str = "1") -> None:
    """One of those offered below an empty input."""
    made.clerk.key(DOWN)
    made.clerk.type(digit)


def code(made: Counted, text: str) -> None:
    """A call code."""
    made.clerk.type(text)
    made.clerk.key(ENTER)


def common_kinds(made: Counted, clerk: AtCounter) -> None:
    """What comes all day."""
    with made.kind("người gửi, người nhận gõ mã gọi", 12):
        code(made, "snv")
        code(made, "syt")
        finish(made)
    with made.kind("người gửi, nơi nhận hay gặp", 8):
        usual(made)
        usual(made)
        finish(made)
    with made.kind("gõ mã người gửi, nơi họ hay gửi", 10):
        code(made, "snv")
        usual(made)
        finish(made)
    with made.kind("cùng người gửi, nơi nhận khác", 7):
        clerk.key(F8, SHIFT)
        usual(made, "2")
        finish(made)
    with made.kind("như bì trước", 3):
        clerk.key(F8)
        made.text("340")
        clerk.key(SPACE)
        clerk.key(F9)


def rarer_kinds(made: Counted, clerk: AtCounter) -> None:
    """What comes now and then."""
    with made.kind("hẹn giờ", 9):
        usual(made)
        usual(made)
        finish(made, "03", "15:00")
    with made.kind("hỏa tốc, ký hiệu A", 8):
        usual(made)
        usual(made)
        finish(made, "a2")
    with made.kind("người nhận ngoài danh mục", 12):
        clerk.key(F8, SHIFT)
        clerk.key(N, CTRL)
        made.text("Truong Chinh tri")
        clerk.key(ENTER)
        code(made, "cao")
        made.text("So 2 Thuc Phan")
        clerk.key(ENTER)
        finish(made)
    with made.kind("rút bì vừa nhận", 2):
        clerk.key(Z, CTRL)
        clerk.key(F9)
    with made.kind("sửa bì vừa nhận: số mới, độ khẩn khác", 10):
        clerk.key(Z, CTRL)
        clerk.key(E, CTRL)
        while clerk.focus() != "urgency":
            clerk.key(Qt.Key.Key_Backtab, SHIFT)
        clerk.type("1")
        clerk.key(SPACE)
        clerk.key(F9)


def papers_and_way(made: Counted, clerk: AtDossiers) -> None:
    """Both ways, the usual procedure, its three papers: two are there, the third belongs to another case."""
    clerk.type("3")
    clerk.key(DOWN)
    clerk.key(ENTER)
    clerk.type("  k")
    clerk.key(ENTER)


def weighed_and_paid(made: Counted, clerk: AtDossiers) -> None:
    """Grams; no seal, no exemption, no fee, in cash."""
    made.text("320")
    while clerk.focus() != "save":
        clerk.key(ENTER)
    clerk.key(F9)


def dossier_kinds(made: Counted, clerk: AtDossiers) -> None:
    """Cases."""
    with made.kind("hồ sơ 3 giấy tờ, quét thẻ căn cước", 15):
        papers_and_way(made, clerk)
        clerk.scan(CARD)
        made.text("0912345678")
        clerk.key(ENTER)
        while clerk.card() == "who_card":
            clerk.key(ENTER)
        weighed_and_paid(made, clerk)
    with made.kind("hồ sơ 3 giấy tờ, mọi thứ gõ tay", 19):
        papers_and_way(made, clerk)
        for typed in ("020190000456", "Nong Van Mau", "0912345679", "So 1 duong Thu"):
            made.text(typed)
            clerk.key(ENTER)
        made.text("luong van tri")
        clerk.key(ENTER)
        while clerk.card() == "who_card":
            clerk.key(ENTER)
        weighed_and_paid(made, clerk)
    with made.kind("cùng người nộp, hồ sơ thứ hai", 15):
        clerk.key(F8)
        papers_and_way(made, clerk)
        while clerk.card() == "who_card":
            clerk.key(ENTER)
        weighed_and_paid(made, clerk)
    with made.kind("rút hồ sơ vừa nhận", 2):
        clerk.key(Z, CTRL)
        clerk.key(F9)


def test_keys_of_each_kind_of_case(
    worn: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with at_dossiers(tmp_path, prepare=Counter.accept_dossier) as clerk, logged_keys() as log:
        made = Counted(clerk, log)

        dossier_kinds(made, clerk)

        cases = clerk.cases()
    told(made, capsys)
    assert [case.applicant for case in cases[:2]] == ["Nong Van Mau", "Lương Thị Mẫu"]
    assert len(cases) == 3  # with the one of before; the last was taken back
    assert [row for row in made.rows if row[1] > row[2]] == []


def test_keys_of_each_kind_of_kt1_acceptance(
    worn: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with at_counter(tmp_path, prepare=worked_before) as clerk, logged_keys() as log:
        made = Counted(clerk, log)

        common_kinds(made, clerk)
        rarer_kinds(made, clerk)

        items = clerk.items()[5:]
        with clerk.desk.store.read() as reader:
            states = [row.state for item in items if (row := reader.item(item.item)) is not None]
    told(made, capsys)
    assert [(item.secrecy, item.urgency) for item in items[5:7]] == [("none", "timed"), ("A", "express")]
    assert states == [*[State.ACCEPTED] * 6, State.REVERSED, State.REVERSED, State.ACCEPTED]
    assert [row for row in made.rows if row[1] > row[2]] == []


def told(made: Counted, capsys: pytest.CaptureFixture[str]) -> None:
    """The table."""
    with capsys.disabled():
        print()
        for name, keys, most, log in made.rows:
            print(f"{keys:3d} of {most:3d}  {name}: {log}")
