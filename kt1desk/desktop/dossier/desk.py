"""The dossier page put together: form, way, right column, quotes, parking, lists. It knows neither the window nor its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.form import DossierForm, set_up_cards
from kt1desk.desktop.dossier.lists import ParkedList, RecentList
from kt1desk.desktop.dossier.parking import DraftKeeper
from kt1desk.desktop.dossier.quote import DossierQuotes
from kt1desk.desktop.dossier.saving import DossierSaving
from kt1desk.desktop.dossier.scans import DossierScans
from kt1desk.desktop.dossier.side import DossierSide
from kt1desk.desktop.dossier.way import CardWay
from kt1desk.desktop.dossier_needs import DossierCounterView, DossierNeeds
from kt1desk.desktop.forms.accept_dossier import Ui_AcceptDossierPage
from kt1desk.desktop.forms.accept_dossier_parked import Ui_DossierParked
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.scale_watch import ScaleWatch
from kt1desk.desktop.widgets import Choice
from kt1desk.domain.procedure import Procedure

CARDS = ("Thủ tục, giấy tờ", "Người nộp, cơ quan", "Cân, niêm phong, tiền")
_PARKED_CARD = len(CARDS)


class DossierDesk(QObject):
    """Everything of the page that is not the window's."""

    def __init__(self, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._needs = needs
        self._newest = Newest(jobs)
        self._before = 0
        self._ui = Ui_AcceptDossierPage()
        self._ui.setupUi(page)  # type: ignore[no-untyped-call]
        forms = set_up_cards(self._ui)
        parked = Ui_DossierParked()
        parked.setupUi(self._ui.parked_card)  # type: ignore[no-untyped-call]
        self._parked_table = parked.parked
        self.side = DossierSide()
        self.form = DossierForm(forms, page, jobs, needs)
        self.way = CardWay(self._ui.cards, self.form.steps())
        self.keeper = DraftKeeper(self.form, jobs, needs)
        self.saving = DossierSaving(self.keeper, self.way, self.side, jobs, needs)
        self.scans = DossierScans(self.form, self.way, needs)
        self.scale = ScaleWatch(needs, jobs, forms.money.scale_note, page)
        self._quotes = DossierQuotes(forms.money, self.form, self.side, jobs, needs)
        self._recent = RecentList(forms.what)
        self.opening = RowOpening(forms.what.recent)
        self._parked = ParkedList(parked, page)
        self._join()

    def refresh(self) -> None:
        """Read what stands beside the draft."""
        self._newest.run(self._needs.recent, self._show, self.side.show_refusal)

    def choose_procedure(self, code: str) -> None:
        """A procedure found elsewhere."""
        self._jobs.run(lambda: self._needs.procedure(code), self._take_procedure, self.side.show_refusal)

    def show_parked(self) -> None:
        """The list of parked drafts in place of the form."""
        if self._ui.cards.currentIndex() < _PARKED_CARD:
            self._before = self._ui.cards.currentIndex()
        self.keeper.keep()
        self._parked_table.clearSelection()
        self._parked_table.setCurrentIndex(QModelIndex())  # the newest is offered each time
        self.refresh()
        self.way.show_card(_PARKED_CARD)
        self._parked_table.setFocus()

    def turn_later(self) -> bool:
        """The card of what is entered later, or away with it; False where it is received at an address, which has its own input."""
        if self.form.who.is_at_address():
            return False
        self.form.later.entry.turn()
        return True

    def leave_parked(self) -> bool:
        """Back to the form; False where it is in front."""
        if self._ui.cards.currentIndex() != _PARKED_CARD:
            return False
        self.way.begin_card(self._before)
        return True

    def begin(self) -> None:
        """The form as it is now, from the first input that needs something."""
        self._quotes.ask()
        self.side.show_correcting(self.form.replaces())
        self.way.start()

    def _join(self) -> None:
        """Who hears whom."""
        ui, form, way, keeper = self._ui, self.form, self.way, self.keeper
        keys = enumerate(CARDS, start=1)
        ui.steps.set_choices([Choice(str(at - 1), name, f"Alt+{at}") for at, name in keys])
        ui.steps.set_value("0")
        ui.steps.chosen.connect(lambda at: way.begin_card(int(at)))
        way.moved.connect(lambda at: ui.steps.set_value(None if at >= _PARKED_CARD else str(at)))
        way.moved.connect(lambda at: form.later.entry.front(is_front=at == form.later.card))
        form.later.entry.opened.connect(self._show_later)
        form.later.entry.closed.connect(lambda: way.begin_card(self._before))
        form.edited.connect(lambda: self.side.above.say_later(form.later.entry.words()))
        way.finished.connect(self.side.focus_save)
        form.edited.connect(self._quotes.ask)
        form.edited.connect(keeper.changed)
        form.settled.connect(way.go_on)
        keeper.listed.connect(self.refresh)
        keeper.resumed.connect(self.begin)
        keeper.failed.connect(self.side.show_refusal)
        self._parked.resume_wanted.connect(keeper.resume)
        self._parked.drop_wanted.connect(keeper.drop)
        self.side.save_wanted.connect(self.saving.save)
        self.saving.began.connect(self._quotes.stop)
        self.scale.settled.connect(self._weighed)

    def _show_later(self) -> None:
        if self._ui.cards.currentIndex() < _PARKED_CARD:
            self._before = self._ui.cards.currentIndex()
        self.way.show_card(self.form.later.card)

    def _show(self, view: DossierCounterView) -> None:
        waiting = [row for row in view.parked if row.ref != self.keeper.ref()]
        self._recent.show(view)
        self.form.what.offer()
        self.form.received.use_clock(view.now_ms, view.offset_min)
        self.form.later.use_clock(view.offset_min)
        self._parked.show(waiting, view)
        self.side.show_parked(len(waiting))
        self.side.show_printer(view.label_printer)

    def _take_procedure(self, procedure: Procedure) -> None:
        self.form.what.put(procedure)
        self.form.edited.emit()
        self.form.settled.emit()

    def _weighed(self, grams: int) -> None:
        """Nobody has begun, or nothing is sent: what lies on the scale belongs to no cover yet."""
        form = self.form.what.form()
        if form is not None and form.sends:
            self.form.money.weight.take(grams)
