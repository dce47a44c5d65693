"""Vietnamese words go through a pipe of Windows, whose code page has no letters for them."""

from __future__ import annotations

import io
import sys

import pytest

from kt1desk.app.streams import speak_utf8


def test_what_is_said_into_a_pipe_of_an_old_code_page_is_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, "cp1252"))
    monkeypatch.setattr(sys, "stderr", None)  # a program without a console
    with pytest.raises(UnicodeEncodeError):
        print("ĐẠT")

    speak_utf8()
    print("ĐẠT cả 13 bước", flush=True)

    assert pipe.getvalue().decode("utf-8").strip() == "ĐẠT cả 13 bước"


def test_a_password_that_is_piped_in_is_read_as_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("mật khẩu\n".encode()), "cp1252"))

    speak_utf8()

    assert input() == "mật khẩu"
