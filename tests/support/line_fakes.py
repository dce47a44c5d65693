"""The line of a desk in memory, for tests of its page alone: what it shows is what a test sets, what is done is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.app.line_counter import SHORT_REASONS
from kt1desk.desktop.needs import Choice, Tone
from kt1desk.desktop.needs.line import (
    CameLine,
    LineAbout,
    LineActs,
    LineView,
    NearAbout,
    Road,
    StreamLine,
)
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

ADMINISTRATOR = LineActs(hurry=True, allow=True, join=True, leave=True, share=True)
_FREE, _SHUT = Road(open=True, words="được"), Road(open=False, words="tệp bàn cấm")
_NO_PAPER = Road(open=False, words="chưa có văn bản")
_STRANGE = sentence(DeskError("inbox.fork", event="9/1/12"))

CLERK_VIEW = LineView(
    about=LineAbout(
        link="Đang nối · 14:50",
        tone=Tone.GOOD,
        server="cong.langson.example",
        certificate="đến 22/11/2028",
        good="14:50, thư số 412",
        clock="khớp",
        program="0.1.0",
        safe="KT1 đến 1204, quầy đến 8310",
        approval="Chưa nhập văn bản cho phép: KT1 đi bằng tệp và giấy.",
    ),
    acts=LineActs(hurry=True),
    streams=(
        StreamLine("Sổ KT1", _NO_PAPER, _FREE, _SHUT),
        StreamLine("Sổ quầy", _FREE, _FREE, _FREE, 17, "14:02"),
    ),
    came=(
        CameLine("14:50", "Mạng", "Chuyến thư gửi đi 241240-2026-118", "Đã nhận", Tone.GOOD),
        CameLine("14:47", "Mạng", "Việc khác (sổ 9/1/12)", "Không nhận", Tone.BAD, _STRANGE),
        CameLine("14:31", "Thư mục", "Nhận hồ sơ RC 100 004 512 VN", "Đã nhận", Tone.GOOD),
    ),
    near=NearAbout(r"\\quay-1\kt1", ("Bàn 8: thấy lúc 14:51", "Bàn 11: im từ 09:12")),
)
OFFLINE_VIEW = replace(
    CLERK_VIEW,
    about=replace(
        CLERK_VIEW.about,
        link="Ngoại tuyến từ 20:32 20/11",
        tone=Tone.WARN,
        good="20:31 20/11",
        clock="chậm 12 phút",
        program="0.1.0, cần 0.2.0",
        problems=(sentence(DeskError("line.unreachable")),),
    ),
    near=replace(CLERK_VIEW.near, trouble=sentence(DeskError("near.read_only"))),
)
ALLOWED = "Theo văn bản 12/BĐT ngày 20/11/2026, từ 08:15."


@dataclass
class FakeLine:
    """Implements `LineNeeds`. ``refuses`` are the errors by what is done."""

    view: LineView = CLERK_VIEW
    refuses: dict[str, DeskError] = field(default_factory=dict)
    done: list[tuple[str, ...]] = field(default_factory=list)

    def line_view(self) -> LineView:
        return self.view

    def hurry(self) -> None:
        self.done.append(("hurry",))

    def allow_kt1(self, number: str, day: date) -> None:
        self._do("allow", number, day.isoformat())
        acts = replace(self.view.acts, allow=False, shut=True)
        self.view = replace(self.view, acts=acts, about=replace(self.view.about, approval=ALLOWED))

    def shut_kt1(self, reason: str) -> None:
        self._do("shut", reason)

    def shut_reasons(self) -> Sequence[Choice]:
        return [Choice(code.value, text) for code, text in SHORT_REASONS.items()]

    def join(self, line_file: str, code: str, desk_file: str) -> None:
        self._do("join", line_file, code, desk_file)

    def leave(self) -> None:
        self._do("leave")

    def share(self, folder: str) -> None:
        self._do("share", folder)

    def _do(self, *what: str) -> None:
        if error := self.refuses.pop(what[0], None):
            raise error
        self.done.append(what)


def administrators(view: LineView = CLERK_VIEW) -> FakeLine:
    """What an administrator sees."""
    return FakeLine(replace(view, acts=ADMINISTRATOR))
