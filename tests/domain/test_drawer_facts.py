"""The bodies of the facts of drawers, reports and other systems, byte for byte: a renamed field would make old journals unreadable."""

from __future__ import annotations

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import KNOWN, drawer, registers, reports
from tests.domain.drawer_bodies import WRITTEN


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_is_written_as_it_always_was_and_read_back_whole(name: str) -> None:
    fact, text = WRITTEN[name]

    written = canonical.encode(fact.body(), 4_096)

    assert written.decode() == text
    assert type(fact).of(canonical.decode(written, 4_096)) == fact


def test_every_fact_of_the_counter_stands_in_the_table() -> None:
    modules = {drawer.__name__, registers.__name__, reports.__name__}
    counter: set[type[object]] = {
        kind for kind in KNOWN.values() if kind.__module__ in modules and kind.STREAM is Stream.COUNTER
    }

    written: set[type[object]] = {type(fact) for fact, _ in WRITTEN.values()}

    assert written == counter
