"""The scale's last weight counts for two seconds; a silent scale is called silent."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

import pytest

from kt1desk.devices.scale import ScaleLog, ScaleProtocol, ScaleReader, ScaleReadout, ScaleState, protocol_of
from kt1desk.devices.serial_lines import SerialPort
from kt1desk.devices.weighing import Fault, Weighing
from kt1desk.domain.errors import DeskError
from tests.devices.pty_port import PtyDevice

RESTING = ScaleReadout(ScaleState.WEIGHING, Weighing(234, stable=True))


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.ms = 100_000

    def __call__(self) -> int:
        return self.ms


@pytest.mark.parametrize(
    ("age_ms", "readout"),
    [
        (0, RESTING),
        (2_000, RESTING),
        (2_001, ScaleReadout(ScaleState.NOT_UNDERSTOOD)),
        (3_000, ScaleReadout(ScaleState.NOT_UNDERSTOOD)),
        (3_001, ScaleReadout(ScaleState.SILENT)),
    ],
)
def test_a_weight_grows_old(age_ms: int, readout: ScaleReadout) -> None:
    clock = Clock()
    log = ScaleLog(clock)
    log.hear(b"ST,GS,+  0.234kg")

    clock.ms += age_ms

    assert log.readout() == readout


def test_a_scale_that_never_spoke_is_silent() -> None:
    assert ScaleLog(Clock()).readout() == ScaleReadout(ScaleState.SILENT)


def test_lines_that_are_no_weight_do_not_keep_an_old_weight_alive() -> None:
    clock = Clock()
    log = ScaleLog(clock)
    log.hear(b"ST,GS,+  0.234kg")

    clock.ms += 2_500
    log.hear(b"\xfe\x81\x00")

    assert log.readout().state is ScaleState.NOT_UNDERSTOOD


def test_plain_figures_rest_only_when_they_repeat() -> None:
    clock = Clock()
    log = ScaleLog(clock)
    stable = []

    for line in (b"339 g", b"340 g", b"340 g", b"340 g", b"341 g"):
        clock.ms += 200
        weighing = log.hear(line)
        assert weighing is not None
        stable.append(weighing.stable)

    assert stable == [False, False, False, True, False]


def test_the_weight_of_the_item_before_does_not_count_as_a_repetition() -> None:
    clock = Clock()
    log = ScaleLog(clock)
    for _ in range(3):
        log.hear(b"340 g")

    clock.ms += 5_000
    weighing = log.hear(b"340 g")

    assert weighing == Weighing(340, stable=False)


def test_an_overloaded_scale_says_so() -> None:
    log = ScaleLog(Clock())

    log.hear(b"OL,GS,+  9.999kg")

    assert log.readout() == ScaleReadout(ScaleState.WEIGHING, Weighing(0, stable=False, fault=Fault.OVERLOAD))


def test_a_real_port_gives_weights_until_it_is_unplugged(tmp_path: Path) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    weighings: queue.Queue[Weighing] = queue.Queue()
    scale = ScaleReader(SerialPort(device.name), Clock(), on_weighing=weighings.put, retry_s=0.05)
    scale.start()
    _wait_for(scale, ScaleState.SILENT)

    device.send(b"\xff\x00GS,+ 0.2\r\nUS,GS,+  0.230kg\r\nST,GS,+  0.234kg\r\n")
    heard = [weighings.get(timeout=10) for _ in range(2)]
    plugged = scale.latest()
    device.unplug()
    unplugged = _wait_for(scale, ScaleState.UNPLUGGED)
    device.plug_in()
    back = _wait_for(scale, ScaleState.SILENT)
    scale.stop()
    device.unplug()

    assert heard == [Weighing(230, stable=False), Weighing(234, stable=True)]
    assert plugged == RESTING
    assert (unplugged.weighing, back.weighing) == (None, None)


def _wait_for(scale: ScaleReader, state: ScaleState) -> ScaleReadout:
    """The first readout in this state; the reader's thread needs a moment to notice a plug."""
    moment = threading.Event()
    for _ in range(2_000):
        readout = scale.latest()
        if readout.state is state:
            return readout
        moment.wait(0.005)
    raise AssertionError(f"the scale never became {state}")


def test_a_polled_scale_is_asked_in_its_own_words(tmp_path: Path) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    scale = ScaleReader(SerialPort(device.name), Clock(), ScaleProtocol.MT_SICS)
    scale.start()

    asked = device.receive()
    scale.stop()
    device.unplug()

    assert asked == b"SI\r\n"


def test_a_protocol_is_found_by_its_key() -> None:
    assert [protocol_of(protocol.key) for protocol in ScaleProtocol] == list(ScaleProtocol)
    assert protocol_of("unheard of") is ScaleProtocol.CONTINUOUS


@pytest.mark.parametrize(
    ("readout", "code"),
    [
        (ScaleReadout(ScaleState.UNPLUGGED), "scale.missing"),
        (ScaleReadout(ScaleState.SILENT), "scale.silent"),
        (ScaleReadout(ScaleState.NOT_UNDERSTOOD), "scale.garbled"),
        (ScaleReadout(ScaleState.WEIGHING, Weighing(230, stable=False)), "scale.unstable"),
        (ScaleReadout(ScaleState.WEIGHING, Weighing(0, False, Fault.OVERLOAD)), "scale.overload"),
        (ScaleReadout(ScaleState.WEIGHING, Weighing(-3, True, Fault.NEGATIVE)), "scale.negative"),
    ],
)
def test_a_weight_that_cannot_be_taken_is_refused_with_its_reason(readout: ScaleReadout, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        readout.resting_g()

    assert (refused.value.code, refused.value.field) == (code, "weight")


def test_a_resting_weight_can_be_taken() -> None:
    assert RESTING.resting_g() == 234
