"""Scanner and scale: which port, which kind, and whether they really work, seen on the page itself.

The page must not know how a scanner or a scale is read; it shows choices, a living weight, how fast the wedge scanner
types, and what just arrived.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.arrivals_view import ArrivalsView
from kt1desk.desktop.forms.devices import Ui_DevicesPage
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.living_weight import LivingWeight
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Visited, reading
from kt1desk.desktop.needs import Choice as Known
from kt1desk.desktop.needs import DeviceChoices, DeviceSettings, DevicesNeeds
from kt1desk.desktop.scanning.arrivals import ScannersAtHand
from kt1desk.desktop.widgets import Choice, NoteLabel, Role
from kt1desk.domain.errors import DeskError

_SCANS = 3
_SLACK = 1.5
"""The limit is the longest pause that was seen, and half as much again."""
_MOST_KEYS = 9
_HOW = (
    "Quét thử một mã: mọi ký tự hiện ra, cả ký tự điều khiển. Chỉ ghi khi trang này ở trước mặt, rời trang thì quên; "
    "thẻ căn cước chỉ hiện bốn số cuối. Esc: về cài đặt."
)


class DevicesPage(Page):
    """Settings of this desk's scanner and scale.

    Args:
        needs: reads, keeps and weighs.
        jobs: the threads.
        at_hand: the scanners at work; without them nothing can be measured, seen or heard.
        parent: the owner.
    """

    def __init__(
        self,
        needs: DevicesNeeds,
        jobs: Jobs,
        at_hand: ScannersAtHand | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._at_hand = at_hand
        self._choices: DeviceChoices | None = None
        self._gap_ms = 0
        self._gaps: list[float] | None = None
        self._visited = Visited()
        self._ui = Ui_DevicesPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.wedge.set_choices((Choice("off", "Không dùng", "0"), Choice("on", "Có dùng", "1")))
        ui.wedge_note.show_note(
            "Máy quét gõ như bàn phím. Máy quét cổng nối tiếp chắc hơn: bộ gõ tiếng Việt không làm sai mã."
        )
        ui.sounds.set_choices((Choice("off", "Tắt", "0"), Choice("on", "Bật", "1")))
        ui.sounds_note.show_note("Một tiếng cao: đã nhận. Hai tiếng trầm: từ chối. Màn hình luôn có câu báo.")
        ui.arrivals_how.show_note(_HOW)
        for widget in (ui.problem, ui.saved):
            widget.hide()
        for button in (ui.measure, ui.see_arrivals, ui.try_sounds):
            button.setVisible(at_hand is not None)
        ui.measure.clicked.connect(self._measure)
        ui.see_arrivals.clicked.connect(self._turn)
        ui.try_sounds.clicked.connect(self._sound)
        ui.save.clicked.connect(self._save)
        ui.refresh.clicked.connect(self._look_again)
        ui.scanner_port.chosen.connect(self._show_notes)
        ui.scale_port.chosen.connect(self._show_notes)
        ui.scale_protocol.chosen.connect(self._show_notes)
        fields = (ui.wedge, ui.scanner_port, ui.scale_port, ui.scale_protocol, ui.sounds)
        self._way = EnterWay(self, [self._visited.step(field) for field in fields])
        self._way.finished.connect(ui.save.setFocus)
        self._weight = LivingWeight(needs.weigh, jobs, ui.weight, ui.weight_words)
        self._view = ArrivalsView(self, at_hand.arrivals if at_hand else None, ui.arrivals, ui.advice)

    def entered(self, _ref: str = "") -> None:
        """Look for ports; what is set stands chosen."""
        self._choices = None
        self._visited.forget()
        self._ui.saved.hide()
        self._ui.views.setCurrentWidget(self._ui.settings)
        self._look_again()
        self._ui.wedge.setFocus()

    def step_back(self) -> bool:
        """From the list back to the settings; measuring ends, what is set stays."""
        if self._ui.views.currentWidget() is self._ui.arriving:
            self._turn()
            return True
        if self._gaps is None:
            return False
        self._gaps = None
        self._show_measure()
        return True

    def keys(self) -> Sequence[PageKey]:
        """F9 keeps, F8 measures, Ctrl+L shows what arrives."""
        return (
            PageKey("Ctrl+L", "xem mã vừa đến; bấm lần nữa về cài đặt", self._turn),
            PageKey("Ctrl+B", "nghe thử âm báo quét", self._sound),
            reading(self._look_again, "tìm lại cổng"),
            PageKey("F8", "đo máy quét kiểu bàn phím", self._measure),
            PageKey("F9", "lưu và dùng ngay", self._save),
        )

    def take_scan(self, _code: str) -> bool:
        """While measuring a scan counts; else it shows that the scanner works."""
        if self._gaps is None or self._at_hand is None:
            self._ui.measured.setText("Máy quét đọc được.")
            return True
        gap = self._at_hand.wedge_gap_ms()
        if gap > 0:
            self._gaps.append(gap)
        if len(self._gaps) == _SCANS:
            self._gap_ms = round(_SLACK * max(self._gaps))
            self._gaps = None
        self._show_measure()
        return True

    # --- keys ------------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self._jobs.run(self._needs.choices, self._show, self._refuse, Lane.OUTSIDE)

    def _turn(self) -> None:
        """Between the settings and the list of what arrives."""
        ui = self._ui
        if ui.views.currentWidget() is ui.arriving:
            ui.views.setCurrentWidget(ui.settings)
            ui.see_arrivals.setFocus()
        elif self._at_hand is not None:
            ui.views.setCurrentWidget(ui.arriving)
            ui.arrivals.setFocus()

    def _sound(self) -> None:
        if self._at_hand is not None:
            self._at_hand.try_sounds()

    def _measure(self) -> None:
        if self._at_hand is not None:
            self._ui.views.setCurrentWidget(self._ui.settings)
            self._gaps = []
            self._show_measure()

    def _save(self) -> None:
        ui = self._ui
        if self._choices is None:
            return
        made = DeviceSettings(
            ui.wedge.value() == "on",
            self._gap_ms,
            ui.scanner_port.value() or "",
            ui.scale_port.value() or "",
            ui.scale_protocol.value() or "",
            ui.sounds.value() != "off",
        )
        ui.problem.hide()
        self._jobs.run(lambda: self._needs.save_devices(made), self._kept, self._refuse)

    # --- what came back --------------------------------------------------------------------------------------------

    def _show(self, choices: DeviceChoices) -> None:
        ui, first, settings = self._ui, self._choices is None, choices.settings
        scanner, scale = ui.scanner_port.value(), ui.scale_port.value()
        protocol = ui.scale_protocol.value()
        self._choices = choices
        if first:
            self._gap_ms = settings.wedge_gap_ms
            ui.wedge.set_value("on" if settings.wedge else "off")
            ui.sounds.set_value("on" if settings.sounds else "off")
            scanner, scale, protocol = settings.scanner_port, settings.scale_port, settings.scale_protocol
        for field, chosen in ((ui.scanner_port, scanner or ""), (ui.scale_port, scale or "")):
            known = [port.key for port in choices.ports]
            gone = (chosen,) if chosen and chosen not in known else ()
            field.set_choices(_port_choices((*known, *gone)))
            field.set_value(chosen)
        ui.scale_protocol.set_choices(
            [_short(at, each) for at, each in enumerate(choices.protocols, start=1)]
        )
        keys = [each.key for each in choices.protocols]
        ui.scale_protocol.set_value(protocol if protocol in keys else keys[0] if keys else None)
        self._show_notes()
        self._show_measure()
        self._weight.read()

    def _kept(self, _: None) -> None:
        self._ui.saved.setText("Đã lưu. Quét thử một mã, đặt thử một vật lên cân.")
        self._ui.saved.show()
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        notes: dict[str, tuple[NoteLabel, QWidget]] = {
            "scanner_port": (self._ui.scanner_port_note, self._ui.scanner_port),
            "scale_port": (self._ui.scale_port_note, self._ui.scale_port),
            "scale_protocol": (self._ui.scale_protocol_note, self._ui.scale_protocol),
        }
        self._ui.saved.hide()
        if error.field in notes:
            note, field = notes[error.field]
            note.show_note(say(error), Role.ERROR)
            field.setFocus()
        else:
            self._ui.problem.setText(say(error))
            self._ui.problem.show()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _show_notes(self) -> None:
        words = {port.key: port.text for port in self._choices.ports} if self._choices is not None else {}
        protocols = (
            {each.key: each.text for each in self._choices.protocols} if self._choices is not None else {}
        )
        self._ui.problem.hide()
        for field, note, known in (
            (self._ui.scanner_port, self._ui.scanner_port_note, words),
            (self._ui.scale_port, self._ui.scale_port_note, words),
            (self._ui.scale_protocol, self._ui.scale_protocol_note, protocols),
        ):
            chosen = field.value() or ""
            gone = "Cổng này không còn thấy: kiểm tra dây rồi bấm Ctrl+R" if chosen else ""
            note.show_note(
                known.get(chosen, gone), Role.WARN if chosen and chosen not in known else Role.MUTED
            )

    def _show_measure(self) -> None:
        if self._gaps is not None:
            words = f"Quét một mã bất kỳ {_SCANS} lần: đã nhận {len(self._gaps)}. Esc để thôi."
        elif self._gap_ms:
            words = f"Đã đo: các chữ của một mã cách nhau tối đa {self._gap_ms} ms. F9 để lưu."
        else:
            words = "Chưa đo: dùng mức chờ rộng, hợp với mọi máy quét."
        self._ui.measured.setText(words if self._at_hand is not None else "")


def _port_choices(devices: Sequence[str]) -> Sequence[Choice]:
    ports = [
        Choice(device, device.rsplit("/", 1)[-1], str(at))
        for at, device in enumerate(devices[:_MOST_KEYS], start=1)
    ]
    return (Choice("", "Không dùng", "0"), *ports)


def _short(at: int, known: Known) -> Choice:
    return Choice(known.key, known.text.partition(",")[0].partition(" (")[0], str(at))
