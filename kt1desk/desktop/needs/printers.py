"""What setting up a printer needs: what was found, what it answered, how it is used, and what its test page showed.

A slot is the place of a printer at the desk: ``label``, ``receipt`` (sheets) or ``roll`` (80 mm). This module must not know what a port is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.window import PrinterState, Tone


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """One thing a printer may hang on, found just now.

    Attributes:
        key: names it for `PrinterDraft.port`.
        text: what it is, with what the system says of it.
        address: where it is: name of a port, path, queue.
        guess: what its maker's number suggests, in words that say it is a guess; "" for none.
        used_by: for what this desk uses it already (``máy quét``, ``cân``, another printer), "" where it is free. It is not asked by
            itself, so that no scanner or scale is disturbed.
        is_typed: its address must be typed.
        can_answer: whether `PrinterWizardNeeds.probe` can ask it.
    """

    key: str
    text: str
    address: str
    guess: str = ""
    used_by: str = ""
    is_typed: bool = False
    can_answer: bool = False


@dataclass(frozen=True, slots=True)
class SetupOption:
    """One value that can be chosen: its key, its words, and the languages it is for (empty: all)."""

    key: str
    text: str
    languages: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrinterProbe:
    """What a printer answered to questions that move no paper.

    Attributes:
        language: key of the language its answers belong to, "" where it said nothing that is a printer's.
        baud: the speed at which it answered, 0 where speed has no meaning or nothing answered.
        status: how it tells its condition (a value of `kt1desk.printing.capabilities.StatusWay`).
        fence: how it confirms a job (a value of `Fence`).
        said: what was asked and what came back, a line for each answer, for whoever looks after printers.
        text: the outcome in a sentence; silence is «không trả lời», not «hỏng».
        tone: calm for silence, good for an answer.
    """

    language: str = ""
    baud: int = 0
    status: str = "none"
    fence: str = "none"
    said: tuple[str, ...] = ()
    text: str = ""
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class PrinterDraft:
    """A printer as it is to be used. All keys are of the choices in `PrinterFindings`; numbers are in its lists.

    Attributes:
        slot: ``label``, ``receipt`` or ``roll``.
        port: key of what was found.
        target: what was typed for a port that needs an address, else "".
        language: what it understands.
        stock: the paper in it.
        coding: how pictures are written; "" where the language has no choice.
        dpi: dots per inch.
        baud: bits per second of a serial line.
        flow: flow control of a serial line.
        density: darkness 0-15, -1 leaves the printer's own.
        speed_ips: inches per second, 0 leaves the printer's own.
        probe: what it answered, None where it was not asked: only what a printer said itself is used of it.
    """

    slot: str
    port: str
    language: str
    stock: str
    coding: str = ""
    target: str = ""
    dpi: int = 203
    baud: int = 115200
    flow: str = "rtscts"
    density: int = -1
    speed_ips: int = 0
    probe: PrinterProbe | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One thing known of a printer, and where from: of its manual, of its own answer, or of a person's eyes."""

    name: str
    value: str
    origin: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class PrinterFindings:
    """What can be chosen for a slot, found just now.

    Attributes:
        kept: what is set, or None.
        suggested: what the province planned here, until something is set up; None where nothing that was found is it.
        suggested_text: the plan in a sentence with what to do, "" where there is none.
    """

    slot: str
    found: tuple[FoundPrinter, ...]
    languages: tuple[Choice, ...]
    stocks: tuple[SetupOption, ...]
    codings: tuple[SetupOption, ...]
    flows: tuple[Choice, ...]
    resolutions: tuple[int, ...]
    bauds: tuple[int, ...]
    kept: PrinterDraft | None
    facts: tuple[KnownFact, ...]
    state: PrinterState
    suggested: PrinterDraft | None = None
    suggested_text: str = ""


@dataclass(frozen=True, slots=True)
class PrinterEstimate:
    """How long a full label or receipt takes. ``text`` says it; ``is_slow`` above 5 s, where a clerk waits visibly."""

    seconds: float
    is_slow: bool
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PrintedTest:
    """A test page that was handed over: what is known of it, and the steps that prove it.

    ``number`` is the code to be scanned back; ``bars`` are the codes at 2, 3 and 4 dots, thinnest first. Both are of this page alone:
    those of an older page are not taken. ``shows_bars`` is False for sheets, which have the number only.
    """

    text: str
    number: str
    bars: tuple[str, ...] = ()

    @property
    def shows_bars(self) -> bool:
        """Whether the page has bars of several widths."""
        return bool(self.bars)


@dataclass(frozen=True, slots=True)
class TestScan:
    """What one scan at the test page means. ``mark`` is ``number``, ``bars_2``, ``bars_3``, ``bars_4``, or "" for another code."""

    __test__ = False

    mark: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class TestAnswers:
    """What the clerk saw of the test page: the codes as scanned, whether all Vietnamese marks are there, whether the frame is whole."""

    __test__ = False

    scanned: tuple[str, ...]
    is_vietnamese_whole: bool
    is_frame_whole: bool


@dataclass(frozen=True, slots=True)
class TestVerdict:
    """What follows from the answers: whether the printer can be trusted, what to do else, and what is known of it now."""

    __test__ = False

    is_trusted: bool
    text: str
    tone: Tone
    facts: tuple[KnownFact, ...]


class PrinterWizardNeeds(Protocol):
    """From a printer on a cable to a profile that can be trusted. Its fields: ``port``, ``target``, ``language``, ``stock``, ``coding``."""

    def find(self, slot: str) -> PrinterFindings:
        """What a printer may hang on here; asks no printer anything."""

    def probe(self, slot: str, port: str, target: str = "") -> PrinterProbe:
        """Ask what hangs on a port: up to ten seconds where nothing answers. Moves no paper and changes nothing.

        Raises:
            DeskError: ``printer.*`` with field ``port`` or ``target``; ``printer.port_taken`` where scanner or scale hang on it.
        """

    def propose(
        self, slot: str, port: str, target: str = "", probe: PrinterProbe | None = None
    ) -> PrinterDraft:
        """The usual settings of what was found and answered, to be looked at and changed. Opens nothing."""

    def estimate(self, draft: PrinterDraft) -> PrinterEstimate:
        """How long a full paper takes with these settings.

        Raises:
            DeskError: as `save`.
        """

    def save(self, draft: PrinterDraft) -> None:
        """Use these settings from now on; what was confirmed of the same printer with the same settings stays confirmed.

        Raises:
            DeskError: ``printer.*`` with its field.
        """

    def clear(self, slot: str) -> None:
        """No printer of its own here: receipts of the roll go to the sheets again, other papers to PDF files."""

    def print_test_page(self, slot: str) -> PrintedTest:
        """Send the test page of the printer that is set.

        Raises:
            DeskError: ``printer.*``.
        """

    def read_test(self, slot: str, code: str) -> TestScan:
        """What a scanned code is of the test page printed last."""

    def confirm(self, slot: str, answers: TestAnswers) -> TestVerdict:
        """Keep what the clerk saw.

        Raises:
            DeskError: ``printer.not_set_up``; ``printer.no_test_page`` where none was printed with the present settings.
        """
