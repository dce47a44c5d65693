"""«Sao lưu»: where copies of the desk go, how old the last good one of each place is, and what failed; F9 makes one everywhere now.

Copies are made and read beside the screen and beside the store's thread, so that the counter goes on. Whoever may not is told so. The page
must not know how a backup is made or proved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.admin.backups_acts import BackupActs
from kt1desk.desktop.admin.backups_copies import BackupCopies
from kt1desk.desktop.admin.backups_places import BackupPlaces
from kt1desk.desktop.admin.backups_side import BackupPlaceCard
from kt1desk.desktop.forms.backups import Ui_BackupsPage
from kt1desk.desktop.forms.backups_side import Ui_BackupsSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.backups import BackupNeeds, BackupsView
from kt1desk.desktop.page_keys import Way, offered, ways_of
from kt1desk.desktop.widgets.labels import tell
from kt1desk.domain.errors import DeskError

_NOTHING = BackupsView((), 0, 0)
_LOOK_MS = 5_000
"""Backups that are due are made without anybody asking: what is shown follows them."""


class BackupsPage(Page):
    """The backups of a desk."""

    def __init__(self, needs: BackupNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui, self._side = Ui_BackupsPage(), Ui_BackupsSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._about = QWidget(self._right)
        self._side.setupUi(self._about)  # type: ignore[no-untyped-call]
        self._right.addWidget(self._about)
        self._right.hide()
        self._view = _NOTHING
        self._reads, self._acts = Newest(jobs), BackupActs(needs, jobs, self)
        self._copies = BackupCopies(needs, jobs, self._ui, self)
        self._card = BackupPlaceCard(self._side, self._about)
        self._card.wanted.connect(self._acts.use)
        self._places = BackupPlaces(self._ui.places, self._turn)
        self._acts.said.connect(self.said)
        self._acts.done.connect(self._done)
        self._acts.used.connect(self.step_back)
        self._acts.lacking.connect(self._card.lack)
        self._acts.failed.connect(partial(tell, self._side.problem))
        for button, act in (
            (self._side.back_up, self._acts.back_up),
            (self._side.check, self._check),
            (self._side.set_folder, self._card.begin),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_again)
        self._looking.start()
        tell(self._ui.problem, "")
        self._let(may=False)

    def entered(self, _ref: str = "") -> None:
        """Everything is read again; the list of places takes the keys, the first time when it has come."""
        tell(self._side.problem, "")
        self._read()
        if self._view.places:  # what is hidden must not have the keys
            self._places.take_keys()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """From the folder and from the backups to the places; the folder that is set stands there again."""
        if self._places.has_keys() or not self._view.places:
            return False
        self._card.put_back()
        self._places.take_keys()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return self._acting() if self._view.places else self._acting()[-1:]

    def ways(self) -> Sequence[Way]:
        """See `Page.ways`: also before the places were read. Who may not keep backups is not led here."""
        return ways_of(offered(self._acting(), self.bars.of_keys()))

    def _acting(self) -> Sequence[PageKey]:
        return (
            PageKey("F9", "sao lưu ngay vào mọi nơi đã đặt", self._acts.back_up),
            PageKey("F8", "đọc lại trọn bản sao lưu đang chọn", self._check),
            PageKey("Ctrl+E", "đặt hoặc thôi nơi đang chọn", self._card.begin),
            PageKey("Ctrl+L", "tới các bản sao lưu", self._ui.copies.setFocus),
            reading(self._read),
        )

    # --- inside -------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        """Nobody who was refused is asked for again and again."""
        if self.isVisible() and self._view.places:
            self._reads.run(self._needs.backup_view, self._show, self._refuse)

    def _read(self) -> None:
        self._copies.outdate()
        self._reads.run(self._needs.backup_view, self._show, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        self._view = _NOTHING
        self._let(may=False)
        tell(self._ui.problem, say(error))

    def _show(self, view: BackupsView) -> None:
        is_first, self._view = not self._view.places, view
        if is_first:
            self._let(may=True)
            tell(self._ui.problem, "")
            self._places.begin(view)
            self._places.take_keys()
        else:
            self._places.change(view)
        self._turn()

    def _let(self, *, may: bool) -> None:
        for part in (self._ui.places_card, self._ui.copies_card, self._about):
            part.setVisible(may)
        self.keys_changed.emit()

    def _turn(self) -> None:
        """The place at hand."""
        line = self._places.current()
        if line is not None:
            self._card.show(line, self._view)
            self._copies.read(line, self._view.offset_min)

    def _check(self) -> None:
        self._acts.check(self._copies.current())

    def _done(self) -> None:
        self.changed.emit()
        self._read()
