"""What a new password must be like: the reason why one is refused, and what it lacks while it is typed."""

from __future__ import annotations

import unicodedata

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import Lacking, PasswordPolicy


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("123456789", "too_short"),
        (unicodedata.normalize("NFD", "ếếếế") + "abc", "too_short"),
        ("", "too_short"),
        ("aaaaaaaaaabb", "too_simple"),
        ("hôm nay Thu.Ha trực", "has_user"),
        ("x" * 257, "too_long"),
        ("mật khẩu\0của tôi", "bad_character"),
        ("mật khẩu\ncủa tôi", "bad_character"),
        ("mật khẩu \ud83d tôi", "bad_character"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(password: str, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        PasswordPolicy().check("thu.ha", password)

    assert (refused.value.code, refused.value.field) == (f"key.password_{code}", "password")


@pytest.mark.parametrize(("user", "refused"), [("an", False), ("hoa", False), ("hoan", True), ("", False)])
def test_a_short_name_stands_in_good_words_by_chance_and_bars_none(user: str, refused: bool) -> None:
    assert PasswordPolicy().lacking(user, "hoan hô con mèo").has_user is refused


@pytest.mark.parametrize("password", ["mười ký tự", "0123456789", "con mèo 🐈 trèo cây cau"])
def test_a_long_enough_password_may_contain_anything_one_can_type(password: str) -> None:
    PasswordPolicy().check("thu.ha", password)


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("", Lacking(chars=10, kinds=4)),
        ("aaa", Lacking(chars=7, kinds=3)),
        (unicodedata.normalize("NFD", "ếếếếếếếếếế"), Lacking(kinds=3)),
        ("thu.ha con mèo", Lacking(has_user=True)),
        ("x" * 257, Lacking(kinds=3, too_long=True)),
        ("con mèo trèo cây", Lacking()),
    ],
)
def test_what_is_lacking_is_told_with_figures_while_it_is_typed(typed: str, lacking: Lacking) -> None:
    found = PasswordPolicy().lacking("thu.ha", typed)

    assert found == lacking
    assert found.nothing == (lacking == Lacking())
