"""The one inbox: whichever way mail comes it is proved, taken in once and told one by one, and nothing bad holds up what is good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from kt1desk.domain.events import Event, Moment, Stream
from kt1desk.domain.facts import BundleWritten, ItemStored, MailTaken
from kt1desk.exchange.bundle import BundleHead, Letter, seal_bundle
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from kt1desk.exchange.inbox import Outcome, Taken
from kt1desk.services.sentences import SENTENCES
from tests.support.chains import SHIFT, Writer, arrived, dispatch, item_number, send
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    NOON_MS,
    OFFICE_POINT,
    code_of,
    own_keys,
    row_of,
    seeded,
)
from tests.support.mail_desks import MailDesk, listed, mail_desk

OTHER = own_keys(9, COMMUNE_POINT, life=1)
"""The same device number with a key that the list has not."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    """The office's desk; the commune's is a writer whose key is in the list."""
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk, more=[row_of(COMMUNE)]))


def _bundle(desk: MailDesk, events: Sequence[Event], number: int = 1) -> bytes:
    head = BundleHead(COMMUNE.device, 1, number, Moment(NOON_MS), desk.own.point)
    return seal_bundle(events, head, Letter(COMMUNE_POINT), [row_of(desk.own)], COMMUNE, seeded(number))


def _take(desk: MailDesk, events: Sequence[Event], number: int = 1) -> tuple[Taken, ...]:
    return desk.inbox.take_bundle(desk.session(), _bundle(desk, events, number))


def _outcomes(rows: Sequence[Taken]) -> list[str]:
    return [row.reason.code if row.reason else row.outcome.value for row in rows]


def _commune_paper(desk: MailDesk, event: Event) -> tuple[bytes, ...]:
    return PaperCodes(COMMUNE, desk.keys, seeded()).parts(event, desk.own.point)


def _dispatch_back(writer: Writer, items: int = 3) -> Event:
    """A dispatch from the commune to the office."""
    number = f"CT{COMMUNE_POINT}-261123-{COMMUNE.device}-1"
    fact = dispatch(items, secret=1, to=OFFICE_POINT)
    return send(writer, replace(fact, point=COMMUNE_POINT, dispatch=number))


def test_mail_in_a_bundle_is_kept_byte_for_byte_and_its_coming_is_an_event_of_ours(office: MailDesk) -> None:
    writer = Writer(COMMUNE)
    events = [writer.append(arrived(item_number(at))) for at in range(3)]

    rows = _take(office, events)

    assert [row.outcome for row in rows] == [Outcome.NEW] * 3
    assert [office.received(event.id) for event in events] == events
    with office.store.read() as reader:
        ours = [reader.mail_event(event.id) for event in events]
        told = [reader.event(each) for each in ours if each is not None]
    facts = [MailTaken.of(event.body()) for event in told if event is not None]
    assert [(fact.event_id, fact.hash, fact.way) for fact in facts] == [
        (event.id, event.hash.hex(), "bundle") for event in events
    ]


def test_a_dispatch_from_paper_that_comes_again_by_file_changes_nothing(office: MailDesk) -> None:
    event = _dispatch_back(Writer(COMMUNE))

    first = office.inbox.take_paper(office.session(), _commune_paper(office, event))
    after_paper = office.events()
    again = _take(office, [event])

    assert [row.outcome for row in (*first, *again)] == [Outcome.NEW, Outcome.ALREADY]
    assert office.events() == after_paper
    assert office.received(event.id) == event


def test_the_same_paper_and_the_same_file_once_more_change_nothing(office: MailDesk) -> None:
    event = _dispatch_back(Writer(COMMUNE))
    parts = _commune_paper(office, event)
    office.inbox.take_paper(office.session(), parts)
    data = _bundle(office, [event])
    office.inbox.take_bundle(office.session(), data)
    before = office.events()

    rows = (
        *office.inbox.take_paper(office.session(), parts[::-1]),
        *office.inbox.take_bundle(office.session(), data),
    )

    assert [row.outcome for row in rows] == [Outcome.ALREADY] * 2
    assert office.events() == before


def test_a_frame_is_taken_in_for_the_mail_in_it_that_is_for_this_point(office: MailDesk) -> None:
    writer = Writer(COMMUNE)
    writer.append(ItemStored(item_number(1), 2, COMMUNE_POINT, SHIFT, "KET1"))
    ours = writer.append(arrived(item_number(1)))
    writer.append(arrived(item_number(2), to="246941"))
    frame = seal_frame(writer.events, START, Moment(NOON_MS), COMMUNE, shipped())

    rows = office.inbox.take_frame(office.session(), frame.data)

    assert _outcomes(rows) == ["inbox.not_mail", "new", "inbox.other_point"]
    assert office.received(ours.id) == ours
    assert [office.received(event.id) for event in writer.events if event != ours] == [None, None]


@pytest.mark.parametrize("forged", ["other key", "other sum of items", "other point"])
def test_a_forged_paper_is_refused_and_nothing_of_it_is_kept(office: MailDesk, forged: str) -> None:
    fact = replace(dispatch(3, to=OFFICE_POINT), point=COMMUNE_POINT)
    if forged == "other key":
        event = Writer(OTHER).append(fact)
    elif forged == "other point":
        event = Writer(COMMUNE).append(replace(fact, point="246941"))
    else:
        event = Writer(COMMUNE).append(fact)
        event = replace(event, body_bytes=event.body_bytes.replace(b"KT1003", b"KT1001"))
    before = office.events()

    code = code_of(lambda: office.inbox.take_paper(office.session(), _commune_paper(office, event)))

    assert code == ("trust.wrong_point" if forged == "other point" else "trust.forged")
    assert office.events() == before


def test_a_paper_for_another_point_is_refused(office: MailDesk) -> None:
    fact = replace(dispatch(2, to="246941"), point=COMMUNE_POINT, dispatch=f"CT{COMMUNE_POINT}-261123-9-1")
    event = Writer(COMMUNE).append(fact)
    parts = _commune_paper(office, event)

    error = code_of(lambda: office.inbox.take_paper(office.session(), parts))

    assert error == "inbox.other_point"


def test_what_bears_no_signature_of_its_own_is_not_taken_from_paper(office: MailDesk) -> None:
    event = Writer(COMMUNE).append(arrived())

    parts = _commune_paper(office, event)

    assert code_of(lambda: office.inbox.take_paper(office.session(), parts)) == "inbox.needs_bundle"


def test_an_event_without_the_signature_its_kind_bears_is_refused_also_in_a_signed_bundle(
    office: MailDesk,
) -> None:
    fact = replace(dispatch(2, to=OFFICE_POINT), point=COMMUNE_POINT)
    signed_by_other = Writer(OTHER).append(fact)

    rows = _take(office, [signed_by_other])

    assert _outcomes(rows) == ["trust.forged"]


def test_what_is_bad_is_told_and_what_follows_is_taken_in(office: MailDesk) -> None:
    writer = Writer(COMMUNE)
    good = writer.append(arrived(item_number(1)))
    bad = [
        Writer(own_keys(11, COMMUNE_POINT)).append(arrived(item_number(2))),
        writer.append(BundleWritten(OFFICE_POINT, 1, 1, "ab" * 32)),
        writer.append(arrived(item_number(3), to="246941")),
        writer.append(arrived(item_number(4), point="246941")),
        writer.append(_Foreseen()),
        writer.append(_NewerArrival()),
        writer.append(_BadArrival()),
        Writer(COMMUNE, Stream.COUNTER).append(arrived(item_number(6))),
    ]
    last = writer.append(arrived(item_number(5)))

    rows = _take(office, [good, *bad, last])

    assert _outcomes(rows) == [
        "new",
        "inbox.other_device",
        "inbox.not_mail",
        "inbox.other_point",
        "trust.wrong_point",
        "inbox.newer",
        "inbox.newer",
        "inbox.unreadable",
        "inbox.unreadable",
        "new",
    ]
    assert [row.outcome for row in rows[5:7]] == [Outcome.LATER] * 2
    assert [row.reason.code for row in rows if row.reason and row.reason.code not in SENTENCES] == []


class _Foreseen:
    """A fact of a type that only a later program knows."""

    TYPE: ClassVar[str] = "item.foreseen"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1

    def body(self) -> dict[str, str]:
        return {"from_point": OFFICE_POINT, "point": COMMUNE_POINT, "foreseen": "1"}


class _NewerArrival(_Foreseen):
    """A type this program knows, in a version it does not."""

    TYPE: ClassVar[str] = "item.arrived"
    VERSION: ClassVar[int] = 2


class _BadArrival(_Foreseen):
    """A body that is not one of its type."""

    TYPE: ClassVar[str] = "item.arrived"


def test_another_event_under_a_known_identity_is_refused_and_the_first_one_stays(office: MailDesk) -> None:
    first = Writer(COMMUNE).append(arrived(item_number(1)))
    other_writer = Writer(COMMUNE)
    second = other_writer.append(arrived(item_number(2)))
    third = other_writer.append(arrived(item_number(3)))
    _take(office, [first])

    rows = _take(office, [second, third], number=2)

    assert second.id == first.id
    assert _outcomes(rows) == ["inbox.fork", "new"]
    assert office.received(first.id) == first


def test_a_paper_that_says_something_else_under_a_known_identity_is_refused(office: MailDesk) -> None:
    office.inbox.take_paper(office.session(), _commune_paper(office, _dispatch_back(Writer(COMMUNE), 3)))
    other = _commune_paper(office, _dispatch_back(Writer(COMMUNE), 4))

    assert code_of(lambda: office.inbox.take_paper(office.session(), other)) == "inbox.fork"


def test_an_event_of_this_desk_s_own_number_from_outside_is_refused(office: MailDesk) -> None:
    ours = Writer(office.own).append(replace(dispatch(2, to=OFFICE_POINT), point=COMMUNE_POINT))

    parts = PaperCodes(COMMUNE, office.keys, seeded()).parts(ours, OFFICE_POINT)

    assert code_of(lambda: office.inbox.take_paper(office.session(), parts)) == "inbox.own"
