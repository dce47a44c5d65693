"""`kt1desk restore`: a desk put back from a copy goes on, once somebody who may says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.services.sentences import SENTENCES
from kt1desk.store.folder import DataFolder
from tests.support.typed_commands import Ran, called, started

CHIEF, CLERK = "son.ly", "ha.hoang"


def asked(data: Path, user: str, *words: str, by: Callable[..., Ran] = called) -> Ran:
    return by("restore", "--data-dir", str(data), "--user", user, *words)


@pytest.fixture(scope="module")
def put_back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial desk whose database is older than its marker."""
    data = tmp_path_factory.mktemp("restore") / "data"
    place = take_place(Options(data, data.parent / "papers", trial=True))
    works = works_in(place)
    works.make_sample()
    desk = works.opener.open(CLERK, TRIAL_PASSWORD)
    desk.store.backup(data.parent / "copy")
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
    desk.close()
    place.leave()
    shutil.copyfile(data.parent / "copy", DataFolder(data).database)
    return data


def test_a_clerk_may_not_let_it_go_on_a_head_may_and_it_opens_after_that(put_back: Path) -> None:
    refused = asked(put_back, CLERK)
    allowed = asked(put_back, CHIEF, by=started)
    again = asked(put_back, CHIEF)

    assert SENTENCES["restore.not_approved"] in refused.stderr
    assert allowed.returncode == 0
    assert "đời sổ thứ 2" in allowed.stdout
    assert SENTENCES["restore.not_needed"] in again.stderr
    assert "Không có việc nào phải xem lại" in asked(put_back, CHIEF, "--list").stdout
    place = take_place(Options(put_back, put_back.parent / "papers"))
    works_in(place).opener.open(CLERK, TRIAL_PASSWORD).close()
    place.leave()
