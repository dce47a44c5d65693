"""Sentences for what the centre sends: what is wrong with its mail and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

MAIL: Mapping[str, str] = MappingProxyType(
    {
        # the frames of a mailbox
        "mail.damaged": "Dữ liệu từ trung tâm bị hỏng hoặc sai khuôn. Không nhận; máy sẽ tự nhận lại, nếu vẫn vậy gọi bưu điện tỉnh.",
        "mail.newer": "Dữ liệu từ trung tâm do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình; dữ liệu sẽ đến lại.",
        "mail.too_old": "Dữ liệu từ trung tâm do bản chương trình quá cũ tạo ra. Gọi bưu điện tỉnh nâng cấp máy chủ.",
        "mail.forged": "Dữ liệu từ trung tâm không có chữ ký đúng của trung tâm. Không nhận; báo bưu điện tỉnh ngay.",
        "mail.dictionary": "Dữ liệu từ trung tâm dùng bảng nén số {number} mà bản này chưa có. Cài bản mới của chương trình.",
        "mail.too_large": "Một phần thư của trung tâm nén vẫn quá {limit} byte nên không gửi được. Dữ liệu còn nguyên; báo bưu điện tỉnh.",
        "mail.no_gate_key": "Bàn này chưa có khóa của trung tâm nên chưa nhận được dữ liệu từ đó. Nạp tệp bàn mới của bưu điện tỉnh.",
        "mail.other_point": "Dữ liệu này trung tâm gửi cho điểm {point}, không phải cho điểm của bàn này. Không nhận; báo bưu điện tỉnh.",
        "mail.gap": "Thiếu thư của trung tâm trước số {number} (bàn đang có đến số {known}). Máy sẽ tự nhận lại phần thiếu.",
        "mail.fork": "Thư số {number} của trung tâm không nối tiếp thư đã nhận. Không nhận; máy sẽ dò lại, nếu vẫn vậy gọi bưu điện tỉnh.",
        "mail.kind": "Bản này chưa biết loại thư này của trung tâm. Cài bản mới của chương trình; thư sẽ tự đến lại.",
        "mail.record": "Một phần thư của trung tâm sai khuôn nên không nhận. Cài bản mới của chương trình hoặc gọi bưu điện tỉnh.",
        # the desk file that is kept for the centre's key
        "desk_file.older": "Tệp bàn này cũ hơn tệp đang dùng (có hiệu lực từ {day}). Chọn tệp bàn mới nhất của bưu điện tỉnh.",
        # reference documents
        "document.unknown": "Bản này chưa biết tài liệu «{name}» của trung tâm. Cài bản mới của chương trình; tài liệu sẽ tự đến lại.",
        "document.damaged": "Tài liệu «{name}» đến không nguyên vẹn nên không dùng. Gọi bưu điện tỉnh gửi lại.",
        "document.differs": "Đã có tài liệu «{name}» bản {version} với nội dung khác. Không nhận; gọi bưu điện tỉnh kiểm tra.",
        # what the centre posts
        "centre.keys_too_large": "Danh sách khóa có {desks} dòng, thư chỉ chở được khoảng {limit} dòng. Chưa phát gì; báo bưu điện tỉnh.",
        "centre.no_province": "Trung tâm chưa biết khóa của tỉnh. Ghi thêm --fingerprint với dấu vân khóa trên phiếu của tỉnh.",
        "centre.backup_not_begun": "Chưa ghi mốc trước khi sao lưu nên không báo được. Chạy lệnh với --begin, sao lưu, rồi chạy lại.",
    }
)
