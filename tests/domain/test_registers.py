"""The registers: what may be entered, what stands beside, and until when somebody may work on KT1."""

from datetime import date

import pytest

from kt1desk.domain.coded import CodedWord, CodeList
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.register_columns import Kind, checked
from kt1desk.domain.registers import (
    AGENCIES,
    PEOPLE,
    RECEIVERS,
    REGISTERS,
    clearance_until,
    register,
)
from tests.domain.rows import DAY, SINCE

WORDS = tuple(
    CodedWord(
        valid_from=SINCE,
        valid_to=None,
        source="test",
        status=Status.SAMPLE,
        code_list=kind,
        code="a",
        name="A",
    )
    for kind in CodeList
)
ENROLLED = date(2027, 6, 30)
VALID = {
    "vetted_on": "2026-01-01",
    "vetted_until": "2028-01-01",
    "committed_on": "2026-01-02",
    "committed_until": "2027-01-02",
    "trained_on": "2026-01-03",
    "trained_until": "2027-12-03",
}
SAMPLES = {
    Kind.CODE: "a",
    Kind.DATE: "2026-11-22",
    Kind.NUMBER: "3",
    Kind.REFERENCE: "12/HĐ-KT1",
    Kind.USER: "ha.hoang",
    Kind.AGENCY: "LS-SNV",
    Kind.COMMUNE: "05977",
    Kind.ADDRESS: "Số 2, đường Hùng Vương",
    Kind.PERSON: "Lý Văn Sơn",
}


def whole(code: str) -> dict[str, str]:
    """An entry with something right in every column."""
    return {column.code: SAMPLES[column.kind] for column in register(code).columns}


def refused(code: str, /, **changed: str) -> DeskError:
    with pytest.raises(DeskError) as caught:
        checked(register(code), whole(code) | changed, WORDS, DAY)
    return caught.value


@pytest.mark.parametrize("code", REGISTERS)
def test_every_register_takes_an_entry_with_all_its_columns_and_keeps_persons_beside(code: str) -> None:
    entry = checked(register(code), whole(code), WORDS, DAY)

    persons = {column.code for column in register(code).columns if column.kind is Kind.PERSON}
    assert set(entry.beside) == persons
    assert {name for name, _ in entry.values} == set(whole(code)) - persons


@pytest.mark.parametrize("code", REGISTERS)
def test_every_column_says_what_it_is_for_and_how_long_it_may_be_and_no_column_takes_a_sentence(
    code: str,
) -> None:
    for column in register(code).columns:
        assert column.title
        assert column.purpose
        assert 0 < column.max_length <= 200
        assert (column.code_list is None) is (column.kind is not Kind.CODE)
        if column.kind not in {Kind.ADDRESS, Kind.PERSON}:
            assert refused(code, **{column.code: "nội dung công văn"}).field == column.code


def test_a_key_is_a_column_that_is_always_there() -> None:
    keyed = [each for each in REGISTERS.values() if each.key]

    assert all(each.column(each.key).required for each in keyed)


@pytest.mark.parametrize(
    ("code", "changed", "problem"),
    [
        ("found_mail", {"count": "0"}, "register.number"),
        ("found_mail", {"count": "12e"}, "register.number"),
        ("found_mail", {"count": "²"}, "register.number"),
        ("found_mail", {"on": "31/11/2026"}, "register.date"),
        ("found_mail", {"agency": ""}, "register.value_missing"),
        ("found_mail", {"subject": "x"}, "register.column_unknown"),
        ("vehicles", {"plate": "12C-01234567"}, ""),
        ("vehicles", {"plate": "12C-012345678"}, "register.value_long"),
        ("vehicles", {"dedicated": "perhaps"}, "code.unknown"),
        ("outside_figures", {"number": "123456789"}, ""),
        ("outside_figures", {"number": "1234567890"}, "register.value_long"),
        ("outside_figures", {"last": "2026-11-21"}, "register.date_order"),
        ("people", {"vetted_until": "2026-11-21"}, "register.date_order"),
        ("agency_receivers", {"name": "0123456789"}, "text.name_number"),
    ],
)
def test_what_a_column_is_not_for_is_refused_at_that_column(
    code: str, changed: dict[str, str], problem: str
) -> None:
    if not problem:
        stored = dict(checked(register(code), whole(code) | changed, WORDS, DAY).values)
        assert {column: stored[column] for column in changed} == changed
        return

    found = refused(code, **changed)

    assert (found.code, found.field) == (problem, next(iter(changed)))


def test_what_may_be_left_out_is_not_stored_as_an_empty_text() -> None:
    entry = checked(register(AGENCIES), whole(AGENCIES) | {"until": "", "address_2": " "}, WORDS, DAY)

    assert {"until", "address_2"}.isdisjoint(name for name, _ in entry.values)


def test_an_entry_does_not_show_whom_it_names() -> None:
    assert "Sơn" not in repr(checked(register(RECEIVERS), whole(RECEIVERS), WORDS, DAY))


def test_a_register_nobody_declared_is_refused() -> None:
    with pytest.raises(DeskError) as caught:
        register("diary")

    assert caught.value.code == "register.unknown"


def test_the_earliest_of_vetting_commitment_and_training_ends_a_clearance() -> None:
    row = {"user": "ha", **VALID}

    assert clearance_until([row], "ha", ENROLLED) == date(2027, 1, 2)
    assert clearance_until([row | {"trained_until": "2026-12-31"}], "ha", ENROLLED) == date(2026, 12, 31)


def test_an_entry_never_lengthens_what_was_enrolled_nor_gives_what_was_not() -> None:
    row = {"user": "ha", **VALID}

    assert clearance_until([row], "ha", date(2026, 11, 30)) == date(2026, 11, 30)
    assert clearance_until([row], "ha", None) is None


def test_without_an_entry_the_enrolment_counts_and_another_ones_entry_does_not() -> None:
    row = {"user": "son", **VALID}

    assert clearance_until([row], "ha", ENROLLED) == ENROLLED
    assert clearance_until([], "ha", ENROLLED) == ENROLLED


def test_an_entry_that_lacks_one_of_the_three_gives_no_clearance() -> None:
    row = {"user": "ha", **VALID}
    del row["trained_until"]

    assert clearance_until([row], "ha", ENROLLED) is None


def test_the_register_of_people_has_an_expiry_for_each_of_the_three() -> None:
    codes = {column.code for column in register(PEOPLE).columns if column.required}

    assert {"vetted_until", "committed_until", "trained_until"} <= codes
