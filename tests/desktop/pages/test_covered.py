"""Nobody reads an A, B or C item from a covered screen: by what stands in the widgets on top, and by the pixels of the real window.

The picture of the covered desk with a secret item on its page is the picture of the covered desk with nothing on it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from ctypes import wintypes
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kt1desk.app.idle import idle_ms
from kt1desk.desktop.absence import BEAT_MS, SLEPT_MS, AbsenceWatch
from kt1desk.desktop.system_lock import WM_WTSSESSION_CHANGE, SystemLock, WindowsMessages
from kt1desk.services.shifts import local_date
from tests.support.accepting import ENTER, SPACE, AtCounter, wait_until
from tests.support.clocks import HandClock
from tests.support.desk_fakes import PASSWORD, FakeWindow
from tests.support.keys import part, press, type_text
from tests.support.screen_texts import TextSpot, texts_of

PARTIES = ("Sở Nội vụ", "Văn Lãng")
SLACK_MS = 2_000
_SESSION_LOCK = 0x7


@dataclass
class Watched:
    """A clerk's desk as `app` watches it, on a clock of the test."""

    at: AtCounter
    clock: HandClock
    absence: AbsenceWatch
    system: SystemLock

    @property
    def is_covered(self) -> bool:
        return self.at.window.curtain.is_covering()

    def uncover(self) -> None:
        """As its own user does."""
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_A)
        type_text(PASSWORD)
        press(Qt.Key.Key_Return)
        self.at.settle()


@pytest.fixture
def watched(clerk: AtCounter, worn: QApplication) -> Iterator[Watched]:
    """Nothing is typed yet. The password costs no time here: what it costs is measured elsewhere."""
    clerk.window.curtain.guard(FakeWindow(), "lan", "Hoàng Thị Hà")
    clock, session = HandClock(), clerk.desk.session()
    after_ms = idle_ms(session.actor, clerk.desk.reference, local_date(clerk.desk.clock.now()))
    absence = AbsenceWatch(worn, clock, after_ms)
    absence._beat.stop()
    system = SystemLock(worn, clerk.window, QDBusConnection("no such bus"))
    for watch in (absence.away, system.away):
        watch.connect(clerk.window.curtain.cover)
    yield Watched(clerk, clock, absence, system)
    absence.end()


def _leave_it_alone(desk: Watched) -> None:
    begun_ms = desk.clock.mono_ms
    while not desk.is_covered:
        desk.clock.pass_ms(BEAT_MS)
        desk.absence.look()
        assert desk.clock.mono_ms - begun_ms <= 5 * 60_000 + SLACK_MS


def _press_f12(_desk: Watched) -> None:
    press(Qt.Key.Key_F12)


def _sleep(desk: Watched) -> None:
    desk.clock.wall_ms += SLEPT_MS + BEAT_MS
    desk.absence.look()


def _lock_the_system(desk: Watched) -> None:
    sent = wintypes.MSG(None, WM_WTSSESSION_CHANGE, _SESSION_LOCK, 0)
    WindowsMessages(desk.system).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))


def _begin_a_change_of_users(_desk: Watched) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F2)
    type_text("chief")
    press(Qt.Key.Key_Return)


WAYS = [_leave_it_alone, _press_f12, _sleep, _lock_the_system, _begin_a_change_of_users]


def _on_top(window: QWidget) -> str:
    """Every text of the window that nothing lies upon."""
    return "\n".join(spot.text for spot in texts_of(window) if _is_on_top(window, spot))


def _is_on_top(window: QWidget, spot: TextSpot) -> bool:
    top = window.childAt(spot.room.center())
    return top is not None and (top is spot.owner or spot.owner.isAncestorOf(top))


def _picture(window: QWidget) -> QImage:
    """The pixels of the window as they are on the X server."""
    QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage()


def _type_a_secret_item(desk: Watched) -> None:
    desk.at.ordinary(letter="a", urgency="2")
    desk.at.key(SPACE)


@pytest.mark.parametrize("cover", WAYS)
def test_nothing_of_a_secret_item_is_left_on_a_covered_screen(
    watched: Watched, cover: Callable[[Watched], None]
) -> None:
    window = watched.at.window
    QApplication.setCursorFlashTime(0)
    cover(watched)
    covered_empty = _picture(window)
    watched.uncover()
    _type_a_secret_item(watched)
    open_text, open_picture = _on_top(window), _picture(window)

    cover(watched)

    wait_until(lambda: _picture(window) == covered_empty)
    covered_text = _on_top(window)
    assert watched.is_covered
    assert covered_text
    assert all(party in open_text for party in PARTIES)
    assert not any(party in covered_text for party in PARTIES)
    assert open_picture != covered_empty
    assert not any(party in window.windowTitle() for party in PARTIES)


def test_the_page_is_as_it_was_when_its_user_comes_back(watched: Watched) -> None:
    _type_a_secret_item(watched)
    before, picture = _on_top(watched.at.window), _picture(watched.at.window)

    _leave_it_alone(watched)
    watched.uncover()

    assert _on_top(watched.at.window) == before
    assert picture.size() == _picture(watched.at.window).size()


def test_what_was_being_typed_when_the_screen_was_covered_is_seen_when_typing_goes_on(
    watched: Watched,
) -> None:
    clerk = watched.at
    clerk.type("snv")
    clerk.key(ENTER)
    clerk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for text in ("Hoi Chu thap do", "cao bang"):
        clerk.type(text)
        clerk.key(ENTER)
    clerk.type("Thon Khuoi")
    _press_f12(watched)
    watched.uncover()
    field = part(clerk.window, QLineEdit, "other_address")
    was_seen = field.isVisible()
    clerk.type(" Nguoi")

    assert was_seen
    assert QApplication.focusWidget() is field
    assert field.text() == "Thon Khuoi Nguoi"
