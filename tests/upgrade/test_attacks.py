"""Every attack of `tests.support.update_attacks` is refused, and changes nothing of what is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.update_attacks import ATTACKS, Attack, run


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.name)
def test_an_attack_is_refused_and_what_ran_runs_on(attack: Attack, tmp_path: Path) -> None:
    run(attack, tmp_path)
