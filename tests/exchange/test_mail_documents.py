"""Reference documents of the centre: whole or not at all, every version for good, and each told by an event of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.config import reference_folder, sample_folder
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DocumentTaken
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.mail_records import MAX_PART_BYTES, document_records, document_row
from kt1desk.services.documents import counting_on
from tests.support.centre_mail import Mailbox, on_line
from tests.support.exchange_keys import OFFICE_POINT
from tests.support.mail_desks import MailDesk, listed, mail_desk

FROM = date(2026, 12, 1)
TARIFF = (reference_folder() / "bcci_tariff.json").read_bytes()
AUTHORITIES = (reference_folder() / "authorities.json").read_bytes()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk))


@pytest.fixture
def box() -> Mailbox:
    return Mailbox(OFFICE_POINT)


def _document(name: str, data: bytes, version: int = 1, day: date = FROM) -> list[MailRecord]:
    return document_records(document_row(name, version, day, data), data)


def _sent(desk: MailDesk, box: Mailbox, records: list[MailRecord]) -> list[str]:
    inbox = on_line(desk)
    rows = [row for record in records for row in inbox.take(box.send(record).data)]
    return [row.reason.code if row.reason else row.outcome.value for row in rows]


def _here(desk: MailDesk) -> dict[tuple[str, int], bytes]:
    with desk.store.read() as reader:
        return {(row.name, row.version): reader.document(row.name, row.version) for row in reader.documents()}


def _last_of_counter(desk: MailDesk) -> DocumentTaken:
    head = desk.store.heads().counter
    with desk.store.read() as reader:
        event = reader.event(EventId(7, Stream.COUNTER, head.incarnation, head.seq))
    assert event is not None
    assert event.envelope.type == DocumentTaken.TYPE
    body = event.body()
    name, version = str(body["name"]), body["version"]
    assert isinstance(version, int)
    return DocumentTaken(name, version, str(body["from"]), str(body["sha256"]))


def test_a_document_in_parts_is_here_only_once_its_last_part_came(office: MailDesk, box: Mailbox) -> None:
    records = _document("authorities", AUTHORITIES)
    before = office.events()

    most = _sent(office, box, records[:-1])
    not_yet = (_here(office), office.events())
    last = _sent(office, box, records[-1:])

    assert len(records) == -(-len(AUTHORITIES) // MAX_PART_BYTES) > 2
    assert set(most) == set(last) == {"new"}
    assert not_yet == ({}, before)
    assert _here(office) == {("authorities", 1): AUTHORITIES}


def test_parts_may_come_twice_and_in_another_order(office: MailDesk, box: Mailbox) -> None:
    records = _document("authorities", AUTHORITIES)

    told = _sent(office, box, [*records[::-1][:2], *records[::-1]])

    assert told == ["new"] * (len(records) + 2)
    assert _here(office) == {("authorities", 1): AUTHORITIES}
    assert _sent(office, box, records) == ["already"] * len(records)


def test_our_own_event_says_which_document_counts_from_which_day(office: MailDesk, box: Mailbox) -> None:
    _sent(office, box, _document("bcci_tariff", TARIFF, 3))

    row = document_row("bcci_tariff", 3, FROM, TARIFF)
    assert _last_of_counter(office) == DocumentTaken("bcci_tariff", 3, "2026-12-01", row.sha256.hex())


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bcci_tariff", b"{", "reference.unreadable"),
        ("bcci_tariff", b"\xff\xfe", "reference.unreadable"),
        ("bcci_tariff", b'{"sources":{},"defaults":{},"rows":[]}', "reference.unreadable"),
        ("bcci_tariff", b'{"sources":[],"defaults":{},"rows":[{}]}', "reference.unreadable"),
        ("bcci_tariff", AUTHORITIES, "reference.bad_row"),
        ("procedures", TARIFF, "reference.bad_row"),
        ("number_blocks", TARIFF, "document.unknown"),
        ("staff", TARIFF, "staff_list.damaged"),
        ("of_tomorrow", TARIFF, "document.unknown"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_with_its_reason_and_nothing_of_it_counts(
    office: MailDesk, box: Mailbox, name: str, data: bytes, code: str
) -> None:
    before = office.events()

    told = _sent(office, box, _document(name, data))

    assert told[-1] == code
    assert (_here(office), office.events()) == ({}, before)


def test_points_without_the_desks_own_are_refused_for_it_could_not_be_opened_any_more(
    office: MailDesk, box: Mailbox
) -> None:
    whole = json.loads((sample_folder() / "points.json").read_bytes())
    without = {**whole, "rows": [row for row in whole["rows"] if row["code"] != OFFICE_POINT]}

    told = _sent(office, box, _document("points", json.dumps(without).encode()))

    assert told == ["reference.point_unknown"]
    assert _here(office) == {}


def test_parts_that_do_not_make_the_document_they_name_are_refused(office: MailDesk, box: Mailbox) -> None:
    row = document_row("authorities", 1, FROM, AUTHORITIES)
    wrong = document_records(row, AUTHORITIES[:-1] + b" ")

    told = _sent(office, box, wrong)

    assert told[-1] == "document.damaged"
    assert _here(office) == {}
    assert _sent(office, box, document_records(row, AUTHORITIES))[-1] == "new"


def test_another_document_under_a_known_version_is_refused(office: MailDesk, box: Mailbox) -> None:
    _sent(office, box, _document("bcci_tariff", TARIFF))

    assert _sent(office, box, _document("bcci_tariff", TARIFF + b"\n")) == ["document.differs"]
    assert _here(office) == {("bcci_tariff", 1): TARIFF}


@pytest.mark.parametrize(
    "changed", [b'"part":0', b'"part":9', b'"version":0', b'"from":"20261201"', b'"name":"../etc"']
)
def test_a_header_that_no_centre_writes_is_refused(office: MailDesk, box: Mailbox, changed: bytes) -> None:
    (record,) = _document("bcci_tariff", TARIFF)
    key = changed.split(b":")[0]
    at = record.body.index(key)
    ends = min(record.body.index(end, at) for end in (b",", b"}") if end in record.body[at:])
    body = record.body[:at] + changed + record.body[ends:]
    size = int.from_bytes(record.body[:4], "big") + len(body) - len(record.body)

    told = _sent(office, box, [MailRecord(RecordKind.DOCUMENT, size.to_bytes(4, "big") + body[4:])])

    assert told == ["mail.record"]


def test_of_the_documents_whose_day_has_come_the_highest_version_counts() -> None:
    first = document_row("bcci_tariff", 1, date(2026, 11, 1), TARIFF)
    second = replace(first, version=2, valid_from=FROM)
    correction = replace(first, version=3, valid_from=date(2026, 11, 10))
    rows = [correction, first, second]

    counting = [
        counting_on(rows, day).get("bcci_tariff")
        for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 10), FROM)
    ]

    assert counting == [None, first, correction, correction]
