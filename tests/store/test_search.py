"""Search: without marks, by beginnings, in any order of words; the best answer first, the newest item first, no syntax from the
keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.facts import Party
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.text import fold
from kt1desk.store.journal import DeskStore
from kt1desk.store.projections.words import BATCH, number_words
from kt1desk.store.search import ReferenceDoc, replace_reference
from tests.support.journals import RECEIVER, SENDER, accept, begin, make, reopen

DOCS = (
    ReferenceDoc("agency", "LS-SNV", "Sở Nội vụ tỉnh Lạng Sơn", "Số 15, đường Hùng Vương", "SNV"),
    ReferenceDoc("agency", "LS-SNGV", "Sở Ngoại vụ tỉnh Lạng Sơn", "", "SNG"),
    ReferenceDoc("agency", "LS-SVH", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn", "", "SVHTT"),
    ReferenceDoc("agency", "LS-UBVL", "Ủy ban nhân dân xã Vũ Lăng", "", "UBVL VL", "Bắc Sơn Tân Lập"),
    ReferenceDoc("agency", "LS-UBVLA", "Ủy ban nhân dân xã Vân Lăng", "", "UBVA"),
    ReferenceDoc("agency", "LS-CATP", "Công an tỉnh Lạng Sơn", "", "CAT"),
    ReferenceDoc("point", "240100", "Bưu điện Vũ Lăng", "", "240100"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> DeskStore:
    """A batch and a half of items, some secret, and a small list of agencies."""
    made = make(tmp_path_factory.mktemp("search"))
    begin(made)
    with made.local() as connection:
        replace_reference(connection, DOCS)
    for at in range(BATCH + 18):
        receiver = replace(RECEIVER, name=f"Ủy ban nhân dân xã Số {at}")
        accept(made, secret=at % 7 == 3, receiver=receiver)
    return made


def refs(store: DeskStore, text: str, *kinds: str, limit: int = 50) -> list[str]:
    with store.read() as reader:
        return [hit.ref for hit in reader.search(text, kinds, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("so noi vu", "LS-SNV"),
        ("Sở Nội Vụ", "LS-SNV"),
        ("sơ nôi", "LS-SNV"),
        ("vu noi", "LS-SNV"),
        ("snv", "LS-SNV"),
        ("SNV", "LS-SNV"),
        ("LS-SNV", "LS-SNV"),
        ("ls snv", "LS-SNV"),
        ("sng", "LS-SNGV"),
        ("svh", "LS-SVH"),
        ("svhttv", "LS-SVH"),
        ("vu lang", "LS-UBVL"),
        ("VL", "LS-UBVL"),
        ("bac son", "LS-UBVL"),
        ("cong an", "LS-CATP"),
        ("c", "LS-CATP"),
    ],
)
def test_the_agency_that_is_meant_comes_first(store: DeskStore, typed: str, first: str) -> None:
    assert refs(store, typed, "agency")[0] == first


def test_only_the_kinds_asked_for_are_answered(store: DeskStore) -> None:
    assert refs(store, "vu lang", "point") == ["240100"]
    assert set(refs(store, "vu lang", "agency", "point")[:2]) == {"LS-UBVL", "240100"}
    assert "LS-UBVL" in refs(store, "lăng vũ", "agency")
    assert refs(store, "snv", "item") == []


def test_an_agency_written_to_more_often_comes_before_its_equals(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    twins = [ReferenceDoc("agency", name, f"Phòng {name}") for name in ("A", "B", "C")]
    with store.local() as connection:
        replace_reference(connection, twins)
    before = refs(store, "phong", "agency")

    accept(store, sender=replace(SENDER, agency="C"), receiver=replace(RECEIVER, agency="B"))
    accept(store, sender=replace(SENDER, agency="C"), receiver=replace(RECEIVER, agency="X"))

    assert before == ["A", "B", "C"]
    assert refs(store, "phong", "agency") == ["C", "B", "A"]


@pytest.mark.parametrize("serial", [47_312_401, 47_312_431, 47_312_432, 47_312_447])
@pytest.mark.parametrize(
    "grouping", ["{n}", "{p} {a} {b} {c} VN", "{a}{b}", "{b}{c}", "{b} {c}", "{a} {b} {c}vn", "me{a}"]
)
def test_a_number_is_found_by_any_run_of_its_digits_however_grouped(
    store: DeskStore, serial: int, grouping: str
) -> None:
    number = number_at("ME", serial).text
    parts = {"n": number, "p": "ME", "a": number[2:5], "b": number[5:8], "c": number[8:11]}

    found = refs(store, grouping.format(**parts), "item")

    assert number in found


def test_fewer_than_three_digits_are_not_looked_for_in_numbers() -> None:
    words = number_words("ME473124829VN")

    assert words[0] == "me473124829vn"
    assert words[-1] == "829"
    assert len(words) == 8


def test_items_come_newest_first_from_the_index_and_from_what_is_not_indexed_yet(store: DeskStore) -> None:
    found = refs(store, "473", "item")

    assert len(found) == BATCH + 18
    assert found == sorted(found, reverse=True)
    assert refs(store, "473", "item", limit=20) == found[:20]


def test_a_secret_item_is_found_by_its_number_alone(store: DeskStore) -> None:
    for at in (3, 38):
        number = number_at("ME", 47_312_400 + at).text

        with store.read() as reader:
            (hit,) = reader.search(number, ("item",), 5)
        assert (hit.ref, hit.title, hit.subtitle) == (number, number, "")
        assert number not in refs(store, f"uy ban nhan dan xa so {at}", "item")


def test_an_ordinary_item_is_found_by_both_names(store: DeskStore) -> None:
    for at in (4, 39):
        with store.read() as reader:
            hits = reader.search(f"noi vu xa {at}", ("item",), 50)

        assert number_at("ME", 47_312_400 + at).text in [hit.ref for hit in hits]
        assert f"{SENDER.name} → Ủy ban nhân dân xã Số {at}" in [hit.subtitle for hit in hits]


@pytest.mark.parametrize("text", ["", "   ", "*", '"', "-- ;", "( )", "^", "«»", "\x00"])
def test_text_without_a_letter_or_digit_finds_nothing(store: DeskStore, text: str) -> None:
    assert refs(store, text) == []


@given(
    st.one_of(
        st.text(max_size=60),
        st.text('abnou"*()^:{}+-&|~ ANDORTNEAR0123', max_size=40),
        st.sampled_from(
            [
                '"noi',
                "noi*",
                "words:noi",
                "noi NEAR vu",
                "NOT noi",
                "a OR b",
                "{x}:y",
                "^noi",
                "noi' OR 1=1 --",
            ]
        ),
    )
)
def test_nothing_a_user_types_is_taken_for_syntax(store: DeskStore, text: str) -> None:
    with store.read() as reader:
        hits = reader.search(text, (), 500)

    words = fold(text).split()[:8]
    for hit in hits:
        assert hit.kind == "item" or all(
            any(have.startswith(word[:32]) for have in _words_of(hit.ref)) for word in words
        )


def _words_of(ref: str) -> list[str]:
    doc = next(doc for doc in DOCS if doc.ref == ref)
    first_letters = "".join(word if word.isdigit() else word[0] for word in fold(doc.title).split())
    return [*fold(f"{doc.title} {doc.code} {doc.ref} {doc.extra}").split(), first_letters]


def test_the_list_is_written_again_only_when_it_has_changed(tmp_path: Path) -> None:
    store = make(tmp_path)
    with store.local() as connection:
        replace_reference(connection, DOCS)
    store.close()
    store = reopen(tmp_path)

    with store.transaction() as connection:
        before = connection.execute("SELECT total_changes()").fetchone()
        replace_reference(connection, DOCS)
        same = connection.execute("SELECT total_changes()").fetchone()
        replace_reference(connection, DOCS[1:])
        connection.execute("COMMIT")

    assert same == before
    assert "LS-SNV" not in refs(store, "snv", "agency")
    assert refs(store, "sng", "agency") == ["LS-SNGV"]


def test_parties_that_are_in_no_list_are_found_by_their_names_too(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    accept(store, receiver=Party("", "Đoàn kiểm tra số 7", "Nhà khách", "20"))

    assert refs(store, "doan kiem tra", "item") == ["ME473124007VN"]
    with store.read() as reader:
        assert reader.last_receivers("SNV", 5) == []


def test_every_word_that_begins_with_a_long_beginning_is_found(tmp_path: Path) -> None:
    store = make(tmp_path)
    names = [
        "Nghĩa",
        "Nghiêm",
        "Nghiên cứu",
        "Nghiệp vụ",
        "Nghị định",
        *(f"Nghix{at:02d}" for at in range(60)),
    ]
    docs = [ReferenceDoc("agency", f"R{at}", f"Phòng {name}") for at, name in enumerate(names)]
    with store.local() as connection:
        replace_reference(connection, docs)

    assert len(refs(store, "nghie", "agency")) == 3
    assert len(refs(store, "nghi", "agency", limit=100)) == 65
    assert len(refs(store, "nghix", "agency", limit=100)) == 60
    assert refs(store, "nghiem", "agency") == refs(store, "phong nghiem", "agency") == ["R1"]
    assert refs(store, "nghiemx", "agency") == refs(store, "phong nghiemx", "agency") == []


def test_a_search_in_a_transaction_that_is_undone_does_not_stop_the_next(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    accept(store)

    with store.work() as work:
        first = [hit.ref for hit in work.search("noi vu", ("item",), 5)]
    with store.work() as work:
        second = [hit.ref for hit in work.search("lang son", ("item",), 5)]

    assert first == second == ["ME473124007VN"]
