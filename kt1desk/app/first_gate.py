"""The gate of a folder without a desk: the first run's page, and the printers chosen there until a store can keep them."""

from __future__ import annotations

from kt1desk.app.gates import FirstRunDoor
from kt1desk.app.hardware import Hardware, SettingsInHand
from kt1desk.app.printer_setup import PrinterSetup
from kt1desk.app.works import Works
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings


class FirstGate:
    """Holds the page of the first run and what was chosen on it."""

    def __init__(self, works: Works, jobs: Jobs) -> None:
        self._chosen = SettingsInHand()
        hardware = Hardware(self._chosen, works.place.options.papers)
        hardware.prepare()
        printers = PrinterSetup(hardware, works.clock)
        self.page = FirstRunPage(
            FirstRunDoor(works.maker, works.clock, works.place.folder, self._chosen), jobs, printers
        )

    def hand_over(self, store: DeskStore) -> None:
        """Keep what was chosen in the store of whoever logged in first."""
        self._chosen.hand_over(Settings(store))
