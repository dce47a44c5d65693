"""Pages as data: fitting and the validator."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import fields, replace
from itertools import combinations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.fonts import (
    MEASURED_DPI,
    Face,
    advances_mm,
    can_show,
    pdf_width_mm,
    raster_font,
    size_px,
    width_mm,
)
from kt1desk.printing.layout import Align, Box, Line, Page, Rect, Text, moved
from kt1desk.printing.raster import rasterise
from kt1desk.printing.validation import validate
from tests.printing.samples import VIETNAMESE_LETTERS

_LONG = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn"


def _page(*elements: Text | Box | Line) -> Page:
    return Page(100, 60, 2, elements, "KT1")


def _code(page: Page) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        validate(page)
    return refusal.value.code, refusal.value.field


@pytest.mark.parametrize("face", list(Face))
def test_every_vietnamese_letter_digit_and_sign_of_an_address_has_a_glyph(face: Face) -> None:
    wanted = VIETNAMESE_LETTERS + "0123456789 .,;:–—-/()'\"·•°§№«»…+%&@₫"

    missing = {letter for letter in wanted if not can_show(letter, face)}

    assert missing <= ({"№"} if face is not Face.CONDENSED else set())


@pytest.mark.parametrize(
    ("lines", "face", "pt"),
    [(4, Face.MEDIUM, 10.0), (3, Face.MEDIUM, 9.0), (2, Face.CONDENSED, 10.0), (1, Face.CONDENSED, 7.0)],
)
def test_a_text_wraps_then_loses_a_point_then_condenses_then_shrinks(
    lines: int, face: Face, pt: float
) -> None:
    width = {4: 44.0, 3: 50.0, 2: 56.0, 1: 83.0}[lines]
    height = {4: 24.0, 3: 13.0, 2: 10.0, 1: 3.7}[lines]

    fitted = Text("receiver_name", Rect(5, 5, width, height), _LONG, 10, max_lines=lines).fitted()

    assert (fitted.face, fitted.pt) == (face, pt)
    assert " ".join(fitted.lines) == _LONG
    assert len(fitted.lines) <= lines
    assert all(width_mm(line, fitted.face, fitted.pt) <= width for line in fitted.lines)


def test_a_text_too_long_even_at_seven_points_is_refused_by_the_name_of_its_field() -> None:
    page = _page(Text("receiver_name", Rect(5, 5, 60, 8), _LONG * 3, 9, max_lines=2))

    refusal = _code(page)

    assert refusal == ("paper.text_does_not_fit", "receiver_name")


@pytest.mark.parametrize("text", ["thư 😀", "a\x00b", "dòng\nmới", "q\u0323q", "\ud800", "\ufeffBOM", "漢字"])
def test_a_character_the_paper_cannot_show_is_refused_by_the_name_of_its_field(text: str) -> None:
    page = _page(Text("sender_name", Rect(5, 5, 60, 8), text, 9))

    refusal = _code(page)

    assert refusal == ("paper.character_not_printable", "sender_name")


def test_decomposed_and_composed_letters_give_the_same_dots() -> None:
    composed = _page(Text("name", Rect(5, 5, 90, 8), _LONG, 9))
    decomposed = _page(Text("name", Rect(5, 5, 90, 8), unicodedata.normalize("NFD", _LONG), 9))

    assert rasterise(decomposed, 203).sha256 == rasterise(composed, 203).sha256


def test_a_text_longer_than_any_paper_is_refused_before_it_is_measured() -> None:
    page = _page(Text("sender_name", Rect(5, 5, 90, 50), "a " * 400, 7, max_lines=99))

    assert _code(page) == ("paper.text_does_not_fit", "sender_name")


def test_figures_stand_closer_than_words_but_a_mark_above_one_gets_its_room() -> None:
    figures = Text("number", Rect(5, 5, 60, 3.6), "ME 473 124 829 VN", 12, Face.BOLD, flat=True)
    words = Text("number", Rect(5, 5, 60, 3.8), "ẨM", 12, Face.BOLD, flat=True)

    assert figures.fitted().pt == 12
    assert words.fitted().pt == 7


def test_two_centred_lines_are_broken_in_the_middle() -> None:
    urgency = Text("urgency", Rect(5, 5, 34, 12), "HỎA TỐC HẸN GIỜ", 12, Face.BOLD, Align.CENTRE, max_lines=2)

    assert urgency.fitted().lines == ("HỎA TỐC", "HẸN GIỜ")


def test_texts_that_share_room_are_refused() -> None:
    first = Text("first", Rect(5, 5, 40, 6), "Người gửi", 9)
    second = Text("second", Rect(44, 8, 40, 6), "Người nhận", 9)

    assert _code(_page(first, second)) == ("paper.overlap", "second")


def test_an_element_in_the_margin_is_refused() -> None:
    assert _code(_page(Line(Rect(1, 10, 50, 0.3)))) == ("paper.outside", "line")


def test_only_white_text_may_stand_on_a_filled_box_and_only_wholly() -> None:
    band = Box(Rect(5, 5, 50, 10), filled=True)
    black = Text("urgency", Rect(6, 6, 40, 8), "HỎA TỐC", 12, Face.BOLD)
    white = Text("urgency", Rect(6, 6, 40, 8), "HỎA TỐC", 12, Face.BOLD, inverse=True)
    hanging_out = Text("urgency", Rect(30, 6, 40, 8), "HỎA TỐC", 12, Face.BOLD, inverse=True)

    validate(_page(band, white))
    assert _code(_page(band, black)) == ("paper.overlap", "urgency")
    assert _code(_page(band, hanging_out)) == ("paper.overlap", "urgency")


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("face", list(Face))
def test_the_ink_of_every_letter_stays_within_the_box_its_text_was_given(face: Face, dpi: int) -> None:
    letters = list(VIETNAMESE_LETTERS)
    rows = [letters[at : at + 14] for at in range(0, len(letters), 14)]
    texts = [
        Text("letters", Rect(5, 5 + index * 8, 90, 5), " ".join(row), 9.5, face)
        for index, row in enumerate(rows)
    ]
    page = Page(100, 120, 2, tuple(texts), "KT1")

    moved = 2 * 25.4 / dpi  # hinting moves a mark by up to two dots
    outside = rasterise(page, dpi).image()
    for text in texts:
        top, bottom = round((text.box.y - moved) * dpi / 25.4), round((text.box.bottom + moved) * dpi / 25.4)
        outside.paste(1, (0, top, outside.width, bottom))

    assert all(text.fitted().face is face for text in texts)
    assert outside.convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("face", list(Face))
def test_the_width_of_a_line_is_the_sum_of_its_letters_at_every_resolution(face: Face) -> None:
    line = f"AV LT. Tư Vạn, P.Yên {VIETNAMESE_LETTERS} 0123456789 (7–8/9)"

    for pt in (7.0, 7.5, 8.5, 9.0, 11.0, 15.0):
        drawn = [raster_font(face, size_px(pt, dpi)).getlength(line) * 25.4 / dpi for dpi in MEASURED_DPI]

        assert advances_mm(line, face, pt) == pytest.approx((pdf_width_mm(line, face, pt), *drawn))


@pytest.mark.parametrize("seed", range(20))
def test_boxes_that_meet_are_found_wherever_they_stand_in_the_order_of_the_page(seed: int) -> None:
    chance = random.Random(seed)
    boxes = [Rect(chance.uniform(2, 80), chance.uniform(2, 50), 8, 4) for _ in range(chance.randrange(2, 9))]
    page = _page(*(Text(f"text {at}", box, "", 7) for at, box in enumerate(boxes)))

    meeting = {
        frozenset({one, other})
        for one, other in combinations(range(len(boxes)), 2)
        if boxes[one].meets(boxes[other])
    }

    if not meeting:
        validate(page)
        return
    with pytest.raises(DeskError) as refusal:
        validate(page)
    named = frozenset(
        int(name.split()[1]) for name in (refusal.value.field, str(refusal.value.details["other"]))
    )
    assert refusal.value.code == "paper.overlap"
    assert named in meeting


def test_a_text_in_another_place_is_the_same_in_everything_else() -> None:
    text = Text("name", Rect(1, 2, 30, 9), "Lương Văn Tri", 9.5, Face.BOLD, Align.RIGHT, 3, True, True, True)

    there = moved(text, 4, 5)

    assert there == replace(text, box=Rect(5, 7, 30, 9))
    assert all(getattr(text, field.name) != field.default for field in fields(Text))
