"""The security log: newest first, by day, person and kind, for whoever may see it, and of no item and no case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.known import KNOWN
from kt1desk.services import audit_log
from kt1desk.services.audit_log import KINDS, AuditKind, AuditQuery
from kt1desk.services.wording_audit import KIND_NAMES, audit_words
from tests.support.audits import a_morning, log_of, watched_desk
from tests.support.desks import Counter
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with watched_desk(tmp_path) as made:
        a_morning(made)
        yield made


def types(desk: Counter, query: AuditQuery, limit: int = 50) -> list[str]:
    rows = log_of(desk).rows(desk.session("chief"), query, limit)
    return [event.envelope.type for event in rows.events]


def test_the_newest_stands_first_and_there_is_word_of_more_behind(desk: Counter) -> None:
    rows = log_of(desk).rows(desk.session("chief"), AuditQuery(), 2)

    assert [event.envelope.type for event in rows.events] == ["clock.jumped", "session.opened"]
    assert rows.more


def test_a_person_is_found_as_who_did_it_and_as_whom_it_was_done_to(desk: Counter) -> None:
    assert types(desk, AuditQuery(user="uncleared")) == ["act.refused", "key_slot.written", "user.enrolled"]


def test_a_kind_and_a_time_leave_out_the_rest(desk: Counter) -> None:
    now_ms = desk.clock.now().utc_ms

    assert types(desk, AuditQuery(kind=AuditKind.SESSIONS)) == [
        "session.opened",
        "session.closed",
        "session.opened",
    ]
    assert types(desk, AuditQuery(since_ms=now_ms)) == ["clock.jumped"]
    assert "clock.jumped" not in types(desk, AuditQuery(until_ms=now_ms))


def test_a_stream_is_read_on_over_many_pages_of_rows(desk: Counter) -> None:
    with desk.store.read() as reader:
        whole = [event.id.seq for event in reader.newest(Stream.COUNTER)]

    assert whole == list(range(desk.store.heads().counter.seq, 0, -1))


@pytest.mark.parametrize("user", ["clerk", "uncleared"])
def test_a_clerk_sees_no_log_and_takes_none_away(desk: Counter, user: str) -> None:
    session = desk.session(user)

    codes = {
        refusal(lambda: log_of(desk).rows(session, AuditQuery(), 5)).code,
        refusal(lambda: log_of(desk).people(session)).code,
        refusal(lambda: log_of(desk).extract(session, AuditQuery())).code,
    }

    assert codes == {"user.not_allowed"}


def test_an_extract_of_too_many_rows_is_refused_and_a_shorter_time_asked_for(
    desk: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_log, "MOST_ROWS", 3)

    error = refusal(lambda: log_of(desk).extract(desk.session("chief"), AuditQuery()))

    assert (error.code, error.details["limit"]) == ("extract.too_many", 3)


def test_every_type_of_the_log_is_of_the_counter_and_has_words_and_every_kind_a_name() -> None:
    streams = {KNOWN[type_].STREAM for type_ in KINDS}

    assert streams == {Stream.COUNTER}
    assert set(KINDS.values()) == set(AuditKind) == set(KIND_NAMES)


def test_what_happened_is_said_in_words_and_names_nobody_but_users(desk: Counter) -> None:
    events = log_of(desk).rows(desk.session("chief"), AuditQuery(), 6).events

    assert [(words.what, words.more, words.alarms) for words in map(audit_words, events)] == [
        ("Đồng hồ máy bị chỉnh", "lùi 3 phút", True),
        ("Đăng nhập", "bằng mật khẩu, trước đó 2 lần sai mật khẩu", True),
        ("Thôi làm việc", "đổi người", False),
        ("Bị từ chối", "xem bưu gửi KT1 của bàn: chưa được phân công làm KT1", True),
        ("Đổi cài đặt", "máy in nhãn", False),
        ("Đăng nhập", "bằng mật khẩu", False),
    ]
