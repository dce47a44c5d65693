"""Which machine this is, as 16 bytes that say nothing else: the gate binds a desk to it, so that a copied data folder is seen.

Linux: ``/etc/machine-id`` (machine-id(5): confidential, to be hashed with a key of the application's own) and what the firmware says of the
board where that can be read. Windows: ``MachineGuid`` of the registry. A reinstalled system is another machine: its administrator lets go
of the old one at the centre (``kt1desk centre let-go``). The raw ids leave this module in no way.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.gate_talk import HARDWARE_BYTES

_TAG = b"kt1desk/machine/1\0"
_SYSTEM_FILES = ("/etc/machine-id", "/var/lib/dbus/machine-id")
_BOARD_FILES = ("/sys/class/dmi/id/product_uuid", "/sys/class/dmi/id/board_serial")
"""Readable by root alone on most systems: then the first id has to do. The program never runs as root one day and not the next."""
_REGISTRY = r"SOFTWARE\Microsoft\Cryptography"
_MOST = 256


def machine_id() -> bytes:
    """16 bytes; the same each time on the same installed system.

    Raises:
        DeskError: ``machine.no_id`` where the system has none.
    """
    found = _windows() if sys.platform == "win32" else _linux()
    return hashed(found)


def hashed(ids: Iterable[str]) -> bytes:
    """What is told of ids. Raises ``machine.no_id`` for none."""
    known = [each.strip().lower() for each in ids if each.strip()]
    if not known:
        raise DeskError("machine.no_id")
    return hashlib.sha256(_TAG + "\n".join(known).encode()).digest()[:HARDWARE_BYTES]


def _linux(root: Path = Path("/")) -> list[str]:
    system = [text for name in _SYSTEM_FILES if (text := _read(root / name[1:]))]
    board = [_read(root / name[1:]) for name in _BOARD_FILES] if _is_root() else []
    return [*system[:1], *board] if system else []


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _read(path: Path) -> str:
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(_MOST).strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import winreg

    def _windows() -> list[str]:
        try:
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _REGISTRY, 0, access) as key:
                value, _ = winreg.QueryValueEx(key, "MachineGuid")
        except OSError:
            return []
        return [str(value)]

else:

    def _windows() -> list[str]:
        return []
