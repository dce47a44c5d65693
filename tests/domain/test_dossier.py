"""A case at the counter: forms and legs, the count of papers, the post's own number; and a published procedure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction, Form, LocalNumber, PaperLine, Presence, count_papers
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import (
    Channel,
    ChannelRule,
    DurationUnit,
    Procedure,
    is_local_key,
    local_key,
    procedure_code,
)

COUNTS = st.integers(0, 99)


@pytest.mark.parametrize(
    ("form", "legs", "sends", "returns"),
    [
        (Form.SEND, (Direction.SEND,), True, False),
        (Form.RETURN, (Direction.RETURN,), False, True),
        (Form.BOTH, (Direction.SEND, Direction.RETURN), True, True),
    ],
)
def test_a_form_says_its_legs_in_the_order_they_are_travelled(
    form: Form, legs: tuple[Direction, ...], sends: bool, returns: bool
) -> None:
    assert (form.directions, form.sends, form.returns) == (legs, sends, returns)


def test_only_papers_that_were_brought_are_counted_whatever_kind_of_copy_they_are() -> None:
    lines = [
        PaperLine("1", "Giấy đề nghị", originals=1),
        PaperLine("2", "Giấy khai sinh", certified=2, plain=3, electronic=4),
        PaperLine("3", "Hợp đồng", originals=5, presence=Presence.MISSING),
        PaperLine("4", "Giấy ủy quyền", plain=6, presence=Presence.NOT_NEEDED),
    ]

    assert [line.pieces for line in lines] == [1, 9, 5, 6]
    assert count_papers(lines) == 10


def test_a_list_in_a_log_names_no_paper() -> None:
    assert "khai sinh" not in repr(PaperLine("1", "Giấy khai sinh"))


@given(
    st.integers(0, 999_999),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(0, 65_535),
    st.integers(1, 999_999),
)
def test_the_posts_own_number_reads_back(point: int, day: date, device: int, sequence: int) -> None:
    number = LocalNumber(f"{point:06d}", day, device, sequence)

    assert LocalNumber.parse(f" {number.text} ") == number


def test_the_posts_own_number_is_point_day_device_and_how_many_eth() -> None:
    assert LocalNumber("240000", date(2026, 11, 22), 0, 1).text == "240000-261122-0-001"


@pytest.mark.parametrize(
    "text", ["", "240000-261122-0", "240000-261322-0-001", "240000-260230-0-001", "24000-261122-0-001",
             "H37.10-261120-0005", "240000-261122-0-01"],
)  # fmt: skip
def test_another_number_is_not_taken_for_the_posts_own(text: str) -> None:
    with pytest.raises(DeskError, match=r"dossier\.number_shape"):
        LocalNumber.parse(text)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.001612.000.00.00.H48", "1.001612"),
        ("1.000948.H38", "1.000948"),
        ("2.000635", "2.000635"),
        (" 1.012766 ", "1.012766"),
        ("1.000948.h38", "1.000948"),
        (" km-8002ca80 ", "KM-8002CA80"),
    ],
)
def test_procedures_are_compared_by_the_first_two_groups_of_their_code(typed: str, code: str) -> None:
    assert procedure_code(typed) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0.001612",
        "1.01612",
        "1.001612.",
        "1.001612.000.00.H48",
        "1.001612.H4",
        "x" * 60,
        "KM-8002CA8",
        "KM-8002CA80.H37",
        "KM-8002CAG0",
        "٢.001612",
    ],
)
def test_what_is_no_code_of_a_procedure_is_refused_and_repeated_shortly(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        procedure_code(text)

    assert (refused.value.code, refused.value.field) == ("dossier.procedure_code", "procedure")
    assert refused.value.details["typed"] == text[:40]


def test_a_name_without_a_code_has_a_key_that_marks_and_case_do_not_change_and_no_code_looks_like() -> None:
    key = local_key("Cấp bản sao gia phả")

    assert key == local_key("CẤP BẢN  SAO GIA PHẢ") == local_key("cap ban sao gia pha")
    assert key != local_key("Cấp bản sao gia phả họ")
    assert procedure_code(key) == key
    assert (is_local_key(key), is_local_key("1.001612")) == (True, False)


def test_a_procedure_has_one_rule_for_each_way_and_its_first_day_for_a_version() -> None:
    by_post = ChannelRule(Channel.POST, 3, DurationUnit.WORKING_DAY, 100_000)
    procedure = Procedure(
        valid_from=date(2025, 7, 1),
        valid_to=None,
        source="test",
        status=Status.SAMPLE,
        code="1.001612",
        name="Đăng ký thành lập hộ kinh doanh",
        channels=(ChannelRule(Channel.DIRECT), by_post),
    )

    assert procedure.channel(Channel.POST) == by_post
    assert procedure.channel(Channel.ONLINE) is None
    assert procedure.version == "2025-07-01"
    assert (procedure.may_send, procedure.may_return) == (None, None)
