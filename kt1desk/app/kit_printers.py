"""Printers that the kit of a desk knew, as proposals: what is shown as chosen until somebody has set one up and tried it.

The printer's own answer goes before the plan: whoever wrote that has not seen the machine. This module opens nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kt1desk.app.hardware import Settings
from kt1desk.app.kit_opening import PRINTERS, known_printers
from kt1desk.app.kit_texts import printer_words
from kt1desk.app.printer_options import usual_coding
from kt1desk.app.printer_profiles import find_key, proposed
from kt1desk.desktop.needs import PrinterDraft
from kt1desk.domain.kit import KnownPrinter, Way
from kt1desk.printing.finding import Find
from kt1desk.printing.profile import RAW, Language, PortKind
from kt1desk.printing.slots import PrinterSlot

_KINDS: Final[Mapping[Way, tuple[PortKind, ...]]] = MappingProxyType(
    {
        Way.USB: (PortKind.DEVICE, PortKind.SPOOLER),
        Way.SERIAL: (PortKind.SERIAL,),
        Way.NETWORK: (PortKind.TCP,),
        Way.SYSTEM: (PortKind.SYSTEM,),
        Way.FOLDER: (PortKind.PDF_FOLDER,),
    }
)
_TYPED: Final = frozenset({Way.NETWORK, Way.FOLDER})


def known_for(settings: Settings, slot: PrinterSlot) -> KnownPrinter | None:
    """What the kit knew of a place, as long as nothing is set up there."""
    if settings.get(slot.setting):
        return None
    known = known_printers(settings.get(PRINTERS))
    return next((each for each in known if each.slot.value == slot.value), None)


def suggested(
    known: KnownPrinter | None, slot: PrinterSlot, finds: Sequence[Find]
) -> tuple[PrinterDraft | None, str]:
    """The choice that the plan stands for, None where nothing found is it; and what is said of it, "" where the kit knew nothing."""
    if known is None:
        return None, ""
    words = f"Bộ cài ghi {printer_words(known)}."
    if known.way in _TYPED:
        port, target = _KINDS[known.way][0].value, known.address
    else:
        find = _found(known, finds)
        if find is None:
            return None, f"{words} Chưa thấy máy ấy: cắm dây, bật máy rồi Ctrl+R, hoặc chọn máy khác."
        port, target = find_key(find), ""
    draft = with_known(proposed(slot, port, target, None, None), known)
    return draft, f"{words} Đúng máy ấy thì Enter, rồi in thử."


def with_known(draft: PrinterDraft, known: KnownPrinter | None) -> PrinterDraft:
    """The settings of what was chosen, with what the kit knew of it; what the printer said itself stays."""
    kind = draft.port.partition(":")[0]
    if known is None or kind not in {each.value for each in _KINDS[known.way]}:
        return draft
    made = replace(draft, stock=known.stock)
    if draft.probe is not None and draft.probe.language:
        return made
    language = Language(known.language)
    coding = usual_coding(language).value if language in RAW else ""
    return replace(made, language=language.value, coding=coding)


def _found(known: KnownPrinter, finds: Sequence[Find]) -> Find | None:
    there = [find for find in finds if find.kind in _KINDS[known.way]]
    if known.address:
        return next((find for find in there if find.address.lower() == known.address.lower()), None)
    speaking = [find for find in there if find.guess is not None and find.guess.language == known.language]
    return next(iter(speaking), there[0] if len(there) == 1 else None)
