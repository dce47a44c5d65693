"""Sentences for the line to the centre: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

LINE: Mapping[str, str] = MappingProxyType(
    {
        # no answer came: the desk tries again by itself
        "line.unreachable": "Không nối được với trung tâm. Cứ làm việc, máy tự thử lại; nếu cả ngày không nối được, kiểm tra mạng.",
        "line.cut": "Đường truyền bị ngắt giữa chừng. Dữ liệu còn nguyên ở bàn; máy tự gửi tiếp, không cần làm gì.",
        "line.timeout": "Trung tâm không trả lời kịp. Dữ liệu còn nguyên ở bàn; máy tự thử lại, không cần làm gì.",
        "line.busy": "Trung tâm đang bận hoặc đang khởi động lại. Máy tự thử lại, không cần làm gì.",
        "line.server": "Máy chủ trung tâm gặp lỗi. Dữ liệu còn nguyên ở bàn; máy tự thử lại. Nếu quá một giờ, gọi bưu điện tỉnh.",
        "line.answer": "Trung tâm trả lời sai khuôn. Dữ liệu còn nguyên ở bàn; máy tự thử lại. Nếu quá một giờ, gọi bưu điện tỉnh.",
        # the way in is not right
        "line.wrong_server": "Máy chủ không chứng minh được là của trung tâm. Chưa gửi gì. Kiểm tra mạng; gọi bưu điện tỉnh ngay.",
        "line.certificate": "Không đọc được chứng thư hoặc khóa đường truyền của bàn này. Xin bưu điện tỉnh cấp lại tệp đường mạng.",
        "line.refused": "Trung tâm không cho bàn này đăng nhập: chứng thư hết hạn hoặc bị thu hồi. Dữ liệu còn nguyên; gọi bưu điện tỉnh.",
        # the gate's word on this desk
        "line.revoked": "Chứng thư của bàn đã được thay hoặc bàn bị thu hồi. Cứ làm việc; nạp tệp đường mạng mới hoặc gọi tỉnh.",
        "line.token": "Một máy khác, hoặc bản sao khác của bàn này, đã trao đổi với trung tâm. Ngừng gửi; gọi bưu điện tỉnh ngay.",
        "line.hardware": "Trung tâm biết bàn này ở một máy khác. Ngừng gửi; gọi bưu điện tỉnh để chuyển bàn sang máy này.",
        "line.superseded": "Bàn này đã được phục hồi ở một bản mới hơn. Không dùng bản này nữa; gọi bưu điện tỉnh.",
        "line.foreign": "Khung số {number} không phải của bàn đang đăng nhập. Ngừng gửi; kiểm tra tệp đường mạng, gọi bưu điện tỉnh.",
        "line.too_large": "Khung số {number} lớn hơn mức trung tâm nhận. Dữ liệu còn nguyên; báo bưu điện tỉnh.",
    }
)
