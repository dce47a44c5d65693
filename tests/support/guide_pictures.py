"""Takes the pictures of the guide from the running program, and notes what each shows.

    python -m tests.support.guide_pictures FOLDER

A training desk with its days behind it and a day's work in it, real services, keys of the X server (`make guide`).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.desktop.help.guide import PICTURES_DIR
from kt1desk.desktop.help.where import section_at
from kt1desk.desktop.navigation import Place
from tests.support.guide_day import USER, Lived, lived_in
from tests.support.guide_walk import Seen, main_window, pages
from tests.support.story import RunningDesk, options_at, pass_ms, running
from tests.support.story_pictures import _accept_filled

COLOURS = (96, 64, 48, 32)
SIZES = (1.0, 0.8, 0.6)
MAX_BYTES = 60_000
EDGE = 32
CANDIDATES, UNLIKE = 3000, 7
"""Of the colours so many are looked at; so far apart in one band are two that are both kept."""
GATE_PICTURES = {
    "gate-login": "Đăng nhập",
    "gate-password": "Đặt mật khẩu của mình",
    "gate-recovery": "Mã khôi phục",
    "gate-first-run": "Thiết lập bàn KT1",
    "gate-restore": "Khôi phục bản sao lưu",
    "training": "Đăng nhập vào bàn tập dùng",
}
HELP = "start"
EXTRA = {
    "accept-steps": "Chấp nhận KT1 · một bì đã điền xong",
    "withdraw": "Chấp nhận KT1 · rút bì vừa nhận",
    "shift-closing": "Ca & quỹ · kết ca",
    "printer-setup": "Máy in · cài đặt",
    HELP: "Sổ tay mở trên trang Hôm nay",
}
"""Pictures that are no plain page, by their section."""


Shot = tuple[str, Seen | None, bytes]


def titles(seen: list[Seen]) -> dict[str, str]:
    """The title of the picture of each section: that of the first page which opens it."""
    made: dict[str, str] = {}
    for page in seen:
        made.setdefault(section_at(page.path), page.title)
    return {**GATE_PICTURES, **made, **EXTRA}


def small(picture: bytes, *, is_gate: bool = False) -> bytes:
    """The picture with so few colours that it is small enough; where that does not help, a smaller one. A gate without what is empty."""
    whole = Image.open(BytesIO(picture)).convert("RGB")
    if is_gate:
        whole = _cut(whole)
    made = b""
    for share in SIZES:
        shown = whole.resize((round(whole.width * share), round(whole.height * share)))
        for colours in COLOURS:
            out = BytesIO()
            few = shown.quantize(palette=_palette(shown, colours), dither=Image.Dither.NONE)
            few.save(out, "PNG", optimize=True)
            made = out.getvalue()
            if len(made) <= MAX_BYTES:
                return made
    return made


def _cut(whole: Image.Image) -> Image.Image:
    """What stands in the middle, with an edge around it."""
    ground = Image.new("RGB", whole.size, whole.getpixel((0, whole.height - 1)))
    box = ImageChops.difference(whole, ground).getbbox() or (0, 0, *whole.size)
    left, top, right, bottom = box
    return whole.crop(
        (
            max(0, left - EDGE),
            max(0, top - EDGE),
            min(whole.width, right + EDGE),
            min(whole.height, bottom + EDGE),
        )
    )


def _palette(shown: Image.Image, colours: int) -> Image.Image:
    """The colours that cover most of it, each unlike the others: a quantizer would mix grounds into tints that no page has."""
    counted = cast("list[tuple[int, tuple[int, int, int]]]", shown.getcolors(shown.width * shown.height))
    most: list[tuple[int, int, int]] = []
    for _, colour in sorted(counted, key=lambda each: each[0], reverse=True)[:CANDIDATES]:
        if all(max(abs(a - b) for a, b in zip(colour, chosen, strict=True)) > UNLIKE for chosen in most):
            most.append(colour)
        if len(most) == colours:
            break
    made = Image.new("P", (1, 1))
    made.putpalette([band for colour in most for band in colour])
    return made


def grab(desk: RunningDesk) -> bytes:
    """What the window shows, without the hint of its first use."""
    desk.keyboard.press("Shift_L")
    pass_ms(60)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    desk.window.grab().save(buffer, "PNG")
    return bytes(data.data())


def gates(app: QApplication, lived: Lived) -> Iterator[Shot]:
    """What stands before a desk, as a real one has it: nobody is told a password there."""
    with running(app, options_at(lived.options.data.with_name("new"))) as desk:
        yield "gate-first-run", None, grab(desk)
    place = take_place(lived.options)
    place.leave()
    place.sample_note.unlink()
    with running(app, lived.options) as desk:
        desk.until_focus("user")
        yield "gate-login", None, grab(desk)
        show = desk.program._gates
        for name, gate in (
            ("gate-recovery", show._show_recovery),
            ("gate-password", lambda: show._show_own_password(USER, TRIAL_PASSWORD)),
            ("gate-restore", lambda: show.show_restore(show.show_login)),
        ):
            gate()
            desk.idle()
            yield name, None, grab(desk)
    place.sample_note.touch()


def shots(app: QApplication, place: Path) -> Iterator[Shot]:
    """Section, page and picture, one after the other."""
    lived = lived_in(place)
    yield from gates(app, lived)
    with running(app, lived.options) as desk:
        desk.until_focus("user")
        yield "training", None, grab(desk)
        desk.log_in(USER, TRIAL_PASSWORD)
        taken: set[str] = set()
        for seen in pages(desk):
            section = section_at(seen.path)
            if section not in taken:
                taken.add(section)
                WITH_SOMETHING.get(section, _nothing)(desk, lived)
                desk.idle()
                yield section, seen, grab(desk)
        for name, state in STATES:
            state(desk)
            desk.idle()
            yield name, None, grab(desk)


def _nothing(_desk: RunningDesk, _lived: Lived) -> None:
    """A page with lists of its own needs nothing at hand."""


def _record(desk: RunningDesk, lived: Lived) -> None:
    main_window(desk).go(
        Place.RECORD, lived.item
    )  # typed by this hand it would be so quick that it is a scan


def _first_row(desk: RunningDesk, _lived: Lived) -> None:
    desk.keyboard.press("Return")


def _register_of_days(desk: RunningDesk, _lived: Lived) -> None:
    desk.keyboard.press("Return", "Down", "Return")


def _filled(desk: RunningDesk) -> None:
    _accept_filled(desk)


def _taken_back(desk: RunningDesk) -> None:
    desk.keyboard.press("ctrl+Delete", "ctrl+z")


def _keys(*names: str) -> Callable[[RunningDesk], None]:
    return lambda desk: desk.keyboard.press(*names)


WITH_SOMETHING: Mapping[str, Callable[[RunningDesk, Lived], None]] = {
    "record": _record,
    "one-stop-hand": _first_row,
    "registers-view": _register_of_days,
    "reports-make": _first_row,
}
"""What is done first on a page that needs a thing at hand, by its section."""
STATES = (
    ("accept-steps", _filled),
    ("withdraw", _taken_back),
    ("printer-setup", _keys("Escape", "F10", "ctrl+1")),
    ("shift-closing", _keys("Escape", "F6", "ctrl+1", "F9")),
    (HELP, _keys("Escape", "alt+Home", "F1")),
)


def main(folder: Path) -> None:
    """Take them all, and write the manifest."""
    app = QApplication([])
    app.setCursorFlashTime(0)
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    seen: list[Seen] = []
    sections: list[str] = []
    with TemporaryDirectory(prefix="kt1-") as place:
        os.chdir(place)
        os.environ["HOME"] = (
            "."  # pages show where they would put files: nothing of this machine is to be seen
        )
        for section, page, picture in shots(app, Path("ban-kt1")):
            seen += [page] if page is not None else []
            sections.append(section)
            (folder / f"{section}.png").write_bytes(small(picture, is_gate=section in GATE_PICTURES))
        os.chdir(folder)
    named = titles(seen)
    rows = [{"name": f"{each}.png", "section": each, "title": named[each]} for each in sorted(sections)]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(f"{text}\n", "utf-8")
    print(f"{len(rows)} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PICTURES_DIR)
