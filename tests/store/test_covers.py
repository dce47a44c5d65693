"""Covers of cases in custody: held like items, counted and asked for apart from them, and never shown where items are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    BlockGranted,
    BundleWritten,
    DossierBundleWritten,
    DossierHanded,
    DossierReversed,
    EnclosureMade,
    ReceptacleClosed,
    ResultTaken,
)
from kt1desk.domain.facts.dossier_custody import (
    DossierArrived,
    DossierBagClosed,
    DossierRoundStarted,
    DossierStored,
)
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseQuery
from kt1desk.services.ports import Appending
from kt1desk.store import migrate, places
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import APPLICANT, case_fact, grant_legs, reverse_case, take_case
from tests.support.custody import BAG, HERE, THERE, desk_at, take, write
from tests.support.journals import DEK, SHIFT, accept, begin, make, reopen

CASE, SEND, BACK = "LS01-261123-7-001", "RX100000003VN", "RX100000017VN"
AUTHORITY = "XA-TTHCC"
TTHC = Service.TTHC


def case_at(
    desk: DeskStore, *, to: str = "", legs: tuple[str, ...] = (SEND, BACK), number: str = CASE
) -> Event:
    """A case accepted at a desk."""
    return write(desk, replace(case_fact(number, legs), to=to), beside={"applicant": APPLICANT})


def result(dossier: str = CASE, *, item: str = BACK, point: str = HERE, origin: str = "") -> ResultTaken:
    """A result in the hands of a clerk."""
    kinds = (("result", 1),)
    return ResultTaken(dossier, item, "KQ1", AUTHORITY, kinds, point, SHIFT, origin=origin)


def test_the_cover_that_is_sent_is_held_from_its_acceptance_and_the_result_from_its_taking(
    here: DeskStore,
) -> None:
    case_at(here)
    with here.read() as reader:
        before = [(row.item, row.product, row.state, row.holder) for row in reader.held(service=TTHC)]
        assert reader.held_item(BACK, service=TTHC) is None
    write(here, result())

    with here.read() as reader:
        after = {row.item: row.product for row in reader.held(service=TTHC)}
        holders = reader.holders(service=TTHC)
        stands = reader.standing(BACK, service=TTHC)
    assert before == [(SEND, "send", State.STORED, "person:LS01/lan")]
    assert after == {SEND: "send", BACK: "return"}
    assert holders == [("person:LS01/lan", 2)]
    assert stands is not None
    assert (stands.state, stands.n, stands.service) == (State.STORED, 1, TTHC)
    assert verify(here).ok


def test_no_question_about_items_shows_a_cover_and_none_about_covers_an_item(here: DeskStore) -> None:
    case_at(here)
    write(here, result())
    number = str(accept(here).body()["item"])
    write(here, DossierBagClosed(BAG, "NP1", 900, THERE, ((SEND, 2),), HERE, SHIFT))
    write(here, DossierRoundStarted("PH1", "lan", ((BACK, 2),), HERE, SHIFT))

    with here.read() as reader:
        assert [row.item for row in reader.held()] == [number]
        assert [row.item for row in reader.items_here(9)] == [number]
        assert [row.item for row in reader.items_of_shift(SHIFT, 9)] == [number]
        assert reader.items_of_month("2026-11") == [number]
        assert (reader.item(SEND), reader.held_item(SEND), reader.standing(SEND)) == (None, None, None)
        assert (reader.receptacle(BAG), reader.standing(BAG), reader.round("PH1")) == (None, None, None)
        assert (reader.stations(BACK), reader.rounds(only_open=False), reader.items_in(BAG)) == ([], [], [])
        assert reader.receptacles([State.CLOSED]) == []
        assert reader.sealed_with("NP1") == ""
        assert reader.search("RX100000003VN", ("item",), 5) == []
        assert reader.held_item(number, service=TTHC) is None
        assert reader.standing(number, service=TTHC) is None
        bag = reader.receptacle(BAG, service=TTHC)
        assert [row.item for row in reader.items_in(BAG, service=TTHC)] == [SEND]
        assert [row.round for row in reader.rounds(only_open=True, service=TTHC)] == ["PH1"]
        assert [each.step for each in reader.stations(BACK, service=TTHC)] == ["take_on", "give"]
        assert [(each.items, each.dossiers) for each in reader.accepted_on("2026-11-23", 420)] == [(1, 1)]
    assert bag is not None
    assert (bag.service, bag.state) == (TTHC, State.CLOSED)
    assert verify(here).ok


def test_a_case_of_another_point_counts_in_none_of_our_lists_shifts_or_blocks(here: DeskStore) -> None:
    there = desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    with there.work() as work:
        work.append(BlockGranted("RX", 10_000_000, 10_000_999), Appending("system"))
        work.commit()

    take(there, case_at(here, to=THERE))

    with there.read() as reader:
        block = next(each for each in reader.blocks() if each.prefix == "RX")
        assert (block.next, block.left) == (10_000_000, 1_000)
        assert reader.dossiers_on("2026-11-23") == 0
        assert (reader.dossiers_here(9), reader.dossiers_of_shift(SHIFT, 9)) == ([], [])
        assert reader.accepted_on("2026-11-23", 420) == []
        assert reader.fees_due() == []
        (row,) = reader.cases(CaseQuery((CaseState.ACCEPTED,), AUTHORITY))
        cover = reader.cover(SEND)
        (hit,) = reader.search("hoang thi mui", ("dossier",), 5)
    assert (row.source, row.origin, row.applicant) == (2, HERE, APPLICANT["name"])
    assert cover is not None
    assert (cover.holder, cover.point) == ("person:LS01/lan", HERE)
    assert hit.ref == CASE
    assert verify(there).ok


def test_a_label_that_came_before_its_case_is_its_cover_when_the_case_comes(here: DeskStore) -> None:
    there = desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    told = case_at(here, to=THERE)
    write(there, DossierArrived(SEND, "intact", THERE, SHIFT, 0, BAG, "", HERE))
    write(there, DossierHanded("", SEND, 2, "GN1", AUTHORITY, 2, THERE, SHIFT, origin=HERE))
    write(there, result("", point=THERE))
    with there.read() as reader:
        before = reader.cover(BACK)
        labels = [(row.item, row.known) for row in reader.held(service=TTHC)]
        handed = reader.held_item(SEND, service=TTHC)
        waits = [row.item for row in reader.waiting_results("")]
    take(there, told)

    with there.read() as reader:
        after, row = reader.cover(BACK), reader.held_item(BACK, service=TTHC)
        case = reader.case(SEND)
    assert before is not None
    assert (before.dossier, before.way) == ("", "return")
    assert labels == [(BACK, False)]
    assert handed is not None
    assert (handed.state, handed.known) == (State.DELIVERED, False)
    assert waits == [BACK]
    assert after is not None
    assert (after.dossier, after.way) == (CASE, "return")
    assert row is not None
    assert (row.known, row.origin) == (True, HERE)
    assert case is not None
    assert (case.state, case.results) == (CaseState.RESULT, 1)
    assert verify(there).ok


def test_mail_of_the_two_services_is_numbered_apart(here: DeskStore) -> None:
    case_at(here, to=THERE)
    write(here, DossierBundleWritten(THERE, 1, 1, "00"))
    write(here, BundleWritten("LS03", 4, 0, "00"))

    with here.read() as reader:
        assert [row.number for row in reader.mail(THERE, 0, service=TTHC)] == [1]
        assert reader.mail(THERE, 0) == []
        assert (reader.mail_points(), reader.mail_points(service=TTHC)) == ([], [(THERE, 1)])
        assert (reader.bundles_to(THERE), reader.bundles_to(THERE, service=TTHC)) == ((0, 0), (1, 1))
        assert reader.bundles_to("LS03") == (4, 0)


def test_mail_about_a_case_is_taken_in_the_stream_that_may_travel(here: DeskStore) -> None:
    there = desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    told = case_at(here, to=THERE)

    assert take(there, told, told) == (True, False)

    with there.read() as reader:
        own = reader.mail_event(told.id)
        assert own is not None
        taken = reader.event(own)
    assert taken is not None
    assert taken.envelope.type == "tthc.mail.taken"


def test_an_enclosure_uses_a_number_of_ours_and_waits_for_the_applicant_until_it_is_given(
    here: DeskStore,
) -> None:
    grant_legs(here)
    case_at(here)
    with here.work() as work:
        number = work.take_number(("RX",))
        work.append(EnclosureMade(CASE, number, "slip", 1, HERE, SHIFT), Appending("lan"))
        work.commit()

    with here.read() as reader:
        assert reader.number_is_used(number)
        assert [row.way for row in reader.covers_of(CASE)] == ["send", "slip"]
        (waits,) = reader.waiting_results(number)
    assert (waits.item, waits.dossier, waits.way) == (number, CASE, "slip")
    assert verify(here).ok


def test_a_bag_that_was_scanned_for_the_wrong_service_is_what_its_data_says(here: DeskStore) -> None:
    write(here, DossierArrived("ME500000005VN", "intact", HERE, SHIFT, 0, BAG, "", THERE))
    with here.read() as reader:
        assert reader.holders(service=TTHC) == [("person:LS01/lan", 1)]
    write(here, DossierStored("ME500000005VN", 2, HERE, SHIFT, "T1"))
    write(here, ReceptacleClosed(BAG, "NP1", 1, THERE, (), HERE, SHIFT))

    with here.read() as reader:
        assert reader.receptacle(BAG) is not None
        assert reader.receptacle(BAG, service=TTHC) is None
    assert verify(here).ok


def old_desk(folder: Path) -> Path:
    """A desk whose file has the fifth schema and the journal that the program of that schema wrote; every projection of it is empty."""
    store = make(folder / "data")
    begin(store)
    grant_legs(store)
    accept(store)
    cases = [take_case(store) for _ in range(34)]
    accept(store)
    reverse_case(store, str(cases[0].body()["dossier"]), cases[0].id)
    store.close()
    database, history = DataFolder(folder / "data").database, folder / "history"
    shutil.copytree(places.migrations(), history)
    for later in (history / "versions").glob("0*.py"):
        if later.name > "0006":
            later.unlink()
    written = open_raw(database, DEK)
    device = written.execute("SELECT * FROM device_key").fetchall()
    events = written.execute("SELECT * FROM event ORDER BY id").fetchall()
    beside = written.execute("SELECT * FROM particulars").fetchall()
    written.close()
    for left in database.parent.glob("desk.db*"):
        left.unlink()
    migrate.upgrade(database, DEK, history)
    old = open_raw(database, DEK)
    old.executemany("INSERT INTO device_key VALUES (?, ?, ?, ?)", device)
    for event in events:
        old.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", event)
        own = [row for row in beside if row[:4] == event[1:5]]
        old.executemany("INSERT INTO particulars VALUES (?, ?, ?, ?, ?, ?, ?)", own)
    old.commit()
    old.close()
    return folder / "data"


def test_an_old_desk_with_cases_gets_their_covers_and_what_was_taken_back_is_not_held(
    tmp_path: Path,
) -> None:
    store = reopen(old_desk(tmp_path))

    report = verify(store)
    with store.read() as reader:
        held = reader.held(service=TTHC)
        reversed_ = reader.case("LS01-261123-0-001")
        other = reader.case("LS01-261123-0-034")
        counts = reader.case_counts()
        found = [hit.ref for hit in reader.search("Mùi Hoàng", ("dossier",), 50)]

    assert (report.faults, report.differences) == ((), ())
    assert len(held) == 33
    assert {row.product for row in held} == {"send"}
    assert reversed_ is not None
    assert reversed_.state is CaseState.REVERSED
    assert reversed_.send_item not in {row.item for row in held}
    assert other is not None
    assert (other.state, other.source) == ("accepted", 1)
    assert counts == [(AUTHORITY, "accepted", 33), (AUTHORITY, "reversed", 1)]
    assert len(found) == 34


@pytest.mark.parametrize("named", [True, False])
def test_a_reversal_of_another_point_ends_what_it_told_of(here: DeskStore, named: bool) -> None:
    there = desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    told = case_at(here, to=THERE)
    back = write(here, DossierReversed(CASE, "withdrawn", SHIFT, HERE, item=SEND, to=THERE), [told.id])

    take(there, *((told, back) if named else (back, told)))

    with there.read() as reader:
        case, cover = reader.case(CASE), reader.cover(SEND)
    assert case is not None
    assert cover is not None
    assert case.state is CaseState.REVERSED
    assert cover.state is State.REVERSED
    assert verify(there).ok
