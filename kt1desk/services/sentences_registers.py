"""Sentences for delivery, incidents, registers, clearance, statements, certificates, reports: what is wrong and what to do.

Part of `kt1desk.services.sentences`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.services.sentences_later import LATER
from kt1desk.services.sentences_reporting import REPORTING

_DELIVERY: Mapping[str, str] = {
    "round.unknown": "Không có danh sách phát này. Quét lại danh sách, hoặc chọn trong các danh sách còn mở.",
    "round.other_items": "Bưu gửi {number} không có trong danh sách phát này. Chọn đúng danh sách.",
    "round.not_with_postman": "Bưu gửi {number} không do bưu tá này giữ. Xem hành trình của bưu gửi.",
    "round.no_receiver": "Bưu gửi {number} chưa có dữ liệu nơi nhận. Nhận dữ liệu của chuyến trước.",
    "round.not_delivered": "Bưu gửi {number} giao cho cơ quan, không đi phát. Giao bằng biên bản ở «Một cửa».",
    "round.postman_needed": "Chưa có bưu tá nhận. Mời bưu tá gõ tên và mật khẩu.",
    "round.too_many": "Một danh sách phát tối đa {limit} bưu gửi. Chia ra hai danh sách.",
    "round.other_point": "Nơi nhận này do điểm khác phát. Kiểm tra lại trước khi giao bưu tá.",
    "round.point_unknown": "Chưa biết điểm nào phát cho nơi nhận này. Kiểm tra địa chỉ trước khi giao bưu tá.",
    "round.not_here": "Bưu gửi {number} không có trong danh sách chờ phát ở đây. Xem hành trình của bưu gửi.",
    "round.chosen": "Bưu gửi {number} đã chọn rồi. Quét bưu gửi tiếp theo.",
    "round.not_out": "Không bưu tá nào đang giữ bưu gửi {number}. Xem hành trình của bưu gửi.",
    "holding.not_here": "Điểm này không giữ bưu gửi {number}. Xem hành trình của bưu gửi.",
    "holding.away": "Bưu gửi {number} đang trong túi đã đóng hoặc trên đường. Mở túi hoặc nhận chuyến trước.",
    "holding.counted": "Bưu gửi {number} đếm rồi. Quét bưu gửi tiếp theo.",
    "delivery.party": "Bưu gửi {number} phải giao cho bên khác. Bưu gửi chuyển hoàn giao lại người gửi, còn lại giao người nhận.",
    "delivery.for_authority": "Bưu gửi {number} giao cho cơ quan. Giao bằng biên bản ở «Một cửa».",
    "delivery.identity_needed": "Chưa ghi giấy tờ của người nhận. Xem giấy tờ rồi chọn loại và gõ số.",
    "delivery.named_person": "Bưu gửi {number} chỉ giao cho người có tên trên bì. Xác nhận đúng người đó nhận, hoặc ghi phát không thành.",
    "delivery.not_registered": "Người này chưa đăng ký nhận cho cơ quan. Giao cho người đã đăng ký, hoặc ghi vào sổ trước.",
    "delivery.reference": "Chưa ghi nơi có chữ ký. Gõ số danh sách và dòng, hoặc số của giấy đã ký.",
    "redirect.same_receiver": "Nơi nhận mới giống nơi nhận cũ. Chọn nơi nhận khác.",
    "redirect.unfinished": "Bưu gửi {number} còn làm dở. F9 để xong, hoặc Ctrl+Delete để bỏ.",
    "redirect.not_here": "Bưu gửi {number} không ở trong tay hoặc trong két ở đây. Xem hành trình của bưu gửi.",
    "code.unknown": "Mục đã chọn không có trong danh mục hôm nay. Chọn lại trong danh sách.",
}
_INCIDENTS: Mapping[str, str] = {
    "incident.code_unknown": "Loại sự vụ này không có trong danh mục hôm nay. Chọn lại trong danh sách.",
    "incident.other_thing": "Loại sự vụ này không dùng cho mục đã chọn. Chọn loại khác.",
    "incident.number": "Số hiệu không đúng dạng. Quét lại hoặc gõ lại.",
    "incident.found_later": "Giờ phát hiện ở sau giờ hiện tại. Gõ lại giờ.",
    "incident.already": "Đã có biên bản {incident} còn mở cho việc này. Ghi tiếp vào biên bản đó.",
    "incident.unknown": "Không có biên bản này ở bàn. Kiểm tra số biên bản.",
    "incident.not_ours": "Biên bản này do điểm khác lập. Liên hệ điểm đó để ghi thêm.",
    "incident.is_closed": "Biên bản đã kết thúc. Lập biên bản mới nếu có việc mới.",
    "incident.contact_unknown": "Nơi được báo không có trong danh sách. Chọn lại trong danh sách.",
    "incident.told_when": "Giờ báo phải từ lúc phát hiện đến bây giờ. Gõ lại giờ.",
    "incident.same_person": "Người lập biên bản không tự kết thúc được. Nhờ người khác kết thúc.",
    "incident.no_remedy": "Chưa ghi đã khắc phục thế nào. Chọn cách khắc phục rồi kết thúc.",
    "incident.not_told": "Chưa báo cho {who}. Báo rồi ghi lại giờ báo trước khi kết thúc.",
}
_REGISTERS: Mapping[str, str] = {
    "register.unknown": "Không có sổ này. Chọn lại trong danh sách sổ.",
    "register.column_unknown": "Sổ này không có cột đó. Mở lại sổ rồi ghi lại.",
    "register.value_missing": "Chưa ghi «{column}». Điền vào rồi lưu.",
    "register.value_long": "Ô «{column}» dài hơn {limit} ký tự. Rút gọn lại.",
    "register.date": "Ô «{column}» không phải ngày. Gõ lại ngày, tháng, năm.",
    "register.date_order": "Ô «{column}» ở trước ngày bắt đầu. Kiểm tra lại hai ngày.",
    "register.number": "Ô «{column}» phải là số từ 1 đến {limit}. Gõ lại.",
    "register.reference": "Ô «{column}» chỉ gồm chữ, số, dấu chấm, gạch; không có dấu cách. Gõ lại.",
    "register.user_unknown": "Ô «{column}» không phải người dùng của bàn này. Chọn lại trong danh sách.",
    "register.agency_unknown": "Cơ quan này không có trong danh sách. Chọn lại, hoặc nhập danh sách cơ quan trước.",
    "register.commune_unknown": "Không có xã, phường này trong danh mục. Chọn lại trong danh sách.",
    "register.own_entry": "Không ai tự ghi dòng của chính mình trong sổ này. Nhờ người khác có quyền ghi.",
    "register.key": "Ô «{column}» của dòng đã ghi không đổi được. Ghi dòng mới.",
    "register.entry_unknown": "Không có dòng này trong sổ. Mở lại sổ rồi chọn lại.",
}
_PAPERS: Mapping[str, str] = {
    "statement.month": "Tháng không đúng dạng. Chọn lại tháng và năm.",
    "statement.empty": "Cơ quan này không có bưu gửi ghi nợ trong tháng. Chọn tháng hoặc cơ quan khác.",
    "certificate.trial_desk": "Bàn dùng thử không cấp chứng nhận.",
    "certificate.no_stations": "Chưa biết hành trình của bưu gửi này. Nhận dữ liệu của chuyến trước.",
}

REGISTERS: Mapping[str, str] = MappingProxyType(
    {**_DELIVERY, **_INCIDENTS, **_REGISTERS, **_PAPERS, **LATER, **REPORTING}
)

FIELDS_REGISTERS: Mapping[str, str] = MappingProxyType(
    {
        "taker_name": "Người nhận",
        "taker_position": "Chức vụ người nhận",
        "guard": "Người trực",
        "address_1": "Địa chỉ 1",
        "address_2": "Địa chỉ 2",
    }
)
"""Inputs of this chapter by the name an error gives them, as the screen calls them."""
