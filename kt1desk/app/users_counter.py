"""What the page «Người dùng» needs, on the desk's store and its key slots.

A slot is always written or dropped before the journal says so: a slot that is newer than the journal says opens the desk, an older one
bars everybody. This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from kt1desk.app.centre_staff import DeskStaff
from kt1desk.app.current_slots import CurrentSlots
from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_words import moment_words
from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.users import Passwords, UserForm, UserLine, UsersView
from kt1desk.desktop.needs.window import Tone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.services.set_up import NewUser
from kt1desk.services.staff import Staff
from kt1desk.services.users import HERE, IDLE_DAYS, KnownUser, Users, Why
from kt1desk.services.wording import role_name, sentence
from kt1desk.services.wording_users import WHYS
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.key_format import read_slots
from kt1desk.store.key_renewal import expected_s, put_out
from kt1desk.store.keys import KeyRing

_OWN = "own"


class UsersCounter:
    """Implements `kt1desk.desktop.needs.users.UsersNeeds`."""

    def __init__(self, desk: OpenDesk, folder: DataFolder, keys: KeyRing) -> None:
        self._desk = desk
        self._folder = folder
        self._keys = keys
        self._slots = CurrentSlots(keys, desk.store)
        self._users = Users(desk.store, desk.clock)
        self._staff = Staff(desk.store, desk.clock)
        self._lists = DeskStaff(desk.store, folder, keys)

    def users(self) -> UsersView:
        """See the port."""
        known = self._users.known(self._desk.session, self._keys.users())
        knew = put_out(read_slots(self._folder))
        return UsersView(tuple(self._line(each, knew) for each in known), *self._of_centre())

    def roles(self) -> Sequence[Choice]:
        """See the port."""
        return [Choice(role.value, role_name(role)) for role in Role]

    def reasons(self) -> Sequence[Choice]:
        """See the port."""
        return [Choice(why.value, WHYS[why.value]) for why in HERE]

    def enrol(self, form: UserForm, passwords: Passwords) -> None:
        """See the port."""
        session = self._desk.session
        new = NewUser(form.user, form.name, frozenset(map(Role, form.roles)))
        user = self._users.check_enrol(session, new)
        version = self._written(user, passwords)
        self._users.enrol(session, new)
        self._staff.password_written(session, user, version)

    def change_roles(self, user: str, roles: Collection[str]) -> None:
        """See the port."""
        self._users.change_roles(self._desk.session, user, frozenset(map(Role, roles)))

    def give_password(self, user: str, passwords: Passwords) -> None:
        """See the port."""
        session = self._desk.session
        if (
            user == session.actor.user_id
        ):  # a given one opens nothing before the next log-in: not even his own curtain
            raise DeskError("user.own_password", "user")
        self._staff.check_password_for(session, user)
        self._staff.password_written(session, user, self._written(user, passwords))

    def revoke(self, user: str, why: str) -> int:
        """See the port."""
        revoke(self._desk, self._folder, user, _why(why))
        return expected_s(self._folder)

    def _written(self, user: str, passwords: Passwords) -> int:
        """The version of the slot that was written with the key that the other password opened."""
        try:
            dek = self._slots.unlock(self._desk.session.actor.user_id, passwords.own)
        except DeskError as error:
            if error.code.startswith("login."):
                raise DeskError(error.code, _OWN, **error.details) from error
            raise
        with self._desk.store.read() as reader:
            known = reader.slot_versions().get(user, 0)
        return self._keys.write_slot(user, passwords.password, dek, given=True, after=known)

    def _of_centre(self) -> tuple[str, bool]:
        """What the province last said of the users, and whether something must be done before that counts here."""
        lists = self._lists.lists()
        newest = lists.newest
        if (refusal := self._lists.refusal(lists)) is not None:
            return sentence(refusal), True
        if newest is None:
            return "", False
        counts = "sẽ theo ở lần đăng nhập sau" if lists.is_waiting else "bàn đang theo"
        return (
            f"Số {newest.issue}, ký ngày {newest.day:%d/%m/%Y}, {len(newest.people)} người; {counts}.",
            False,
        )

    def _line(self, known: KnownUser, knew: Collection[str]) -> UserLine:
        row = known.row
        state, tone = _state(known)
        last = moment_words(known.last_ms, self._desk.clock.now()) if known.last_ms else ""
        cleared = f"{date.fromisoformat(row.clearance_until):%d/%m/%Y}" if row.clearance_until else ""
        return UserLine(
            user=row.user,
            name=row.name,
            roles=row.roles,
            roles_text=", ".join(role_name(Role(role)) for role in row.roles),
            cleared=cleared if row.active else "",
            last=last,
            state=state,
            tone=tone,
            advice=_advice(known, knows_key=row.user in knew),
            active=row.active,
            has_password=known.has_slot,
        )


def revoke(desk: OpenDesk, folder: DataFolder, user: str, why: Why) -> None:
    """From now on this user does not log in: no password opens the desk for him, and the journal says so.

    Raises:
        DeskError: as `Users.revoke`; ``key.*``.
    """
    users = Users(desk.store, desk.clock)
    drop_slot(folder, user, users.check_revoke(desk.session, user, why))
    users.revoke(desk.session, user, why)


def _why(text: str) -> Why:
    try:
        return Why(text)
    except ValueError as error:
        raise DeskError("code.unknown", "why") from error


def _advice(known: KnownUser, *, knows_key: bool) -> str:
    if known.idle:
        return f"Hơn {IDLE_DAYS} ngày không đăng nhập. Cho thôi nếu người ấy không còn làm ở đây."
    if knows_key and not known.row.active:
        return "Khóa cơ sở dữ liệu chưa đổi từ khi người ấy thôi; máy đổi lúc đăng xuất. Còn thấy dòng này: kt1desk keys renew."
    return ""


def _state(known: KnownUser) -> tuple[str, Tone]:
    if not known.row.active:
        return "đã thôi", Tone.CALM
    if not known.has_slot:
        return "chưa có mật khẩu", Tone.WARN
    return ("lâu không vào", Tone.WARN) if known.idle else ("đang làm", Tone.GOOD)
