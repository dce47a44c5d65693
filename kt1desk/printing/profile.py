"""What the desk knows about one physical printer, as a value and as JSON for the settings table.

It must not open anything; `connect` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.capabilities import Capabilities
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.estimates import (
    HEAD_SECONDS,
    LABEL_BYTES,
    LOCAL_BYTES_PER_SECOND,
    RECEIPT_BYTES,
    ROLL_HEAD_SECONDS,
    wire_seconds,
)

SLOW_SECONDS: Final = 5.0
"""Above this a clerk waits visibly: the profile warns."""


class Language(StrEnum):
    """What the printer understands."""

    ZPL = "zpl"
    TSPL = "tspl"
    EPL = "epl"
    ESCPOS = "escpos"
    CPCL = "cpcl"
    PDF = "pdf"
    SYSTEM = "system"


class PortKind(StrEnum):
    """How it is reached."""

    SERIAL = "serial"
    DEVICE = "device"
    TCP = "tcp"
    PDF_FOLDER = "pdf_folder"
    SYSTEM = "system"
    SPOOLER = "spooler"
    """Raw bytes through the Windows spooler."""


@dataclass(frozen=True, slots=True)
class Link:
    """The way to the printer.

    Attributes:
        kind: how it is reached.
        address: device name, path, ``host`` or ``host:port``, folder, or CUPS queue.
        baud: serial speed.
        flow: ``rtscts``, ``xonxoff`` or ``none``.
        usb: ``VID:PID:serial`` of what is plugged in, by which it is found under another name; "" for what has none.
    """

    kind: PortKind
    address: str
    baud: int = 115200
    flow: str = "rtscts"
    usb: str = ""


@dataclass(frozen=True, slots=True)
class Stock:
    """The paper: width, height (0 is a roll) and gap between labels in mm."""

    width_mm: int
    height_mm: int
    gap_mm: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The print head: resolution, darkness 0–15 (-1 leaves the printer's own), inches per second (0 likewise)."""

    dpi: int = 203
    density: int = -1
    speed_ips: int = 0


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One physical printer.

    Attributes:
        printer_id: name for ever, also of its link state.
        name: what the clerk calls it.
        role: labels or receipts.
        language: what it understands.
        link: the way to it.
        stock: the paper in it.
        head: resolution and settings; for PDF the grid of the bars.
        coding: how pictures are written; without meaning for PDF and system printers.
        can: what it confirms and tells, and how that is known.
    """

    printer_id: str
    name: str
    role: PrinterRole
    language: Language
    link: Link
    stock: Stock
    head: Head = field(default_factory=Head)
    coding: GraphicCoding = GraphicCoding.ZPL_Z64
    can: Capabilities = field(default_factory=Capabilities)

    def __post_init__(self) -> None:
        """Refuse a coding of another language and a resolution nobody has measured."""
        is_raw = self.language in RAW
        if is_raw and self.coding.name.split("_")[0] != self.language.name:
            raise DeskError("printer.profile", "coding")
        if self.head.dpi not in ({203, 300} if is_raw else {203, 300, 600}):
            raise DeskError("printer.profile", "dpi")

    def to_json(self) -> dict[str, str | int]:
        """A flat JSON object."""
        return {
            "printer_id": self.printer_id,
            "name": self.name,
            "role": self.role.value,
            "language": self.language.value,
            "port": self.link.kind.value,
            "address": self.link.address,
            "baud": self.link.baud,
            "flow": self.link.flow,
            "usb": self.link.usb,
            "width_mm": self.stock.width_mm,
            "height_mm": self.stock.height_mm,
            "gap_mm": self.stock.gap_mm,
            "dpi": self.head.dpi,
            "density": self.head.density,
            "speed_ips": self.head.speed_ips,
            "coding": self.coding.value,
            **self.can.to_json(),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, object]) -> "PrinterProfile":
        """Read what `to_json` wrote.

        Raises:
            DeskError: ``printer.profile`` with the key that is missing or wrong.
        """
        link = Link(
            _member(PortKind, stored, "port"),
            _text(stored, "address"),
            _whole(stored, "baud"),
            _text(stored, "flow"),
            _text({"usb": "", **stored}, "usb"),
        )
        stock = Stock(_whole(stored, "width_mm"), _whole(stored, "height_mm"), _whole(stored, "gap_mm"))
        head = Head(_whole(stored, "dpi"), _whole(stored, "density"), _whole(stored, "speed_ips"))
        return cls(
            _text(stored, "printer_id"),
            _text(stored, "name"),
            _member(PrinterRole, stored, "role"),
            _member(Language, stored, "language"),
            link,
            stock,
            head,
            _member(GraphicCoding, stored, "coding"),
            Capabilities.from_json(stored),
        )

    def seconds_for(self, byte_count: int) -> float:
        """Seconds until a job of so many bytes is on paper: the wire, and the head that cannot be faster."""
        head = HEAD_SECONDS if self.stock.height_mm else ROLL_HEAD_SECONDS
        if self.link.kind is PortKind.SERIAL:
            return wire_seconds(byte_count, self.link.baud) + head
        return byte_count / LOCAL_BYTES_PER_SECOND + head

    def estimated_seconds(self) -> float:
        """Seconds for a full label, or a receipt on a roll, to be shown in the profile; warn above `SLOW_SECONDS`."""
        if self.language in {Language.PDF, Language.SYSTEM}:
            return self.seconds_for(0)
        sizes = LABEL_BYTES if self.stock.height_mm else RECEIPT_BYTES
        return self.seconds_for(sizes[self.coding, self.head.dpi])


RAW: Final = frozenset({Language.ZPL, Language.TSPL, Language.EPL, Language.ESCPOS, Language.CPCL})
"""Languages that are written to the printer as they are; the others go through a file or the system."""
_Member = TypeVar("_Member", bound=StrEnum)


def _text(stored: Mapping[str, object], key: str) -> str:
    value = stored.get(key)
    if not isinstance(value, str):
        raise DeskError("printer.profile", key)
    return value


def _whole(stored: Mapping[str, object], key: str) -> int:
    value = stored.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise DeskError("printer.profile", key)
    return value


def _member(kind: type[_Member], stored: Mapping[str, object], key: str) -> _Member:
    try:
        return kind(_text(stored, key))
    except ValueError as error:
        raise DeskError("printer.profile", key) from error
