"""`kt1desk guide`: the guide as a paper, with contents that lead to the pages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.app import guide_command
from kt1desk.app.guide_pdf import TITLE, guide_pdf
from kt1desk.desktop.help.guide import Guide, Section
from kt1desk.services.sentences import SENTENCES

SMALL = Guide(
    [
        Section("one", "Chương một", 1, "Bấm `F9` rồi **chờ**.\n\n> Đừng tắt máy < 3 phút"),
        Section("part", "Mục một", 2, "1. Một\n2. Hai\n\n- Ba\n\n| Phím | Việc |\n|--|--|\n| `F2` | nhận |"),
        Section("two", "Chương hai", 1, "Hết."),
    ]
)


def text_of(path: Path) -> list[str]:
    """The pages as text."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\f")[:-1]


def test_each_chapter_begins_on_a_page_that_the_contents_name(tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"
    path.write_bytes(guide_pdf(SMALL, "1.2"))
    cover, contents, one, two = text_of(path)

    assert TITLE in cover
    assert "1.2" in cover
    assert re.findall(r"(Chương một|Mục một|Chương hai)[ .]*(\d)", contents) == [
        ("Chương một", "3"),
        ("Mục một", "3"),
        ("Chương hai", "4"),
    ]
    assert "Đừng tắt máy < 3 phút" in one
    assert all(word in one for word in ("F9", "1.", "Hai", "Ba", "nhận"))
    assert "Hết." in two


def test_the_same_guide_gives_the_same_bytes() -> None:
    assert guide_pdf(SMALL, "1.2") == guide_pdf(SMALL, "1.2")


def test_a_folder_that_cannot_be_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guide_command, "guide_pdf", lambda *_: b"")
    (tmp_path / "file").touch()

    code = main(["guide", "--out", str(tmp_path / "file" / "huong-dan.pdf")])

    assert code == 1
    assert capsys.readouterr().err.strip() == SENTENCES["province.folder"]


@pytest.mark.soak
def test_the_command_writes_the_whole_guide_with_its_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "huong-dan.pdf"

    code = main(["guide", "--out", str(out)])

    assert code == 0
    assert str(out) in capsys.readouterr().out
    assert "Nhận bưu gửi KT1" in "".join(text_of(out))
