"""Procedures in the desk's file: a version once put is never changed, the day says which is in force, and each is found in three ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper, Procedure
from kt1desk.store import procedures
from kt1desk.store.journal import DeskStore
from kt1desk.store.procedures import decode, encode
from kt1desk.store.search import ReferenceDoc, replace_reference
from kt1desk.store.statements import Connection, Cursor
from kt1desk.store.verify import verify
from tests.support.journals import begin, make, reopen

HOUSEHOLD = Procedure(
    valid_from=date(2025, 7, 1),
    valid_to=None,
    source="Cổng Dịch vụ công quốc gia",
    status=Status.SAMPLE,
    code="1.001612",
    name="Đăng ký thành lập hộ kinh doanh",
    field="Thành lập và hoạt động của hộ kinh doanh",
    level="xã",
    authorities=("XA-TTHCC",),
    papers=(
        ListedPaper("1", "Giấy đề nghị đăng ký hộ kinh doanh", "", 1, 0, None),
        ListedPaper("2", "Giấy tờ pháp lý của chủ hộ", "Ủy quyền", 0, 1, certified=False),
    ),
    channels=(
        ChannelRule(Channel.POST, 3, DurationUnit.WORKING_DAY, 0, "không thu"),
        ChannelRule(Channel.ONLINE),
    ),
    may_send=True,
    may_return=None,
    decision="1234/QĐ-UBND",
)
WORDS = st.text("Aăđộ 1-/.", max_size=12).map(lambda text: " ".join(text.split()))
COUNTS = st.integers(0, 9)
PROCEDURES = st.builds(
    Procedure,
    valid_from=st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    valid_to=st.none() | st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    source=WORDS,
    status=st.sampled_from(Status),
    code=st.just("1.001612"),
    name=WORDS,
    field=WORDS,
    level=WORDS,
    authorities=st.lists(WORDS, max_size=3).map(tuple),
    papers=st.lists(
        st.builds(ListedPaper, WORDS, WORDS, WORDS, COUNTS, COUNTS, st.none() | st.booleans()), max_size=3
    ).map(tuple),
    channels=st.lists(
        st.builds(
            ChannelRule,
            st.sampled_from(Channel),
            st.none() | COUNTS,
            st.none() | st.sampled_from(DurationUnit),
            st.none() | COUNTS,
            WORDS,
        ),
        max_size=3,
    ).map(tuple),
    may_send=st.none() | st.booleans(),
    may_return=st.none() | st.booleans(),
    decision=WORDS,
)


def put(store: DeskStore, *rows: Procedure) -> int:
    with store.work() as work:
        new = work.put_procedures(rows)
        work.commit()
    return new


def refs(store: DeskStore, text: str, *kinds: str) -> list[str]:
    with store.read() as reader:
        return [hit.ref for hit in reader.search(text, kinds, 20)]


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    return made


@given(PROCEDURES)
def test_a_version_is_read_as_it_was_put_and_what_is_unknown_stays_unknown(row: Procedure) -> None:
    assert decode(encode(row)) == row


def test_the_day_says_which_version_is_in_force(store: DeskStore) -> None:
    ended = replace(HOUSEHOLD, valid_to=date(2026, 6, 30))
    newer = replace(HOUSEHOLD, valid_from=date(2026, 8, 1), name="Đăng ký hộ kinh doanh")

    assert put(store, ended, newer) == 2

    with store.read() as reader:
        found = {
            day: reader.procedure("1.001612", day)
            for day in (
                date(2025, 6, 30),
                date(2025, 7, 1),
                date(2026, 6, 30),
                date(2026, 7, 15),
                date(2026, 8, 1),
            )
        }
        assert reader.procedure("2.001612", date(2026, 8, 1)) is None
    assert list(found.values()) == [None, ended, ended, None, newer]


def test_the_same_version_twice_is_not_new_and_with_other_contents_it_is_refused(store: DeskStore) -> None:
    put(store, HOUSEHOLD)

    assert put(store, HOUSEHOLD) == 0
    with store.work() as work, pytest.raises(DeskError, match=r"import\.version_differs") as refusal:
        work.put_procedures([replace(HOUSEHOLD, field="Khác")])

    assert refusal.value.details["procedure"] == "1.001612"
    with store.read() as reader:
        assert reader.procedure("1.001612", date(2026, 1, 1)) == HOUSEHOLD


def test_a_procedure_is_found_by_code_by_name_without_marks_and_by_field(store: DeskStore) -> None:
    other = replace(HOUSEHOLD, code="2.000889", name="Cấp lại thẻ căn cước", field="Căn cước")
    put(store, HOUSEHOLD, other)

    for typed in ("1.001612", "1001612", "001612", "dang ky ho", "thanh lap va hoat dong", "ho kinh doanh"):
        assert refs(store, typed, "procedure") == ["1.001612"]
    assert refs(store, "can cuoc", "procedure") == ["2.000889"]
    assert refs(store, "can cuoc", "agency", "item", "dossier") == []
    assert verify(store).ok


def test_a_new_version_is_found_by_its_new_name_alone(store: DeskStore) -> None:
    put(store, HOUSEHOLD)

    put(
        store,
        replace(HOUSEHOLD, valid_from=HOUSEHOLD.valid_from + timedelta(days=90), name="Khai báo kinh doanh"),
    )
    put(store, replace(HOUSEHOLD, valid_from=HOUSEHOLD.valid_from - timedelta(days=90), name="Tên rất cũ"))

    assert refs(store, "khai bao", "procedure") == ["1.001612"]
    assert refs(store, "dang ky thanh", "procedure") == refs(store, "ten rat cu", "procedure") == []
    assert verify(store).ok


def test_a_new_list_of_agencies_leaves_the_procedures_where_they_are(tmp_path: Path) -> None:
    store = make(tmp_path)
    agencies = [ReferenceDoc("agency", f"A{at}", f"Cơ quan đăng ký số {at}") for at in range(5)]
    with store.local() as connection:
        replace_reference(connection, agencies)
    put(store, HOUSEHOLD)

    with store.local() as connection:
        replace_reference(connection, agencies[1:])
    put(store, replace(HOUSEHOLD, code="2.000889"))
    store.close()
    store = reopen(tmp_path)

    assert sorted(refs(store, "dang ky", "procedure")) == ["1.001612", "2.000889"]
    assert sorted(refs(store, "dang ky", "agency")) == ["A1", "A2", "A3", "A4"]
    assert len(refs(store, "dang ky")) == 6
    assert verify(store).ok


class Heard:
    """A connection, and what was asked of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.asked: list[str] = []

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run one statement."""
        self.asked.append(sql)
        return self._connection.execute(sql, parameters)


def test_a_list_with_nothing_new_does_not_read_the_words_of_all_procedures(store: DeskStore) -> None:
    put(store, HOUSEHOLD)

    with store.transaction() as connection:
        heard = Heard(connection)
        new = procedures.put(heard, [HOUSEHOLD])

    assert new == 0
    assert len(heard.asked) == 1
    assert "search" not in heard.asked[0]


def test_a_refused_list_of_procedures_leaves_nothing_behind(store: DeskStore) -> None:
    put(store, HOUSEHOLD)

    with store.work() as work, pytest.raises(DeskError, match=r"import\.version_differs"):
        work.put_procedures([replace(HOUSEHOLD, code="2.000889"), replace(HOUSEHOLD, name="Khác")])

    with store.read() as reader:
        assert reader.procedure("2.000889", date(2026, 1, 1)) is None
    assert refs(store, "ho kinh doanh", "procedure") == ["1.001612"]
