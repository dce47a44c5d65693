"""Refusals: what they carry and what they never show."""

import traceback

import pytest

from kt1desk.domain.errors import DeskError


def test_a_refusal_written_to_a_log_shows_code_and_field_and_no_detail() -> None:
    error = DeskError("item.agency_unknown", "receiver", name="Nguyễn Thị Hoa")

    written = "".join(traceback.format_exception(error)) + repr(error) + str(error) + str(error.args)

    assert "Hoa" not in written
    assert "item.agency_unknown" in written
    assert "receiver" in written


def test_a_refusal_without_a_field_is_its_code() -> None:
    assert str(DeskError("disk.full")) == "disk.full"


def test_the_details_of_a_refusal_cannot_be_changed() -> None:
    error = DeskError("shift.count_negative", "counts", value_dong=500)

    with pytest.raises(TypeError):
        error.details["value_dong"] = 1  # type: ignore[index]

    assert error.details["value_dong"] == 500
    assert error.field == "counts"
