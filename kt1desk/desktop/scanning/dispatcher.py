"""The one way of every scan: named by its shape, handed to the page in front, answered by a sound and a sentence.

What a scan does depends on the page and the code and on nothing else, no hidden switch, no open question: a scan is never
an answer to a dialog. Where a scan came from, wedge or serial, makes no difference, but that keys slow enough for a hand
prove nothing. The dispatcher must not know any page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.messages import note_fault, say
from kt1desk.desktop.scanning.sounds import ScanSounds
from kt1desk.devices.scan_shapes import Scan, Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10

KIND_WORDS = {
    Shape.ITEM: "bưu gửi",
    Shape.RECEPTACLE: "túi",
    Shape.SEAL: "niêm phong",
    Shape.DOSSIER: "hồ sơ",
    Shape.CARD: "thẻ căn cước",
    Shape.UNKNOWN: "mã lạ",
}
_PART_WORDS = "mã trên giấy"
_CARD_DIGITS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ScanAnswer:
    """What a page did with a scan, and the sentence that says so."""

    accepted: bool
    sentence: str


class ScanHandler(Protocol):
    """A page that takes scans."""

    def on_scan(self, scan: Scan) -> ScanAnswer:
        """Take or refuse a scan. The same code on the same page does the same.

        Raises:
            DeskError: a refusal; its sentence is shown.
        """

    def on_part(self, data: bytes) -> ScanAnswer:
        """Take or refuse a part of a 2D code.

        Raises:
            DeskError: a refusal; its sentence is shown.
        """


@dataclass(frozen=True, slots=True)
class ScanReport:
    """A scan in words, as the status line keeps it, and what became of it."""

    scanned: str
    answer: ScanAnswer


def in_words(scan: Scan) -> str:
    """The scan as the public may see it: a card by its last digits only, an unknown code not at all."""
    kind = KIND_WORDS[scan.kind]
    match scan.kind:
        case Shape.UNKNOWN:
            return kind
        case Shape.CARD:
            return f"{kind} …{scan.value[-_CARD_DIGITS_SHOWN:]}"
        case Shape.ITEM if scan.valid:
            return f"{kind} {S10.parse(scan.value).grouped}"
        case _:
            return f"{kind} {scan.value}"


class ScanDispatcher(QObject):
    """Takes scans from any source and any thread, hands them to the page in front, and says what became of them.

    Signals: ``answered`` with a `ScanReport` for every scan.

    Args:
        sounds: the loudspeaker.
        parent: the owner.
    """

    answered = Signal(object)
    _arrived = Signal(str, bool)
    _part_arrived = Signal(bytes)

    def __init__(self, sounds: ScanSounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._page: ScanHandler | None = None
        self._last: ScanReport | None = None
        self._has_read = False
        self._arrived.connect(self._dispatch)
        self._part_arrived.connect(self._dispatch_part)

    @property
    def last(self) -> ScanReport | None:
        """The last scan and its answer."""
        return self._last

    @property
    def has_read(self) -> bool:
        """Whether a scanner read anything: what a quick hand could have typed does not say so."""
        return self._has_read

    def set_page(self, page: ScanHandler | None) -> None:
        """The page in front; None where no scan has a meaning, as at the log-in and behind the curtain."""
        self._page = page

    def take(self, text: str, *, proves: bool = True) -> None:
        """A scan came. Callable from any thread: a serial scanner reads in its own.

        Args:
            text: what it sent.
            proves: False for keys that a quick hand could have typed, see `Scan.proves`.
        """
        self._arrived.emit(text, proves)

    def take_part(self, data: bytes) -> None:
        """A part of a 2D code came, as bytes. Callable from any thread."""
        self._part_arrived.emit(data)

    def refuse_late(self, sentence: str) -> None:
        """A scan that was taken turned out wrong: it is heard, and said."""
        self._report("", ScanAnswer(accepted=False, sentence=sentence))

    def refuse_garbled(self) -> None:
        """A wedge scan came that a Vietnamese input method had garbled beyond proof."""
        self._report("", _refusal(DeskError("scan.input_method")))

    def _dispatch(self, text: str, proves: bool) -> None:
        scan = replace(classify(text), proves=proves)
        self._has_read = self._has_read or proves
        self._report(in_words(scan), self._ask(lambda page: page.on_scan(scan)))

    def _dispatch_part(self, data: bytes) -> None:
        self._has_read = True
        self._report(_PART_WORDS, self._ask(lambda page: page.on_part(data)))

    def _ask(self, hand_over: Callable[[ScanHandler], ScanAnswer]) -> ScanAnswer:
        dialog: QWidget | None = QApplication.activeModalWidget()
        if dialog is not None:
            return _refusal(DeskError("scan.dialog_open"))
        if self._page is None:
            return _refusal(DeskError("scan.not_here"))
        try:
            return hand_over(self._page)
        except DeskError as error:
            return _refusal(error)
        except Exception as error:  # noqa: BLE001 - a scan must be answered, or the clerk scans on unheard
            return _refusal(note_fault(error).refusal())

    def _report(self, scanned: str, answer: ScanAnswer) -> None:
        self._last = ScanReport(scanned, answer)
        if answer.accepted:
            self._sounds.good()
        else:
            self._sounds.bad()
        self.answered.emit(self._last)


def _refusal(error: DeskError) -> ScanAnswer:
    return ScanAnswer(accepted=False, sentence=say(error))
