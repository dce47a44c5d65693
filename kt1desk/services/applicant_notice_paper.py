"""What stands on the post's notice to an applicant («phiếu báo của bưu điện»): what his authority said, what to bring by when and where.

The post passes on what an official paper says and names that paper; the notice is no paper of the authority (TT 03/2025/TT-VPCP) and says
so. This module must not know where anything stands on the paper, nor the codes of reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.events import Event
from kt1desk.services.paper_head import PaperHead, day_words, numbered, present

APPLICANT_NOTICE, APPLICANT_NOTICE_VERSION = "applicant_notice", 1
APPLICANT_NOTICE_FORM = "applicant_notice"


class NoticeOf(StrEnum):
    """What the applicant is told; the first four are the outcomes of `kt1desk.domain.case.Outcome`."""

    SUPPLEMENT = "supplement"
    REFUSED = "refused"
    STOPPED = "stopped"
    EXTENDED = "extended"
    REGISTERED = "registered"
    """The authority took the dossier up; its giấy hẹn is there."""
    RESULT = "result"
    """A result waits for him."""


_TOLD: Mapping[NoticeOf, str] = MappingProxyType(
    {
        NoticeOf.SUPPLEMENT: "Cơ quan giải quyết yêu cầu bổ sung, hoàn thiện hồ sơ",
        NoticeOf.REFUSED: "Cơ quan giải quyết từ chối tiếp nhận hồ sơ",
        NoticeOf.STOPPED: "Cơ quan giải quyết dừng giải quyết hồ sơ",
        NoticeOf.EXTENDED: "Cơ quan giải quyết gia hạn thời gian giải quyết",
        NoticeOf.REGISTERED: "Cơ quan giải quyết đã tiếp nhận hồ sơ",
        NoticeOf.RESULT: "Đã có kết quả, mời đến nhận",
    }
)
_DAYS: Mapping[NoticeOf, str] = MappingProxyType(
    {
        NoticeOf.SUPPLEMENT: "Nộp bổ sung trước hết ngày",
        NoticeOf.EXTENDED: "Ngày hẹn trả mới",
        NoticeOf.REGISTERED: "Ngày hẹn trả của cơ quan",
        NoticeOf.RESULT: "Giữ tại bưu cục đến hết ngày",
    }
)


@dataclass(frozen=True, slots=True)
class ApplicantNoticePaper:
    """Everything the notice says.

    Attributes:
        head: ``head.point`` issues it, ``head.clerk`` signs.
        of: what it tells.
        dossier: the post's own number of the case.
        item: number of its first cover, for the bars.
        applicant: whom it is for.
        address: his address in one line, or "".
        procedure: code and name in one line.
        authority: who decided.
        official: mã hồ sơ, or "".
        paper, paper_day: number and day (ISO) of the authority's paper, "" where there is none.
        reason: in words of a code, or "".
        asked: what to bring, paper by paper, by its published name.
        day: ISO; the last day to bring it, or the new day of the result; "" for none.
        where: where to come or to ask, in one line with hours or phone.
    """

    head: PaperHead
    of: NoticeOf
    dossier: str
    item: str
    applicant: str = field(repr=False)
    procedure: str
    authority: str
    where: str
    address: str = field(default="", repr=False)
    official: str = ""
    paper: str = ""
    paper_day: str = ""
    reason: str = ""
    asked: tuple[str, ...] = ()
    day: str = ""

    def proved_by(self, event: Event) -> ApplicantNoticePaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def applicant_notice_values(paper: ApplicantNoticePaper) -> dict[str, str]:
    """The texts of the A5 notice; ``asked_1_name`` and so on is what to bring, ``day_name`` says what the day is of."""
    return present(
        {
            **paper.head.values(),
            "told": _TOLD[paper.of],
            "number": paper.dossier,
            "item": paper.item,
            "applicant_name": paper.applicant,
            "applicant_address": paper.address,
            "procedure_name": paper.procedure,
            "authority_name": paper.authority,
            "official": paper.official,
            "paper": paper.paper,
            "paper_day": day_words(paper.paper_day),
            "reason": paper.reason,
            "day_name": _DAYS.get(paper.of, "") if paper.day else "",
            "day": day_words(paper.day) if paper.of in _DAYS else "",
            "where": paper.where,
            **numbered("asked", ({"name": name} for name in paper.asked)),
        }
    )
