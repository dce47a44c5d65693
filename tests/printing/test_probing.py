"""Asking what hangs on a port: a printer is known by its answers, nothing happens to whatever else it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.ports.serial_port import Flow, SerialPort, SerialSettings
from kt1desk.printing.ports.windows_spooler import WindowsSpoolerPort
from kt1desk.printing.probing import Probed, probe
from kt1desk.printing.profile import Language
from tests.printing.ports.test_windows_spooler import Spooler
from tests.printing.serial_device import SerialDevice, nothing, on_a_line

HS = (
    b"\x02030,0,0,0480,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n"
    b"\x021234,0\x03\r\n"
)
READY = b"\x12"
FORBIDDEN = re.compile(rb"\x10\x05|\x10\x14|\x1b!R|[\n\r\x0c]|\^XA|PRINT|\x1dV|\x1bd|\x1bJ")
"""DLE ENQ, DLE DC4, ESC ! R, and whatever feeds, cuts or begins a paper."""


def _at(device: SerialDevice) -> Callable[[int], Port]:
    return lambda baud: SerialPort(SerialSettings(device.name, baud, Flow.NONE, 2))


def _asked(device: SerialDevice, *, is_roll: bool = False) -> Probed:
    with on_a_line(device):
        return probe(_at(device), is_roll=is_roll, answer_s=0.1)


def zpl_printer(question: bytes) -> bytes:
    return HS if b"~HS" in question else b""


def tspl_printer(question: bytes) -> bytes:
    return b"\x00" if question.endswith(b"\x1b!?") else b""


class EscPosPrinter:
    """An ESC/POS printer with as much of the language as it is given."""

    def __init__(self, *known: bytes) -> None:
        self._known = known

    def __call__(self, question: bytes) -> bytes:
        said = READY if b"\x10\x04\x01" in question else b""
        for known, answer in (
            (b"\x1dr\x01", b"\x00"),
            (b"\x1da\x0e", b"\x14\x00\x00\x0f"),
            (b"\x1d(H\x06\x0000", b"\x37\x22" + question[-4:] + b"\x00"),
        ):
            if known in question and known in self._known:
                said += answer
        return said


GS_R, GS_A, GS_H = b"\x1dr\x01", b"\x1da\x0e", b"\x1d(H\x06\x0000"


@pytest.mark.parametrize("baud", [115200, 9600, 19200, 38400])
def test_a_label_printer_is_found_at_the_speed_it_is_set_to(baud: int) -> None:
    device = SerialDevice(zpl_printer, baud)

    found = _asked(device)

    assert (found.language, found.baud, found.status) == (Language.ZPL, baud, StatusWay.HS)
    assert found.said[0].startswith(f"{baud} bit/giây · ~HS →")


@pytest.mark.parametrize("answer", [b"\x00", b"\x04", b"\x02@@@@\x03\r\n"])
def test_a_tspl_printer_is_known_by_its_flags_of_one_byte_or_four_letters(answer: bytes) -> None:
    device = SerialDevice(lambda question: answer if question.endswith(b"\x1b!?") else b"", 9600)

    found = _asked(device)

    assert (found.language, found.baud, found.status, found.fence) == (
        Language.TSPL,
        9600,
        StatusWay.ESC_Q,
        Fence.NONE,
    )


@pytest.mark.parametrize(
    ("known", "status", "fence"),
    [
        ((), StatusWay.DLE_EOT, Fence.NONE),
        ((GS_R,), StatusWay.DLE_EOT, Fence.GS_R),
        ((GS_A, GS_R), StatusWay.ASB, Fence.GS_R),
        ((GS_A, GS_R, GS_H), StatusWay.ASB, Fence.GS_H),
    ],
)
def test_of_an_esc_pos_printer_only_what_it_answered_is_used(
    known: tuple[bytes, ...], status: StatusWay, fence: Fence
) -> None:
    device = SerialDevice(EscPosPrinter(*known))

    found = _asked(device, is_roll=True)

    assert (found.language, found.status, found.fence) == (Language.ESCPOS, status, fence)
    assert bytes(device.heard).endswith(b"\x1b@")


def test_a_printer_of_both_languages_is_a_label_printer_for_labels_and_a_receipt_printer_for_the_roll() -> (
    None
):
    def both(question: bytes) -> bytes:
        return tspl_printer(question) + EscPosPrinter(GS_R)(question)

    assert _asked(SerialDevice(both)).language is Language.TSPL
    assert _asked(SerialDevice(both), is_roll=True).language is Language.ESCPOS


def test_a_printer_that_tells_its_state_by_itself_is_known_all_the_same() -> None:
    printer = EscPosPrinter(GS_R, GS_A)
    told = SerialDevice(lambda question: b"\x14\x00\x00\x0f" + printer(question))

    assert _asked(told, is_roll=True).language is Language.ESCPOS


def test_silence_is_no_language_and_nothing_said() -> None:
    device = SerialDevice(nothing)

    assert _asked(device) == Probed()


def test_no_question_moves_paper_restarts_or_opens_anything() -> None:
    deaf = SerialDevice(nothing)
    receipts = SerialDevice(EscPosPrinter(GS_R, GS_A, GS_H))

    _asked(deaf)
    _asked(receipts, is_roll=True)

    assert bytes(deaf.heard).count(b"~HS") == 4
    assert FORBIDDEN.search(bytes(deaf.heard)) is None
    assert FORBIDDEN.search(bytes(receipts.heard)) is None


OTHERS: dict[str, tuple[Callable[[bytes], bytes], int]] = {
    "a scale that answers each question with its weight": (lambda _: b"ST,GS,+000.125kg\r\n", 3),
    "a scale that answers a byte to anything": (lambda _: b"\x15", 3),
    "a device whose byte to anything looks like a printer that is ready": (lambda _: READY, 15),
    "a modem that sends everything back": (lambda question: question, 3),
    "a device that sends back the first byte": (lambda question: question[:1], 3),
}
"""What it answers, and how many bytes it is asked before it is left alone."""


@pytest.mark.parametrize("name", OTHERS)
def test_another_device_is_not_taken_for_a_printer_and_is_asked_no_more(name: str) -> None:
    answer, asked = OTHERS[name]
    device = SerialDevice(answer)

    found = _asked(device)

    assert (found.language, found.is_other) == (None, True)
    assert len(device.heard) == asked


def test_a_scale_that_talks_all_the_time_is_asked_nothing_and_nothing_of_what_it_says_is_kept() -> None:
    device = SerialDevice(nothing, says_at_once=b"ST,GS,+00026.2 g\r\n")

    found = _asked(device)

    assert found.is_other
    assert bytes(device.heard) == b""
    assert not any("26.2" in line or "GS" in line for line in found.said)


def test_what_a_scanner_reads_meanwhile_is_not_shown() -> None:
    device = SerialDevice(lambda _: b"02409\r\n")

    found = _asked(device)

    assert found.is_other
    assert found.said == ("115200 bit/giây · DLE EOT 1 → 7 byte",)


def test_a_port_without_a_way_back_is_asked_nothing() -> None:
    spooler = Spooler()

    found = probe(lambda _: WindowsSpoolerPort("TSC TE200", spooler), (0,))

    assert found == Probed()
    assert bytes(spooler.taken) == b""


def test_a_port_that_is_not_there_says_so() -> None:
    with pytest.raises(PortError) as refusal:
        probe(lambda baud: SerialPort(SerialSettings("/dev/ttyUSB-none", baud)))

    assert refusal.value.code == "printer.missing"
