"""What the page «Liên lạc» needs, on the desk's store, its line room and the services of its administrator.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kt1desk import __version__
from kt1desk.app.came_words import what_came
from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_commands import REASONS
from kt1desk.app.line_joining import Line
from kt1desk.app.line_room import Came, LineCondition, LineRoom
from kt1desk.app.line_ways import program_number
from kt1desk.app.line_words import LinkWords, link_words, moment_words, offset_words, standing_still
from kt1desk.app.window_counter import backlogs_of
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.line import (
    CameLine,
    LineAbout,
    LineActs,
    LineView,
    NearAbout,
    Road,
    StreamLine,
)
from kt1desk.desktop.needs.window import Tone
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.permissions import Act
from kt1desk.exchange.backlog import StreamBacklog
from kt1desk.exchange.line_access import LineAccess
from kt1desk.exchange.line_file import read_line_file
from kt1desk.exchange.line_state import LineState
from kt1desk.exchange.near import HEARTBEAT_MS, Sibling
from kt1desk.exchange.near_setting import NearSetting, near_path
from kt1desk.exchange.round_report import clock_is_wrong
from kt1desk.exchange.safe_marks import safe_upto
from kt1desk.exchange.taking import Outcome
from kt1desk.services.custody_rows import LineRow
from kt1desk.services.line_approval import Closing, LineApproval
from kt1desk.services.wording import sentence
from kt1desk.store.folder import DataFolder
from kt1desk.store.settings import Settings

_SHOWN = 100
_SILENT = 3
"""A sibling that missed so many of its own signs of life is not there."""
_STREAMS: Mapping[Stream, str] = MappingProxyType({Stream.KT1: "Sổ KT1", Stream.COUNTER: "Sổ quầy"})
_SHUT: Mapping[str, str] = MappingProxyType(
    {
        "exchange.no_approval": "chưa có văn bản",
        "trust.trial_desk": "bàn dùng thử",
    }
)
_FILE_FORBIDS = "tệp bàn cấm"
SHORT_REASONS: Mapping[Closing, str] = MappingProxyType(
    {
        Closing.ENDED: "hết hạn",
        Closing.WITHDRAWN: "bị thu hồi",
        Closing.UNSAFE: "không an toàn",
        Closing.MOVED: "bàn chuyển đi",
    }
)
_WAYS: Mapping[str, str] = MappingProxyType({"network": "Mạng", "folder": "Thư mục"})
_OUTCOMES: Mapping[Outcome, tuple[str, Tone]] = MappingProxyType(
    {
        Outcome.NEW: ("Đã nhận", Tone.GOOD),
        Outcome.ALREADY: ("Đã có", Tone.CALM),
        Outcome.LATER: ("Sẽ nhận lại", Tone.WARN),
        Outcome.REFUSED: ("Không nhận", Tone.BAD),
    }
)


class LineCounter:
    """Implements `kt1desk.desktop.needs.line.LineNeeds`.

    Args:
        desk: the open desk.
        folder: where it lies.
        room: exchanges.
        changed: called after the administrator did something that the status line tells.
    """

    def __init__(
        self, desk: OpenDesk, folder: DataFolder, room: LineRoom, changed: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._line = Line(desk, folder)
        self._room = room
        self._changed = changed
        self._notes = Settings(desk.store)
        self._approval = LineApproval(desk.store, desk.clock)

    def line_view(self) -> LineView:
        """See the port."""
        desk, known, now = self._desk, self._room.condition(), self._desk.clock.now()
        row = self._approval.state(desk.session)
        access, state = self._line.access(), self._line.state()
        return LineView(
            about=self._about(known, access, state, row),
            acts=self._acts(access, row),
            streams=tuple(_stream(each, now) for each in backlogs_of(desk)),
            came=self._came(known.came, now),
            near=self._near(known, now),
        )

    def hurry(self) -> None:
        """See the port."""
        self._room.hurry()

    def allow_kt1(self, number: str, day: date) -> None:
        """See the port."""
        self._approval.open(self._desk.session, number, day)
        self._follow()

    def shut_kt1(self, reason: str) -> None:
        """See the port."""
        self._approval.close(self._desk.session, Closing(reason))
        self._follow()

    def shut_reasons(self) -> Sequence[Choice]:
        """See the port."""
        return [Choice(code.value, text) for code, text in SHORT_REASONS.items()]

    def join(self, line_file: str, code: str, desk_file: str) -> None:
        """See the port."""
        data = read_line_file(Path(line_file))
        self._line.join(data, code, Path(desk_file) if desk_file else None)
        self._follow()

    def leave(self) -> None:
        """See the port."""
        self._line.leave()
        self._follow()

    def share(self, folder: str) -> None:
        """See the port."""
        setting = NearSetting(self._desk.store, self._notes, self._desk.clock)
        if folder:
            setting.use(self._desk.session, Path(folder))
        else:
            setting.leave(self._desk.session)
        self._follow()

    # --- inside --------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._room.use()
        self._changed()

    def _about(
        self, known: LineCondition, access: LineAccess | None, state: LineState, row: LineRow | None
    ) -> LineAbout:
        now = self._desk.clock.now()
        link: LinkWords = link_words(known, now)
        offset_ms = state.offset_ms if known.offset_ms is None else known.offset_ms
        is_known = known.offset_ms is not None or state.good_ms > 0
        return LineAbout(
            link=link.text,
            tone=link.tone,
            server=access.host if access is not None else "",
            certificate=f"đến {access.until:%d/%m/%Y}" if access is not None else "",
            good=_good(state, now),
            clock=_clock(offset_ms) if is_known else "",
            program=_program(state.wanted),
            safe=self._safe(),
            approval=_approved(row, now),
            problems=_problems(known),
        )

    def _acts(self, access: LineAccess | None, row: LineRow | None) -> LineActs:
        desk = self._desk
        if desk.session.desk.trial:
            return LineActs()
        keeps, allows = desk.may(Act.KEEP_LINE), desk.may(Act.ALLOW_LINE)
        is_open = row is not None and row.allowed
        near = near_path(self._notes) is not None
        return LineActs(
            hurry=access is not None or near,
            allow=allows and not is_open,
            shut=allows and is_open,
            join=keeps,
            leave=keeps and access is not None,
            share=desk.may(Act.CONFIGURE_DEVICES),
        )

    def _came(self, came: Sequence[Came], now: Moment) -> tuple[CameLine, ...]:
        sees_kt1 = self._desk.may(Act.SEE_ITEMS)
        with self._desk.store.read() as reader:
            told = [what_came(reader, each.taken, sees_kt1=sees_kt1) for each in came[:_SHOWN]]
        return tuple(_came(each, what, now) for each, what in zip(came, told, strict=False))

    def _near(self, known: LineCondition, now: Moment) -> NearAbout:
        path = near_path(self._notes)
        if path is None:
            return NearAbout()
        siblings = known.near.siblings if known.near is not None else ()
        trouble = known.near.problem if known.near is not None else None
        refused = known.near.refused if known.near is not None else ()
        why = trouble or next((error for _, error in refused), None)
        return NearAbout(
            str(path),
            tuple(_sibling(each, now) for each in siblings),
            sentence(why) if why is not None else "",
        )

    def _safe(self) -> str:
        said = safe_upto(self._notes)
        names = {Stream.KT1: "KT1", Stream.COUNTER: "quầy"}
        return ", ".join(f"{names[stream]} đến {said[stream][1]}" for stream in Stream if stream in said)


def _stream(each: StreamBacklog, now: Moment) -> StreamLine:
    unsent = each.unsent if each.by_network else None
    return StreamLine(
        _STREAMS[each.stream],
        network=_road(each.shut.get(Transport.NETWORK)),
        file=_road(each.shut.get(Transport.BUNDLE)),
        paper=_road(each.shut.get(Transport.PAPER)),
        unsent=unsent,
        oldest=moment_words(each.oldest_ms, now) if unsent and each.oldest_ms else "",
    )


def _road(shut: DeskError | None) -> Road:
    return (
        Road(open=True, words="được")
        if shut is None
        else Road(open=False, words=_SHUT.get(shut.code, _FILE_FORBIDS))
    )


def _came(each: Came, what: str, now: Moment) -> CameLine:
    outcome, tone = _OUTCOMES[each.taken.outcome]
    why = sentence(each.taken.reason) if each.taken.reason is not None else ""
    return CameLine(moment_words(each.at_ms, now), _WAYS.get(each.way, each.way), what, outcome, tone, why)


def _sibling(each: Sibling, now: Moment) -> str:
    if not each.made_ms:
        return f"Bàn {each.device}: chưa thấy"
    silent = now.utc_ms - each.made_ms > _SILENT * HEARTBEAT_MS
    heard = moment_words(each.made_ms, now)
    return f"Bàn {each.device}: im từ {heard}" if silent else f"Bàn {each.device}: thấy lúc {heard}"


def _problems(known: LineCondition) -> tuple[str, ...]:
    if known.trouble is not None:
        return (sentence(known.trouble),)
    if known.report is None:
        return ()
    said = ((known.report.problem,) if known.report.problem is not None else ()) + standing_still(
        known.report
    )
    return tuple(dict.fromkeys(sentence(each) for each in said))


def _good(state: LineState, now: Moment) -> str:
    if not state.good_ms:
        return ""
    mail = f", thư số {state.mail[-1].number}" if state.mail else ""
    return f"{moment_words(state.good_ms, now)}{mail}"


def _clock(offset_ms: int) -> str:
    return offset_words(offset_ms) if clock_is_wrong(offset_ms) else "khớp"


def _program(wanted: int) -> str:
    if wanted <= program_number(__version__):
        return __version__
    return f"{__version__}, cần {wanted // 1_000_000}.{wanted // 1_000 % 1_000}.{wanted % 1_000}"


def _approved(row: LineRow | None, now: Moment) -> str:
    if row is None:
        return "Chưa nhập văn bản cho phép: KT1 đi bằng tệp và giấy."
    if row.allowed:
        day = date.fromisoformat(row.day)
        return f"Theo văn bản {row.approval} ngày {day:%d/%m/%Y}, từ {moment_words(row.since_ms, now)}."
    return f"Đóng từ {moment_words(row.since_ms, now)}: {REASONS[Closing(row.reason)]}."
