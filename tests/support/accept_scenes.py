"""Scenes of the acceptance page, on a real desk: empty, chosen, ready, timed, refused in each way, handed back, out of numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from kt1desk.app.desk import PaperFit
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.printing.condition import Condition
from kt1desk.services.packing import PackDraft, Packing
from kt1desk.services.set_up import DeskPlan
from tests.support.accepting import ALT, CTRL, ENTER, F9, SPACE, AtCounter, LabelPrinter, clerk_at
from tests.support.desks import Counter, counter, ordinary, small_block
from tests.support.label_printers import told
from tests.support.points import DISTRICT
from tests.support.stage import Scene, shown

Act = Callable[[AtCounter], None]


def _scene(
    act: Act,
    *,
    user: str = "clerk",
    shift: bool = True,
    plan: DeskPlan | None = None,
    prepare: Callable[[Counter], None] = lambda _: None,
    label_printer: LabelPrinter = lambda: None,
) -> Scene:
    """A scene of a clerk who does something; its desk goes when the window does."""

    def show(jobs: Jobs) -> MainWindow:
        things = ExitStack()
        root = things.enter_context(TemporaryDirectory())
        desk = things.enter_context(counter(Path(root), plan))
        if shift:
            desk.open_shift()
        prepare(desk)
        made = clerk_at(desk, user, jobs, label_printer)
        made.window.closing.connect(lambda: _end(jobs, things))
        shown(made.window, jobs)
        act(made)
        made.settle()
        return made.window

    return show


def _end(jobs: Jobs, things: ExitStack) -> None:
    jobs.close()
    things.close()


def _nothing(_: AtCounter) -> None:
    """As the page opens."""


def _some_items(desk: Counter) -> None:
    marks = ((Secrecy.NONE, Urgency.NONE), (Secrecy.C, Urgency.EXPRESS), (Secrecy.A, Urgency.NONE))
    for at in range(9):
        secrecy, urgency = marks[at % 3]
        sender, receiver = (("BCHQ", "BDBP"), ("SNV", "UBVL"), ("VPUB", "UBSG"))[at % 3]
        draft = replace(ordinary(), sender=sender, receiver=receiver, secrecy=secrecy, urgency=urgency)
        desk.accept(
            replace(draft, weight_g=340 + 900 * at, payment=Payment.CASH if at % 2 else Payment.ACCOUNT)
        )


def _one_item(desk: Counter) -> None:
    desk.accept()


def _list(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.type("uy ban")


def _ready(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c", urgency="2", weight="2340")
    clerk.key(SPACE)


def _long_names(clerk: AtCounter) -> None:
    clerk.parties("mttq", "bdbp")
    clerk.type("b2")
    clerk.type("31500")


def _timed(clerk: AtCounter) -> None:
    clerk.parties("bchq", "skh")
    clerk.type("a4")
    clerk.type("8h 24/11")
    clerk.key(ENTER)
    clerk.type("1250")
    clerk.key(Qt.Key.Key_0, ALT)


def _later(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("01")
    clerk.type("340")
    clerk.key(Qt.Key.Key_B, CTRL)
    clerk.type("12:40")
    clerk.key(ENTER)
    clerk.type("mat")
    clerk.key(ENTER)
    clerk.type("PT-0012")


def _later_refused(clerk: AtCounter) -> None:
    _later(clerk)
    clerk.key(ENTER)
    clerk.key(SPACE)
    clerk.key(F9)


def _two_hours_on(desk: Counter) -> None:
    desk.clock.pass_ms(2 * 3_600_000)


def _later_ready(clerk: AtCounter) -> None:
    _later(clerk)
    clerk.key(ENTER)
    clerk.key(SPACE)


def _past(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.type("03")
    clerk.type("11:00")
    clerk.key(ENTER)
    clerk.type("100000")
    clerk.key(SPACE)
    clerk.key(F9)


def _unknown(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.type("xyz")
    clerk.key(ENTER)


def _wanted(clerk: AtCounter) -> None:
    clerk.parties()
    clerk.key(F9)


def _refused(clerk: AtCounter) -> None:
    clerk.ordinary(letter="a")
    clerk.key(Qt.Key.Key_3, ALT)


def _longest_refusal(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c")
    clerk.key(Qt.Key.Key_5, ALT)


def _other(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.paste("Trường Chính trị Hoàng Đình Giong tỉnh Cao Bằng")
    clerk.key(ENTER)
    clerk.type("cao")


def _bad_character(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.paste("Trường Chính trị tỉnh 😀")
    clerk.key(ENTER)
    clerk.type("cao bang")
    clerk.key(ENTER)
    clerk.paste("Số 2, phường Thục Phán")
    clerk.key(ENTER)
    clerk.type("01340")


def _no_contract(clerk: AtCounter) -> None:
    clerk.parties(sender="syt")
    clerk.type("01340")
    clerk.key(SPACE)
    clerk.key(F9)


def _foreign_scan(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.page.take_scan("ME473124829VN")


def _no_price(clerk: AtCounter) -> None:
    clerk.ordinary(letter="c", urgency="2")
    clerk.key(SPACE)


def _usual_items(desk: Counter) -> None:
    pairs = (
        ("SNV", "UBVL"),
        ("SNV", "SYT"),
        ("VPUB", "SYT"),
        ("SNV", "UBVL"),
        ("BCHQ", "BDBP"),
        ("VPUB", "SNV"),
    )
    for sender, receiver in pairs:
        desk.accept(replace(ordinary(), sender=sender, receiver=receiver))


def _favourites(clerk: AtCounter) -> None:
    clerk.key(Qt.Key.Key_Down)


def _usual_receivers(clerk: AtCounter) -> None:
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.key(Qt.Key.Key_Down)


def _again(clerk: AtCounter) -> None:
    _ready(clerk)
    clerk.key(F9)


def _take_back(clerk: AtCounter) -> None:
    clerk.key(Qt.Key.Key_Z, CTRL)


def _bagged(desk: Counter) -> None:
    item = desk.accept().item
    packing = Packing(desk.store, desk.reference, desk.clock, PaperFit())
    packing.close(desk.session(), PackDraft("", "NP0000001", 540, DISTRICT, (item,)))


_ONE = small_block(1)
_REAL = replace(small_block(9_000), device=7, desk_file="ab" * 32)

ACCEPT_SCENES: Mapping[str, Scene] = {
    "accept-empty": _scene(_nothing),
    "accept-recent": _scene(_nothing, prepare=_some_items),
    "accept-no-shift": _scene(_nothing, shift=False),
    "accept-no-numbers": _scene(_nothing, plan=_ONE, prepare=_one_item),
    "accept-list": _scene(_list, prepare=_some_items),
    "accept-favourites": _scene(_favourites, prepare=_usual_items),
    "accept-receivers": _scene(_usual_receivers, prepare=_usual_items),
    "accept-again": _scene(_again, prepare=_usual_items),
    "accept-take-back": _scene(_take_back, prepare=_some_items),
    "accept-take-back-late": _scene(_take_back, prepare=_bagged),
    "accept-ready": _scene(_ready),
    "accept-large-label": _scene(_ready, label_printer=lambda: told(height_mm=75)),
    "accept-small-label": _scene(_ready, label_printer=lambda: told(width_mm=80, height_mm=50)),
    "accept-no-paper": _scene(_ready, prepare=_some_items, label_printer=lambda: told(Condition.PAPER_OUT)),
    "accept-long-names": _scene(_long_names),
    "accept-timed": _scene(_timed),
    "accept-past": _scene(_past),
    "accept-later": _scene(_later, prepare=_two_hours_on),
    "accept-later-ready": _scene(_later_ready, prepare=_two_hours_on),
    "accept-later-refused": _scene(_later_refused),
    "accept-unknown": _scene(_unknown),
    "accept-wanted": _scene(_wanted),
    "accept-refused": _scene(_refused),
    "accept-refused-longest": _scene(_longest_refusal),
    "accept-other": _scene(_other),
    "accept-bad-character": _scene(_bad_character),
    "accept-no-contract": _scene(_no_contract),
    "accept-foreign": _scene(_foreign_scan),
    "accept-no-price": _scene(_no_price, plan=_REAL),
}
