"""From what a clerk chose to a printer's profile, and back. This module opens nothing; what was found is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from kt1desk.app.hardware import PDF_DPI, pdf_printer, usual_paper
from kt1desk.app.printer_options import (
    FENCE_NAMES,
    LANGUAGE_NAMES,
    LANGUAGES,
    ORIGIN_NAMES,
    STATUS_NAMES,
    STOCKS,
    TYPED,
    coding_words,
    stock_key,
    usual_coding,
)
from kt1desk.desktop.needs import KnownFact, PrinterDraft, PrinterProbe, Tone
from kt1desk.domain.errors import DeskError
from kt1desk.printing.capabilities import Capabilities, Fence, Origin, StatusWay
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.finding import Find
from kt1desk.printing.profile import RAW, Head, Language, Link, PortKind, PrinterProfile
from kt1desk.printing.slots import PrinterSlot

_MOST_OF_NAME: Final = 24
_TONES: Final = {Origin.DOCUMENTED: Tone.WARN, Origin.PROBED: Tone.GOOD, Origin.CLERK: Tone.GOOD}


def find_key(find: Find) -> str:
    """How a find is named in a draft."""
    return f"{find.kind.value}:{find.address}"


def link_of(port: str, target: str, finds: Sequence[Find], baud: int = 115200, flow: str = "rtscts") -> Link:
    """The way to what was chosen, with the identity by which it is found again at another socket.

    Raises:
        DeskError: ``printer.address_missing``, ``printer.profile`` with field ``port`` or ``target``.
    """
    kind_text, _, address = port.partition(":")
    try:
        kind = PortKind(kind_text)
    except ValueError as error:
        raise DeskError("printer.profile", "port") from error
    if kind in TYPED and not address:
        address = target.strip()
        if not address:
            raise DeskError("printer.address_missing", "target")
    if not address:
        raise DeskError("printer.address_missing", "port")
    return Link(kind, address, baud, flow, _lasting(port, finds))


def _lasting(port: str, finds: Sequence[Find]) -> str:
    """What tells this device from all others; "" where it has no serial number, or another one plugged in has the same."""
    usb = next((find.usb for find in finds if find_key(find) == port), "")
    twins = [
        find
        for find in finds
        if find.usb.upper() == usb.upper() and find.kind.value == port.partition(":")[0]
    ]
    return usb if usb and not usb.endswith(":") and len(twins) == 1 else ""


def profile_of(draft: PrinterDraft, finds: Sequence[Find], kept: PrinterProfile | None) -> PrinterProfile:
    """The profile of a draft. What was confirmed of the same printer with the same settings stays confirmed.

    Raises:
        DeskError: ``printer.*`` with field ``port``, ``target``, ``language``, ``stock``, ``coding`` or ``dpi``.
    """
    slot = PrinterSlot(draft.slot)
    link = link_of(draft.port, draft.target, finds, draft.baud, draft.flow)
    language = _language(draft, slot, link)
    if draft.stock not in STOCKS:
        raise DeskError("printer.profile", "stock")
    stock = STOCKS[draft.stock]
    if link.kind is PortKind.PDF_FOLDER:
        return pdf_printer(slot, Path(link.address), stock)
    is_raw = language in RAW
    made = PrinterProfile(
        # What is plugged in belongs to the id: what broke off at one printer must not be forgotten when another one is tried.
        f"{slot.value}.{link.kind.value}.{link.usb or link.address}",
        _name(link),
        slot.role,
        language,
        link,
        stock,
        Head(draft.dpi, draft.density, draft.speed_ips) if is_raw else Head(PDF_DPI),
        _coding(draft, language),
    )
    return replace(made, can=_known(made, draft.probe, kept))


def _language(draft: PrinterDraft, slot: PrinterSlot, link: Link) -> Language:
    try:
        language = Language(draft.language)
    except ValueError as error:
        raise DeskError("printer.profile", "language") from error
    if language not in LANGUAGES[slot]:
        raise DeskError("printer.language_slot", "language")
    wanted = {Language.PDF: PortKind.PDF_FOLDER, Language.SYSTEM: PortKind.SYSTEM}
    if wanted.get(language, link.kind) is not link.kind or (
        language in RAW and link.kind in set(wanted.values())
    ):
        raise DeskError("printer.language_port", "language")
    return language


def _coding(draft: PrinterDraft, language: Language) -> GraphicCoding:
    if language not in RAW or not draft.coding:
        return usual_coding(language)
    try:
        return GraphicCoding(draft.coding)
    except ValueError as error:
        raise DeskError("printer.profile", "coding") from error


def _known(made: PrinterProfile, probe: PrinterProbe | None, kept: PrinterProfile | None) -> Capabilities:
    """Only what this printer said itself is used of it, and only what a person saw of these settings is confirmed."""
    is_same = kept is not None and (kept.printer_id, kept.language) == (made.printer_id, made.language)
    before = kept.can if kept is not None and is_same else Capabilities()
    prints_the_same = kept is not None and is_same and _printed_way(kept) == _printed_way(made)
    can = before if prints_the_same else replace(before, coding_by=Origin.DOCUMENTED)
    if probe is None or probe.language != made.language.value:
        return can
    # ^HV is not among the questions, for it needs a label: the next test page tries it again. Kept, it would hold a printer that was
    # put in the place of another to a confirmation it does not have, and no paper would come out of it any more.
    return replace(
        can,
        fence=Fence(probe.fence),
        fence_by=Origin.PROBED,
        status=StatusWay(probe.status),
        status_by=Origin.PROBED,
    )


def _printed_way(profile: PrinterProfile) -> tuple[object, ...]:
    """What a test page proves: another of these is another page. How dark and how fast it prints belongs to it."""
    return profile.coding, profile.head, profile.stock


def draft_of(profile: PrinterProfile, slot: PrinterSlot, finds: Sequence[Find]) -> PrinterDraft:
    """The choices a profile stands for; the port by the name it has now."""
    link = profile.link
    key = next(
        (find_key(find) for find in finds if link.usb and find.usb == link.usb and find.kind is link.kind),
        f"{link.kind.value}:{link.address}",
    )
    is_typed = link.kind in TYPED and key not in {find_key(find) for find in finds}
    is_raw = profile.language in RAW
    return PrinterDraft(
        slot.value,
        link.kind.value if is_typed else key,
        profile.language.value,
        stock_key(profile.stock),
        profile.coding.value if is_raw else "",
        link.address if is_typed else "",
        profile.head.dpi,
        link.baud,
        link.flow,
        profile.head.density,
        profile.head.speed_ips,
    )


def proposed(
    slot: PrinterSlot, port: str, target: str, find: Find | None, probe: PrinterProbe | None
) -> PrinterDraft:
    """The usual settings of what was found and answered: an answer goes before a guess; without either the language is left open."""
    language = _proposed_language(slot, port.partition(":")[0], find, probe)
    is_raw = language in RAW
    return PrinterDraft(
        slot.value,
        port,
        language.value if language else "",
        stock_key(usual_paper(slot, language)),
        usual_coding(language).value if language and is_raw else "",
        target,
        Head().dpi if is_raw or language is None else PDF_DPI,
        probe.baud if probe is not None and probe.baud else Link(PortKind.SERIAL, "").baud,
        probe=probe,
    )


def _proposed_language(
    slot: PrinterSlot, kind: str, find: Find | None, probe: PrinterProbe | None
) -> Language | None:
    of_kind = {PortKind.PDF_FOLDER.value: Language.PDF, PortKind.SYSTEM.value: Language.SYSTEM}
    if kind in of_kind:
        return of_kind[kind]
    allowed = [language for language in LANGUAGES[slot] if language in RAW]
    answered = Language(probe.language) if probe is not None and probe.language else None
    guessed = find.guess.language if find is not None and find.guess is not None else None
    only = allowed[0] if len(allowed) == 1 else None
    return next((each for each in (answered, guessed, only) if each in allowed), None)


def facts_of(profile: PrinterProfile | None) -> tuple[KnownFact, ...]:
    """What is known of a printer, and where from."""
    if profile is None or profile.language not in RAW:
        return ()
    can = profile.can
    answered = can.status is not StatusWay.NONE and can.status_by is Origin.PROBED
    language_by = Origin.PROBED if answered else Origin.DOCUMENTED
    if can.coding_by is Origin.CLERK:
        language_by = Origin.CLERK
    return (
        _fact("Ngôn ngữ", LANGUAGE_NAMES[profile.language], language_by),
        _fact("Cách gửi hình", coding_words(profile.coding), can.coding_by),
        _fact("Xác nhận đã in", FENCE_NAMES[can.fence], can.fence_by, can_do=can.fence is not Fence.NONE),
        _fact(
            "Báo tình trạng", STATUS_NAMES[can.status], can.status_by, can_do=can.status is not StatusWay.NONE
        ),
    )


def _fact(name: str, value: str, origin: Origin, *, can_do: bool = True) -> KnownFact:
    """A fact; that a printer cannot do something may be certain, but is nothing good."""
    tone = _TONES[origin]
    return KnownFact(
        name, value, ORIGIN_NAMES[origin], tone if can_do or tone is not Tone.GOOD else Tone.CALM
    )


def _name(link: Link) -> str:
    """What tells this printer apart, in words that fit on the status line and on the test page."""
    end = link.address.rsplit("/", 1)[-1]
    return end if len(end) <= _MOST_OF_NAME else f"…{end[-_MOST_OF_NAME:]}"
