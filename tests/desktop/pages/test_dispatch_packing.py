"""«Đóng túi» and «Gửi chuyến» by keyboard and scanner alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.desktop.needs import Weighing
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.widgets import FieldState
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.packing import PackDraft
from tests.support.desk_fakes import PASSWORD
from tests.support.dispatch_fakes import APPROVER, POINTS, REASONS, bag, dispatch_row, full, held
from tests.support.dispatch_page import ENTER, ESC, F9, SPACE, Clerk, Opener
from tests.support.keys import focus_name, type_text

ITEMS = tuple(held(at).item for at in range(8))
TO = POINTS[0]


def _at_bag(clerk: Clerk) -> Clerk:
    clerk.ctrl("2")
    clerk.enter("vu")
    return clerk


def test_items_are_scanned_into_a_bag_that_is_closed_with_seal_and_weight(at_dispatches: Opener) -> None:
    clerk = _at_bag(at_dispatches(full()))

    said = clerk.scan(ITEMS[0], ITEMS[3], "TUI00000777", "NP0004412")
    clerk.enter("640")

    assert said == ["", "", "", ""]
    assert clerk.needs.closed == [PackDraft("TUI00000777", "NP0004412", 640, TO.code, (ITEMS[0], ITEMS[3]))]
    assert clerk.said[-1].startswith("Đã đóng túi TUI00000777: 2 bưu gửi đi Bưu cục Vũ Lăng.")


def test_a_bag_without_a_number_gets_one(at_dispatches: Opener) -> None:
    clerk = _at_bag(at_dispatches(full()))
    clerk.press(SPACE)

    clerk.press(ENTER)
    clerk.enter("", "NP0004412", "300")

    assert clerk.needs.closed[0].receptacle == ""
    assert "TUI07000001" in clerk.said[-1]


def test_a_bag_with_items_for_another_point_is_closed_by_f9_once_more(at_dispatches: Opener) -> None:
    needs = full()
    needs.packable[0] = replace(needs.packable[0], belongs=False)
    needs.packable[3] = replace(needs.packable[3], belongs=True)
    clerk = _at_bag(at_dispatches(needs))
    clerk.scan(ITEMS[0], ITEMS[3], "NP0004412")

    clerk.enter("", "640")

    rows = clerk.rows()
    assert rows[0][4].endswith(" · điểm khác")
    assert rows[3][4].endswith(" · đúng hướng")
    assert clerk.needs.closed == []
    assert clerk.text("problem").startswith("1 bưu gửi trong túi đi điểm khác.")

    clerk.press(F9)

    assert [draft.items for draft in clerk.needs.closed] == [(ITEMS[0], ITEMS[3])]


def test_the_scale_fills_the_weight(at_dispatches: Opener) -> None:
    needs = full()
    needs.scale = Weighing(1_640, stable=True, text="Cân: 1.640 g, ổn định")
    clerk = _at_bag(at_dispatches(needs))

    clerk.scan(ITEMS[0], "NP0004412")
    clerk.press(F9)

    assert [draft.weight_g for draft in clerk.needs.closed] == [1_640]


def test_the_bag_at_hand_tells_count_weight_and_letters(at_dispatches: Opener) -> None:
    clerk = _at_bag(at_dispatches(full()))

    clerk.scan(ITEMS[0], ITEMS[3])

    assert clerk.text("bag_figure") == "2 bưu gửi"
    assert clerk.text("bag_note") == "285 g · B 1 · Hẹn giờ 1"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (ITEMS[1], "approval.item_needed"),
        (held(99).item, "receptacle.item_not_here"),
    ],
)
def test_an_item_that_cannot_go_is_refused_with_its_reason(
    at_dispatches: Opener, number: str, code: str
) -> None:
    clerk = _at_bag(at_dispatches(full()))

    assert clerk.scan(number) == [code]
    assert clerk.text("bag_figure") == "0 bưu gửi"


def test_the_same_item_twice_is_in_the_bag_once(at_dispatches: Opener) -> None:
    clerk = _at_bag(at_dispatches(full()))

    assert clerk.scan(ITEMS[0], ITEMS[0]) == ["", "receptacle.item_inside"]
    assert clerk.text("bag_figure") == "1 bưu gửi"


def test_space_and_all_leave_out_what_cannot_go(at_dispatches: Opener) -> None:
    clerk = _at_bag(at_dispatches(full()))

    clerk.ctrl("A")

    assert clerk.text("bag_figure") == "18 bưu gửi"


def test_f9_asks_for_the_point_first_then_for_seal_and_weight(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("2")
    places = []

    clerk.press(F9)
    places.append(focus_name())
    clerk.enter("vu")
    clerk.press(SPACE)
    clerk.press(F9)
    places.append(focus_name())
    clerk.scan("NP0004412")
    clerk.press(F9)
    places.append(focus_name())

    assert places == ["to", "seal", "weight"]
    assert clerk.needs.closed == []


def test_a_seal_that_was_used_is_told_at_its_field_and_nothing_is_lost(at_dispatches: Opener) -> None:
    needs = full()
    needs.seal_used = "NP0000001"
    clerk = _at_bag(at_dispatches(needs))
    clerk.scan(ITEMS[0], "NP0000001")

    clerk.enter("", "300")
    clerk.press(F9)

    assert clerk.field("seal").state() is FieldState.ERROR
    assert "đã dùng" in clerk.text("problem")
    assert clerk.text("bag_figure") == "1 bưu gửi"
    assert clerk.field("weight").text() == "300"


def test_a_closed_bag_is_opened_again_with_a_reason_and_the_key_once_more(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("2")

    clerk.ctrl("U")
    type_text("2")
    clerk.settle()
    type_text("1")
    clerk.press(ENTER)
    before = list(clerk.needs.undone)
    clerk.ctrl("U")

    assert before == []
    assert clerk.needs.undone == [(bag(1).receptacle, REASONS[0].key)]


def test_the_tag_of_a_bag_says_which_one_is_opened_again(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("2")
    clerk.ctrl("U")

    said = clerk.scan(bag(3).receptacle)
    type_text("3")
    clerk.ctrl("U")

    assert said == [""]
    assert clerk.needs.undone == [(bag(3).receptacle, REASONS[2].key)]


# --- sending -----------------------------------------------------------------------------------------------------


def test_bags_are_scanned_and_sent_with_route_vehicle_and_a_second_person(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")

    said = clerk.scan(bag(0).receptacle, bag(1).receptacle)
    clerk.press(ENTER)
    clerk.enter("DT12", "045")
    clerk.enter("Ly Van Hung", APPROVER, PASSWORD)

    assert said == ["", ""]
    wanted = DispatchDraft(
        to=TO.code,
        route="DT12",
        vehicle="12C-045.17",
        dedicated=True,
        receptacles=(bag(0).receptacle, bag(1).receptacle),
        driver="Ly Van Hung",
    )
    assert clerk.needs.dispatched == [(wanted, AtDesk(APPROVER, PASSWORD))]
    assert "CT240000-261122-7-9" in clerk.said[-1]
    assert len(clerk.rows()) == 6


def test_a_vehicle_that_carries_other_things_needs_an_escort(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")
    clerk.press(SPACE)
    clerk.press(ENTER)

    clerk.enter("DT12", "112")
    asked = focus_name()
    clerk.press(F9)

    assert asked == "escort"
    assert "áp tải" in clerk.field("escort").note_text()
    assert clerk.needs.dispatched == []


def test_a_dedicated_vehicle_asks_for_no_escort(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")
    clerk.press(SPACE)
    clerk.press(ENTER)

    clerk.enter("DT12", "045")

    assert not clerk.sees("escort")
    assert focus_name() == "driver"


def test_a_bag_that_is_not_here_or_was_chosen_is_refused(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")

    said = clerk.scan(bag(0).receptacle, bag(0).receptacle, "TUI99999999", ITEMS[0])

    assert said == ["", "dispatch.bag_chosen", "dispatch.bag_not_here", "refused"]


def test_a_dispatch_is_taken_back_with_a_reason_and_a_second_person(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")
    clerk.ctrl("L")
    at_hand = (clerk.text("sent_number"), clerk.text("sent_note").startswith("Đi Bưu cục"))

    clerk.ctrl("U")
    type_text("2")
    clerk.ctrl("U")
    clerk.enter(APPROVER, PASSWORD)

    assert at_hand == (dispatch_row(0).dispatch, True)

    assert clerk.needs.recalled == [(dispatch_row(0).dispatch, REASONS[1].key, AtDesk(APPROVER, PASSWORD))]
    assert clerk.needs.dispatched == []


def test_esc_leads_back_to_the_bags_and_takes_nothing_back(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("3")
    clerk.ctrl("L")
    clerk.ctrl("U")

    clerk.press(ESC)
    clerk.press(ESC)

    assert clerk.needs.recalled == []
    assert len(clerk.rows()) == 8
