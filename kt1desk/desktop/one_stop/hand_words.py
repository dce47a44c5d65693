"""What is said of a hand-over as far as it has come. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import count
from kt1desk.desktop.one_stop.rows import covers_words
from kt1desk.services.handover_drafts import HandoverDraft, ReadyAuthority

_NOTHING = "Không có bì nào chờ giao."
_CHOOSE = "Chọn cơ quan, hoặc quét nhãn một bì."


def nothing_words(elsewhere: Sequence[tuple[str, int]]) -> str:
    """In the empty list; ``elsewhere`` are points and how many covers go to an authority by way of each."""
    if not elsewhere:
        return _NOTHING
    where = f"điểm {elsewhere[0][0]}" if len(elsewhere) == 1 else "điểm khác"
    covers = covers_words(sum(covers for _, covers in elsewhere))
    return f"{_NOTHING.removesuffix('.')}; {covers} chờ gửi sang {where}: F4, bên Hồ sơ."


def hand_note(authority: ReadyAuthority | None, draft: HandoverDraft) -> str:
    """Below the figure."""
    if authority is None:
        return _CHOOSE
    counted = draft.covers
    wrong = sum(len(each.differences) for each in counted)
    broken = sum(not each.seal_intact for each in counted)
    fees = len(draft.fees)
    parts = (
        f"{count(sum(each.documents for each in counted))} giấy tờ",
        f"{count(wrong)} sai lệch" if wrong else "",
        f"{count(broken)} niêm phong không nguyên" if broken else "",
        f"{count(fees)} hồ sơ nộp phí" if fees else "",
    )
    said = " · ".join(filter(None, parts)) if counted else "Quét nhãn từng bì để kiểm."
    return f"{authority.name}\n{said}"
