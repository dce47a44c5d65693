"""The whole case in five lines before it is accepted: who, what, papers, way, and what is not certain about it."""

from __future__ import annotations

from kt1desk.desktop.dossier.papers_part import papers_words
from kt1desk.desktop.dossier_needs import OpenedDraft
from kt1desk.desktop.forms.accept_dossier_money import Ui_DossierMoney
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.dossier import Form, Presence
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import DossierQuote
from kt1desk.services.wording_tthc import delivery_name, flag_text, form_name, insist_name

_NOTHING = "–"


def show_review(ui: Ui_DossierMoney, opened: OpenedDraft, quote: DossierQuote) -> None:
    """Write the lines of a draft."""
    ui.review_who.setText(_who(opened))
    ui.review_what.setText(opened.procedure.name if opened.procedure is not None else _NOTHING)
    ui.review_papers.setText(_papers(opened))
    ui.review_way.setText(_way(opened))
    flags = ". ".join(flag_text(flag) for flag in quote.flags)
    ui.review_flags.setText(f"{flags}." if flags else "")
    set_role(ui.review_flags, Role.WARN)
    for widget in (ui.review_flags, ui.review_flags_label):
        widget.setVisible(bool(flags))


def _who(opened: OpenedDraft) -> str:
    draft = opened.draft
    parts = [draft.applicant.name, opened.place.name if opened.place is not None else ""]
    words = " · ".join(part for part in parts if part)
    by = f"{draft.proxy.name} nộp thay" if draft.proxy is not None and draft.proxy.name else ""
    at = "nhận tại địa chỉ" if draft.place is Place.ADDRESS else ""
    visit = f"hẹn {draft.visit}" if draft.visit else ""
    return " · ".join(part for part in (words, by, at, visit) if part) or _NOTHING


def _papers(opened: OpenedDraft) -> str:
    draft = opened.draft
    if draft.form is Form.RETURN:
        return f"Chỉ nhận kết quả · mã hồ sơ {draft.official}" if draft.official else "Chỉ nhận kết quả"
    words = papers_words([line for line in draft.papers if line.presence is not Presence.NOT_NEEDED])
    sets = f"{draft.sets} bộ · " if draft.sets > 1 else ""
    reason = f" · {insist_name(draft.insists)}" if draft.insists is not None else ""
    return f"{sets}{words}{reason}"


def _way(opened: OpenedDraft) -> str:
    draft = opened.draft
    if draft.form is None:
        return _NOTHING
    authority = opened.authority.authority.name if opened.authority is not None else _NOTHING
    back = f" · {delivery_name(draft.deliver_to)}" if draft.form.returns else ""
    return f"{form_name(draft.form)} · {authority}{back}"
