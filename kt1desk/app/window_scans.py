"""What a scan means to the window of an open desk: shown by the page in front, and proof that a label came out.

This module must not know where a scan came from.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.scanning.dispatcher import ScanAnswer
from kt1desk.devices.scan_shapes import Scan, Shape
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

_PROCEDURE = "procedure"
"""What the page takes where dossiers are accepted."""


class WindowScans:
    """Hands scans to the page in front; a fresh label that nobody wants there proves that it was printed.

    What a quick hand could have typed shows an item like any scan and proves nothing: no label need lie on the counter for it.
    """

    def __init__(self, window: MainWindow, desk: OpenDesk, proved: Callable[[], None]) -> None:
        """`proved` is called when a label's state has changed: what shows papers reads them again."""
        self._window = window
        self._desk = desk
        self._tell = proved

    def on_scan(self, scan: Scan) -> ScanAnswer:
        """See `ScanHandler`. Under a covered screen nothing is done with it: whoever scans there has not said who he is."""
        if self._window.curtain.is_covering():
            return _answer(taken=False)
        page = self._window.page()
        code = scan.raw if scan.kind is Shape.CARD else scan.value  # a page needs name and address as well
        if page is not None and page.works_with_scans():
            # Five scans a second, each a step of the work: the store is asked nothing here, in the thread of the screen.
            return _answer(taken=self._window.take_scan(code))
        if scan.kind is Shape.ITEM and scan.valid and self._shows_items():
            return self._shown(scan)
        if scan.kind is Shape.ITEM and scan.valid and scan.proves:
            proved = self._proved(scan.value)
            if proved:
                return ScanAnswer(accepted=True, sentence=proved)
        if page is not None and _PROCEDURE not in page.takes and self._leads(scan):
            return ScanAnswer(accepted=True, sentence="")
        return _answer(taken=self._window.take_scan(code))

    def on_part(self, data: bytes) -> ScanAnswer:
        """See `ScanHandler`."""
        return _answer(taken=self._window.take_part(data))

    def _leads(self, scan: Scan) -> bool:
        """A case of this desk, scanned where neither dossiers are accepted nor scans are work, is looked at: nothing else can be meant."""
        is_number = scan.kind is Shape.DOSSIER or (scan.kind is Shape.ITEM and scan.valid)
        if not is_number or not self._desk.may(Act.SEE_DOSSIERS):
            return False
        case = self._desk.finder.dossier(self._desk.session, scan.value)
        if case is not None:
            self._window.go(Place.RECORD, case.dossier)
        return case is not None

    def _shows_items(self) -> bool:
        """Whether the page in front shows items; one that accepts must not take a known one for the number of the next."""
        page = self._window.page()
        return page is not None and "item" in page.takes

    def _shown(self, scan: Scan) -> ScanAnswer:
        """The page shows it; that the label came out is noted beside, where a shift is open and somebody may."""
        if not self._window.take_scan(scan.value):
            return _answer(taken=False)
        try:
            return ScanAnswer(accepted=True, sentence=self._proved(scan.value) if scan.proves else "")
        except DeskError:
            return ScanAnswer(accepted=True, sentence="")

    def _proved(self, number: str) -> str:
        desk = self._desk
        if desk.finder.dossier(desk.session, number) is None and not self._is_item(number):
            return ""
        paper = desk.papers.scanned(desk.session, number)
        if paper is None:
            return ""
        self._tell()
        return "Nhãn đã in đúng: số này đã nhận."

    def _is_item(self, number: str) -> bool:
        """Whether an item has the number; for whoever is not cleared none has, and the label in his hand is one like any other."""
        return (
            self._desk.may(Act.SEE_ITEMS) and self._desk.finder.item(self._desk.session, number) is not None
        )


def _answer(*, taken: bool) -> ScanAnswer:
    return ScanAnswer(accepted=taken, sentence="" if taken else say(DeskError("scan.not_here")))
