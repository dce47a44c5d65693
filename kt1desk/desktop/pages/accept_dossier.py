"""Accepting a dossier of an administrative procedure: the page of the counter.

Three cards, one way of Enter through all of them: what is brought, who brings it to whom, the cover and the money. It asks one service what
the draft comes to and shows the answer beside each input.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.acts import DossierActs
from kt1desk.desktop.dossier.desk import CARDS, DossierDesk
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft, TakenDossier
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.later_part import LATER_KEY
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import (
    CORRECTION_STAYS,
    Going,
    Page,
    PageKey,
    Place,
    corrected_in,
    laid_aside_in,
)
from kt1desk.desktop.take_back import TAKE_BACK_KEY, TakeBack
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit

_PROCEDURE = "procedure"
_AT_ADDRESS = "Hồ sơ nhận tại địa chỉ: gõ giờ thật vào ô «Nhận lúc»."


class AcceptDossierPage(Page):
    """`dossier_accepted` carries the numbers of the legs: their papers may be printed."""

    dossier_accepted = Signal(tuple)
    takes = frozenset({_PROCEDURE})

    def __init__(self, needs: DossierNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = DossierDesk(self, jobs, needs)
        self._acts = DossierActs(self._desk, self.said.emit)
        self._take_back = TakeBack(self, self._desk.side, jobs, needs)
        self._take_back.done.connect(self._desk.refresh)
        self._take_back.closed.connect(self._desk.way.start)
        self._take_back.correct_wanted.connect(self._desk.keeper.correct)
        self._desk.saving.accepted.connect(self._accepted)
        self._desk.saving.stands.connect(self._stands)
        self._desk.opening.opened.connect(lambda case: self.going.emit(Going(Place.RECORD, case)))

    def entered(self, ref: str = "") -> None:
        """Read what stands beside the draft, go to the first input that needs something.

        `ref` is a procedure's code, what is to be corrected, or a draft that lies aside.
        """
        self._take_back.close()
        self._desk.refresh()
        self._desk.scale.start()
        if corrected_in(ref):
            self._desk.keeper.correct(corrected_in(ref))
        elif laid_aside_in(ref):
            self._desk.keeper.resume(laid_aside_in(ref))
        elif ref:
            self._desk.choose_procedure(ref)
        self._desk.way.start()

    def papers_changed(self) -> None:
        """A paper came out, or did not: the list beside the draft says so at once."""
        if self.isVisible():
            self._desk.refresh()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._take_back.side

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        if self._take_back.is_open():
            return self._take_back.keys()
        acts, way = self._acts, self._desk.way
        cards = (
            PageKey(f"Alt+{at}", name.lower(), partial(way.begin_card, at - 1))
            for at, name in enumerate(CARDS, start=1)
        )
        return (
            PageKey("F9", "nhận, in nhãn và phiếu", self._desk.saving.save),
            PageKey("Ctrl+G", "tạm gác, nhận người khác", acts.park),
            PageKey("Ctrl+L", "hồ sơ tạm gác", self._desk.show_parked),
            PageKey("D", "trong danh mục: đủ hết các giấy còn lại"),
            PageKey("F8", "như người nộp trước", acts.repeat),
            PageKey(TAKE_BACK_KEY, "rút lại hồ sơ vừa nhận", self._take_back.begin),
            *cards,
            PageKey(LATER_KEY, "nhập bù: giờ thật ghi trên giấy", self._turn_later),
            PageKey("Ctrl+N", "thêm giấy tờ ngoài danh mục", acts.add_paper),
            PageKey("Alt+T", "có hoặc không người nộp thay", acts.toggle_proxy),
            PageKey("Alt+C", "cá nhân hoặc tổ chức", acts.toggle_kind),
            PageKey("Alt+D", "nhận tại quầy hoặc tại địa chỉ", acts.toggle_place),
            PageKey("Alt+M", "vai bưu chính hoặc nhân viên một cửa", acts.toggle_role),
            PageKey("Ctrl+Delete", "làm hồ sơ khác, hồ sơ dở vào tạm gác; thôi sửa", self._clear_away),
        )

    def step_back(self) -> bool:
        """The parked drafts, an open list, a fragment, a name being added, then one input back; what was put in stays."""
        desk = self._desk
        if (
            self._take_back.close()
            or desk.form.later.entry.close()
            or desk.leave_parked()
            or desk.form.close_lists()
            or desk.form.papers.close_added()
        ):
            return True
        if desk.keeper.is_untouched_correction():
            self._clear_away()
            return True
        return desk.way.step_back() or self._stays()

    def _turn_later(self) -> None:
        if not self._desk.turn_later():
            self.said.emit(_AT_ADDRESS)

    def _stays(self) -> bool:
        """A correction that was begun is not left by going on backwards."""
        if self._desk.form.replaces():
            self.said.emit(CORRECTION_STAYS)
        return bool(self._desk.form.replaces())

    def take_scan(self, code: str) -> bool:
        """A card, a label of this desk, a seal or a mã hồ sơ goes where it belongs.

        Raises:
            DeskError: ``number.check_digit``.
        """
        return not self._desk.saving.is_busy() and self._desk.scans.take(code)

    def take_found(self, hit: SearchHit) -> bool:
        """A procedure found by search is the one of this dossier."""
        if hit.kind == _PROCEDURE:
            self._desk.choose_procedure(hit.ref)
        return hit.kind == _PROCEDURE

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes to another place, logs off or closes the window finds the draft again."""
        super().hideEvent(event)
        self._desk.keeper.keep()

    def _clear_away(self) -> None:
        """Another dossier; whoever corrected sees the case again as it is."""
        number = self._desk.form.replaces()
        self._acts.clear_away()
        if number:
            self.going.emit(Going(Place.RECORD, number))

    def _accepted(self, opened: OpenedDraft, taken: TakenDossier) -> None:
        event = taken.event
        self._acts.remember(opened)
        self._desk.side.price.keep_taken(taken.dossier, taken.sums, opened.draft.payment)
        self._acts.begin_next()
        instead = f" thay {opened.draft.replaces}" if opened.draft.replaces else ""
        self.said.emit(f"Đã nhận hồ sơ {taken.dossier}{instead} · sổ {event.id.text} · {event.proof}")
        self.changed.emit()
        self.dossier_accepted.emit(taken.items)

    def _stands(self, error: DeskError) -> None:
        """The case is the post's, though the disk failed after it: nobody may accept it once more."""
        self._acts.begin_next()
        self.said.emit(say(error))
        self.changed.emit()
