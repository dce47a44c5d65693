"""What is said of a hand-over as far as it has come. Pure functions."""

from __future__ import annotations

from kt1desk.desktop.models.texts import count
from kt1desk.services.handover_drafts import HandoverDraft, ReadyAuthority

_CHOOSE = "Chọn cơ quan, hoặc quét nhãn một bì."


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
