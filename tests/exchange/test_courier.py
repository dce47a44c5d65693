"""One round of exchange against a gate in memory: what goes, where it goes on, and what a person is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.gate_talk import Answer
from kt1desk.exchange.line_state import keep_state, read_state
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.services.sentences import SENTENCES
from kt1desk.store.settings import Settings
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.gate_model import GateModel
from tests.support.line_desks import Tapped, courier, gate_ahead_of_time
from tests.support.mail_desks import MailDesk, listed, mail_desk

DEVICE = 9


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, DEVICE, COMMUNE_POINT) as made:
        yield made.believing(listed(made))


@pytest.fixture
def gate() -> GateModel:
    return gate_ahead_of_time(DEVICE)


def _write(desk: MailDesk, events: int, start: int = 0) -> None:
    desk.write(*(arrived(item_number(start + at)) for at in range(events)))


def _line(gate: GateModel) -> Tapped:
    return Tapped(gate.line(DEVICE))


def _at_the_gate(gate: GateModel, desk: MailDesk) -> dict[Stream, int]:
    """The last sequence number that the gate has of each stream, read from its frames by themselves."""
    found = {}
    for stream in Stream:
        frames = gate.frames(DEVICE, stream, 1)
        events = [event for data in frames for event in open_frame(data, desk.keys, shipped()).events]
        assert [event.id.seq for event in events] == list(range(1, len(events) + 1))
        found[stream] = len(events)
    return found


def _code(report: RoundReport) -> str:
    assert report.problem is not None
    assert report.problem.code in SENTENCES
    return report.problem.code


def test_all_that_was_written_is_at_the_gate_after_one_round_and_the_report_counts_it(
    gate: GateModel, desk: MailDesk
) -> None:
    _write(desk, 600)

    report = courier(_line(gate), desk).round()

    with desk.store.read() as reader:
        assert _at_the_gate(gate, desk) == {stream: reader.last_seq(stream) for stream in Stream}
    assert report.ended is Ending.DONE
    assert [each.kept for each in report.streams] == [len(gate.frames(DEVICE, each, 1)) for each in Stream]
    assert (report.unsent, report.oldest_ms, report.turns) == (0, 0, 1)


def test_with_nothing_to_do_a_round_is_one_question_and_one_answer(gate: GateModel, desk: MailDesk) -> None:
    courier(_line(gate), desk).round()
    line = _line(gate)

    report = courier(line, desk).round()

    assert (len(line.asks), report.turns) == (1, 1)
    assert line.asks[0].frame is None


def test_one_event_goes_in_one_turn_whoever_wrote_before(gate: GateModel, desk: MailDesk) -> None:
    courier(_line(gate), desk).round()
    _write(desk, 1)
    line = _line(gate)

    report = courier(line, desk).round()

    assert (len(line.asks), report.turns, report.streams[0].kept) == (1, 1, 1)


def test_a_conversation_shows_one_token_and_the_next_one_the_newest(gate: GateModel, desk: MailDesk) -> None:
    _write(desk, 600)
    line = _line(gate)

    courier(line, desk).round()
    courier(line, desk).round()

    shown = [ask.token for ask in line.asks]
    assert len(line.asks) > 3
    assert set(shown[:-1]) == {shown[0]}
    assert shown[-1] == line.replies[-2].token


def test_after_a_cut_the_old_token_is_shown_and_the_gate_is_asked_before_a_frame_is_spent(
    gate: GateModel, desk: MailDesk
) -> None:
    courier(_line(gate), desk).round()
    _write(desk, 600)
    line = _line(gate)
    line.lost_replies = {1}

    cut = courier(line, desk).round()
    healed = courier(line, desk).round()

    assert (cut.ended, _code(cut)) == (Ending.LATER, "line.cut")
    assert cut.unsent > 0
    assert line.asks[2].frame is None
    assert {ask.token for ask in line.asks} == {line.asks[0].token}
    assert (healed.ended, healed.unsent, sum(each.again for each in healed.streams)) == (Ending.DONE, 0, 0)


def test_a_desk_that_died_before_it_could_note_the_answer_sends_one_frame_twice_and_counts_it_as_kept(
    gate: GateModel, desk: MailDesk
) -> None:
    courier(_line(gate), desk).round()
    before = read_state(Settings(desk.store))
    _write(desk, 3)
    courier(_line(gate), desk).round()
    keep_state(Settings(desk.store), before)
    line = _line(gate)

    report = courier(line, desk).round()

    assert [reply.answer for reply in line.replies] == [Answer.DUP]
    assert (report.ended, report.unsent, report.streams[0].again) == (Ending.DONE, 0, 1)


def test_a_centre_that_was_restored_gets_the_same_frames_again_with_nothing_written(
    gate: GateModel, desk: MailDesk
) -> None:
    _write(desk, 300)
    courier(_line(gate), desk).round()
    held = gate.backup()
    _write(desk, 600, start=300)
    courier(_line(gate), desk).round()
    before = gate.frames(DEVICE, Stream.KT1, 1)
    gate.restore(held)

    report = courier(_line(gate), desk).round()

    assert gate.frames(DEVICE, Stream.KT1, 1) == before
    assert (report.ended, report.unsent, report.restored) == (Ending.DONE, 0, True)


def test_frames_on_their_way_to_a_gate_that_is_elsewhere_go_again_from_its_word(
    gate: GateModel, desk: MailDesk
) -> None:
    _write(desk, 300)
    courier(_line(gate), desk).round()
    held = gate.backup()
    _write(desk, 900, start=300)
    courier(_line(gate), desk).round()
    gate.restore(held)
    _write(desk, 900, start=1_200)
    line = _line(gate)

    report = courier(line, desk).round()

    assert Answer.GAP in [reply.answer for reply in line.replies]
    with desk.store.read() as reader:
        assert _at_the_gate(gate, desk)[Stream.KT1] == reader.last_seq(Stream.KT1)
    assert (report.ended, report.unsent) == (Ending.DONE, 0)


def test_another_frame_under_our_number_stops_its_stream_and_the_other_goes_on(
    gate: GateModel, desk: MailDesk, tmp_path: Path
) -> None:
    with mail_desk(tmp_path / "twin", DEVICE, COMMUNE_POINT) as made:
        twin = made.believing(listed(made))
        _write(twin, 5)
        courier(gate.line(DEVICE), twin).round()
    kept = gate.devices[DEVICE].chains
    del kept[Stream.COUNTER, 1]
    gate.devices[DEVICE].token = None
    _write(desk, 7)

    report = courier(_line(gate), desk).round()

    kt1, counter = report.streams
    assert kt1.problem is not None
    assert kt1.problem.code == "outbox.fork"
    assert kt1.unsent > 7
    assert (counter.problem, counter.unsent) == (None, 0)


@pytest.mark.parametrize(
    ("befalls", "code"), [("revoked", "line.revoked"), ("token", "line.token"), ("hardware", "line.hardware")]
)
def test_a_gate_that_does_not_take_the_desks_word_stops_the_round_and_nothing_is_lost(
    gate: GateModel, desk: MailDesk, befalls: str, code: str
) -> None:
    courier(_line(gate), desk).round()
    _write(desk, 700)
    known = gate.devices[DEVICE]
    if befalls == "revoked":
        gate.revoke(DEVICE)
    elif befalls == "token":
        known.token, known.token_before = b"T" * 16, b"U" * 16
    else:
        known.hardware = b"H" * 16
    before = read_state(Settings(desk.store)).token

    report = courier(_line(gate), desk).round()

    assert (report.ended, _code(report)) == (Ending.STOPPED, code)
    assert report.unsent == 700
    assert read_state(Settings(desk.store)).token == before


def test_a_desk_that_is_let_in_again_sends_what_it_kept(gate: GateModel, desk: MailDesk) -> None:
    _write(desk, 5)
    gate.revoke(DEVICE)
    courier(_line(gate), desk).round()
    gate.enrol(DEVICE, COMMUNE_POINT)

    report = courier(_line(gate), desk).round()

    assert (report.ended, report.unsent) == (Ending.DONE, 0)


def test_a_register_that_must_stay_off_the_network_stays_also_with_frames_sealed_before(
    gate: GateModel, tmp_path: Path
) -> None:
    with mail_desk(tmp_path, DEVICE, COMMUNE_POINT, frozenset({Transport.BUNDLE, Transport.PAPER})) as made:
        desk = made.believing(listed(made))
        _write(desk, 5)

        report = courier(_line(gate), desk).round()

    kt1, counter = report.streams
    assert (kt1.problem.code if kt1.problem else "", counter.problem) == ("exchange.no_network", None)
    assert gate.frames(DEVICE, Stream.KT1, 1) == []
    assert (report.ended, counter.unsent) == (Ending.DONE, 0)


def test_the_oldest_event_that_is_not_sent_has_an_age(gate: GateModel, desk: MailDesk) -> None:
    courier(_line(gate), desk).round()
    _write(desk, 1)
    desk.clock.pass_ms(7_200_000)
    _write(desk, 1, start=1)
    line = _line(gate)
    line.lost_asks = {0}

    report = courier(line, desk).round()

    assert (_code(report), report.unsent, report.oldest_ms) == ("line.unreachable", 2, 7_200_000)


def test_the_centres_clock_is_read_off_the_answers(gate: GateModel, desk: MailDesk) -> None:
    report = courier(_line(gate), desk).round()

    assert report.offset_ms == 90_000
    assert read_state(Settings(desk.store)).offset_ms == 90_000
