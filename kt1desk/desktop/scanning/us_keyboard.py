"""Which character a US keyboard has at a key, told by the key's place and not by the layout that is switched on.

A wedge scanner presses the keys of a US keyboard. Under the Vietnamese layout of Windows the same keys type ă, â and
tone marks, and CapsLock turns letters round; the place of the key stays right.
"""

from dataclasses import dataclass

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./", 57: " "}
"""First scan code of each row (set 1, which the Linux kernel's key codes repeat) and its keys from there on."""
_PLACES = {first + step: sign for first, row in _ROWS.items() for step, sign in enumerate(row)}
_SHIFTED = dict(zip("1234567890-=[]\\;'`,./", '!@#$%^&*()_+{}|:"~<>?', strict=True))
_KEYPAD = {71: "7", 72: "8", 73: "9", 75: "4", 76: "5", 77: "6", 79: "1", 80: "2", 81: "3", 82: "0"}
_X11_OFFSET = 8
"""X11 key codes are the kernel's plus eight."""
_VK_PACKET = 0xE7
"""Windows' virtual key of a character that a program sent (SendInput with KEYEVENTF_UNICODE)."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """How a platform numbers its keys.

    Attributes:
        offset: what the platform adds to a scan code.
        has_packets: whether virtual key 0xE7 marks characters made by programs.
    """

    offset: int = 0
    has_packets: bool = True

    def character(self, scan_code: int, text: str, *, shift: bool) -> str:
        """The upper-case character at a key, "" for a key without one.

        Args:
            scan_code: the platform's number; 0 when no key was involved (a remote desktop, a test), then the text counts.
            text: what the layout made of it.
            shift: whether Shift is down.
        """
        if scan_code == 0:
            return text.upper() if len(text) == 1 and text.isprintable() else ""
        place = scan_code - self.offset
        if place in _KEYPAD:
            return text if text == _KEYPAD[place] else ""  # without NumLock it is an arrow
        sign = _PLACES.get(place, "")
        return _SHIFTED.get(sign, sign) if shift else sign

    def is_injected(self, scan_code: int, virtual_key: int, text: str) -> bool:
        """Whether a program made this character, as hooking input methods do with what they composed."""
        if self.has_packets and virtual_key == _VK_PACKET:
            return True
        return scan_code == 0 and not text.isascii()


WINDOWS = Keyboard()
X11 = Keyboard(offset=_X11_OFFSET, has_packets=False)


def keyboard_of(platform: str) -> Keyboard:
    """The keyboard of a Qt platform plugin (``xcb``, ``wayland``, ``windows``, ``offscreen``)."""
    return X11 if platform.startswith(("xcb", "wayland")) else WINDOWS
