"""Another user takes over: his password goes through a pipe and nowhere else, what the first one had half typed stays his."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kt1desk.app.handing_over import NextUser, received, words_again
from kt1desk.app.options import NEXT_FROM, NEXT_USER, Options, desk_asked_for

SECRET = "mật khẩu của người sau"


def _options(words: list[str]) -> Options:
    asked = desk_asked_for(words)
    assert asked is not None
    return asked


@pytest.mark.skipif(os.name == "nt", reason="the password is typed once more there")
def test_the_password_waits_in_a_pipe_and_is_read_once() -> None:
    words = NextUser("minh", SECRET).words()
    options = _options(words)

    first, again = received(options), received(options)

    assert first == NextUser("minh", SECRET)
    assert again == NextUser("minh")
    assert not any(SECRET in word for word in words)
    assert SECRET not in repr(first)


def test_nobody_takes_over_a_program_that_was_started_by_hand() -> None:
    assert received(_options([])) is None
    assert received(_options([f"{NEXT_USER}=minh", f"{NEXT_FROM}=0"])) == NextUser("minh")
    assert received(_options([f"{NEXT_USER}=minh", f"{NEXT_FROM}=987"])) == NextUser("minh")


def test_a_change_of_users_is_told_once(tmp_path: Path) -> None:
    words = ["--trial", "--data-dir", str(tmp_path)]
    switched = words_again(words, NextUser("minh", SECRET))
    options = _options(switched)
    received(options)

    assert switched[:3] == words
    assert options.next_user == "minh"
    assert words_again(switched, None) == words
