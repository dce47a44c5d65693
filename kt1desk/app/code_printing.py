"""The new recovery code on paper, past the queue: laid out and encoded in memory, handed to a cable, and nowhere else.

Only a printer on a cable of this machine may have it. A queue of the system keeps what it prints on its disk (CUPS for a day, Windows until
it is through and longer where somebody ticked it), a folder keeps it for ever, and a network printer is reached in clear
(`docs/decisions/keys.md`). This module must not know any screen.
"""

from __future__ import annotations

import stat
from datetime import datetime
from pathlib import Path

from kt1desk.app.desk import reference_for
from kt1desk.app.hardware import Hardware
from kt1desk.app.place import DeskPlace
from kt1desk.app.trial_printer import settings_at
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import Evidence
from kt1desk.printing.connect import port_for
from kt1desk.printing.delivery import send_past_queue
from kt1desk.printing.payload import label_payload
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.usb_names import device_name
from kt1desk.printing.profile import Link, PortKind, PrinterProfile
from kt1desk.printing.recovery_slip import RecoverySlip, slip_page
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Clock
from kt1desk.services.rows import DeskRow
from kt1desk.services.shifts import local_date, local_time
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.settings import Settings

_ON_THIS_MACHINE = ("127.0.0.1:", "localhost:", "[::1]:")
_SLOTS = (PrinterSlot.LABEL, PrinterSlot.ROLL)


def print_code(store: DeskStore, place: DeskPlace, clock: Clock, code: str) -> str:
    """Print a code at the first printer of the desk that may have it; returns a sentence that says where to look.

    Raises:
        DeskError: ``key.code_no_printer``; ``key.code_not_printed`` where it could not be sent, or not all of it;
            ``printer.paper_too_small``, ``paper.*``; ``disk.*``.
    """
    hardware = Hardware(settings_at(place, Settings(store)), place.options.papers)
    desk = _desk(store)
    profile = _printer(hardware, trial=desk.trial)
    slip = RecoverySlip(_desk_words(desk, clock), _now_words(clock), code)
    payload = label_payload(slip_page(slip, profile.stock), profile)

    def local_now() -> datetime:
        return local_time(clock.now())

    try:
        evidence = send_past_queue(
            payload.data,
            profile,
            port_for(profile, local_now),
            PrintQueue(store),
            lambda: clock.now().utc_ms,
        )
    except PortError as error:
        raise DeskError("key.code_not_printed") from error
    said = "Máy in báo đã in xong" if evidence is Evidence.ACKED else "Đã gửi"
    return f"{said}: {profile.name}. So tờ giấy với mã trên màn hình; tờ hỏng thì xé bỏ, không giữ lại."


def may_have_codes(link: Link, *, trial: bool) -> bool:
    """Whether what is sent over a link stays in a cable of this machine.

    Args:
        link: where it would go.
        trial: a trial desk, whose simulated printer listens on this machine. At a real one who listens there may be anybody: a queue, or
            somebody who passes it on.
    """
    if link.kind is PortKind.TCP:
        return trial and link.address.startswith(_ON_THIS_MACHINE)
    return link.kind is PortKind.SERIAL or (link.kind is PortKind.DEVICE and _is_device(link))


def _is_device(link: Link) -> bool:
    """Whether the device file of a link is one: an ordinary file would keep the code, a pipe would give it to whoever reads there."""
    path = device_name(link.usb) if link.usb else link.address
    try:
        return stat.S_ISCHR(Path(path).stat().st_mode)
    except OSError:
        return False


def _printer(hardware: Hardware, *, trial: bool) -> PrinterProfile:
    printers = hardware.printers()
    found = (printers[slot] for slot in _SLOTS if slot in printers)
    profile = next((each for each in found if may_have_codes(each.link, trial=trial)), None)
    if profile is None:
        raise DeskError("key.code_no_printer")
    return profile


def _desk(store: DeskStore) -> DeskRow:
    with store.read() as reader:
        desk = reader.desk()
    if desk is None:
        raise DeskError("store.no_desk")
    return desk


def _desk_words(desk: DeskRow, clock: Clock) -> str:
    try:
        name = reference_for(trial=desk.trial).point(desk.point, local_date(clock.now())).name
    except DeskError:
        name = "điểm"  # the desk may be of a point that this program does not know
    return f"Bàn số {desk.device} · {name} {desk.point}"


def _now_words(clock: Clock) -> str:
    now = clock.now()
    return when_words(now.utc_ms, now.offset_min)
