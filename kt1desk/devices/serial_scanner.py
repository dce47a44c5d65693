"""A barcode scanner on a serial port (USB-COM): each line it sends is one scan.

The first choice of connection: no input method can touch it, no field needs the focus, and Vietnamese letters of an
identity card arrive. The scanner is set to end with CR and to send UTF-8 without a prefix.
"""

import unicodedata
from collections.abc import Callable

from kt1desk.devices.serial_lines import Link, SerialLineReader, SerialPort, is_code

_FALLBACK = "cp1258"
"""Windows' Vietnamese code page, which scanners without UTF-8 send; its tone marks stand after their letters."""


def scan_text(line: bytes) -> str:
    """A line as text: UTF-8, else Windows' Vietnamese page; control characters are left out, letters composed."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode(_FALLBACK, errors="replace")
    printable = "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isprintable())
    return printable.strip()


class SerialScanner:
    """Calls ``on_scan`` with the text of each scan, from a thread of its own.

    Args:
        port: where the scanner is.
        on_scan: gets each scan's text.
        on_link: told when the scanner is there or lost.
        on_part: gets the bytes of each part of a 2D code; a scanner that sends bytes as they are is set to no translation.
        retry_s: pause between two attempts to find a scanner that is not there.
    """

    def __init__(
        self,
        port: SerialPort,
        on_scan: Callable[[str], None],
        on_link: Callable[[Link], None] = lambda _link: None,
        retry_s: float = 1.0,
        on_part: Callable[[bytes], None] = lambda _data: None,
    ) -> None:
        self._on_scan = on_scan
        self._on_part = on_part
        self._reader = SerialLineReader(port, self._on_line, on_link, retry_s=retry_s)

    @property
    def link(self) -> Link:
        """Whether the scanner is there now."""
        return self._reader.link

    def tell_bytes(self, on_bytes: Callable[[bytes], None]) -> None:
        """Hand over the bare bytes as well; see `SerialLineReader.tell_bytes`."""
        self._reader.tell_bytes(on_bytes)

    def start(self) -> None:
        """Begin to listen."""
        self._reader.start()

    def stop(self) -> None:
        """Stop listening and close the port."""
        self._reader.stop()

    def _on_line(self, line: bytes) -> None:
        if is_code(line):
            self._on_part(line)
            return
        text = scan_text(line)
        if text:
            self._on_scan(text)
