"""What a printer may hang on at this desk: what was found, and what of it the desk uses already. This module asks nobody anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kt1desk.app.hardware import Hardware, port_of
from kt1desk.app.printer_options import LANGUAGE_NAMES, PORT_NAMES, SLOT_NAMES, TYPED
from kt1desk.app.printer_profiles import draft_of, find_key
from kt1desk.desktop.needs import FoundPrinter, PrinterDraft
from kt1desk.devices.serial_lines import port_name
from kt1desk.printing.finding import Find, Guess
from kt1desk.printing.profile import PortKind
from kt1desk.printing.slots import PrinterSlot

_ANSWERING: Final = frozenset({PortKind.SERIAL, PortKind.DEVICE, PortKind.TCP})
_TYPED_WORDS: Final = {PortKind.DEVICE: "Tệp thiết bị (gõ đường dẫn)"}
_NOT_SEEN: Final = "Đang dùng, lúc này không thấy"


def can_answer(kind: PortKind, slot: PrinterSlot) -> bool:
    """Whether a printer of this slot may be asked this way. An office printer has no language of ours: it would print the question."""
    return kind in _ANSWERING and slot is not PrinterSlot.PAGE


def shown_places(
    hardware: Hardware, slot: PrinterSlot, finds: Sequence[Find], draft: PrinterDraft | None
) -> tuple[FoundPrinter, ...]:
    """All a printer of this slot may hang on: what was found, what must be typed, and what is set though it is not there now."""
    shown = [_shown(hardware, find, slot) for find in finds]
    shown += [
        FoundPrinter(
            kind.value,
            _TYPED_WORDS.get(kind, PORT_NAMES[kind]),
            "",
            is_typed=True,
            can_answer=can_answer(kind, slot),
        )
        for kind in TYPED
    ]
    if draft is not None and draft.port not in {each.key for each in shown}:
        shown.append(FoundPrinter(draft.port, _NOT_SEEN, draft.port.partition(":")[2]))
    return tuple(shown)


def device_at(hardware: Hardware, address: str) -> str:
    """For what this desk uses a port besides printing, "" for nothing."""
    devices = hardware.devices()
    for key, name in ((devices.scanner_port, "máy quét"), (devices.scale_port, "cân")):
        if key and port_name(port_of(key)) == address:
            return name
    return ""


def _shown(hardware: Hardware, find: Find, slot: PrinterSlot) -> FoundPrinter:
    said = f"{PORT_NAMES[find.kind]} – {find.said}" if find.said else PORT_NAMES[find.kind]
    used_by = device_at(hardware, find.address) or _other_printer_at(hardware, find, slot)
    return FoundPrinter(
        find_key(find),
        said,
        find.address,
        _guess(find.guess),
        used_by,
        can_answer=can_answer(find.kind, slot),
    )


def _guess(guess: Guess | None) -> str:
    if guess is None:
        return ""
    names = (guess.maker, LANGUAGE_NAMES[guess.language] if guess.language else "")
    return f"có thể là {', '.join(filter(None, names))}"


def _other_printer_at(hardware: Hardware, find: Find, slot: PrinterSlot) -> str:
    for other in PrinterSlot:
        kept = None if other is slot else hardware.printer(other)
        if kept is not None and draft_of(kept, other, (find,)).port == find_key(find):
            return SLOT_NAMES[other].lower()
    return ""
