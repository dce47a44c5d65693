"""Codes of the dated lists as a page offers them. This module must not know any page."""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.needs import Choice
from kt1desk.domain.coded import CodeList, words_of


def coded_choices(desk: OpenDesk, code_list: CodeList) -> tuple[Choice, ...]:
    """The codes in force today, in their order."""
    return tuple(Choice(row.code, row.name) for row in words_of(desk.reference.coded, code_list, desk.today))
