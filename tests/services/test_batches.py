"""A list of KT1 items: every line looked at, each accepted for itself, none twice, and nothing half."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.items import read_item_accepted
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.services.batches import LineState
from kt1desk.services.list_report import TITLES, report_rows, summary
from kt1desk.services.sheets import SheetLine
from tests.support.desks import Counter, counter, small_block
from tests.support.lists import accepted, batches, cover, numbers, outcomes, planned, sheet

READY, ACCEPTED, REFUSED = LineState.READY, LineState.ACCEPTED, LineState.REFUSED
REPEAT, LEFT = LineState.REPEAT, LineState.LEFT


def items(desk: Counter) -> list[str]:
    with desk.store.read() as reader:
        return sorted(row.item for row in reader.items_here(100))


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()


def test_a_plan_tells_the_price_of_each_line_and_writes_nothing(desk: Counter) -> None:
    before = events(desk)

    plan = planned(desk, cover(), cover(weight="20", urgency="Hỏa tốc"), cover(receiver=""))

    assert outcomes(plan) == [(2, READY, ""), (3, READY, ""), (4, REFUSED, "item.receiver_missing")]
    assert [line.total_dong > 0 for line in plan.lines] == [True, True, False]
    assert plan.total_dong(READY) == plan.lines[0].total_dong + plan.lines[1].total_dong
    assert events(desk) == before
    assert items(desk) == []


def test_a_line_that_is_refused_leaves_the_others(desk: Counter) -> None:
    batch = accepted(desk, cover(), cover(sender="KHONG"), cover(weight="20"))

    assert outcomes(batch) == [(2, ACCEPTED, ""), (3, REFUSED, "item.agency_unknown"), (4, ACCEPTED, "")]
    assert items(desk) == sorted(numbers(batch))
    assert len(desk.papers_of()) == 4


def test_a_line_becomes_what_a_clerk_would_have_typed(desk: Counter) -> None:
    line = cover(
        sender="Sở Nội vụ tỉnh Lạng Sơn",
        secrecy="chữ c",
        urgency="HẸN GIỜ",
        agreed_time="24/11/2026 8h30",
        weight="340 g",
        pieces="1",
        number="mx 000 000 028 vn",
        named_person="x",
        handed_by="Nông Thị Mai",
    )

    plan = planned(desk, line)

    draft = plan.lines[0].draft
    assert outcomes(plan) == [(2, READY, "")]
    assert draft is not None
    assert (draft.secrecy, draft.urgency, draft.weight_g, draft.pieces) == (Secrecy.C, Urgency.TIMED, 340, 1)
    assert draft.sender == desk.reference.agency("SNV", desk.shifts.proposed_date()).agency_id
    assert draft.payment is Payment.ACCOUNT
    assert draft.answers["named_person"]


def test_the_event_keeps_the_key_of_its_line_and_not_what_the_line_says(desk: Counter) -> None:
    batch = accepted(desk, cover())

    with desk.store.read() as reader:
        row = reader.item(numbers(batch)[0])
        assert row is not None
        event = reader.event(row.event)
    assert event is not None
    assert read_item_accepted(event).line == batch.lines[0].key
    assert len(batch.lines[0].key) == 32


def test_another_desk_gives_the_same_line_another_key(desk: Counter) -> None:
    here = planned(desk, cover()).lines[0].key

    elsewhere = batches(desk, bytes(32)).plan(desk.session(), sheet(cover())).lines[0].key

    assert here != elsewhere


def test_the_same_list_again_accepts_nothing_and_tells_the_numbers(desk: Counter) -> None:
    first = accepted(desk, cover(), cover(), cover(weight="20"))

    again = accepted(desk, cover(), cover(), cover(weight="20"))

    assert [line.state for line in again.lines] == [REPEAT] * 3
    assert [line.number for line in again.lines] == list(numbers(first))
    assert len(items(desk)) == 3


def test_capitals_blanks_and_the_order_of_lines_do_not_make_another_list(desk: Counter) -> None:
    accepted(desk, cover(receiver="UBVL", handed_by="Mai"), cover(weight="20"))

    again = accepted(desk, cover(weight="20"), cover(receiver="ubvl", handed_by=" MAI "))

    assert [line.state for line in again.lines] == [REPEAT, REPEAT]


def test_another_number_of_the_list_makes_other_items(desk: Counter) -> None:
    accepted(desk, cover(), list_id="27/DS")

    by_option = accepted(desk, cover(), list_id="28/DS")
    by_column = accepted(desk, cover(list="29/DS"))
    same = accepted(desk, cover(list="28/ds"))

    assert [batch.lines[0].state for batch in (by_option, by_column, same)] == [ACCEPTED, ACCEPTED, REPEAT]


def test_a_line_added_to_a_list_is_the_only_one_accepted(desk: Counter) -> None:
    accepted(desk, cover())

    longer = accepted(desk, cover(), cover())

    assert [line.state for line in longer.lines] == [REPEAT, ACCEPTED]


def test_what_was_looked_at_by_two_is_accepted_once(desk: Counter) -> None:
    made = batches(desk)
    early, late = (made.plan(desk.session(), sheet(cover())) for _ in range(2))

    first = made.accept(desk.session(), early, checked=True)
    second = made.accept(desk.session(), late, checked=True)

    assert outcomes(second) == [(2, REPEAT, "batch.line_taken")]
    assert second.lines[0].number == first.lines[0].number
    assert len(items(desk)) == 1


def test_nothing_is_accepted_before_the_clerk_says_that_covers_were_looked_at(desk: Counter) -> None:
    made = batches(desk)
    plan = made.plan(desk.session(), sheet(cover()))

    with pytest.raises(DeskError) as caught:
        made.accept(desk.session(), plan, checked=False)

    assert caught.value.code == "batch.not_checked"
    assert items(desk) == []


def test_a_run_is_stopped_between_lines_and_goes_on_from_there(desk: Counter) -> None:
    made = batches(desk)
    lines = [cover(weight=str(weight)) for weight in (10, 20, 30)]
    plan = made.plan(desk.session(), sheet(*lines))

    stopped = made.accept(desk.session(), plan, checked=True, go_on=lambda done, _of: done < 1)
    rest = accepted(desk, *lines)

    assert outcomes(stopped) == [(2, ACCEPTED, ""), (3, LEFT, "batch.stopped"), (4, LEFT, "batch.stopped")]
    assert [line.state for line in rest.lines] == [REPEAT, ACCEPTED, ACCEPTED]


def test_when_the_numbers_run_out_the_lines_before_are_accepted_and_the_rest_are_left(tmp_path: Path) -> None:
    with counter(tmp_path, small_block(2)) as desk:
        desk.open_shift()

        batch = accepted(desk, *[cover(weight=str(weight)) for weight in (10, 20, 30, 40)])

        assert outcomes(batch) == [
            (2, ACCEPTED, ""),
            (3, ACCEPTED, ""),
            (4, REFUSED, "number.block_empty"),
            (5, LEFT, "number.block_empty"),
        ]


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"sender": ""}, "item.sender_missing", "Cơ quan gửi"),
        ({"sender": "Sở Không Có"}, "item.agency_unknown", "Cơ quan gửi"),
        ({"receiver": ""}, "item.receiver_missing", "Cơ quan nhận"),
        ({"receiver": "SNV"}, "item.same_party", "Cơ quan nhận"),
        ({"receiver": "Bộ X", "receiver_address": "1 Lê Lợi"}, "item.province_missing", "Tỉnh nhận"),
        ({"receiver_address": "1 Lê Lợi"}, "batch.address_differs", "Địa chỉ nhận"),
        (
            {"receiver": "Bộ X", "receiver_address": "1 Lê Lợi", "receiver_province": "Hà Bắc cũ"},
            "batch.province_unknown",
            "Tỉnh nhận",
        ),
        ({"secrecy": "D"}, "batch.letter_unknown", "Ký hiệu bì"),
        ({"urgency": "gấp"}, "batch.urgency_unknown", "Độ khẩn"),
        ({"urgency": "hẹn giờ"}, "item.agreed_time_missing", "Hẹn giờ"),
        ({"urgency": "hẹn giờ", "agreed_time": "mai"}, "item.agreed_time_shape", "Hẹn giờ"),
        ({"urgency": "hẹn giờ", "agreed_time": "08:00 21/11/2026"}, "item.agreed_time_past", "Hẹn giờ"),
        ({"agreed_time": "08:00 25/11/2026"}, "item.agreed_time_unexpected", "Hẹn giờ"),
        ({"urgency": "hẹn giờ", "agreed_time": "8:00", "agreed_day": "mai"}, "batch.day_shape", "Ngày hẹn"),
        ({"weight": "1.250"}, "batch.weight_shape", "Khối lượng (g)"),
        ({"weight": "340.5"}, "batch.weight_shape", "Khối lượng (g)"),
        ({"weight": "nặng"}, "batch.weight_shape", "Khối lượng (g)"),
        ({"weight": ""}, "item.weight_zero", "Khối lượng (g)"),
        ({"weight": "999999"}, "item.weight_above_maximum", "Khối lượng (g)"),
        ({"pieces": "hai"}, "batch.pieces_shape", "Số bì"),
        ({"pieces": "0"}, "item.pieces_range", "Số bì"),
        ({"payment": "sau"}, "batch.payment_unknown", "Thanh toán"),
        ({"named_person": "có lẽ"}, "batch.yes_no", "Chỉ người có tên bóc bì"),
        ({"number": "MX000000029VN"}, "number.check_digit", "Số hiệu"),
        ({"number": "RR123456785VN"}, "number.not_in_block", "Số hiệu"),
        ({"handed_by": "x" * 81}, "text.too_long", "Người giao"),
        ({"handed_by": "Mai\u200b"}, "text.bad_character", "Người giao"),
    ],
)
def test_a_bad_cell_refuses_its_line_at_its_column(
    desk: Counter, cells: dict[str, str], code: str, title: str
) -> None:
    batch = accepted(desk, cover(**cells))

    assert [(line.reason.code if line.reason else "", line.place) for line in batch.lines] == [(code, title)]
    assert items(desk) == []


def test_a_line_that_could_not_be_read_is_refused_for_that(desk: Counter) -> None:
    made = batches(desk)
    broken = SheetLine(7, cover(), DeskError("sheet.merged_cell", "weight", range="C7:C9"))
    read = sheet()

    plan = made.plan(desk.session(), type(read)(read.name, "", read.digest, read.layout, (broken,)))

    assert outcomes(plan) == [(7, REFUSED, "sheet.merged_cell")]
    assert plan.lines[0].place == "Khối lượng (g)"


def test_a_label_that_stands_on_two_lines_is_on_one_cover_only(desk: Counter) -> None:
    batch = accepted(desk, cover(number="MX000000028VN"), cover(number="mx000000028vn", weight="20"))

    assert outcomes(batch) == [(2, ACCEPTED, ""), (3, REFUSED, "batch.number_twice")]


def test_without_a_clearance_no_list_of_items_is_looked_at(desk: Counter) -> None:
    with pytest.raises(DeskError, match=r"user\.clearance_missing"):
        planned(desk, cover(), user="uncleared")


def test_without_a_shift_or_the_right_the_whole_list_is_refused(quiet_desk: Counter) -> None:
    with pytest.raises(DeskError) as no_shift:
        planned(quiet_desk, cover())
    quiet_desk.open_shift()
    with pytest.raises(DeskError) as no_right:
        planned(quiet_desk, cover(), user="inspector")

    assert (no_shift.value.code, no_right.value.code) == ("shift.not_open", "user.not_allowed")


def test_a_receiver_that_is_not_listed_goes_to_the_address_on_the_cover(desk: Counter) -> None:
    line = cover(
        receiver="Văn phòng Bộ X", receiver_address="8 Tôn Thất Thuyết", receiver_province="TP Hà Nội"
    )

    batch = accepted(desk, line)

    with desk.store.read() as reader:
        row = reader.item(numbers(batch)[0])
    assert row is not None
    assert row.receiver is not None
    assert (row.receiver.agency, row.receiver.province) == ("", "01")
    assert row.receiver.address.startswith("8 Tôn Thất Thuyết")


def test_the_report_names_lines_and_numbers_and_repeats_no_cell(desk: Counter) -> None:
    batch = accepted(desk, cover(handed_by="Nông Thị Mai"), cover(sender="Sở Bí Ẩn"))

    rows = report_rows(batch)

    assert len(TITLES) == len(rows[0])
    assert rows[0][:3] == ("2", "Đã nhận", numbers(batch)[0])
    assert rows[1][:2] == ("3", "Không nhận")
    assert rows[1][4] == "Cơ quan gửi"
    assert "Cơ quan gửi không có trong danh sách" in rows[1][5]
    assert not any(word in repr(rows) + repr(batch) for word in ("Bí Ẩn", "Mai"))
    assert summary(batch)[:2] == ("Đã nhận: 1 dòng", "Không nhận: 1 dòng")
