"""«Cập nhật chương trình»: which version runs, which newer one is near, and the ways forth and back.

Ctrl+R looks for a newer version, F9 takes it, F8 goes back to the one before; both ask once more, for the desk is left meanwhile. The page
copies and asks; what happens between two starts is the small window's (`kt1desk upgrade wait`). It must not know how a version is proved.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.admin.upgrade_acts import UpgradeActs
from kt1desk.desktop.admin.upgrade_texts import HOW, back_words, notes_words
from kt1desk.desktop.forms.upgrade_page import Ui_UpgradePage
from kt1desk.desktop.forms.upgrade_side import Ui_UpgradeSide
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.upgrades import LookedView, ProgramView, UpgradeNeeds
from kt1desk.desktop.page_keys import Way, offered, ways_of
from kt1desk.desktop.widgets.labels import tell
from kt1desk.domain.errors import DeskError

_LOOKING = "Đang xem USB và thư mục chung"


class UpgradePage(Page):
    """The program's own page; `acts` say when the desk is to be left."""

    def __init__(self, needs: UpgradeNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui, self._side = Ui_UpgradePage(), Ui_UpgradeSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._reads = Newest(jobs)
        self._looks = Newest(jobs, Lane.OUTSIDE, long=_LOOKING)
        self._view, self._found = ProgramView(""), LookedView(None, ())
        self._side.how.setText(HOW)
        self.acts = UpgradeActs(needs, jobs, self)
        self.acts.asking.connect(lambda question: tell(self._ui.asking, question))
        self.acts.refused.connect(self._refuse)
        self.acts.busy_changed.connect(self._let)
        for button, act in (
            (self._side.upgrade, self._upgrade),
            (self._side.look, self._look),
            (self._side.go_back, self._go_back),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        for label in (self._ui.problem, self._ui.asking):
            tell(label, "")
        self._show(self._view)

    def entered(self, _ref: str = "") -> None:
        """What runs is read again, and every source is looked at."""
        self.acts.forget()
        tell(self._ui.problem, "")
        self._reads.run(self._needs.program_view, self._shown_first, self._refuse)
        self._side.look.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """What was asked is not done."""
        return self.acts.forget()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        forth, back, look = self._acting()
        has_offer = self._found.offer is not None
        return (
            *((forth,) if has_offer else ()),
            *((back,) if _can_go_back(self._view) else ()),
            look,
        )

    def ways(self) -> Sequence[Way]:
        """See `Page.ways`: whatever was found, what can be done here is found by its words."""
        return ways_of(offered(self._acting(), self.bars.of_keys()))

    def _acting(self) -> Sequence[PageKey]:
        return (
            PageKey("F9", "cập nhật chương trình lên bản mới", self._upgrade),
            PageKey("F8", "trở về bản chương trình trước", self._go_back),
            reading(self._look, "tìm bản mới của chương trình"),
        )

    def _look(self) -> None:
        self.acts.forget()
        tell(self._ui.problem, "")
        if self._view.installed and not self.acts.is_busy:
            self._looks.run(self._needs.look_for_upgrade, self._show_found, self._refuse)

    def _upgrade(self) -> None:
        tell(self._ui.problem, "")
        self.acts.forth(self._found.offer)

    def _go_back(self) -> None:
        tell(self._ui.problem, "")
        if _can_go_back(self._view):
            self.acts.back(self._view)

    def _refuse(self, error: DeskError) -> None:
        tell(self._ui.problem, say(error))

    def _shown_first(self, view: ProgramView) -> None:
        self._show(view)
        self._look()

    def _show(self, view: ProgramView) -> None:
        ui, self._view = self._ui, view
        ui.version.setText(f"Đang chạy bản {view.version}" if view.version else "Chương trình")
        tell(ui.since, f"Từ {view.since}" if view.since else "")
        tell(ui.last, view.last if view.last_is_good else "")
        tell(ui.last_bad, "" if view.last_is_good else view.last)
        is_checkout = bool(view.version) and not view.installed
        tell(ui.checkout, say(DeskError("upgrade.not_installed")) if is_checkout else "")
        self._side.back_says.setText(back_words(view))
        self._let()

    def _show_found(self, found: LookedView) -> None:
        ui, self._found, offer = self._ui, found, found.offer
        ui.offer_title.setText(f"Bản mới {offer.version}, ở {offer.source}" if offer else "Chưa có bản mới")
        tell(ui.notes, notes_words(offer))
        tell(ui.facts, "\n".join(offer.facts) if offer else "")
        tell(ui.sources, "\n".join(found.said))
        self._let()

    def _let(self) -> None:
        """Cards and buttons are there for what can be done now."""
        is_installed, side = self._view.installed, self._side
        self._ui.offer_card.setVisible(is_installed and bool(self._ui.offer_title.text()))
        for part in (side.how_card, side.back_card, side.look, side.upgrade):
            part.setVisible(is_installed)
        side.upgrade.setEnabled(self._found.offer is not None and not self.acts.is_busy)
        side.go_back.setVisible(_can_go_back(self._view))
        self.keys_changed.emit()


def _can_go_back(view: ProgramView) -> bool:
    return bool(view.before) and not view.no_way_back
