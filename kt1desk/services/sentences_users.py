"""Sentences for the users of a desk: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

USERS: Mapping[str, str] = MappingProxyType(
    {
        "user.own_rights": "Không ai tự bỏ quyền của chính mình. Nhờ người quản trị khác làm việc này.",
        "user.own_password": "Mật khẩu của chính mình thì đổi ở trang «Mật khẩu của tôi», cạnh trang này.",
        "user.last_manager": "Bàn phải còn ít nhất một người quản lý được người dùng. Giao quyền cho người khác trước.",
    }
)
