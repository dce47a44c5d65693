"""The self-test's steps on what was installed: files against their notes, libraries, typefaces.

This module must load with nothing but the standard library and the program's own lowest modules: it says which library does not load.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from kt1desk.app.installed import Differences, base_folder, compared, version_folder
from kt1desk.app.self_test_steps import Found, StepError, Verdict
from kt1desk.config import resources

_SHOWN = 5
LIBRARIES = (
    *(
        ("PySide6.QtWidgets", "PySide6-Essentials"),
        ("sqlcipher3", "sqlcipher3"),
        ("sqlalchemy", "SQLAlchemy"),
    ),
    *(
        ("alembic", "alembic"),
        ("cryptography", "cryptography"),
        ("argon2", "argon2-cffi"),
        ("psycopg", "psycopg"),
    ),
    *(("psycopg_binary", "psycopg-binary"), ("PIL.Image", "pillow"), ("reportlab", "reportlab")),
    *(
        ("zxingcpp", "zxing-cpp"),
        ("barcode", "python-barcode"),
        ("segno", "segno"),
        ("ppf.datamatrix", "ppf-datamatrix"),
    ),
    *(("serial", "pyserial"), ("cbor2", "cbor2"), ("base45", "base45"), ("openpyxl", "openpyxl")),
    *((("win32print", "pywin32"),) if sys.platform == "win32" else ()),
)
"""Module and the name of its distribution."""
TYPEFACES = (
    *("KT1Sans-Regular.ttf", "KT1Sans-Medium.ttf", "KT1Sans-SemiBold.ttf", "KT1Sans-Bold.ttf"),
    "IBMPlexSansCondensed-Medium.ttf",
)
_LETTERS = "ẲỗữợđĐỳỵ"


def files_are_sound() -> Found:
    """Every file of this version and of its base, by SHA-256."""
    version, base = version_folder(), base_folder()
    if version is None or base is None:
        return Found("chạy từ mã nguồn, không có danh sách tệp để so", Verdict.NOTE)
    both = [(version, compared(version, "version.json")), (base, compared(base, "base.json"))]
    wrong = [told for folder, found in both for told in _wrong(folder, found)]
    if wrong:
        more = f" và {len(wrong) - _SHOWN} tệp nữa" if len(wrong) > _SHOWN else ""
        raise StepError(", ".join(wrong[:_SHOWN]) + more)
    count = sum(found.sound for _, found in both)
    surplus = [f"{folder.name}/{name}" for folder, found in both for name in found.surplus]
    if surplus:
        return Found(
            f"{count} tệp đúng; thừa {len(surplus)} tệp: {', '.join(surplus[:_SHOWN])}", Verdict.NOTE
        )
    return Found(f"{count} tệp đúng với danh sách")


def _wrong(folder: Path, found: Differences) -> list[str]:
    return [
        *(f"thiếu {folder.name}/{name}" for name in found.missing),
        *(f"sai nội dung {folder.name}/{name}" for name in found.changed),
    ]


def libraries_load(wanted: Sequence[tuple[str, str]] = LIBRARIES) -> Found:
    """Load every library the program needs and say which version it is."""
    told, broken = [], []
    for module, name in wanted:
        try:
            loaded = importlib.import_module(module)
        except Exception as error:  # noqa: BLE001  a broken library raises what it likes
            broken.append(f"{name} ({type(error).__name__}: {' '.join(str(error).split())[:120]})")
        else:
            told.append(f"{name} {_version(name) or getattr(loaded, '__version__', '')}".strip())
    if broken:
        raise StepError("không nạp được " + "; ".join(broken))
    return Found(f"Python {sys.version.split()[0]}, {', '.join(told)}")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # an installed base may leave such notes out
        return ""


def typefaces_are_there() -> Found:
    """Each typeface of screen and paper lies in its place and has Vietnamese letters of its own."""
    from PIL import ImageFont  # noqa: PLC0415  a broken library must not end the whole self-test

    folder = resources() / "fonts"
    missing = [name for name in TYPEFACES if not (folder / name).is_file()]
    if missing:
        raise StepError(f"thiếu {', '.join(missing)} trong {folder}")
    for name in TYPEFACES:
        font = ImageFont.truetype(str(folder / name), 40, layout_engine=ImageFont.Layout.BASIC)
        unknown = bytes(font.getmask("\ue000"))
        poor = [letter for letter in _LETTERS if bytes(font.getmask(letter)) == unknown]
        if poor:
            raise StepError(f"{name} không có chữ {' '.join(poor)}")
    return Found(f"{len(TYPEFACES)} kiểu chữ, đủ chữ tiếng Việt")
