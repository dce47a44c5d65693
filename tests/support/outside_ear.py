"""What a screen reader hears of a program: its accessibility tree, read over D-Bus by a process that shares nothing with it but the bus.

    /usr/bin/python3 outside_ear.py PID

It is run by the system's Python, whose `gi` speaks D-Bus; the address of the session's bus stands in the environment. Said is a JSON
list of what is shown; the inside of tables and lists is left out, for the names of cells are their texts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]

_BUS, _REGISTRY, _ROOT = "org.a11y.Bus", "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_DBUS, _DBUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_TIMEOUT_MS = 60_000
_FOCUSED, _SHOWING, _VISIBLE = 12, 25, 30
"""Bits of a state, as AT-SPI numbers them."""
_CLOSED = {"table", "list", "tree table", "tree"}

Node = tuple[str, str]
"""A program's name on the bus and the path of a widget in it."""


class Ear:
    """A connection to the bus on which programs tell what they show."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = _call(session, (_BUS, "/org/a11y/bus"), _BUS, "GetAddress")[0]
        flags = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )

    def program(self, pid: int) -> Node | None:
        """The root of a process's tree, once it has told of itself."""
        for name, path in self._children((_REGISTRY, _ROOT)):
            asked = GLib.Variant("(s)", (name,))
            if _call(self._bus, (_DBUS, _DBUS_PATH), _DBUS, "GetConnectionUnixProcessID", asked)[0] == pid:
                return name, path
        return None

    def shown(self, node: Node) -> Iterator[dict[str, Any]]:
        """The node and all below it that is shown."""
        low, _high = _call(self._bus, node, _ACCESSIBLE, "GetState")[0]
        role = _call(self._bus, node, _ACCESSIBLE, "GetRoleName")[0]
        is_program = role == "application"
        if not is_program and not (low >> _VISIBLE & 1 and low >> _SHOWING & 1):
            return
        yield {
            "role": role,
            "name": self._property(node, "Name"),
            "description": self._property(node, "Description"),
            "has_focus": bool(low >> _FOCUSED & 1),
        }
        if role not in _CLOSED:
            for child in self._children(node):
                yield from self.shown(child)

    def _children(self, node: Node) -> list[Node]:
        children: list[Node] = _call(self._bus, node, _ACCESSIBLE, "GetChildren")[0]
        return children

    def _property(self, node: Node, name: str) -> str:
        asked = GLib.Variant("(ss)", (_ACCESSIBLE, name))
        said: str = _call(self._bus, node, "org.freedesktop.DBus.Properties", "Get", asked)[0]
        return said


def _call(bus: Any, node: Node, interface: str, method: str, asked: Any = None) -> Any:
    where = (*node, interface, method, asked, None, Gio.DBusCallFlags.NONE, _TIMEOUT_MS, None)
    return bus.call_sync(*where).unpack()


def main(pid: int) -> int:
    """Print what is shown by the process; 1 while it has told of nothing."""
    ear = Ear()
    root = ear.program(pid)
    if root is None:
        return 1
    json.dump(list(ear.shown(root)), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
