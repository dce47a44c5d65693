"""Test pages of printers: sent past the queue, scanned back, answered about; what was seen is what a printer is trusted with.

This module must not know any screen.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from kt1desk.app.hardware import Hardware
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_profiles import facts_of
from kt1desk.app.printer_trial import Trial, judge, paper_words, scan_words, trial_job
from kt1desk.desktop.needs import PrintedTest, TestAnswers, TestScan, TestVerdict, Tone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import Evidence
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.connect import port_for
from kt1desk.printing.delivery import send_past_queue
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

_OF_A_TEST: Final = {
    "print.unconfirmed": "print.test_unconfirmed",
    "printer.missing": "printer.not_found",
    **dict.fromkeys(
        ("printer.unplugged", "printer.stalled", "printer.write_failed"), "print.test_broken_off"
    ),
}
"""What ends a test page, or lets none begin. It stands in no queue: nobody is asked whether it came out, it prints itself never later."""


class PrinterTrials:
    """The newest test page of each slot.

    Args:
        hardware: where profiles and codes of test pages are kept.
        clock: for the page, and for the state of the link.
        room: the print room, which lends its printers.
    """

    def __init__(self, hardware: Hardware, clock: Clock, room: RoomDoors) -> None:
        self._hardware = hardware
        self._clock = clock
        self._room = room

    def print_page(self, slot: PrinterSlot) -> PrintedTest:
        """Print one. The test page goes past the queue: it belongs to no item.

        What it leaves behind at a printer the queue has to know: after half a test page the next label would be garbage.
        """
        kept = self._set(slot)
        now = self._clock.now()
        trial = Trial.made(kept, slot, now.utc_ms)
        job = trial_job(trial, kept, slot, when_words(now.utc_ms, now.offset_min), now.utc_ms)
        payload = payload_for(job, kept)
        try:
            with self._room.lent():
                evidence = self._sent(payload.data, kept)
        except PortError as error:
            raise DeskError(_OF_A_TEST.get(error.code, error.code), "port") from error
        self._hardware.settings.put(_trial_setting(slot), trial.to_json())
        said = "Máy in báo đã in xong trang thử" if evidence is Evidence.ACKED else "Đã gửi trang thử"
        text = f"{said}: {kept.name}, {paper_words(kept)}. Xem giấy ra rồi quét các mã trên tờ."
        return PrintedTest(text, trial.number, tuple(trial.bars().values()))

    def read(self, slot: PrinterSlot, code: str) -> TestScan:
        """What a scanned code says of the newest test page."""
        trial = self._trial(slot)
        return scan_words("" if trial is None else trial.mark(code))

    def confirm(self, slot: PrinterSlot, answers: TestAnswers) -> TestVerdict:
        """What the clerk saw on the test page decides what the printer is trusted with."""
        kept = self._set(slot)
        judged = judge(self._trial(slot), kept, slot, answers)
        origin = Origin.CLERK if judged.is_trusted else Origin.DOCUMENTED
        seen = replace(kept, can=replace(kept.can, coding_by=origin))
        if seen != kept:
            self._keep(seen)
        tone = Tone.GOOD if judged.is_trusted else Tone.WARN
        return TestVerdict(judged.is_trusted, judged.text, tone, facts_of(seen))

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
        links, port = self._room.links, port_for(kept, self._local_now)
        try:
            evidence = send_past_queue(
                data, kept, port, links, self._now_ms, Fence.HV if may_confirm else None
            )
        except PortError as error:
            if not may_confirm or error.code != "print.unconfirmed":
                raise
            # All bytes went out and it said nothing, as many do: it is a printer without that fence, not one in doubt.
            links.mark_link_clean(kept.printer_id, self._now_ms())
            return Evidence.TRANSPORT_ONLY
        if may_confirm and evidence is Evidence.ACKED:
            self._keep(replace(kept, can=replace(kept.can, fence=Fence.HV, fence_by=Origin.PROBED)))
        return evidence

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())


def _trial_setting(slot: PrinterSlot) -> str:
    return f"printer_test.{slot.value}"
