"""Exceptions in memory, for tests of the page alone. The fake keeps the rule that a page must hear of: one that is gone is not reviewed."""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.reviewing import ExceptionView, OpenException
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.identifiers import number_at
from kt1desk.services.custody_rows import ExceptionRow
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

OUTCOMES = (
    Choice("in_order", "Đã kiểm tra, đúng quy định"),
    Choice("not_needed", "Ngoại lệ không cần thiết, đã nhắc nhở"),
    Choice("not_in_order", "Không đúng quy định, đã lập biên bản"),
)
_REASONS = ("Không liên lạc được người duyệt", "Xe thư chạy, không kịp chờ duyệt")
_PEOPLE = (("vi", "Hoàng Thúy Vi"), ("vi", "Hoàng Thúy Vi"), ("lan", "Hoàng Thị Lan"))
_WHAT = ("item.approved", "dispatch.sent", "item.returned", "item.forwarded")
_HOUR_MS = 3_600_000


def exceptional(at: int, prefix: str = "") -> OpenException:
    """The how-many-eth example; every third was done by whoever looks. ``prefix`` stands before the event of a dossier."""
    what, (user, name) = _WHAT[at % len(_WHAT)], _PEOPLE[at % len(_PEOPLE)]
    number = f"CT240000-261122-7-{at}" if what == "dispatch.sent" else number_at("ME", 47_312_500 + at).text
    row = ExceptionRow(
        event=EventId(7, Stream.KT1, 1, 300 + at),
        what=f"{prefix}{what}",
        number=number,
        reason="nobody_reached",
        user=user,
        done_ms=NOW_MS - (40 - at) * _HOUR_MS,
    )
    return OpenException(row, _REASONS[at % len(_REASONS)], name, own=user == "lan")


def closed_alone() -> OpenException:
    """A shift that nobody else signed for."""
    row = ExceptionRow(
        event=EventId(7, Stream.COUNTER, 1, 900),
        what="shift.settled",
        number="2026-11-21/2",
        reason="change",
        user="vi",
        done_ms=NOW_MS - 15 * _HOUR_MS,
    )
    why = "Không có ai khác để ký, tiền lệch: Trả nhầm tiền thừa"
    return OpenException(row, why, "Hoàng Thúy Vi", own=False)


@dataclass
class FakeReviews:
    """What waits for a look; ``gone`` was looked at meanwhile at another desk."""

    exceptions: list[OpenException] = field(default_factory=list)
    reviewed: list[tuple[EventId, str]] = field(default_factory=list)
    gone: set[EventId] = field(default_factory=set)

    def exception_view(self) -> ExceptionView:
        return ExceptionView(tuple(self.exceptions), OUTCOMES, OFFSET_MIN)

    def review(self, event: EventId, outcome: str) -> None:
        if event in self.gone:
            raise DeskError("approval.review_unknown", "event")
        self.reviewed.append((event, outcome))
        self.exceptions = [each for each in self.exceptions if each.row.event != event]
