"""Walks through the running program with a morning's work in it, audits what stands on the screen, and keeps a picture of each page.

    python -m tests.support.story_pictures SCREEN THEMES [FOLDER]

A process of its own for each screen, because Qt reads the scale once. Prints one line for each thing that is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from kt1desk.app.desk import OpenDesk
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.look.theme import THEMES, ThemeName
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.kt1 import Payment, Place, Secrecy, Urgency
from kt1desk.domain.print_job import FRESH_FOR_MS, PrinterRole
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.store.print_queue import PrintQueue
from tests.support.screen_audit import audit
from tests.support.story import RunningDesk, options_at, pass_ms, running, until

USER = "ha.hoang"
AGENCIES = (
    *("SNV", "VPTU", "TU", "BTC", "UBKT", "BNC", "HDND", "UBND", "VPUB", "STC", "SKH", "TTT", "CA", "TAND"),
    *("UBDK", "UBKL", "UBVL"),
)
RECEIVERS = ("UBVL", "UBDD", "VPCP", "UBTK", "BNV", "UBHL", "UBLB", "UBBN", "UBSG")
HOUR_MS = 3_600_000
Scene = Callable[[RunningDesk], None]


def drafts(now_ms: int) -> Iterator[AcceptanceDraft]:
    """A morning: every letter and urgency, near and far, light and heavy, at the counter and fetched."""
    urgencies, letters = tuple(Urgency), tuple(Secrecy)
    for at, sender in enumerate(AGENCIES):
        urgency = urgencies[at % len(urgencies)]
        yield AcceptanceDraft(
            sender=sender,
            receiver=next(name for name in RECEIVERS[at % len(RECEIVERS) :] + RECEIVERS if name != sender),
            secrecy=letters[at // 2 % len(letters)],
            urgency=urgency,
            weight_g=20 + 117 * at,
            agreed_ms=now_ms + (at + 2) * HOUR_MS if urgency.is_timed else None,
            place=Place.ADDRESS if at % 5 == 3 else Place.COUNTER,
            payment=Payment.ACCOUNT,
            handed_by="Nông Thị Thu" if at % 3 == 0 else "",
        )


def work(desk: OpenDesk) -> None:
    """What stands in the books when the window opens; the last label broke off on its way."""
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 900_000)
    now_ms = desk.clock.now().utc_ms
    for draft in drafts(now_ms):
        checklist = desk.acceptance.quote(desk.session, draft).checklist
        desk.acceptance.accept(desk.session, replace(draft, answers=all_confirmed(checklist)))
    queue = PrintQueue(desk.store)
    job = queue.claim_next(PrinterRole.LABEL, now_ms - FRESH_FOR_MS)
    assert job is not None
    assert queue.mark_sending(job.job_id, "label.serial.COM3", "0" * 64, now_ms)


def prepared(folder: Path) -> Options:
    """A desk with its morning in it, closed again."""
    options = options_at(folder, trial=True)
    place = take_place(options)
    works = works_in(place)
    works.make_sample()
    opened = works.opener.open(USER, TRIAL_PASSWORD)
    work(opened)
    opened.close()
    place.leave()
    return options


# --- scenes ------------------------------------------------------------------------------------------------------------


def _accept_filled(desk: RunningDesk) -> None:
    keys = desk.keyboard
    keys.press("F2")
    desk.until_focus("sender")
    keys.enter("ubkt")
    keys.enter("binh gia")
    keys.press("c", "4")
    desk.until_focus("agreed")
    keys.enter("23:30")
    keys.type("1340")
    keys.press("space")
    desk.until_text("missing", "Đủ rồi")


def _accept_wrong(desk: RunningDesk) -> None:
    keys = desk.keyboard
    keys.press("ctrl+Delete")
    desk.until_focus("sender")
    keys.enter("snv")
    keys.enter("van lang")
    keys.press("0", "3")
    desk.until_focus("agreed")
    keys.enter("0:01")
    desk.idle()


def _accept_searching(desk: RunningDesk) -> None:
    desk.keyboard.press("ctrl+Delete")
    desk.until_focus("sender")
    desk.keyboard.type("uy ban")


def _search(desk: RunningDesk) -> None:
    desk.keyboard.press("alt+Home", "ctrl+k")
    desk.keyboard.type("van lang")


def _closing(desk: RunningDesk) -> None:
    desk.keyboard.press("F9")
    until(lambda: desk.focus() in {"things", "pieces_500000", "go"}, "the closing")
    if desk.focus() == "things":
        desk.keyboard.press("F9")
    if desk.focus() != "go":  # what was counted stays
        desk.until_focus("pieces_500000")
        desk.keyboard.enter("1")
        desk.keyboard.enter("1")
        desk.keyboard.press("F9")
    desk.until_text("verdict", "Thiếu")


def _curtain(desk: RunningDesk) -> None:
    desk.keyboard.press("alt+Home", "F12")
    desk.keyboard.press("a")


def _keys(*names: str) -> Scene:
    return lambda desk: desk.keyboard.press(*names)


SCENES: Sequence[tuple[str, Scene]] = (
    ("today", _keys("alt+Home")),
    ("accept-recent", _keys("F2")),
    ("accept-filled", _accept_filled),
    ("accept-wrong", _accept_wrong),
    ("accept-searching", _accept_searching),
    ("shift", _keys("Escape", "ctrl+Delete", "F6")),
    ("shift-closing", _closing),
    ("printers", _keys("Escape", "F10")),
    ("printer-setup", _keys("ctrl+1")),
    ("devices", _keys("Escape", "F11")),
    ("search", _search),
    ("keys", _keys("Escape", "F2", "F1")),
    ("curtain", _curtain),
)


def walk(desk: RunningDesk, screen: str, theme: ThemeName, folder: Path | None) -> list[str]:
    """Every scene in one theme; returns what the audit found."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, THEMES[theme])
    found = []
    for name, scene in SCENES:
        scene(desk)
        desk.idle()
        pass_ms(60)
        found += _look(desk, f"{name}-{theme.value}-{screen}", folder)
    desk.keyboard.enter(TRIAL_PASSWORD)
    until(lambda: not desk.sees(FieldEdit, "password"), "the curtain to open")
    return found


def _look(desk: RunningDesk, name: str, folder: Path | None) -> list[str]:
    if folder is not None:
        desk.window.grab().save(str(folder / f"run-{name}.png"))
    return [f"{name}: {finding}" for finding in audit(desk.window)]


def main(screen: str, themes: Sequence[ThemeName], folder: Path | None) -> list[str]:
    """The gate and the desk."""
    app = QApplication([])
    app.setCursorFlashTime(0)
    found = []
    with TemporaryDirectory(prefix="kt1-") as place:
        with running(app, options_at(Path(place) / "new")) as desk:
            for theme in themes:
                wear(app, THEMES[theme])
                found += _look(desk, f"first-run-{theme.value}-{screen}", folder)
        with running(app, prepared(Path(place))) as desk:
            desk.until_focus("user")
            for theme in themes:
                wear(app, THEMES[theme])
                found += _look(desk, f"login-{theme.value}-{screen}", folder)
            desk.log_in(USER, TRIAL_PASSWORD)
            until(lambda: len(list(desk.place.options.papers.glob("*.pdf"))) >= len(AGENCIES), "the receipts")
            for theme in themes:
                found += walk(desk, screen, theme, folder)
    return found


if __name__ == "__main__":
    wanted = [ThemeName(name) for name in sys.argv[2].split(",")]
    print("\n".join(main(sys.argv[1], wanted, Path(sys.argv[3]) if sys.argv[3:] else None)))
