"""The kit of a desk: what the province plans for it, and the printers that are known to stand there.

A known printer is a proposal. Nobody has tried it yet: the desk shows it, prints a page, and only then trusts it. This module must not know
files, ports or screens.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.desk_file import Clearance, NumberBlock, Service, Transport
from kt1desk.domain.errors import DeskError

FIELD = "desk_file"
"""Input the refusals belong to: kits and desk files are chosen in the same place."""
LISTS = ("agencies", "procedures", "staff", "staff_list")
"""What lists a kit may bring; the first three are tables as `kt1desk import` takes them, the last one is signed by the province."""


class Slot(StrEnum):
    """Where a printer stands at the desk."""

    LABEL = "label"
    PAGE = "receipt"
    ROLL = "roll"


class Way(StrEnum):
    """How a printer is reached."""

    USB = "usb"
    SERIAL = "serial"
    NETWORK = "network"
    SYSTEM = "system"
    FOLDER = "folder"


RAW_LANGUAGES: Mapping[Slot, frozenset[str]] = MappingProxyType(
    {
        Slot.LABEL: frozenset({"zpl", "tspl", "epl", "cpcl"}),
        Slot.PAGE: frozenset(),
        Slot.ROLL: frozenset({"escpos"}),
    }
)
"""What a printer that is talked to directly may speak in a place; one of the system and a folder have languages of their own."""
STOCKS: Mapping[Slot, tuple[str, ...]] = MappingProxyType(
    {Slot.LABEL: ("100x60", "100x75", "80x50"), Slot.PAGE: ("a4", "a5"), Slot.ROLL: ("roll80",)}
)
"""Papers of a place; the first is the usual one."""
_OWN = MappingProxyType({Way.SYSTEM: "system", Way.FOLDER: "pdf"})
_ADDRESSED = frozenset({Way.SERIAL, Way.NETWORK, Way.FOLDER})
_PARTS = ("address", "language", "slot", "stock", "way")
MAX_ADDRESS = 120


@dataclass(frozen=True, slots=True)
class KnownPrinter:
    """A printer as the plan has it.

    Attributes:
        address: ``COM3``, ``10.1.2.3:9100``, a folder, or the name of a printer of the system; "" where the way needs none.
    """

    slot: Slot
    way: Way
    language: str
    stock: str
    address: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot stand there.

        Raises:
            DeskError: ``kit.printer_language``, ``kit.printer_way``, ``kit.printer_address``, ``kit.printer_stock``.
        """
        own = _OWN.get(self.way)
        if (own is None and not RAW_LANGUAGES[self.slot]) or (self.slot is Slot.ROLL and own == "system"):
            raise DeskError("kit.printer_way", self.slot)
        if self.language != own and (own is not None or self.language not in RAW_LANGUAGES[self.slot]):
            raise DeskError("kit.printer_language", self.slot)
        if self.stock not in STOCKS[self.slot]:
            raise DeskError("kit.printer_stock", self.slot)
        if (self.way in _ADDRESSED and not self.address) or len(self.address) > MAX_ADDRESS:
            raise DeskError("kit.printer_address", self.slot)

    def to_json(self) -> dict[str, Json]:
        """For a kit and for the desk's own settings."""
        return {
            "address": self.address,
            "language": self.language,
            "slot": self.slot.value,
            "stock": self.stock,
            "way": self.way.value,
        }

    @classmethod
    def from_json(cls, made: Json) -> KnownPrinter:
        """Back from `to_json`. Raises `DeskError`, ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
        if not isinstance(made, Mapping) or sorted(made) != sorted(_PARTS):
            raise TypeError
        text = {part: text_of(made[part]) for part in _PARTS}
        return cls(Slot(text["slot"]), Way(text["way"]), text["language"], text["stock"], text["address"])


def own_language(way: Way) -> str:
    """The language that goes with a way by itself, "" where the printer has one of its own."""
    return _OWN.get(way, "")


@dataclass(frozen=True, slots=True)
class PlannedDesk:
    """One line of the plan: a desk as it is to be set up."""

    line: int
    point: str
    device: int
    blocks: tuple[NumberBlock, ...]
    services: frozenset[Service]
    transports: frozenset[Transport]
    printers: tuple[KnownPrinter, ...] = ()
    centre: str = ""
    clearances: tuple[Clearance, ...] = ()

    def digest(self) -> str:
        """Tells two versions of a line apart, wherever in the plan it stands: sixteen hex digits."""
        said = (
            self.point,
            self.device,
            sorted((block.prefix, block.first, block.last) for block in self.blocks),
            sorted(self.services),
            sorted(self.transports),
            [sorted(printer.to_json().items()) for printer in self.printers],
            self.centre,
            sorted((row.user, row.until.isoformat()) for row in self.clearances),
        )
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class GivenBlock:
    """A block that the province has given out.

    Attributes:
        issue: of the desk's kit; 0 where it went with a plain desk file.
        plan: what stood in the plan then (`PlannedDesk.digest`); "" where there was none.
    """

    device: int
    point: str
    block: NumberBlock
    issue: int
    day: date
    plan: str = ""

    def meets(self, block: NumberBlock) -> bool:
        """Whether the two have a number in common."""
        own = self.block
        return own.prefix == block.prefix and own.first <= block.last and block.first <= own.last
