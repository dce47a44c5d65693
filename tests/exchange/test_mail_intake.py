"""The centre's mail comes in: a frame, its mark and what it holds at once; what is bad holds up nothing, what waits comes again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import LineAllowed, LineClosed, MailTaken
from kt1desk.domain.permissions import Role
from kt1desk.exchange.bundle import NOTHING
from kt1desk.exchange.gate_talk import LINE_ACTOR
from kt1desk.exchange.inbox import Outcome, Taken
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.kept_keys import kept_keys
from kt1desk.exchange.mail_frames import MailRecord
from kt1desk.exchange.mail_records import Grant, SafeMark, grant_record, safe_record
from kt1desk.exchange.safe_marks import safe_upto
from kt1desk.exchange.trust import KeyList
from kt1desk.services.set_up import NewUser
from kt1desk.store.settings import Settings
from tests.support.centre_mail import Mailbox, desk_file, key_record, newer, on_line, told
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    OFFICE_POINT,
    PROVINCE_KEY,
    STRANGER,
    code_of,
    refusal,
    row_of,
)
from tests.support.mail_desks import MailDesk, listed, mail_desk

OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(9, 41)))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    """The office's desk; the commune's is a writer whose key is in the list."""
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk, more=[row_of(COMMUNE)]))


@pytest.fixture
def box() -> Mailbox:
    return Mailbox(OFFICE_POINT)


def _outcomes(rows: Sequence[Taken]) -> list[str]:
    return [row.reason.code if row.reason else row.outcome.value for row in rows]


def _arrivals(count: int, writer: Writer | None = None) -> list[MailRecord]:
    writer = writer or Writer(COMMUNE)
    return told(writer.append(arrived(item_number(at))) for at in range(count))


def test_mail_of_the_centre_is_kept_byte_for_byte_by_the_line_and_marked(
    office: MailDesk, box: Mailbox
) -> None:
    inbox, writer = on_line(office), Writer(COMMUNE)
    events = [writer.append(arrived(item_number(at))) for at in range(3)]

    rows = inbox.take(box.events(*events).data)

    assert [row.outcome for row in rows] == [Outcome.NEW] * 3
    assert [office.received(event.id) for event in events] == events
    assert inbox.mark() == box.mark
    with office.store.read() as reader:
        ours = reader.mail_event(events[0].id)
        said = reader.event(ours) if ours is not None else None
    assert said is not None
    assert (said.envelope.actor, MailTaken.of(said.body()).way) == ("line", "network")


def test_a_frame_that_comes_again_changes_nothing(office: MailDesk, box: Mailbox) -> None:
    inbox, frame = on_line(office), box.send(*_arrivals(3))
    inbox.take(frame.data)
    before = office.events()

    assert inbox.take(frame.data) == ()
    assert (office.events(), inbox.mark()) == (before, frame.mark)


def test_what_came_by_file_changes_nothing_when_the_centre_sends_it_too(
    office: MailDesk, box: Mailbox
) -> None:
    inbox, records = on_line(office), _arrivals(2)
    inbox.take(box.send(*records).data)
    before = office.events()

    rows = inbox.take(box.send(*records).data)

    assert _outcomes(rows) == ["already", "already"]
    assert office.events() == before


def test_a_frame_that_is_not_the_next_one_is_refused_and_changes_nothing(
    office: MailDesk, box: Mailbox
) -> None:
    inbox, records = on_line(office), _arrivals(6)
    first, second, third = (box.send(*records[at : at + 2]) for at in (0, 2, 4))
    other = Mailbox(OFFICE_POINT)
    other.send(*records[2:4])
    inbox.take(first.data)
    before = office.events()

    gap = refusal(lambda: inbox.take(third.data))
    fork = code_of(lambda: inbox.take(other.send(*records[4:]).data))
    another_first = code_of(lambda: inbox.take(other.frames[0].data))

    assert (gap.code, gap.details) == ("mail.gap", {"number": 3, "known": 1})
    assert (fork, another_first) == ("mail.fork", "mail.fork")
    assert (office.events(), inbox.mark()) == (before, first.mark)
    assert _outcomes(inbox.take(second.data)) == ["new", "new"]


def test_mail_for_another_point_or_without_a_known_centre_is_refused(office: MailDesk, box: Mailbox) -> None:
    frame = box.send(*_arrivals(1))

    assert code_of(lambda: on_line(office, file=False).take(frame.data)) == "mail.no_gate_key"
    elsewhere = Mailbox(COMMUNE_POINT).send(*_arrivals(1))
    assert code_of(lambda: on_line(office).take(elsewhere.data)) == "mail.other_point"
    assert on_line(office).mark() == NOTHING


def test_a_desk_file_without_a_key_of_the_centre_says_so_and_an_older_one_is_not_taken(
    office: MailDesk,
) -> None:
    inbox, notes, desk = on_line(office, file=False), Settings(office.store), (7, OFFICE_POINT)
    keep_desk_file(notes, PROVINCE_KEY, desk_file(office, gate=None), desk)

    assert code_of(lambda: inbox.take(Mailbox(OFFICE_POINT).send(*_arrivals(1)).data)) == "mail.no_gate_key"
    older = desk_file(office, day=date(2026, 10, 1))
    assert code_of(lambda: keep_desk_file(notes, PROVINCE_KEY, older, desk)) == "desk_file.older"
    other = (8, OFFICE_POINT)
    assert code_of(lambda: keep_desk_file(notes, PROVINCE_KEY, older, other)) == "desk_file.other_desk"


def test_a_newer_desk_file_changes_the_key_of_the_centre(office: MailDesk, box: Mailbox) -> None:
    inbox, notes = on_line(office), Settings(office.store)
    newer_key = OTHER_KEY.public_key().public_bytes_raw()
    keep_desk_file(notes, PROVINCE_KEY, desk_file(office, newer_key, date(2026, 11, 20)), (7, OFFICE_POINT))

    assert code_of(lambda: inbox.take(box.send(*_arrivals(1)).data)) == "mail.forged"
    assert _outcomes(inbox.take(Mailbox(OFFICE_POINT, OTHER_KEY).send(*_arrivals(1)).data)) == ["new"]


def test_one_record_that_cannot_be_taken_in_holds_up_no_other(office: MailDesk, box: Mailbox) -> None:
    inbox, writer = on_line(office), Writer(COMMUNE)
    good = told([writer.append(arrived(item_number(1)))])
    elsewhere = told([writer.append(arrived(item_number(2), to="246941"))])
    own = told([office.write(arrived(item_number(3), point=OFFICE_POINT, to=COMMUNE_POINT))[0]])
    broken = [MailRecord(1, b"no event"), MailRecord(3, b"no grant")]

    rows = inbox.take(box.send(*elsewhere, *broken, *own, *good).data)

    assert _outcomes(rows) == ["inbox.other_point", "wire.damaged", "mail.record", "already", "new"]
    assert inbox.mark() == box.mark


def test_another_event_under_a_known_identity_is_refused(office: MailDesk, box: Mailbox) -> None:
    inbox = on_line(office)
    inbox.take(box.send(*_arrivals(1)).data)
    other = Writer(COMMUNE).append(arrived(item_number(8)))

    assert _outcomes(inbox.take(box.events(other).data)) == ["inbox.fork"]


def test_what_is_of_the_kt1_register_waits_until_its_line_is_approved(office: MailDesk, box: Mailbox) -> None:
    office.write(LineClosed("", OFFICE_POINT))
    inbox, records = on_line(office), _arrivals(3)
    first = box.send(*records[:1])
    inbox.take(first.data)
    inbox.take(box.send(*records[1:]).data)
    before = inbox.mark()

    office.write(LineAllowed("13/BĐT", "2026-11-23", OFFICE_POINT))
    again = inbox.mark()
    rows = [row for frame in box.frames for row in inbox.take(frame.data)]

    assert (before, again) == (box.mark, NOTHING)
    assert _outcomes(rows) == ["new"] * 3
    assert inbox.mark() == box.mark


def test_a_device_that_no_list_names_yet_comes_again_with_the_list_that_does(
    office: MailDesk, box: Mailbox
) -> None:
    inbox = on_line(office)
    box.send(*_arrivals(1))
    box.send(*_arrivals(1, Writer(STRANGER)))
    point = replace(row_of(STRANGER), point=COMMUNE_POINT)
    box.send(key_record(KeyList((*office.keys.desks, point), office.keys.issue + 1, office.keys.day)))
    rows = [inbox.take(frame.data) for frame in box.frames]

    again = inbox.mark()
    more = [inbox.take(frame.data) for frame in box.frames[1:]]

    assert [_outcomes(each) for each in rows] == [["new"], ["trust.unknown_device"], ["new"]]
    assert again == box.frames[0].mark
    assert [_outcomes(each) for each in more] == [["new"], ["already"]]


def test_a_device_that_the_list_behind_it_in_one_frame_names_comes_again(
    office: MailDesk, box: Mailbox
) -> None:
    inbox = on_line(office)
    point = replace(row_of(STRANGER), point=COMMUNE_POINT)
    keys = KeyList((*office.keys.desks, point), office.keys.issue + 1, office.keys.day)
    frame = box.send(*_arrivals(1, Writer(STRANGER)), key_record(keys))

    first = _outcomes(inbox.take(frame.data))
    again = inbox.mark()
    second = _outcomes(inbox.take(frame.data))

    assert (first, second) == (["trust.unknown_device", "new"], ["new", "already"])
    assert (again, inbox.mark()) == (NOTHING, box.mark)


def test_a_key_list_counts_for_the_records_after_it(office: MailDesk, box: Mailbox) -> None:
    inbox = on_line(office, keys=False)
    without = _arrivals(1)

    rows = inbox.take(box.send(*without, key_record(newer(office.keys)), *without).data)

    assert _outcomes(rows) == ["key_list.none", "new", "new"]
    assert kept_keys(Settings(office.store), PROVINCE_KEY).content.issue == office.keys.issue + 1
    assert _outcomes(inbox.take(box.send(key_record(office.keys)).data)) == ["already"]


def test_a_block_of_numbers_for_this_desk_is_granted_once_and_never_over_another(
    office: MailDesk, box: Mailbox
) -> None:
    inbox = on_line(office)
    blocks = [(7, 1, 1000), (7, 1, 1000), (8, 2000, 2999), (7, 900, 1100), (7, 1001, 2000)]
    records = [grant_record(Grant(device, NumberBlock("MX", *ends))) for device, *ends in blocks]

    rows = inbox.take(box.send(*records).data)

    assert _outcomes(rows) == ["new", "already", "already", "number.block_overlap", "new"]
    with office.store.read() as reader:
        assert [(row.first, row.last) for row in reader.blocks()] == [(1, 1000), (1001, 2000)]


def test_what_lies_in_a_backup_is_what_the_centre_said_last_of_this_device(
    office: MailDesk, box: Mailbox
) -> None:
    inbox, notes = on_line(office), Settings(office.store)
    inbox.take(
        box.send(safe_record([SafeMark(7, 1, 1, 40), SafeMark(7, 2, 1, 9), SafeMark(8, 1, 1, 3)])).data
    )

    inbox.take(box.send(safe_record([SafeMark(7, 1, 1, 25)])).data)

    assert safe_upto(notes) == {Stream.KT1: (1, 25), Stream.COUNTER: (1, 9)}


def test_the_mailbox_can_be_set_back_and_what_is_here_stays(office: MailDesk, box: Mailbox) -> None:
    inbox, records = on_line(office), _arrivals(3)
    for record in records:
        inbox.take(box.send(record).data)
    before = office.events()

    inbox.go_back(box.frames[0].mark)
    restored = Mailbox(OFFICE_POINT, frames=box.frames[:1], made_ms=box.made_ms + 1)
    rows = inbox.take(restored.send(*records[1:]).data)

    assert _outcomes(rows) == ["already", "already"]
    assert (office.events(), inbox.mark()) == (before, restored.mark)
    inbox.go_back(NOTHING)
    assert inbox.mark() == NOTHING


def test_nobody_can_be_enrolled_under_the_id_that_the_line_writes_as() -> None:
    nobody = NewUser(LINE_ACTOR, "Hoàng Thị Hà", frozenset({Role.CLERK}))

    assert code_of(nobody.checked) == "user.id_shape"
