"""What a furnished desk says and does about upgrades: how the last one ended, that a newer version is near, and the way out to one.

Sources are looked at when somebody has logged in and when a shift was closed, beside everything else; nothing is asked again and again, and
a desk that was not installed looks at nothing. This module must not know how a version is proved.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kt1desk.app.desk import OpenDesk
from kt1desk.app.upgrade_ground import Ground, ground
from kt1desk.app.upgrade_sources import looked_at, sources_of
from kt1desk.app.upgrade_words import answer_words
from kt1desk.desktop.admin.upgrade_page import UpgradePage
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.needs.upgrades import UpgradeBegun
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.near_setting import near_path
from kt1desk.store.settings import Settings
from kt1desk.upgrade.request import read_answer

_TOLD = "upgrade.told"
"""The setting that says of which upgrade the desk has told already."""
_NEAR = "Có bản mới {version} ở {source}. Khi không mở ca: Ctrl+K gõ «cập nhật chương trình»."


class UpgradeHints(QObject):
    """Lives as long as the window.

    Args:
        window: the furnished window.
        jobs: the threads.
        desk: the open desk.
        leave: what is done when an upgrade is ready to begin.
        find: where the program is installed.
    """

    def __init__(
        self,
        window: MainWindow,
        jobs: Jobs,
        desk: OpenDesk,
        leave: Callable[[UpgradeBegun], None],
        find: Callable[[], Ground | None] = ground,
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._desk = window, jobs, desk
        self._found: Ground | None = None
        if (page := window.findChild(UpgradePage)) is not None:
            page.acts.half_typed = lambda: is_half_typed(window)
            page.acts.leaving.connect(leave)
        jobs.run(find, self._begin, lambda _: None, Lane.OUTSIDE)

    def _begin(self, found: Ground | None) -> None:
        if found is None or not self._jobs.is_open:
            return
        self._found = found
        self._jobs.run(lambda: self._untold(found), self._tell, lambda _: None)
        if (shift := self._window.findChild(ShiftPage)) is not None:
            shift.changed.connect(self._look_after_shift)
        self._look()

    def _look_after_shift(self) -> None:
        self._jobs.run(
            lambda: self._desk.shifts.current() is None,
            lambda closed: self._look() if closed else None,
            lambda _: None,
        )

    def _look(self) -> None:
        if self._found is not None and self._jobs.is_open:
            self._jobs.run(self._newer, self._tell_newer, lambda _: None, Lane.OUTSIDE)

    def _newer(self) -> str:
        """What is said of a newer version that is near; "" where none is, or where it cannot be proved: the page says why."""
        if self._found is None:
            return ""
        try:
            looked = looked_at(self._found.root, sources_of(near_path(Settings(self._desk.store))))
        except DeskError:
            return ""
        return _NEAR.format(version=looked.offer.version, source=looked.offer.source) if looked.offer else ""

    def _tell_newer(self, said: str) -> None:
        if said:
            self._window.tell(said, is_good=True)

    def _untold(self, found: Ground) -> tuple[str, bool]:
        """How the last upgrade ended, where no session has told it yet."""
        answer = read_answer(found.root)
        if answer is None:
            return "", True
        notes, at = Settings(self._desk.store), answer.at.isoformat()
        if (notes.get(_TOLD) or {}).get("at") == at:
            return "", True
        notes.put(_TOLD, {"at": at})
        return answer_words(answer), not answer.code

    def _tell(self, said: tuple[str, bool]) -> None:
        if said[0]:
            self._window.tell(said[0], is_good=said[1])


def is_half_typed(window: MainWindow) -> bool:
    """Whether any page holds what its owner has not finished."""
    return any(page.half_done() is not None for page in window.findChildren(Page))
