"""What a scale says, as grams: one function for each way of saying it, none knows a port or the time.

Formats by their manuals: A&D (EK, FZ, GH: ``ST,+00123.45  g``), CAS and its many copies (``ST,GS,+  0.234kg``),
Mettler-Toledo standard commands MT-SICS (``S S     100.00 g``), Toledo continuous (STX, three status words, six digits
of weight, six of tare), and plain figures (``   340 g``). Weights never pass through a float.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import Enum


class Fault(Enum):
    """Why a weight cannot be used."""

    OVERLOAD = "overload"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Weighing:
    """One weight.

    Attributes:
        weight_g: whole grams, a part of a gram counted as a whole one: prices go by "up to 20 g", and 20.4 g is over
            20 g. 0 when overloaded.
        stable: whether the scale had come to rest.
        fault: why the figure is no weight of an item.
    """

    weight_g: int
    stable: bool
    fault: Fault | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it can become an item's weight."""
        return self.stable and self.fault is None and self.weight_g > 0


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says; ``stable`` is None where the format does not tell."""

    weight_g: int
    stable: bool | None
    fault: Fault | None = None


_GRAMS = {"g": Decimal(1), "kg": Decimal(1000)}
_FIGURE = r"(?P<sign>[+-]?)\s*(?P<figure>\d{1,9}(?:[.,]\d{1,6})?)\s*(?P<unit>kg|g)"
_HEADED = re.compile(
    r"(?P<state>ST|US|S\s+S|S\s+D)[,\s](?:\s*(?:GS|NT|GR|TR)\s*[,\s])?\s*" + _FIGURE, re.IGNORECASE
)
_OUT_OF_RANGE = re.compile(r"OL\b|UL\b|S\s+\+|S\s+-|S\s*I\s*[+-]", re.IGNORECASE)
_UNDER_RANGE = re.compile(r"UL\b|S\s+-|S\s*I\s*-|OL,\s*-", re.IGNORECASE)
_PLAIN = re.compile(r"(?:GS|NT|N|G|W)?[,:]?\s*" + _FIGURE + r"(?:\s*[GN])?", re.IGNORECASE)
_STABLE_STATES = frozenset({"ST", "S S"})
_STX = 0x02
_CONTINUOUS_BYTES = 15
_WHOLE = 2
"""Place of the decimal point for whole units; below it stand unweighed zeros, which manuals count differently."""
_BYTE_WITHOUT_PARITY = 0x7F


def what_it_says(line: bytes) -> Said | None:
    """Read one line of any format; None when it is no weight (a greeting, a tare, a piece of a line, pounds)."""
    continuous = _continuous(line)
    if continuous is not None:
        return continuous
    text = " ".join(_ascii(line).split())
    return _headed(text) or _out_of_range(text) or _plain(text)


def _ascii(line: bytes) -> str:
    """Seven-bit text; the parity bit of a wrongly set port and control bytes are dropped."""
    plain = (byte & _BYTE_WITHOUT_PARITY for byte in line)
    return "".join(chr(byte) for byte in plain if chr(byte).isprintable())


def _headed(text: str) -> Said | None:
    found = _HEADED.fullmatch(text)
    if found is None:
        return None
    state = " ".join(found["state"].upper().split())
    return _said(found, stable=state in _STABLE_STATES)


def _plain(text: str) -> Said | None:
    found = _PLAIN.fullmatch(text)
    return None if found is None else _said(found, stable=None)


def _out_of_range(text: str) -> Said | None:
    if _OUT_OF_RANGE.match(text) is None:
        return None
    fault = Fault.NEGATIVE if _UNDER_RANGE.match(text) else Fault.OVERLOAD
    return Said(0, stable=False, fault=fault)


def _said(found: re.Match[str], *, stable: bool | None) -> Said:
    size = Decimal(found["figure"].replace(",", ".")) * _GRAMS[found["unit"].lower()]
    return _weight(-size if found["sign"] == "-" else size, stable=stable)


def _weight(size_g: Decimal, *, stable: bool | None) -> Said:
    grams = int(size_g.to_integral_value(ROUND_CEILING))
    return Said(grams, stable, Fault.NEGATIVE if size_g < 0 else None)


def _continuous(line: bytes) -> Said | None:
    """Toledo continuous output, its status words read bit by bit; only grams and kilograms."""
    start = line.rfind(bytes([_STX]))
    frame = bytes(byte & _BYTE_WITHOUT_PARITY for byte in line[start + 1 :]) if start >= 0 else b""
    if len(frame) < _CONTINUOUS_BYTES or not all(word & 0x20 for word in frame[:3]):
        return None
    point, state, unit = frame[0] & 0b111, frame[1], frame[2] & 0b111
    digits = frame[3:9].decode("ascii").strip()
    if not digits.isdecimal():
        return None
    is_kilograms = unit == 0 and bool(state & 0b1_0000)
    if not (is_kilograms or unit == 1) or point < _WHOLE:
        return None
    if state & 0b100:
        return Said(0, stable=False, fault=Fault.OVERLOAD)
    size = Decimal(int(digits)).scaleb(_WHOLE - point) * (1000 if is_kilograms else 1)
    return _weight(-size if state & 0b10 else size, stable=not state & 0b1000)
