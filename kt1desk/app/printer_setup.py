"""What setting up printers needs, on the real ports: found, asked, described, tried on paper, trusted for what was seen.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from kt1desk.app.hardware import LABEL_STOCK, Hardware
from kt1desk.app.kit_printers import known_for, suggested, with_known
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_options import (
    CODINGS,
    FLOWS,
    LANGUAGE_NAMES,
    LANGUAGES,
    STOCK_OPTIONS,
    usual_coding,
)
from kt1desk.app.printer_places import can_answer, device_at, shown_places
from kt1desk.app.printer_profiles import draft_of, facts_of, find_key, link_of, profile_of, proposed
from kt1desk.app.printer_trials import PrinterTrials
from kt1desk.desktop.needs import (
    Choice,
    PrintedTest,
    PrinterDraft,
    PrinterEstimate,
    PrinterFindings,
    PrinterProbe,
    TestAnswers,
    TestScan,
    TestVerdict,
    Tone,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.connect import port_for
from kt1desk.printing.finding import Find, all_finds
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.probing import BAUDS, Probed, probe
from kt1desk.printing.profile import SLOW_SECONDS, Language, Link, PortKind, PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

_RESOLUTIONS: Final = (203, 300)
_DEAF_WAY: Final = "Cách nối này không cho máy in trả lời. Chọn ngôn ngữ rồi in thử."
_SILENT: Final = "Máy in không trả lời. Nhiều máy không biết trả lời mà vẫn in tốt: chọn ngôn ngữ rồi in thử."
_OF_A_QUESTION: Final = dict.fromkeys(
    ("printer.missing", "printer.unplugged", "printer.stalled", "printer.write_failed"), "printer.not_found"
)
"""What keeps a question from a printer. Nothing waits for it yet: what may be wrong is the way to it that was just chosen."""
_OTHER: Final = "Có thiết bị trả lời nhưng không phải máy in, có thể là cân hoặc máy quét. Chọn cổng khác."


class PrinterSetup:
    """Implements `kt1desk.desktop.needs.PrinterWizardNeeds`.

    Args:
        hardware: where profiles are kept.
        clock: for the test page.
        room: the print room.
        finds: what a printer may hang on here.
    """

    def __init__(
        self,
        hardware: Hardware,
        clock: Clock,
        room: RoomDoors | None = None,
        finds: Callable[[], tuple[Find, ...]] = all_finds,
    ) -> None:
        self._hardware = hardware
        self._clock = clock
        self._room = room or RoomDoors()
        self._finds = finds
        self._trials = PrinterTrials(hardware, clock, self._room)

    def find(self, slot: str) -> PrinterFindings:
        """See the port."""
        wanted, finds = PrinterSlot(slot), self._finds()
        kept = self._hardware.printer(wanted)
        draft = None if kept is None else draft_of(kept, wanted, finds)
        plan, words = suggested(known_for(self._hardware.settings, wanted), wanted, finds)
        return PrinterFindings(
            slot,
            shown_places(self._hardware, wanted, finds, draft),
            tuple(Choice(language.value, LANGUAGE_NAMES[language]) for language in LANGUAGES[wanted]),
            STOCK_OPTIONS[wanted],
            tuple(option for option in CODINGS if Language(option.languages[0]) in LANGUAGES[wanted]),
            FLOWS,
            _RESOLUTIONS,
            BAUDS,
            draft,
            facts_of(kept),
            self._room.state(wanted),
            plan,
            words,
        )

    def probe(self, slot: str, port: str, target: str = "") -> PrinterProbe:
        """See the port."""
        link = link_of(port, target, self._finds(), flow="none")
        if not can_answer(link.kind, PrinterSlot(slot)):
            return PrinterProbe(text=_DEAF_WAY)
        if device_at(self._hardware, link.address):
            raise DeskError("printer.port_taken", "port")
        bauds = BAUDS if link.kind is PortKind.SERIAL else (0,)
        is_roll = PrinterSlot(slot) is PrinterSlot.ROLL
        try:
            with self._room.lent():
                probed = probe(lambda baud: self._asking(link, baud), bauds, is_roll=is_roll)
        except PortError as error:
            code = _OF_A_QUESTION.get(error.code, error.code)
            raise DeskError(code, "target" if port == link.kind.value else "port") from error
        return _answered(probed)

    def propose(
        self, slot: str, port: str, target: str = "", probe: PrinterProbe | None = None
    ) -> PrinterDraft:
        """See the port."""
        if port == PortKind.PDF_FOLDER.value and target.strip():
            _seen_folder(target.strip())
        find = next((each for each in self._finds() if find_key(each) == port), None)
        draft = proposed(PrinterSlot(slot), port, target, find, probe)
        return with_known(draft, known_for(self._hardware.settings, PrinterSlot(slot)))

    def estimate(self, draft: PrinterDraft) -> PrinterEstimate:
        """See the port."""
        seconds = self._made(draft).estimated_seconds()
        paper = "nhãn" if PrinterSlot(draft.slot) is PrinterSlot.LABEL else "phiếu"
        shown = f"{seconds:.1f}".replace(".", ",") if seconds < SLOW_SECONDS else str(round(seconds))
        if seconds <= SLOW_SECONDS:
            return PrinterEstimate(
                seconds, is_slow=False, text=f"Khoảng {shown} giây một {paper}.", tone=Tone.CALM
            )
        text = f"Khoảng {shown} giây một {paper}: chậm. {_faster(draft)}"
        return PrinterEstimate(seconds, is_slow=True, text=text, tone=Tone.WARN)

    def save(self, draft: PrinterDraft) -> None:
        """See the port. A printer that stays as it is goes on with the paper it is at."""
        made = self._made(draft)
        if made != self._hardware.printer(PrinterSlot(draft.slot)):
            if made.link.kind is PortKind.PDF_FOLDER:
                _seen_folder(made.link.address)
            self._hardware.keep_printer(made)
            self._room.kept()

    def clear(self, slot: str) -> None:
        """See the port."""
        self._hardware.forget_printer(PrinterSlot(slot))
        self._room.kept()

    def print_test_page(self, slot: str) -> PrintedTest:
        """See the port."""
        return self._trials.print_page(PrinterSlot(slot))

    def read_test(self, slot: str, code: str) -> TestScan:
        """See the port."""
        return self._trials.read(PrinterSlot(slot), code)

    def confirm(self, slot: str, answers: TestAnswers) -> TestVerdict:
        """See the port."""
        return self._trials.confirm(PrinterSlot(slot), answers)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _asking(self, link: Link, baud: int) -> Port:
        """A port to ask questions on; which language it stands for is of no matter there."""
        at_speed = replace(link, baud=baud or link.baud)
        asked = PrinterProfile("", "", PrinterRole.LABEL, Language.ZPL, at_speed, LABEL_STOCK)
        return port_for(asked, self._local_now)

    def _made(self, draft: PrinterDraft) -> PrinterProfile:
        made = profile_of(draft, self._finds(), self._hardware.printer(PrinterSlot(draft.slot)))
        try:
            port_for(made, self._local_now)
        except DeskError as error:
            raise DeskError(error.code, "target" if draft.target else "port") from error
        return made

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())


def _seen_folder(typed: str) -> None:
    """Refuse what is no folder while it is being chosen: later each paper would wait for it.

    Raises:
        DeskError: ``printer.no_folder``.
    """
    folder = Path(typed)
    try:
        is_there = folder.is_absolute() and folder.is_dir()
    except OSError:  # a name too long, or within what this account may not look into
        is_there = False
    if not is_there:
        raise DeskError("printer.no_folder", "target")


def _faster(draft: PrinterDraft) -> str:
    """What to do about a printer that is slow; nothing that is done already."""
    ways = []
    if draft.port.startswith(PortKind.SERIAL.value) and draft.baud < BAUDS[0]:
        ways.append(f"đặt máy in ở {BAUDS[0]} bit/giây")
    if draft.coding not in {"", usual_coding(Language(draft.language)).value}:
        ways.append("chọn cách gửi hình ngắn hơn")
    words = ", hoặc ".join(ways) or "nối máy in bằng USB hoặc mạng thì nhanh hơn"
    return f"{words[:1].upper()}{words[1:]}."


def _answered(probed: Probed) -> PrinterProbe:
    """The outcome in a sentence."""
    if probed.is_other:
        return PrinterProbe(said=probed.said, text=_OTHER, tone=Tone.WARN)
    if probed.language is None:
        return PrinterProbe(said=probed.said, text=_SILENT)
    speed = f", {probed.baud} bit/giây" if probed.baud else ""
    return PrinterProbe(
        probed.language.value,
        probed.baud,
        probed.status.value,
        probed.fence.value,
        probed.said,
        f"Máy in trả lời: {LANGUAGE_NAMES[probed.language]}{speed}.",
        Tone.GOOD,
    )
