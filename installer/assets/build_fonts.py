"""Make the fonts in resources/fonts/ from their published packages.

Screen and paper draw with the same files, so that a receipt looks the same on every desk whatever fonts its
system has. Be Vietnam Pro has no tabular figures (its digits run from 385 to 720 units and its GSUB knows no
"tnum"), hence columns of money would not line up: the digits are given one width here, at build time, and the
result is renamed "KT1 Sans" (OFL 1.1, clause 3 asks it only of reserved names; a changed font should not pose as
the original all the same). IBM Plex Sans Condensed, which reserves the name "Plex", is shipped byte for byte.

Usage, in an empty folder::

    npm pack @expo-google-fonts/be-vietnam-pro@0.4.1 @expo-google-fonts/ibm-plex-sans-condensed@0.4.1
    python installer/assets/build_fonts.py .            # writes resources/fonts/
    python installer/assets/build_fonts.py . --check    # compares with what is committed

Needs fontTools. The same input gives the same bytes (no time stamp is written).
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import buildPairPosGlyphs, buildValue
from fontTools.ttLib import TTFont

FONTS_DIR = Path(__file__).resolve().parents[2] / "resources" / "fonts"

VIETNAM_PACKAGE = "expo-google-fonts-be-vietnam-pro-0.4.1.tgz"
PLEX_PACKAGE = "expo-google-fonts-ibm-plex-sans-condensed-0.4.1.tgz"
PACKAGE_SHA256 = {
    VIETNAM_PACKAGE: "574b6af45c7d7ece6f22fd5e6b26652d86681a3d34a8b0e7c488880148e8edaa",
    PLEX_PACKAGE: "cbf657f60f559e9d6ee31b5f78a4cd48d458a7b480231f791811f8028dd4bebb",
}

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ONE_AFTER_LETTER = -140
"""Kerning of a 1 that follows a capital, font units: the narrow 1 in the middle of its wide place would make "KT 1"
and "F 1" of KT1 and F1. Columns of money hold no letters and stay straight."""

DIGIT_WIDTH = 660
"""Advance of every digit in every weight, font units (1000 per em): the upstream 3 and 5 of Regular. One width
for all weights, so that a semibold total stands under its regular summands."""

LEAST_BEARING = 28
"""Clear space left and right of a digit, font units. Bold 0 and 4 are wider than that allows and are narrowed
(by 4 % at most)."""


PAIR_POSITIONING = 2
"""Lookup type of kerning pairs in GPOS."""


def narrow_and_centre(font: TTFont) -> None:
    """Give each digit the advance DIGIT_WIDTH with its ink in the middle."""
    glyphs, metrics, cmap = font["glyf"], font["hmtx"], font.getBestCmap()
    for digit in DIGITS:
        name = cmap[ord(digit)]
        glyph = glyphs[name]
        if glyph.isComposite():
            raise ValueError(f"digit {digit} is a composite glyph: this script does not know how to move it")
        ink, room = glyph.xMax - glyph.xMin, DIGIT_WIDTH - 2 * LEAST_BEARING
        scale = min(1.0, room / ink)
        left = (DIGIT_WIDTH - ink * scale) / 2
        glyph.coordinates.translate((-glyph.xMin, 0))
        glyph.coordinates.scale((scale, 1.0))
        glyph.coordinates.translate((left, 0))
        glyph.coordinates.toInt()
        glyph.recalcBounds(glyphs)
        metrics[name] = (DIGIT_WIDTH, glyph.xMin)


def unkern(font: TTFont) -> None:
    """Take the digits out of every kerning pair: "7." set tighter than "1." would bend a column of money."""
    names = {font.getBestCmap()[ord(digit)] for digit in DIGITS}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            pairs = getattr(subtable, "ExtSubTable", subtable)
            if type(pairs).__name__ == "PairPos":
                _unkern_subtable(pairs, names)


def _unkern_subtable(pairs: Any, names: set[str]) -> None:
    if pairs.Format == 1:
        keep = [
            (first, pair_set)
            for first, pair_set in zip(pairs.Coverage.glyphs, pairs.PairSet, strict=True)
            if first not in names
        ]
        pairs.Coverage.glyphs = [first for first, _ in keep]
        pairs.PairSet = [pair_set for _, pair_set in keep]
        for pair_set in pairs.PairSet:
            pair_set.PairValueRecord = [
                record for record in pair_set.PairValueRecord if record.SecondGlyph not in names
            ]
        return
    pairs.Coverage.glyphs = [first for first in pairs.Coverage.glyphs if first not in names]
    for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
        for name in names:
            classes.pop(name, None)


def pull_one_to_letters(font: TTFont) -> None:
    """Kern a 1 after a capital; the pairs go before the other subtables of the first kerning lookup."""
    cmap = font.getBestCmap()
    pairs = {
        (cmap[ord(letter)], cmap[ord("1")]): (buildValue({"XAdvance": ONE_AFTER_LETTER}), None)
        for letter in LETTERS
    }
    gpos = font["GPOS"].table
    kern = next(each.Feature for each in gpos.FeatureList.FeatureRecord if each.FeatureTag == "kern")
    lookup = gpos.LookupList.Lookup[kern.LookupListIndex[0]]
    if lookup.LookupType != PAIR_POSITIONING:
        raise ValueError(
            "the first kerning lookup holds no pairs: this script does not know where to put its own"
        )
    lookup.SubTable[:0] = buildPairPosGlyphs(pairs, font.getReverseGlyphMap())


def rename(font: TTFont) -> None:
    """Call the changed font KT1 Sans in every record that names the font; authors and licence stay as they are."""
    table = font["name"]
    for record in list(table.names):
        if record.nameID in {1, 3, 4, 6, 16}:
            text = record.toUnicode().replace("Be Vietnam Pro", "KT1 Sans").replace("BeVietnamPro", "KT1Sans")
            table.setName(text, record.nameID, record.platformID, record.platEncID, record.langID)


def tabular(original: bytes) -> bytes:
    """KT1 Sans from one weight of Be Vietnam Pro (TrueType bytes in, TrueType bytes out)."""
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    narrow_and_centre(font)
    unkern(font)
    pull_one_to_letters(font)
    rename(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def unchanged(original: bytes) -> bytes:
    """The bytes as published."""
    return original


Recipe = tuple[str, str, Callable[[bytes], bytes]]
RECIPES: dict[str, Recipe] = {
    "KT1Sans-Regular.ttf": (VIETNAM_PACKAGE, "400Regular/BeVietnamPro_400Regular.ttf", tabular),
    "KT1Sans-Medium.ttf": (VIETNAM_PACKAGE, "500Medium/BeVietnamPro_500Medium.ttf", tabular),
    "KT1Sans-SemiBold.ttf": (VIETNAM_PACKAGE, "600SemiBold/BeVietnamPro_600SemiBold.ttf", tabular),
    "KT1Sans-Bold.ttf": (VIETNAM_PACKAGE, "700Bold/BeVietnamPro_700Bold.ttf", tabular),
    "KT1Sans-OFL.txt": (VIETNAM_PACKAGE, "LICENSE_FONT", unchanged),
    "IBMPlexSansCondensed-Medium.ttf": (
        PLEX_PACKAGE,
        "500Medium/IBMPlexSansCondensed_500Medium.ttf",
        unchanged,
    ),
    "IBMPlexSansCondensed-OFL.txt": (PLEX_PACKAGE, "LICENSE_FONT", unchanged),
}


def build(packages: Path) -> dict[str, bytes]:
    """File name → bytes for all of resources/fonts/.

    Raises:
        ValueError: a package is not the one that was looked at (its SHA-256 differs).
    """
    built: dict[str, bytes] = {}
    for target, (package, member, recipe) in RECIPES.items():
        archive = (packages / package).read_bytes()
        if hashlib.sha256(archive).hexdigest() != PACKAGE_SHA256[package]:
            raise ValueError(f"{package}: not the published file, SHA-256 differs")
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            stream = tar.extractfile(f"package/{member}")
            if stream is None:
                raise ValueError(f"{package}: {member} is not a file")
            built[target] = recipe(stream.read())
    return built


def main() -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Make resources/fonts/ from the published font packages.")
    parser.add_argument("packages", type=Path, help="folder with the two .tgz files of npm pack")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with resources/fonts/")
    options = parser.parse_args()
    built = build(options.packages)
    if options.check:
        stale = [name for name, data in built.items() if (FONTS_DIR / name).read_bytes() != data]
        print("stale: " + ", ".join(stale) if stale else f"{len(built)} files are as built")
        return 1 if stale else 0
    FONTS_DIR.mkdir(parents=True, exist_ok=True)
    for name, data in built.items():
        (FONTS_DIR / name).write_bytes(data)
    print(f"{len(built)} files written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
