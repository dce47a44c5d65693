"""Facts in a grid: what is shown is replaced, and the labels that show it stay."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.record.facts_panel import FactsPanel


def _seen(panel: FactsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def test_other_facts_are_shown_by_the_same_labels_and_those_left_over_say_nothing(qtbot: QtBot) -> None:
    panel = FactsPanel(narrow=True)
    qtbot.addWidget(panel)
    panel.show_facts([Fact("Kỳ", "tháng 10"), Fact("Gồm", "Đánh giá chung"), Fact("Biểu đồ", "2")])
    labels = panel.findChildren(QLabel)

    panel.show_facts([Fact("Kỳ", "quý III"), Fact("Gồm", "Sản lượng")])

    assert panel.findChildren(QLabel) == labels
    assert _seen(panel) == ["Kỳ", "quý III", "Gồm", "Sản lượng"]
    assert "" not in _seen(panel)
    assert all(not label.text() for label in labels if not label.isVisibleTo(panel))


def test_a_wide_fact_has_the_line_and_gives_it_back(qtbot: QtBot) -> None:
    panel = FactsPanel()
    qtbot.addWidget(panel)
    panel.resize(600, 200)
    panel.show_facts([Fact("Nơi", "dài", wide=True), Fact("Số", "1")])
    panel.show()
    wide = panel.findChildren(QLabel)[1].width()

    panel.show_facts([Fact("Nơi", "ngắn"), Fact("Số", "1")])
    panel.adjustSize()
    panel.resize(600, 200)

    assert panel.findChildren(QLabel)[1].width() < wide
