"""Which way mail may go: what the desk's file allows, and nothing at all for a desk to try out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import LineAllowed
from kt1desk.exchange.bundle import BundleHead, Letter, seal_bundle
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from kt1desk.exchange.inbox import Outcome
from kt1desk.exchange.outgoing import write_bundle
from kt1desk.exchange.policy import province_key, require_way, ways_of
from kt1desk.exchange.trust import KeyList
from kt1desk.services.line_approval import Closing, LineApproval
from tests.support.chains import Writer, arrived, beside_of, dispatch
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    NOON_MS,
    OFFICE_POINT,
    PROVINCE_KEY,
    code_of,
    own_keys,
    row_of,
    seeded,
)
from tests.support.mail_desks import MailDesk, mail_desk, office_and_commune

NETWORK, BUNDLE, PAPER = Transport.NETWORK, Transport.BUNDLE, Transport.PAPER


@pytest.mark.parametrize(
    "allowed", [frozenset(), frozenset({PAPER}), frozenset({BUNDLE, NETWORK}), frozenset(Transport)]
)
def test_the_register_goes_as_its_file_says_and_the_other_stream_whichever_way(
    tmp_path: Path, allowed: frozenset[Transport]
) -> None:
    with mail_desk(tmp_path, 9, COMMUNE_POINT, allowed) as desk, desk.store.read() as reader:
        assert ways_of(reader, Stream.KT1) == allowed
        assert ways_of(reader, Stream.COUNTER) == {NETWORK, BUNDLE, PAPER}


def test_the_register_stays_off_the_network_until_the_written_approval_is_entered_and_again_once_it_ends(
    tmp_path: Path,
) -> None:
    with mail_desk(tmp_path, 9, COMMUNE_POINT, approved=False) as desk:
        line = LineApproval(desk.store, desk.clock)
        assert _refusal_of_network(desk) == "exchange.no_approval"

        line.open(desk.session(), "12/BĐT", date(2026, 11, 20))
        assert _refusal_of_network(desk) is None

        line.close(desk.session(), Closing.WITHDRAWN)
        assert _refusal_of_network(desk) == "exchange.no_approval"
        with desk.store.read() as reader:
            assert ways_of(reader, Stream.KT1) == {BUNDLE, PAPER}
            assert ways_of(reader, Stream.COUNTER) == {NETWORK, BUNDLE, PAPER}


def test_an_approval_opens_no_way_that_the_desk_file_forbids(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 9, COMMUNE_POINT, frozenset({BUNDLE})) as desk:
        desk.write(LineAllowed("12/BĐT", "2026-11-20", COMMUNE_POINT))

        assert _refusal_of_network(desk) == "exchange.no_network"


def _refusal_of_network(desk: MailDesk) -> str | None:
    """The code with which the KT1 register is kept off the network; None where it may go."""
    with desk.store.read() as reader:
        try:
            require_way(reader, NETWORK)
        except DeskError as error:
            return error.code
    return None


def test_the_province_that_is_believed_is_the_one_that_signed_the_desk_s_file(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 9, COMMUNE_POINT) as desk, desk.store.read() as reader:
        assert province_key(reader) == PROVINCE_KEY


def test_a_desk_for_trying_out_has_no_way_and_no_province(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 0, COMMUNE_POINT) as desk, desk.store.read() as reader:
        assert [ways_of(reader, stream) for stream in Stream] == [frozenset()] * 2
        assert code_of(lambda: province_key(reader)) == "trust.trial_desk"


def test_a_desk_takes_mail_only_the_ways_its_file_allows(tmp_path: Path) -> None:
    with office_and_commune(tmp_path, frozenset({Transport.BUNDLE})) as (office, commune):
        fact = dispatch(2, secret=1)
        event = office.write(fact, beside=beside_of(fact))[0]
        parts = PaperCodes(office.own, office.keys, seeded()).parts(event, COMMUNE_POINT)
        frame = seal_frame([event], START, Moment(NOON_MS), office.own, shipped())

        assert code_of(lambda: commune.inbox.take_paper(commune.session(), parts)) == "exchange.no_paper"
        assert (
            code_of(lambda: commune.inbox.take_frame(commune.session(), frame.data)) == "exchange.no_network"
        )
        rows = commune.inbox.take_bundle(commune.session(), office.bundle(COMMUNE_POINT).data)
        assert [row.outcome for row in rows] == [Outcome.NEW]


def test_a_desk_for_trying_out_takes_nothing_in(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 0, OFFICE_POINT) as trial:
        desk = trial.believing(KeyList((row_of(COMMUNE),), 5, DAY))
        head = BundleHead(COMMUNE.device, 1, 1, Moment(NOON_MS), OFFICE_POINT)
        event = Writer(COMMUNE).append(arrived())
        data = seal_bundle([event], head, Letter(COMMUNE_POINT), [row_of(own_keys(7))], COMMUNE, seeded())

        assert code_of(lambda: desk.inbox.take_bundle(desk.session(), data)) == "trust.trial_desk"


def test_whoever_has_no_clearance_takes_nothing_in_and_writes_nothing(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        commune.write(arrived())
        data, before = commune.bundle(OFFICE_POINT).data, office.events()
        uncleared = office.session("uncleared")

        assert code_of(lambda: office.inbox.take_bundle(uncleared, data)) == "user.clearance_missing"
        assert (
            code_of(lambda: write_bundle(office.room, uncleared, COMMUNE_POINT)) == "user.clearance_missing"
        )
        assert office.events() == before
