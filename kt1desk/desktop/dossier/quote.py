"""What a draft comes to, shown while it is typed: day, sums, numbers, and each problem beside its cause.

It asks a moment after the last change and drops answers to older drafts. It must not know how a case is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kt1desk.desktop.dossier.form import DossierForm
from kt1desk.desktop.dossier.review import show_review
from kt1desk.desktop.dossier.side import DossierSide
from kt1desk.desktop.dossier.spots import is_red
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_money import Ui_DossierMoney
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierQuote

_PAUSE_MS = 30
_MOST_NAMED = 4
_EMPTY = frozenset(
    {
        "text.empty",
        "bcci.commune_needed",
        "bcci.district_needed",
        "dossier.authorisation_missing",
        "dossier.authority_missing",
        "dossier.form_missing",
        "dossier.no_documents",
        "dossier.official_missing",
        "dossier.one_stop_day",
        "dossier.one_stop_official",
        "dossier.paper_missing",
        "dossier.papers_unanswered",
        "dossier.procedure_missing",
        "dossier.weight_zero",
        "exemption.proof_missing",
        "identity.missing",
        "identity.phone_missing",
        "identity.tax_missing",
        "later.reason_missing",
        "later.time_missing",
    }
)
"""Problems that only say that something is not there yet: named beside the save key, never painted red while the clerk is typing."""
_NAMES = {
    "form": "hình thức",
    "procedure": "thủ tục",
    "papers": "giấy tờ",
    "official": "mã hồ sơ",
    "official_day": "ngày hẹn trả",
    "applicant_identity": "số CCCD",
    "applicant_tax_code": "mã số thuế",
    "applicant_name": "tên người nộp",
    "applicant_phone": "điện thoại",
    "applicant_address": "địa chỉ",
    "applicant_commune": "xã, phường",
    "applicant_district": "huyện cũ",
    "authority": "cơ quan",
    "authority_district": "huyện cũ của cơ quan",
    "delivery_address": "địa chỉ trả",
    "delivery_commune": "xã trả kết quả",
    "delivery_district": "huyện cũ nơi trả",
    "proxy_identity": "CCCD người nộp thay",
    "proxy_name": "tên người nộp thay",
    "proxy_authorisation": "giấy ủy quyền",
    "weight": "khối lượng",
    "exemption_proof": "số giấy chứng minh",
    "later_time": "giờ thật",
    "later_reason": "lý do nhập bù",
}


class DossierQuotes(QObject):
    """Asks for the draft of a form and shows the answer."""

    def __init__(
        self, ui: Ui_DossierMoney, form: DossierForm, side: DossierSide, jobs: Jobs, needs: DossierNeeds
    ) -> None:
        super().__init__(form)
        self._ui = ui
        self._form = form
        self._side = side
        self._needs = needs
        self._quotes = Newest(jobs)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._show(OpenedDraft(form.draft()), DossierQuote())

    def ask(self) -> None:
        """Something changed: an answer still under way is of another draft, and would call wrong what is right by now."""
        self._quotes.forget()
        self._pause.start()

    def stop(self) -> None:
        """Whatever is under way no longer counts: the case is being saved."""
        self._pause.stop()
        self._quotes.forget()

    def _ask(self) -> None:
        opened = self._form.opened()
        self._quotes.run(
            lambda: self._needs.quote(opened.draft), partial(self._show, opened), self._side.show_refusal
        )

    def _show(self, opened: OpenedDraft, quote: DossierQuote) -> None:
        if not self._form.is_empty():
            self._side.price.forget_taken()
        self._side.show_quote(opened.draft, quote)
        show_review(self._ui, opened, quote)
        wrong = [problem for problem in quote.problems if not self._is_empty(problem)]
        self._form.calm(wrong)
        for problem in wrong:
            self._form.tell(problem)
        unread = next(iter(self._form.unread()), None)
        if self._form.is_empty():
            self._side.show_missing("")
        elif unread is not None and (is_red(unread.widget) or not unread.widget.hasFocus()):
            self._side.show_wrong(unread.sentence)
        elif wrong:
            self._side.show_wrong(say(wrong[0]))
        elif quote.problems:
            self._side.show_missing(f"Còn thiếu: {_named(quote.problems)}")
        elif unread is not None:  # the clerk is at it: no alarm, and not enough either
            self._side.show_missing(unread.sentence)
        else:
            self._side.show_ready()

    def _is_empty(self, problem: DeskError) -> bool:
        if problem.code == "dossier.weight_zero":
            return not self._ui.weight.text()
        return problem.code in _EMPTY


def _named(problems: Sequence[DeskError]) -> str:
    names = list(dict.fromkeys(_NAMES.get(problem.field, say(problem)) for problem in problems))
    more = f" và {len(names) - _MOST_NAMED} mục nữa" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"
