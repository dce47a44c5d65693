"""Keys of the X server: a wedge scanner's bursts and a hand's pauses, timed by the server; Vietnamese letters on spare keys.

All through XTEST, as `xdotool` presses its keys. A busy machine makes a stuttering scanner of a program that sleeps between two keys; the
server's own delays come far closer to a device. The letters are put on spare keys before the program begins: letters that come and go while
somebody types are a matter of the window system, not of the program.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from kt1desk.devices.burst import SHAPED_KEYS
from kt1desk.devices.keys import Profile

_SHIFT, _RETURN, _LINE_FEED, _TAB = 0xFFE1, 0xFF0D, 0xFF0A, 0xFF09
_CONTROLS = {"\r": _RETURN, "\n": _LINE_FEED, "\t": _TAB}
_SHIFTED = {"|": "\\", ":": ";", "_": "-"}
_FIRST_SPARE, _LAST_SPARE = 135, 202
"""Key codes for players, browsers and telephones: no counter has them. Those before and behind are modifiers."""
_OLD_KEYSYMS = {"đ": 0x1F0, "Đ": 0x1D0, "ă": 0x1E3, "Ă": 0x1C3}
_LATIN_1 = 0xFF
_UNICODE = 0x0100_0000
TO_THE_TRIGGER_MS = 300
"""From the last key of a hand to the first of the scanner: the hand must reach it."""

VIETNAMESE = "ăâđêôơư" + "".join("àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")


class XKeys:
    """A keyboard with a scanner, by a connection of its own to a display.

    Args:
        display: such as ``:7``.
    """

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        for call in (self._x11.XFlush, self._x11.XCloseDisplay):
            call.argtypes = [ctypes.c_void_p]
        self._x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
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
        """Unplug it."""
        self._x11.XCloseDisplay(self._display)

    def add_letters(self, letters: str = VIETNAMESE) -> None:
        """Put letters on spare keys, the small one below, the capital with Shift."""
        assert len(letters) <= _LAST_SPARE - _FIRST_SPARE + 1
        pairs = [_keysym(letter) for small in letters for letter in (small, small.upper())]
        self._x11.XChangeKeyboardMapping(
            self._display, _FIRST_SPARE, 2, (ctypes.c_ulong * len(pairs))(*pairs), len(letters)
        )
        self._x11.XSync(self._display, 0)

    def burst(self, code: str, keys_per_s: float, suffix: str = "\r", after_ms: int = 0) -> int:
        """Type a code at a steady pace, a while after what came before; returns at once, how many keys it will press, Shift not counted."""
        text = code + suffix
        for at, sign in enumerate(text):
            gap_ms = round((at + 1) * 1000 / keys_per_s) - round(at * 1000 / keys_per_s)
            self._type(sign, gap_ms, 0 if at else after_ms)
        self._x11.XFlush(self._display)
        return len(text)

    def typed(self, text: str, gaps_ms: Sequence[int]) -> None:
        """A hand: each key after its own pause; returns at once."""
        for sign, gap_ms in zip(text, gaps_ms, strict=True):
            self._type(sign, gap_ms, 0)
        self._x11.XFlush(self._display)

    def _type(self, sign: str, gap_ms: int, after_ms: int) -> None:
        shift = sign.isupper() or sign in _SHIFTED
        key = self._key(_CONTROLS.get(sign) or ord(_SHIFTED.get(sign, sign.lower())))
        down_ms = gap_ms // 2
        if shift:
            self._press(self._key(_SHIFT), down=True)
        self._press(key, down=True, after_ms=after_ms + gap_ms - down_ms)
        self._press(key, down=False, after_ms=down_ms)
        if shift:
            self._press(self._key(_SHIFT), down=False)

    def _key(self, keysym: int) -> int:
        return int(self._x11.XKeysymToKeycode(self._display, keysym))

    def _press(self, key: int, *, down: bool, after_ms: int = 0) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, key, int(down), after_ms)


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


def stuttered(times_ms: Sequence[float], profile: Profile) -> bool:
    """Whether the machine halted in the middle of a burst, or dragged it below what a profile is made for: no scanner does that."""
    pauses = [after - before for before, after in pairwise(times_ms)]
    means = [(at - times_ms[0]) / count for count, at in enumerate(times_ms) if count >= SHAPED_KEYS - 1]
    return max(pauses, default=0) > profile.gap_ms or max(means, default=0) > profile.shaped_mean_ms
