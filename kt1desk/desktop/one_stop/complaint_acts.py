"""A complaint taken, and one answered: what is asked for each, and how it is done. It must not know what may be compensated."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_care import ComplaintLine, ComplaintNeeds, ComplaintsView, FoundCase
from kt1desk.desktop.one_stop.duty_side import DutyForm, DutySide
from kt1desk.desktop.one_stop.rows import code_or_number, iso_day
from kt1desk.services.complaint_rules import Proposal
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft

_WHO = (Choice("applicant", "Người nộp hồ sơ"), Choice("authority", "Cơ quan giải quyết"))
_PAYS, _NOT = "pays", "not"


class ComplaintActs(QObject):
    """`done(sentence)`: something was stored."""

    done = Signal(str)

    def __init__(self, needs: ComplaintNeeds, jobs: Jobs, side: DutySide) -> None:
        super().__init__(side)
        self._needs, self._side = needs, side
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(side.refuse)
        self.view = ComplaintsView((), (), (), (), "")

    def begin_new(self) -> None:
        """Somebody complains: about which case?"""
        self._side.about("", "", "")
        self._side.fill(
            DutyForm(
                "find",
                "Khiếu nại về hồ sơ nào?",
                {"dossier": ""},
                "Tìm hồ sơ",
                self._find,
                "Số hồ sơ, mã hồ sơ, hoặc số hiệu một bì.",
            )
        )

    def begin_answer(self, line: ComplaintLine) -> None:
        """How does this one end?"""
        self._doing.run(
            lambda: self._needs.proposal(line.row.complaint),
            lambda proposal: self._ask_outcome(line, proposal),
        )

    def _find(self) -> None:
        text = self._side.form.text("dossier")
        self._doing.run(lambda: self._needs.case_of(text), self._ask_who)

    def _ask_who(self, case: FoundCase) -> None:
        name = code_or_number(case.official, case.dossier)
        self._side.about(name, case.procedure, f"{case.authority}\n{case.state}")
        self._side.ask("Ai khiếu nại?", "", _WHO, lambda who: self._ask_code(case, who))

    def _ask_code(self, case: FoundCase, who: str) -> None:
        self._side.ask("Về việc gì?", "", self.view.codes, lambda code: self._ask_person(case, who, code))

    def _ask_person(self, case: FoundCase, who: str, code: str) -> None:
        words = next(each.text for each in self.view.codes if each.key == code)
        inputs = {"name": "", "phone": "", "item": "", "received_day": iso_day(self.view.today)}
        self._side.fill(
            DutyForm(
                f"new:{case.dossier}",
                words,
                inputs,
                "Nhận khiếu nại",
                lambda: self._open(case, who, code),
                next(each.text for each in _WHO if each.key == who),
            )
        )

    def _open(self, case: FoundCase, who: str, code: str) -> None:
        form = self._side.form
        draft = ComplaintDraft(
            case.dossier,
            code,
            who,
            form.text("name"),
            form.text("phone"),
            form.iso("received_day"),
            form.text("item"),
        )
        self._doing.run(
            lambda: self._needs.open_complaint(draft),
            lambda opened: self.done.emit(
                f"Đã nhận khiếu nại {opened.complaint}: trả lời trước hết {iso_day(opened.due_day)}."
            ),
        )

    def _ask_outcome(self, line: ComplaintLine, proposal: Proposal) -> None:
        self._side.ask(
            "Kết quả giải quyết",
            "",
            self.view.outcomes,
            lambda outcome: self._ask_pay(line, proposal, outcome),
        )

    def _ask_pay(self, line: ComplaintLine, proposal: Proposal, outcome: str) -> None:
        if not proposal.amount_dong:
            self._ask_way(line, outcome, pays=False)
            return
        choices = (
            Choice(_NOT, "Không bồi thường"),
            Choice(_PAYS, f"Bồi thường {dong(proposal.amount_dong)} đ"),
        )
        text = f"Cước đã trả {dong(proposal.postage_dong)} đ; {proposal.words}."
        self._side.ask(
            "Bồi thường?", text, choices, lambda answer: self._ask_way(line, outcome, pays=answer == _PAYS)
        )

    def _ask_way(self, line: ComplaintLine, outcome: str, *, pays: bool) -> None:
        def chosen(way: str) -> None:
            draft = AnswerDraft(line.row.complaint, outcome, way, pays)
            outcomes = {each.key: each.text for each in self.view.outcomes}
            ways = {each.key: each.text for each in self.view.ways}
            pay = "có bồi thường" if pays else "không bồi thường"
            self._side.fill(
                DutyForm(
                    f"answer:{line.row.complaint}",
                    outcomes[outcome],
                    {},
                    "Trả lời, in giấy",
                    lambda: self._answer(draft),
                    f"Trả lời bằng: {ways[way].lower()}; {pay}. F9 lưu và in giấy trả lời.",
                )
            )

        self._side.ask("Trả lời bằng cách nào?", "", self.view.ways, chosen)

    def _answer(self, draft: AnswerDraft) -> None:
        self._doing.run(
            lambda: self._needs.answer_complaint(draft),
            lambda paid: self.done.emit(
                f"Đã trả lời khiếu nại {draft.complaint}: giấy đang in."
                + (f" Bồi thường {dong(paid)} đ." if paid else "")
            ),
        )
