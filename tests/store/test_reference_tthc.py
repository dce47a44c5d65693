"""Reading the files about dossiers: a slip is found with its row and part; what no source says is unknown, never zero."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Channel, DurationUnit, ListedPaper, Procedure
from kt1desk.store.reference_files import load_reference
from kt1desk.store.reference_tthc import load_procedures
from tests.support.reference import FACTS

PAPER = {"name": "Tờ khai", "originals": 1, "copies": 0}
ROW = {
    "code": "1.001193",
    "name": "Đăng ký khai sinh",
    "field": "Hộ tịch",
    "level": "xã",
    "authorities": ["XA-TTHCC"],
    "decision": "163/QĐ-BTP",
    "channels": [],
    "papers": [],
    "valid_from": "2025-07-01",
    "source": "s",
    "status": "sample",
}


def written(folder: Path, **change: object) -> Path:
    """A catalogue of one row, with parts changed; None stays as ``null``."""
    path = folder / "procedures.json"
    row = ROW | change
    path.write_text(json.dumps({"sources": {"s": "nguồn"}, "defaults": {}, "rows": [row]}), encoding="utf-8")
    return path


def read(folder: Path, **change: object) -> Procedure:
    (row,) = load_procedures(written(folder, **change))
    return row


def refusal_of_facts(folder: Path, file: str, change: dict[str, object]) -> DeskError:
    """What reading the shipped facts says when the first row of a file is changed."""
    shutil.copytree(FACTS, folder / "reference")
    path = folder / "reference" / file
    loaded = json.loads(path.read_text(encoding="utf-8"))
    loaded["rows"] = [loaded["defaults"] | loaded["rows"][0] | change]
    path.write_text(json.dumps(loaded), encoding="utf-8")
    with pytest.raises(DeskError) as refused:
        load_reference(folder / "reference")
    return refused.value


def test_what_the_source_does_not_say_is_unknown_whether_left_out_or_null(tmp_path: Path) -> None:
    bare = {"channel": "post"}
    nulls = {"channel": "post", "duration": None, "unit": None, "fee_dong": None, "note": None}

    left_out = read(tmp_path, channels=[bare])
    null = read(tmp_path, channels=[nulls], may_send=None, may_return=None)

    assert left_out == null
    rule = left_out.channel(Channel.POST)
    assert rule is not None
    assert (rule.duration, rule.unit, rule.fee_dong, rule.note) == (None, None, None, "")
    assert (left_out.may_send, left_out.may_return, left_out.papers) == (None, None, ())


def test_what_the_source_says_is_kept_a_zero_and_a_no_among_it(tmp_path: Path) -> None:
    channel = {"channel": "post", "duration": 0, "unit": "hour", "fee_dong": 0, "note": "Miễn phí"}
    paper = PAPER | {"group": "Mất", "copies": 2, "certified": False}

    row = read(tmp_path, channels=[channel], papers=[PAPER, paper], may_send=False, may_return=True)

    rule = row.channel(Channel.POST)
    assert rule is not None
    assert (rule.duration, rule.unit, rule.fee_dong, rule.note) == (0, DurationUnit.HOUR, 0, "Miễn phí")
    assert row.papers == (
        ListedPaper("1", "Tờ khai", "", 1, 0, None),
        ListedPaper("2", "Tờ khai", "Mất", 1, 2, certified=False),
    )
    assert (row.may_send, row.may_return, row.version) == (False, True, "2025-07-01")


@pytest.mark.parametrize(
    ("change", "row", "part"),
    [
        ({"may_send": "yes"}, "procedures.json 1", "may_send"),
        ({"may_sent": True}, "procedures.json 1", "may_sent"),
        ({"name": None}, "procedures.json 1", "name"),
        ({"authorities": "LS-CA"}, "procedures.json 1", "authorities"),
        ({"papers": [PAPER | {"originals": -1}]}, "procedures.json 1 papers", "originals"),
        ({"papers": [PAPER | {"original": 1}]}, "procedures.json 1 papers", "original"),
        ({"channels": [{"channel": "pigeon"}]}, "procedures.json 1 channels", "channel"),
        ({"channels": [{"channel": "post", "unit": "week"}]}, "procedures.json 1 channels", "unit"),
        ({"channels": [{"channel": "post", "fee_dong": "8000"}]}, "procedures.json 1 channels", "fee_dong"),
        ({"channels": [{"channel": "post", "days": 3}]}, "procedures.json 1 channels", "days"),
    ],
)
def test_a_slip_in_a_procedure_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, object], row: str, part: str
) -> None:
    path = written(tmp_path, **change)

    with pytest.raises(DeskError) as refused:
        load_procedures(path)

    assert refused.value.code == "reference.bad_row"
    assert dict(refused.value.details) == {"row": row, "part": part}


def test_a_catalogue_that_is_missing_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"reference\.unreadable") as refused:
        load_procedures(tmp_path / "procedures.json")

    assert refused.value.details["file"] == "procedures.json"


@pytest.mark.parametrize(
    ("file", "change", "part"),
    [
        ("bcci_tariff.json", {"maximum": "yes"}, "maximum"),
        ("bcci_tariff.json", {"rates": 1}, "rates"),
        ("exemptions.json", {"needs_proof": 1}, "needs_proof"),
        ("exemptions.json", {"percent": "50"}, "percent"),
        ("transit_days.json", {"zone": "noi_tinh"}, "zone"),
        ("transit_days.json", {"direction": "both"}, "direction"),
    ],
)
def test_a_slip_in_prices_reductions_and_days_is_refused_with_its_place(
    tmp_path: Path, file: str, change: dict[str, object], part: str
) -> None:
    error = refusal_of_facts(tmp_path, file, change)

    assert error.code == "reference.bad_row"
    assert dict(error.details) == {"row": f"{file} 1", "part": part}


def test_a_column_in_which_more_weight_would_cost_less_is_refused(tmp_path: Path) -> None:
    steps = [{"up_to_g": 100, "amount_dong": 26_000}, {"up_to_g": 250, "amount_dong": 25_000}]
    rates = [{"direction": "send", "zone": "noi_huyen", "steps": steps, "further_g": 500, "further_dong": 1}]

    assert refusal_of_facts(tmp_path, "bcci_tariff.json", {"rates": rates}).code == "tariff.bad_rates"


@pytest.mark.parametrize("percent", [0, 101])
def test_a_reduction_of_nothing_or_of_more_than_all_is_refused(tmp_path: Path, percent: int) -> None:
    assert refusal_of_facts(tmp_path, "exemptions.json", {"percent": percent}).code == "exemption.bad_percent"
