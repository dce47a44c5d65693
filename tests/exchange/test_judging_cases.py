"""What another point may say of a case: under its own numbers, of cases it accepted, and nothing but codes where codes must stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import DossierListed, DossierReversed, Fact, Leg, Party, Sums
from kt1desk.domain.facts.authority import DossierSupplemented
from kt1desk.domain.facts.dossier_custody import DossierArrived
from kt1desk.domain.service import Service
from kt1desk.exchange.judging import judge
from kt1desk.exchange.trust import DeskKeys, KeyList
from tests.support.case_mail import (
    APPLICANT,
    CASE,
    SEND,
    accepted,
    cover_line,
    decided,
    handed,
    heard,
    registered,
    result,
    sent,
)
from tests.support.chains import SHIFT, Writer, arrived, dispatch, tried
from tests.support.exchange_keys import COMMUNE, COMMUNE_POINT, OFFICE, OFFICE_POINT, row_of

_KEYS = KeyList((row_of(COMMUNE), row_of(OFFICE)), 5, row_of(COMMUNE).valid_from)
OURS = f"{OFFICE_POINT}-261123-7-001"
"""A number that only the office gives."""


def judged(fact: Fact, writer: Writer | None = None, beside: dict[str, dict[str, str]] | None = None) -> str:
    """What the office says of an event of the commune."""
    from_commune = writer or Writer(COMMUNE, Stream.COUNTER)
    event = from_commune.append(fact, beside or APPLICANT)
    return told(event, row_of(COMMUNE))


def told(event: Event, carrier: DeskKeys, service: Service = Service.TTHC) -> str:
    return tried(lambda: judge(event, OFFICE, _KEYS, carrier, service)) or "taken"


def from_office(fact: Fact) -> str:
    """What the commune says of an event of the office."""
    event = Writer(OFFICE, Stream.COUNTER).append(fact, {})
    return tried(lambda: judge(event, COMMUNE, _KEYS, row_of(OFFICE), Service.TTHC)) or "taken"


def test_a_case_is_told_under_a_number_of_the_point_that_accepted_it() -> None:
    assert judged(accepted()) == "taken"


@pytest.mark.parametrize(
    "fact",
    [
        accepted(OURS),
        DossierReversed(OURS, "customer", SHIFT, COMMUNE_POINT, to=OFFICE_POINT),
        DossierListed(OURS, 1, (PaperLine("1", "Tờ khai", 1),), COMMUNE_POINT, OFFICE_POINT),
        DossierSupplemented(OURS, SEND, 100, 0, 1, 1, COMMUNE_POINT, SHIFT, to=OFFICE_POINT),
        heard(dossier=OURS),
        replace(accepted(), visit=f"HN{OFFICE_POINT}-261123-7-1"),
    ],
)
def test_nobody_accepts_corrects_or_takes_back_a_case_under_a_number_of_another_point(fact: Fact) -> None:
    assert judged(fact) == "trust.wrong_point"


def test_nobody_speaks_for_another_point() -> None:
    assert judged(accepted(OURS, OFFICE_POINT, COMMUNE_POINT)) == "trust.wrong_point"


@pytest.mark.parametrize("fact", [handed(), registered(), decided(), result()])
def test_what_happened_at_the_authority_is_mail_to_the_point_that_accepted_the_case(fact: Fact) -> None:
    assert from_office(fact) == "taken"


@pytest.mark.parametrize(
    "fact",
    [
        replace(handed(), handover=f"GN{COMMUNE_POINT}-261123-9-1"),
        replace(result(), takeover=f"KQ{COMMUNE_POINT}-261123-9-1"),
    ],
)
def test_nobody_writes_a_record_under_a_number_of_another_point(fact: Fact) -> None:
    assert from_office(fact) == "trust.wrong_point"


WRONG: list[Callable[[], Fact]] = [
    lambda: replace(handed(), differences=(("1", "thiếu trang hai"),)),
    lambda: replace(handed(), documents=-1),
    lambda: replace(handed(), fees_dong=10**12),
    lambda: replace(handed(), handover="GN-1"),
    lambda: replace(handed(), item="một bì"),
    lambda: replace(registered(), official="không có mã"),
    lambda: replace(registered(), received_day="23/11/2026"),
    lambda: replace(registered(), dossier="hồ sơ của bà Mẫu"),
    lambda: replace(decided(), reason="thiếu giấy xác nhận"),
    lambda: replace(decided(), outcome="Yêu cầu bổ sung"),
    lambda: replace(decided(), paper="số 12 ngày 24"),
    lambda: replace(decided(), day="2026-13-40"),
    lambda: replace(decided(), asked=("giấy thứ hai",)),
    lambda: replace(heard(OFFICE_POINT, COMMUNE_POINT), way="gọi con gái bà"),
    lambda: replace(heard(OFFICE_POINT, COMMUNE_POINT), event="phiếu hôm qua"),
    lambda: replace(heard(OFFICE_POINT, COMMUNE_POINT), told_ms=10**15),
    lambda: replace(result(), kinds=(("giấy phép", 1),)),
    lambda: replace(result(), kinds=(("result", -1),)),
    lambda: replace(result(), weight_g=10**9),
    lambda: replace(result(), authority="Sở Tư pháp"),
    lambda: replace(result(), shift="ca sáng nay"),
]


@pytest.mark.parametrize("make", WRONG)
def test_where_a_number_a_day_a_code_or_a_sum_must_stand_nothing_else_does(make: Callable[[], Fact]) -> None:
    assert from_office(make()) == "inbox.unreadable"


@pytest.mark.parametrize(
    "fact",
    [
        replace(accepted(), form="ba chiều"),
        replace(accepted(), form="send"),
        replace(accepted(), legs=(Leg("?", "send", "z", 1, 1), Leg(SEND, "return", "z", 1, 1))),
        replace(accepted(), legs=(Leg(SEND, "send", "z", 1, 1), Leg(SEND, "return", "z", 1, 1))),
        replace(accepted(), sums=Sums(-5)),
        replace(accepted(), procedure="đăng ký"),
        replace(accepted(), procedure_name="Một\u202edòng"),
        replace(accepted(), authority="Sở Tư pháp"),
        replace(accepted(), payment="sau"),
        replace(accepted(), mode="one stop"),
        replace(accepted(), promised="mai"),
        replace(accepted(), insisted="khách muốn vậy"),
        DossierListed(CASE, 1, (), COMMUNE_POINT, OFFICE_POINT),
        DossierListed(CASE, 1, (PaperLine("1", "x" * 161, 1),), COMMUNE_POINT, OFFICE_POINT),
        DossierListed(CASE, 1, (PaperLine("1", "Tờ khai", -1),), COMMUNE_POINT, OFFICE_POINT),
    ],
)
def test_a_case_that_no_counter_would_write_is_not_taken_in(fact: Fact) -> None:
    assert judged(fact) == "inbox.unreadable"


def test_a_number_of_a_person_is_no_name() -> None:
    assert judged(accepted(), beside={"applicant": {"name": "020190000123"}}) == "inbox.unreadable"


@pytest.mark.parametrize(
    "line",
    [
        replace(cover_line(), secrecy="A"),
        replace(cover_line(), urgency="express"),
        replace(cover_line(), named_person=True),
        replace(cover_line(), product="KT1001"),
        replace(cover_line(), receiver=Party("", "Lương Thị Mẫu", "Số 1", "20")),
    ],
)
def test_a_dispatch_of_dossiers_carries_no_letter_no_class_and_nobody_s_name(line: object) -> None:
    good, bad = from_office(sent()), from_office(sent((line,)))  # type: ignore[arg-type]

    assert (good, bad) == ("taken", "inbox.unreadable")


def test_kt1_mail_does_not_come_in_with_mail_about_dossiers_nor_the_other_way_round() -> None:
    kt1 = Writer(COMMUNE).append(arrived())
    cover = DossierArrived(SEND, "intact", COMMUNE_POINT, SHIFT, 4, from_point=OFFICE_POINT)
    dossier = Writer(COMMUNE, Stream.COUNTER).append(cover)

    assert told(kt1, row_of(COMMUNE), Service.TTHC) == "inbox.other_service"
    assert told(dossier, row_of(COMMUNE), Service.KT1) == "inbox.other_service"
    assert (told(kt1, row_of(COMMUNE), Service.KT1), told(dossier, row_of(COMMUNE))) == ("taken", "taken")


def test_a_dispatch_of_kt1_items_in_the_stream_of_the_counter_is_none_of_dossiers() -> None:
    event = Writer(OFFICE, Stream.COUNTER).append(dispatch(1))

    outcome = tried(lambda: judge(event, COMMUNE, _KEYS, row_of(OFFICE), Service.TTHC))

    assert outcome in {"inbox.unreadable", "inbox.other_service"}
    assert event.id == EventId(OFFICE.device, Stream.COUNTER, 1, 1)


def test_a_dispatch_of_dossiers_on_paper_bears_its_own_signature_and_a_case_does_not() -> None:
    writer = Writer(OFFICE, Stream.COUNTER)
    trip, case = writer.append(sent()), writer.append(registered())

    assert tried(lambda: judge(trip, COMMUNE, _KEYS, None, Service.TTHC)) is None
    assert tried(lambda: judge(case, COMMUNE, _KEYS, None, Service.TTHC)) == "inbox.needs_bundle"
