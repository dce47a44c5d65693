"""The list of papers on a dossier's slip: numbered lines with originals and copies apart, as both sign it (TT 17/2017/TT-BTTTT)."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Element, Line, Rect, Text
from kt1desk.printing.templates.dossier_head import LEFT, WIDTH
from kt1desk.printing.templates.dossier_values import DossierSlip, DossierSlipValues, PaperTexts
from kt1desk.printing.templates.flow import STRONG, Block, Column, Style, beside, lines_mm, paragraph

_NUMBER_MM = 6.0
_COUNTS = (
    ("originals", "Bản chính", 9.0),
    ("certified", "Bản sao chứng thực", 15.5),
    ("plain", "Bản sao", 8.5),
    ("electronic", "Bản điện tử", 10.0),
)
_COUNTS_MM = sum(width for _, _, width in _COUNTS)
_NAME_MM = WIDTH - _NUMBER_MM - _COUNTS_MM
_MOST_LINES = 6
_PT = 7.5
_SUM_MM = 36.0


def list_head() -> Block:
    """Names of the columns, between two rules."""
    height = lines_mm(7, 2)
    elements: list[Element] = [Line(Rect(LEFT, 0.2, WIDTH, 0.3))]
    cells = [("STT", _NUMBER_MM, Align.LEFT), ("Tên giấy tờ", _NAME_MM, Align.LEFT)]
    cells += [(caption, width, Align.CENTRE) for _, caption, width in _COUNTS]
    left = LEFT
    for caption, width, align in cells:
        box = Rect(left, 0.6, width, height)
        lines = 2 if align is Align.CENTRE else 1
        elements.append(Text("caption", box, caption, 7, Face.SEMIBOLD, align, max_lines=lines, middle=True))
        left += width
    elements.append(Line(Rect(LEFT, 0.7 + height, WIDTH, 0.2)))
    return Block(tuple(elements), height + 1.0)


def list_rows(papers: Sequence[PaperTexts]) -> tuple[Block, ...]:
    """One block for each paper.

    Raises:
        DeskError: what fitting raises, with ``paper_12_name`` and the like.
    """
    return tuple(_row(at, paper) for at, paper in enumerate(papers, start=1))


def _row(number: int, paper: PaperTexts) -> Block:
    field = f"paper_{number}"
    one = lines_mm(_PT)
    box = Rect(LEFT + _NUMBER_MM, 0, _NAME_MM - 1, lines_mm(_PT, _MOST_LINES))
    name = paragraph(f"{field}_name", box, paper.name, Style(_PT))
    elements: list[Element] = [Text("caption", Rect(LEFT, 0, _NUMBER_MM - 1, one), str(number), _PT), name]
    left = LEFT + _NUMBER_MM + _NAME_MM
    if paper.note:
        room = Rect(left, 0, _COUNTS_MM, one)
        elements.append(Text(f"{field}_note", room, paper.note, _PT, Face.BOLD, Align.CENTRE))
    else:
        for part, _, width in _COUNTS:
            text: str = getattr(paper, part)
            if text:
                cell = Rect(left, 0, width, one)
                elements.append(Text(f"{field}_{part}", cell, text, _PT, Face.SEMIBOLD, Align.CENTRE))
            left += width
    bottom = max(name.box.h, one) + 0.1
    elements.append(Line(Rect(LEFT, bottom, WIDTH, 0.1)))
    return Block(tuple(elements), bottom + 0.2)


def list_sum(slip: DossierSlip) -> tuple[Block, ...]:
    """How many papers and sets, what is missing and goes all the same, and the seal with its witness; nothing without papers."""
    values = slip.texts
    column = Column(LEFT, WIDTH)
    column.gap(0.2)
    sums = [f"Cộng {values.documents} giấy tờ"] if values.documents else []
    sums += [f"{values.sets} bộ"] if values.sets else []
    counted = Column(LEFT, _SUM_MM if values.sealing else WIDTH, column.bottom_mm)
    counted.say("documents", ", ".join(sums), STRONG, lines=2)
    sealed = Column(LEFT + _SUM_MM, WIDTH - _SUM_MM, column.bottom_mm)
    sealed.say("sealing", sealing_words(values), Style(8, Face.SEMIBOLD), lines=4)
    both = beside(counted, sealed)
    column.elements += both.elements
    column.bottom_mm = both.height_mm
    if values.insisted:
        column.gap(0.6)
        text = f"Còn thiếu giấy tờ, người nộp vẫn gửi. Lý do: {values.insisted}."
        framed = Column(LEFT + 1.5, WIDTH - 3, column.bottom_mm + 0.5)
        framed.say("insisted", text, Style(8.5, Face.BOLD), lines=2)
        frame = Rect(LEFT, column.bottom_mm, WIDTH, framed.bottom_mm - column.bottom_mm + 0.5)
        column.elements += [Box(frame, 0.25), *framed.elements]
        column.gap(frame.h + 0.4)
    return (column.block(),) if column.elements else ()


def sealing_words(values: DossierSlipValues) -> str:
    """How the cover is closed and who saw it, "" where nothing is known."""
    if not values.sealing:
        return ""
    witness = f": {values.witness}" if values.witness else ""
    return f"{values.sealing}, người nộp chứng kiến{witness}"
