"""One place for KT1 and for dossiers: the switch by its keys, scans that find their side, a side that is not for whoever works here."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.dispatch.arrival_work import ARRIVAL
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import DOSSIERS
from kt1desk.desktop.navigation import Place, incident_about
from kt1desk.desktop.pages.dispatch import DispatchPage
from kt1desk.desktop.side_switch import SideSwitch
from kt1desk.desktop.sides import SidesPage
from kt1desk.desktop.widgets import SegmentedChoice
from kt1desk.domain.service import Service
from tests.support.arrival_fakes import PARTS
from tests.support.dispatch_fakes import FakeDispatches, full, held
from tests.support.keys import type_text
from tests.support.review_fakes import OUTCOMES, closed_alone, exceptional
from tests.support.side_fakes import FakeDossierDispatches, FakeSides, cover, dossier_dispatches
from tests.support.side_scenes import NO_CLEARANCE
from tests.support.work_page import CTRL, ENTER, F9, SPACE, AtWorks, Opener

ALT = Qt.KeyboardModifier.AltModifier
BAG = "TUI00000041"
PACK = Qt.Key.Key_2
SEND = Qt.Key.Key_3
EXCEPTIONS = Qt.Key.Key_5
DOWN = Qt.Key.Key_Down


@dataclass
class Clerk:
    """A clerk at both sides."""

    at: AtWorks
    sides: FakeSides
    dossiers: FakeDossierDispatches
    kt1: FakeDispatches

    def alt(self, key: Qt.Key) -> None:
        self.at.press(key, modifiers=ALT)

    def bar(self, *services: Service) -> None:
        self.at.window.bar({}, {Place.DISPATCH.name: dict.fromkeys(services, NO_CLEARANCE)})
        self.at.settle()

    def front(self) -> str:
        """The side in front, by what its lists call a thing."""
        return "dossiers" if "bì hồ sơ" in self.at.text("list_count") + self.at.text("bag_figure") else "kt1"


@pytest.fixture
def clerk(jobs: Jobs, at_works: Opener) -> Clerk:
    """At the place of dispatches, both sides packing."""
    sides, kt1, dossiers = FakeSides({BAG: Service.TTHC}), full(), dossier_dispatches()
    pages = {
        Service.KT1: DispatchPage(kt1, jobs),
        Service.TTHC: DispatchPage(dossiers, jobs, DOSSIERS),
    }
    at = at_works(lambda jobs: SidesPage(pages, sides, jobs), Place.DISPATCH)
    at.press(PACK, modifiers=CTRL)
    return Clerk(at, sides, dossiers, kt1)


def test_the_switch_stands_beside_the_title_and_its_keys_change_the_side(clerk: Clerk) -> None:
    before = clerk.front()

    clerk.alt(Qt.Key.Key_2)
    there = clerk.front()
    clerk.alt(Qt.Key.Key_1)

    assert clerk.at.sees("side_switch")
    assert (before, there, clerk.front()) == ("kt1", "dossiers", "kt1")


def test_dossiers_have_no_work_of_approval_and_every_other_work_keeps_its_key(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)

    acts = clerk.at.page.keys()
    keys = {key.key: key.does for key in acts}

    assert "Ctrl+1" not in keys
    assert [keys[f"Ctrl+{at}"] for at in (2, 3, 4)] == ["Đóng túi", "Gửi chuyến", "Nhận chuyến"]


def test_what_was_done_alone_with_covers_is_looked_at_in_a_work_of_its_own(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)
    clerk.at.press(EXCEPTIONS, modifiers=CTRL)

    clerk.at.press(DOWN, ENTER)
    type_text("1")
    clerk.at.settle()

    assert clerk.dossiers.reviewed == [(exceptional(3).row.event, OUTCOMES[0].key)]
    assert [row[1] for row in clerk.at.rows("exceptions")] == ["Chuyển hoàn", "Kết một mình"]


def test_a_shift_that_was_closed_alone_is_looked_at_beside_the_covers(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)
    clerk.at.press(EXCEPTIONS, modifiers=CTRL)
    clerk.at.press(DOWN, DOWN)
    shown = clerk.at.rows("exceptions")[2][1:3]

    clerk.at.press(ENTER)
    type_text("1")
    clerk.at.settle()

    assert shown == ("Kết một mình", "ca 2 ngày 21/11/2026")
    assert clerk.dossiers.reviewed == [(closed_alone().row.event, OUTCOMES[0].key)]
    assert clerk.at.said[-1:] == ["Đã ghi kết quả xét kết một mình ca 2 ngày 21/11/2026."]


def test_covers_are_told_by_what_lies_in_them_and_never_by_a_letter(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)

    kinds = {row[4] for row in clerk.at.rows()}

    assert kinds == {"Hồ sơ", "Kết quả", "Bổ sung", "Giấy hẹn"}


def test_a_dispatch_of_dossiers_leaves_without_an_escort_and_without_a_second_person(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)
    clerk.at.press(SEND, modifiers=CTRL)

    clerk.at.press(SPACE, ENTER)
    clerk.at.enter("DT12", "112", "")
    clerk.at.press(F9)

    assert [(draft.escort, yes) for draft, yes in clerk.dossiers.dispatched] == [("", None)]
    assert not clerk.at.sees("second_card")


def test_a_dispatch_of_dossiers_is_taken_back_for_a_reason_alone(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)
    clerk.at.press(SEND, modifiers=CTRL)
    clerk.at.ctrl("L")
    clerk.at.ctrl("U")

    clerk.at.type("1")
    clerk.at.ctrl("U")

    assert [(reason, yes) for _, reason, yes in clerk.dossiers.recalled] == [("item_missing", None)]


def test_the_scan_of_a_cover_leads_to_the_side_of_dossiers_and_is_taken_there(clerk: Clerk) -> None:
    assert clerk.at.scan(cover(1).item) == [""]

    assert clerk.front() == "dossiers"
    assert clerk.at.text("bag_figure") == "1 bì hồ sơ"
    assert clerk.at.heard == []


def test_the_scan_of_an_item_leads_back_and_is_judged_by_its_own_side(clerk: Clerk) -> None:
    clerk.alt(Qt.Key.Key_2)

    clerk.at.scan(held(2).item, held(3).item)

    assert clerk.front() == "kt1"
    assert clerk.at.text("bag_figure") == "2 bưu gửi"


def test_a_bag_goes_to_the_side_that_the_books_know_it_of_and_scans_behind_it_wait(clerk: Clerk) -> None:
    clerk.at.window.take_scan(BAG)
    clerk.at.window.take_scan(cover(0).item)
    clerk.at.settle()

    assert clerk.sides.asked == [BAG]
    assert clerk.front() == "dossiers"
    assert clerk.at.field("receptacle").text() == BAG
    assert clerk.at.text("bag_figure") == "1 bì hồ sơ"


def test_the_paper_of_a_dispatch_of_dossiers_leads_to_where_they_are_received(clerk: Clerk) -> None:
    clerk.kt1.paper_of = Service.TTHC

    for at in range(1, PARTS + 1):
        clerk.at.window.take_part(f"part{at}".encode())
        clerk.at.settle()

    switch = clerk.at.window.findChild(SideSwitch)
    assert switch is not None
    assert switch.findChildren(SegmentedChoice)[0].value() == Service.TTHC.value
    works = [each for each in clerk.at.page.findChildren(SegmentedChoice, "works") if each.isVisible()]
    assert [each.value() for each in works] == [ARRIVAL]
    assert clerk.at.heard == []


def test_a_bag_that_nobody_knows_stays_with_the_side_in_front(clerk: Clerk) -> None:
    clerk.at.scan("TUI00009999")

    assert clerk.front() == "kt1"
    assert clerk.at.field("receptacle").text() == "TUI00009999"


def test_a_scan_that_is_wrong_at_its_own_side_is_heard_late(clerk: Clerk) -> None:
    clerk.at.scan(cover(90).item)

    assert clerk.front() == "dossiers"
    assert len(clerk.at.heard) == 1


def test_without_a_clearance_the_side_of_kt1_says_why_and_dossiers_go_on(clerk: Clerk) -> None:
    clerk.bar(Service.KT1)
    now = clerk.front()

    clerk.alt(Qt.Key.Key_1)

    assert now == "dossiers"
    assert NO_CLEARANCE in _shown(clerk.at.window)
    acts = clerk.at.page.keys()
    assert [act.key for act in acts] == ["Alt+1", "Alt+2"]


def test_a_barred_side_shows_nothing_that_it_showed_before_and_takes_no_scan(clerk: Clerk) -> None:
    clerk.bar(Service.KT1)

    refused = clerk.at.scan(held(2).item)

    assert refused == ["scan.not_here"]
    assert held(2).item[2:5] not in _shown(clerk.at.window)
    assert clerk.front() == "dossiers"


def test_a_side_that_is_offered_again_is_gone_to_as_before(clerk: Clerk) -> None:
    clerk.bar(Service.KT1)
    clerk.bar()

    clerk.alt(Qt.Key.Key_1)

    assert clerk.front() == "kt1"
    assert len(clerk.at.rows()) > 0


def test_a_record_about_a_bag_is_begun_at_the_side_that_the_bag_is_of(clerk: Clerk) -> None:
    clerk.at.window.go(Place.DISPATCH, incident_about("receptacle", BAG))
    clerk.at.settle()

    assert clerk.front() == "dossiers"


@pytest.mark.parametrize("service", list(Service))
def test_a_desk_of_one_service_has_no_switch(service: Service, jobs: Jobs, at_works: Opener) -> None:
    pages = {service: DispatchPage(full(), jobs, DOSSIERS)}

    at = at_works(lambda jobs: SidesPage(pages, FakeSides(), jobs), Place.DISPATCH)

    assert [each for each in at.window.findChildren(SideSwitch) if each.isVisible()] == []
    acts = at.page.keys()
    assert not [act for act in acts if act.key.startswith("Alt")]


def _shown(window: QWidget) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())
