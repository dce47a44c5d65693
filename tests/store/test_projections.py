"""Projections: every type of event has its place among them, and what the program does not know is refused, not skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, Envelope, EventId, HybridTime, Moment, Stream, seal
from kt1desk.domain.facts import KNOWN, BlockGranted
from kt1desk.services.ports import Appending
from kt1desk.store import projections
from kt1desk.store.verify import verify
from tests.support.journals import begin, make, past_all_guards, reopen


def test_every_fact_the_program_writes_is_followed_or_named_as_one_that_changes_no_table() -> None:
    assert projections.followed() == set(KNOWN)


@pytest.mark.parametrize(("kind", "version"), [("item.beamed", 1), ("item.accepted", 2)])
def test_a_type_or_version_of_a_newer_program_is_refused(tmp_path: Path, kind: str, version: int) -> None:
    store = make(tmp_path)
    envelope = Envelope(
        EventId(0, Stream.KT1, 1, 1), kind, version, Moment(1), HybridTime(1), "boot", "system"
    )
    event = seal(GENESIS, envelope, {})

    with store.transaction() as connection, pytest.raises(DeskError, match=r"event\.unknown_type"):
        projections.apply(connection, event, event.body())


def test_a_block_that_overlaps_another_is_refused(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store, 100, 199)

    with store.work() as work, pytest.raises(DeskError, match=r"number\.block_overlap"):
        work.append(BlockGranted("ME", 199, 300), Appending("system"))
    with store.work() as work:
        work.append(BlockGranted("ME", 200, 300), Appending("system"))
        work.append(BlockGranted("MX", 150, 160), Appending("system"))
        work.commit()

    with store.read() as reader:
        assert [(block.prefix, block.first, block.left) for block in reader.blocks()] == [
            ("ME", 100, 100),
            ("ME", 200, 101),
            ("MX", 150, 11),
        ]
    assert verify(store).ok


def test_a_name_that_was_erased_is_an_empty_name_not_a_lost_user(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    store.close()
    with past_all_guards(tmp_path) as raw:
        raw.execute("DELETE FROM particulars WHERE slot = 'person'")

    with reopen(tmp_path).read() as reader:
        user = reader.user("lan")

    assert user is not None
    assert (user.name, user.roles) == ("", ("clerk",))
