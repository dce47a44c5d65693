"""Sentences for files of other systems: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

SYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "system.unknown": "Không có hệ thống này trong danh mục. Chọn một hệ thống trong danh sách.",
        "system.nothing": "Không còn gì chưa ghi vào tệp cho hệ thống này. Làm lại tệp cũ bằng số tệp nếu tệp bị mất.",
        "system.batch_unknown": "Bàn này không ghi tệp nào mang số đó cho hệ thống này. Xem lại số tệp trong danh sách.",
        "system.number_unknown": "Bàn này không có số này. Xem lại số trong tệp trả về.",
        "system.number_twice": "Số này đã có ở dòng trên của tệp. Bỏ một dòng rồi nhập lại.",
        "system.other_code": "Số này đã nhận mã {before} từ trước, nay tệp ghi mã khác. Hỏi lại bên kia mã nào đúng.",
        "system.code_shape": "Mã bên kia chỉ gồm chữ, số, dấu chấm, gạch, tối đa 40 ký tự. Sửa ô rồi nhập lại.",
    }
)
