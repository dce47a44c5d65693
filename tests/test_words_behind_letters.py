"""On screen, paper, log and export stand the letters A, B, C alone: the words behind them occur nowhere, with their marks or without.

What other offices write into their lists is read and never shown: headings that mean the column of the letter stand in one layout.
"""

from __future__ import annotations

import ast
import logging
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.print_job import own_copy, printed_texts
from kt1desk.domain.text import fold
from kt1desk.printing.templates import document_of
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.list_report import report_rows, summary, told
from tests.printing.samples import said
from tests.support.lettered_day import PAPERS, lettered_day
from tests.support.lists import cover, planned
from tests.support.points import CENTRE, PointDesk, point_desk
from tests.support.text_places import layouts
from tests.support.tree import FORMS, ROOT, source_files, tracked_files

# Written in pieces, so that this file could itself be searched.
TWO_WORDS = re.compile(r"\b(?:tuy" + r"et|to" + r"i) ?m" + r"at\b")
"""In folded text: whatever marks, case, blanks and hyphens it was written with."""
ONE_WORD = re.compile(r"(?<![\w])(?<!độ )(?<!bí )m" + r"ật(?![\w])(?! khẩu)")
"""The lowest of the three is a plain word too: not meant are the password, and the degree of protection as such."""
BARE_WORD = re.compile(r"(?<![\w.])(?<!do )(?<!bi )(?<!tien )m" + r"at(?![\w.(])(?! khau)")
"""The same as somebody without a Vietnamese keyboard writes it; not meant is cash."""
READ_NEVER_SHOWN = frozenset(
    {spelling for column in KT1_COLUMNS.columns for spelling in column.spellings if column.key == "secrecy"}
    | (
        {KT1_COLUMNS.telltale.cells.pattern, KT1_COLUMNS.telltale.titles.pattern}
        if KT1_COLUMNS.telltale
        else set()
    )
)
SHOWN_TEXT = {".json", ".ui", ".qss", ".svg", ".txt", ".csv", ".toml", ".md"}


def words_in(text: str) -> list[str]:
    """The words behind the letters that a text says, as they stand there."""
    plain = unicodedata.normalize("NFC", text).casefold()
    found = [match[0] for match in TWO_WORDS.finditer(fold(text))]
    return found + [match[0] for pattern in (ONE_WORD, BARE_WORD) for match in pattern.finditer(plain)]


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module, docstrings among them, those in the pieces of formatted ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize(
    "text",
    [
        "Tuyệt" + " mật",
        "TỐI" + " MẬT",
        "tuyet-" + "mat",
        "toi" + "mat",
        "(M" + "ật)",
        "dấu M" + "ẬT",
        "Dau m" + "at",
        "To\u0302\u0301i m" + "a\u0323\u0302t",
    ],
)
def test_the_words_are_found_however_they_are_written(text: str) -> None:
    assert words_in(text) != []


@pytest.mark.parametrize(
    "text", ["Mật khẩu", "tiền mặt", "độ mật ngoài bì", "mất, hỏng", "mặt sau", "format", "tien mat"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert words_in(text) == []


def test_no_text_in_the_program_says_them() -> None:
    modules = [*source_files("kt1desk"), *sorted(FORMS.glob("*.py"))]

    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in modules
        for line, text in literals(path)
        if text not in READ_NEVER_SHOWN and words_in(text)
    ]

    assert len(modules) > len(list(FORMS.glob("*.py")))
    assert found == []


def test_what_is_read_and_never_shown_is_no_title_and_no_explanation() -> None:
    shown = [
        text
        for layout in layouts().values()
        for column in layout.columns
        for text in (column.title, column.says)
    ]

    assert [text for text in shown if words_in(text)] == []


def test_no_form_and_no_row_that_is_shipped_says_them() -> None:
    shipped = [
        path
        for path in tracked_files()
        if path.relative_to(ROOT).parts[0] in {"ui", "resources", "installer"} and path.suffix in SHOWN_TEXT
    ]

    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in shipped
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if words_in(line)
    ]

    assert shipped
    assert found == []


def everything_on_paper(desk: PointDesk) -> list[str]:
    """The values of every paper in the print queue, and every text on its pages."""
    texts = []
    for row in desk.papers_of():
        values = dict(row.values)
        pages = document_of(
            row.template, row.version, printed_texts(values), own_copy(row.copy, values)
        ).pages
        texts += [*values.values(), *(text for page in pages for text in said(page))]
    return texts


def everything_in_the_journal(desk: PointDesk) -> list[str]:
    """Bodies of all events and what stands beside them."""
    with desk.store.transaction() as connection:
        rows = [
            *connection.execute("SELECT body FROM event"),
            *connection.execute("SELECT row FROM particulars"),
        ]
    return [bytes(row[0]).decode() for row in rows]


def test_a_day_with_all_three_letters_leaves_them_on_no_paper_in_no_event_and_in_no_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with lettered_day(tmp_path) as (desk, far):
        papers = everything_on_paper(desk.at)
        events = [*everything_in_the_journal(desk.at), *everything_in_the_journal(far)]
        templates = {row.template for row in desk.at.papers_of()}

    assert {"A", "B", "C"} <= set(papers)
    assert templates == PAPERS
    assert [text for text in papers if words_in(text)] == []
    assert [text for text in events if words_in(text)] == []
    assert words_in(caplog.text) == []


def test_a_list_that_says_them_is_refused_and_its_report_does_not_repeat_them(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 7) as desk:
        batch = planned(
            desk, *(cover(secrecy=text) for text in ("Tuyệt" + " mật", "Tối" + " mật", "M" + "ật", "C"))
        )

    rows = report_rows(batch)
    report = [text for row in rows for text in row] + [*summary(batch), *told(rows)]

    assert [line.reason is None for line in batch.lines] == [False, False, False, True]
    assert [text for text in report if words_in(text)] == []
