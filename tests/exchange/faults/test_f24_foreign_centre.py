"""Fault 24, the part of mail: a wrong centre, a stolen mailbox, a key that the province took back. Nothing of theirs comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.desk_file import NumberBlock
from kt1desk.exchange.bundle import NOTHING
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.mail_records import Grant, grant_record
from kt1desk.store.settings import Settings
from tests.support.centre_mail import CENTRE, Mailbox, desk_file, key_record, newer, on_line, told
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import (
    COMMUNE,
    OFFICE_POINT,
    OTHER_PROVINCE,
    PROVINCE_KEY,
    code_of,
    row_of,
)
from tests.support.mail_desks import MailDesk, listed, mail_desk

WRONG = Ed25519PrivateKey.from_private_bytes(bytes(range(100, 132)))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk, more=[row_of(COMMUNE)]))


def _records(desk: MailDesk) -> list[MailRecord]:
    """One of each kind that would do harm."""
    event = Writer(COMMUNE).append(arrived(item_number(1)))
    grant = grant_record(Grant(7, NumberBlock("MX", 1, 1000)))
    return [*told([event]), grant, key_record(newer(desk.keys))]


@pytest.mark.parametrize("key", [WRONG, OTHER_PROVINCE], ids=["another centre", "another province"])
def test_mail_that_another_key_signed_is_refused_whole(office: MailDesk, key: Ed25519PrivateKey) -> None:
    inbox, before = on_line(office), office.events()
    forged = Mailbox(OFFICE_POINT, key).send(*_records(office))

    refused = code_of(lambda: inbox.take(forged.data))

    assert refused == "mail.forged"
    assert (office.events(), inbox.mark()) == (before, NOTHING)
    with office.store.read() as reader:
        assert list(reader.blocks()) == []


def test_a_forged_frame_that_goes_on_from_a_true_one_is_refused_and_the_true_next_one_is_taken(
    office: MailDesk,
) -> None:
    inbox, box = on_line(office), Mailbox(OFFICE_POINT)
    records = _records(office)
    inbox.take(box.send(records[0]).data)
    forged = Mailbox(OFFICE_POINT, WRONG, frames=list(box.frames))

    refused = code_of(lambda: inbox.take(forged.send(records[1]).data))

    assert refused == "mail.forged"
    assert [row.outcome.value for row in inbox.take(box.send(records[1]).data)] == ["new"]


def test_a_signature_of_the_centre_on_another_kind_of_file_is_no_mail(office: MailDesk) -> None:
    inbox, box = on_line(office), Mailbox(OFFICE_POINT)
    frame = box.send(*_records(office))
    other_tag = CENTRE.sign(b"kt1desk/signed-frame/1\0" + frame.hash)

    assert code_of(lambda: inbox.take(frame.data[:-64] + other_tag)) == "mail.forged"


def test_a_desk_file_of_another_province_brings_in_no_centre(office: MailDesk) -> None:
    notes, desk = Settings(office.store), (7, OFFICE_POINT)
    inbox = on_line(office)
    whole = desk_file(office, WRONG.public_key().public_bytes_raw(), date(2026, 11, 20))
    theirs = keep_desk_file(notes, PROVINCE_KEY, desk_file(office), desk).content
    foreign = sign(replace(theirs, valid_from=date(2026, 11, 20)), OTHER_PROVINCE)

    assert code_of(lambda: keep_desk_file(notes, PROVINCE_KEY, foreign, desk)) == "desk_file.wrong_province"
    altered = whole.replace(b"2026-11-20", b"2026-11-21")
    assert code_of(lambda: keep_desk_file(notes, PROVINCE_KEY, altered, desk)) == "desk_file.forged"
    assert [row.outcome.value for row in inbox.take(Mailbox(OFFICE_POINT).send(*_records(office)).data)] == (
        ["new"] * 3
    )


def test_a_centre_whose_key_the_province_took_back_is_not_read_any_more(office: MailDesk) -> None:
    inbox, box, notes = on_line(office), Mailbox(OFFICE_POINT), Settings(office.store)
    records = _records(office)
    inbox.take(box.send(records[0]).data)
    changed = desk_file(office, WRONG.public_key().public_bytes_raw(), date(2026, 11, 20))

    keep_desk_file(notes, PROVINCE_KEY, changed, (7, OFFICE_POINT))

    assert code_of(lambda: inbox.take(box.send(records[1]).data)) == "mail.forged"
    renewed = Mailbox(OFFICE_POINT, WRONG, frames=box.frames[:1])
    assert [row.outcome.value for row in inbox.take(renewed.send(records[1]).data)] == ["new"]


def test_a_key_list_of_another_province_changes_nothing_even_in_true_mail(office: MailDesk) -> None:
    inbox = on_line(office)
    foreign = MailRecord(RecordKind.KEYS, sign_key_list(newer(office.keys), OTHER_PROVINCE))

    rows = inbox.take(Mailbox(OFFICE_POINT).send(foreign).data)

    assert [row.reason.code for row in rows if row.reason] == ["key_list.wrong_province"]
