"""Delivery and the holders in the real window on a real desk of a point that delivers; only the clock is the test's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.app.custody_services import CustodyServices, custody_services
from kt1desk.app.delivery_counter import DeliveryCounter
from kt1desk.app.gates import LockedScreen
from kt1desk.app.holding_counter import HoldingCounter
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.store.keys import KeyRing
from tests.support.accepting import is_quiet, open_desk_of, wait_until
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.keys import press, type_text
from tests.support.points import DISTRICT

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class AtDelivery:
    """A clerk at a real desk."""

    desk: DeliveryDesk
    window: MainWindow
    jobs: Jobs
    woken: list[None]
    said: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until every answer has come and is shown."""
        wait_until(lambda: is_quiet(self.window, self.jobs))

    def press(self, *keys: Qt.Key) -> None:
        """Keys, and every answer to each."""
        for key in keys:
            press(key)
            self.settle()

    def ctrl(self, sign: str) -> None:
        """Ctrl and a letter or digit."""
        press(Qt.Key[f"Key_{sign}"], CTRL)
        self.settle()

    def enter(self, *texts: str) -> None:
        """Texts, each with Enter behind it."""
        for text in texts:
            type_text(text)
            self.press(Qt.Key.Key_Return)

    def scan(self, *codes: str) -> None:
        """Scans that are taken, one after the other."""
        for code in codes:
            assert self.window.take_scan(code), code
            self.settle()


def services_of(desk: DeliveryDesk, user: str = "clerk") -> CustodyServices:
    """The services of custody for a user, with everybody's one password."""
    return custody_services(open_desk_of(desk.at, user), desk.at.passwords.check, lambda: None)


@contextmanager
def at_delivery(root: Path, point: str = DISTRICT) -> Iterator[AtDelivery]:
    """A window of a desk made for it, active, with a postman among its people."""
    with delivery_desk(root, point) as desk:
        opened, jobs, woken = open_desk_of(desk.at, "clerk"), Jobs(), list[None]()
        services = custody_services(opened, desk.at.passwords.check, lambda: woken.append(None))
        window = MainWindow(jobs)
        pages: dict[Place, Page] = {
            Place.DELIVERY: DeliveryPage(DeliveryCounter(services), jobs),
            Place.HOLDING: HoldingPage(HoldingCounter(services), jobs),
        }
        lock = LockedScreen(KeyRing(desk.at.folder, desk.at.clock))
        window.furnish(opened.session, point, WindowCounter(opened, lock, lambda: ()), pages)
        made = AtDelivery(desk, window, jobs, woken)
        for page in pages.values():
            page.said.connect(made.said.append)
        try:
            window.resize(1366, 768)
            window.show()
            window.activateWindow()
            wait_until(window.isActiveWindow)
            made.settle()
            yield made
        finally:
            window.close()
            jobs.close()
            window.deleteLater()
            QApplication.sendPostedEvents()
