"""The switch between the sides of a place, small enough to stand beside the title; its keys are the page's."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kt1desk.desktop.widgets import Choice, KeyCap, SegmentedChoice
from kt1desk.domain.service import Service


class SideSwitch(QWidget):
    """`chosen(Service)`: by the clerk."""

    chosen = Signal(object)

    def __init__(self, titles: Mapping[Service, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_switch")
        self._segments = SegmentedChoice(
            choices=[Choice(side.value, title) for side, title in titles.items()]
        )
        self._segments.setAccessibleName("Dịch vụ")
        self._segments.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._segments)
        row.addWidget(KeyCap(text="Alt+1-2"))
        self._segments.chosen.connect(lambda value: self.chosen.emit(Service(value)))

    def show_front(self, side: Service) -> None:
        """This one is in front."""
        self._segments.set_value(side.value)
