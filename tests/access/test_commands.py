"""Commands that have KT1 behind them, called by somebody who is not cleared: refused in words, and nothing is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.checklist import all_confirmed
from kt1desk.services.sentences import SENTENCES
from tests.access.kinds import Kt1
from tests.access.registry import COMMANDS
from tests.support.desks import ordinary
from tests.support.sheets import written
from tests.support.typed_commands import called, started

CLEARED, UNCLEARED = "ha.hoang", "minh.nong"
COVERS = [("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)"), ("SNV", "UBVL", 100)]
AGENCIES = [("Mã gọi", "Tên cơ quan", "Tỉnh", "Địa chỉ"), ("MOI", "Cơ quan mới", "20", "Số 1")]
SAID = {"accept kt1": SENTENCES["user.clearance_missing"], "import agencies": "không được nhập danh mục"}
"""What is said where a clerk lacks more than his clearance, he is told that first."""
ONE_AS_A_PROCESS = "accept kt1"
WORDS: Mapping[str, tuple[str, ...]] = {
    "accept kt1": ("accept", "@covers", "--kind", "kt1", "--checked"),
    "figures export": ("figures", "export", "@new", "--from", "2026-11-01", "--to", "2026-11-30"),
    "import agencies": ("import", "agencies", "@agencies"),
    "mail keys": ("mail", "keys", "@covers"),
    "mail request": ("mail", "request", "@new"),
    "mail take": ("mail", "take", "@covers"),
    "mail write": ("mail", "write", "@new", "--to", "246940"),
    "systems export": ("systems", "export", "--system", "bccp_kt1", "@sheet"),
    "systems import": ("systems", "import", "--system", "bccp_kt1", "@covers"),
    "systems waiting": ("systems", "waiting", "--system", "bccp_kt1"),
    "report make": (
        *("report", "make", "--template", "kt1_results", "--csv", "@new"),
        *("--from", "2026-11-01", "--to", "2026-11-30"),
    ),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial desk with an open shift and an item between two agencies."""
    data = tmp_path_factory.mktemp("sample") / "data"
    place = take_place(Options(data, data.parent / "papers", trial=True))
    works = works_in(place)
    works.make_sample()
    desk = works.opener.open(CLEARED, TRIAL_PASSWORD)
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
    answers = all_confirmed(desk.acceptance.quote(desk.session, ordinary()).checklist)
    desk.acceptance.accept(desk.session, replace(ordinary(), answers=answers))
    desk.close()
    place.leave()
    return data


def test_each_command_of_kt1_is_tried() -> None:
    assert set(WORDS) == {name for name, door in COMMANDS.items() if isinstance(door, Kt1)}


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_command_of_kt1_refuses_whoever_is_not_cleared(sample: Path, tmp_path: Path, name: str) -> None:
    files = {
        "@covers": str(written(tmp_path / "ds.xlsx", COVERS)),
        "@agencies": str(written(tmp_path / "cq.xlsx", AGENCIES)),
        "@new": str(tmp_path / "new.json"),
        "@sheet": str(tmp_path / "new.xlsx"),
    }
    words = [files.get(word, word) for word in WORDS[name]]

    by = started if name == ONE_AS_A_PROCESS else called
    done = by(*words, "--data-dir", str(sample), "--user", UNCLEARED)

    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert not list(tmp_path.glob("new.*"))
    assert not any(text in said for text in ("Sở Nội vụ", "Văn Lãng", "MX0", "MX 0"))
    if name in SAID:
        assert SAID[name] in said
