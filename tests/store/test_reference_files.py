"""Reading reference files: a slip is found when the file is read, with its row and its part."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.reference_files import load_reference
from tests.support.reference import FACTS, SAMPLE

Change = dict[str, object]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A copy of the shipped facts and the sample that a test may spoil."""
    shutil.copytree(FACTS, tmp_path / "reference")
    shutil.copytree(SAMPLE, tmp_path / "sample")
    return tmp_path


def refusal(folder: Path) -> DeskError:
    with pytest.raises(DeskError) as refused:
        load_reference(folder / "reference", folder / "sample")
    return refused.value


def spoil(path: Path, change: Change, without: str = "") -> None:
    """Change the first row of a file, or take a part away from it."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    row = loaded["defaults"] | loaded["rows"][0] | change
    row.pop(without, None)
    loaded["defaults"] = {}
    loaded["rows"] = [row]
    path.write_text(json.dumps(loaded), encoding="utf-8")


def test_the_shipped_files_are_read_whole() -> None:
    data = load_reference(FACTS, SAMPLE)

    assert all(getattr(data, name) for name in data.__slots__)


@pytest.mark.parametrize(
    ("file", "change", "part"),
    [
        ("reference/settings.json", {"value": 1.5}, "value"),
        ("reference/settings.json", {"value": -1}, "value"),
        ("reference/settings.json", {"value": True}, "value"),
        ("reference/settings.json", {"valid_from": "01/01/2018"}, "valid_from"),
        ("reference/settings.json", {"valid_to": ""}, "valid_to"),
        ("reference/settings.json", {"status": "sure"}, "status"),
        ("reference/settings.json", {"source": "nobody"}, "source"),
        ("reference/settings.json", {"key": 5}, "key"),
        ("reference/settings.json", {"keyy": "x"}, "keyy"),
        ("reference/products.json", {"urgency": "fast"}, "urgency"),
        ("reference/checklist.json", {"secrecies": ["A", "D"]}, "secrecies"),
        ("reference/checklist.json", {"secrecies": "A"}, "secrecies"),
        ("reference/communes.json", {"old_names": [1]}, "old_names"),
        ("reference/number_rules.json", {"pattern": "M["}, "pattern"),
        ("reference/number_rules.json", {"pattern": "[A-L--Z]"}, "pattern"),
        ("reference/number_rules.json", {"pattern": "[[A-L]"}, "pattern"),
        ("reference/number_rules.json", {"pattern": "M{99999999999}"}, "pattern"),
        ("reference/number_rules.json", {"pattern": "(" * 5_000}, "pattern"),
        ("reference/kt1_caps.json", {"scopes": "none"}, "scopes"),
        ("reference/kt1_caps.json", {"scopes": [1]}, "scopes"),
        ("sample/points.json", {"kt1_accept": "yes"}, "kt1_accept"),
        ("sample/staff.json", {"roles": ["clerk", "king"]}, "roles"),
    ],
)
def test_a_part_that_is_not_what_it_must_be_is_refused_with_its_place(
    facts: Path, file: str, change: Change, part: str
) -> None:
    spoil(facts / file, change)

    error = refusal(facts)

    assert error.code == "reference.bad_row"
    assert dict(error.details) == {"row": f"{Path(file).name} 1", "part": part}


def test_a_part_that_is_missing_is_refused(facts: Path) -> None:
    spoil(facts / "sample/agencies.json", {}, without="call_code")

    assert refusal(facts).details["part"] == "call_code"


@pytest.mark.parametrize("part", ["further_gg", "steps"])
def test_a_slip_inside_a_tariff_is_refused(facts: Path, part: str) -> None:
    scope: Change = {"scope": "intra", "steps": [], "further_g": 250, "further_dong": 1}
    if part == "steps":
        scope["steps"] = [{"up_to_g": 50, "amount_dong": "11364"}]
    else:
        scope["steps"] = [{"up_to_g": 50, "amount_dong": 11_364}]
        scope[part] = 1
    spoil(facts / "sample/tariff.json", {"scopes": [scope]})

    error = refusal(facts)

    assert error.code == "reference.bad_row"
    assert str(error.details["row"]).startswith("tariff.json 1 scopes")


def test_a_tariff_without_steps_is_refused(facts: Path) -> None:
    scope = {"scope": "intra", "steps": [], "further_g": 250, "further_dong": 1}
    spoil(facts / "sample/tariff.json", {"scopes": [scope]})

    assert refusal(facts).code == "tariff.bad_rates"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"rows": []}',
        b"\xff\xfe",
        b'{"sources": {}, "defaults": {}, "rows": [1]}',
        b'{"sources": {}, "sources": {}, "defaults": {}, "rows": []}',
    ],
)
def test_a_file_that_is_no_file_of_rows_is_refused_by_its_name(facts: Path, content: bytes) -> None:
    (facts / "reference" / "calendar.json").write_bytes(content)

    error = refusal(facts)

    assert (error.code, dict(error.details)) == ("reference.unreadable", {"file": "calendar.json"})


def test_a_missing_file_is_refused_by_its_name(facts: Path) -> None:
    (facts / "reference" / "provinces.json").unlink()

    assert refusal(facts).details["file"] == "provinces.json"


def test_the_last_day_of_a_row_is_read(facts: Path) -> None:
    spoil(facts / "reference/number_rules.json", {"valid_to": "2026-12-31"})

    (rule,) = load_reference(facts / "reference").number_rules

    assert rule.valid_to is not None
    assert rule.valid_to.isoformat() == "2026-12-31"
