"""Money passed on to its authority, a sum put right, a biên lai entered: what is asked for each, and how it is done.

It must not know what may be put right.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import count, dong
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_duties import CaseMoney, FeeNeeds
from kt1desk.desktop.one_stop.duty_side import DutyForm, DutySide
from kt1desk.desktop.one_stop.fee_list import FeeList
from kt1desk.desktop.one_stop.rows import code_or_number
from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.services.fees import CorrectionDraft
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.wording_tthc import dossier_payment_name

_MANNERS = (
    Choice(DossierPayment.CASH.value, "Tiền mặt, tại cơ quan"),
    Choice(DossierPayment.TRANSFER.value, "Chuyển khoản"),
)
_BACK, _MORE = "back", "more"
_SIDES = (Choice(_BACK, "Trả lại người nộp"), Choice(_MORE, "Thu thêm"))
_CASH_INPUTS = {"fee_reference": "", "officer_name": "", "officer_position": ""}
_TRANSFER_INPUTS = {"fee_reference": ""}


class FeeActs(QObject):
    """`done(sentence)`: something was stored."""

    done = Signal(str)

    def __init__(self, needs: FeeNeeds, jobs: Jobs, side: DutySide, shown: FeeList) -> None:
        super().__init__(side)
        self._needs, self._side, self._list = needs, side, shown
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)

    def remit(self) -> None:
        """Pass on what is ticked: in which way?"""
        found, chosen = self._list.authority(), self._list.chosen()
        if found is None or not chosen:
            return
        money = f"{dong(sum(each.amount_dong for each in chosen))} đ"
        text = f"{money} của {count(len(chosen))} hồ sơ cho {found.name}"
        draft = RemitDraft(found.authority_id, tuple(each.dossier for each in chosen))

        def manner(key: str) -> None:
            paid = DossierPayment(key)
            self._side.fill(
                DutyForm(
                    f"remit:{key}",
                    f"Nộp {money}",
                    _CASH_INPUTS if paid is DossierPayment.CASH else _TRANSFER_INPUTS,
                    "Nộp, in bảng kê",
                    lambda: self._remit(replace(draft, manner=paid), found.name),
                    dossier_payment_name(paid),
                )
            )

        self._side.ask("Nộp bằng cách nào?", text, _MANNERS, manner)

    def correct(self) -> None:
        """Put a sum right: of which case?"""
        case = self._list.case()
        number = code_or_number(case.official, case.dossier) if case is not None else ""
        self._side.fill(
            DutyForm(
                "correct",
                "Sửa một khoản đã thu",
                {"dossier": number},
                "Xem các khoản",
                self._look_up,
                "Số hồ sơ, mã hồ sơ hoặc nhãn; F9 xem các khoản.",
            )
        )

    def enter_receipt(self) -> None:
        """The authority's biên lai that came later."""
        case = self._list.case()
        number = code_or_number(case.official, case.dossier) if case is not None else ""
        self._side.fill(
            DutyForm(
                "receipt",
                "Số biên lai của cơ quan",
                {"dossier": number, "receipt": ""},
                "Ghi số biên lai",
                self._enter,
            )
        )

    def _remit(self, draft: RemitDraft, name: str) -> None:
        form = self._side.form
        said = replace(
            draft,
            reference=form.text("fee_reference"),
            officer_name=form.text("officer_name"),
            officer_position=form.text("officer_position"),
        )
        self._doing.run(
            lambda: self._needs.remit(said),
            lambda number: self.done.emit(f"Đã nộp cho {name}: bảng kê {number} đang in."),
        )

    def _look_up(self) -> None:
        text = self._side.form.text("dossier")
        self._doing.run(lambda: self._needs.case_money(text), self._ask_sum)

    def _ask_sum(self, money: CaseMoney) -> None:
        choices = tuple(Choice(kind, f"{words}: {dong(amount)} đ") for kind, words, amount in money.sums)
        text = f"{code_or_number(money.official, money.dossier)}, {money.procedure}"
        self._side.ask("Sửa khoản nào?", text, choices, lambda kind: self._ask_reason(money, kind))

    def _ask_reason(self, money: CaseMoney, kind: str) -> None:
        words = next(words for each, words, _ in money.sums if each == kind)
        self._side.ask(
            "Vì sao?", words, self._list.view.reasons, lambda reason: self._ask_side(money, kind, reason)
        )

    def _ask_side(self, money: CaseMoney, kind: str, reason: str) -> None:
        def chosen(side: str) -> None:
            words = next(words for each, words, _ in money.sums if each == kind)
            paid = dossier_payment_name(money.payment)
            self._side.fill(
                DutyForm(
                    f"amount:{money.dossier}:{kind}:{side}",
                    next(each.text for each in _SIDES if each.key == side),
                    {"amount": "", "receipt": ""},
                    "Ghi khoản sửa",
                    lambda: self._correct(money, kind, reason, side),
                    f"{words}, {paid.lower()}",
                )
            )

        self._side.ask("Trả lại hay thu thêm?", "", _SIDES, chosen)

    def _correct(self, money: CaseMoney, kind: str, reason: str, side: str) -> None:
        amount = self._side.form.number("amount")
        draft = CorrectionDraft(
            money.dossier,
            kind,
            reason,
            back_dong=amount if side == _BACK else 0,
            more_dong=amount if side == _MORE else 0,
            receipt=self._side.form.text("receipt"),
        )
        name = code_or_number(money.official, money.dossier)
        self._doing.run(
            lambda: self._needs.correct_fee(draft),
            lambda left: self.done.emit(f"Hồ sơ {name}: khoản này còn {dong(left)} đ."),
        )

    def _enter(self) -> None:
        dossier, receipt = self._side.form.text("dossier"), self._side.form.text("receipt")
        self._doing.run(
            lambda: self._needs.enter_receipt(dossier, receipt),
            lambda _: self.done.emit(f"Hồ sơ {dossier}: đã ghi số biên lai {receipt}."),
        )

    def _refuse(self, error: DeskError) -> None:
        """The two sums have one input: which of them it is was chosen before."""
        if error.field in {_BACK, _MORE}:
            error = DeskError(error.code, "amount", **error.details)
        self._side.refuse(error)
