"""From a printer on a cable to one that is described: simulated printers on real lines are found, asked, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.desktop.needs import (
    DeviceSettings,
    PrinterDraft,
    Tone,
)
from kt1desk.domain.errors import DeskError
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.finding import Find, Guess
from kt1desk.printing.profile import Language, PortKind
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.wording import sentence
from kt1desk.simprinter.machine import Language as Spoken
from kt1desk.simprinter.troubles import Troubles
from tests.support.printer_desks import (
    LABEL,
    PAGE,
    ROLL,
    Attach,
    PrinterDesk,
    lines_in,
    refused,
)


@pytest.fixture
def desk(tmp_path: Path) -> PrinterDesk:
    return PrinterDesk(tmp_path)


@pytest.fixture
def attach(tmp_path: Path) -> Iterator[Attach]:
    with lines_in(tmp_path) as made:
        yield made


def test_what_was_found_is_shown_with_a_guess_and_with_what_uses_it_already(desk: PrinterDesk) -> None:
    desk.plug_in("/dev/ttyUSB0", "1203:0250:TE2", Guess("TSC", Language.TSPL))
    desk.plug_in("/dev/ttyUSB1")
    desk.plug_in("/dev/ttyUSB2")
    desk.hardware.keep_devices(DeviceSettings(True, 0, "/dev/ttyUSB1", "/dev/ttyUSB2", "cas"))

    found = {each.key: each for each in desk.setup.find(LABEL).found}

    assert found["serial:/dev/ttyUSB0"].guess == "có thể là TSC, TSPL (TSC, HPRT, Xprinter nhãn)"
    assert [found[f"serial:/dev/ttyUSB{number}"].used_by for number in (0, 1, 2)] == ["", "máy quét", "cân"]
    assert {key for key, each in found.items() if each.is_typed} == {"tcp", "pdf_folder", "device"}


def test_a_port_of_a_scanner_or_a_scale_is_not_asked(desk: PrinterDesk, attach: Attach) -> None:
    line = attach(Spoken.ZPL)
    port = desk.plug_in(line.address)
    desk.hardware.keep_devices(DeviceSettings(True, 0, "", line.address, "cas"))

    assert refused(lambda: desk.setup.probe(LABEL, port)) == ("printer.port_taken", "port")


def test_a_printer_that_serves_another_slot_is_shown_as_used(desk: PrinterDesk, attach: Attach) -> None:
    line = attach(Spoken.ZPL)
    port = desk.plug_in(line.address)
    desk.set_up(LABEL, port)

    shown = {each.key: each.used_by for each in desk.setup.find(ROLL).found}

    assert shown[port] == "máy in nhãn"
    assert {each.key: each.used_by for each in desk.setup.find(LABEL).found}[port] == ""


@pytest.mark.parametrize(
    ("spoken", "slot", "language", "status", "fence"),
    [
        (Spoken.ZPL, LABEL, Language.ZPL, StatusWay.HS, Fence.NONE),
        (Spoken.TSPL, LABEL, Language.TSPL, StatusWay.ESC_Q, Fence.NONE),
        (Spoken.ESCPOS, ROLL, Language.ESCPOS, StatusWay.ASB, Fence.GS_H),
    ],
)
def test_a_printer_is_asked_proposed_and_kept_with_what_it_said_itself(
    spoken: Spoken,
    slot: str,
    language: Language,
    status: StatusWay,
    fence: Fence,
    desk: PrinterDesk,
    attach: Attach,
) -> None:
    line = attach(spoken)
    port = desk.plug_in(line.address)

    probe = desk.setup.probe(slot, port)
    desk.setup.save(desk.setup.propose(slot, port, probe=probe))

    kept = desk.profile(PrinterSlot(slot))
    assert (kept.language, kept.can.status, kept.can.fence) == (language, status, fence)
    assert (kept.can.status_by, kept.can.coding_by) == (Origin.PROBED, Origin.DOCUMENTED)
    assert probe.tone is Tone.GOOD
    assert (desk.kept, desk.lent) == (1, 1)
    assert line.pages == ()


def test_what_a_printer_cannot_do_is_not_shown_as_good_and_its_coding_has_the_name_of_its_choice(
    desk: PrinterDesk, attach: Attach
) -> None:
    line = attach(Spoken.TSPL)
    desk.set_up(LABEL, desk.plug_in(line.address))

    findings = desk.setup.find(LABEL)
    facts = {fact.name: fact for fact in findings.facts}

    assert facts["Xác nhận đã in"].tone is Tone.CALM
    assert facts["Xác nhận đã in"].value.startswith("không")
    assert facts["Báo tình trạng"].tone is Tone.GOOD
    assert findings.kept is not None
    coding = findings.kept.coding
    assert facts["Cách gửi hình"].value == {each.key: each.text for each in findings.codings}[coding]


def test_silence_is_told_as_silence_and_the_guess_is_proposed(desk: PrinterDesk, attach: Attach) -> None:
    line = attach(Spoken.TSPL)
    line.change(Troubles(deaf=True))
    port = desk.plug_in(line.address, guess=Guess("TSC", Language.TSPL))

    probe = desk.setup.probe(LABEL, port)
    draft = desk.setup.propose(LABEL, port, probe=probe)

    assert (probe.language, probe.tone) == ("", Tone.CALM)
    assert "không trả lời" in probe.text
    assert "hỏng" not in probe.text
    assert (draft.language, draft.coding, draft.stock) == ("tspl", "tiles", "100x60")


def test_without_an_answer_and_a_guess_the_language_is_asked_unless_there_is_only_one(
    desk: PrinterDesk,
) -> None:
    port = desk.plug_in("/dev/ttyS0")

    label, roll = desk.setup.propose(LABEL, port), desk.setup.propose(ROLL, port)

    assert (label.language, label.stock) == ("", "100x60")
    assert (roll.language, roll.stock, roll.coding) == ("escpos", "roll80", "lines")
    assert refused(lambda: desk.setup.save(label)) == ("printer.profile", "language")


def test_a_printer_that_is_not_there_is_looked_for_at_its_address_while_it_is_set_up(
    desk: PrinterDesk, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "lp7")
    desk.setup.save(PrinterDraft(LABEL, "device", "tspl", "100x60", "tiles", nowhere))

    asked = refused(lambda: desk.setup.probe(LABEL, "device", nowhere))
    tried = refused(lambda: desk.setup.print_test_page(LABEL))

    assert (asked, tried) == (("printer.not_found", "target"), ("printer.not_found", "port"))
    said = sentence(DeskError(*asked))
    assert "địa chỉ" in said
    assert "giấy chờ" not in said


@pytest.mark.parametrize("typed", ["giay-in", "{}/giay-in", "{}/mot-tep", "{}/" + "a" * 300])
def test_what_is_no_folder_is_refused_where_it_was_typed_and_nothing_is_kept(
    typed: str, desk: PrinterDesk, tmp_path: Path
) -> None:
    (tmp_path / "mot-tep").touch()
    target = typed.format(tmp_path)

    proposed = refused(lambda: desk.setup.propose(PAGE, "pdf_folder", target))
    saved = refused(lambda: desk.setup.save(PrinterDraft(PAGE, "pdf_folder", "pdf", "a5", target=target)))

    assert (proposed, saved) == (("printer.no_folder", "target"),) * 2
    assert desk.kept == 0


def test_a_folder_that_is_there_is_taken(desk: PrinterDesk, tmp_path: Path) -> None:
    desk.setup.save(desk.setup.propose(PAGE, "pdf_folder", f" {tmp_path} "))

    assert desk.profile(PrinterSlot.PAGE).link.address == str(tmp_path)


def test_a_wrong_address_is_refused_where_it_was_typed(desk: PrinterDesk) -> None:
    draft = PrinterDraft(LABEL, "tcp", "zpl", "100x60", target="192.0.2.7:none")

    assert refused(lambda: desk.setup.save(draft)) == ("printer.profile", "target")
    assert refused(lambda: desk.setup.save(replace(draft, target=" "))) == (
        "printer.address_missing",
        "target",
    )
    assert desk.kept == 0


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "escpos", "100x60"), "printer.language_slot", "language"),
        (PrinterDraft(PAGE, "serial:/dev/ttyS0", "zpl", "a5"), "printer.language_slot", "language"),
        (PrinterDraft(ROLL, "serial:/dev/ttyS0", "zpl", "roll80"), "printer.language_slot", "language"),
        (
            PrinterDraft(LABEL, "pdf_folder", "zpl", "100x60", target="/tmp"),
            "printer.language_port",
            "language",
        ),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "pdf", "100x60"), "printer.language_port", "language"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x61"), "printer.profile", "stock"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", "tiles"), "printer.profile", "coding"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", dpi=180), "printer.profile", "dpi"),
        (PrinterDraft(LABEL, "lpt:1", "zpl", "100x60"), "printer.profile", "port"),
    ],
)
def test_what_does_not_go_together_is_refused_by_its_field(
    draft: PrinterDraft, code: str, field: str, desk: PrinterDesk
) -> None:
    assert refused(lambda: desk.setup.save(draft)) == (code, field)
    assert desk.kept == 0


@pytest.mark.parametrize("stock", ["100x60", "100x75", "80x50"])
@pytest.mark.parametrize(
    ("language", "coding"),
    [("zpl", "acs"), ("tspl", "pcx"), ("epl", "gw"), ("cpcl", "cg")],
)
def test_a_description_comes_back_as_it_was_saved(
    language: str, coding: str, stock: str, desk: PrinterDesk
) -> None:
    draft = PrinterDraft(
        LABEL, "tcp", language, stock, coding, "192.0.2.7:9100", 300, 115200, "xonxoff", 12, 4
    )

    desk.setup.save(draft)
    desk.setup.save(draft)

    assert desk.setup.find(LABEL).kept == draft
    assert desk.kept == 1


def test_a_printer_with_a_serial_number_is_the_same_under_another_name(desk: PrinterDesk) -> None:
    port = desk.plug_in("/dev/ttyUSB0", "0403:6001:A10K3X")
    desk.setup.save(PrinterDraft(LABEL, port, "zpl", "100x60", "z64"))
    before = desk.profile()

    desk.plugged_in = [Find(PortKind.SERIAL, "/dev/ttyUSB7", "0403:6001:A10K3X")]
    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(kept)

    assert kept.port == "serial:/dev/ttyUSB7"
    assert before.link.usb == "0403:6001:A10K3X"
    assert desk.profile().printer_id == before.printer_id


def test_two_devices_with_one_serial_number_are_told_apart_by_their_names_only(desk: PrinterDesk) -> None:
    port = desk.plug_in("/dev/ttyUSB0", "1A86:7523:0001")
    desk.plug_in("/dev/ttyUSB1", "1A86:7523:0001")

    desk.setup.save(PrinterDraft(LABEL, port, "zpl", "100x60", "z64"))

    assert desk.profile().link.usb == ""


def test_the_pace_is_told_and_above_five_seconds_with_what_to_do(desk: PrinterDesk) -> None:
    fast = PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", "z64")

    quick, slow = desk.setup.estimate(fast), desk.setup.estimate(replace(fast, baud=9600))
    large = desk.setup.estimate(replace(fast, language="cpcl", coding="", dpi=300))

    assert (quick.is_slow, slow.is_slow) == (False, True)
    assert (quick.tone, slow.tone) == (Tone.CALM, Tone.WARN)
    assert quick.text == "Khoảng 1,4 giây một nhãn."
    assert slow.text == "Khoảng 10 giây một nhãn: chậm. Đặt máy in ở 115200 bit/giây."
    assert large.text.endswith(" giây một nhãn: chậm. Nối máy in bằng USB hoặc mạng thì nhanh hơn.")


def test_an_office_printer_is_never_asked_for_it_would_print_the_question(
    desk: PrinterDesk, attach: Attach
) -> None:
    port = desk.plug_in(attach(Spoken.ZPL).address)

    probed = desk.setup.probe(PAGE, port)

    assert (probed.language, probed.said) == ("", ())
    assert not any(place.can_answer for place in desk.setup.find(PAGE).found)
    assert any(place.can_answer for place in desk.setup.find(LABEL).found)
