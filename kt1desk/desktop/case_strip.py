"""Where the dossiers are, as figures in one line: waiting to leave, on the way, at their authorities, results, people to be told."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kt1desk.desktop.models.texts import count
from kt1desk.desktop.widgets import Card, Role, set_role
from kt1desk.services.cases_today import CasesToday

_FIGURES = (
    ("waiting", "bì chờ đi"),
    ("under_way", "bì đang đi"),
    ("at_authority", "hồ sơ ở cơ quan"),
    ("results", "kết quả chờ trả"),
    ("notices", "phải báo người nộp"),
)
_TO_ACT = {"notices"}
"""Figures that ask somebody to do something."""


class CaseStrip(Card):
    """Hidden at a desk that does not serve dossiers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(6)
        title = QLabel("Hồ sơ TTHC")
        set_role(title, Role.H2)
        line.addWidget(title)
        self._figures: dict[str, tuple[QLabel, QLabel]] = {}
        for name, words in _FIGURES:
            line.addStretch(1)
            figure, says = QLabel("", self), QLabel(words, self)
            figure.setObjectName(f"case_{name}")
            says.setObjectName(f"case_{name}_says")
            set_role(figure, Role.NUMBER)
            set_role(says, Role.MUTED)
            line.addWidget(figure)
            line.addWidget(says)
            self._figures[name] = figure, says
        self.hide()

    def show_cases(self, cases: CasesToday | None) -> None:
        """Show these figures; None for none."""
        self.setVisible(cases is not None)
        if cases is None:
            return
        for name, (figure, says) in self._figures.items():
            number: int = getattr(cases, name)
            figure.setText(count(number))
            set_role(says, Role.WARN if name in _TO_ACT and number else Role.MUTED)
        self.setAccessibleName(
            "; ".join(f"{words}: {count(getattr(cases, name))}" for name, words in _FIGURES)
        )
