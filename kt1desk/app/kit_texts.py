"""What stands on the papers of a kit, in Vietnamese. Texts only; how they are laid out is not known here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.app.kit_making import MadeKit
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.kit import KnownPrinter
from kt1desk.services.kit_columns import LANGUAGE_NAMES, SLOT_NAMES, STOCK_NAMES, TRANSPORT_NAMES, WAY_NAMES

LIST_NAMES = {
    "agencies": "cơ quan",
    "procedures": "thủ tục",
    "staff": "người dùng",
    "staff_list": "người dùng (tỉnh ký)",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the checklist: its heading, and what is ticked off under it."""

    title: str
    lines: tuple[str, ...]


def grouped(number: int) -> str:
    """``10.000``."""
    return f"{number:,}".replace(",", ".")


def block_words(block: NumberBlock) -> str:
    """``MA 1.000–1.999 (1.000 số)``."""
    return f"{block.prefix} {grouped(block.first)}–{grouped(block.last)} ({grouped(block.count)} số)"


def printer_words(printer: KnownPrinter) -> str:
    """``Máy in nhãn: TSPL, USB, nhãn 100 × 60 mm``."""
    way = " ".join(filter(None, (WAY_NAMES[printer.way], printer.address)))
    parts = (LANGUAGE_NAMES.get(printer.language, ""), way, STOCK_NAMES[printer.stock])
    return f"{SLOT_NAMES[printer.slot]}: {', '.join(filter(None, parts))}"


def facts_of(kit: MadeKit, point: str) -> Iterator[tuple[str, str]]:
    """What the desk is to be, name and value."""
    desk = kit.desk
    yield "Điểm", f"{point} – {desk.point}"
    yield "Bàn số", f"{desk.device}, bộ cài số {kit.issue}"
    yield "Tệp", kit.file
    yield "Dải số", "; ".join(map(block_words, desk.blocks))
    yield "Dịch vụ", ", ".join(sorted(service.value.upper() for service in desk.services))
    yield "Đường truyền", ", ".join(TRANSPORT_NAMES[way] for way in sorted(desk.transports))
    if desk.centre:
        yield "Trung tâm", desk.centre + (" (có tệp đường mạng trong bộ cài)" if kit.has_line else "")
    yield "Máy in", "; ".join(map(printer_words, desk.printers)) or "chưa biết: xem tại quầy"
    yield "Danh sách", ", ".join(LIST_NAMES[name] for name in kit.lists) or "không kèm; nhập sau tại bàn"


def checklist(kit: MadeKit) -> tuple[Part, ...]:
    """What is looked at, in the order in which it is done."""
    return (
        Part("1. Trước khi đi", tuple(_before(kit))),
        Part("2. Tại quầy", tuple(_at_the_counter(kit))),
        Part("3. Sau khi lập bàn", tuple(_afterwards(kit))),
    )


def _before(kit: MadeKit) -> Iterator[str]:
    yield f"Tệp {kit.file} đã chép vào USB của người đi. Phiếu mã một lần đi đường khác: người khác mang, hoặc thư bảo đảm."
    yield "Bộ cài chương trình đã chép vào USB; tổng kiểm (SHA-256) đúng với tờ công bố."
    yield "Có đủ giấy nhãn, giấy in, cuộn đúng khổ; dây USB, dây nối tiếp của máy in và cân."
    yield "Hai USB trống: một để sao lưu, một để hộp đen. Một phong bì niêm phong cho mã khôi phục."
    yield "Đã hẹn trưởng điểm; ở điểm đã kết ca cũ. Không điểm nào đang dùng bàn số này, dải số này."


def _at_the_counter(kit: MadeKit) -> Iterator[str]:
    desk = kit.desk
    yield "Máy chạy Windows 10 (bản 1809 trở lên), Windows 11 hoặc Debian 12. Ngày giờ của máy đúng, múi giờ Hà Nội."
    yield "Cài chương trình; phần tự kiểm tra báo đạt."
    yield "Lần mở đầu: chọn 1 «Tệp bàn của tỉnh», F4 chọn tệp, gõ dấu vân khóa ở trên, gõ mã một lần theo phiếu mã."
    yield f"Màn hình ghi đúng: điểm {desk.point}, máy số {desk.device}, đúng dải số như trên. Sai một chữ thì dừng, gọi Bưu điện tỉnh."
    if desk.clearances:
        names = ", ".join(row.user for row in desk.clearances)
        yield f"Người lập bàn đăng nhập bằng tên được làm KT1 ({names}): chỉ tên ấy nhập được danh sách cơ quan."
    yield "Trưởng điểm (hoặc người của điểm) tự gõ tên đăng nhập và mật khẩu của mình; kỹ thuật không biết mật khẩu ấy."
    yield "Mã khôi phục đã chép ra giấy, niêm phong. Người giữ: ........................................"
    for printer in desk.printers:
        yield f"{printer_words(printer)}: in thử, quét lại được, đủ dấu tiếng Việt."
    if not desk.printers:
        yield "Cài máy in nhãn, máy in phiếu; in thử, quét lại được, đủ dấu tiếng Việt."
    yield "Máy quét đọc được số trên nhãn thử; cân (nếu có) báo đúng với quả cân chuẩn hoặc gói hàng đã biết."
    if kit.lists:
        names = ", ".join(LIST_NAMES[name] for name in kit.lists)
        yield f"Màn hình cuối báo đã nhập danh sách ({names}); số dòng không nhận: ..........."
    yield "Mỗi người của điểm đã có tên trong Người dùng, có mật khẩu đầu, tự đổi khi đăng nhập."
    if kit.has_line:
        yield "Trang Trao đổi báo đường mạng đã nối, đã gửi việc đầu tiên lên trung tâm."
    yield "Nơi sao lưu và hộp đen đã chọn (kt1desk backup places); đã làm một bản và đọc lại được."
    yield "Đơn đăng ký khóa của bàn đã ghi (kt1desk mail request). Mã đối chiếu: ..................................."
    yield "Mở ca, nhận một bưu gửi ở bàn tập dùng, in nhãn; trưởng điểm làm được không cần nhắc."


def _afterwards(kit: MadeKit) -> Iterator[str]:
    yield "Đã xóa tệp bộ cài trên USB. Phiếu mã đã hủy trước mặt hai người."
    yield "Phong bì mã khôi phục đã nộp Bưu điện tỉnh, ghi sổ số: ..................."
    yield "Đơn đăng ký khóa đã nộp; danh sách khóa mới có bàn này."
    if kit.has_line:
        yield "Hôm sau: kt1desk centre status có bàn này, không cảnh báo."
    else:
        yield "Hôm sau: gọi điểm; bàn mở được, giấy in tốt, tệp thư đầu tiên đã đến nơi nhận."
    yield "Bảng tổng quan đã đánh dấu xong bàn này."


SIGNERS = ("Người lập bàn (kỹ thuật)", "Trưởng điểm", "Bưu điện tỉnh")
