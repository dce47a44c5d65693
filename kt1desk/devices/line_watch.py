"""Looks at the bytes of a serial scanner as they come: what stands before and behind each code, and lines that never end."""

from __future__ import annotations

from kt1desk.devices.arrivals import Arrival, Finding, Way, hidden, holds_code, is_private, shape_of, visible
from kt1desk.devices.scan_shapes import Shape
from kt1desk.devices.serial_lines import LONGEST_CODE, is_code
from kt1desk.devices.serial_scanner import scan_text

_ENDS = b"\r\n"


class LineWatch:
    """Bytes go in with the time they came; what is to be told comes out."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._from_ms = 0.0
        self._last_ms = 0.0
        self._widest_ms = 0.0

    def see(self, data: bytes, at_ms: float) -> list[Arrival]:
        """Some bytes; none say that nothing came for a while."""
        told = []
        for byte in data:
            if self._has_ended() and byte not in _ENDS:
                told += self._end()
            self._hold(byte, at_ms)
        return told if data else self._end()

    def _hold(self, byte: int, at_ms: float) -> None:
        if not self._held:
            self._from_ms = self._last_ms = at_ms
            self._widest_ms = 0.0
        self._widest_ms = max(self._widest_ms, at_ms - self._last_ms)
        self._last_ms = at_ms
        if len(self._held) <= LONGEST_CODE:
            self._held.append(byte)

    def _has_ended(self) -> bool:
        """A part of a 2D code holds any bytes: only silence ends it."""
        return bool(self._held) and self._held[-1] in _ENDS and not is_code(self._held)

    def _end(self) -> list[Arrival]:
        raw = bytes(self._held)
        self._held.clear()
        if not raw.strip(_ENDS):
            return []
        return [self._part(raw) if is_code(raw) else self._line(raw)]

    def _part(self, raw: bytes) -> Arrival:
        return self._arrival(f"K1… ({len(raw)} byte)", None, True, ())

    def _line(self, raw: bytes) -> Arrival:
        text = scan_text(raw)
        kind, valid = shape_of(text)
        ended = raw[-1] in _ENDS
        body = raw.rstrip(_ENDS)
        found = {
            Finding.WRONG_CHECK: kind is Shape.ITEM and not valid,
            Finding.NO_END: not ended,
            Finding.AROUND: kind is Shape.UNKNOWN and holds_code(text.upper()),
            Finding.UNKNOWN: kind is Shape.UNKNOWN and not holds_code(text.upper()),
            Finding.PREFIX: kind is not Shape.UNKNOWN and body[0] < ord(" "),
            Finding.CODE_PAGE: not _is_utf8(body),
        }
        shown = hidden(text) if kind is Shape.CARD or is_private(text) else visible(_decoded(raw))
        return self._arrival(shown, kind, valid, tuple(each for each, holds in found.items() if holds))

    def _arrival(self, shown: str, kind: Shape | None, valid: bool, findings: tuple[Finding, ...]) -> Arrival:
        return Arrival(
            at_ms=self._from_ms,
            way=Way.SERIAL,
            shown=shown,
            kind=kind,
            valid=valid,
            duration_ms=self._last_ms - self._from_ms,
            widest_gap_ms=self._widest_ms,
            findings=findings,
        )


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", errors="backslashreplace")
