"""The simulated printer belongs to a desk with invented staff alone, and to nobody who has a printer of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.hardware import SettingsInHand
from kt1desk.app.options import Options, desk_asked_for
from kt1desk.app.place import DeskPlace, take_place
from kt1desk.app.trial_printer import settings_at, simulated
from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.profile import Language, PortKind, PrinterProfile
from tests.printing.profiles import label_printer

ADDRESS = "127.0.0.1:9100"


@pytest.fixture
def place(tmp_path: Path) -> DeskPlace:
    return take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True, trial_printer=ADDRESS))


def test_a_trial_desk_prints_labels_on_the_simulated_printer(place: DeskPlace) -> None:
    place.sample_note.touch()

    kept = settings_at(place, SettingsInHand()).get("printer.label")

    assert kept is not None
    printer = PrinterProfile.from_json(kept)
    assert (printer.language, printer.link.kind, printer.link.address) == (
        Language.ZPL,
        PortKind.TCP,
        ADDRESS,
    )
    assert (printer.can.fence, printer.can.status) == (Fence.HV, StatusWay.HS)


def test_a_real_desk_never_sees_it(place: DeskPlace) -> None:
    settings = SettingsInHand()

    found = settings_at(place, settings)

    assert found is settings
    assert found.get("printer.label") is None


def test_a_printer_that_was_chosen_or_taken_away_stays_as_it_was_left(place: DeskPlace) -> None:
    place.sample_note.touch()
    settings = settings_at(place, SettingsInHand())
    chosen = label_printer("/dev/usb/lp0").to_json()

    settings.put("printer.label", chosen)
    kept = settings.get("printer.label")
    settings.put("printer.label", {})

    assert kept == chosen
    assert settings.get("printer.label") == {}


def test_other_settings_are_not_touched(place: DeskPlace) -> None:
    place.sample_note.touch()

    settings = settings_at(place, SettingsInHand())

    assert settings.get("printer.receipt") is None


def test_the_command_line_names_it() -> None:
    asked = desk_asked_for(["--trial", "--trial-printer", ADDRESS])

    assert asked is not None
    assert asked.trial_printer == simulated(asked.trial_printer).link.address == ADDRESS
