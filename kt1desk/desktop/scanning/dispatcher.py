"""The one way of every scan: named by its shape, handed to the page in front, answered by a sound and a sentence.

What a scan does depends on the page and the code and on nothing else, no hidden switch, no open question: a scan is never
an answer to a dialog. Where a scan came from, wedge or serial, makes no difference, but that keys slow enough for a hand
prove nothing. An answer may take a while, where the store is asked; scans are answered in the order in which they came,
so the next one waits for it. The dispatcher must not know any page.
"""

from __future__ import annotations

from collections import deque
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


Answering = Callable[[Callable[[], ScanAnswer]], None]
"""Takes what finds the answer, and does it at once: what it raises is a refusal, as in `ScanHandler.on_part`."""


class ScanHandler(Protocol):
    """A page that takes scans."""

    def on_scan(self, scan: Scan, answer: Answering) -> None:
        """Take or refuse a scan. The same code on the same page does the same.

        Args:
            scan: what was read.
            answer: called once, in the windows' thread, now or when what is asked for has come; no other scan is handed over before.

        Raises:
            DeskError: a refusal; its sentence is shown.
        """

    def on_part(self, data: bytes) -> ScanAnswer:
        """Take or refuse a part of a 2D code.

        Raises:
            DeskError: a refusal; its sentence is shown.
        """


_HandOver = Callable[[ScanHandler, Answering], None]


@dataclass(frozen=True, slots=True)
class ScanReport:
    """A scan in words, as the status line keeps it, and what became of it."""

    scanned: str
    answer: ScanAnswer

    def words(self) -> str:
        """What was scanned, where that is to be said, and what became of it."""
        before = f"Đã quét {self.scanned}. " if self.scanned else ""
        return f"{before}{self.answer.sentence}".strip()


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
        self._waiting: deque[tuple[str, _HandOver]] = deque()
        self._turn: object | None = None
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
        """The page in front; None where no scan has a meaning, as at the log-in and behind the curtain.

        What is still asked for or waits was meant for the page before, and is told to nobody.
        """
        self._waiting.clear()
        self._turn = None
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
        self._line_up(in_words(scan), lambda page, answer: page.on_scan(scan, answer))

    def _dispatch_part(self, data: bytes) -> None:
        self._has_read = True
        self._line_up(_PART_WORDS, lambda page, answer: answer(lambda: page.on_part(data)))

    def _line_up(self, scanned: str, hand_over: _HandOver) -> None:
        """Its turn comes when the scan before is answered; before an open question it is refused at once."""
        if _dialog() is not None:
            self._report(scanned, _refusal(DeskError("scan.dialog_open")))
            return
        self._waiting.append((scanned, hand_over))
        self._go_on()

    def _go_on(self) -> None:
        while self._turn is None and self._waiting:
            self._ask(*self._waiting.popleft())

    def _ask(self, scanned: str, hand_over: _HandOver) -> None:
        turn = self._turn = object()

        def answer(found: Callable[[], ScanAnswer]) -> None:
            if self._turn is not turn:
                return  # answered already, or for a page that is gone
            said = _said(found)
            self._turn = None
            self._report(scanned, said)
            self._go_on()

        page, hindrance = self._page, "scan.not_here" if _dialog() is None else "scan.dialog_open"
        if page is None or _dialog() is not None:
            answer(lambda: _refusal(DeskError(hindrance)))
            return
        try:
            hand_over(page, answer)
        except Exception as error:  # noqa: BLE001 - a scan must be answered, or the clerk scans on unheard
            refusal = _refusal_of(error)
            answer(lambda: refusal)

    def _report(self, scanned: str, answer: ScanAnswer) -> None:
        self._last = ScanReport(scanned, answer)
        if answer.accepted:
            self._sounds.good()
        else:
            self._sounds.bad()
        self.answered.emit(self._last)


def _dialog() -> QWidget | None:
    return QApplication.activeModalWidget()


def _said(found: Callable[[], ScanAnswer]) -> ScanAnswer:
    try:
        return found()
    except Exception as error:  # noqa: BLE001 - as above
        return _refusal_of(error)


def _refusal_of(error: Exception) -> ScanAnswer:
    return _refusal(error if isinstance(error, DeskError) else note_fault(error).refusal())


def _refusal(error: DeskError) -> ScanAnswer:
    return ScanAnswer(accepted=False, sentence=say(error))
