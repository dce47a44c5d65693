"""Every command that asks for days takes both ways of writing them, and refuses the rest in Vietnamese."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.app.commands import command_parser

COMMANDS = (
    "report make --user u --template t",
    "report issue --user u --template t",
    "register show --user u --view handing",
    "figures export --user u a.kt1so",
    "figures read --keys k --fingerprint f a.kt1so",
    "centre figures --dsn d",
    "centre report t --dsn d",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_days_are_typed_in_either_way_and_refused_in_vietnamese(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = command.split()
    taken = command_parser().parse_args([*words, "--from", "01/11/2026", "--to", "2026-11-30"])
    with pytest.raises(SystemExit):
        command_parser().parse_args([*words, "--from", "32/11/2026", "--to", "2026-11-30"])

    assert (taken.first, taken.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert "Gõ ngày dạng 2026-11-01" in capsys.readouterr().err
