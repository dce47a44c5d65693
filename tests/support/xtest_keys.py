"""Keys of the X server that `xdotool` has no words for: Vietnamese letters on spare keys, and a scanner's burst timed by the server.

Both through XTEST, as `xdotool` presses its keys. The letters are put on spare keys before the program begins: letters that come and go
while somebody types are a matter of the window system, not of the program.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, repeat

_FIRST_SPARE, _LAST_SPARE = 135, 202
"""Key codes for players, browsers and telephones: no counter has them. Those before and behind are modifiers."""
_SHIFT_KEYSYM, _RETURN_KEYSYM = 0xFFE1, 0xFF0D
_OLD_KEYSYMS = {"đ": 0x1F0, "Đ": 0x1D0, "ă": 0x1E3, "Ă": 0x1C3}
_LATIN_1 = 0xFF
_UNICODE = 0x0100_0000
TO_THE_TRIGGER_MS = 300
"""From the last key of a hand to the first of the scanner: the hand must reach it."""

VIETNAMESE = "ăâđêôơư" + "".join("àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")


class XKeys:
    """A connection of its own to the X server."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        for call in (self._x11.XSync, self._x11.XCloseDisplay):
            call.argtypes = [ctypes.c_void_p, *([ctypes.c_int] if call is self._x11.XSync else [])]
        self._x11.XChangeKeyboardMapping.argtypes = [
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_int),
            *(ctypes.POINTER(ctypes.c_ulong), ctypes.c_int),
        ]
        self._xtest.XTestFakeKeyEvent.argtypes = [
            *(ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong),
        ]
        self._display = self._x11.XOpenDisplay(display.encode())
        assert self._display, f"no X server at {display}"

    def close(self) -> None:
        """Let the server go."""
        self._x11.XCloseDisplay(self._display)

    def add_letters(self, letters: str = VIETNAMESE) -> None:
        """Put letters on spare keys, the small one below, the capital with Shift."""
        assert len(letters) <= _LAST_SPARE - _FIRST_SPARE + 1
        pairs = [_keysym(letter) for small in letters for letter in (small, small.upper())]
        self._x11.XChangeKeyboardMapping(
            self._display, _FIRST_SPARE, 2, (ctypes.c_ulong * len(pairs))(*pairs), len(letters)
        )
        self._x11.XSync(self._display, 0)

    def burst(self, code: str, gap_ms: int) -> None:
        """A wedge scanner: ``code`` of capital letters and digits with ``gap_ms`` from key to key, then Enter.

        The server itself lets the time pass between two keys, so that a busy machine makes no stuttering scanner of it.
        """
        shift = self._x11.XKeysymToKeycode(self._display, _SHIFT_KEYSYM)
        down = gap_ms // 2
        waits = chain((TO_THE_TRIGGER_MS,), repeat(gap_ms - down))
        for sign, wait_ms in zip(code, waits, strict=False):
            key = self._x11.XKeysymToKeycode(self._display, ord(sign.lower()))
            held = (shift,) if sign.isupper() else ()
            for each in held:
                self._press(each, True, 0)
            self._press(key, True, wait_ms)
            self._press(key, False, down)
            for each in held:
                self._press(each, False, 0)
        enter = self._x11.XKeysymToKeycode(self._display, _RETURN_KEYSYM)
        self._press(enter, True, gap_ms - down)
        self._press(enter, False, down)
        self._x11.XSync(self._display, 0)

    def _press(self, key: int, goes_down: bool, after_ms: int) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, key, int(goes_down), after_ms)


@contextmanager
def keys_of(display: str) -> Iterator[XKeys]:
    """The keyboard of a private screen with Vietnamese letters on it."""
    made = XKeys(display)
    try:
        made.add_letters()
        yield made
    finally:
        made.close()


def _keysym(letter: str) -> int:
    point = ord(letter)
    return _OLD_KEYSYMS.get(letter, point if point <= _LATIN_1 else _UNICODE + point)
