"""«Quản trị»: users, one's own password, the security log and backups side by side, one of them in front.

Ctrl and its number brings a page to the front. This module must not know what a page of it does, nor who may do it: their services refuse.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.bars import Bars
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.works import WorksPage
from kt1desk.domain.custody import Holder, HolderKind
from kt1desk.services.people_found import PERSON

USERS = "Người dùng"
_PERSON = f"{HolderKind.PERSON.value}:"


class AdminPage(WorksPage):
    """Pages by their titles, at least one, in the order of their keys; `entered(ref)` takes a title, too."""

    def __init__(self, pages: Mapping[str, Page], parent: QWidget | None = None) -> None:
        super().__init__({title: (title, page) for title, page in pages.items()}, parent)
        self.takes = _taken(self.parts, self.bars)

    def entered(self, ref: str = "") -> None:
        """As any page of works; somebody's id leads to the users."""
        user = Holder.parse(ref).name if ref.startswith(_PERSON) else ""
        super().entered(f"{USERS}:{user}" if user else ref)

    def bar(self, bars: Bars) -> None:
        """See `Page.bar`. A user who was found is shown here only where whoever works here manages them."""
        super().bar(bars)
        self.takes = _taken(self.parts, self.bars)

    def works_with_scans(self) -> bool:
        """Nothing is scanned here: a scan is looked up as anywhere."""
        return False


def _taken(parts: Collection[str], bars: Bars) -> frozenset[str]:
    return frozenset({PERSON} if USERS in parts and not bars.why(USERS) else ())
