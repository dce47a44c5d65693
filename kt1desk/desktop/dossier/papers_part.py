"""The papers of a dossier: the table, the current line in full, papers added by hand, and why something missing is sent all the same.

It must not know how papers are checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dossier.paper_list import PaperList, asked_words, groups_of, is_any_missing
from kt1desk.desktop.dossier.paper_table import PaperTable
from kt1desk.desktop.dossier.spots import Spot, Unread, note_spot
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import Choice, Hint, Role
from kt1desk.domain.dossier import Form, InsistReason, PaperLine, Presence, count_papers
from kt1desk.domain.procedure import Procedure
from kt1desk.services.dossier_drafts import DossierDraft

_REASONS = (
    Choice(InsistReason.BRINGS_LATER.value, "Nộp sau", "1"),
    Choice(InsistReason.AUTHORITY_AGREED.value, "Cơ quan đồng ý", "2"),
    Choice(InsistReason.AUTHORITY_HAS_IT.value, "Cơ quan đã có", "3"),
    Choice(InsistReason.APPLICANT_WANTS.value, "Người nộp muốn", "4"),
)
_KEYS = (
    Hint("có như danh mục", "Dấu cách"),
    Hint("số bản", "0-9"),
    Hint("thiếu", "T"),
    Hint("không cần", "K"),
)
_LISTED_KEYS = (*_KEYS, Hint("bỏ", "Delete"))
_CASE_KEYS = (*_KEYS, Hint("chỉ trường hợp này", "G"))
_ADDED_KEYS = (Hint("số bản", "0-9"), Hint("bỏ giấy này", "Delete"))
_GUIDE = "Thiếu: hướng dẫn người nộp bổ sung, hoặc Ctrl+G tạm gác chờ. Người nộp vẫn gửi: chọn lý do."
_WANTED = "Còn giấy tờ chưa xem. D nếu đủ hết, hoặc trả lời từng dòng."
_NO_PAPER = "Chưa có giấy tờ nào. Ctrl+N thêm giấy đã nhận."


def papers_words(lines: Sequence[PaperLine]) -> str:
    """``7 giấy tờ · 9 bản``; what is missing first."""
    missing = sum(line.presence is Presence.MISSING for line in lines)
    brought = sum(line.presence is Presence.BROUGHT for line in lines)
    words = [f"thiếu {missing}"] if missing else []
    return " · ".join((*words, f"{brought} giấy tờ", f"{count_papers(lines)} bản"))


class PapersPart(QObject):
    """`edited`: an answer changed. `settled`: all papers are answered by one key."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWhat, owner: QObject) -> None:
        super().__init__(owner)
        self._ui = ui
        self._papers = PaperList()
        self._version: tuple[str, str] = ("", "")
        self.table = PaperTable(self._papers)
        ui.table_body.addWidget(self.table)
        ui.insist.set_choices(_REASONS)
        ui.insist.chosen.connect(lambda _: ui.insist_note.show_note(""))
        ui.insist.chosen.connect(self.edited)
        ui.insist.chosen.connect(self.settled)
        ui.says_all.show_note("đủ hết")
        ui.says_add.show_note("thêm giấy")
        ui.added.attach_note(ui.added_note)
        ui.added.returnPressed.connect(self._add)
        self.table.answered.connect(self._answered)
        self.table.moved.connect(partial(_show_line, ui, self.table, self._papers))
        self.table.all_wanted.connect(self.all_there)
        self.clear()

    def clear(self) -> None:
        """No list."""
        self.ask(None)

    def ask(self, procedure: Procedure | None) -> None:
        """Ask for the papers of a procedure; the same version again keeps its answers."""
        version = (procedure.code, procedure.version) if procedure is not None else ("", "")
        if version == self._version and procedure is not None:
            return
        self._version = version
        self._papers.ask(procedure)
        self._ui.insist.set_value(None)
        self._ui.insist_note.show_note("")
        self.close_added()
        self._refresh()

    def put(self, lines: tuple[PaperLine, ...], insists: InsistReason | None) -> None:
        """Answers given earlier, to the procedure that is asked for now."""
        self._papers.put(lines)
        self._ui.insist.set_value(insists.value if insists is not None else None)
        self._refresh()
        self.table.go_to_open()

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`. Where only a result is fetched nothing is handed over."""
        if draft.form is Form.RETURN:
            return replace(draft, papers=(), insists=None)
        reason, lines = self._ui.insist.value(), self._papers.lines()
        insists = InsistReason(reason) if reason and is_any_missing(lines) else None
        return replace(draft, papers=lines, insists=insists)

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`: any text will do."""
        return ()

    def steps(self) -> tuple[Step, ...]:
        """These inputs on the way of Enter."""
        ui = self._ui
        return (
            Step(self.table, lambda: _is_wanting(self._papers), self._leave_table),
            Step(ui.insist, lambda: is_any_missing(self._papers.lines()) and ui.insist.value() is None),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `kt1desk.desktop.dossier.spots.Part`."""
        ui = self._ui
        return {
            "papers": note_spot(self.table, ui.papers_note),
            "insists": note_spot(ui.insist, ui.insist_note),
        }

    def all_there(self) -> None:
        """Everything not answered yet is there as published."""
        self._papers.all_as_published()
        self._answered()
        self.settled.emit()

    def begin_added(self) -> None:
        """A paper that the list does not have: its name is asked for."""
        self._ui.foot.setCurrentWidget(self._ui.foot_add)
        self._ui.added.setFocus()

    def close_added(self) -> bool:
        """Shut the question for a name; False where it was not open."""
        ui = self._ui
        if ui.foot.currentWidget() is not ui.foot_add:
            return False
        had_focus = ui.added.hasFocus()
        ui.added.clear()
        ui.added.show_idle()
        ui.foot.setCurrentWidget(ui.foot_line)
        if had_focus:
            self.table.setFocus()
        return True

    def _add(self) -> None:
        name = " ".join(self._ui.added.text().split())
        if not name:
            self._ui.added.show_error("Gõ tên giấy tờ, hoặc Esc để thôi.")
            return
        key = self._papers.add(name)
        self.close_added()
        self.table.refresh(key)
        self.table.setFocus()
        self._answered()

    def _leave_table(self) -> bool:
        if self.table.go_to_open() or _is_wanting(self._papers):
            self._ui.papers_note.show_note(_WANTED if self._papers.listed() else _NO_PAPER, Role.WARN)
            return False
        return True

    def _answered(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        ui, waiting = self._ui, len(self._papers.unanswered())
        self.table.refresh()
        listed = len(self._papers.listed())
        note = f"còn {waiting} trong {listed} chưa xem" if waiting else papers_words(self._papers.lines())
        ui.papers_note.show_note(note if listed or self._papers.added() else "")
        ui.insist_block.setVisible(is_any_missing(self._papers.lines()))


def _is_wanting(papers: PaperList) -> bool:
    return bool(papers.unanswered()) or not papers.lines()


def _show_line(ui: Ui_DossierWhat, table: PaperTable, papers: PaperList) -> None:
    """Below the table the whole name of the line at hand, and the keys that answer it."""
    key = table.current_key()
    paper = next((paper for paper in papers.listed() if paper.key == key), None)
    line = papers.answer(key)
    if paper is not None:
        asked = asked_words(paper)
        ui.paper_text.setText(f"{paper.name} ({asked})" if asked else paper.name)
    else:
        ui.paper_text.setText(line.name if line is not None else "")
    if line is not None and line.presence is Presence.MISSING:
        ui.paper_keys.show_note(_GUIDE, Role.WARN)
    elif paper is None and line is not None:
        ui.paper_keys.show_keys(_ADDED_KEYS)
    else:
        ui.paper_keys.show_keys(_CASE_KEYS if groups_of(papers.listed()) else _LISTED_KEYS)
