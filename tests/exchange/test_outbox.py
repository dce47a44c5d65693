"""The outbox: a frame is on the disk before it is sent, is the same bytes each time, and goes on from what the other side has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import LineClosed
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, Frame, Mark, open_frame
from kt1desk.exchange.outbox import Outbox
from kt1desk.store.frame_shelf import FrameShelf
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT, code_of, refusal
from tests.support.mail_desks import MailDesk, listed, mail_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, 9, COMMUNE_POINT) as made:
        yield made.believing(listed(made))


def _outbox(desk: MailDesk) -> Outbox:
    return Outbox(desk.store, desk.own, FrameShelf(desk.store, 1), desk.clock)


def _sent(desk: MailDesk, taken: Mark = START) -> list[Frame]:
    return list(_outbox(desk).to_send(Stream.KT1, taken))


def _events_in(desk: MailDesk, frames: list[Frame]) -> list[Event]:
    return [event for frame in frames for event in open_frame(frame.data, desk.keys, shipped()).events]


def _own_events(desk: MailDesk) -> list[Event]:
    with desk.store.read() as reader:
        return list(reader.events_after(Stream.KT1, 0, 1_000))


def test_every_event_of_the_stream_is_in_one_frame_whole_and_in_its_order(desk: MailDesk) -> None:
    desk.write(*(arrived(item_number(at)) for at in range(300)))

    frames = _sent(desk)

    assert [frame.head.number for frame in frames] == list(range(1, len(frames) + 1))
    assert len(frames) > 1
    assert _events_in(desk, frames) == _own_events(desk)


def test_a_retry_sends_the_bytes_that_were_kept_also_hours_and_events_later(desk: MailDesk) -> None:
    desk.write(arrived(item_number(1)))
    first = _sent(desk)
    desk.clock.pass_ms(7_200_000)
    desk.write(arrived(item_number(2)))

    again = _sent(desk)

    assert [frame.data for frame in again[: len(first)]] == [frame.data for frame in first]
    assert len(again) == len(first) + 1


def test_it_goes_on_from_what_the_other_side_says_it_has(desk: MailDesk) -> None:
    first = _sent(desk)
    desk.write(arrived(item_number(1)))

    after = _sent(desk, first[-1].mark)

    assert [frame.head.number for frame in after] == [2]
    assert after[0].head.prev == first[-1].hash


def test_with_nothing_new_to_write_the_outbox_empties_and_stays_empty(desk: MailDesk) -> None:
    frames = _sent(desk)

    assert _sent(desk, frames[-1].mark) == []
    assert _outbox(desk).seal_next(Stream.KT1) is None


def test_another_frame_under_our_number_stops_the_sending(desk: MailDesk) -> None:
    _sent(desk)

    error = refusal(lambda: _sent(desk, Mark(1, bytes(32))))

    assert (error.code, error.details["number"]) == ("outbox.fork", 1)


def test_a_side_that_has_more_than_we_ever_sent_shows_that_this_desk_was_restored(desk: MailDesk) -> None:
    _sent(desk)

    assert code_of(lambda: _sent(desk, Mark(9, bytes(32)))) == "outbox.ahead"


def test_a_frame_is_never_put_in_the_place_of_another(desk: MailDesk) -> None:
    frame = _sent(desk)[0]
    shelf = FrameShelf(desk.store, 1)

    assert code_of(lambda: shelf.keep_frame(Stream.KT1, 1, b"other")) == "outbox.taken"
    assert shelf.frame(Stream.KT1, 1) == frame.data


def test_a_register_that_must_stay_off_the_network_stays_while_the_dossiers_go(tmp_path: Path) -> None:
    ways = frozenset({Transport.BUNDLE, Transport.PAPER})
    with mail_desk(tmp_path, 9, COMMUNE_POINT, ways) as made:
        desk = made.believing(listed(made))

        counter = list(_outbox(desk).to_send(Stream.COUNTER, START))

        assert code_of(lambda: _sent(desk)) == "exchange.no_network"
        kinds = {event.envelope.type for event in _events_in(desk, counter)}
        assert "desk.opened" in kinds
        assert not [kind for kind in kinds if kind.startswith(("item.", "dispatch.", "receptacle."))]


def test_a_line_that_is_closed_is_closed_for_frames_that_were_sealed_before_too(desk: MailDesk) -> None:
    desk.write(*(arrived(item_number(at)) for at in range(600)))
    assert len(_sent(desk)) > 2
    frames = _outbox(desk).to_send(Stream.KT1, START)
    next(frames)

    desk.write(LineClosed("", COMMUNE_POINT))

    assert code_of(lambda: next(frames)) == "exchange.no_approval"


def test_a_desk_for_trying_out_sends_nothing(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 0, COMMUNE_POINT) as trial:
        assert code_of(lambda: _sent(trial)) == "trust.trial_desk"
