"""The users of a desk in memory, for tests of their page alone: what it shows is what a test sets, what is done is written down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.users import Passwords, UserForm, UserLine, UsersView
from kt1desk.desktop.needs.window import Tone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.services.users import HERE, IDLE_DAYS
from kt1desk.services.wording import role_name
from kt1desk.services.wording_users import WHYS


def line(user: str, name: str, *roles: Role, **changes: object) -> UserLine:
    """Somebody at work, changed as a test wants."""
    values: dict[str, object] = {
        "cleared": "31/12/2027",
        "last": "07:52",
        "state": "đang làm",
        "tone": Tone.GOOD,
        "advice": "",
        "active": True,
        "has_password": True,
    } | changes
    text = ", ".join(map(role_name, roles))
    return UserLine(user, name, tuple(role.value for role in roles), text, **values)  # type: ignore[arg-type]


PEOPLE = (
    line("bich.lanh", "Lành Thị Bích", Role.HEAD, last="08:10 20/11"),
    line("ha.hoang", "Hoàng Thị Hà", Role.CLERK),
    line(
        "duc.luong",
        "Lương Minh Đức",
        Role.INSPECTOR,
        cleared="",
        last="09:31 02/10",
        state="lâu không vào",
        tone=Tone.WARN,
        advice=f"Hơn {IDLE_DAYS} ngày không đăng nhập. Cho thôi nếu người ấy không còn làm ở đây.",
    ),
    line(
        "minh.nong",
        "Nông Văn Minh",
        Role.CLERK,
        cleared="",
        last="",
        state="chưa có mật khẩu",
        tone=Tone.WARN,
        has_password=False,
    ),
    line("son.ly", "Lý Ngọc Sơn", Role.CLERK, Role.HEAD, Role.ADMINISTRATOR),
    line(
        "tuan.vi",
        "Vi Văn Tuấn",
        Role.CLERK,
        cleared="",
        last="16:48 30/09",
        state="đã thôi",
        tone=Tone.CALM,
        active=False,
        has_password=False,
    ),
)
FROM_CENTRE = "Số 4, ký ngày 20/11/2026, 6 người; bàn đang theo."
EVERYBODY = UsersView(PEOPLE, FROM_CENTRE)


@dataclass
class FakeUsers:
    """Implements `kt1desk.desktop.needs.users.UsersNeeds`."""

    view: UsersView = EVERYBODY
    refusal: DeskError | None = None
    done: list[tuple[object, ...]] = field(default_factory=list)

    def users(self) -> UsersView:
        """See the port."""
        return self.view

    def roles(self) -> Sequence[Choice]:
        """See the port."""
        return [Choice(role.value, role_name(role)) for role in Role]

    def reasons(self) -> Sequence[Choice]:
        """See the port."""
        return [Choice(why.value, WHYS[why.value]) for why in HERE]

    def enrol(self, form: UserForm, passwords: Passwords) -> None:
        """See the port."""
        self._do("enrol", form, passwords)

    def change_roles(self, user: str, roles: Collection[str]) -> None:
        """See the port."""
        self._do("roles", user, tuple(roles))

    def give_password(self, user: str, passwords: Passwords) -> None:
        """See the port."""
        self._do("password", user, passwords)

    def revoke(self, user: str, why: str) -> int:
        """See the port."""
        self._do("revoke", user, why)
        return 3

    def _do(self, *act: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(act)


class NotManaging(FakeUsers):
    """For whoever does not manage users."""

    def users(self) -> UsersView:
        """See the port."""
        raise DeskError("user.not_allowed", "user", act="manage_users")
