"""What a printer's plug is to its line: a name, one descriptor to watch, bytes both ways."""

from __future__ import annotations

from typing import Protocol


class Plug(Protocol):
    """Where the host's cable ends."""

    @property
    def address(self) -> str:
        """What the host opens; empty while unplugged."""

    @property
    def watched(self) -> int | None:
        """The descriptor on which something may come; None while unplugged."""

    def put_in(self, name: str) -> None:
        """Be there for the host, under a name.

        Raises:
            OSError: the name cannot be had.
        """

    def pull_out(self) -> None:
        """Be gone; may be called twice."""

    def receive(self, most: int) -> bytes:
        """What has come, without waiting; empty for nothing."""

    def send(self, data: bytes) -> None:
        """Say something; what the host does not take is lost, as on a wire."""
