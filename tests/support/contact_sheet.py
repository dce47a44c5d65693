"""Contact sheets: every scene a row, every look a column, so that somebody sees all pages as one product.

    python -m tests.support.contact_sheet FOLDER [WISH…]      (make pictures)

Takes the pictures of the scenes that are wanted (all, or those whose names begin so), audits each, and puts them side by side into
FOLDER/contact-sheet-NN.png. Ends with 1 where the audit has found something.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kt1desk.desktop.look.places import FONTS_DIR
from tests.support.looks import LOOKS, Look
from tests.support.page_scenes import SCENES
from tests.support.pictures import every_look, scenes_wanted

THUMBNAIL = (560, 315)
"""Logical 1366×768 at two fifths: headings and columns can be read."""

BAND_PX = 26
"""Above each row: the name of its scene. Above the first: the names of the looks."""

GAP_PX = 10
ROWS = 9
PAPER, INK = "#D5D8DC", "#10161D"


def sheets(folder: Path, names: Sequence[str], looks: Sequence[Look] = LOOKS) -> Iterator[Path]:
    """Write the contact sheets of pictures that lie in the folder; yields their files.

    Raises:
        FileNotFoundError: a scene has no picture in a look.
    """
    for old in folder.glob("contact-sheet-*.png"):
        old.unlink()
    for number, at in enumerate(range(0, len(names), ROWS), 1):
        file = folder / f"contact-sheet-{number:02}.png"
        sheet(folder, names[at : at + ROWS], looks).save(file, optimize=True)
        yield file


def sheet(folder: Path, names: Sequence[str], looks: Sequence[Look]) -> Image.Image:
    """One sheet: these scenes below each other, their looks side by side."""
    width, height = THUMBNAIL
    step_x, step_y = width + GAP_PX, height + BAND_PX + GAP_PX
    made = Image.new("RGB", (len(looks) * step_x + GAP_PX, len(names) * step_y + BAND_PX), PAPER)
    draw, font = ImageDraw.Draw(made), ImageFont.truetype(str(FONTS_DIR / "KT1Sans-SemiBold.ttf"), 17)
    for column, look in enumerate(looks):
        left = GAP_PX + column * step_x
        draw.text((left, 2), look.name, INK, font)
        for row, name in enumerate(names):
            top = BAND_PX + row * step_y
            draw.text((left, top + 2), name, INK, font)
            with Image.open(folder / f"{name}-{look.name}.png") as picture:
                made.paste(
                    picture.convert("RGB").resize(THUMBNAIL, Image.Resampling.LANCZOS), (left, top + BAND_PX)
                )
    return made


def main(folder: Path, wishes: Sequence[str]) -> int:
    """Take, audit, and put side by side."""
    names = scenes_wanted(wishes, tuple(SCENES))
    found = every_look(folder, names)
    sys.stdout.write(f"{found}\n" if found else "")
    made = list(sheets(folder, names))
    sys.stdout.write(f"{len(names)} scenes × {len(LOOKS)} looks on {len(made)} sheets in {folder}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
