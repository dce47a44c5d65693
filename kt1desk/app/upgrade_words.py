"""What is said of upgrades: offers, steps, answers, ways back. This module must not know who shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from kt1desk.app.upgrade_sources import Looked
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.upgrade.offer import Offer
from kt1desk.upgrade.request import Answer, What
from kt1desk.upgrade.returning import WayBack

BY_BACKUP = "Đường về là bản sao lưu trước khi nâng cấp, do kỹ thuật làm; việc ghi sau đó phải nhập lại. Báo bưu điện tỉnh trước."
_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "prove": "kiểm tra chữ ký",
        "fetch": "chép bản mới",
        "unpack": "giải nén và so từng tệp",
        "test": "bản mới tự kiểm tra, có thể mất vài phút",
        "point": "chuyển sang bản mới",
    }
)
"""By the values of `kt1desk.upgrade.applying.Step`."""


def step_words(step: str, share: int | None) -> str:
    """How far an upgrade is; ``share`` in hundredths."""
    said = _STEPS.get(step, "chờ máy bắt đầu")
    return f"{said[0].upper()}{said[1:]}{'' if share is None else f' ({share} %)'}…"


def refused_words(answer: Answer) -> str:
    """Why it was refused; "" where it was done."""
    return sentence(DeskError(answer.code, "", **answer.details)) if answer.code else ""


def answer_words(answer: Answer) -> str:
    """How the last upgrade or return ended."""
    at = f"{answer.at.astimezone():%H:%M %d/%m/%Y}"
    if answer.code:
        return f"Lúc {at} chưa đổi được bản: {refused_words(answer)}"
    if answer.version == answer.before:
        return f"Lúc {at} không có gì để cài: máy đã có bản {answer.version}."
    if answer.what is What.RETURN:
        return f"Lúc {at} đã trở về bản {answer.version} (trước đó là bản {answer.before})."
    return f"Lúc {at} đã cập nhật từ bản {answer.before} lên bản {answer.version}."


def offer_facts(offer: Offer) -> tuple[str, ...]:
    """What an offered version means for this desk, a sentence each."""
    return tuple(_facts(offer))


def _facts(offer: Offer) -> Iterator[str]:
    base = " (có cả phần nền)" if offer.brings_base else ""
    yield f"Chép {_megabytes(offer.bytes_to_read)} MB{base}; ổ đĩa cần {_megabytes(offer.bytes_needed)} MB trống."
    if offer.schema == offer.schema_now:
        yield "Dữ liệu của bàn không phải đổi. Sau khi cập nhật vẫn trở về bản đang chạy được, chỉ một phím."
    else:
        yield (
            f"Dữ liệu của bàn sẽ được sao lại rồi nâng cấp ở lần đăng nhập đầu (bước {offer.schema_now} lên {offer.schema}). "
            "Sau đó không trở về bản đang chạy bằng một phím được."
        )
    yield f"Bản này chỉ cài được trước ngày {_day(offer.valid_until)}."


def way_back_words(way: WayBack | None) -> str:
    """Why nobody can go back by one key, and what the way is; "" where one can."""
    if way is None:
        return "Không có bản trước trên máy này để trở về."
    if way.safe is None:
        return (
            f"Chưa biết dữ liệu của bàn còn hợp với bản {way.version} không. Đăng nhập vào bàn rồi xem lại."
        )
    if not way.safe:
        return f"Bản {way.version} không đọc được dữ liệu đã nâng cấp. {BY_BACKUP}"
    return ""


def looked_words(looked: Looked) -> tuple[str, ...]:
    """What each source said, one line each; that nothing is plugged in where there is none."""
    lines = [f"{label}: chính là bản đang chạy." for label in looked.same]
    lines += [f"{label}: {sentence(error)}" for label, error in looked.refused]
    if not lines and looked.offer is None:
        return (sentence(DeskError("upgrade.none_found")),)
    return tuple(lines)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y}"


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)
