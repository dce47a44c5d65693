"""The list of papers on the screen: how much of a name is shown, and what a key leaves alone."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.dossier.fitting import fitted
from kt1desk.desktop.dossier.paper_list import PaperList
from kt1desk.desktop.dossier.paper_table import PaperTable
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.procedure import ListedPaper
from tests.support.dossiers import made_up

NAME = "Một trong các giấy tờ chứng minh quyền sử dụng đất theo quy định của pháp luật về đất đai"


def test_a_name_filled_in_out_of_sight_has_all_the_room_of_its_column_once_it_is_seen(
    worn: QApplication, qtbot: QtBot
) -> None:
    papers = PaperList()
    papers.ask(made_up("9.200001", "Thủ tục thử", papers=(ListedPaper("1", NAME, originals=1),)))
    cards = QStackedWidget()
    qtbot.addWidget(cards)
    table = PaperTable(papers)
    cards.addWidget(QLabel("Thẻ khác"))
    cards.addWidget(table)
    cards.resize(772, 400)
    cards.show()
    qtbot.waitExposed(cards)

    table.refresh()
    cards.setCurrentWidget(table)
    QApplication.processEvents()

    shown = str(table.model().index(0, 0).data())
    assert shown == fitted(table, 0, NAME)
    assert len(shown) > len(NAME) // 3


@pytest.mark.parametrize("digit", ["1", "0"])
def test_the_digit_of_a_reason_pressed_on_the_missing_paper_does_not_make_it_present(
    worn: QApplication, qtbot: QtBot, digit: str
) -> None:
    papers = PaperList()
    papers.ask(made_up("9.200001", "Thủ tục thử", papers=(ListedPaper("1", NAME, originals=1),)))
    table = PaperTable(papers)
    qtbot.addWidget(table)
    table.refresh()
    QTest.keyClicks(table, "t")

    with qtbot.assertNotEmitted(table.answered):
        QTest.keyClicks(table, digit)

    assert papers.lines() == (PaperLine("1", NAME, presence=Presence.MISSING),)
    QTest.keyClicks(table, " ")
    assert papers.lines() == (PaperLine("1", NAME, originals=1),)
