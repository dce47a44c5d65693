"""An arrival in words: a row of the table that shows it, and the sentences that say what to do."""

from __future__ import annotations

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import count, local
from kt1desk.desktop.scanning.arrivals import Told
from kt1desk.desktop.scanning.dispatcher import KIND_WORDS
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.devices.arrivals import Arrival, Finding, Way
from kt1desk.devices.scan_shapes import Shape

COLUMNS = (
    Column("Lúc", 96),
    Column("Đường vào", 128),
    Column("Ký tự nhận được", 0, cut=True),
    Column("Là mã gì", 200),
    Column("Kéo dài", 92, right=True),
    Column("Hở nhất", 92, right=True, hide_below=900),
    Column("Nhận xét", 240, cut=True),
)
_WAYS = {Way.SERIAL: "cổng nối tiếp", Way.WEDGE: "bàn phím", Way.TYPED: "gõ phím"}
_GOOD = "đúng cách"
_SHORT = {
    Finding.REWRITTEN: "bộ gõ làm sai, từ chối",
    Finding.REPAIRED: "bộ gõ sửa, đã dựng lại",
    Finding.WRONG_CHECK: "số kiểm sai",
    Finding.NO_END: "thiếu CR cuối dòng",
    Finding.AROUND: "thừa ký tự quanh mã",
    Finding.SLOW_KEYS: "gõ chậm, không phải quét",
    Finding.UNKNOWN: "mã lạ",
    Finding.CARD_BY_KEYS: "thẻ qua bàn phím",
    Finding.CASE: "CapsLock đang bật",
    Finding.LAYOUT: "bàn phím không phải US",
    Finding.PREFIX: "thừa ký tự trước mã",
    Finding.NO_SUFFIX: "thiếu Enter cuối mã",
    Finding.TAB_SUFFIX: "Tab cuối mã",
    Finding.DOUBLE_SUFFIX: "hai lần xuống dòng",
    Finding.CODE_PAGE: "không phải UTF-8",
    Finding.HAND_SPEED: "chậm như gõ tay",
}
_ADVICE = {
    Finding.REWRITTEN: "Bộ gõ tiếng Việt đã làm sai mã và không đủ bằng chứng để dựng lại, nên mã bị từ chối. "
    "Tắt bộ gõ (Ctrl+Shift với UniKey, EVKey) rồi quét lại.",
    Finding.REPAIRED: "Bộ gõ tiếng Việt đang bật và đã sửa phím của máy quét. Số này dựng lại được nhờ số kiểm; mã túi, niêm phong, "
    "hồ sơ thì không. Tắt bộ gõ khi quét, hoặc chuyển máy quét sang cổng nối tiếp.",
    Finding.WRONG_CHECK: "Số kiểm sai: quét lại; vẫn sai thì đối chiếu chữ in trên nhãn, nhãn có thể in hỏng.",
    Finding.NO_END: "Dòng không có CR ở cuối nên bàn không biết mã đã hết và không nhận. Đặt đuôi (suffix) của máy quét là CR.",
    Finding.AROUND: "Có mã đúng nhưng trước hoặc sau còn ký tự khác. Bỏ tiền tố (prefix), AIM ID và đuôi lạ của máy quét; chỉ để CR.",
    Finding.SLOW_KEYS: "Các chữ cách nhau trung bình {mean} ms, hở nhất {widest} ms; mức chờ là {limit} ms, nên coi là gõ tay. Nếu là "
    "máy quét: đặt độ trễ giữa các ký tự bằng 0, hoặc về cài đặt bấm F8 để đo.",
    Finding.UNKNOWN: "Không phải số bưu gửi, túi, niêm phong, hồ sơ hay thẻ căn cước: bàn không dùng mã này.",
    Finding.CARD_BY_KEYS: "Chữ tiếng Việt trên thẻ căn cước không qua được bàn phím. Chuyển máy quét sang cổng nối tiếp (USB-COM), UTF-8.",
    Finding.CASE: "Chữ hoa thành chữ thường: CapsLock đang bật, hoặc máy quét đặt đổi kiểu chữ. Mã vẫn đọc đúng; tắt CapsLock, đặt "
    "máy quét «Caps tự động».",
    Finding.LAYOUT: "Bàn phím của máy tính không phải kiểu US. Mã vẫn đọc đúng theo vị trí phím; đặt bàn phím «English (US)» cho máy này.",
    Finding.PREFIX: "Máy quét gửi thêm ký tự trước mã; ở trang khác ký tự ấy có thể là một phím lệnh. Bỏ tiền tố (prefix) của máy quét.",
    Finding.NO_SUFFIX: "Không có Enter sau mã: bàn phải chờ mới biết mã đã hết. Đặt đuôi (suffix) của máy quét là CR.",
    Finding.TAB_SUFFIX: "Sau mã là phím Tab. Vẫn dùng được; nên đặt đuôi (suffix) của máy quét là CR.",
    Finding.DOUBLE_SUFFIX: "Sau mã có hai lần xuống dòng (CR+LF). Vẫn dùng được; nên đặt đuôi chỉ là CR.",
    Finding.CODE_PAGE: "Chữ không phải UTF-8: tên trên thẻ có thể sai dấu. Đặt máy quét gửi UTF-8.",
    Finding.HAND_SPEED: "Chữ cách nhau trung bình {mean} ms: nhận được, nhưng không chứng minh là quét. Đặt độ trễ giữa các ký tự bằng 0.",
}
_BAD = {Finding.REWRITTEN, Finding.NO_END, Finding.WRONG_CHECK}


def row(told: Told, ref: str) -> TableRow:
    """The arrival as a line of the table with `COLUMNS`."""
    arrival = told.arrival
    when = local(told.when.utc_ms, told.when.offset_min)
    by_keys = arrival.way is not Way.SERIAL
    cells = (
        f"{when:%H:%M:%S}",
        _WAYS[arrival.way],
        arrival.shown,
        _kind(arrival),
        f"{count(round(arrival.duration_ms))} ms" if by_keys else "",
        f"{count(round(arrival.widest_gap_ms))} ms" if by_keys else "",
        _SHORT[arrival.findings[0]] if arrival.findings else _GOOD,
    )
    role, sign = _tone(arrival)
    return TableRow(ref, cells, {6: role}, {6: sign})


def advice(told: Told) -> tuple[str, Role]:
    """What to do about it, and how grave it is."""
    arrival = told.arrival
    if not arrival.findings:
        return "Máy quét gửi đúng cách, không phải chỉnh gì.", Role.OK
    numbers = {
        "mean": f"{arrival.mean_gap_ms:.0f}",
        "widest": f"{arrival.widest_gap_ms:.0f}",
        "limit": f"{arrival.limit_ms:.0f}",
    }
    return " ".join(_ADVICE[each].format(**numbers) for each in arrival.findings), _tone(arrival)[0]


def _kind(arrival: Arrival) -> str:
    if arrival.kind is None:
        return "mã trên giấy" if arrival.way is Way.SERIAL else "không phải mã"
    words = KIND_WORDS[arrival.kind]
    if arrival.kind is Shape.ITEM:
        return f"{words}, số kiểm {'đúng' if arrival.valid else 'sai'}"
    return words


def _tone(arrival: Arrival) -> tuple[Role, Sign]:
    if not arrival.findings:
        return Role.OK, Sign(Icon.CIRCLE_CHECK, "ok")
    if _BAD & set(arrival.findings):
        return Role.ERROR, Sign(Icon.CIRCLE_X, "danger")
    return Role.WARN, Sign(Icon.ALERT_TRIANGLE, "warn")
