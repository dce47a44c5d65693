"""Hands bytes to an open port and finds out how far they can be trusted to have become paper.

A printer with a fence is believed only when it answers with the token of this very job. Without one, nothing is known but that
the port took the bytes.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from kt1desk.domain.print_job import Evidence
from kt1desk.printing.capabilities import Fence
from kt1desk.printing.dialects.talk import confirms, fenced, token_of
from kt1desk.printing.payload import resync_bytes
from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue_store import LinkStates

CONFIRM_S: Final = 10.0
"""How long a printer may take for its answer, beyond the time its bytes need on the wire."""
_LISTEN_S: Final = 0.1
_OLD_ANSWERS: Final = 64
"""So many times something old is read away at most; a line that never falls silent is no reason to wait for ever."""
_REST_S: Final = 0.05
"""Within so long the rest of an answer comes whose beginning was read; left on the line, it could be taken for an answer in turn."""
_LATE_S: Final = 2.0
"""Longer than a printer cuts: answers without a token to what was given up come no further apart."""
_MOST_HEARD: Final = 4096
"""Bytes of what a printer says that are looked through again and again; a confirmation is the last of it and has a dozen."""


def no_progress(_sent: int) -> None:
    """Nobody watches."""


class Delivery:
    """One job on its way over one open port.

    Args:
        port: open.
        profile: its printer.
        token_parts: what tells this job from all others.
        confirm_s: see `CONFIRM_S`.
    """

    def __init__(
        self, port: Port, profile: PrinterProfile, token_parts: tuple[str, ...], confirm_s: float = CONFIRM_S
    ) -> None:
        self._port = port
        self._profile = profile
        self._token = token_of(profile.printer_id, *token_parts)
        self._confirm_s = confirm_s
        self.asks = profile.can.fence is not Fence.NONE and port.hears
        """Whether the printer is asked to confirm, and can be heard."""

    def send(self, data: bytes, progress: Progress) -> int:
        """Hand all over, the question for confirmation at its end; returns the bytes handed over.

        A port without that question is closed too: one that fails while closing may have lost the end, so that counts as a doubt
        about every byte.

        Raises:
            PortError: as `Port`.
        """
        if self.asks:
            self._forget_old_answers()
            return self._port.send(fenced(self._profile.can.fence, data, self._token), progress)
        accepted = self._port.send(data, progress)
        try:
            self._port.close()
        except PortError as error:
            raise PortError(error.code, accepted) from error
        return accepted

    def evidence(self, byte_count: int) -> Evidence:
        """What the job can count as; waits for the printer where it was asked.

        Raises:
            PortError: ``print.unconfirmed`` when no answer came in time, or ``printer.unplugged`` when none can come any more.
        """
        if not self.asks:
            return Evidence.TRANSPORT_ONLY
        until = time.monotonic() + self._confirm_s + self._profile.seconds_for(byte_count)
        heard = b""
        while not confirms(self._profile.can, heard, self._token):
            if time.monotonic() > until:
                raise PortError("print.unconfirmed", byte_count)
            heard = (heard + self._heard(byte_count))[-_MOST_HEARD:]
        return Evidence.ACKED

    def wake(self, waking: bytes, progress: Progress) -> None:
        """Send what wakes the printer; the port stays open.

        Raises:
            PortError: as `Port`, or ``printer.no_answer``.
        """
        if not self.asks:
            self._port.send(waking, lambda _: progress(0))
            return
        sent = self.send(waking, lambda _: progress(0))
        try:
            self.evidence(sent)
        except PortError as error:
            if error.code != "print.unconfirmed":
                raise
            raise PortError("printer.no_answer") from error
        if self._profile.can.fence is Fence.GS_R:
            # The answer may have been to a job that was given up, and this one's own is still to come: it would confirm the next label.
            self._forget_old_answers(_LATE_S)

    def _heard(self, byte_count: int) -> bytes:
        try:
            return self._port.receive(_LISTEN_S)
        except PortError as error:
            raise PortError(error.code, byte_count) from error

    def _forget_old_answers(self, silence_s: float = 0.0) -> None:
        """Read away what was said before, until it is silent for so long; an answer that has begun is waited for to its end."""
        for _ in range(_OLD_ANSWERS):
            if not self._port.receive(silence_s):
                return
            silence_s = max(silence_s, _REST_S)


def wake(
    links: LinkStates,
    delivery: Delivery,
    profile: PrinterProfile,
    now_ms: Callable[[], int],
    progress: Progress = no_progress,
) -> None:
    """Bring a printer back to its senses that still waits for the rest of something: a minute or two on a slow line.

    Raises:
        PortError: as `Port`; ``printer.no_answer`` where the printer has to confirm that it is back and does not.
    """
    if not links.is_link_dirty(profile.printer_id):
        return
    waking = resync_bytes(profile.language)
    # "Nothing" would be an empty file in a folder, and an empty job that a spooler refuses for ever.
    if waking:
        delivery.wake(waking, progress)
    links.mark_link_clean(profile.printer_id, now_ms())


def send_past_queue(
    data: bytes,
    profile: PrinterProfile,
    port: Port,
    links: LinkStates,
    now_ms: Callable[[], int],
    trying: Fence | None = None,
) -> Evidence:
    """Send what belongs to no job, as a test page, without leaving the printer in a state the queue does not know about.

    Args:
        data: what to send.
        profile: the printer.
        port: its port, not yet open.
        links: what the queue knows of the printers.
        now_ms: wall clock in UTC milliseconds.
        trying: a fence to be tried with this page; a printer in doubt is woken as its profile says, for it may not have this one.

    Returns:
        How far it can be trusted to be on paper.

    Raises:
        PortError: as `Port`, ``printer.no_answer`` or ``print.unconfirmed``; the port is closed, and the link dirty where bytes
            went out that may not have been read.
    """
    port.open()
    try:
        wake(links, Delivery(port, profile, ("resync", str(now_ms()))), profile, now_ms)
        tried = profile if trying is None else replace(profile, can=replace(profile.can, fence=trying))
        delivery = Delivery(port, tried, ("past the queue", str(now_ms())))
        links.mark_link_dirty(profile.printer_id, now_ms())
        try:
            evidence = delivery.evidence(delivery.send(data, no_progress))
        except PortError as error:
            if not error.sent:
                links.mark_link_clean(profile.printer_id, now_ms())
            raise
        links.mark_link_clean(profile.printer_id, now_ms())
        return evidence
    finally:
        with suppress(PortError):
            port.close()
