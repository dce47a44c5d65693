"""What setting up printers needs, on the real ports: found, asked, described, tried on paper, trusted for what was seen.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from kt1desk.app.hardware import LABEL_STOCK, Hardware
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_options import (
    CODINGS,
    FLOWS,
    LANGUAGE_NAMES,
    LANGUAGES,
    STOCK_OPTIONS,
)
from kt1desk.app.printer_places import CAN_ANSWER, device_at, shown_places
from kt1desk.app.printer_profiles import draft_of, facts_of, find_key, link_of, profile_of, proposed
from kt1desk.app.printer_trial import Trial, judge, paper_words, scan_words, trial_job
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
from kt1desk.domain.print_job import Evidence, PrinterRole
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.connect import port_for
from kt1desk.printing.delivery import send_past_queue
from kt1desk.printing.finding import Find, all_finds
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.probing import BAUDS, Probed, probe
from kt1desk.printing.profile import SLOW_SECONDS, Language, Link, PortKind, PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

_RESOLUTIONS: Final = (203, 300)
_DEAF_WAY: Final = "Cách nối này không cho máy in trả lời. Chọn ngôn ngữ rồi in thử."
_SILENT: Final = "Máy in không trả lời. Nhiều máy không biết trả lời mà vẫn in tốt: chọn ngôn ngữ rồi in thử."
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

    def find(self, slot: str) -> PrinterFindings:
        """See the port."""
        wanted, finds = PrinterSlot(slot), self._finds()
        kept = self._hardware.printer(wanted)
        draft = None if kept is None else draft_of(kept, wanted, finds)
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
        )

    def probe(self, slot: str, port: str, target: str = "") -> PrinterProbe:
        """See the port."""
        link = link_of(port, target, self._finds(), flow="none")
        if link.kind not in CAN_ANSWER:
            return PrinterProbe(text=_DEAF_WAY)
        if device_at(self._hardware, link.address):
            raise DeskError("printer.port_taken", "port")
        bauds = BAUDS if link.kind is PortKind.SERIAL else (0,)
        is_roll = PrinterSlot(slot) is PrinterSlot.ROLL
        try:
            with self._room.lent():
                probed = probe(lambda baud: self._asking(link, baud), bauds, is_roll=is_roll)
        except PortError as error:
            raise DeskError(error.code, "target" if port == link.kind.value else "port") from error
        return _answered(probed)

    def propose(
        self, slot: str, port: str, target: str = "", probe: PrinterProbe | None = None
    ) -> PrinterDraft:
        """See the port."""
        find = next((each for each in self._finds() if find_key(each) == port), None)
        return proposed(PrinterSlot(slot), port, target, find, probe)

    def estimate(self, draft: PrinterDraft) -> PrinterEstimate:
        """See the port."""
        seconds = self._made(draft).estimated_seconds()
        paper = "nhãn" if PrinterSlot(draft.slot) is PrinterSlot.LABEL else "phiếu"
        shown = f"{seconds:.1f}".replace(".", ",") if seconds < SLOW_SECONDS else str(round(seconds))
        if seconds <= SLOW_SECONDS:
            return PrinterEstimate(
                seconds, is_slow=False, text=f"Khoảng {shown} giây một {paper}.", tone=Tone.CALM
            )
        text = f"Khoảng {shown} giây một {paper}: chậm. Đặt máy in ở 115200 bit/giây, hoặc chọn cách gửi hình ngắn hơn."
        return PrinterEstimate(seconds, is_slow=True, text=text, tone=Tone.WARN)

    def save(self, draft: PrinterDraft) -> None:
        """See the port. A printer that stays as it is goes on with the paper it is at."""
        made = self._made(draft)
        if made != self._hardware.printer(PrinterSlot(draft.slot)):
            self._keep(made)

    def clear(self, slot: str) -> None:
        """See the port."""
        self._hardware.forget_printer(PrinterSlot(slot))
        self._room.kept()

    def print_test_page(self, slot: str) -> PrintedTest:
        """See the port. The test page goes past the queue: it belongs to no item.

        What it leaves behind at a printer the queue has to know: after half a test page the next label would be garbage.
        """
        wanted = PrinterSlot(slot)
        kept = self._set(wanted)
        now = self._clock.now()
        trial = Trial.made(kept, wanted, now.utc_ms)
        job = trial_job(trial, kept, wanted, when_words(now.utc_ms, now.offset_min), now.utc_ms)
        payload = payload_for(job, kept)
        try:
            with self._room.lent():
                evidence = self._sent(payload.data, kept)
        except PortError as error:
            raise DeskError(error.code, "port") from error
        self._hardware.settings.put(_trial_setting(wanted), trial.to_json())
        said = "Máy in báo đã in xong trang thử" if evidence is Evidence.ACKED else "Đã gửi trang thử"
        text = f"{said}: {kept.name}, {paper_words(kept)}. Xem giấy ra rồi quét các mã trên tờ."
        return PrintedTest(text, trial.number, tuple(trial.bars().values()))

    def read_test(self, slot: str, code: str) -> TestScan:
        """See the port."""
        trial = self._trial(PrinterSlot(slot))
        return scan_words("" if trial is None else trial.mark(code))

    def confirm(self, slot: str, answers: TestAnswers) -> TestVerdict:
        """See the port."""
        wanted = PrinterSlot(slot)
        kept = self._set(wanted)
        judged = judge(self._trial(wanted), kept, answers)
        origin = Origin.CLERK if judged.is_trusted else Origin.DOCUMENTED
        seen = replace(kept, can=replace(kept.can, coding_by=origin))
        if seen != kept:
            self._keep(seen)
        tone = Tone.GOOD if judged.is_trusted else Tone.WARN
        return TestVerdict(judged.is_trusted, judged.text, tone, facts_of(seen))

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

    def _keep(self, profile: PrinterProfile) -> None:
        self._hardware.keep_printer(profile)
        self._room.kept()

    def _set(self, slot: PrinterSlot) -> PrinterProfile:
        kept = self._hardware.printer(slot)
        if kept is None:
            raise DeskError("printer.not_set_up", "port")
        return kept

    def _trial(self, slot: PrinterSlot) -> Trial | None:
        return Trial.from_json(self._hardware.settings.get(_trial_setting(slot)))

    def _sent(self, data: bytes, kept: PrinterProfile) -> Evidence:
        """Send the page; where a ZPL printer answers questions, the page tries whether it confirms its labels too."""
        may_confirm = kept.can.fence is Fence.NONE and kept.can.status is StatusWay.HS
        tried = replace(kept, can=replace(kept.can, fence=Fence.HV)) if may_confirm else kept
        links, port = self._room.links, port_for(tried, self._local_now)
        try:
            evidence = send_past_queue(data, tried, port, links, self._now_ms)
        except PortError as error:
            if not may_confirm or error.code != "print.unconfirmed":
                raise
            # All bytes went out and it said nothing, as many do: it is a printer without that fence, not one in doubt.
            links.mark_link_clean(kept.printer_id, self._now_ms())
            return Evidence.TRANSPORT_ONLY
        if may_confirm and evidence is Evidence.ACKED:
            self._keep(replace(kept, can=replace(tried.can, fence_by=Origin.PROBED)))
        return evidence

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())


def _trial_setting(slot: PrinterSlot) -> str:
    return f"printer_test.{slot.value}"


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
