"""Delivery and the holders on a real desk, by keys and scans alone: what the books say afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.holding import PLACES
from tests.support.delivery_at_desk import AtDelivery, at_delivery
from tests.support.points import COMMUNE, DISTRICT, PASSWORD

ENTER, F5, F8, F9, ONE, TWO = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F5,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
)
WITH_POSTMAN, WITH_ME = f"person:{DISTRICT}/postman", f"person:{DISTRICT}/clerk"


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtDelivery]:
    """A clerk with an open shift at a point that delivers."""
    with at_delivery(tmp_path) as made:
        yield made


def give_out(clerk: AtDelivery, *items: str) -> None:
    """A list for the postman, from F5 on."""
    clerk.press(F5)
    clerk.ctrl("1")
    clerk.scan(*items)
    clerk.press(ENTER)
    clerk.enter("postman", PASSWORD)


def field(clerk: AtDelivery, name: str) -> FieldEdit:
    return next(each for each in clerk.window.findChildren(FieldEdit, name) if each.isVisible())


def test_a_letter_goes_out_with_the_postman_into_the_hands_of_its_receiver(clerk: AtDelivery) -> None:
    item = clerk.desk.item(secrecy=Secrecy.B)

    give_out(clerk, item)
    out = clerk.desk.at.state(item)
    clerk.ctrl("2")
    clerk.scan(item)
    clerk.enter("Nguyen Thi Mai", "Van thu")

    with clerk.desk.at.store.read() as reader:
        stations = reader.stations(item)
    assert out == ("out", WITH_POSTMAN)
    assert clerk.desk.at.state(item) == ("delivered", "party:receiver")
    assert dict(stations[-1].beside) == {"taker": "Nguyen Thi Mai", "taker.position": "Van thu"}
    assert clerk.desk.at.papers_of()[0].template == "round_list"
    assert clerk.woken


def test_what_was_offered_in_vain_comes_back_and_goes_back_to_its_sender(clerk: AtDelivery) -> None:
    item = clerk.desk.item()
    give_out(clerk, item)

    clerk.ctrl("2")
    clerk.scan(item)
    clerk.press(F8, TWO)
    attempted = clerk.desk.at.state(item)
    clerk.ctrl("3")
    clerk.scan(item)
    clerk.press(ENTER)
    clerk.enter(PASSWORD)
    back = clerk.desk.at.state(item)
    clerk.ctrl("4")
    clerk.scan(item)
    clerk.press(TWO, ONE)
    clerk.enter("controller", PASSWORD)

    assert attempted == ("attempted", WITH_POSTMAN)
    assert back == ("attempted", WITH_ME)
    assert clerk.desk.at.state(item) == ("returning", WITH_ME)


def test_an_item_is_forwarded_to_a_receiver_as_written_with_its_province(clerk: AtDelivery) -> None:
    item = clerk.desk.item()
    give_out(clerk, item)
    clerk.desk.attempt(item)
    clerk.desk.bring_back(item)

    clerk.ctrl("4")
    clerk.scan(item)
    clerk.press(ONE, ONE)
    clerk.ctrl("N")
    clerk.enter("Truong Chinh tri tinh", "cao bang", "So 2, phuong Thuc Phan")
    clerk.enter("controller", PASSWORD)

    with clerk.desk.at.store.read() as reader:
        now = reader.forwarded_to(item)
    assert now is not None
    assert now.receiver is not None
    assert clerk.desk.at.state(item)[0] == "forwarded"
    assert now.receiver.address == "So 2, phuong Thuc Phan, Tỉnh Cao Bằng"


def test_an_item_is_fetched_at_the_counter_without_a_list(clerk: AtDelivery) -> None:
    item = clerk.desk.item()
    give_out(clerk, item)
    clerk.desk.bring_back(item)

    clerk.ctrl("2")
    clerk.scan(item)
    clerk.enter("Nguyen Thi Mai", "Van thu", "PG-7")

    with clerk.desk.at.store.read() as reader:
        event = reader.any_event(reader.stations(item)[-1].event)
    assert event is not None
    assert clerk.desk.at.state(item)[0] == "delivered"
    assert (event.body()["reference"], event.body().get("round", "")) == ("PG-7", "")


def test_only_a_registered_person_of_the_agency_takes(clerk: AtDelivery) -> None:
    item = clerk.desk.item()
    row = clerk.desk.at.reference.agency("STC", clerk.desk.at.shifts.proposed_date())
    clerk.desk.enter(
        "agency_receivers", {"agency": row.agency_id, "name": "Nguyen Thi Mai", "since": "2026-01-01"}
    )
    give_out(clerk, item)
    clerk.ctrl("2")
    clerk.scan(item)
    registered = field(clerk, "taker_name").note_text()

    clerk.enter("Tran Van Nam", "Van thu")

    assert registered == "Đã đăng ký: Nguyen Thi Mai"
    assert clerk.desk.at.state(item)[0] == "out"
    assert field(clerk, "taker_name").note_text() == "Xem bên dưới."


def test_items_are_put_into_a_safe_and_handed_to_somebody_else(clerk: AtDelivery) -> None:
    clerk.desk.enter(PLACES, {"place": "K1", "kind": "safe", "fire_proof": "yes", "room": "P2"})
    first, second = clerk.desk.item(), clerk.desk.item()

    clerk.ctrl("I")
    clerk.scan(first, second, "K1")
    stored = (clerk.desk.at.state(first), clerk.desk.at.state(second))
    clerk.ctrl("2")
    clerk.scan(first)
    clerk.press(ENTER)
    clerk.enter("other", PASSWORD)

    assert stored == (("accepted", f"place:{DISTRICT}/K1"), ("accepted", f"place:{DISTRICT}/K1"))
    assert clerk.desk.at.state(first) == ("accepted", f"person:{DISTRICT}/other")
    assert clerk.desk.at.papers_of()[0].template == "handover_slip"


def test_at_a_point_with_one_person_the_list_needs_no_second_password(
    worn: QApplication, tmp_path: Path
) -> None:
    with at_delivery(tmp_path, COMMUNE) as clerk:
        item = clerk.desk.item()

        clerk.press(F5)
        clerk.scan(item)
        clerk.press(F9)

        assert clerk.desk.at.state(item) == ("out", f"person:{COMMUNE}/clerk")
