"""Registers as people read them: names for ids and codes, what runs out first on top, and who is cleared without an entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.register_ends import Validity
from kt1desk.domain.registers import PEOPLE, PLACES
from kt1desk.services.register_book import RegisterBooks
from tests.support.deliveries import VALID, DeliveryDesk, delivery_desk
from tests.support.furnished import CLEARED
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def books(desk: DeliveryDesk) -> RegisterBooks:
    return RegisterBooks(desk.at.store, desk.at.reference, desk.at.clock)


def test_cleared_people_stand_with_what_ends_first_and_those_without_an_entry_too(desk: DeliveryDesk) -> None:
    desk.enter(PEOPLE, VALID | {"user": "other", "trained_until": "2026-12-04"})

    book = books(desk).open(desk.at.session("chief"), PEOPLE)

    first, *others = book.entries
    assert (first.entry, first.words["user"], first.ending.last) == (
        "other",
        "Nông Thị Hoa",
        date(2026, 12, 4),
    )
    assert first.ending.validity is Validity.SOON
    assert {each.values["user"] for each in others} == {
        "clerk",
        "controller",
        "inspector",
        "postman",
        "chief",
    }
    assert {(each.entry, each.ending.last) for each in others} == {("", CLEARED)}
    assert book.may_keep


def test_an_entry_clears_nobody_whom_the_province_did_not_clear(desk: DeliveryDesk) -> None:
    desk.enter(PEOPLE, VALID | {"user": "uncleared"})

    book = books(desk).open(desk.at.session("chief"), PEOPLE)

    (found,) = (each for each in book.entries if each.values["user"] == "uncleared")
    assert not found.cleared


def test_a_clearance_never_lasts_longer_than_the_province_gave_it(desk: DeliveryDesk) -> None:
    far = {"vetted_until": "2090-01-01", "committed_until": "2090-01-01", "trained_until": "2090-01-01"}
    desk.enter(PEOPLE, VALID | far | {"user": "other"})

    book = books(desk).open(desk.at.session(), PEOPLE)

    assert {each.ending.last for each in book.entries} == {CLEARED}


def test_codes_are_said_in_words_and_a_clerk_reads_without_writing(desk: DeliveryDesk) -> None:
    desk.enter(PLACES, {"place": "KET1", "kind": "safe", "fire_proof": "yes", "room": "P1"})

    book = books(desk).open(desk.at.session(), PLACES)

    (entry,) = book.entries
    assert (entry.words["kind"], entry.words["fire_proof"]) == ("Két sắt", "Có")
    assert entry.ending.validity is Validity.ENDLESS
    assert not book.may_keep


def test_no_such_register_is_refused_and_users_are_named_for_the_choice(desk: DeliveryDesk) -> None:
    service = books(desk)

    assert refusal(lambda: service.open(desk.at.session(), "secrets")).code == "register.unknown"
    assert ("other", "Nông Thị Hoa") in service.users(desk.at.session())
