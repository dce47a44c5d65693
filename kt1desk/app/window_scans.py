"""What a scan means to the window of an open desk: shown by the page in front, and proof that a label came out.

This module must not know where a scan came from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.scanning.dispatcher import Answering, ScanAnswer
from kt1desk.devices.scan_shapes import Scan, Shape
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

_PROCEDURE = "procedure"
"""What the page takes where dossiers are accepted."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store says to a number: that its label came out, as noted now, or the case that it leads to."""

    proved: bool = False
    case: str = ""


class WindowScans:
    """Hands scans to the page in front; a fresh label that nobody wants there proves that it was printed.

    What a quick hand could have typed shows an item like any scan and proves nothing: no label need lie on the counter for it. The store
    is asked beside the screen; meanwhile the page's keys sleep, so that F9 never comes before the number that was scanned before it.
    """

    def __init__(self, window: MainWindow, desk: OpenDesk, jobs: Jobs, proved: Callable[[], None]) -> None:
        """`proved` is called when a label's state has changed: what shows papers reads them again."""
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._tell = proved

    def on_scan(self, scan: Scan, answer: Answering) -> None:
        """See `ScanHandler`. Under a covered screen nothing is done with it: whoever scans there has not said who he is."""
        page = self._window.page()
        is_item = scan.kind is Shape.ITEM and scan.valid
        if page is None or self._window.curtain.is_covering() or page.works_with_scans():
            # Five scans a second, each a step of the work: the store is asked nothing here.
            answer(lambda: self._taken(scan))
        elif (
            is_item and "item" in page.takes
        ):  # one that accepts must not take a known one for the number of the next
            self._show(scan, answer)
        else:
            proves, leads = is_item and scan.proves, is_item or scan.kind is Shape.DOSSIER
            leads = leads and _PROCEDURE not in page.takes
            if proves or leads:
                self._look(
                    partial(self._known, scan.value, proves, leads),
                    partial(self._go_on, scan, page, answer),
                    answer,
                )
            else:
                answer(lambda: self._taken(scan))

    def on_part(self, data: bytes) -> ScanAnswer:
        """See `ScanHandler`."""
        return _answer(taken=self._window.take_part(data))

    def _taken(self, scan: Scan) -> ScanAnswer:
        code = scan.raw if scan.kind is Shape.CARD else scan.value  # a page needs name and address as well
        return _answer(taken=self._window.take_scan(code))

    def _show(self, scan: Scan, answer: Answering) -> None:
        """The page shows it; that the label came out is noted beside, where a shift is open and somebody may."""
        taken = self._window.take_scan(scan.value)
        if not (taken and scan.proves):
            answer(lambda: _answer(taken=taken))
            return
        self._jobs.run(
            lambda: self._proved(scan.value),
            lambda proved: answer(lambda: self._seen(proved)),
            lambda _: answer(lambda: _answer(taken=True)),
        )

    def _look(self, look: Callable[[], _Known], go_on: Callable[[_Known], None], answer: Answering) -> None:
        def known(found: _Known) -> None:
            self._window.hold_page_keys(False)
            go_on(found)

        def refused(error: DeskError) -> None:
            self._window.hold_page_keys(False)
            answer(lambda: ScanAnswer(accepted=False, sentence=say(error)))

        self._jobs.run(look, known, refused)
        self._window.hold_page_keys(True)

    def _go_on(self, scan: Scan, page: Page, answer: Answering, known: _Known) -> None:
        answer(lambda: self._answer(scan, page, known))

    def _answer(self, scan: Scan, page: Page, known: _Known) -> ScanAnswer:
        """What was scanned for a page that is no longer in front is refused: the one that is there now did not ask for it."""
        if known.proved:
            return self._seen(True)
        if self._window.page() is not page or self._window.curtain.is_covering():
            return _answer(taken=False)
        if known.case:
            self._window.go(Place.RECORD, known.case)
            return ScanAnswer(accepted=True, sentence="")
        return self._taken(scan)

    def _seen(self, proved: bool) -> ScanAnswer:
        if proved:
            self._tell()
        return ScanAnswer(accepted=True, sentence="Nhãn đã in đúng: số này đã nhận." if proved else "")

    # --- in the thread of the store --------------------------------------------------------------------------------

    def _known(self, number: str, proves: bool, leads: bool) -> _Known:
        """A case of this desk, scanned where neither dossiers are accepted nor scans are work, is looked at: nothing else can be meant."""
        if proves and self._proved(number):
            return _Known(proved=True)
        if leads and self._desk.may(Act.SEE_DOSSIERS):
            case = self._desk.finder.dossier(self._desk.session, number)
            return _Known(case=case.dossier if case is not None else "")
        return _Known()

    def _proved(self, number: str) -> bool:
        desk = self._desk
        is_known = desk.finder.dossier(desk.session, number) is not None or self._is_item(number)
        return is_known and desk.papers.scanned(desk.session, number) is not None

    def _is_item(self, number: str) -> bool:
        """Whether an item has the number; for whoever is not cleared none has, and the label in his hand is one like any other."""
        return (
            self._desk.may(Act.SEE_ITEMS) and self._desk.finder.item(self._desk.session, number) is not None
        )


def _answer(*, taken: bool) -> ScanAnswer:
    return ScanAnswer(accepted=taken, sentence="" if taken else say(DeskError("scan.not_here")))
