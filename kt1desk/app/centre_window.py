"""`kt1desk centre show`: the administrator's window of the centre, which opens no desk and asks for no password of one.

    kt1desk centre show --folder F

What its user may read is his role in the database. This module must not know how the state is read.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app import later
from kt1desk.centre.place import CentrePlace, place_at
from kt1desk.centre.status import CentreStatus, DeskStatus, read_status, state_words
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.needs.centre import CentreDesk, CentreView

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_HERE = timezone(timedelta(hours=7))
_FEW_NUMBERS = 100
_MINUTE_MS = 60_000


def add_show_parser(words: Subparsers) -> None:
    """Add ``show``; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = words.add_parser("show", help="màn hình theo dõi mọi bàn, tự đọc lại 10 giây một lần")
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.set_defaults(act=_show)


class CentreWatch:
    """Implements `kt1desk.desktop.needs.centre.CentreNeeds`."""

    def __init__(self, place: CentrePlace) -> None:
        self._place = place

    def centre_view(self) -> CentreView:
        """See the port.

        Raises:
            DeskError: ``centre.unreachable``, ``centre.not_operator``.
        """
        return view_of(read_status(self._place, datetime.now(UTC)))


def view_of(status: CentreStatus) -> CentreView:
    """The state in words, desks in trouble first."""
    rows = [_desk(each) for each in status.desks]
    rows.sort(key=lambda row: (-row.trouble, row.device))
    lag = "không rõ" if status.lag_ms < 0 else f"{status.lag_ms // 1000} giây"
    return CentreView(f"{_moment(status.at_ms):%H:%M:%S}", lag, tuple(rows), status.alarms)


def _desk(each: DeskStatus) -> CentreDesk:
    trouble = _trouble(each)
    few = not each.revoked_ms and 0 <= each.numbers_left < _FEW_NUMBERS and each.seen_ms > 0
    state = state_words(each)
    if few:
        state = "sắp hết số" if state == "tốt" else f"{state}; sắp hết số"
    return CentreDesk(
        device=each.device,
        point=each.point,
        seen=f"{_moment(each.seen_ms):%H:%M %d/%m/%Y}" if each.seen_ms else "chưa lần nào",
        waiting=_known(each.waiting_frames),
        mail=str(each.waiting_mail),
        numbers=_known(each.numbers_left),
        program=each.program,
        clock=_clock(each.offset_ms) if each.seen_ms else "—",
        state=state,
        tone=_tone(each, trouble or int(few)),
        trouble=trouble * 2 + int(few),
    )


def _trouble(each: DeskStatus) -> int:
    """Refusals weigh most: somebody else may speak as this desk. One that was put out is no trouble of today, but for these."""
    refused = sum(note.startswith("audit:") for note in each.notes)
    return 10 * refused + (0 if each.revoked_ms else len(each.notes) - refused)


def _tone(each: DeskStatus, trouble: int) -> Tone:
    if any(note.startswith("audit:") for note in each.notes):
        return Tone.BAD
    if each.revoked_ms:
        return Tone.CALM
    return Tone.WARN if trouble else Tone.GOOD


def _clock(offset_ms: int) -> str:
    if abs(offset_ms) < _MINUTE_MS:
        return "khớp"
    way = "nhanh" if offset_ms > 0 else "chậm"
    return f"{way} {abs(offset_ms) // _MINUTE_MS} phút"


def _known(number: int) -> str:
    return "?" if number < 0 else str(number)


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, _HERE)


def _show(asked: argparse.Namespace) -> int:
    return later.run_centre_window(CentreWatch(place_at(asked.folder)))
