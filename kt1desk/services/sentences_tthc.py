"""Sentences for dossiers: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

TTHC: Mapping[str, str] = MappingProxyType(
    {
        "appointment.duration": "Thời hạn của thủ tục không đếm được. Báo người quản trị sửa danh mục thủ tục.",
        "bcci.above_cap": "Giá {amount_dong} vượt mức tối đa {cap_dong}. Không thu; báo bưu điện tỉnh sửa bảng giá.",
        "bcci.commune_needed": "Chưa biết huyện cũ của địa chỉ này nên chưa tính được giá. Chọn xã, phường.",
        "bcci.district_needed": "Xã, phường này nằm trên nhiều huyện cũ: {districts}. Hỏi khách rồi chọn một.",
        "bcci.district_unknown": "Xã, phường này không thuộc huyện cũ đã chọn. Chọn một trong: {districts}.",
        "bcci.no_rate": "Bảng giá {table} thiếu giá cho cự ly này. Báo người quản trị bổ sung.",
        "bcci.no_table": "Chưa có bảng giá hồ sơ cho ngày này nên chưa thu được tiền. Báo người quản trị bổ sung.",
        "card.contradiction": "Số định danh không khớp ngày sinh hoặc giới tính trên thẻ. Quét lại, xem kỹ thẻ.",
        "card.date": "Ngày sinh «{text}» trên mã của thẻ không phải là ngày. Quét lại hoặc gõ tay theo thẻ.",
        "card.fields": "Mã trên thẻ chỉ đọc được {found} mục, cần ít nhất {expected}. Quét lại hoặc gõ tay theo thẻ.",
        "dossier.number_shape": "Số hồ sơ của bưu điện có dạng 240000-261122-1-001. Xem lại trên phiếu gửi.",
        "dossier.official_code": "Mã hồ sơ chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch. Gõ lại theo giấy hẹn.",
        "dossier.official_day": "Ngày trong mã hồ sơ không có thật. Xem lại trên giấy hẹn.",
        "dossier.official_shape": "Mã hồ sơ khác dạng thường gặp H37.10-261120-0005. Xem lại trên giấy hẹn.",
        "dossier.procedure_code": "Mã thủ tục «{typed}» không đúng dạng 1.001612. Xem lại hoặc tìm theo tên.",
        "exemption.bad_percent": "Mức giảm giá {percent} % không hợp lệ. Báo người quản trị sửa danh mục miễn giảm.",
        "exemption.unknown": "Không có diện miễn giảm {key} đang hiệu lực. Chọn lại diện miễn giảm.",
        "identity.century": "Số định danh có chữ số thứ tư là {digit}, người sinh đến năm 2099 chỉ có 0 đến 3. Gõ lại.",
        "identity.passport": "Số hộ chiếu gồm 6 đến 20 chữ cái và chữ số. Gõ lại theo hộ chiếu.",
        "identity.passport_unusual": "Số hộ chiếu khác dạng của Việt Nam (một chữ, 7 hoặc 8 số). Xem lại trên hộ chiếu.",
        "identity.phone": "Số điện thoại không đúng: cần 10 hoặc 11 chữ số bắt đầu bằng 0, hoặc +mã nước. Gõ lại.",
        "identity.shape": "Số định danh phải có 12 chữ số, đang có {length}. Gõ lại hoặc quét thẻ.",
        "identity.tax_code": "Mã số thuế sai: chữ số thứ mười phải là {expected}, đang là {found}. Gõ lại.",
        "identity.tax_impossible": "Không có mã số thuế nào có chín chữ số đầu này. Gõ lại theo giấy đăng ký.",
        "identity.tax_shape": "Mã số thuế gồm 10 số, 10 số và đuôi -001, hoặc 12 số của cá nhân. Gõ lại.",
        "number.other_service": "Số {number} thuộc dải của dịch vụ khác. Lấy nhãn đúng loại rồi quét lại.",
        "reference.authority_unknown": "Không có cơ quan {key} trong danh sách đang hiệu lực. Chọn lại cơ quan.",
        "reference.transit_days_missing": "Chưa có số ngày chuyển hồ sơ cho cự ly này. Báo người quản trị bổ sung.",
    }
)
