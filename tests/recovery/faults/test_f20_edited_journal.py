"""Fault 20: somebody with the key edits, deletes or inserts in a desk's journal, or hashes all of it again behind his change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import event_hash
from kt1desk.recovery.restoring import Comparing, reason_to_bar
from kt1desk.store.marker import Head, HeadMarker
from tests.support.gate_model import GateModel
from tests.support.journals import past_all_guards
from tests.support.restoring import DEVICE, Seller, events_at, gate_of, ours, seller

KT1 = "stream = 1 AND incarnation = 1"
EDITED = 6
"""The event that is changed; its neighbours stay."""


def sold(root: Path) -> tuple[GateModel, Seller]:
    gate, desk = gate_of(), seller(root)
    desk.sell(8)
    desk.push(gate)
    return gate, desk


def edited(raw: Any) -> None:
    """Another weight in one item."""
    weight = """CAST(replace(CAST(body AS TEXT), '"weight":340', '"weight":140') AS BLOB)"""
    raw.execute(f"UPDATE event SET body = {weight} WHERE {KT1} AND seq = {EDITED}")


def deleted(raw: Any) -> None:
    raw.execute(f"DELETE FROM event WHERE {KT1} AND seq = {EDITED}")


def inserted(raw: Any) -> None:
    """One more event where the last one stood, which moves up."""
    raw.execute(
        "INSERT INTO event SELECT id + 1, device, stream, incarnation, seq + 1, type, envelope, body, prev, hash "
        f"FROM event WHERE {KT1} ORDER BY seq DESC LIMIT 1"
    )


def hashed_again(raw: Any) -> None:
    """Every hash of the chain made anew from the first changed event on."""
    rows = raw.execute(f"SELECT id, envelope, body FROM event WHERE {KT1} ORDER BY id").fetchall()
    prev = bytes(32)
    for place, envelope, body in rows:
        hashed = event_hash(prev, bytes(envelope), bytes(body))
        raw.execute("UPDATE event SET prev = ?, hash = ? WHERE id = ?", (prev, hashed, place))
        prev = hashed


def marker_too(desk: Seller, raw: Any) -> None:
    """The marker is made to fit as well."""
    row = raw.execute(f"SELECT seq, hash FROM event WHERE {KT1} ORDER BY id DESC LIMIT 1").fetchone()
    marker = HeadMarker(desk.folder.marker)
    heads = marker.read()
    assert heads is not None
    marker.write(type(heads)(Head(heads.kt1.stream, 1, row[0], bytes(row[1])), heads.counter))
    marker.close()


@pytest.mark.parametrize("change", [edited, deleted, inserted])
def test_a_change_by_hand_stops_the_desk_at_its_start(tmp_path: Path, change: Any) -> None:
    _, desk = sold(tmp_path / "desk")
    desk.store.close()
    with past_all_guards(desk.root) as raw:
        change(raw)

    with pytest.raises(DeskError, match=r"store\.(chain_broken|head_differs)"):
        desk.start()


def test_a_chain_hashed_again_is_contradicted_by_the_centre_at_the_first_changed_event(
    tmp_path: Path,
) -> None:
    gate, desk = sold(tmp_path / "desk")
    first = events_at(gate, desk)
    desk.store.close()
    with past_all_guards(desk.root) as raw:
        assert raw.execute(f"SELECT count(*) FROM event WHERE {KT1}").fetchone()[0] > EDITED
        edited(raw)
        hashed_again(raw)
        raw.execute("DELETE FROM frame")
        marker_too(desk, raw)

    desk.start()
    found = Comparing(gate.line(DEVICE), desk.line, desk.store).look()
    report = desk.push(gate)

    branch = next(each for each in found.known if each.stream == 1)
    assert branch.common == EDITED - 1
    assert reason_to_bar(report) == "fork"
    assert events_at(gate, desk) == first


def test_a_journal_that_was_changed_behind_its_frames_sends_nothing_more_and_gets_the_centres_books_back(
    tmp_path: Path,
) -> None:
    gate, desk = sold(tmp_path / "desk")
    first = events_at(gate, desk)
    desk.store.close()
    with past_all_guards(desk.root) as raw:
        edited(raw)
        hashed_again(raw)
        marker_too(desk, raw)
    desk.start()
    desk.sell(1)

    report = desk.push(gate)
    done = desk.bring_together(gate)

    assert reason_to_bar(report) == "fork"
    assert [event for event in events_at(gate, desk) if event.id.stream == 1] == [
        event for event in first if event.id.stream == 1
    ]
    assert done.came_back > 0
    weights = {event.body()["weight"] for event in ours(desk) if event.envelope.type == "item.accepted"}
    assert weights == {340}
    desk.allow()
    assert desk.push(gate).unsent == 0


def test_the_books_of_the_centre_stand_after_the_branch_was_written_again(tmp_path: Path) -> None:
    gate, desk = sold(tmp_path / "desk")
    desk.store.close()
    with past_all_guards(desk.root) as raw:
        edited(raw)
        hashed_again(raw)
        raw.execute("DELETE FROM frame")
        marker_too(desk, raw)
    desk.start()

    done = desk.bring_together(gate)
    desk.allow()
    desk.push(gate)

    weights = {event.body()["weight"] for event in ours(desk) if event.envelope.type == "item.accepted"}
    assert {row.why for row in done.not_reissued if row.was.startswith("7.1.")} == {"number.used"}
    assert weights == {340}
    assert {event.hash for event in events_at(gate, desk)} == {event.hash for event in ours(desk)}
