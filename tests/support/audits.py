"""A desk at which something has happened that the security log tells of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ClockJumped, Fact, SessionClosed, SessionOpened, SettingChanged
from kt1desk.exchange.extract import ExtractWriter
from kt1desk.services.audit import RefusalBook
from kt1desk.services.audit_log import AuditLog
from kt1desk.services.ports import Appending
from kt1desk.store.own_keys import own_keys
from tests.support.desks import Counter, counter


@contextmanager
def watched_desk(root: Path) -> Iterator[Counter]:
    """A desk with an open shift that writes down who is refused."""
    with counter(root) as made:
        made.store.tell_refusals(RefusalBook(made.store, made.clock).note)
        made.open_shift()
        yield made


def log_of(desk: Counter) -> AuditLog:
    """The log of a desk, whose extracts it signs itself."""
    writer = ExtractWriter(own_keys(desk.store, desk.session().desk.point))
    return AuditLog(desk.store, desk.clock, writer)


def happen(desk: Counter, user: str, *facts: Fact) -> None:
    """These things, a second apart."""
    for fact in facts:
        desk.clock.pass_ms(1_000)
        with desk.store.work() as work:
            work.append(fact, Appending(user))
            work.commit()


def a_morning(desk: Counter) -> None:
    """Somebody comes, is refused, sets a printer and goes; another comes after two wrong passwords; an item is accepted in between."""
    happen(desk, "clerk", SessionOpened("clerk", "password"), SettingChanged("printer.label"))
    desk.accept()
    with suppress(DeskError):
        desk.board.counter(desk.session("uncleared"), 5)
    happen(desk, "clerk", SessionClosed("clerk", "switch"))
    happen(desk, "chief", SessionOpened("chief", "password", refused=2))
    happen(desk, "system", ClockJumped(back_ms=180_000))


def links(lines: list[bytes]) -> list[bytes]:
    """The same lines under links of their own: what somebody without the desk's key can do."""
    link, made = hashlib.sha256(b"kt1desk/audit-extract/1\0").digest(), []
    for line in lines[:-1]:
        said = line.partition(b" ")[2]
        link = hashlib.sha256(link + said).digest()
        made.append(link.hex().encode() + b" " + said)
    return [*made, lines[-1]]


def said(line: bytes) -> dict[str, object]:
    """What a line of an extract says."""
    found = json.loads(line.partition(b" ")[2])
    assert isinstance(found, dict)
    return found
