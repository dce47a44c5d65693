"""The security log in words: what each event says, in two texts, what it was and the particulars of it.

No name of a person stands here but ids of users. This module must not know who shows them, nor what the letters A, B and C stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.permissions import Role
from kt1desk.services.audit_log import AuditKind
from kt1desk.services.wording import role_name, sentence

SYSTEM = "Chương trình"
"""Who did what nobody did: `Envelope.actor` ``system``."""
_MINUTE_MS = 60_000

KIND_NAMES: Mapping[AuditKind, str] = MappingProxyType(
    {
        AuditKind.SESSIONS: "Đăng nhập, đăng xuất",
        AuditKind.REFUSALS: "Bị từ chối quyền",
        AuditKind.USERS: "Người dùng, mật khẩu",
        AuditKind.OUT: "Dữ liệu đưa ra, xem, xóa",
        AuditKind.MACHINE: "Cài đặt, danh mục, đồng hồ",
        AuditKind.RECORDS: "Sao lưu, kiểm tra sổ",
    }
)

_LEFT = {
    "log_off": "đăng xuất",
    "switch": "đổi người",
    "revoked": "bị thôi quyền khi đang làm",
    "ended": "đóng chương trình",
}
_REVOKED = {
    "left": "nghỉ việc",
    "moved": "chuyển đi nơi khác",
    "suspended": "tạm đình chỉ",
    "idle": "45 ngày không đăng nhập",
    "centre": "theo danh sách của tỉnh",
}
_EXPORTS = {
    "audit": "nhật ký an ninh",
    "figures": "tệp số liệu gửi bưu điện tỉnh",
    "register": "sổ nghiệp vụ",
    "list_report": "báo cáo kết quả danh sách",
    "report": "báo cáo",
    "system_file": "tệp cho hệ thống khác",
    "unsent": "bản ghi chưa gửi, có mã một lần",
}
_SETTINGS = {
    ("printer", "label"): "máy in nhãn",
    ("printer", "receipt"): "máy in giấy",
    ("printer", "roll"): "máy in cuộn",
    ("devices", ""): "máy quét, cân",
    ("near", "folder"): "thư mục chung của điểm",
    ("line_access", ""): "đường mạng của bàn",
    ("database_key", ""): "khóa cơ sở dữ liệu",
    ("backup", "places"): "nơi sao lưu",
}
_PLACES = {
    "disk": "ổ đĩa thứ hai",
    "stick": "thẻ nhớ USB",
    "share": "thư mục mạng",
    "flight": "hộp ghi sự kiện",
}
_CATALOGUES = {"procedures": "thủ tục", "agencies": "cơ quan", "staff": "người dùng"}


@dataclass(frozen=True, slots=True)
class AuditWords:
    """One event in words. ``alarms`` where somebody should look into it."""

    what: str
    more: str = ""
    alarms: bool = False


def audit_words(event: Event) -> AuditWords:
    """What an event of the log says; one of a later program stands there by its type."""
    said = _SAID.get(event.envelope.type)
    return said(_Body(event.body())) if said else AuditWords(event.envelope.type)


@dataclass(frozen=True, slots=True)
class _Body:
    """Fields of an event's body as texts and figures; what is not there is empty."""

    values: Mapping[str, Json]

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def figure(self, name: str) -> int:
        value = self.values.get(name, 0)
        return value if isinstance(value, int) else 0

    def count(self, name: str) -> int:
        value = self.values.get(name, ())
        return len(value) if isinstance(value, list) else 0

    def named(self, name: str, words: Mapping[str, str]) -> str:
        return words.get(self.text(name), self.text(name))


def _opened(body: _Body) -> AuditWords:
    refused = body.figure("refused")
    how = "bằng mã khôi phục" if body.text("by") == "recovery" else "bằng mật khẩu"
    before = f", trước đó {refused} lần sai mật khẩu" if refused else ""
    return AuditWords("Đăng nhập", f"{how}{before}", bool(refused) or body.text("by") == "recovery")


def _closed(body: _Body) -> AuditWords:
    return AuditWords("Thôi làm việc", body.named("why", _LEFT), body.text("why") == "revoked")


def _refused(body: _Body) -> AuditWords:
    asked = sentence(DeskError("user.not_allowed", act=body.text("act")))
    act = asked.removeprefix("Tài khoản này không được ").partition(".")[0]
    why = {
        "user.clearance_missing": "chưa được phân công làm KT1",
        "user.clearance_expired": "phân công làm KT1 đã hết hạn",
        "user.above": "người kia có quyền cao hơn",
    }.get(body.text("code"), "vai trò không có quyền này")
    return AuditWords("Bị từ chối", f"{act}: {why}", alarms=True)


def _enrolled(body: _Body) -> AuditWords:
    roles = body.values.get("roles", ())
    known = {role.value for role in Role}
    listed = [role for role in roles if role in known] if isinstance(roles, list) else []
    names = ", ".join(role_name(Role(str(role))) for role in listed)
    until = "/".join(reversed(body.text("clearance_until").split("-")))
    kt1 = f"; làm KT1 đến {until}" if until else ""
    return AuditWords("Ghi người dùng", f"{body.text('user')}: {names}{kt1}")


def _revoked(body: _Body) -> AuditWords:
    return AuditWords("Thôi quyền người dùng", f"{body.text('user')}: {body.named('why', _REVOKED)}")


def _slot(body: _Body) -> AuditWords:
    holder = body.text("holder")
    if holder == "recovery":
        return AuditWords("Đổi mã khôi phục", f"lần thứ {body.figure('slot_version')}", alarms=True)
    return AuditWords("Đặt mật khẩu", f"của {holder}, lần thứ {body.figure('slot_version')}")


def _export(body: _Body) -> AuditWords:
    digits = body.text("sha256")[:12]
    return AuditWords(
        "Xuất dữ liệu", f"{body.named('what', _EXPORTS)}, {body.figure('rows')} dòng; tệp {digits}"
    )


def _identity(body: _Body) -> AuditWords:
    return AuditWords("Xem số định danh", f"đầy đủ, của người nộp một hồ sơ; lý do {body.text('reason')}")


def _erased(body: _Body) -> AuditWords:
    return AuditWords("Xóa dữ liệu cá nhân", f"hết hạn giữ, ở {body.count('events')} sự kiện")


def _setting(body: _Body) -> AuditWords:
    family, _, which = body.text("name").partition(".")
    return AuditWords("Đổi cài đặt", _SETTINGS.get((family, which), body.text("name")))


def _clock(body: _Body) -> AuditWords:
    back, forward = body.figure("back_ms"), body.figure("forward_ms")
    by = _minutes(back or forward)
    return AuditWords("Đồng hồ máy bị chỉnh", f"{'lùi' if back else 'tiến'} {by}", alarms=True)


def _imported(body: _Body) -> AuditWords:
    more = f"{body.named('kind', _CATALOGUES)}: nhận {body.figure('taken')}, từ chối {body.figure('refused')}"
    return AuditWords("Nhập danh mục", more)


def _document(body: _Body) -> AuditWords:
    return AuditWords("Nhận tài liệu của tỉnh", f"{body.text('name')}, bản {body.figure('version')}")


def _desk(body: _Body) -> AuditWords:
    if body.text("was"):
        return AuditWords("Khôi phục bàn", f"sau {body.text('was')}", alarms=True)
    return AuditWords("Mở bàn", f"chương trình {body.text('program')}")


def _backup(body: _Body) -> AuditWords:
    return AuditWords("Sao lưu", f"{body.named('place', _PLACES)}; đã đọc lại và kiểm tra")


def _no_backup(body: _Body) -> AuditWords:
    return AuditWords(
        "Không sao lưu được", f"{body.named('place', _PLACES)}: {body.text('code')}", alarms=True
    )


def _checked(body: _Body) -> AuditWords:
    read = f"{body.figure('kt1') + body.figure('counter')} sự kiện"
    if body.text("found"):
        return AuditWords("SỔ KHÔNG NGUYÊN VẸN", f"{body.text('found')} tại {body.text('at')}", alarms=True)
    return AuditWords("Kiểm tra sổ", f"{read}, nguyên vẹn")


def _again(_: _Body) -> AuditWords:
    return AuditWords("Ghi lại sau khôi phục", "các sự kiện đã gửi trước khi khôi phục", alarms=True)


def _aside(_: _Body) -> AuditWords:
    return AuditWords("Để riêng sau khôi phục", "các sự kiện không ghi lại được", alarms=True)


def _minutes(ms: int) -> str:
    minutes, rest = divmod(ms, _MINUTE_MS)
    return f"{minutes} phút" if minutes else f"{rest // 1_000} giây"


_SAID: Mapping[str, Callable[[_Body], AuditWords]] = MappingProxyType(
    {
        "session.opened": _opened,
        "session.closed": _closed,
        "act.refused": _refused,
        "user.enrolled": _enrolled,
        "user.revoked": _revoked,
        "key_slot.written": _slot,
        "export.made": _export,
        "dossier.identity_viewed": _identity,
        "dossier.persons_erased": _erased,
        "setting.changed": _setting,
        "clock.jumped": _clock,
        "reference.imported": _imported,
        "document.taken": _document,
        "desk.opened": _desk,
        "backup.made": _backup,
        "backup.failed": _no_backup,
        "records.checked": _checked,
        "journal.reissued": _again,
        "journal.set_aside": _aside,
    }
)
