"""The form of a dossier: its parts put together into one draft, and each refusal handed to the part that has its cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import ChoiceField
from kt1desk.desktop.dossier.checks import checked, place_of
from kt1desk.desktop.dossier.later_part import DossierLaterPart
from kt1desk.desktop.dossier.mode_part import ModePart
from kt1desk.desktop.dossier.money_part import MoneyPart
from kt1desk.desktop.dossier.papers_part import PapersPart
from kt1desk.desktop.dossier.proxy_part import ProxyPart
from kt1desk.desktop.dossier.received_part import ReceivedPart
from kt1desk.desktop.dossier.spots import Part, Spot, Unread, calm, is_read, tell
from kt1desk.desktop.dossier.to_part import ToPart
from kt1desk.desktop.dossier.what_part import WhatPart
from kt1desk.desktop.dossier.who_part import WhoPart
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier import Ui_AcceptDossierPage
from kt1desk.desktop.forms.accept_dossier_money import Ui_DossierMoney
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Step
from kt1desk.domain.dossier import Form, Mode
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierDraft


@dataclass(frozen=True, slots=True)
class DossierForms:
    """The page around the form, and its three cards."""

    page: Ui_AcceptDossierPage
    what: Ui_DossierWhat
    who: Ui_DossierWho
    money: Ui_DossierMoney


def set_up_cards(ui: Ui_AcceptDossierPage) -> DossierForms:
    """Make the inputs of the three cards."""
    made = DossierForms(ui, Ui_DossierWhat(), Ui_DossierWho(), Ui_DossierMoney())
    made.what.setupUi(ui.what_card)  # type: ignore[no-untyped-call]
    made.who.setupUi(ui.who_card)  # type: ignore[no-untyped-call]
    made.money.setupUi(ui.money_card)  # type: ignore[no-untyped-call]
    return made


class DossierForm(QObject):
    """All inputs of one draft. `edited`: the draft changed. `settled`: something was decided, go on."""

    edited = Signal()
    settled = Signal()

    def __init__(self, forms: DossierForms, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._forms = forms
        self._replaces = ""
        self.mode = ModePart(forms.page, page)
        self.papers = PapersPart(forms.what, page)
        self.what = WhatPart(forms.what, page, jobs, needs)
        self.who = WhoPart(forms.who, page, jobs, needs)
        self.received = ReceivedPart(forms.who, page)
        self.proxy = ProxyPart(forms.who, page)
        self.to = ToPart(forms.who, page, jobs, needs)
        self.money = MoneyPart(forms.money, page, jobs, needs)
        self.later = DossierLaterPart(forms.page.cards, page, jobs, needs)
        self.what.asked.connect(self.papers.ask)
        self._parts: tuple[Part, ...] = (
            self.mode,
            self.what,
            self.papers,
            self.who,
            self.received,
            self.to,
            self.proxy,
            self.money,
            self.later,
        )
        self._choices = (
            self.what.choice,
            self.who.home.choice,
            self.to.choice,
            self.to.other.choice,
            self.money.exemption,
        )
        for part in self._parts:
            part.edited.connect(self._changed)
            part.settled.connect(self.settled)
        for choice in self._choices:
            choice.field.textEdited.connect(self.edited)  # a text that chose nothing yet is no edit of a part
        self.arrange()

    def clear(self) -> None:
        """An empty draft."""
        self._replaces = ""
        for part in self._parts:
            part.clear()
        self.arrange()

    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        return self.what.is_empty() and self.who.is_empty()

    def replaces(self) -> str:
        """The case that this draft corrects, "" for none."""
        return self._replaces

    def draft(self) -> DossierDraft:
        """What the inputs say."""
        empty = DossierDraft(replaces=self._replaces)
        return reduce(lambda draft, part: part.fill(draft), self._parts, empty)

    def opened(self) -> OpenedDraft:
        """The draft with the things it names."""
        return OpenedDraft(
            self.draft(),
            self.what.procedure(),
            self.to.authority(),
            self.who.home.place(),
            self.to.other.place(),
            self.money.choice(),
        )

    def show(self, opened: OpenedDraft) -> None:
        """Put a whole draft in, instead of what is there."""
        self.clear()
        self._replaces = opened.draft.replaces
        self.mode.show(opened)
        self.what.show(opened)
        self.papers.put(opened.draft.papers, opened.draft.insists)
        self.who.show(opened)
        self.received.show(opened)
        self.proxy.show(opened)
        self.to.show(opened)
        self.money.show(opened)
        self.later.show(opened)
        self._changed()

    def show_applicant(self, opened: OpenedDraft) -> None:
        """The applicant of another draft, who came for him, where his results come back to and how he pays."""
        only = replace(opened, draft=replace(DossierDraft(), applicant=opened.draft.applicant))
        self.who.show(only)
        self.proxy.show(opened)
        self.to.show_delivery(opened)
        self.money.put_payment(opened.draft.payment)
        self._changed()

    def steps(self) -> tuple[Step, ...]:
        """The way of Enter over the three cards."""
        steps = [step for part in self._parts for step in part.steps()]
        return tuple(checked(step, self.draft, self.tell) for step in steps)

    def unread(self) -> Sequence[Unread]:
        """Inputs whose text is not understood, in the order of the form: nothing may be accepted while there are any."""
        return [row for part in self._parts for row in part.unread()]

    def tell(self, error: DeskError) -> QWidget | None:
        """Put a refusal beside its cause; returns the cause, or None when it is no input here."""
        spots = _spots_of(self._parts)
        spot = spots.get(place_of(error))
        if spot is not None and not is_read(self.unread(), spot.widget):
            return spot.widget
        return tell(spots, place_of(error), error)

    def calm(self, problems: Sequence[DeskError]) -> None:
        """Take back every refusal that is no problem any more."""
        spots = _spots_of(self._parts)
        kept = {place_of(problem) for problem in problems}
        unread = {row.widget for row in self.unread()}
        calm(spots, kept | {name for name, spot in spots.items() if spot.widget in unread})

    def arrange(self) -> None:
        """Show the inputs that belong to what stands there now."""
        ui, form = self._forms.what, self.what.form()
        self.what.official.ask(one_stop=self.mode.mode() is Mode.ONE_STOP)
        if form is Form.RETURN:
            ui.below.setCurrentWidget(ui.official_page)
        elif self.what.procedure() is not None and form is not None:
            ui.below.setCurrentWidget(ui.papers_page)
        else:
            ui.below.setCurrentWidget(ui.recent_page)
        self.to.ask_delivery(wanted=form is not None and form.returns)
        self.received.ask(wanted=self.who.is_at_address())
        self.money.ask(form)

    def close_lists(self) -> bool:
        """Shut whatever list is open, else clear what was typed where the keyboard is and chose nothing; False when neither was there."""
        closed = [choice.close_list() for choice in self._choices]
        if any(closed):
            return True
        typed = next((c for c in self._choices if c.field.hasFocus() and _is_fragment(c)), None)
        if typed is not None:
            typed.put(None)
            self._changed()
        return typed is not None

    def _changed(self) -> None:
        self.arrange()
        place, procedure = self.who.home.place(), self.what.procedure()
        self.to.propose(procedure.code if procedure else "", place.commune if place else "")
        self.edited.emit()


def _is_fragment(choice: ChoiceField) -> bool:
    """Whether a text stands there that chose nothing: its own sentence stays."""
    return bool(choice.field.text()) and choice.answer() is None


def _spots_of(parts: Sequence[Part]) -> Mapping[str, Spot]:
    return {name: spot for part in parts for name, spot in part.spots().items()}
