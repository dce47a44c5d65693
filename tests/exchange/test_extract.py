"""An extract of the security log proves itself, and refuses whatever was dropped, put in, moved or altered, with where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.extract import MAX_BYTES, ExtractWriter, read_extract
from kt1desk.services.audit_log import AuditExtract, AuditKind, AuditLog, AuditQuery
from kt1desk.store.own_keys import own_keys
from tests.support.audits import a_morning, links, log_of, said, watched_desk
from tests.support.desks import Counter
from tests.support.reversals import refusal


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with watched_desk(tmp_path_factory.mktemp("extract")) as made:
        a_morning(made)
        yield made


@pytest.fixture(scope="module")
def lines(desk: Counter) -> list[bytes]:
    """The lines of an extract of everything: head, rows, foot, signature."""
    return log_of(desk).extract(desk.session("chief"), AuditQuery()).data[:-1].split(b"\n")


def joined(lines: list[bytes]) -> bytes:
    return b"\n".join(lines) + b"\n"


def refused(lines: list[bytes]) -> tuple[str, object]:
    error = refusal(lambda: read_extract(joined(lines)))
    return error.code, error.details.get("line")


def test_an_extract_says_whose_it_is_what_was_asked_and_how_far_both_streams_had_come(
    desk: Counter, lines: list[bytes]
) -> None:
    found = read_extract(joined(lines))

    own = desk.session().desk
    assert (found.device, found.point, found.by) == (own.device, own.point, "chief")
    assert found.key == desk.store.public_key_hex
    assert found.asked == (0, 0, "", "")
    assert found.heads[0] == ("0.1.1.4", desk.store.heads().kt1.hash.hex())
    assert [event.envelope.type for event in found.events][-6:] == [
        "session.opened",
        "setting.changed",
        "act.refused",
        "session.closed",
        "session.opened",
        "clock.jumped",
    ]


def test_an_extract_of_what_was_asked_has_only_that(desk: Counter) -> None:
    query = AuditQuery(kind=AuditKind.SESSIONS, user="clerk")

    made = log_of(desk).extract(desk.session("chief"), query)
    found = read_extract(made.data)

    assert found.asked == (0, 0, "clerk", "sessions")
    assert made.rows == len(found.events) == 2
    assert {event.envelope.type for event in found.events} == {"session.opened", "session.closed"}


def dropped(lines: list[bytes]) -> list[bytes]:
    return [*lines[:4], *lines[5:]]


def doubled(lines: list[bytes]) -> list[bytes]:
    return [*lines[:4], lines[3], *lines[4:]]


def moved(lines: list[bytes]) -> list[bytes]:
    return [*lines[:4], lines[5], lines[4], *lines[6:]]


def altered(lines: list[bytes]) -> list[bytes]:
    return [*lines[:4], lines[4].replace(rb"\"v\":1", rb"\"v\":2"), *lines[5:]]


@pytest.mark.parametrize("change", [dropped, doubled, moved, altered])
def test_a_row_that_was_dropped_put_in_moved_or_altered_is_named(
    lines: list[bytes], change: Callable[[list[bytes]], list[bytes]]
) -> None:
    assert refused(change(lines)) == ("extract.altered", 5)


@pytest.mark.parametrize("change", [dropped, doubled, moved, altered])
def test_nobody_but_the_desk_can_make_the_links_anew(
    lines: list[bytes], change: Callable[[list[bytes]], list[bytes]]
) -> None:
    assert refused(links(change(lines))) == ("extract.forged", None)


def test_the_last_rows_cannot_be_cut_off_nor_the_first(lines: list[bytes]) -> None:
    without_foot, without_head = [*lines[:-2], lines[-1]], lines[1:]

    assert refused(without_foot)[0] == "extract.forged"
    assert refused(lines[:-1]) == ("extract.damaged", len(lines) - 1)
    assert refused(without_head) == ("extract.altered", 1)


@pytest.mark.parametrize("at", range(9))
def test_every_line_is_held_also_by_a_flipped_bit_at_its_end(lines: list[bytes], at: int) -> None:
    flipped = [*lines[:at], lines[at][:-2] + bytes([lines[at][-2] ^ 1]) + lines[at][-1:], *lines[at + 1 :]]

    assert refused(flipped) == ("extract.altered", at + 1)


def test_an_event_that_the_desk_itself_signed_otherwise_than_its_journal_has_it_is_refused(
    desk: Counter,
) -> None:
    kept: list[AuditExtract] = []
    writer = ExtractWriter(own_keys(desk.store, desk.session().desk.point))

    def keep(made: AuditExtract) -> bytes:
        kept.append(made)
        return b""

    AuditLog(desk.store, desk.clock, keep).extract(desk.session("chief"), AuditQuery())
    (made,) = kept
    first, second = made.events[0], made.events[1]
    body = second.body_bytes.replace(b"chief", b"other").replace(b"clerk", b"other")
    worse = replace(made, events=(first, replace(second, body_bytes=body), *made.events[2:]))
    swapped = replace(made, events=(second, first, *made.events[2:]))
    error = refusal(lambda: read_extract(writer(worse)))
    other = refusal(lambda: read_extract(writer(swapped)))

    assert body != second.body_bytes
    assert (error.code, error.details["line"]) == ("extract.contradicts", 4)
    assert (other.code, other.details["line"]) == ("extract.contradicts", 3)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"x" * 100, b"{}\n{}\n", b"0" * 64 + b" {}\n", b"\xff" * 200 + b"\n\n"]
)
def test_what_is_no_extract_is_refused(data: bytes) -> None:
    assert refusal(lambda: read_extract(data)).code in {"extract.damaged", "extract.altered"}


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert refusal(lambda: read_extract(b"\n" * (MAX_BYTES + 1))).code == "extract.damaged"


def test_an_extract_names_no_party_and_no_natural_person(desk: Counter, lines: list[bytes]) -> None:
    text = joined(lines).decode()
    names = {row.name for row in desk.reference.agencies}

    assert not {name for name in names if name in text}
    assert "Hoàng Thị Hà" not in text
    assert said(lines[-2])["count"] == len(lines) - 3


def test_each_extract_is_in_the_journal_before_anybody_has_it(desk: Counter) -> None:
    before = desk.store.heads().counter.seq

    log_of(desk).extract(desk.session("chief"), AuditQuery(kind=AuditKind.USERS))
    with pytest.raises(DeskError):
        log_of(desk).extract(desk.session("clerk"), AuditQuery())

    rows = log_of(desk).rows(desk.session("chief"), AuditQuery(), 2).events
    assert desk.store.heads().counter.seq == before + 2
    assert [row.envelope.type for row in rows] == ["act.refused", "export.made"]
    assert rows[1].body()["what"] == "audit"
