"""«Nhận chuyến» by keyboard and scanner alone: parts of a code, a bag, its items one by one, differences, the end of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.services.arrival_view import INTACT, SEAL_BROKEN, Wrong
from kt1desk.services.arrivals import ReceiveDraft
from tests.support.arrival_fakes import CODES
from tests.support.dispatch_fakes import FakeDispatches, expected, full, held
from tests.support.dispatch_page import CTRL, ENTER, ESC, F9, Clerk, Opener
from tests.support.keys import focus_name, press, type_text

BAG, SEAL = "TUI00000052", "NP0000811"
GIVER = "Ly Van Hung"


def inside(count: int) -> list[str]:
    """The items of the example bag."""
    return [held(100 + at).item for at in range(count)]


def _opened(clerk: Clerk, seal: str = SEAL) -> Clerk:
    clerk.ctrl("4")
    clerk.scan(BAG, seal)
    clerk.enter("1640", GIVER)
    clerk.press(F9)
    return clerk


def test_a_scanned_bag_brings_its_dispatch_and_is_taken_over_and_opened(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("4")

    clerk.scan(BAG, SEAL)
    note = clerk.field("seal").note_text()
    clerk.enter("1640", GIVER)
    clerk.press(F9)

    row = next(iter(expected().values())).dispatch
    assert note == "Đúng niêm phong trên bản kê."
    assert clerk.needs.received == [
        ReceiveDraft(BAG, SEAL, 1640, INTACT, GIVER, dispatch=row.dispatch, scan=True)
    ]
    assert clerk.needs.opened == [BAG]
    assert clerk.text("dispatch_number") == row.dispatch


def test_a_seal_that_differs_is_told_before_it_is_cut(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("4")

    clerk.scan(BAG, "NP0000999")

    assert SEAL in clerk.field("seal").note_text()


def test_a_bag_without_a_seal_is_taken_over_as_broken(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("4")
    clerk.scan(BAG)

    clerk.enter("", "1640", GIVER)

    assert [(each.seal, each.condition) for each in clerk.needs.received] == [("", SEAL_BROKEN)]


def test_a_bag_whose_data_has_not_come_is_taken_over_all_the_same(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("4")

    clerk.scan("TUI00000999", "NP0000999")
    told = clerk.text("problem")
    clerk.enter("900", GIVER)

    assert "chưa có dữ liệu" in told
    assert [(each.receptacle, each.dispatch) for each in clerk.needs.received] == [("TUI00000999", "")]


def test_items_are_counted_one_by_one(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))

    said = clerk.scan(*inside(3))

    assert said == ["", "", ""]
    assert clerk.text("count") == "3 / 9"
    assert [row[0] for row in clerk.rows()[:4]] == ["Đã nhận", "Đã nhận", "Đã nhận", "Chưa quét"]
    assert [(each.item, each.receptacle) for each in clerk.needs.scanned] == [
        (item, BAG) for item in inside(3)
    ]


def test_the_same_item_twice_is_heard_and_written_once(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))

    said = clerk.scan(inside(1)[0], inside(1)[0])

    assert said == ["", "arrival.already"]
    assert len(clerk.needs.scanned) == 1
    assert clerk.text("count") == "1 / 9"


def test_a_surplus_item_is_written_and_heard(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))

    said = clerk.scan(held(300).item)

    assert said == ["arrival.surplus"]
    assert [each.item for each in clerk.needs.scanned] == [held(300).item]
    assert "thừa" in clerk.text("last_scan")
    assert clerk.heard == []


def test_a_damaged_item_is_said_before_its_scan_and_counts_for_that_one_alone(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))

    clerk.ctrl("M")
    clerk.press(Qt.Key.Key_Right)
    clerk.scan(*inside(2))

    assert [each.condition for each in clerk.needs.scanned] == ["damaged", INTACT]


def test_two_hundred_scans_faster_than_they_are_written_are_each_written_once_in_their_order(
    at_dispatches: Opener,
) -> None:
    clerk = _opened(at_dispatches(full(200)))
    clerk.needs.gate.clear()

    for item in inside(200):
        assert clerk.window.take_scan(item)
    counted_at_once = clerk.text("count")
    clerk.needs.gate.set()
    clerk.settle()

    assert counted_at_once == "200 / 200"
    assert [each.item for each in clerk.needs.scanned] == inside(200)
    assert clerk.text("count") == "200 / 200"


def test_a_scan_that_could_not_be_written_is_taken_back_and_heard(at_dispatches: Opener) -> None:
    needs = full()
    needs.faults = {inside(2)[1]}
    clerk = _opened(at_dispatches(needs))

    clerk.scan(*inside(3))
    lost = clerk.text("count")
    clerk.scan(inside(2)[1])

    assert lost == "2 / 9"
    assert len(clerk.heard) == 1
    assert "CHƯA được ghi" in clerk.heard[0]
    assert clerk.text("count") == "3 / 9"


def test_scans_that_come_while_the_dispatch_is_being_read_are_not_lost(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))

    press(Qt.Key.Key_R, CTRL)
    for item in inside(4):
        clerk.window.take_scan(item)
    clerk.settle()

    assert [each.item for each in clerk.needs.scanned] == inside(4)
    assert clerk.text("count") == "4 / 9"


def test_an_arrival_with_differences_is_closed_only_when_each_has_its_record(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))
    clerk.scan(*inside(8))

    clerk.press(F9)
    first = (list(clerk.needs.arrived), [row[2] for row in clerk.rows()])
    clerk.ctrl("B")
    type_text("1")
    clerk.settle()
    clerk.press(F9)

    assert first == ([], ["Chưa lập, Ctrl+B"])
    ((difference, code),) = clerk.needs.incidents
    assert (difference.wrong, difference.number, code) == (Wrong.MISSING, inside(9)[8], CODES[0].key)
    assert len(clerk.needs.arrived) == 1
    assert clerk.text("list_title") == "Chuyến đang tới"


def test_a_difference_has_one_record(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))
    clerk.scan(*inside(8))
    clerk.press(F9)
    clerk.ctrl("B")
    type_text("1")
    clerk.settle()

    clerk.ctrl("B")

    assert not clerk.sees("reason_card")
    assert len(clerk.needs.incidents) == 1


def test_lists_of_a_dispatch_follow_each_other(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))
    titles = []

    for _ in range(3):
        clerk.ctrl("L")
        titles.append(clerk.text("list_title"))

    assert titles == ["Túi trong chuyến", "Sai lệch", "Bưu gửi trong chuyến"]


def test_esc_leads_back_to_what_is_coming_and_forgets_nothing(at_dispatches: Opener) -> None:
    clerk = _opened(at_dispatches(full()))
    clerk.scan(*inside(2))

    clerk.press(ESC)
    back = clerk.text("list_title")
    clerk.press(ENTER)

    assert back == "Chuyến đang tới"
    assert clerk.text("count") == "2 / 9"


def test_parts_of_a_code_are_counted_and_the_last_one_brings_the_dispatch(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    told = []

    for part in (b"part1", b"part2", b"part1"):
        assert clerk.window.take_part(part)
        clerk.settle()
        told.append(clerk.text("paper_state"))
    clerk.window.take_part(b"part3")
    clerk.settle()

    assert told == [
        "Đã có 1/3 phần, thiếu phần 2, 3.",
        "Đã có 2/3 phần, thiếu phần 3.",
        "Đã có 2/3 phần, thiếu phần 3.",
    ]
    assert clerk.text("dispatch_number") == next(iter(expected()))


def test_a_part_is_read_wherever_the_clerk_is(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)

    taken = clerk.window.take_part(b"part1")
    clerk.settle()

    assert taken
    assert clerk.page.isVisible()
    assert clerk.text("paper_state") == "Đã có 1/3 phần, thiếu phần 2, 3."


def test_a_code_of_something_else_is_refused_and_heard(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.window.take_part(b"other")
    clerk.settle()

    assert len(clerk.heard) == 1
    assert clerk.text("paper_state") == clerk.heard[0]


def test_a_bundle_file_brings_its_dispatch_and_a_wrong_one_is_told_at_its_field(
    at_dispatches: Opener,
) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("4")
    clerk.ctrl("O")

    clerk.enter("/usb/anh.png")
    told, place = clerk.text("problem"), focus_name()
    clerk.field("file").clear()
    clerk.enter("/usb/goi.kt1bundle")

    assert told
    assert place == "file"
    assert clerk.text("dispatch_number") == next(iter(expected()))


def test_an_item_before_its_data_is_taken_by_its_label(at_dispatches: Opener) -> None:
    clerk = at_dispatches(FakeDispatches())
    clerk.ctrl("4")

    said = clerk.scan(held(1).item)

    assert said == [""]
    assert [each.item for each in clerk.needs.scanned] == [held(1).item]
    assert "theo nhãn" in clerk.text("last_scan")


def test_what_cannot_be_read_is_said(at_dispatches: Opener) -> None:
    needs = full()
    clerk = at_dispatches(needs)
    clerk.ctrl("4")
    needs.arriving = {}

    clerk.press(ENTER)

    assert clerk.text("problem").startswith("Chưa có dữ liệu của chuyến")
