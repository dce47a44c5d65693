"""Remembering whether a paper fits gives the same answer as laying it out, and the three properties it rests on hold."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.printing.fonts import MEASURED_DPI, Face, pdf_width_mm, raster_font, size_px
from kt1desk.printing.layout import Code128, DataMatrix, Element, Rect
from kt1desk.printing.templates import layout_of
from kt1desk.sampling.fits import PARTS, RememberedFits
from tests.printing.samples import LABEL, RECEIPT

DIGITS = "0123456789"
SIZES_PT = (7.0, 7.5, 8.5, 9.0, 12.0, 17.0, 22.0)
PAPERS: Mapping[str, dict[str, str]] = {"kt1_label": dict(LABEL), "kt1_receipt": dict(RECEIPT)}
NAMES = (
    "Sở Nội vụ",
    "Ủy ban nhân dân xã Vũ Lăng, tỉnh Lạng Sơn",
    "Ban Chỉ huy Quân sự tỉnh và Trung tâm Huấn luyện Dự bị động viên số 3",
)
OTHER_TEXTS: Mapping[str, tuple[str, ...]] = {
    "sender_name": NAMES,
    "sender_address": ("Số 2", "Đường Hoàng Văn Thụ, phường Lương Văn Tri, tỉnh Lạng Sơn"),
    "receiver_name": NAMES,
    "receiver_address": ("Số 9", "Thôn 12, xã Bắc Sơn, tỉnh Lạng Sơn, cạnh trụ sở Công an xã cũ"),
    "route": ("XÃ VŨ LĂNG", "PHƯỜNG LƯƠNG VĂN TRI"),
    "route_detail": ("Lạng Sơn", ""),
    "agreed_time": ("", "08:00 24/11/2026"),
    "handed_in_by": ("", "Nguyễn Thị Hạnh"),
    "total_words": ("Bốn mươi nghìn đồng", "Một trăm chín mươi tám nghìn tám trăm chín mươi chín đồng"),
    "price_1_name": ("KT1 nội tỉnh", "KT1 liên tỉnh"),
    "price_3_name": ("", "HỎA TỐC"),
    "letter": ("", "C"),
    "urgency": ("", "HỎA TỐC", "HỎA TỐC HẸN GIỜ"),
    "weight": ("50 g", "31.500 g"),
    "payment": ("Tiền mặt", "Ghi nợ theo hợp đồng"),
    "clerk_name": ("Lý Thị Lan", "Hoàng Thị Minh Nguyệt"),
}


class Counted:
    """Lays papers out and counts how often."""

    def __init__(self) -> None:
        self.asked = 0

    def check_fit(self, template: str, version: int, values: Mapping[str, str]) -> None:
        self.asked += 1
        PaperFit().check_fit(template, version, values)


def _varied(template: str, chance: random.Random, names: frozenset[str] | None = None) -> dict[str, str]:
    """The sample of a paper with some texts changed: any of them, or those named."""
    made = dict(PAPERS[template])
    for name in sorted(made):
        if name in OTHER_TEXTS and (names is None or name in names):
            made[name] = chance.choice(OTHER_TEXTS[name])
    return {name: text for name, text in made.items() if text}


def _elements(template: str, values: Mapping[str, str], copy: int) -> set[Element]:
    again = {"reprinted_at": "14:50 22/11/2026"} if copy > 1 else {}
    return set(layout_of(template, 1, {**values, **again}, copy).elements)


def _around(elements: set[Element]) -> Rect:
    boxes = [element.box for element in elements]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _answer(documents: PaperFit | RememberedFits, template: str, values: Mapping[str, str]) -> str:
    try:
        documents.check_fit(template, 1, values)
    except DeskError as error:
        return error.code
    return "fits"


@pytest.mark.parametrize("face", Face)
def test_a_digit_is_as_wide_as_any_other_and_no_neighbour_changes_that(face: Face) -> None:
    for pt in SIZES_PT:
        for dpi in MEASURED_DPI:
            font = raster_font(face, size_px(pt, dpi))
            widths = {font.getlength(f"Số {digit}{other}, A{digit}") for digit in DIGITS for other in DIGITS}
            assert len(widths) == 1
        assert len({pdf_width_mm(f"V{digit}.", face, pt) for digit in DIGITS}) == 1


def test_a_symbol_is_as_large_whatever_the_digits_of_its_number_are() -> None:
    box, chance = Rect(0, 0, 90, 20), random.Random(4)
    sizes = set()
    for _ in range(300):
        number = f"MX{chance.randrange(10**9):09d}VN"
        for dpi in (203, 300, 600):
            sizes.add(("128", dpi, Code128("number", box, number).reserved_mm(dpi)))
            sizes.add(("2d", dpi, DataMatrix("ref", box, f"{number} 0.1.1.{7:010d}").reserved_mm(dpi)))

    assert len(sizes) == 6


@pytest.mark.parametrize("copy", [1, 99])
@pytest.mark.parametrize("template", PARTS)
def test_what_a_part_looks_like_depends_on_its_own_texts_alone(template: str, copy: int) -> None:
    chance = random.Random(5)
    for part in PARTS[template]:
        own = {name for name in part if name in OTHER_TEXTS}
        seen: dict[tuple[str, ...], frozenset[Element]] = {}
        for _ in range(60):
            values = _varied(template, chance)
            rest = {name: text for name, text in values.items() if name not in part or name not in own}
            without = _elements(template, {**rest, **_still_there(template, part)}, copy)
            shown = frozenset(_elements(template, values, copy) - without)
            key = tuple(values.get(name, "") for name in sorted(part))
            assert seen.setdefault(key, shown) == shown


def _still_there(template: str, part: frozenset[str]) -> dict[str, str]:
    """Texts that no variant uses, so that all that shows a text of the part differs from it."""
    needed = {"sender_name", "receiver_name", "route", "total_amount", "handed_in_by", "net_amount"}
    return {name: f"· {name[:6]}" for name in part & needed if name in PAPERS[template]}


@pytest.mark.parametrize("template", PARTS)
def test_parts_never_reach_into_each_others_area(template: str) -> None:
    chance = random.Random(6)
    areas: list[Rect] = []
    for part in PARTS[template]:
        shown: set[Element] = set()
        for _ in range(60):
            values = _varied(template, chance)
            other = {**values, **_still_there(template, part)}
            shown |= _elements(template, values, 1) - _elements(template, other, 1)
        areas.append(_around(shown))

    for one, other_area in itertools.combinations(areas, 2):
        assert not one.meets(other_area)


def _corpus(template: str) -> Iterator[dict[str, str]]:
    """Papers that fit and papers that do not: each text grows until it is refused, with digits of chance in it."""
    chance = random.Random(7)
    for _ in range(60):
        yield _varied(template, chance)
    for name in sorted(PAPERS[template].keys() & OTHER_TEXTS.keys() - {"letter", "urgency"}):
        for words in (2, 8, 14, 20, 26, 32):
            values = _varied(template, chance)
            values[name] = " ".join(f"Thôn {chance.randrange(100):02d}" for _ in range(words))
            yield values
            yield {**values, name: values[name].replace("1", "8")}


@pytest.mark.parametrize("template", PARTS)
def test_the_remembered_answer_is_the_one_that_laying_out_gives(template: str) -> None:
    remembered = RememberedFits(PaperFit())

    answers = [
        (_answer(remembered, template, values), _answer(PaperFit(), template, values))
        for values in _corpus(template)
    ]

    assert all(one == other for one, other in answers)
    assert {"fits", "paper.text_does_not_fit"} <= {other for _, other in answers}


def test_parts_that_fitted_in_other_papers_are_not_laid_out_again() -> None:
    counted = Counted()
    remembered = RememberedFits(counted)
    one = dict(LABEL)
    other = {**one, "sender_name": "Sở Nội vụ", "receiver_name": "Sở Tài chính"}
    remembered.check_fit("kt1_label", 1, one)
    remembered.check_fit("kt1_label", 1, other)
    asked = counted.asked

    remembered.check_fit(
        "kt1_label", 1, {**one, "receiver_name": "Sở Tài chính", "accepted_at": "15:59 30/12/2026"}
    )

    assert asked == counted.asked == 2


def test_a_refusal_is_not_remembered_as_a_fit() -> None:
    remembered = RememberedFits(PaperFit())
    too_long = {**LABEL, "receiver_name": "Ủy ban nhân dân " * 30}

    assert _answer(remembered, "kt1_label", too_long) == "paper.text_does_not_fit"
    assert _answer(remembered, "kt1_label", too_long) == "paper.text_does_not_fit"


def test_a_paper_without_parts_is_laid_out_each_time() -> None:
    counted = Counted()
    remembered = RememberedFits(counted)

    for _ in range(2):
        with pytest.raises(DeskError):
            remembered.check_fit("unknown", 1, {})

    assert counted.asked == 2
