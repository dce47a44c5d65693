"""What a page that accepts needs for what is entered later, on an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.accept_needs import AgreedTime
from kt1desk.domain.coded import CodeList, words_of
from kt1desk.services.later_entry import read_real_time
from kt1desk.services.paper_values import when_words


class LaterCounter:
    """Implements `kt1desk.desktop.later_part.LaterNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def real_time(self, text: str) -> AgreedTime:
        """See the port."""
        now = self._desk.clock.now()
        at_ms = read_real_time(text, now)
        return AgreedTime(at_ms, when_words(at_ms, now.offset_min))

    def later_reasons(self) -> Sequence[tuple[str, str]]:
        """See the port."""
        rows = words_of(self._desk.reference.coded, CodeList.LATER, self._desk.today)
        return [(row.code, row.name) for row in rows]
