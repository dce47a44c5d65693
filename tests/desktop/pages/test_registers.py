"""The page of registers by keys alone: what runs out is marked by a word, the form is what the register declares, F9 keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.registers import RegistersPage
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.registers import PEOPLE, PLACES, REGISTERS
from tests.support.register_fakes import FakeRegisters
from tests.support.work_page import DOWN, ENTER, ESC, F9, AtWorks, Opener

At = Callable[[FakeRegisters], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeRegisters) -> AtWorks:
        return at_works(lambda jobs: RegistersPage(needs, jobs), Place.REGISTERS)

    return make


def test_the_twelve_registers_stand_at_the_left_and_cleared_people_with_what_ends_first(at: At) -> None:
    clerk = at(FakeRegisters())

    assert [row[0] for row in clerk.rows("registers")] == [each.title for each in REGISTERS.values()]
    assert clerk.rows("entries") == [
        ("Lý Văn Hùng", "20/11/2026", "hết hạn"),
        ("Vi Văn Minh", "04/12/2026", "còn 12 ngày"),
        ("Nông Thị Thu", "01/01/2027", "chưa ghi sổ"),
        ("Hoàng Thị Lan", "09/01/2027", "còn hạn"),
    ]
    assert clerk.text("list_count") == "4 dòng · 1 hết hạn · 1 sắp hết hạn"


@pytest.mark.parametrize("code", REGISTERS)
def test_the_form_has_an_input_for_each_declared_column_with_its_length(at: At, code: str) -> None:
    clerk = at(FakeRegisters())
    clerk.window.go(Place.REGISTERS, f"book:{code}")
    clerk.settle()

    columns = REGISTERS[code].columns
    fields = [each for each in clerk.page.side().findChildren(FieldEdit) if each.isVisible()]  # type: ignore[union-attr]
    assert [each.objectName() for each in fields] == [column.code for column in columns]
    assert [each.accessibleName() for each in fields] == [column.title for column in columns]
    for each, column in zip(fields, columns, strict=True):
        if column.kind.value in {"reference", "number", "person", "address"}:
            assert each.maxLength() == column.max_length


def test_an_entry_is_typed_from_input_to_input_with_days_as_people_write_them(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.ctrl("N")
    clerk.type("thu")
    clerk.press(ENTER)
    clerk.enter("1/11/2026", "1/11/2028", "011126", "01.11.28", "1-11-26", "1/11/2028")

    assert needs.written == [
        (
            PEOPLE,
            "",
            {
                "user": "thu",
                "vetted_on": "2026-11-01",
                "vetted_until": "2028-11-01",
                "committed_on": "2026-11-01",
                "committed_until": "2028-11-01",
                "trained_on": "2026-11-01",
                "trained_until": "2028-11-01",
            },
        )
    ]
    assert clerk.said == ["Đã ghi vào sổ: dòng thu."]
    assert clerk.table("entries").hasFocus()


def test_an_entry_is_changed_without_its_key_and_kept_by_f9(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.press(ENTER, DOWN, ENTER)
    assert clerk.text("form_title") == "Dòng minh"
    assert not clerk.field("user").isEnabled()
    assert clerk.field("trained_until").text() == "04/12/2026"

    clerk.field("trained_until").setFocus()
    clerk.field("trained_until").selectAll()
    clerk.type("4/12/2028")
    clerk.press(F9)

    (register, entry, values) = needs.written[0]
    assert (register, entry, values["trained_until"]) == (PEOPLE, "minh", "2028-12-04")
    assert ("Vi Văn Minh", "09/01/2027", "còn hạn") in clerk.rows("entries")


def test_somebody_cleared_without_an_entry_is_entered_from_his_row(at: At) -> None:
    clerk = at(FakeRegisters())
    clerk.press(ENTER, DOWN, DOWN, ENTER)

    assert clerk.text("form_title") == "Dòng mới"
    assert clerk.field("user").text() == "Nông Thị Thu"
    assert clerk.field("vetted_on").hasFocus()


def test_what_is_wrong_is_said_at_its_input_and_nothing_is_lost(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.ctrl("N")
    clerk.type("thu")
    clerk.press(ENTER)
    clerk.enter("32/1/2026")
    assert clerk.note("vetted_on") == "Gõ ngày như 04/12/2026."
    clerk.field("vetted_on").selectAll()
    clerk.enter("1/1/2026", "1/1/2025")
    clerk.press(F9)
    assert "Chưa ghi «Ký cam kết ngày»" in clerk.note("committed_on")
    clerk.enter("1/1/2026", "1/1/2027", "1/1/2026", "1/1/2027")

    assert "ở trước ngày bắt đầu" in clerk.note("vetted_until")
    assert clerk.field("vetted_until").hasFocus()
    assert needs.written == []


def test_a_code_is_chosen_of_its_list_and_what_is_not_in_it_is_not_taken(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.press(DOWN)
    clerk.ctrl("N")
    clerk.enter("ket2")
    clerk.type("xe")
    clerk.press(ENTER)
    assert "Không có trong danh mục" in clerk.note("kind")
    clerk.field("kind").selectAll()
    clerk.type("cabinet")
    clerk.press(ENTER)
    clerk.type("yes")
    clerk.press(ENTER)
    clerk.enter("p2")

    assert needs.written == [
        (PLACES, "", {"place": "KET2", "kind": "cabinet", "fire_proof": "yes", "room": "P2"})
    ]


def test_whoever_may_only_read_finds_no_key_that_keeps(at: At) -> None:
    needs = FakeRegisters(may_keep=False)
    clerk = at(needs)

    assert "Chỉ trưởng bưu cục" in clerk.text("form_note")
    assert not clerk.sees("keep")
    assert not clerk.field("user").isEnabled()
    clerk.press(F9)
    assert needs.written == []


def test_esc_goes_from_the_form_to_the_entries_to_the_registers(at: At) -> None:
    clerk = at(FakeRegisters())
    clerk.press(ENTER, ENTER)
    assert clerk.field("vetted_on").hasFocus()
    clerk.press(ESC)
    assert clerk.table("entries").hasFocus()
    clerk.press(ESC)
    assert clerk.table("registers").hasFocus()
