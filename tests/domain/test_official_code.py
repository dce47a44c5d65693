"""The authority's code as copied from a giấy hẹn: usual forms, doubted ones, and what cannot be stored."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.official_code import OfficialCode, official_code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("000.00.53.H48-220921-0099", date(2022, 9, 21)),
        ("H15.50.05.13-261008-0975", date(2026, 10, 8)),
        ("H37.10-261120-0005", date(2026, 11, 20)),
        ("H37-261120-0005", date(2026, 11, 20)),
        ("G03.101-261120-0900001", date(2026, 11, 20)),
        ("H37-240229-0001", date(2024, 2, 29)),
    ],
)
def test_codes_of_provinces_and_ministries_are_accepted_with_their_day(text: str, day: date) -> None:
    assert official_code(text) == OfficialCode(text, day, "")
    assert official_code(f" {text[:6].lower()} {text[6:]}\n") == OfficialCode(text, day, "")


@pytest.mark.parametrize("day", ["250229", "261301", "261100", "000000"])
def test_a_day_that_never_was_is_doubted(day: str) -> None:
    assert official_code(f"H37.10-{day}-0005") == OfficialCode(
        f"H37.10-{day}-0005", None, "dossier.official_day"
    )


@pytest.mark.parametrize(
    "text",
    ["H37.10-261120-005", "H37.10-261120", "H37.1-261120-0005", "37.10-261120-0005", "H37.10.10.10.10.10-261120-0005",
     "H37.10-261120-0005-KQ1", "12345678", "261120/TTHC"],
)  # fmt: skip
def test_a_code_of_another_form_is_doubted_and_not_refused(text: str) -> None:
    assert official_code(text) == OfficialCode(text, None, "dossier.official_shape")


@pytest.mark.parametrize(
    "text", ["", "   ", "H37", "-H37.10-261120", "H37_10", "Đ37.10-261120-0005", "H" * 41, "H３７.10"]
)
def test_what_is_no_code_at_all_is_refused(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        official_code(text)

    assert (refused.value.code, refused.value.field) == ("dossier.official_code", "official")


@given(st.text(max_size=45))
def test_a_code_read_again_is_the_same(text: str) -> None:
    try:
        code = official_code(text)
    except DeskError:
        return
    assert official_code(code.text) == code
