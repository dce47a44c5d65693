"""The first events of a desk: they name the device that the file writes as."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.first_run import trial_plan
from kt1desk.domain.errors import DeskError
from kt1desk.services.set_up import open_desk
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from tests.support.clocks import HandClock
from tests.support.desks import DEK, STAFF, sample_reference


@pytest.mark.parametrize(
    ("made_as", "planned", "desk_file"), [(7, 0, ""), (0, 7, "ab" * 32), (8, 7, "ab" * 32)]
)
def test_a_desk_opens_only_as_the_device_its_file_was_made_for(
    tmp_path: Path, made_as: int, planned: int, desk_file: str
) -> None:
    store = DeskStore.create(DataFolder(tmp_path), DEK, HandClock(), random.Random(1).randbytes, made_as)
    plan = replace(trial_plan(sample_reference()), device=planned, desk_file=desk_file)

    with pytest.raises(DeskError, match=r"desk_file\.wrong_device"):
        open_desk(store, plan, STAFF)

    with store.read() as reader:
        assert reader.desk() is None
    store.close()
