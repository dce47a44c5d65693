"""How many of how many, large enough to be read from a step away, and what the last scan came to, in words and colour."""

from __future__ import annotations

from kt1desk.desktop.forms.one_stop_take_side import Ui_TakeSide
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.one_stop.rows import code_or_number
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.services.result_scans import ResultScan


class TakeCount:
    """The card of the count."""

    def __init__(self, ui: Ui_TakeSide) -> None:
        self._ui = ui
        self.say("", good=True)

    def show(self, taken: int, expected: int, missing: int) -> None:
        """How far it is."""
        ui = self._ui
        ui.count.setText(f"{count(taken)} / {count(expected)}" if expected else count(taken))
        ui.count.setAccessibleName(f"Đã nhận {taken} trên {expected} kết quả")
        notes = []
        if expected and taken != expected:
            left = expected - taken
            notes.append(
                f"Còn {count(left)} theo danh sách." if left > 0 else f"Hơn danh sách {count(-left)}."
            )
        if missing:
            notes.append(f"{count(missing)} hồ sơ đến hẹn chưa thấy kết quả.")
        ui.count_note.setText("\n".join(notes))
        ui.count_note.setVisible(bool(notes))

    def say(self, sentence: str, *, good: bool) -> None:
        """What the last scan came to."""
        ui = self._ui
        set_role(ui.last_scan, Role.OK_BOX if good else Role.ERROR_BOX)
        ui.last_scan.setText(sentence)
        # a card in a column does not grow for a label that wraps: its lines would be cut at both ends
        ui.last_scan.setMinimumHeight(ui.last_scan.heightForWidth(ui.count.width()) if sentence else 0)
        ui.last_scan.setVisible(bool(sentence))


def taken_words(scan: ResultScan) -> str:
    """``BQ 001 000 014 VN`` with its code and whom it is for, on lines of their own."""
    known = code_or_number(scan.official, scan.dossier) or "theo nhãn, dữ liệu tới sau sẽ khớp vào"
    return "\n".join(filter(None, (item_number(scan.item), known, scan.applicant)))
