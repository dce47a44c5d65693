"""What the page of lists needs, in memory: a list of any length, and a run that a test lets go line by line."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from kt1desk.desktop.needs import (
    BroughtList,
    LineShape,
    ListLine,
    ListTask,
    ListView,
    ListWatch,
    WantedColumns,
)
from kt1desk.domain.errors import DeskError

_SENDERS = ("Sở Nội vụ", "Sở Tài chính", "VP Tỉnh ủy")
_RECEIVERS = ("UBND xã Hữu Liên", "UBND xã Văn Lãng", "TAND tỉnh", "Công an tỉnh", "Ban Tổ chức TU")
_WRONG = {
    4: (
        "Khối lượng (g)",
        "Khối lượng phải là số gam nguyên như 340, không có dấu chấm, dấu phẩy. Sửa ô này.",
    ),
    9: ("Cơ quan nhận", "Có 2 cơ quan cùng tên này. Ghi mã gọi thay cho tên."),
    15: ("Địa chỉ nhận", "Địa chỉ khác với địa chỉ đăng ký của cơ quan này. Xóa ô địa chỉ."),
}
ACCEPTED_BEFORE = "Dòng này đã nhận từ trước với số MX 000 000 513 VN, không nhận lại. Nếu là việc khác, ghi số danh sách khác."


def line(at: int) -> ListLine:
    """The how-many-eth line of the example: 4, 9 and 15 are wrong, 2 came before."""
    made = ListLine(
        at + 1,
        LineShape.READY,
        _SENDERS[at % 3],
        _RECEIVERS[at % 5],
        120 + 10 * at,
        16_500 + 7_000 * (at % 4),
        16_500 + 7_000 * (at % 4) if at % 6 == 0 else 0,
    )
    if at in _WRONG:
        place, reason = _WRONG[at]
        return replace(made, shape=LineShape.REFUSED, total_dong=0, cash_dong=0, place=place, reason=reason)
    if at == 2:
        return replace(
            made,
            shape=LineShape.REPEAT,
            total_dong=0,
            cash_dong=0,
            number="MX000000513VN",
            reason=ACCEPTED_BEFORE,
        )
    return made


def example(count: int = 24, warnings: tuple[str, ...] = ()) -> ListView:
    """A list of an agency that was looked at."""
    return ListView(
        ListTask.ACCEPT,
        "bưu gửi KT1",
        "so-noi-vu-27.xlsx",
        ("Người gửi", "Người nhận"),
        tuple(line(at) for at in range(1, count + 1)),
        warnings,
        "Đã xem ngoài từng bì",
    )


def catalogue(count: int = 20) -> ListView:
    """A catalogue of procedures that was read."""
    lines = tuple(
        ListLine(
            at + 1,
            LineShape.WAITING,
            f"1.00{1600 + at}",
            f"Cấp giấy phép số {at}",
        )
        for at in range(1, count + 1)
    )
    titles = ("Mã thủ tục", "Tên thủ tục")
    return ListView(ListTask.PROCEDURES, "danh mục thủ tục", "thu-tuc-2026.xlsx", titles, lines)


@dataclass(frozen=True)
class FakeBrought:
    """A list in memory."""

    view: ListView
    owner: FakeLists

    def take(self, watch: ListWatch, *, checked: bool) -> BroughtList:
        if self.view.asks and not checked:
            raise DeskError("batch.not_checked")
        self.owner.taken += 1
        done = []
        for at, each in enumerate(self.view.lines):
            watch.step(at, len(self.view.lines))
            if each.shape in {LineShape.READY, LineShape.WAITING}:
                self.owner.hold(watch)
                outcome = _stopped(each) if watch.stopped else self.owner.outcome(each)
                if not watch.stopped:
                    watch.tell(outcome)
                done.append(outcome)
            else:
                done.append(each)
        return replace(self, view=replace(self.view, lines=tuple(done)))

    def save_report(self, path: str) -> None:
        if PurePath(path).suffix not in {".xlsx", ".csv"}:
            raise DeskError("batch.report_ending", "report")
        self.owner.reports.append(path)


@dataclass
class FakeLists:
    """Lists by path; a path that is not known cannot be read. Whoever may not import is refused."""

    files: dict[str, ListView] = field(default_factory=dict)
    may_import: bool = True
    asked: list[tuple[ListTask, str, str]] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    taken: int = 0
    let_go: Callable[[], Sequence[threading.Event]] = tuple
    """Events that a run waits for, one for each line that it takes; none for a run that does not wait."""

    def wanted(self, task: ListTask) -> Sequence[WantedColumns]:
        if task is not ListTask.ACCEPT and not self.may_import:
            raise DeskError("user.not_allowed", "user", act="import_reference")
        return (
            WantedColumns("bưu gửi KT1", ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)")),
            WantedColumns("hồ sơ TTHC", ("Hình thức", "Mã thủ tục", "Người nộp")),
        )

    def look(self, task: ListTask, path: str, list_id: str, watch: ListWatch) -> BroughtList:
        self.asked.append((task, path, list_id))
        self.wanted(task)
        if path not in self.files:
            raise DeskError("file.gone", "file")
        view = self.files[path]
        watch.step(len(view.lines), len(view.lines))
        return FakeBrought(view, self)

    def hold(self, watch: ListWatch) -> None:
        gates = self.let_go()
        for gate in gates:
            while not gate.wait(0.01) and not watch.stopped:
                pass

    def outcome(self, each: ListLine) -> ListLine:
        if each.shape is LineShape.WAITING:
            return replace(each, shape=LineShape.TAKEN)
        return replace(each, shape=LineShape.ACCEPTED, number=f"MX{each.line:09}VN")


def _stopped(each: ListLine) -> ListLine:
    reason = "Đã dừng theo yêu cầu; dòng này chưa nhận. Nhập lại tệp để nhận các dòng còn lại."
    return replace(each, shape=LineShape.LEFT, reason=reason)


@dataclass
class Turnstile:
    """Lets so many lines through as a test says; `FakeLists.let_go` of a run that waits."""

    free: int = 0
    _passed: int = 0

    def __call__(self) -> Sequence[threading.Event]:
        gate = threading.Event()
        self._waiting = gate
        self._passed += 1
        if self._passed <= self.free:
            gate.set()
        return (gate,)

    def let(self, more: int) -> None:
        """So many lines more."""
        self.free += more
        if self._passed <= self.free:
            self._waiting.set()
