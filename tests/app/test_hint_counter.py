"""Which hints a user has had lies in the file of the desk, for each user apart."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.hint_counter import HintCounter
from tests.support.accepting import open_desk_of
from tests.support.desks import counter


def test_each_user_has_had_his_own_hints_and_each_once(tmp_path: Path) -> None:
    with counter(tmp_path) as desk:
        clerk, chief = (HintCounter(open_desk_of(desk, user)) for user in ("clerk", "chief"))
        before = list(clerk.had())
        clerk.note("ACCEPT")
        clerk.note("TODAY")
        clerk.note("ACCEPT")
        chief.note("SHIFT")

        assert before == []
        assert list(clerk.had()) == ["ACCEPT", "TODAY"]
        assert list(HintCounter(open_desk_of(desk, "chief")).had()) == ["SHIFT"]
