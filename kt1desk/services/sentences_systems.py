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
        "system.file_ending": "Tên tệp phải kết thúc bằng .xlsx hoặc .csv. Sửa tên rồi ghi lại.",
        "system.file_exists": "Đã có tệp mang tên này. Chọn tên khác; tệp cũ không bị ghi đè.",
        "system.no_folder": "Không có thư mục này. Cắm USB hoặc chọn thư mục khác rồi ghi lại.",
        "system.not_written": "Đã ghi sổ tệp {batch} nhưng đĩa không nhận tệp. Chọn nơi khác và làm lại tệp bằng số {batch}.",
        "system.code_shape": "Mã bên kia chỉ gồm chữ, số, dấu chấm, gạch, tối đa 40 ký tự. Sửa ô rồi nhập lại.",
    }
)
