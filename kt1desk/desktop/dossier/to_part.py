"""Where the dossier goes and where its result comes back: the authority, proposed by procedure and commune, and the place of delivery.

A proposal never replaces what the clerk chose himself. It must not know what a way costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dossier.place_fields import DistrictChoice, PlaceFields, PlaceInputs
from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, note_spot, of_choice
from kt1desk.desktop.dossier.whole_name import BETWEEN, WholeName
from kt1desk.desktop.dossier_needs import AuthorityAnswer, DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.navigation import Step, Visited
from kt1desk.desktop.widgets import Choice
from kt1desk.domain.dossier import DeliverTo
from kt1desk.services.dossier_drafts import DossierDraft, Residence

_DELIVER = (
    Choice(DeliverTo.APPLICANT.value, "Địa chỉ người nộp", "1"),
    Choice(DeliverTo.OTHER.value, "Địa chỉ khác", "2"),
    Choice(DeliverTo.POINT.value, "Tại điểm này", "3"),
)
_UNKNOWN = "Không có cơ quan tiếp nhận này. Sửa lại chữ đã gõ."


class ToPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWho, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._ui = ui
        self._needs = needs
        self._newest = Newest(jobs)
        self._met: dict[str, AuthorityAnswer] = {}
        self._asked: tuple[str, str] = ("", "")
        self._by_clerk = False
        self._visited = Visited()

        def search(text: str) -> Sequence[Answer]:
            found = needs.authorities(text, *self._asked)
            self._met.update({row.authority.authority_id: row for row in found})
            return [_answer(row) for row in found]

        self.choice = ChoiceField(ui.authority, page, jobs, search, _UNKNOWN)
        self.choice.chosen.connect(self._chosen)
        self._district = DistrictChoice(ui.authority_district)
        self._district.chosen.connect(self.edited)
        self._district.chosen.connect(self.settled)
        self.choice.changed.connect(lambda: self._district.ask(()))
        self.choice.changed.connect(self.edited)
        ui.authority.attach_note(ui.authority_note)
        self._whole = WholeName(self.choice)
        other = PlaceInputs(ui.other_address, ui.other_commune, ui.other_district)
        for field in (ui.other_address, ui.other_commune):
            field.attach_note(ui.other_note)
        self.other = PlaceFields(other, page, jobs, needs)
        self.other.edited.connect(self.edited)
        self.other.settled.connect(self.settled)
        ui.deliver.set_choices(_DELIVER)
        ui.deliver.chosen.connect(self.arrange)
        ui.deliver.chosen.connect(self.edited)
        self.clear()

    def clear(self) -> None:
        """Nowhere."""
        self._newest.forget()
        self._asked, self._by_clerk = ("", ""), False
        self._visited.forget()
        self.choice.put(None)
        self._district.ask(())
        self.other.clear()
        self._ui.deliver.set_value(DeliverTo.APPLICANT.value)
        self.arrange()

    def arrange(self) -> None:
        """Show the other address where one is wanted."""
        self._ui.other_block.setVisible(_delivery(self._ui) is DeliverTo.OTHER)

    def ask_delivery(self, *, wanted: bool) -> None:
        """Whether a result comes back by post at all."""
        self._ui.deliver_block.setVisible(wanted)
        self._ui.other_block.setVisible(wanted and _delivery(self._ui) is DeliverTo.OTHER)

    def propose(self, procedure: str, commune: str) -> None:
        """Procedure or commune changed: take what they propose, unless the clerk chose."""
        if (procedure, commune) == self._asked or not procedure:
            return
        self._asked = (procedure, commune)
        if not self._by_clerk:
            self._newest.run(
                lambda: tuple(self._needs.authorities("", procedure, commune)),
                lambda found: self._take(found, commune),
                lambda _: None,
            )

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        answer, deliver = self.choice.answer(), _delivery(self._ui)
        return replace(
            draft,
            authority=answer.ref if answer is not None else "",
            authority_district=self._district.value(),
            authority_proposed=answer is not None and not self._by_clerk,
            deliver_to=deliver,
            delivery=self.other.residence() if deliver is DeliverTo.OTHER else Residence(),
        )

    def authority(self) -> AuthorityAnswer | None:
        """The authority that is chosen."""
        answer = self.choice.answer()
        return self._met.get(answer.ref) if answer is not None else None

    def show_delivery(self, opened: OpenedDraft) -> None:
        """Where the results of a draft come back to, and not where it goes."""
        self._ui.deliver.set_value(opened.draft.deliver_to.value)
        self.other.put(opened.draft.delivery, opened.delivery_place)
        self.arrange()

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's authority and delivery in."""
        self.show_delivery(opened)
        if opened.authority is not None:
            self._by_clerk = not opened.draft.authority_proposed
            self._put(opened.authority, opened.draft.authority_district)
        self.arrange()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        other = () if self._ui.other_block.isHidden() else of_choice(self.other.choice)
        return (*of_choice(self.choice), *other)

    def steps(self) -> tuple[Step, ...]:
        """See `Part`. Where the result goes is asked of everybody: what stands there before is no answer."""
        ui = self._ui
        return (
            Step(ui.authority, lambda: self.choice.answer() is None, self.choice.enter),
            self._district.step(),
            self._visited.step(ui.deliver),
            *self.other.steps(),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "authority": field_spot(ui.authority),
            "authority_district": note_spot(ui.authority_district, ui.authority_note),
            "deliver_to": note_spot(ui.deliver, ui.other_note),
            "delivery_address": field_spot(ui.other_address),
            "delivery_commune": field_spot(ui.other_commune),
            "delivery_district": note_spot(ui.other_district, ui.other_note),
        }

    def _take(self, found: tuple[AuthorityAnswer, ...], commune: str) -> None:
        before = self.choice.answer()
        is_typing = bool(self._ui.authority.text()) and before is None
        if self._by_clerk or is_typing:
            return
        proposal = _proposal(found, commune)
        if proposal is not None:
            same = before is not None and before.ref == proposal.authority.authority_id
            self._put(proposal, self._district.value() if same else "")
        elif before is not None:  # it was proposed for another procedure or commune
            self.choice.put(None)
            self._district.ask(())
        self.edited.emit()

    def _put(self, answer: AuthorityAnswer, district: str = "") -> None:
        self._met[answer.authority.authority_id] = answer
        self.choice.put(_answer(answer))
        self._district.ask(answer.districts, district)
        self._whole.show()

    def _chosen(self, answer: Answer) -> None:
        self._by_clerk = True
        self._district.ask(self._met[answer.ref].districts)
        self._whole.show()
        self.edited.emit()
        self.settled.emit()


def _delivery(ui: Ui_DossierWho) -> DeliverTo:
    return DeliverTo(ui.deliver.value() or "applicant")


def _proposal(found: Sequence[AuthorityAnswer], commune: str) -> AuthorityAnswer | None:
    """The first; of bodies that every commune has none before the applicant's commune is known: the desk's own would be a guess."""
    if not found or not found[0].why:
        return None
    is_guess = not commune and len(found) > 1 and bool(found[0].authority.commune)
    return None if is_guess else found[0]


def _answer(row: AuthorityAnswer) -> Answer:
    authority = row.authority
    parts = [part for part in (authority.level.capitalize(), row.why) if part]
    return Answer(authority.authority_id, authority.name, BETWEEN.join(parts), "", BETWEEN.join(parts))
