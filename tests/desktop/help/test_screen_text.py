"""What the help shows is called as it is called on the pages."""

from __future__ import annotations

from kt1desk.desktop.help.guide import Guide, Section
from kt1desk.desktop.help.screen_text import keys_of, page_of
from kt1desk.desktop.key_words import key_name
from kt1desk.desktop.page_keys import PageKey


def test_a_key_has_the_same_name_in_the_text_among_the_keys_and_on_the_pages() -> None:
    section = Section("one", "Một", 1, "1. `Space` chọn, `Ctrl+A` chọn hết.")
    text = page_of(Guide((section,)), section, 100)
    keys = keys_of([("Trang", [PageKey("Space", "chọn"), PageKey("F9", "lưu")])])

    assert key_name("Space") == "Dấu cách"
    for shown in (text, keys):
        assert "Dấu cách" in shown
        assert "Space" not in shown
    assert "Ctrl+A" in text
    assert "F9" in keys
