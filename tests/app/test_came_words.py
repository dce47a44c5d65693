"""What came in, in words: the thing and its number, nothing of KT1 to whoever may see no item, and never a party."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.came_words import known_kinds, what_came
from kt1desk.domain import mail
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.exchange.taking import Outcome, Taken
from tests.support.desks import Counter, counter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        made.open_shift()
        yield made


def taken(event: Event) -> Taken:
    return Taken(event.id, event.envelope.type, Outcome.NEW)


def said(desk: Counter, row: Taken, *, sees_kt1: bool = True) -> str:
    with desk.store.read() as reader:
        return what_came(reader, row, sees_kt1=sees_kt1)


def of_type(desk: Counter, stream: Stream, name: str) -> Event:
    with desk.store.read() as reader:
        return next(row for row in reader.events_after(stream, 0) if row.envelope.type == name)


def test_an_item_is_told_by_its_number_and_never_by_who_sent_it(desk: Counter) -> None:
    item = desk.accept().item
    row = taken(of_type(desk, Stream.KT1, "item.accepted"))

    assert said(desk, row) == f"Chấp nhận bưu gửi {item}"
    assert said(desk, row, sees_kt1=False) == "Việc của sổ KT1"


def test_a_dossier_is_told_to_everybody_who_may_see_the_line(desk: Counter) -> None:
    dossier = desk.accept_dossier().dossier
    row = taken(of_type(desk, Stream.COUNTER, "dossier.accepted"))

    assert said(desk, row, sees_kt1=False) == f"Nhận hồ sơ {dossier}"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Taken(None, "", Outcome.NEW), "Dữ liệu dùng chung của trung tâm"),
        (Taken(None, "", Outcome.REFUSED, DeskError("wire.damaged")), "Bản ghi không đọc được"),
        (Taken(EventId(9, Stream.COUNTER, 1, 12), "of.tomorrow", Outcome.LATER), "Việc khác (sổ "),
    ],
)
def test_what_is_no_event_or_not_here_is_told_as_well(desk: Counter, row: Taken, words: str) -> None:
    assert said(desk, row).startswith(words)


def test_every_type_that_another_desk_may_send_has_words() -> None:
    sent = {*mail.SIBLING_TYPES, *mail._ADDRESSED}

    assert {name.removeprefix("tthc.") for name in sent} - known_kinds() == set()
