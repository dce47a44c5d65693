"""Scanner and scale at work: threads and filters that are started, changed and stopped together.

This module must not know what a scan or a weight is for.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kt1desk.app.hardware import port_of
from kt1desk.desktop.needs import DeviceSettings, Weighing
from kt1desk.desktop.scanning.arrivals import Arrivals, ScannersAtHand
from kt1desk.desktop.scanning.dispatcher import ScanDispatcher
from kt1desk.desktop.scanning.sounds import SpeakerSounds
from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.devices.keys import TOLERANT, calibrated
from kt1desk.devices.scale import ScaleReader, protocol_of
from kt1desk.devices.serial_scanner import SerialScanner
from kt1desk.services.paper_values import weight_words
from kt1desk.services.ports import Clock


class Machines:
    """The scanners and the scale of an open desk."""

    def __init__(self, app: QApplication, clock: Clock) -> None:
        self._app = app
        self._clock = clock
        self._sounds = SpeakerSounds()
        self._arrivals = Arrivals(clock, app)
        self.dispatcher = ScanDispatcher(self._sounds, app)
        self._wedge: WedgeFilter | None = None
        self._scanner: SerialScanner | None = None
        self._scale: ScaleReader | None = None

    def use(self, settings: DeviceSettings) -> None:
        """Stop what works and start what is set up; in the GUI thread."""
        self.stop()
        self._sounds.is_on = settings.sounds
        if settings.wedge:
            profile = calibrated(settings.wedge_gap_ms) if settings.wedge_gap_ms else TOLERANT
            self._wedge = WedgeFilter(self._app, profile)
            self._wedge.scanned.connect(self._take_typed)
            self._wedge.hooked.connect(self.dispatcher.refuse_garbled)
            self._arrivals.use(profile)
            self._wedge.tell(self._arrivals)
            self._wedge.start()
        if settings.scanner_port:
            self._scanner = SerialScanner(
                port_of(settings.scanner_port), self.dispatcher.take, on_part=self.dispatcher.take_part
            )
            self._scanner.tell_bytes(self._take_bytes)
            self._scanner.start()
        if settings.scale_port:
            protocol = protocol_of(settings.scale_protocol)
            self._scale = ScaleReader(port_of(settings.scale_port), self._clock.monotonic_ms, protocol)
            self._scale.start()

    def _take_typed(self, code: str) -> None:
        """A code came as keys: it proves something only where no hand is that fast."""
        self.dispatcher.take(code, proves=self._wedge is not None and self._wedge.proves)

    def _take_bytes(self, data: bytes) -> None:
        """In the scanner's thread."""
        self._arrivals.take_bytes(data, float(self._clock.monotonic_ms()))

    def stop(self) -> None:
        """Let all ports go."""
        wedge, self._wedge = self._wedge, None
        scanner, self._scanner = self._scanner, None
        scale, self._scale = self._scale, None
        if wedge is not None:
            wedge.stop()
            wedge.deleteLater()
        if scanner is not None:
            scanner.stop()
        if scale is not None:
            scale.stop()

    def end(self) -> None:
        """For good: a scan that still comes out of a scanner's thread meets no page."""
        self.stop()
        self.dispatcher.set_page(None)

    @property
    def has_scale(self) -> bool:
        """Whether one is set up."""
        return self._scale is not None

    @property
    def has_scanner(self) -> bool:
        """Whether one is set up, of whichever kind."""
        return self._scanner is not None or self._wedge is not None

    @property
    def has_scanned(self) -> bool:
        """Whether a scanner read anything since the program began."""
        return self.dispatcher.has_read

    def at_hand(self) -> ScannersAtHand:
        """What the page for scanners shows and tries."""
        return ScannersAtHand(self._wedge_gap_ms, self._arrivals, self._sounds.try_both)

    def _wedge_gap_ms(self) -> float:
        """The longest pause in the last wedge scan; 0 while there was none."""
        return self._wedge.widest_gap_ms if self._wedge is not None else 0.0

    def weigh(self) -> Weighing:
        """What the scale says now.

        Raises:
            DeskError: ``scale.*``.
        """
        scale = self._scale
        if scale is None:
            return Weighing(None, stable=False, text="Chưa cài cân")
        readout = scale.latest()
        if readout.weighing is not None and readout.weighing.fault is None and not readout.weighing.stable:
            return Weighing(
                None, stable=False, text=f"Cân: {weight_words(readout.weighing.weight_g)}, chưa đứng yên"
            )
        grams = readout.resting_g()
        return Weighing(grams, stable=True, text=f"Cân: {weight_words(grams)}, ổn định")
