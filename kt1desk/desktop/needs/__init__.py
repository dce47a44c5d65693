"""Needs: what the pages ask of the services, as Protocols with frozen values. `app` hands in what fulfils them.

Every method may be slow and is called through `Jobs`, never in the GUI thread, and refuses with `DeskError` whose ``field`` is one of the
names given here. This package must not know how anything is stored, printed or measured.
"""

from __future__ import annotations

from kt1desk.desktop.needs.day import TodayNeeds, TodayView
from kt1desk.desktop.needs.gates import Administrator, DeskFileSummary, FirstRunNeeds, LockNeeds, LoginNeeds
from kt1desk.desktop.needs.lists import (
    BroughtList,
    LineShape,
    ListLine,
    ListNeeds,
    ListTask,
    ListView,
    ListWatch,
    WantedColumns,
)
from kt1desk.desktop.needs.machines import (
    Choice,
    DeviceChoices,
    DeviceSettings,
    DevicesNeeds,
    PapersNeeds,
    Weighing,
)
from kt1desk.desktop.needs.printers import (
    FoundPrinter,
    KnownFact,
    PrintedTest,
    PrinterDraft,
    PrinterEstimate,
    PrinterFindings,
    PrinterProbe,
    PrinterWizardNeeds,
    SetupOption,
    TestAnswers,
    TestScan,
    TestVerdict,
)
from kt1desk.desktop.needs.record import RecordNeeds, RecordView
from kt1desk.desktop.needs.shift import ShiftNeeds, ShiftView
from kt1desk.desktop.needs.window import DeskStatus, PrinterState, SearchNeeds, StatusNeeds, Tone, WindowNeeds

__all__ = [
    "Administrator",
    "BroughtList",
    "Choice",
    "DeskFileSummary",
    "DeskStatus",
    "DeviceChoices",
    "DeviceSettings",
    "DevicesNeeds",
    "FirstRunNeeds",
    "FoundPrinter",
    "KnownFact",
    "LineShape",
    "ListLine",
    "ListNeeds",
    "ListTask",
    "ListView",
    "ListWatch",
    "LockNeeds",
    "LoginNeeds",
    "PapersNeeds",
    "PrintedTest",
    "PrinterDraft",
    "PrinterEstimate",
    "PrinterFindings",
    "PrinterProbe",
    "PrinterState",
    "PrinterWizardNeeds",
    "RecordNeeds",
    "RecordView",
    "SearchNeeds",
    "SetupOption",
    "ShiftNeeds",
    "ShiftView",
    "StatusNeeds",
    "TestAnswers",
    "TestScan",
    "TestVerdict",
    "TodayNeeds",
    "TodayView",
    "Tone",
    "WantedColumns",
    "Weighing",
    "WindowNeeds",
]
