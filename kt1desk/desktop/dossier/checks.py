"""What is known of an input the moment Enter leaves it, before any answer: a number that cannot be keeps the keyboard.

So does a choice that is not made: passed by, a digit that is meant for a later input would make it.
It must not know how an input shows a refusal.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit, SegmentedChoice
from kt1desk.domain.dossier import Presence
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossier_people import checked_applicant, checked_proxy
from kt1desk.services.problems import Problems

_FIELDS = {
    "identity": "applicant_identity",
    "tax_code": "applicant_tax_code",
    "phone": "applicant_phone",
    "proxy_identity": "proxy_identity",
    "proxy_phone": "proxy_phone",
}
"""Inputs of numbers, and the field of their refusal."""
_DISTRICTS = {
    "district": "applicant_district",
    "authority_district": "authority_district",
    "other_district": "delivery_district",
}
"""Choices of a former district, and the field of their refusal."""
_PLACES = {"dossier.paper_missing": "insists"}
"""Refusals that are answered elsewhere than at their field: what is missing stays missing, the reason is asked for."""


def place_of(error: DeskError) -> str:
    """The field where a refusal is answered."""
    return _PLACES.get(error.code, error.field)


def checked(
    step: Step, draft: Callable[[], DossierDraft], tell: Callable[[DeskError], QWidget | None]
) -> Step:
    """The step, from which Enter does not go on while a number typed there cannot be, or a choice there is not made."""
    if isinstance(step.widget, SegmentedChoice):
        return _chosen(step, step.widget, draft, tell)
    field, name = step.widget, _FIELDS.get(step.widget.objectName(), "")
    if not name or not isinstance(field, FieldEdit):
        return step

    def commit() -> bool:
        refused = [error for error in _of_people(draft()) if error.field == name and field.text().strip()]
        for error in refused:
            tell(error)
        return not refused and step.commit()

    return Step(field, step.needs, commit)


def _chosen(
    step: Step,
    choice: SegmentedChoice,
    draft: Callable[[], DossierDraft],
    tell: Callable[[DeskError], QWidget | None],
) -> Step:
    def commit() -> bool:
        if choice.value() is None and step.needs():
            tell(_unanswered(choice, draft()))
            return False
        return step.commit()

    return Step(choice, step.needs, commit)


def _unanswered(choice: SegmentedChoice, draft: DossierDraft) -> DeskError:
    name = choice.objectName()
    if name in _DISTRICTS:
        districts = ", ".join(each.value for each in choice.choices())
        return DeskError("bcci.district_needed", _DISTRICTS[name], districts=districts)
    if name == "insist":
        missing = sum(line.presence is Presence.MISSING for line in draft.papers)
        return DeskError("dossier.paper_missing", "papers", count=missing)
    return DeskError("dossier.form_missing", "form")


def _of_people(draft: DossierDraft) -> list[DeskError]:
    problems = Problems()
    checked_applicant(draft.applicant, problems)
    checked_proxy(draft.proxy, problems)
    return problems.found
