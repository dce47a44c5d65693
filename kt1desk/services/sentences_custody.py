"""Sentences for custody, approval, receptacles, dispatches, arrival and delivery: what is wrong and what to do.

Part of `kt1desk.services.sentences`.
"""

from collections.abc import Mapping
from types import MappingProxyType

_REPORT = "Ghi lại mã này và báo người quản trị."

_HANDS: Mapping[str, str] = {
    "custody.unknown": "Không có {thing} số {number} ở bàn này. Quét lại, hoặc nhận dữ liệu của chuyến trước.",
    "custody.step": "Số {number} đang «{state}» nên chưa làm được việc này. Xem hành trình của số đó.",
    "custody.elsewhere": "Số {number} không ở điểm này. Xem hành trình của số đó.",
    "custody.held_by_other": "Bưu gửi {number} do {user} đang giữ. Người đó bàn giao hoặc cất vào két trước.",
    "custody.holder": f"Không đọc được nơi giữ trong sổ. {_REPORT}",
    "custody.nothing": "Chưa chọn mục nào. Chọn hoặc quét ít nhất một số.",
    "custody.twice": "Số {number} được chọn hai lần. Bỏ bớt một lần.",
    "custody.place_unknown": "Nơi cất {place} chưa có trong sổ két, tủ. Chọn nơi khác, hoặc trưởng bưu cục ghi vào Sổ nghiệp vụ, Ctrl+J.",
    "number.local_shape": "Số không đúng dạng (ví dụ {example}). Quét lại hoặc gõ lại.",
}
_SECOND: Mapping[str, str] = {
    "approval.same_person": "Người duyệt phải khác người đang làm. Mời người khác gõ tên và mật khẩu.",
    "approval.by_acceptor": "Người đã nhận bưu gửi thì không được duyệt bưu gửi đó. Mời người khác duyệt.",
    "approval.user_unknown": "Bàn này không có người dùng như vậy. Xem lại tên đăng nhập rồi gõ lại.",
    "approval.not_allowed": "Người này không được duyệt việc đó. Nhờ kiểm soát viên hoặc trưởng bưu cục nhập tên và mật khẩu ở đây.",
    "approval.nobody": "Việc này cần một người nữa. Mời người đó gõ tên và mật khẩu.",
    "approval.not_in_person": "Việc này cần người thứ hai có mặt tại bàn. Mời người đó gõ tên và mật khẩu.",
    "approval.not_waiting": "Bưu gửi {number} không chờ duyệt ở đây. Xem ở Tra cứu (Ctrl+T).",
    "approval.item_needed": "Bưu gửi {number} chưa được duyệt nên chưa đi được. Chuyển đến việc Chờ duyệt.",
    "approval.not_remote": "Việc này không duyệt qua điện thoại được. Mời người thứ hai đến bàn.",
    "approval.own_device": "Đó là số của chính bàn này. Hỏi số bàn của người duyệt rồi gõ lại.",
    "approval.approver_shape": "Tên đăng nhập của người duyệt không đúng dạng. Hỏi lại rồi gõ chữ thường, số, dấu chấm.",
    "approval.answer_shape": "Trả lời là 8 chữ số. Nghe lại rồi gõ lại.",
    "approval.wrong_answer": "Trả lời không đúng, còn {left} lần. Đọc lại câu hỏi và nghe lại từng số.",
    "approval.question_void": "Câu hỏi này không còn dùng được. Hỏi lại để có 8 số mới.",
    "approval.question_shape": "Câu hỏi là 8 chữ số. Nghe lại rồi gõ lại.",
    "approval.things_range": "Số lượng phải từ 1 trở lên. Hỏi lại bàn kia.",
    "approval.other_things": "Trả lời qua điện thoại không phải cho đúng các mục này. Hỏi lại để có 8 số mới.",
    "approval.exception_not_here": "Điểm này có hơn một người nên không được làm một mình. Mời người thứ hai.",
    "approval.exceptions_open": "Đã có {open} việc làm một mình chưa được xem lại, tối đa {limit}. Nhờ người khác xem lại trước.",
    "approval.exceptions_old": "Có việc làm một mình quá {hours} giờ chưa được xem lại. Nhờ người khác xem lại trước.",
    "approval.review_unknown": "Việc này đã được xem lại hoặc không phải xem lại. Mở lại danh sách.",
    "approval.review_own": "Người đã làm thì không tự xem lại được. Nhờ người khác xem lại.",
}
_BAGS: Mapping[str, str] = {
    "receptacle.item_not_here": "Bưu gửi {number} không có trong danh sách chờ đi. Xem ở Tra cứu (Ctrl+T).",
    "receptacle.item_inside": "Bưu gửi {number} đã ở trong túi này.",
    "receptacle.number_shape": "Số túi là TUI và 8 chữ số. Quét lại nhãn cổ túi hoặc gõ lại.",
    "receptacle.number_used": "Số túi {number} đã dùng. Lấy nhãn cổ túi khác.",
    "receptacle.no_own_numbers": "Bàn này không tự cho số túi được nữa. Dùng nhãn cổ túi in sẵn.",
    "receptacle.seal_shape": "Số niêm phong là NP và 7 chữ số. Quét lại hoặc gõ lại.",
    "receptacle.seal_used": "Niêm phong {seal} đã dùng cho túi {receptacle}. Lấy niêm phong khác.",
    "receptacle.seal_gone": "Niêm phong {seal} đã dùng. Lấy niêm phong khác.",
    "receptacle.too_many": "Túi có {count} bưu gửi, tối đa {limit}. Chia ra hai túi.",
    "receptacle.item_unknown": "Bưu gửi {number} mới có nhãn, chưa có dữ liệu. Nhận dữ liệu của chuyến trước.",
    "receptacle.no_destination": "Chưa chọn nơi đến của túi. Chọn điểm nhận.",
    "receptacle.to_self": "Nơi đến là chính điểm này. Chọn điểm khác.",
    "receptacle.weight_implausible": "Túi {weight_g} không hợp với bưu gửi bên trong (từ {least_g} đến {most_g}). Cân lại túi.",
    "dispatch.bag_not_here": "Túi {number} chưa đóng ở đây hoặc đã gửi. Quét túi khác, hoặc Ctrl+2 để đóng túi.",
    "dispatch.bag_chosen": "Túi {number} đã có trong chuyến này.",
    "dispatch.to_self": "Nơi đến là chính điểm này. Chọn điểm khác.",
    "dispatch.route_missing": "Chưa ghi đường thư. Gõ tên đường thư, ví dụ DT2-05.",
    "dispatch.sign_shape": "{field} chỉ gồm chữ, số, gạch và chấm, tối đa 16 ký tự. Gõ lại.",
    "dispatch.escort_missing": "Xe không chuyên dùng phải có người áp tải. Gõ tên người áp tải.",
    "dispatch.not_dedicated": "Xe này không phải xe chuyên dùng. Bỏ dấu chuyên dùng và gõ tên người áp tải.",
    "dispatch.no_relay": "{point} không chuyển tiếp túi của điểm khác (túi {number}). Gửi qua điểm chuyển tiếp của tuyến.",
    "dispatch.too_large": "Chuyến có {items} bưu gửi, nhiều hơn một chuyến chở được dữ liệu. Chia ra hai chuyến.",
    "dispatch.data_missing": "Chưa có dữ liệu của túi {number} nên chưa gửi tiếp được. Quét mã trên bản kê trước.",
    "dispatch.received": "Đã có nơi nhận {number} nên không rút chuyến được nữa. Lập biên bản sự vụ nếu có sai lệch.",
    "dispatch.unknown": "Chưa có dữ liệu của chuyến {number}. Quét mã trên bản kê hoặc nhập tệp.",
    "dispatch.not_for_here": "Chuyến {number} không gửi đến điểm này. Liên hệ điểm gửi.",
    "arrival.already": "Bưu gửi {number} đã quét rồi, không ghi thêm.",
    "arrival.surplus": "Bưu gửi {number} thừa, không có trong bản kê. Đã ghi; lập biên bản trước khi kết thúc.",
    "arrival.condition": "Chưa chọn tình trạng khi nhận. Chọn lại trong danh sách.",
    "arrival.weight_range": "Khối lượng túi phải từ 1 g đến {limit} g. Cân lại túi.",
    "arrival.not_opened": "Túi {number} chưa nhận hoặc chưa mở. Nhận và mở túi rồi quét từng bưu gửi.",
    "arrival.incident_needed": "Còn {count} sai lệch chưa có biên bản sự vụ: {numbers}. Lập biên bản rồi kết thúc.",
}

CUSTODY: Mapping[str, str] = MappingProxyType({**_HANDS, **_SECOND, **_BAGS})

FIELDS_CUSTODY: Mapping[str, str] = MappingProxyType(
    {
        "receptacle": "Số túi",
        "seal": "Số niêm phong",
        "to": "Nơi đến",
        "vehicle": "Biển số xe",
        "escort": "Người áp tải",
        "driver": "Người lái xe",
        "giver": "Người giao",
        "condition": "Tình trạng",
        "place": "Nơi cất",
        "dispatch": "Số chuyến",
        "items": "Bưu gửi",
        "second": "Người thứ hai",
        "answer": "Trả lời",
        "question": "Câu hỏi",
        "device": "Số bàn",
        "things": "Số lượng",
    }
)
"""Inputs of this chapter by the name an error gives them, as the screen calls them."""
