"""An installed desk is upgraded and taken back, from its page to its next start, with releases of a few hundred bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.app import upgrade_sources
from kt1desk.app.desk import OpenDesk
from kt1desk.app.options import Options
from kt1desk.app.upgrade_counter import AroundUpgrade, UpgradeCounter
from kt1desk.app.upgrade_ground import Ground, may_begin, step_noted, step_read
from kt1desk.app.upgrade_line import line_sources
from kt1desk.app.upgrade_waiting import ANSWER_S, TAKEN_S, carried_out
from kt1desk.desktop.needs.upgrades import UpgradeBegun
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.line_access import LineAccess
from kt1desk.exchange.near_setting import NAME
from kt1desk.store import migrate
from kt1desk.store.folder import DataFolder
from kt1desk.store.settings import Settings
from kt1desk.store.shift_mark import ShiftMark
from kt1desk.upgrade.applying import Step, Ways
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.request import Request, What, carry_out, read_answer
from kt1desk.upgrade.source import FolderSource
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter
from tests.support.releases import BASE, Workshop, lay_version, ways

HEAD = migrate.head()


@dataclass
class Point:
    """A desk whose program is installed, its province, and what its clerk plugs in."""

    desk: Counter
    opened: OpenDesk
    shop: Workshop
    root: ProgramRoot
    plugged: list[FolderSource]
    rests: Path
    """A data folder where no desk is at work."""

    def ground(self, *, may_write: bool = True) -> Ground:
        return Ground(self.root, self.root.path / "drop", may_write)

    def page(self, options: Options | None = None) -> UpgradeCounter:
        told = options or Options(self.desk.folder.root, self.desk.folder.root)
        return UpgradeCounter(self.opened, AroundUpgrade(told, self.ground()))

    def plug_in(self, version: str, schema: str = HEAD) -> None:
        self.shop.release(version, schema=schema)
        self.plugged[:] = [FolderSource(self.shop.stick())]


@pytest.fixture
def point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Point]:
    plugged: list[FolderSource] = []
    monkeypatch.setattr(upgrade_sources, "find_sources", lambda: tuple(plugged))
    monkeypatch.setattr(
        "kt1desk.app.upgrade_waiting.desk_folders", lambda data: [DataFolder(data or tmp_path / "none")]
    )
    shop = Workshop(tmp_path / "shop")
    with counter(tmp_path / "desk") as desk:
        opened = open_desk_of(desk, "clerk")
        yield Point(desk, opened, shop, shop.installed(), plugged, tmp_path / "rests")


def wait(point: Point, begun: UpgradeBegun) -> list[str]:
    """The small window's work; returns the steps that it told of."""
    told: list[str] = []
    request = Request(begun.request, What(begun.what))
    carried_out(point.ground(), request, lambda step, _: told.append(step), folder=DataFolder(point.rests))
    return told


def test_a_stick_is_found_taken_and_the_desk_goes_back_by_one_key(point: Point) -> None:
    page = point.page()
    alone = page.look_for_upgrade()
    point.plug_in("1.1")
    found = page.look_for_upgrade()

    steps = wait(point, page.fetch_upgrade())
    after = point.page().program_view()
    wait(point, page.begin_return())
    back = point.page().program_view()

    assert (alone.offer, len(alone.said)) == (None, 1)
    assert found.offer is not None
    assert (found.offer.version, found.offer.notes) == ("1.1", ("Bản 1.1.",))
    assert "vẫn trở về bản đang chạy được" in " ".join(found.offer.facts)
    assert list(dict.fromkeys(steps)) == [step.value for step in Step]
    assert (after.version, after.before, after.no_way_back) == ("1.1", "1.0", "")
    assert "từ bản 1.0 lên bản 1.1" in after.last
    assert (back.version, back.before) == ("1.0", "")
    assert "đã trở về bản 1.0" in back.last


def test_where_the_data_will_be_converted_it_is_said_before(point: Point) -> None:
    page = point.page()
    point.plug_in("2.0", "9001")

    found = page.look_for_upgrade()

    assert found.offer is not None
    assert f"bước {HEAD} lên 9001" in " ".join(found.offer.facts)
    assert "không trở về bản đang chạy bằng một phím được" in " ".join(found.offer.facts)


def test_a_version_before_that_knows_older_data_alone_is_not_gone_back_to(point: Point) -> None:
    lay_version(point.root.path, "0.9", BASE, "0011")
    (point.root.path / "previous.txt").write_text("0.9\n", encoding="ascii")

    view = point.page().program_view()

    assert view.before == "0.9"
    assert "Đường về là bản sao lưu" in view.no_way_back
    with pytest.raises(DeskError, match=r"upgrade\.no_way_back"):
        point.page().begin_return()


def test_the_shared_folder_of_the_point_is_a_source_too(point: Point, tmp_path: Path) -> None:
    shared = tmp_path / "shop" / "shared"
    point.shop.release("1.2", schema=HEAD)
    point.shop.stick("shared")
    Settings(point.opened.store).put(NAME, {"path": str(shared)})

    found = point.page().look_for_upgrade()

    assert found.offer is not None
    assert (found.offer.version, found.offer.source) == ("1.2", str(shared / "kt1desk-capnhat"))


def test_what_a_bad_stick_is_refused_for_stands_beside_a_good_one(point: Point, tmp_path: Path) -> None:
    other = Workshop(tmp_path / "other")
    other.release("9.9", schema=HEAD)
    point.plug_in("1.1")
    point.plugged.insert(0, FolderSource(other.stick()))

    found = point.page().look_for_upgrade()

    assert found.offer is not None
    assert found.offer.version == "1.1"
    assert "không do bưu điện tỉnh ký" in found.said[0]


def test_nobody_leaves_an_open_shift_for_an_upgrade(point: Point) -> None:
    page = point.page()
    point.plug_in("1.1")
    page.look_for_upgrade()
    point.opened.shifts.open(point.opened.session, point.opened.shifts.proposed_date(), 0)

    for act in (page.may_upgrade, page.fetch_upgrade, page.begin_return):
        with pytest.raises(DeskError, match=r"upgrade\.shift_open"):
            act()

    assert not list((point.root.path).glob("drop/*"))


def test_a_training_desk_and_a_temporary_one_upgrade_nothing(point: Point) -> None:
    for started in (
        Options(point.rests, point.rests, temporary=True),
        Options(point.rests, point.rests, starter_waits=True),
    ):
        with pytest.raises(DeskError, match=r"upgrade\.training"):
            point.page(started).may_upgrade()


def test_a_checkout_says_so(point: Point) -> None:
    page = UpgradeCounter(point.opened, AroundUpgrade(Options(point.rests, point.rests), None))

    assert not page.program_view().installed
    with pytest.raises(DeskError, match=r"upgrade\.not_installed"):
        page.look_for_upgrade()


def test_while_a_desk_runs_or_its_shift_is_open_nothing_begins(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    ask = may_begin([folder])
    ask()
    untouched = not folder.root.exists()
    folder.prepare()
    with folder.lock(), pytest.raises(DeskError, match=r"upgrade\.desk_running"):
        ask()
    ask()
    ShiftMark(folder.open_shift).put()

    with pytest.raises(DeskError, match=r"upgrade\.shift_open"):
        ask()

    assert untouched


@dataclass
class Time:
    """A clock that goes on only while somebody waits, and a service that acts after some time."""

    now_s: float = 0.0
    acts_at_s: float = 1e9
    act: object = None

    def now(self) -> float:
        return self.now_s

    def pause(self, seconds: float) -> None:
        self.now_s += seconds * 10
        if self.now_s >= self.acts_at_s and callable(self.act):
            self.acts_at_s = 1e9
            self.act()


def _asked_of_the_service(point: Point, time: Time, told: list[tuple[str, int | None]]) -> None:
    point.plug_in("1.1")
    page = point.page()
    page.look_for_upgrade()
    begun = page.fetch_upgrade()
    request = Request(begun.request, What(begun.what))
    found = point.ground(may_write=False)
    carried_out(
        found,
        request,
        lambda step, share: told.append((step, share)),
        now_s=time.now,
        pause=time.pause,
    )


def test_where_the_clerk_may_not_write_the_service_is_waited_for_and_its_steps_are_shown(
    point: Point,
) -> None:
    told: list[tuple[str, int | None]] = []
    drop, note = point.root.path / "drop", step_noted(point.root)

    def serve() -> None:
        carry_out(point.root, drop, Ways(ways().may_begin, ways().self_test, note))
        note(Step.FETCH, 3, 4)

    _asked_of_the_service(point, Time(acts_at_s=20, act=serve), told)

    answer = read_answer(point.root)
    assert answer is not None
    assert (answer.code, answer.version) == ("", "1.1")
    assert step_read(point.root) == ("fetch", 75)
    assert told[0] == ("", None)


def test_a_request_that_nobody_takes_is_taken_back(point: Point) -> None:
    time = Time()

    with pytest.raises(DeskError, match=r"upgrade\.no_answer"):
        _asked_of_the_service(point, time, [])

    assert not (point.root.path / "drop" / "request.json").exists()
    assert TAKEN_S < time.now_s < ANSWER_S
    assert point.root.current() == "1.0"


def test_a_desk_with_a_line_asks_the_centre_too_and_says_that_it_does_not_answer(
    point: Point, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the gate answers is tried beside it (`tests/exchange/test_line_source.py`)."""
    folder = DataFolder(point.rests)
    folder.prepare()
    without = line_sources(point.opened, folder)()
    access = LineAccess("127.0.0.1", 1, "gate", "desk_7", "", "", "", "")
    monkeypatch.setattr("kt1desk.app.upgrade_line.access_of", lambda _notes: access)
    told = Options(point.rests, point.rests)
    around = AroundUpgrade(told, point.ground(), line_sources(point.opened, folder))
    point.plug_in("1.1")

    found = UpgradeCounter(point.opened, around).look_for_upgrade()

    assert without == ()
    assert found.offer is not None
    assert found.said[0].startswith("đường mạng: ")
