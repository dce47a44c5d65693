"""Texts planted at a desk, every form in which one of them could be read in a file, and a search for those."""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from kt1desk.domain.identifiers import S10
from kt1desk.domain.text import fold


@dataclass(frozen=True)
class Planted:
    """Who hands in, who receives, the sending agency as its row has it, who applies, and a password. Invented, and nowhere else here."""

    person: str = "Đàm Thị Xuân Quỳ"
    phone: str = "0946 318 275"
    receiver: str = "Hội Khuyến nhạc Thuỷ Ngư"
    address: str = "Ngõ Bảy Mươi Chín, phố Đèo Giang"
    agency: str = "Sở Nội vụ tỉnh Lạng Sơn"
    applicant: str = "Lục Thị Xuyến Chi"
    identity: str = "020190717293"
    applicant_phone: str = "0387415926"
    home: str = "Số 911, hẻm Đồi Sim Tím"
    secret_party: str = "Trạm Quan trắc Thuỷ văn Đèo Sài Hồ"
    password: str = "hoa-mận-nở-Đồng-Đăng-58"

    def texts(self) -> tuple[str, ...]:
        return astuple(self)


def forms_of(number: str) -> tuple[str, ...]:
    """A number with and without its blanks."""
    return number, S10.parse(number).grouped


def _spellings(text: str) -> Iterator[str]:
    """As typed, decomposed, as the search folds it, and as JSON escapes it."""
    yield from (text, unicodedata.normalize("NFD", text), text.upper(), fold(text))
    yield json.dumps(text)[1:-1]


def _base64(data: bytes, alphabet: bytes | None) -> Iterator[bytes]:
    """The characters that the bytes alone decide, at each of the three places they can begin in a group of three."""
    for before in range(3):
        text = base64.b64encode(bytes(before) + data, altchars=alphabet)
        ends = len(text) - (4 if (before + len(data)) % 3 else 0)
        yield text[4 if before else 0 : ends]


def patterns(texts: Iterable[str]) -> dict[bytes, str]:
    """Every run of bytes to look for, with what it would give away."""
    found: dict[bytes, str] = {}
    for text in texts:
        for spelling in _spellings(text):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                data = spelling.encode(encoding)
                found[data] = f"{text} ({encoding})"
                found[data.hex().encode()] = f"{text} ({encoding}, hex)"
                for alphabet in (None, b"-_"):
                    found.update(dict.fromkeys(_base64(data, alphabet), f"{text} ({encoding}, base64)"))
    return found


@dataclass(frozen=True)
class Searched:
    """What was looked through, and what was readable there."""

    files: int
    size: int
    hits: tuple[str, ...]


def search_files(paths: Iterable[Path], wanted: dict[bytes, str]) -> Searched:
    """Look for every pattern in every file, its name included."""
    files, size, hits = 0, 0, []
    for path in paths:
        data = path.read_bytes()
        files, size = files + 1, size + len(data)
        named = path.name.encode()
        hits += [f"{path}: {what}" for form, what in wanted.items() if form in data or form in named]
    return Searched(files, size, tuple(hits))


def files_below(*folders: Path) -> list[Path]:
    """All regular files."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def files_held_by(pid: int, *folders: Path) -> list[Path]:
    """What a process has open below the folders, files without a name any more included."""
    roots = tuple(str(folder) for folder in folders)
    links = list(Path(f"/proc/{pid}/fd").iterdir())
    return [link for link in links if os.path.realpath(link).startswith(roots) and link.is_file()]
