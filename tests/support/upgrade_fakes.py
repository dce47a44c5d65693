"""What the page of upgrades needs, from memory: an installed program, a newer version on a stick, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.desktop.needs.upgrades import LookedView, OfferView, ProgramView, UpgradeBegun
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

INSTALLED = ProgramView(
    "1.4.2",
    installed=True,
    since="02/11/2026 17:40",
    before="1.4.1",
    last="Lúc 17:40 02/11/2026 đã cập nhật từ bản 1.4.1 lên bản 1.4.2.",
)
NO_WAY_BACK = ProgramView(
    "1.5.0",
    installed=True,
    since="23/11/2026 17:12",
    before="1.4.2",
    no_way_back="Bản 1.4.2 không đọc được dữ liệu đã nâng cấp. Đường về là bản sao lưu trước khi nâng cấp, do kỹ thuật làm; "
    "việc ghi sau đó phải nhập lại. Báo bưu điện tỉnh trước.",
)
REFUSED = ProgramView(
    "1.4.2",
    installed=True,
    since="02/11/2026 17:40",
    last="Lúc 17:10 23/11/2026 chưa đổi được bản: "
    + sentence(DeskError("upgrade.self_test", version="1.5.0", exit_code=3)),
    last_is_good=False,
    no_way_back="Không có bản trước trên máy này để trở về.",
)
OFFER = OfferView(
    "1.5.0",
    "E:\\kt1desk-capnhat",
    (
        "Nhãn A, B, C in đúng khổ 100×150 mm trên máy in Xprinter.",
        "Tìm cơ quan theo mã định danh điện tử.",
        "Sửa lỗi: bảng Hôm nay đếm thiếu bưu gửi Hẹn giờ sau nửa đêm.",
    ),
    (
        "Chép 4 MB; ổ đĩa cần 96 MB trống.",
        (
            "Dữ liệu của bàn sẽ được sao lại rồi nâng cấp ở lần đăng nhập đầu (bước 0012 lên 0013). "
            "Sau đó không trở về bản đang chạy bằng một phím được."
        ),
        "Bản này chỉ cài được trước ngày 21/03/2027.",
    ),
)
FOUND = LookedView(OFFER, ())
NOTHING = LookedView(None, (sentence(DeskError("upgrade.none_found")),))
FOREIGN = LookedView(None, (f"F:\\kt1desk-capnhat: {sentence(DeskError('upgrade.foreign_key'))}",))


@dataclass
class FakeUpgrades:
    """`refusal` is what stands in the way of leaving the desk."""

    view: ProgramView = INSTALLED
    found: LookedView = FOUND
    refusal: DeskError | None = None
    done: list[str] = field(default_factory=list)

    def program_view(self) -> ProgramView:
        return self.view

    def look_for_upgrade(self) -> LookedView:
        self.done.append("look")
        return self.found

    def may_upgrade(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def fetch_upgrade(self) -> UpgradeBegun:
        self.may_upgrade()
        self.done.append("fetch")
        return UpgradeBegun("0123456789abcdef", "apply")

    def begin_return(self) -> UpgradeBegun:
        self.may_upgrade()
        self.done.append("return")
        return UpgradeBegun("fedcba9876543210", "return")
