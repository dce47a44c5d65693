"""The simulated label printer of a trial desk. Where somebody has set up a printer, that one is used; a real desk never sees this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.app.hardware import Settings
from kt1desk.app.place import DeskPlace
from kt1desk.domain.canonical import Json
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.capabilities import Capabilities, Fence, StatusWay
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot


@dataclass(frozen=True, slots=True)
class TrialSettings:
    """Settings in which the label printer is the simulated one as long as nobody has chosen any."""

    settings: Settings
    printer: PrinterProfile

    def get(self, name: str) -> Mapping[str, Json] | None:
        """See `Settings`."""
        kept = self.settings.get(name)
        return self.printer.to_json() if kept is None and name == PrinterSlot.LABEL.setting else kept

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """See `Settings`."""
        self.settings.put(name, value)


def settings_at(place: DeskPlace, settings: Settings) -> Settings:
    """The settings of a desk; with the simulated printer where one runs beside a desk with invented staff."""
    address = place.options.trial_printer
    return TrialSettings(settings, simulated(address)) if address and place.is_sample else settings


def simulated(address: str) -> PrinterProfile:
    """The label printer that ``kt1desk-simprinter --language zpl`` is, at ``host:port``."""
    can = Capabilities(Fence.HV, StatusWay.HS)
    link = Link(PortKind.TCP, address)
    # One name whatever its port: the printer of the last run is gone with its memory, so nothing of it can be left on this one's line.
    return PrinterProfile(
        "label.simulated",
        "Máy in mô phỏng",
        PrinterRole.LABEL,
        Language.ZPL,
        link,
        Stock(100, 60, 3),
        can=can,
    )
