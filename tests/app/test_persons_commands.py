"""`kt1desk persons`: what has outlived its rule is counted, and erased once the head of the desk says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kt1desk.domain.events import Moment
from kt1desk.domain.facts import FeesRemitted
from kt1desk.services.ports import Appending
from tests.support.story_custody_desks import Made, Province, Seat, Staff

CHIEF = Staff("lan.hoang", "Hoàng Thị Lan", "")
CLERK = Staff("thuy.vi", "Vi Thanh Thủy", "Giao dịch viên")
LONG_AGO = Moment(1_546_300_800_000)
"""The first day of 2019."""
OFFICER = "Vi Thị Kho Bạc"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A desk with an open shift and a record signed with an authority years ago; never written again."""
    root = tmp_path_factory.mktemp("persons")
    (made,) = Province(root).desks(Seat("240000", 7, "MA:1000:1999", CHIEF, (CLERK,)))
    with made.opened() as desk:
        desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
        fact = FeesRemitted("NP1", "XA", (), 0, "cash", "240000", "2019-01-01/1")
        with desk.store.work() as work:
            beside = {"officer": {"name": OFFICER}}
            work.append(fact, Appending(CHIEF.user, happened=LONG_AGO, particulars=beside))
            work.commit()
    return made


@pytest.fixture
def made(whole: Made, tmp_path: Path) -> Made:
    """A copy of its own, and of the province's folder."""
    shutil.copytree(whole.options.data.parent.parent, tmp_path / "copy")
    return whole.at(tmp_path / "copy")


def names_left(made: Made) -> int:
    """How many records of long ago still name their officer."""
    with made.opened() as desk, desk.store.read() as reader:
        return len(reader.outlived_records(desk.clock.now().utc_ms, 10))


def test_what_is_due_is_counted_with_its_day_and_stays(made: Made) -> None:
    said = made.tell("persons", "due")

    assert said.code == 0, said
    assert "1 biên bản" in said.out
    assert "quá 30 ngày: 0 bản" in said.out
    assert "0 hồ sơ" in said.out
    assert "trước ngày" in said.out
    assert OFFICER not in said.out
    assert names_left(made) == 1


def test_nothing_is_erased_before_somebody_says_yes(made: Made) -> None:
    said = made.tell("persons", "erase")

    assert said.code == 1
    assert "--yes" in said.out
    assert names_left(made) == 1


def test_what_is_due_is_erased_once_and_the_chain_still_holds(made: Made) -> None:
    erased = made.do("persons", "erase", "--yes")
    again = made.tell("persons", "erase", "--yes")

    assert "Đã xóa thông tin cá nhân bên 1 sự kiện" in erased
    assert (again.code, "Chưa có thông tin cá nhân nào hết hạn lưu" in again.err) == (1, True)
    assert names_left(made) == 0
    assert made.tell("verify").code == 0


@pytest.mark.parametrize("words", [("due",), ("erase",), ("erase", "--yes")])
def test_a_clerk_neither_counts_nor_erases(made: Made, words: tuple[str, ...]) -> None:
    said = made.tell("persons", *words, user=CLERK.user)

    assert (said.code, said.out) == (1, "")
    assert names_left(made) == 1
