"""Every place for a text has a purpose and a maximum length in `docs/text-places.toml`, and none is for what stands inside a cover."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.cash_count import CashCount
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.registers.inputs import ColumnInput
from kt1desk.domain.print_job import first_copy, printed_texts
from kt1desk.domain.register_columns import Column, Kind
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.text import fold
from tests.support import text_places
from tests.support.lettered_day import lettered_day
from tests.support.points import PointDesk
from tests.support.text_places import allowed, allowed_in

MADE_BY_MODULES = {"kt1desk/desktop/cash_count.py", "kt1desk/desktop/registers/inputs.py"}
"""Modules that make inputs which no form has: the drawer's pieces, and one input for each column of a register."""
ABOUT_A_LETTER = re.compile(
    r"\b(trich yeu|noi dung|chu de|tieu de|van ban gui|ghi chu|dien giai|mo ta|y kien|tu do|so trang|content|subject|summary|note|remark)\b"
)
LEAST_WORDS = 3
LONGEST_WRITTEN = 240
"""An address of 200 characters with the name of its province."""
SEARCHED = {Kind.CODE, Kind.USER, Kind.AGENCY, Kind.COMMUNE}
LONGEST_SEARCHED = 80
"""Of a column that holds a code the name is typed, to find the row it stands for."""
LOOKED_UP = {
    ("accept_dossier_money", "exemption"),
    ("accept_dossier_what", "procedure"),
    ("accept_dossier_who", "authority"),
    ("one_stop_visit_side", "procedure"),
}
"""Whole published names are pasted here to find a row of a list; the row is kept and not what was pasted."""
PASTED = {("accept_item", "other_name"), ("accept_item", "other_address")}
"""From the cover, often pasted letter and mark apart: three signs for a letter, so that what is too long is told and never cut unseen."""
FILES = {
    ("audit", "file"),
    ("line_act_side", "desk_file"),
    ("line_act_side", "folder"),
    ("line_act_side", "line_file"),
    ("lists", "file"),
    ("lists", "report"),
    ("register_view_side", "file"),
    ("report_issued_side", "file"),
    ("report_make_side", "file"),
    ("restore_beside", "flight"),
    ("restore_choose", "path"),
    ("setup_desk", "path"),
    ("systems", "answer"),
    ("systems", "file"),
}
ROW_OF_A_PAPER = re.compile(r"^([a-z]+)_\d+_(\w+)$")
NOT_OF_EVERY_DAY = {
    ("dossier.accepted", f"{slot}.{name}")
    for slot in ("applicant", "delivery")
    for name in ("district", "province")
}
"""Of an address whose commune spans two former districts, or lies in another province."""
NAMES_OF_PLACES: dict[str, Callable[[], set[tuple[str, str]]]] = {
    "paper": text_places.papers,
    "fact": text_places.facts,
    "table": text_places.tables,
    "register": text_places.registers,
    "sheet": text_places.sheets,
}


def inputs_of(root: QWidget) -> Iterator[QLineEdit]:
    """Lines of text below a widget."""
    assert root.findChildren(QTextEdit) == []
    assert root.findChildren(QPlainTextEdit) == []
    assert [box for box in root.findChildren(QComboBox) if box.isEditable()] == []
    yield from root.findChildren(QLineEdit)


@pytest.fixture
def jobs(display: str, qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture(scope="module")
def lengths(display: str, qapp: QApplication) -> dict[tuple[str, str], int]:
    """The maximum length of every input of every compiled form, and of those made in code."""
    found: dict[tuple[str, str], int] = {}
    for form, module in text_places.form_modules():
        (kind,) = [value for name, value in vars(module).items() if name.startswith("Ui_")]
        root = QMainWindow() if kind.__name__ == "Ui_MainWindow" else QWidget()
        kind().setupUi(root)
        found |= {(form, field.objectName()): field.maxLength() for field in inputs_of(root)}
    counted = CashCount()
    counted.set_denominations((1_000, 500_000))
    for field in inputs_of(counted):
        found["cash_count", re.sub(r"_\d+$", "", field.objectName())] = field.maxLength()
    return found


@pytest.mark.parametrize("group", NAMES_OF_PLACES)
def test_what_the_program_can_store_or_print_is_what_the_list_allows(group: str) -> None:
    found = NAMES_OF_PLACES[group]()

    assert found == set(allowed_in(group))


def test_every_input_of_the_screens_is_in_the_list_and_no_other(lengths: dict[tuple[str, str], int]) -> None:
    assert set(lengths) == set(allowed_in("screen"))


def test_every_input_takes_as_many_characters_as_the_list_says(lengths: dict[tuple[str, str], int]) -> None:
    listed = {place: row.most for place, row in allowed_in("screen").items()}

    assert lengths == listed


def test_no_module_makes_an_input_but_those_whose_inputs_are_listed() -> None:
    made = text_places.modules_that_make_inputs()

    assert made == MADE_BY_MODULES


@pytest.mark.parametrize("column", [column for register in REGISTERS.values() for column in register.columns])
def test_the_input_of_a_column_takes_what_the_column_may_hold_or_what_finds_it(
    column: Column, jobs: Jobs, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    most = ColumnInput(column, window, jobs, lambda _column, _text: ()).field.maxLength()

    assert most == (LONGEST_SEARCHED if column.kind in SEARCHED else column.max_length)


def test_registers_and_the_list_agree_on_lengths() -> None:
    declared = {
        (register.code, column.code): column.max_length
        for register in REGISTERS.values()
        for column in register.columns
    }

    assert declared == {place: row.most for place, row in allowed_in("register").items()}


def test_what_names_a_person_in_a_register_stands_beside_its_event() -> None:
    persons = {
        f"entry.{column.code}"
        for register in REGISTERS.values()
        for column in register.columns
        if column.kind is Kind.PERSON
    }

    assert persons == {name for owner, name in allowed_in("beside") if owner == "register.entered"}


def test_every_place_says_in_words_what_it_is_for_and_none_is_for_a_letter() -> None:
    said = {place: fold(row.purpose) for place, row in allowed().items()}

    assert [place for place, words in said.items() if ABOUT_A_LETTER.search(words)] == []
    assert [place for place, words in said.items() if len(words.split()) < LEAST_WORDS] == []
    assert [place for place, words in said.items() if words == fold(place[2])] == []
    assert [place for place, row in allowed().items() if row.most < 1] == []


def test_an_input_longer_than_an_address_only_looks_something_up_or_names_a_file() -> None:
    long = {place for place, row in allowed_in("screen").items() if row.most > LONGEST_WRITTEN}

    assert long == LOOKED_UP | FILES | PASTED


def test_what_people_write_and_the_journal_keeps_is_never_longer_than_an_address() -> None:
    kept = {place: row for place, row in allowed().items() if row.typed}

    assert [place for place, row in kept.items() if row.most > LONGEST_WRITTEN] == []


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PointDesk, PointDesk]]:
    """A desk after a day with everything in it, and the desk that received a bag of it."""
    with lettered_day(tmp_path_factory.mktemp("day")) as (desk, far):
        yield desk.at, far


def beside_of(desk: PointDesk) -> Iterator[tuple[str, str, int]]:
    """What stands beside the events of a desk: type, place, length. Parties of a dispatch have a slot for each item."""
    with desk.store.transaction() as connection:
        rows = connection.execute(
            "SELECT type, slot, row FROM particulars JOIN event USING (device, stream, incarnation, seq)"
        ).fetchall()
    for kind, slot, row in rows:
        for name, text in json.loads(bytes(row)).items():
            yield kind, f"{slot.partition('.')[0]}.{name}", len(text)


def test_what_stands_beside_the_events_of_a_day_is_in_the_list_and_no_longer_than_it_says(
    desks: tuple[PointDesk, PointDesk],
) -> None:
    listed = allowed_in("beside")

    seen = [row for desk in desks for row in beside_of(desk)]

    assert {(kind, place) for kind, place, _ in seen} == set(listed) - NOT_OF_EVERY_DAY
    assert [row for row in seen if row[2] > listed[row[0], row[1]].most] == []


def test_no_table_holds_more_after_a_day_than_the_list_allows(desks: tuple[PointDesk, PointDesk]) -> None:
    listed = {place: row.most for place, row in allowed_in("table").items() if place[0] != "search_fts"}

    longest: dict[tuple[str, str], int] = {}
    for desk in desks:
        with desk.store.transaction() as connection:
            for table, column in listed:
                (row,) = connection.execute(f'SELECT max(length("{column}")) FROM "{table}"').fetchall()
                longest[table, column] = max(row[0] or 0, longest.get((table, column), 0))

    assert {place: most for place, most in longest.items() if most > listed[place]} == {}
    assert sum(most > 0 for most in longest.values()) > len(listed) / 2


def test_no_paper_of_a_day_says_more_than_the_list_allows(desks: tuple[PointDesk, PointDesk]) -> None:
    listed = {place: row.most for place, row in allowed_in("paper").items()}

    said = [
        (
            row.template,
            ROW_OF_A_PAPER.sub(r"\1.\2", name) if (row.template, name) not in listed else name,
            text,
        )
        for desk in desks
        for row in desk.papers_of()
        for name, text in printed_texts(dict(row.values)).items()
    ]
    beside = {first_copy(dict(row.values)) for desk in desks for row in desk.papers_of()}

    assert [each for each in said if len(each[2]) > listed[each[0], each[1]]] == []
    assert [figure for figure in beside if figure and not figure.isdecimal()] == []
