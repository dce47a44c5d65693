"""Shifts, papers after the acceptance, and the supply of numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.print_job import JobTrigger
from kt1desk.domain.signing import signature_of
from kt1desk.services.numbers import Rolls, VoidReason, next_number, supply, void_number
from kt1desk.services.papers import ReprintReason
from kt1desk.services.ports import PaperDraft
from tests.support.desks import Counter, counter, ordinary, small_block


def test_a_shift_carries_the_business_date_and_only_one_is_open(quiet_desk: Counter) -> None:
    today = quiet_desk.shifts.proposed_date()

    opened = quiet_desk.shifts.open(quiet_desk.session(), today, 500_000)

    assert (opened.business_date, opened.float_dong) == (today.isoformat(), 500_000)
    with pytest.raises(DeskError, match=r"shift\.already_open"):
        quiet_desk.shifts.open(quiet_desk.session(), today, 0)


def test_a_shift_of_another_week_or_with_an_impossible_float_is_refused(quiet_desk: Counter) -> None:
    today = quiet_desk.shifts.proposed_date()

    with pytest.raises(DeskError, match=r"shift\.date_far"):
        quiet_desk.shifts.open(quiet_desk.session(), today - timedelta(days=3), 0)
    with pytest.raises(DeskError, match=r"shift\.float_range"):
        quiet_desk.shifts.open(quiet_desk.session(), today, -1)


def test_a_closing_is_signed_and_keeps_the_difference_for_ever(desk: Counter) -> None:
    desk.accept()

    closing = desk.shifts.close(desk.session(), 499_000)

    assert closing.difference_dong == -1_000
    with desk.store.read() as reader:
        shift = reader.last_shift()
        made_by = reader.desk()
    assert shift is not None
    assert made_by is not None
    assert shift.counted_dong == 499_000
    assert desk.shifts.current() is None


def test_the_devices_key_proves_a_closing_without_its_neighbours_and_with_who_and_when(desk: Counter) -> None:
    desk.shifts.close(desk.session(), 499_000)
    event = last_event(desk, Stream.COUNTER)

    found = signature_of(event.prev, event.envelope_bytes, event.body_bytes)
    forged = signature_of(event.prev, event.envelope_bytes.replace(b'"clerk"', b'"chief"'), event.body_bytes)

    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(desk.store.public_key_hex))
    assert found is not None
    assert forged is not None
    key.verify(found.signature, found.signed)
    with pytest.raises(InvalidSignature):
        key.verify(forged.signature, forged.signed)


def test_the_next_shift_of_a_day_gets_the_next_name(desk: Counter) -> None:
    desk.shifts.close(desk.session(), 500_000)

    desk.open_shift()

    current = desk.shifts.current()
    assert current is not None
    assert current.shift.endswith("/2")


def test_a_shift_opened_for_the_day_before_does_not_take_the_names_of_today_away(desk: Counter) -> None:
    today = desk.shifts.proposed_date()
    for business_date in (today - timedelta(days=1), today, today - timedelta(days=1)):
        desk.shifts.close(desk.session(), 500_000)
        desk.shifts.open(desk.session(), business_date, 500_000)

    current = desk.shifts.current()
    with desk.store.read() as reader:
        counts = [reader.shifts_on(day.isoformat()) for day in (today, today - timedelta(days=1))]

    assert current is not None
    assert current.shift == f"{today - timedelta(days=1)}/2"
    assert counts == [2, 2]


def test_a_paper_in_doubt_is_a_question_until_the_clerk_answers(desk: Counter) -> None:
    label = doubtful_label(desk)

    assert [paper.job for paper in desk.papers.questions(desk.session())] == [label]

    desk.papers.seen(desk.session(), label)

    assert desk.papers.questions(desk.session()) == []


def test_a_reprint_is_a_new_copy_with_who_and_why_in_the_journal(desk: Counter) -> None:
    label = doubtful_label(desk)

    again = desk.papers.reprint(desk.session(), label, ReprintReason.IN_DOUBT)

    copies = {paper.job: paper for paper in desk.papers_of() if paper.role == "label"}
    assert (copies[again].copy, copies[again].state) == (2, "queued")
    assert copies[label].state == "cancelled"
    assert "reprinted_at" in copies[again].values


def test_a_paper_of_last_year_is_printed_again_from_the_template_it_was_made_with(desk: Counter) -> None:
    label = doubtful_label(desk)
    with desk.store.work() as work:
        for number in range(1_001):
            work.queue_paper(PaperDraft("receipt", "kt1_receipt", 1, f"ZZ{number:09d}VN", {"number": "x"}))
        old = work.queue_paper(PaperDraft("label", "kt1_label", 7, "MX000000014VN", {"number": "x"}, copy=2))
        work.change_paper(old, JobTrigger.CANCEL)
        work.commit()

    first = desk.papers.reprint(desk.session(), label, ReprintReason.IN_DOUBT)
    second = desk.papers.reprint(desk.session(), old, ReprintReason.DAMAGED)

    with desk.store.read() as reader:
        made = [reader.paper(job) for job in (first, second)]
    assert [(paper.template, paper.version, paper.copy) for paper in made] == [
        ("kt1_label", 1, 3),
        ("kt1_label", 7, 4),
    ]


@pytest.mark.parametrize("letter", [Secrecy.NONE, Secrecy.C])
def test_papers_of_items_go_to_the_printer_again_only_for_who_is_cleared(
    desk: Counter, letter: Secrecy
) -> None:
    label = doubtful(desk, desk.accept(replace(ordinary(), secrecy=letter)).label_job)
    waiting = desk.accept(replace(ordinary(), secrecy=letter)).label_job

    for attempt in (
        lambda: desk.papers.reprint(desk.session("uncleared"), label, ReprintReason.IN_DOUBT),
        lambda: desk.papers.release(desk.session("uncleared"), waiting),
        lambda: desk.papers.seen(desk.session("uncleared"), label),
        lambda: desk.papers.of_item(desk.session("uncleared"), "MX000000014VN"),
        lambda: desk.papers.scanned(desk.session("uncleared"), "MX000000014VN"),
    ):
        with pytest.raises(DeskError, match=r"user\.clearance_missing"):
            attempt()

    assert desk.papers.reprint(desk.session(), label, ReprintReason.IN_DOUBT) > waiting


def test_papers_of_a_dossier_are_listed_and_printed_again_without_a_clearance(desk: Counter) -> None:
    desk.accept()
    case = desk.accept_dossier()
    slip = doubtful(desk, case.jobs[0])

    listed = desk.papers.newest(desk.session("uncleared"))
    asked = desk.papers.questions(desk.session("uncleared"))
    again = desk.papers.reprint(desk.session("uncleared"), slip, ReprintReason.IN_DOUBT)

    assert {paper.item for paper in listed} == {leg.item for leg in case.legs}
    assert [paper.job for paper in asked] == [slip]
    assert again > slip


def test_a_paper_on_its_way_is_not_printed_again(desk: Counter) -> None:
    accepted = desk.accept()

    with pytest.raises(DeskError, match=r"print\.not_yet"):
        desk.papers.reprint(desk.session(), accepted.label_job, ReprintReason.LOST)


def test_a_scan_of_the_fresh_label_proves_that_it_came_out(desk: Counter) -> None:
    label = doubtful_label(desk)

    proved = desk.papers.scanned(desk.session(), "MX000000014VN")

    assert proved is not None
    assert (proved.job, proved.state, proved.evidence) == (label, "done", "scanned")


def rolls(desk: Counter) -> Rolls:
    return Rolls(desk.store, desk.reference, desk.clock)


def test_a_number_of_kt1_is_voided_by_cleared_people_alone_and_one_of_dossiers_by_others_too(
    desk: Counter,
) -> None:
    with pytest.raises(DeskError, match=r"user\.clearance_missing"):
        void_number(rolls(desk), desk.session("uncleared"), "MX000000014VN", VoidReason.SPOILT)
    void_number(rolls(desk), desk.session("uncleared"), "RX000000014VN", VoidReason.SPOILT)

    with desk.store.read() as reader:
        used = [reader.number_is_used(number) for number in ("MX000000014VN", "RX000000014VN")]
    assert used == [False, True]


def test_a_voided_number_is_never_given_out(desk: Counter) -> None:
    void_number(rolls(desk), desk.session(), "MX000000014VN", VoidReason.SPOILT)

    assert desk.accept().item == "MX000000028VN"
    with pytest.raises(DeskError, match=r"number\.used"):
        void_number(rolls(desk), desk.session(), "MX000000014VN", VoidReason.LOST)


def test_a_voided_number_of_dossiers_stands_in_their_stream(desk: Counter) -> None:
    heads = desk.store.heads()

    void_number(rolls(desk), desk.session(), "RX000000014VN", VoidReason.SPOILT)

    assert desk.store.heads().kt1 == heads.kt1
    with desk.store.read() as reader:
        event = reader.event(EventId(0, Stream.COUNTER, 1, desk.store.heads().counter.seq))
        assert reader.number_is_used("RX000000014VN")
    assert event is not None
    assert event.envelope.type == "number.voided"


def test_the_desk_says_when_its_numbers_run_low_and_when_they_are_gone(tmp_path: Path) -> None:
    with counter(tmp_path, small_block(2)) as desk:
        desk.open_shift()
        desk.accept()

        with desk.store.read() as reader:
            left = supply(reader, 50)
        desk.accept()

        assert (left.left, left.low) == (1, True)
        with desk.store.read() as reader, pytest.raises(DeskError, match=r"number\.block_empty"):
            next_number(reader)


def last_event(desk: Counter, stream: Stream) -> Event:
    head = desk.store.heads().of(stream)
    with desk.store.read() as reader:
        event = reader.event(EventId(0, stream, head.incarnation, head.seq))
    assert event is not None
    return event


def doubtful_label(desk: Counter) -> int:
    return doubtful(desk, desk.accept().label_job)


def doubtful(desk: Counter, job: int) -> int:
    with desk.store.work() as work:
        work.change_paper(job, JobTrigger.START)
        work.change_paper(job, JobTrigger.DOUBT, "print.interrupted")
        work.commit()
    return job
