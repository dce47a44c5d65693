"""Fault 19: programs of different age. Mail an older one cannot read is passed over, told, and comes again; sending always works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import ClassVar

import pytest

from kt1desk.config import reference_folder
from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import KNOWN, ItemArrived
from kt1desk.exchange import judging, mail_frames
from kt1desk.exchange.bundle import NOTHING
from kt1desk.exchange.mail_frames import MailRecord
from kt1desk.exchange.mail_records import document_records, document_row
from kt1desk.exchange.round_report import Ending
from kt1desk.exchange.taking import Outcome
from kt1desk.store.settings import Settings
from tests.support.centre_mail import Mailbox, on_line
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import COMMUNE, DAY, OFFICE_POINT, code_of, row_of
from tests.support.line_bench import LineBench
from tests.support.mail_desks import MailDesk, listed, mail_desk

NEWER = "0.6.0"


class ItemFlown:
    """A fact of a program to come."""

    TYPE: ClassVar[str] = "item.flown"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1

    def body(self) -> Mapping[str, Json]:
        return {"item": item_number(1), "point": "246940", "to": OFFICE_POINT}


class ArrivedAnew(ItemArrived):
    """A known type in a version to come."""

    VERSION: ClassVar[int] = 2


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk, more=[row_of(COMMUNE)]))


@pytest.fixture
def box() -> Mailbox:
    return Mailbox(OFFICE_POINT)


def _newer_events() -> list[Event]:
    """An ordinary event, one of an unknown type, one of a newer version, an ordinary one."""
    writer = Writer(COMMUNE)
    plain = arrived(item_number(3))
    anew = ArrivedAnew(**{each.name: getattr(plain, each.name) for each in fields(plain)})
    return [
        writer.append(fact) for fact in (arrived(item_number(1)), ItemFlown(), anew, arrived(item_number(4)))
    ]


def test_mail_of_a_newer_type_or_version_is_passed_over_told_and_holds_up_nothing(
    office: MailDesk, box: Mailbox
) -> None:
    inbox = on_line(office)

    rows = inbox.take(box.events(*_newer_events()).data)
    after = inbox.take(box.events(Writer(COMMUNE).append(arrived(item_number(1)))).data)

    assert [row.outcome for row in rows] == [Outcome.NEW, Outcome.LATER, Outcome.LATER, Outcome.NEW]
    assert {row.reason.code for row in rows if row.reason} == {"inbox.newer"}
    assert after[0].outcome is Outcome.ALREADY
    assert inbox.mark() == box.mark


def test_after_the_upgrade_the_same_mail_comes_again_from_the_first_that_was_passed_over(
    office: MailDesk, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Writer(COMMUNE, Stream.KT1, 2).append(arrived(item_number(5)))
    events = [_newer_events()[0], later]
    with monkeypatch.context() as of_old:
        of_old.setattr(
            judging, "KNOWN", {kind: fact for kind, fact in KNOWN.items() if kind != ItemArrived.TYPE}
        )
        older = on_line(office)
        told_then = [row.outcome for event in events for row in older.take(box.events(event).data)]
        waited = older.mark()

    newer = on_line(office, NEWER)
    again = newer.mark()
    rows = [row for frame in box.frames for row in newer.take(frame.data)]

    assert (told_then, waited) == ([Outcome.LATER] * 2, box.mark)
    assert again == NOTHING
    assert [row.outcome for row in rows] == [Outcome.NEW] * 2
    assert [office.received(event.id) for event in events] == events
    assert newer.mark() == box.mark


def test_what_even_the_newer_program_does_not_know_is_asked_for_once_in_each_version(
    office: MailDesk, box: Mailbox
) -> None:
    on_line(office).take(box.events(_newer_events()[1]).data)

    backs: list[int] = []
    for program in ("0.6.0", "0.6.0", "0.7.0", "0.7.0"):
        inbox = on_line(office, program)
        backs.append(inbox.mark().number)
        if inbox.mark() == NOTHING:
            inbox.take(box.frames[0].data)

    assert backs == [0, 1, 0, 1]


def test_a_record_of_an_unknown_kind_and_a_document_of_an_unknown_name_come_again_too(
    office: MailDesk, box: Mailbox
) -> None:
    older = on_line(office)
    data = (reference_folder() / "bcci_tariff.json").read_bytes()
    document = document_records(document_row("of_tomorrow", 1, DAY, data), data)
    rows = older.take(box.send(MailRecord(77, b"of a kind to come"), *document).data)

    newer = on_line(office, NEWER, check=lambda row, data, point: None)

    assert [row.reason.code for row in rows if row.reason] == ["mail.kind", "document.unknown"]
    assert {row.outcome for row in rows} == {Outcome.LATER}
    assert newer.mark() == NOTHING
    assert [row.outcome for row in newer.take(box.frames[0].data)] == [Outcome.LATER, Outcome.NEW]


def test_a_frame_in_a_newer_form_changes_nothing_and_is_read_by_the_newer_program(
    office: MailDesk, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = on_line(office)
    monkeypatch.setattr(mail_frames, "VERSION", 2)
    frame = box.events(*_newer_events()[:1])
    monkeypatch.setattr(mail_frames, "VERSION", 1)

    refused = code_of(lambda: inbox.take(frame.data))
    before = inbox.mark()
    monkeypatch.setattr(mail_frames, "VERSION", 2)

    assert (refused, before) == ("mail.newer", NOTHING)
    assert [row.outcome for row in inbox.take(frame.data)] == [Outcome.NEW]


def test_a_note_that_another_program_wrote_otherwise_is_no_obstacle(office: MailDesk, box: Mailbox) -> None:
    inbox = on_line(office)
    notes = Settings(office.store)
    notes.put("mail.waits", {"program": "soon", "line": [1], "of_tomorrow": [3, "ab", "x"]})

    assert inbox.mark() == NOTHING
    assert [row.outcome for row in inbox.take(box.events(*_newer_events()[:1]).data)] == [Outcome.NEW]


def test_a_desk_far_older_than_the_centre_wishes_for_still_sends_all_it_has(bench: LineBench) -> None:
    with bench.cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.centre SET wanted_program = 9000000")
    bench.write(300)

    report = bench.round()

    assert (report.ended, report.unsent, report.wanted) == (Ending.DONE, 0, 9_000_000)
