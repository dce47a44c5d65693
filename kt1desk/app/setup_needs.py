"""What the page for scanner and scale needs, on the real ports.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.hardware import Hardware, port_key, serial_ports
from kt1desk.desktop.needs import Choice, DeviceChoices, DeviceSettings, Weighing
from kt1desk.devices.scale import ScaleProtocol
from kt1desk.domain.errors import DeskError


class DeviceSetup:
    """Implements `kt1desk.desktop.needs.DevicesNeeds`.

    Args:
        hardware: where settings are kept.
        weigh: one reading of the scale in use.
        kept: called after settings were kept, so that they are used.
    """

    def __init__(self, hardware: Hardware, weigh: Callable[[], Weighing], kept: Callable[[], None]) -> None:
        self._hardware = hardware
        self._weigh = weigh
        self._kept = kept

    def choices(self) -> DeviceChoices:
        """See the port."""
        ports = tuple(Choice(port_key(device), f"{device}{_said(words)}") for device, words in serial_ports())
        protocols = tuple(Choice(protocol.key, protocol.title) for protocol in ScaleProtocol)
        return DeviceChoices(ports, protocols, self._hardware.devices())

    def save_devices(self, settings: DeviceSettings) -> None:
        """See the port."""
        if settings.scanner_port and settings.scanner_port == settings.scale_port:
            raise DeskError("scale.port_taken", "scale_port")
        self._hardware.keep_devices(settings)
        self._kept()

    def weigh(self) -> Weighing:
        """See the port."""
        return self._weigh()


def _said(words: str) -> str:
    """What the system says about a port; pyserial has ``n/a`` for nothing."""
    return f" – {words}" if words not in {"", "n/a"} else ""
