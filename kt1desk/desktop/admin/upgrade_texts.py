"""Texts of «Cập nhật chương trình». This module must not know any widget."""

from __future__ import annotations

from kt1desk.desktop.needs.upgrades import OfferView, ProgramView

HOW = (
    "1. Kết ca. Bàn đang mở ca thì không cập nhật.\n"
    "2. Cắm USB của bưu điện tỉnh, hoặc dùng thư mục chung của điểm.\n"
    "3. Ctrl+R tìm bản mới, đọc các thay đổi.\n"
    "4. F9 hai lần. Bàn đóng lại, một cửa sổ nhỏ báo tiến độ, rồi bàn tự mở bản mới.\n"
    "Mất điện giữa chừng: bật máy lên vẫn chạy được, bản cũ hoặc bản mới."
)
BACK_ASKED = "Bấm F8 lần nữa: đóng bàn, trở về bản {version} rồi mở lại. Dữ liệu giữ nguyên. Esc: thôi."


def upgrade_asked(offer: OfferView) -> str:
    """Asked before the desk is left."""
    return (
        f"Bấm F9 lần nữa: chép bản {offer.version}, đóng bàn, cập nhật rồi mở lại; mất vài phút. Esc: thôi."
    )


def notes_words(offer: OfferView | None) -> str:
    """What is new, each on a line of its own; "" for nothing."""
    return "\n".join(f"•  {each}" for each in offer.notes) if offer is not None else ""


def back_words(view: ProgramView) -> str:
    """Whether one can go back, and to what."""
    if view.no_way_back or not view.before:
        return view.no_way_back or "Không có bản trước trên máy này để trở về."
    return f"Bản {view.before} còn trên máy và đọc được dữ liệu của bàn: F8 hai lần là trở về."
