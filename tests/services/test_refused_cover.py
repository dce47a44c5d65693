"""A cover with a fault is handed back: the reason stands in the journal, and nothing of who sends what to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.kt1 import Secrecy
from kt1desk.store.verify import verify
from tests.support.desks import Counter, ordinary


def test_a_refused_cover_is_one_event_with_the_reason_and_no_party(desk: Counter) -> None:
    draft = replace(ordinary(), secrecy=Secrecy.B, handed_by="Vi Văn Tư")
    before = events(desk)

    event = desk.acceptance.refuse_cover(desk.session(), draft, "sealed")

    assert events(desk) == before + 1
    assert (event.envelope.type, event.envelope.version) == ("item.refused", 1)
    assert event.id.stream is Stream.KT1
    assert event.body() == {"line": "sealed", "point": "240000", "secrecy": "B", "shift": "2026-11-23/1"}
    assert event.particulars == ()


def test_a_refused_cover_takes_no_number_and_prints_nothing(desk: Counter) -> None:
    desk.acceptance.refuse_cover(desk.session(), ordinary(), "sealed")

    assert desk.papers_of() == []
    assert desk.accept().item == "MX000000014VN"


def test_the_journal_with_a_refused_cover_is_proved(desk: Counter) -> None:
    desk.acceptance.refuse_cover(desk.session(), ordinary(), "no_letter")

    assert verify(desk.store).ok


@pytest.mark.parametrize(
    ("secrecy", "line"),
    [
        (Secrecy.NONE, "two_envelopes"),
        (Secrecy.A, "no_letter"),
        (Secrecy.NONE, "named_person"),
        (Secrecy.NONE, "x"),
    ],
    ids=["asked for A alone", "asked without a letter alone", "a fact refuses nothing", "unknown"],
)
def test_only_a_question_of_this_cover_refuses_it(desk: Counter, secrecy: Secrecy, line: str) -> None:
    before = events(desk)

    with pytest.raises(DeskError) as caught:
        desk.acceptance.refuse_cover(desk.session(), replace(ordinary(), secrecy=secrecy), line)

    assert (caught.value.code, caught.value.field) == ("checklist.unknown_line", line)
    assert events(desk) == before


@pytest.mark.parametrize(("secrecy", "line"), [(Secrecy.NONE, "sealed"), (Secrecy.A, "two_envelopes")])
def test_without_clearance_no_cover_is_handed_back_in_the_books(
    desk: Counter, secrecy: Secrecy, line: str
) -> None:
    before = events(desk)

    with pytest.raises(DeskError, match=r"user\.clearance_missing"):
        desk.acceptance.refuse_cover(desk.session("uncleared"), replace(ordinary(), secrecy=secrecy), line)

    assert events(desk) == before


def test_whoever_accepts_nothing_refuses_nothing(desk: Counter) -> None:
    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        desk.acceptance.refuse_cover(desk.session("inspector"), ordinary(), "sealed")


def test_without_a_shift_nothing_is_refused(quiet_desk: Counter) -> None:
    with pytest.raises(DeskError, match=r"shift\.not_open"):
        quiet_desk.acceptance.refuse_cover(quiet_desk.session(), ordinary(), "sealed")


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()
