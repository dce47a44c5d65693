"""The Windows spooler's functions as documented, played by a stand-in: counts and errors only. No Windows machine has run this yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.windows_spooler import WindowsSpoolerPort, spooler_printers

_HANDLE = 7


class _SystemError(Exception):
    """As pywin32's: number, function, words."""


def _fail(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise _SystemError(number, "a function", "its words")

    return fail


def _work() -> None:
    """All is well."""


@dataclass
class Spooler:
    """Takes so many bytes at once, fails where it is told to, and remembers what it was called for."""

    at_once: int = 1000
    faults: dict[str, Callable[[], None]] = field(default_factory=dict)
    fails_after: int = -1
    calls: list[str] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)
    titles: list[tuple[str, str | None, str]] = field(default_factory=list)

    error: type[Exception] = _SystemError
    PRINTER_ENUM_LOCAL: int = 2
    PRINTER_ENUM_CONNECTIONS: int = 4

    def _call(self, name: str) -> None:
        self.calls.append(name)
        self.faults.get(name, _work)()

    def EnumPrinters(self, flags: int) -> list[tuple[int, str, str, str]]:  # noqa: N802
        self._call("EnumPrinters")
        return [(flags, "", "Xprinter XP-420B", ""), (flags, "", "TSC TE200", "")] if flags == 6 else []

    def OpenPrinter(self, name: str) -> int:  # noqa: N802
        self._call("OpenPrinter")
        return _HANDLE

    def StartDocPrinter(self, handle: int, level: int, document: tuple[str, str | None, str]) -> int:  # noqa: N802
        self._call("StartDocPrinter")
        assert (handle, level) == (_HANDLE, 1)
        self.titles.append(document)
        return 1

    def StartPagePrinter(self, handle: int) -> None:  # noqa: N802
        self._call("StartPagePrinter")

    def WritePrinter(self, handle: int, data: bytes) -> int:  # noqa: N802
        if 0 <= self.fails_after <= len(self.taken):
            self._call("WritePrinter")
        piece = data[: self.at_once]
        self.taken += piece
        return len(piece)

    def EndPagePrinter(self, handle: int) -> None:  # noqa: N802
        self._call("EndPagePrinter")

    def EndDocPrinter(self, handle: int) -> None:  # noqa: N802
        self._call("EndDocPrinter")

    def AbortPrinter(self, handle: int) -> None:  # noqa: N802
        self._call("AbortPrinter")

    def ClosePrinter(self, handle: int) -> None:  # noqa: N802
        self._call("ClosePrinter")


def _broken(spooler: Spooler, data: bytes = b"x" * 5000) -> PortError:
    port = WindowsSpoolerPort("TSC TE200", spooler)
    try:
        port.open()
        port.send(data, lambda _: None)
    except PortError as failure:
        return failure
    finally:
        port.close()
    return pytest.fail("the spooler took all of it")


def test_a_job_is_handed_over_whole_as_raw_bytes_under_a_title_that_says_nothing() -> None:
    spooler, seen = Spooler(), list[int]()
    port = WindowsSpoolerPort("TSC TE200", spooler)
    data = bytes(range(256)) * 10

    port.open()
    sent = port.send(data, seen.append)
    port.close()

    assert (sent, bytes(spooler.taken)) == (2560, data)
    assert seen == [1000, 2000, 2560]
    assert spooler.titles == [("KT1", None, "RAW")]
    assert spooler.calls[-3:] == ["EndPagePrinter", "EndDocPrinter", "ClosePrinter"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (5, "printer.no_permission"),
        (1722, "printer.missing"),
        (1801, "printer.missing"),
        (1905, "printer.missing"),
        (87, "printer.spooler_refused"),
    ],
)
def test_a_printer_that_cannot_be_opened_says_why_and_has_taken_nothing(number: int, code: str) -> None:
    failure = _broken(Spooler(faults={"OpenPrinter": _fail(number)}))

    assert (failure.code, failure.sent) == (code, 0)


@pytest.mark.parametrize("step", ["StartDocPrinter", "StartPagePrinter"])
def test_a_job_that_could_not_be_begun_has_sent_nothing_and_may_be_tried_again(step: str) -> None:
    assert _broken(Spooler(faults={step: _fail(87)})).sent == 0


def test_a_job_that_broke_off_is_deleted_and_is_a_doubt_all_the_same() -> None:
    spooler = Spooler(fails_after=2000, faults={"WritePrinter": _fail(1906)})

    failure = _broken(spooler)

    assert (failure.code, failure.sent) == ("printer.spooler_refused", 2001)
    assert spooler.calls[-3:] == ["WritePrinter", "AbortPrinter", "ClosePrinter"]


def test_a_first_piece_that_failed_is_a_doubt_and_never_a_clean_zero() -> None:
    assert _broken(Spooler(fails_after=0, faults={"WritePrinter": _fail(1906)})).sent == 1


def test_a_spooler_that_takes_nothing_is_not_asked_for_ever() -> None:
    assert _broken(Spooler(at_once=0)).code == "printer.spooler_refused"


def test_a_job_that_could_not_be_ended_is_a_doubt_about_all_of_it() -> None:
    failure = _broken(Spooler(faults={"EndDocPrinter": _fail(1906), "AbortPrinter": _fail(1906)}))

    assert failure.sent == 5001


def test_the_printers_of_the_machine_are_listed_by_name_and_a_spooler_that_does_not_run_has_none() -> None:
    assert spooler_printers(Spooler()) == ("TSC TE200", "Xprinter XP-420B")
    assert spooler_printers(Spooler(faults={"EnumPrinters": _fail(1722)})) == ()


def test_where_there_is_no_such_spooler_the_printer_is_refused_and_no_answer_is_waited_for() -> None:
    port = WindowsSpoolerPort("TSC TE200")

    with pytest.raises(PortError) as refusal:
        port.open()

    assert refusal.value.code == "printer.not_supported_here"
    assert spooler_printers() == ()
    assert (port.hears, port.receive(60)) == (False, b"")
