"""The furnished desk of one session: print room, machines, pages and what they need, begun together and ended together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kt1desk.app.access import barred_places, barred_sides, screen_bars
from kt1desk.app.admin_pages import admin_place
from kt1desk.app.backing_up import BackingUp
from kt1desk.app.backup_room import BackupRoom
from kt1desk.app.centre_staff import DeskStaff
from kt1desk.app.clock_watch import ClockWatch
from kt1desk.app.costs import measure_cost
from kt1desk.app.counter import AcceptCounter
from kt1desk.app.covering import Covering, read_again
from kt1desk.app.current_slots import CurrentSlots
from kt1desk.app.custody_services import CustodyServices, custody_services
from kt1desk.app.day_counter import DayCounter
from kt1desk.app.delivery_counter import DeliveryCounter
from kt1desk.app.desk import OpenDesk
from kt1desk.app.dispatch_counter import DispatchCounter
from kt1desk.app.dossier_counter import DossierCounter
from kt1desk.app.flight_room import FlightRoom
from kt1desk.app.gates import LockedScreen
from kt1desk.app.guide_saving import offer_guide
from kt1desk.app.hardware import Hardware
from kt1desk.app.hint_counter import HintCounter
from kt1desk.app.holding_counter import HoldingCounter
from kt1desk.app.incident_counter import IncidentCounter
from kt1desk.app.leaving import LeavingTime
from kt1desk.app.line_counter import LineCounter
from kt1desk.app.line_room import Calls, LineRoom
from kt1desk.app.line_ways import ways_of_desk, written_by
from kt1desk.app.list_counter import ListCounter
from kt1desk.app.machines import Machines
from kt1desk.app.night_watch import NightWatch
from kt1desk.app.one_stop_counter import OneStopCounter
from kt1desk.app.paper_counter import PaperCounter
from kt1desk.app.print_room import PrinterCondition, PrintRoom
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_setup import PrinterSetup
from kt1desk.app.record_counter import RecordCounter
from kt1desk.app.register_counter import RegisterCounter
from kt1desk.app.report_counter import ReportCounter
from kt1desk.app.setup_needs import DeviceSetup
from kt1desk.app.shift_counter import ShiftCounter, ShiftMachines
from kt1desk.app.sides import Sides
from kt1desk.app.staff_watch import StaffWatch
from kt1desk.app.system_counter import SystemCounter
from kt1desk.app.trial_printer import settings_at
from kt1desk.app.window_counter import WindowCounter
from kt1desk.app.window_scans import WindowScans
from kt1desk.app.words import printer_words
from kt1desk.app.works import Works
from kt1desk.desktop.help.hints import FirstUse
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import note_fault
from kt1desk.desktop.models.side_words import WORDS, SideWords
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import PrinterState, Weighing
from kt1desk.desktop.pages.accept_dossier import AcceptDossierPage
from kt1desk.desktop.pages.accept_item import AcceptItemPage
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.pages.devices import DevicesPage
from kt1desk.desktop.pages.dispatch import DispatchPage
from kt1desk.desktop.pages.files import FilesPage
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.desktop.pages.incidents import IncidentsPage
from kt1desk.desktop.pages.line import LinePage
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.pages.registers import RegistersPage
from kt1desk.desktop.pages.reports import ReportsPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.pages.today import TodayPage
from kt1desk.desktop.systems.work import SystemsWork
from kt1desk.desktop.widgets.labels import KeptNote
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.clock_jumps import ClockJumps
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.settings import Settings
from kt1desk.store.shift_mark import ShiftMark

_MENDING = "Đang lập lại bảng số liệu từ sổ gốc: các màn hình chờ đến khi xong. Không tắt máy."


class _Call(QObject):
    """Carries a call from any thread into the GUI thread."""

    wanted = Signal()


class Office:
    """What works while somebody is logged in."""

    def __init__(
        self, app: QApplication, works: Works, desk: OpenDesk, jobs: Jobs, window: MainWindow
    ) -> None:
        self._works = works
        self._desk = desk
        self._slots = CurrentSlots(works.keys, desk.store)
        self._jobs = jobs
        self._window = window
        settings = settings_at(works.place, Settings(desk.store, desk.session.actor.user_id))
        configures = partial(desk.require, Act.CONFIGURE_DEVICES)
        self.hardware = Hardware(settings, works.place.options.papers, configures)
        self.machines = Machines(app, works.clock)
        self._refresh, self._again, self._news = _Call(window), _Call(window), _Call(window)
        self._refresh.wanted.connect(window.refresh_status)
        self._news.wanted.connect(window.refresh_status)
        self._again.wanted.connect(self._use_machines)
        self._room = self._print_room()
        self._line = self._line_room()
        self.recorder = FlightRoom(desk, _note)
        self._backups = BackupRoom(BackingUp(desk, works.place.folder), self._refresh.wanted.emit, _note)
        self._mending = _Call(window)
        self._mending.wanted.connect(lambda: window.tell_waiting(_MENDING))
        self._night = NightWatch(
            app, desk, works.place.folder, (self._refresh.wanted.emit, self._mending.wanted.emit), _note
        )
        standing = partial(DeskStaff(desk.store, works.place.folder, works.keys).standing, desk.session)
        self.staff = StaffWatch(window, jobs, standing, lambda: self._line.condition().reported_ms)
        self._news.wanted.connect(self.staff.look)
        self._changing = Lock()
        self._covering = Covering(app, desk, window, lambda: _all(*self._after_sleep))
        self._clock = ClockWatch(app, works.clock, jobs, ClockJumps(desk.store, works.clock).note)
        # The machine slept: whatever is known of the world is old.
        looks, page = (self._clock.look, self.staff.look), partial(read_again, window)
        anew = (self._line.hurry, partial(self._room.wake, anew=True))
        self._after_sleep = (*anew, *looks, self._refresh.wanted.emit, page)

    def begin(self) -> None:
        """Start printers and machines, furnish the window."""
        desk, window = self._desk, self._window
        self.hardware.prepare()
        self._room.start()
        self.recorder.start()
        self._backups.start()
        self._night.start()
        if not desk.session.desk.trial:
            self._line.start()
            measuring = partial(measure_cost, Settings(desk.store), desk.clock)
            self._jobs.run(measuring, lambda _: None, lambda _: None, Lane.OUTSIDE)
        self.furnish()
        self.machines.dispatcher.set_page(WindowScans(window, desk, self._jobs, self._refresh.wanted.emit))
        self.machines.dispatcher.answered.connect(
            lambda report: window.tell(report.words(), is_good=report.answer.accepted)
        )
        window.scan_failed.connect(self.machines.dispatcher.refuse_late)
        self.machines.dispatcher.answered.connect(self._night.touched)
        self.machines.dispatcher.answered.connect(self._covering.absence.touched)
        self._use_machines()

    def furnish(self) -> None:
        """Bring the pages into the window, without what this user may not do there."""
        desk, window = self._desk, self._window
        point = desk.reference.point(desk.session.desk.point, desk.today)
        needs = WindowCounter(desk, LockedScreen(self._slots), self._conditions, self._line.condition)
        now = (desk.session, desk.shifts.current(), desk.clock)
        window.bar(barred_places(*now), barred_sides(*now), screen_bars(*now))
        pages = self._pages()
        window.furnish(desk.session, f"{point.code} · bàn {desk.session.desk.device}", needs, pages)
        if (note := window.findChild(KeptNote, "search_note")) is not None:
            FirstUse(pages, HintCounter(desk), self._jobs, note)
        offer_guide(window, self._jobs, self._works.place.options.papers)

    def end(self, leaving: LeavingTime) -> None:
        """Stop machines and the line, let the printers finish the paper they are at. The recorder goes on."""
        self.staff.end()
        self._clock.end()
        self._covering.end()
        self.machines.end()
        self._night.close(0)  # all are told first, so that they end beside each other
        self._backups.close(0)
        self._line.close()
        leaving.wait_for("việc kiểm tra sổ dừng lại", self._night.close)
        leaving.wait_for("bản sao lưu đang ghi", self._backups.close)
        if self._room.is_printing():
            self._window.tell_waiting("Đang kết thúc phiên: chờ máy in in xong tờ đang in.")
        self._room.close()

    def wake_printers(self) -> None:
        """A paper was queued."""
        self._room.wake()

    def _pages(self) -> dict[Place, Page]:
        desk, jobs = self._desk, self._jobs
        mark = ShiftMark(self._works.place.folder.open_shift)
        outside = ShiftMachines(self._slots.unlock, self.wake_printers, self._conditions, self.machines, mark)
        shift = ShiftPage(ShiftCounter(desk, outside), jobs)
        self.machines.dispatcher.answered.connect(lambda _: shift.machines_changed())
        label = partial(self._room.condition, PrinterSlot.LABEL)
        papers = PaperCounter(desk, self.wake_printers, self._all_conditions)
        doors = RoomDoors(self._printer_state, self._change_printers, self._room.lent, PrintQueue(desk.store))
        printers = PrinterSetup(self.hardware, desk.clock, doors)
        devices = DeviceSetup(self.hardware, self.machines.weigh, self._again.wanted.emit)
        accept = AcceptItemPage(AcceptCounter(desk, self.wake_printers, self._scale, label), jobs)
        dossiers = AcceptDossierPage(DossierCounter(desk, self.wake_printers, self._scale, label), jobs)
        today = TodayPage(DayCounter(desk), jobs)
        record = RecordPage(RecordCounter(desk, self.wake_printers), jobs)
        lists = ListsPage(ListCounter(desk, self.wake_printers), jobs)
        self._window.closing.connect(lists.stop)
        papers_page = PrintersPage(papers, printers, jobs)
        line = LinePage(
            LineCounter(desk, self._works.place.folder, self._line, self._refresh.wanted.emit), jobs
        )
        self._news.wanted.connect(line.line_changed)
        for page in (accept, dossiers, record, papers_page):
            self._refresh.wanted.connect(page.papers_changed)
        for happened in (self._refresh, self._news):
            happened.wanted.connect(today.read_again)
        return {
            Place.TODAY: today,
            Place.ACCEPT: accept,
            Place.DOSSIER: dossiers,
            Place.ONE_STOP: OneStopPage(OneStopCounter(desk, self.wake_printers), jobs),
            Place.RECORD: record,
            **self._custody_pages(),
            Place.REPORTS: ReportsPage(ReportCounter(desk, self.wake_printers), jobs),
            Place.LISTS: FilesPage(lists, SystemsWork(SystemCounter(desk), jobs)),
            Place.LINE: line,
            Place.SHIFT: shift,
            Place.PRINTERS: papers_page,
            Place.DEVICES: DevicesPage(devices, jobs, self.machines.at_hand()),
            **admin_place(desk, self._works, jobs, self.recorder.condition),
        }

    def _custody_pages(self) -> dict[Place, Page]:
        """Pages of KT1 and of dossiers behind one switch, and the registers, which are of KT1."""
        desk, jobs, sides = self._desk, self._jobs, Sides(self._desk, self._jobs)
        services = {
            service: custody_services(desk, self._slots.unlock, self.wake_printers, service)
            for service in Service
        }
        makers: dict[Place, Callable[[CustodyServices, SideWords], Page]] = {
            Place.DISPATCH: lambda of, words: DispatchPage(DispatchCounter(of, self._scale), jobs, words),
            Place.DELIVERY: lambda of, words: DeliveryPage(DeliveryCounter(of), jobs, words),
            Place.HOLDING: lambda of, words: HoldingPage(HoldingCounter(of), jobs, words),
            Place.INCIDENTS: lambda of, words: IncidentsPage(IncidentCounter(of), jobs, words),
        }
        made: dict[Place, Page] = {
            place: sides.page({of: partial(make, services[of], WORDS[of]) for of in Service})
            for place, make in makers.items()
        }
        return {**made, Place.REGISTERS: RegistersPage(RegisterCounter(services[Service.KT1]), jobs)}

    def _print_room(self) -> PrintRoom:
        queue = PrintQueue(self._desk.store)
        return PrintRoom(queue, self.hardware.printers(), self._works.clock, self._refresh.wanted.emit, _note)

    def _line_room(self) -> LineRoom:
        desk = self._desk
        ways = partial(ways_of_desk, desk, self._works.place.folder)
        return LineRoom(ways, partial(written_by, desk), desk.clock, Calls(self._news.wanted.emit, _note))

    def _change_printers(self) -> None:
        """A profile was kept. In a job's thread, and two may come at once: whoever reads later is heard later."""
        with self._changing:
            self._room.use(self.hardware.printers())
        self._refresh.wanted.emit()

    def _conditions(self) -> tuple[PrinterCondition, ...]:
        return tuple(
            each
            for each in self._all_conditions()
            if each.profile is not None or each.slot is not PrinterSlot.ROLL
        )

    def _all_conditions(self) -> tuple[PrinterCondition, ...]:
        return tuple(self._room.condition(slot) for slot in PrinterSlot)

    def _printer_state(self, slot: PrinterSlot) -> PrinterState:
        return printer_words(self._room.condition(slot))

    def _scale(self) -> Callable[[], Weighing] | None:
        return self.machines.weigh if self.machines.has_scale else None

    def _use_machines(self) -> None:
        self._jobs.run(self.hardware.devices, self.machines.use, lambda _: None)


def _all(*acts: Callable[[], object]) -> None:
    for act in acts:
        act()


def _note(error: BaseException) -> None:
    note_fault(error)
