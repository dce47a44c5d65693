"""Who takes a result, and which paper he shows: one digit each. It must not know who may take what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_results import PickupChoices
from kt1desk.desktop.one_stop.pickup_form import PickupForm

_HIMSELF = Choice("", "Chính người nộp")


class PickupAsking(QObject):
    """`changed`: a question was asked or answered."""

    changed = Signal()

    def __init__(self, panel: ReasonPanel, form: PickupForm) -> None:
        super().__init__(form)
        self._panel, self._form = panel, form
        self.choices: PickupChoices | None = None

    def take(self, choices: PickupChoices) -> None:
        """What is chosen from."""
        self.choices = choices

    def ask(self) -> None:
        """Who takes the result at hand?"""
        choices = self.choices
        if choices is None or self._form.result() is None or self._panel.is_open():
            return
        proxies = {each.key: each for each in choices.proxies}
        self._begin(
            "Ai nhận?",
            (_HIMSELF, *choices.proxies),
            lambda key: self._ask_paper(proxies.get(key), choices.papers),
        )

    def _ask_paper(self, proxy: Choice | None, papers: Sequence[Choice]) -> None:
        by_key = {each.key: each for each in papers}

        def chosen(key: str) -> None:
            self._form.choose(proxy, by_key[key])
            self.changed.emit()
            self._form.start()

        self._begin("Giấy tờ đã xem", papers, chosen)

    def _begin(self, title: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
        self._panel.begin(ReasonQuestion(title, "", tuple(choices), then))
        self.changed.emit()
        self._panel.set_focus()
