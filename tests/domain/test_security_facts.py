"""The bodies of the facts of security, byte for byte: a renamed field would make old journals unreadable."""

from __future__ import annotations

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import body_limit
from kt1desk.domain.facts import security
from kt1desk.domain.facts.plain import PlainFact
from tests.domain.security_bodies import WRITTEN


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_is_written_as_it_always_was_and_read_back_whole(name: str) -> None:
    fact, text = WRITTEN[name]

    written = canonical.encode(fact.body(), 4_096)

    assert written.decode() == text
    assert len(written) <= body_limit(type(fact).TYPE)  # type: ignore[attr-defined]  # every fact has one
    assert type(fact).of(canonical.decode(written, 4_096)) == fact


def test_every_fact_of_security_stands_in_the_table() -> None:
    here = {type(fact) for fact, _ in WRITTEN.values()}

    defined = {
        kind
        for kind in vars(security).values()
        if isinstance(kind, type) and issubclass(kind, PlainFact) and kind is not PlainFact
    }

    assert defined == here
