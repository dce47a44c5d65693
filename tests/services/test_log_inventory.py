"""The inventory of the log: each act of security leaves exactly one event of its type, and none of them holds what is nobody's business."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.sessions import Leaving, Proof
from kt1desk.services.audit_log import KINDS, AuditQuery
from kt1desk.services.session_book import SessionBook
from kt1desk.services.staff import Staff
from kt1desk.store.settings import Settings
from tests.support.audits import log_of, watched_desk
from tests.support.desks import Counter
from tests.support.tree import ROOT

SECRETS = ("mat-khau-rat-dai-15", "192.168.7.77", bytes(range(32)).hex(), "020123456789")
"""What was typed or handed over while these things were done: a password, an address, the key, a number of an identity."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with watched_desk(tmp_path) as made:
        made.accept_secret()
        made.accept_dossier()
        yield made


def book(desk: Counter, user: str = "clerk") -> SessionBook:
    return SessionBook(desk.store, user)


def came_and_went(desk: Counter) -> None:
    came = book(desk)
    came.opened(Proof.PASSWORD, 0)
    came.closed(Leaving.LOG_OFF)
    came.closed(Leaving.ENDED)


def refused(desk: Counter) -> None:
    with suppress(DeskError):
        Staff(desk.store, desk.clock).clear(desk.session("uncleared"), {})


def cleared(desk: Counter) -> None:
    people = dict.fromkeys(("clerk", "uncleared", "inspector", "chief"), date(2027, 11, 22))
    Staff(desk.store, desk.clock).clear(desk.session("chief"), people)


ACTS: dict[str, tuple[Callable[[Counter], object], list[str]]] = {
    "somebody logs in and off": (came_and_went, ["session.opened", "session.closed"]),
    "he logs in by the printed code": (lambda desk: book(desk).opened(Proof.RECOVERY, 3), ["session.opened"]),
    "a right is refused": (refused, ["act.refused"]),
    "a user gets a clearance": (cleared, ["user.enrolled"]),
    "a password is set": (
        lambda desk: Staff(desk.store, desk.clock).password_written(desk.session("chief"), "clerk", 2),
        ["key_slot.written"],
    ),
    "a printer is set": (
        lambda desk: Settings(desk.store, "clerk").put("printer.label", {"address": SECRETS[1]}),
        ["setting.changed"],
    ),
    "the log is taken along": (
        lambda desk: log_of(desk).extract(desk.session("chief"), AuditQuery()),
        ["export.made"],
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_each_act_leaves_exactly_one_event_of_its_type(desk: Counter, act: str) -> None:
    do, expected = ACTS[act]
    before = desk.store.heads().counter.seq

    do(desk)

    with desk.store.read() as reader:
        events = [event for event in reader.newest(Stream.COUNTER) if event.id.seq > before]
    assert [event.envelope.type for event in reversed(events)] == expected


def test_no_event_of_the_log_holds_a_password_a_key_an_identity_an_address_or_a_name(desk: Counter) -> None:
    for do, _ in ACTS.values():
        do(desk)
    parties = {text for row in desk.reference.agencies for text in (row.name, row.agency_id)}

    with desk.store.read() as reader:
        names = {user.name for user in reader.users()}
        events = list(reader.newest(Stream.COUNTER, frozenset(KINDS)))
    said = "\n".join(event.envelope_bytes.decode() + event.body_bytes.decode() for event in events)

    assert len(events) > len(ACTS)
    assert {text for text in (*SECRETS, *names, *parties) if text in said} == set()


def test_every_type_of_the_log_stands_in_the_inventory_for_people() -> None:
    written = (ROOT / "docs" / "decisions" / "audit.md").read_text(encoding="utf-8")

    assert {type_ for type_ in KINDS if f"`{type_}`" not in written} == set()
