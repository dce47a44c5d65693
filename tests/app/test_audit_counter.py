"""The security log at an open desk: names instead of ids, whole days by the desk's clock, and a file only its owner may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kt1desk.app.audit_counter import AuditCounter
from kt1desk.desktop.needs.audit import AuditAsked
from kt1desk.exchange.extract import read_extract
from tests.support.accepting import open_desk_of
from tests.support.audits import a_morning, watched_desk
from tests.support.desks import Counter
from tests.support.reversals import refusal

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with watched_desk(tmp_path) as made:
        a_morning(made)
        yield made


def log(desk: Counter) -> AuditCounter:
    return AuditCounter(open_desk_of(desk, "chief"))


def test_a_whole_day_is_asked_for_by_the_desk_s_clock_and_people_stand_by_their_names(desk: Counter) -> None:
    today = log(desk).log(AuditAsked(TODAY, TODAY))
    yesterday = log(desk).log(AuditAsked(until=date(2026, 11, 22)))

    assert today.lines[0].who == "Chương trình"
    assert today.lines[1].who == "Lý Ngọc Sơn"
    assert yesterday.lines == ()


def test_people_and_kinds_are_found_by_a_part_of_their_words_without_marks(desk: Counter) -> None:
    people = [each.key for each in log(desk).people_of_log("hoang thi")]
    kinds = [each.key for each in log(desk).kinds_of_log("tu choi")]

    assert (people, kinds) == (["clerk"], ["refusals"])


def test_the_file_proves_itself_and_only_its_owner_may_read_it(desk: Counter, tmp_path: Path) -> None:
    file = tmp_path / "x.kt1log"

    rows = log(desk).export_log(AuditAsked(TODAY, TODAY, "clerk", "sessions"), str(file))

    assert rows == len(read_extract(file.read_bytes()).events) == 2
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_stays_and_no_export_is_told_of(desk: Counter, tmp_path: Path) -> None:
    file = tmp_path / "x.kt1log"
    file.write_bytes(b"theirs")
    before = desk.store.heads()

    code = refusal(lambda: log(desk).export_log(AuditAsked(), str(file))).code

    assert code == "extract.exists"
    assert (file.read_bytes(), desk.store.heads()) == (b"theirs", before)


def test_a_clerk_gets_neither_the_log_nor_a_file(desk: Counter, tmp_path: Path) -> None:
    clerk = AuditCounter(open_desk_of(desk, "clerk"))

    codes = {
        refusal(lambda: clerk.log(AuditAsked())).code,
        refusal(lambda: clerk.people_of_log("")).code,
        refusal(lambda: clerk.export_log(AuditAsked(), str(tmp_path / "y"))).code,
    }

    assert codes == {"user.not_allowed"}
    assert not (tmp_path / "y").exists()
