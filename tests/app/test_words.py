"""What the status line, and the label itself, say of a printer: the one thing to be put right, and never more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.words import paper_words, printer_words, strip_words
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.domain.print_job import Evidence
from kt1desk.printing.condition import Condition
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from tests.support.setup_fakes import paper_row

_LABELS = PrinterProfile(
    "label.tcp.a",
    "192.168.1.40",
    PrinterSlot.LABEL.role,
    Language.TSPL,
    Link(PortKind.TCP, "192.168.1.40"),
    Stock(100, 60, 3),
    coding=GraphicCoding.TSPL_TILES,
)


def _label_printer(condition: Condition, trouble: str = "", *, printing: bool = False) -> PrinterCondition:
    return PrinterCondition(PrinterSlot.LABEL, _LABELS, printing, trouble, condition)


@pytest.mark.parametrize(
    ("condition", "says", "tone"),
    [
        (Condition.PAPER_OUT, "Máy in nhãn: hết giấy", Tone.BAD),
        (Condition.COVER_OPEN, "Máy in nhãn: nắp đang mở", Tone.BAD),
        (Condition.UNPLUGGED, "Máy in nhãn: mất kết nối", Tone.BAD),
        (Condition.OFFLINE, "Máy in nhãn: ngoại tuyến", Tone.BAD),
        (Condition.BUSY, "Máy in nhãn: đang bận: xem giấy, nắp", Tone.WARN),
        (Condition.DEAF, "Máy in nhãn: không trả lời, vẫn thử in", Tone.WARN),
        (Condition.PAPER_LOW, "Máy in nhãn: sắp hết giấy", Tone.WARN),
        (Condition.READY, "Máy in nhãn: sẵn sàng", Tone.CALM),
        (Condition.UNKNOWN, "Máy in nhãn: 192.168.1.40", Tone.CALM),
    ],
)
def test_a_printer_is_told_by_what_it_says_of_itself(condition: Condition, says: str, tone: Tone) -> None:
    assert printer_words(_label_printer(condition)) == PrinterState(says, tone)


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_words_and_silence_is_never_called_unplugged(condition: Condition) -> None:
    said = printer_words(_label_printer(condition)).text

    assert said.startswith("Máy in nhãn: ")
    assert ("mất kết nối" in said) is (condition is Condition.UNPLUGGED)


def test_what_a_printer_says_now_is_told_before_what_an_older_attempt_came_to() -> None:
    assert printer_words(_label_printer(Condition.READY, "printer.missing")).tone is Tone.CALM
    assert printer_words(_label_printer(Condition.PAPER_OUT, "printer.stalled")).text.endswith("hết giấy")
    assert printer_words(_label_printer(Condition.UNKNOWN, "printer.missing")).text.endswith("không tìm thấy")


@pytest.mark.parametrize("condition", [Condition.READY, Condition.PAPER_LOW, Condition.DEAF])
@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        ("disk.full", "đĩa đầy"),
        ("printer.fault", "có lỗi, mở lại chương trình"),
        ("printer.no_answer", "chưa trả lời sau lần in dở"),
    ],
)
def test_a_printer_that_is_well_is_not_called_ready_while_no_paper_can_go_to_it(
    condition: Condition, trouble: str, says: str
) -> None:
    said = printer_words(_label_printer(condition, trouble))

    assert said.text.startswith(f"Máy in nhãn: {says}")
    assert said.tone is Tone.BAD


def test_how_long_a_paper_takes_stands_on_the_status_line_for_labels_alone() -> None:
    slow = replace(_LABELS, link=Link(PortKind.SERIAL, "/dev/ttyUSB0", 9600))

    label = printer_words(PrinterCondition(PrinterSlot.LABEL, slow, condition=Condition.READY))
    roll = printer_words(PrinterCondition(PrinterSlot.ROLL, slow, condition=Condition.READY))

    assert label.text.startswith("Máy in nhãn: sẵn sàng, khoảng ")
    assert (label.tone, roll) == (Tone.WARN, PrinterState("Máy in cuộn: sẵn sàng", Tone.CALM))


def test_a_desk_without_a_roll_printer_is_not_warned_of_it() -> None:
    roll = printer_words(PrinterCondition(PrinterSlot.ROLL, None))
    labels = printer_words(PrinterCondition(PrinterSlot.LABEL, None))

    assert (roll.text, roll.tone) == ("Máy in cuộn: chưa cài", Tone.CALM)
    assert labels.tone is Tone.WARN


def test_a_label_that_waits_says_for_what() -> None:
    queued = paper_row(2, "queued")

    assert paper_words(queued, _label_printer(Condition.PAPER_OUT)) == ("Chờ: hết giấy", Tone.BAD)
    assert paper_words(queued, _label_printer(Condition.READY)) == ("Chờ in", Tone.WARN)
    assert paper_words(paper_row(2, "sending"), _label_printer(Condition.BUSY)) == (
        "Đang gửi: bận",
        Tone.WARN,
    )
    assert paper_words(paper_row(2), _label_printer(Condition.PAPER_OUT)) == paper_words(paper_row(2))


@pytest.mark.parametrize(
    ("condition", "waits", "says"),
    [
        (Condition.PAPER_OUT, True, "Máy in: hết giấy – nhãn đang chờ"),
        (Condition.PAPER_OUT, False, "Máy in: hết giấy"),
        (Condition.READY, True, None),
        (Condition.UNKNOWN, True, None),
    ],
)
def test_the_strip_beside_the_label_says_what_is_wrong_and_whether_a_label_waits(
    condition: Condition, waits: bool, says: str | None
) -> None:
    strip = strip_words(_label_printer(condition), waits=waits)

    assert (strip.text if strip is not None else None) == says


def test_only_a_printer_that_confirmed_or_a_person_makes_it_printed() -> None:
    said = {each: paper_words(paper_row(2, evidence=each.value))[0] for each in Evidence}

    assert said == {
        Evidence.TRANSPORT_ONLY: "Đã gửi máy in",
        Evidence.ACKED: "Đã in (máy báo)",
        Evidence.CLERK: "Đã in",
        Evidence.SCANNED: "Đã in, đã quét",
    }
