"""What the work of results asks of the form beside its list, whichever service it is for."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from kt1desk.desktop.needs.delivery import OutLine
from kt1desk.domain.errors import DeskError


class TypedResult(Protocol):
    """One result at a time: its item, its inputs, what was typed."""

    @property
    def finished(self) -> SignalInstance:
        """Enter was pressed at the last input."""

    def line(self) -> OutLine | None:
        """The item whose result is typed."""

    def is_scanned(self) -> bool:
        """Whether it was scanned."""

    def begun(self) -> frozenset[str]:
        """Items of which something was typed and not saved."""

    def show_inputs(self, *, wanted: bool) -> None:
        """Whether the inputs stand there."""

    def open(self, line: OutLine, *, scan: bool) -> None:
        """Begin with an item."""

    def start(self) -> None:
        """The first input that lacks something takes the keys."""

    def close(self) -> None:
        """No item is open."""

    def forget(self) -> None:
        """Drop everything."""

    def stored(self, item: str) -> None:
        """Its result is on the disk."""

    def repeat(self) -> bool:
        """As for the item before."""

    def draft(self) -> Any:
        """What was typed, as the service takes it; None where something lacks."""

    def said(self, draft: Any) -> str:
        """What is said once it is stored."""

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input."""
