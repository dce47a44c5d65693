"""What the page «Sao lưu» says in its tables and beside them. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import count, local
from kt1desk.desktop.needs.backups import BackupCopy, BackupDone, BackupPlaceLine, BackupsView
from kt1desk.desktop.widgets import Column, Role, TableRow

PLACE_COLUMNS = (
    Column("Nơi", 140),
    Column("Thư mục", cut=True),
    Column("Bản tốt gần nhất", 236),
    Column("Tình trạng", 176),
)
COPY_COLUMNS = (
    Column("Lúc", 176),
    Column("Bàn, điểm", 156),
    Column("Đến việc thứ", 124, right=True),
    Column("Tên thư mục", cut=True),
)
_MINUTE_MS = 60_000
_HOUR_MIN, _DAY_HOURS = 60, 24
_STATE = 3


def ago(then_ms: int, now_ms: int) -> str:
    """How long since, in the largest unit that fits: ``25 phút trước``. A clock that was set back makes nothing of the future."""
    minutes = max(0, now_ms - then_ms) // _MINUTE_MS
    hours = minutes // _HOUR_MIN
    if not minutes:
        return "vừa xong"
    if not hours:
        return f"{minutes} phút trước"
    days = hours // _DAY_HOURS
    return f"{count(days)} ngày trước" if days else f"{hours} giờ trước"


def place_rows(view: BackupsView) -> list[TableRow]:
    """All places; one that nobody has set stands there muted."""
    return [_place(each, view) for each in view.places]


def state_of(line: BackupPlaceLine) -> tuple[str, Role]:
    """How a place stands, in two or three words."""
    if not line.folder:
        return "chưa đặt", Role.MUTED
    if line.failed:
        return ("không ghi được" if line.flight else "không sao lưu được"), Role.ERROR
    if line.flight:
        behind = (f"còn thiếu {count(line.behind)} việc", Role.WARN)
        return behind if line.behind else ("ghi kịp từng việc", Role.OK)
    if not line.good_ms:
        return "chưa có bản nào", Role.WARN
    return ("quá cũ", Role.WARN) if line.old else ("tốt", Role.OK)


def good_words(line: BackupPlaceLine, view: BackupsView) -> str:
    """The last good backup of a place, with its age."""
    if not line.good_ms:
        return "—"
    return f"{_at(line.good_ms, view)} · {ago(line.good_ms, view.now_ms)}"


def about_words(line: BackupPlaceLine, view: BackupsView) -> str:
    """The place beside the list: what it is good for, or how it stands."""
    if line.flight:
        return "Ghi từng việc ngay khi làm, để khôi phục được cả phần sau bản sao lưu. Đặt trên ổ hay USB khác với dữ liệu."
    if not line.folder:
        return "Chưa đặt: không bản sao nào được ghi ở đây."
    if not line.good_ms:
        return "Chưa có bản tốt nào."
    return f"Bản tốt lúc {_at(line.good_ms, view)}, {ago(line.good_ms, view.now_ms)}."


def trouble_words(line: BackupPlaceLine, view: BackupsView) -> str:
    """What is wrong with a place, since when, and what to do; empty where nothing is."""
    if not line.failed:
        return ""
    since = f"Từ sau {_at(line.good_ms, view)} không sao lưu được" if line.good_ms else ""
    tried = f"{'thử' if since else 'Thử'} gần nhất {_at(line.failed_ms, view)}" if line.failed_ms else ""
    heard = "; ".join(part for part in (since, tried) if part)
    return f"{heard}. {line.failed}" if heard else line.failed


def copy_rows(copies: Sequence[BackupCopy], offset_min: int) -> list[TableRow]:
    """What lies in a place; one that cannot be read says so."""
    return [_copy(each, offset_min) for each in copies]


def done_words(done: Sequence[BackupDone]) -> str:
    """Where a backup was made, and where none could be."""
    good = ", ".join(each.name for each in done if not each.failed)
    failed = ", ".join(each.name for each in done if each.failed)
    said = (good and f"Đã sao lưu và kiểm tra: {good}.", failed and f"Không sao lưu được: {failed}.")
    return " ".join(part for part in said if part)


def failed_words(done: Sequence[BackupDone]) -> str:
    """Why there is none, place by place; empty where each has one."""
    return "\n".join(f"{each.name}: {each.failed}" for each in done if each.failed)


def used_words(line: BackupPlaceLine, folder: str) -> str:
    """What follows from a folder that was set, or from one that is used no more."""
    if not folder:
        return f"{line.name}: thôi dùng. Những gì đã ghi ở đó vẫn còn."
    what = "Các việc được ghi vào đó ngay từ bây giờ" if line.flight else "Bản đầu tự được ghi trong giây lát"
    return f"{line.name}: đã đặt. {what}."


def _place(line: BackupPlaceLine, view: BackupsView) -> TableRow:
    state, role = state_of(line)
    cells = (line.name, line.folder or "—", good_words(line, view), state)
    muted = {} if line.folder else dict.fromkeys(range(_STATE), Role.MUTED)
    return TableRow(line.place, cells, {**muted, _STATE: role})


def _copy(copy: BackupCopy, offset_min: int) -> TableRow:
    if copy.wrong:
        return TableRow(copy.ref, ("không đọc được", "—", "—", copy.name), {0: Role.ERROR})
    when = f"{local(copy.made_ms, offset_min):%H:%M %d/%m/%Y}"
    return TableRow(copy.ref, (when, f"bàn {copy.desk}, {copy.point}", count(copy.events), copy.name))


def _at(at_ms: int, view: BackupsView) -> str:
    return f"{local(at_ms, view.offset_min):%H:%M %d/%m}"
