"""Bundles between desks: they go on from what was taken, whatever is lost, doubled, late, restored or come in another order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.facts import BundleWritten
from kt1desk.exchange.bundle import MailMark, open_bundle
from kt1desk.exchange.inbox import Outcome
from kt1desk.exchange.judging import LATER
from kt1desk.exchange.outgoing import WrittenBundle
from kt1desk.exchange.peers import NOBODY, Peer, note_peer, peer
from tests.support.chains import arrived, item_number, tried
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT, code_of
from tests.support.mail_desks import MailDesk, listed, mail_desk, office_and_commune

Pair = tuple[MailDesk, MailDesk]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Pair]:
    with office_and_commune(tmp_path) as pair:
        yield pair


def _mail(desk: MailDesk, *items: int) -> None:
    """The commune tells the office of items that arrived."""
    desk.write(*(arrived(item_number(at)) for at in items))


def _take(desk: MailDesk, written: WrittenBundle) -> list[str]:
    rows = desk.inbox.take_bundle(desk.session(), written.data)
    return [row.outcome.value for row in rows]


def _exchange(giver: MailDesk, taker: MailDesk) -> WrittenBundle:
    """A bundle one way, and the answer the other way."""
    written = giver.bundle(taker.own.point)
    _take(taker, written)
    _take(giver, taker.bundle(giver.own.point))
    return written


def test_a_bundle_is_an_event_with_its_number_its_last_mail_and_its_hash(desks: Pair) -> None:
    _, commune = desks
    _mail(commune, 1, 2)

    written = commune.bundle(OFFICE_POINT)

    with commune.store.read() as reader:
        last = reader.events_after(BundleWritten.STREAM, 0)[-1]
        known = reader.bundles_to(OFFICE_POINT)
    fact = BundleWritten.of(last.body())
    opened = open_bundle(written.data, desks[0].own, desks[0].keys)
    assert (fact.to, fact.number, fact.upto, fact.sha256) == (OFFICE_POINT, 1, 2, opened.sha256)
    assert (written.number, written.first, written.last, known) == (1, 1, 2, (1, 2))


def test_what_was_not_said_to_be_taken_is_sent_again(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    lost = commune.bundle(OFFICE_POINT)
    _mail(commune, 3)

    second = commune.bundle(OFFICE_POINT)

    assert (lost.last, second.first, second.last) == (2, 1, 3)
    assert _take(office, second) == ["new"] * 3


def test_what_was_said_to_be_taken_is_not_sent_again(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    _exchange(commune, office)
    _mail(commune, 3)

    second = commune.bundle(OFFICE_POINT)

    assert (second.number, second.first, second.last) == (2, 3, 3)
    assert _take(office, second) == ["new"]


def test_a_point_with_two_desks_gets_everything_until_both_have_it(tmp_path: Path) -> None:
    with ExitStack() as stack:
        roots = ((7, OFFICE_POINT), (8, OFFICE_POINT), (9, COMMUNE_POINT))
        made = [stack.enter_context(mail_desk(tmp_path, device, point)) for device, point in roots]
        first, second, commune = (desk.believing(listed(*made)) for desk in made)
        _mail(commune, 1, 2)
        _exchange(commune, first)

        again = commune.bundle(OFFICE_POINT)
        assert (again.first, again.last) == (1, 2)
        assert _take(second, again) == ["new"] * 2
        _take(commune, second.bundle(COMMUNE_POINT))

        assert commune.bundle(OFFICE_POINT).first == 3


def test_a_desk_that_has_more_than_its_neighbour_goes_on_within_what_comes_for_both(tmp_path: Path) -> None:
    with ExitStack() as stack:
        roots = ((7, OFFICE_POINT), (8, OFFICE_POINT), (9, COMMUNE_POINT))
        made = [stack.enter_context(mail_desk(tmp_path, device, point)) for device, point in roots]
        first, second, commune = (desk.believing(listed(*made)) for desk in made)
        _mail(commune, 1)
        _take(second, _exchange(commune, first))
        _take(commune, second.bundle(COMMUNE_POINT))
        _mail(commune, 2)
        _exchange(commune, first)
        _mail(commune, 3)

        for_both = commune.bundle(OFFICE_POINT)
        _take(first, for_both)

        assert (for_both.first, for_both.last) == (2, 3)
        assert peer(first.room.notes, commune.own.device).taken.number == 3


def test_an_older_bundle_after_a_newer_one_has_nothing_more_and_is_refused(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1)
    older = commune.bundle(OFFICE_POINT)
    _mail(commune, 2)
    _take(office, commune.bundle(OFFICE_POINT))
    before = office.events()

    assert code_of(lambda: _take(office, older)) == "bundle.older"
    assert office.events() == before


def test_two_bundles_under_one_number_show_that_a_desk_was_copied(desks: Pair, tmp_path: Path) -> None:
    office, commune = desks
    with mail_desk(tmp_path / "copy", 9, COMMUNE_POINT) as copy:
        copied = copy.believing(commune.keys)
        assert copied.own.public_key_hex == commune.own.public_key_hex
        _mail(commune, 1)
        _mail(copied, 2)
        _take(office, commune.bundle(OFFICE_POINT))

        assert code_of(lambda: _take(office, copied.bundle(OFFICE_POINT))) == "bundle.fork"


def test_a_taker_who_lost_his_memory_says_so_and_gets_everything_again(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    _exchange(commune, office)
    note_peer(office.room.notes, commune.own.device, NOBODY)

    _take(commune, office.bundle(COMMUNE_POINT))
    again = commune.bundle(OFFICE_POINT)

    assert (again.first, again.last) == (1, 2)
    assert _take(office, again) == ["already"] * 2


def test_a_taker_who_lost_his_memory_claims_nothing_beyond_a_gap(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    _exchange(commune, office)
    note_peer(office.room.notes, commune.own.device, NOBODY)
    _mail(commune, 3)

    taken = _take(office, commune.bundle(OFFICE_POINT))

    assert taken == ["new"]
    assert peer(office.room.notes, commune.own.device).taken.number == 0


def test_a_number_that_stands_for_another_event_here_is_not_gone_on_from(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    _exchange(commune, office)
    known = peer(commune.room.notes, office.own.device)
    assert known.acked.number == 2

    note_peer(commune.room.notes, office.own.device, Peer(acked=MailMark(2, "00" * 32)))

    assert commune.bundle(OFFICE_POINT).first == 1


def test_the_same_bundle_twice_does_not_take_back_what_was_said(desks: Pair) -> None:
    office, commune = desks
    _mail(commune, 1)
    _exchange(commune, office)
    _mail(commune, 2)
    written = commune.bundle(OFFICE_POINT)
    _take(office, written)

    assert _take(office, written) == ["already"]
    assert peer(office.room.notes, commune.own.device).taken.number == 2


def test_mail_that_a_newer_program_will_understand_is_not_said_to_be_taken(
    desks: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, commune = desks
    _mail(commune, 1, 2)
    written = commune.bundle(OFFICE_POINT)
    with monkeypatch.context() as older_program:
        older_program.setattr("kt1desk.exchange.judging.KNOWN", {})
        rows = office.inbox.take_bundle(office.session(), written.data)
    assert {row.reason.code for row in rows if row.reason} <= LATER
    assert {row.outcome for row in rows} == {Outcome.LATER}

    _take(commune, office.bundle(COMMUNE_POINT))
    again = commune.bundle(OFFICE_POINT)

    assert _take(office, again) == ["new"] * 2


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_lost_doubled_or_late_in_the_end_everything_is_there_once(desks: Pair, seed: int) -> None:
    office, commune = desks
    chance = random.Random(seed)
    on_the_way: list[tuple[MailDesk, WrittenBundle]] = []
    for at in range(12):
        _mail(commune, at)
        on_the_way.append((office, commune.bundle(OFFICE_POINT)))
        if chance.random() < 0.4:
            on_the_way.append((commune, office.bundle(COMMUNE_POINT)))
        chance.shuffle(on_the_way)
        for taker, written in on_the_way[: chance.randrange(3)]:
            came = tried(partial(_take, taker, written))
            assert came == "bundle.older" or set(came) <= {"new", "already"}
        on_the_way = on_the_way[chance.randrange(2) :]

    for _ in range(2):
        _exchange(commune, office)

    with commune.store.read() as reader:
        sent = [reader.event(row.event) for row in reader.mail(OFFICE_POINT, 0)]
    assert len(sent) == 12
    assert [office.received(event.id) for event in sent if event is not None] == sent
    assert commune.bundle(OFFICE_POINT).first == 13


def test_a_bundle_for_its_own_point_or_for_nobody_is_not_written(desks: Pair) -> None:
    office, _ = desks
    before = office.events()

    assert code_of(lambda: office.bundle(OFFICE_POINT)) == "bundle.to_self"
    assert code_of(lambda: office.bundle("249999")) == "trust.unknown_point"
    assert office.events() == before


def test_a_desk_for_trying_out_writes_no_bundle(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 0, OFFICE_POINT) as trial, mail_desk(tmp_path, 9, COMMUNE_POINT) as commune:
        desk = trial.believing(listed(commune))

        assert code_of(lambda: desk.bundle(COMMUNE_POINT)) == "trust.trial_desk"
