"""Takes the pictures of the guide from the running program, and notes what each shows.

    python -m tests.support.guide_pictures FOLDER

The trial desk with a morning's work, real services, keys of the X server (`make guide`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.desktop.help.guide import PICTURES_DIR
from kt1desk.desktop.help.where import section_at
from tests.support.guide_walk import Seen, pages
from tests.support.story import RunningDesk, options_at, pass_ms, running
from tests.support.story_pictures import _accept_filled, prepared

USER = "son.ly"
COLOURS = (96, 64, 48, 32)
SIZES = (1.0, 0.8, 0.6)
MAX_BYTES = 60_000
GATE_PICTURES = {"gate-login": "Đăng nhập", "gate-first-run": "Thiết lập bàn KT1"}
FILLED = "accept-steps"
HELP = "start"
"""Pictures that are no plain page: their section."""
EXTRA = {FILLED: "Chấp nhận KT1 · một bì đã điền xong", HELP: "Sổ tay mở trên trang Hôm nay"}


def titles(seen: list[Seen]) -> dict[str, str]:
    """The title of the picture of each section: that of the first page which opens it."""
    made: dict[str, str] = {}
    for page in seen:
        made.setdefault(section_at(page.path), page.title)
    return {**GATE_PICTURES, **made, **EXTRA}


def small(picture: bytes) -> bytes:
    """The picture with so few colours that it is small enough; where that does not help, a smaller one."""
    whole = Image.open(BytesIO(picture)).convert("RGB")
    made = b""
    for share in SIZES:
        shown = whole.resize((round(whole.width * share), round(whole.height * share)))
        for colours in COLOURS:
            out = BytesIO()
            few = shown.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            few.save(out, "PNG", optimize=True)
            made = out.getvalue()
            if len(made) <= MAX_BYTES:
                return made
    return made


def grab(desk: RunningDesk) -> bytes:
    """What the window shows."""
    pass_ms(60)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    desk.window.grab().save(buffer, "PNG")
    return bytes(data.data())


def shots(app: QApplication, place: Path) -> Iterator[tuple[str, Seen | None, bytes]]:
    """Section, page and picture, one after the other."""
    with running(app, options_at(place / "new")) as desk:
        yield "gate-first-run", None, grab(desk)
    with running(app, prepared(place)) as desk:
        desk.until_focus("user")
        yield "gate-login", None, grab(desk)
        desk.log_in(USER, TRIAL_PASSWORD)
        _accept_filled(desk)
        desk.idle()
        yield FILLED, None, grab(desk)
        desk.keyboard.press("ctrl+Delete")
        desk.idle()
        taken: set[str] = set()
        for seen in pages(desk):
            section = section_at(seen.path)
            if section not in taken:
                taken.add(section)
                yield section, seen, grab(desk)
        desk.keyboard.press("alt+Home")
        desk.idle()
        desk.keyboard.press("F1")
        yield HELP, None, grab(desk)


def main(folder: Path) -> None:
    """Take them all, and write the manifest."""
    app = QApplication([])
    app.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    seen: list[Seen] = []
    sections: list[str] = []
    with TemporaryDirectory(prefix="kt1-") as place:
        for section, page, picture in shots(app, Path(place)):
            seen += [page] if page is not None else []
            sections.append(section)
            (folder / f"{section}.png").write_bytes(small(picture))
    named = titles(seen)
    rows = [{"name": f"{each}.png", "section": each, "title": named[each]} for each in sorted(sections)]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(f"{text}\n", "utf-8")
    print(f"{len(rows)} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PICTURES_DIR)
