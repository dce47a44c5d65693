"""Whoever is refused at a door leaves one thing behind: that he was refused."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.services.audit import AGAIN_MS, RefusalBook
from kt1desk.store.marker import Heads
from tests.access import doors
from tests.access.asking import ASKED
from tests.access.house import House, call_service, house, knocking
from tests.access.kinds import Door, Kt1
from tests.access.registry_needs import NEEDS
from tests.access.registry_services import SERVICES
from tests.support.tree import source_files


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A desk full of KT1 that writes down who was refused."""
    with house(tmp_path_factory.mktemp("refusing")) as made:
        store, clock = made.counter.store, made.counter.clock
        store.tell_refusals(RefusalBook(store, clock).note)
        yield made


def of_kt1(table: dict[str, Door]) -> list[str]:
    return sorted(name for name, door in table.items() if isinstance(door, Kt1))


def written_since(home: House, before: Heads) -> list[tuple[str, str, object, str]]:
    """What was written since: type, who did it, for what right, with which code."""
    after = home.counter.store.heads()
    assert after.kt1 == before.kt1
    device = home.counter.session().desk.device
    found = []
    with home.counter.store.read() as reader:
        for seq in range(before.counter.seq + 1, after.counter.seq + 1):
            event = reader.event(EventId(device, Stream.COUNTER, 1, seq))
            assert event is not None
            said = json.loads(event.body_bytes)
            found.append((event.envelope.type, event.envelope.actor, said["user"], str(said["code"])))
    return found


@pytest.mark.parametrize("name", of_kt1(dict(SERVICES)))
def test_a_refused_caller_of_a_service_leaves_the_refusal_and_nothing_else(home: House, name: str) -> None:
    home.counter.clock.pass_ms(AGAIN_MS)
    before = home.counter.store.heads()

    with knocking(home, "never cleared") as (session, code), pytest.raises(DeskError):
        call_service(doors.services()[name], home, session)

    assert written_since(home, before) == [("act.refused", "clerk", "clerk", code)]


@pytest.mark.parametrize("name", of_kt1(dict(NEEDS)))
def test_a_refused_page_leaves_the_refusal_and_nothing_else(home: House, name: str) -> None:
    home.counter.clock.pass_ms(AGAIN_MS)
    before = home.counter.store.heads()

    with knocking(home, "never cleared") as (session, code), pytest.raises(DeskError):
        ASKED[name](home, home.desk(session))

    assert written_since(home, before) == [("act.refused", "clerk", "clerk", code)]


def test_the_wiring_asks_for_rights_only_where_the_refusal_is_written_down() -> None:
    asking = {
        path.stem
        for path in source_files("kt1desk/app")
        if "require_now(" in path.read_text(encoding="utf-8")
    }

    assert asking == {"desk"}
