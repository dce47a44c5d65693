"""Sentences for what comes in from other desks and goes out to them: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

EXCHANGE: Mapping[str, str] = MappingProxyType(
    {
        # whose signature counts
        "trust.trial_desk": "Dữ liệu của bàn dùng thử không gửi đi và không nhận vào được. Làm lại trên bàn thật.",
        "trust.unknown_device": "Thiết bị {device} không có trong danh sách khóa. Không nhận; xin bưu điện tỉnh danh sách khóa mới.",
        "trust.unknown_point": "Điểm {point} chưa có bàn nào trong danh sách khóa. Xin bưu điện tỉnh danh sách khóa mới.",
        "trust.not_yet": "Ngày {day} khóa của thiết bị {device} chưa có hiệu lực. Không nhận; gọi điểm gửi kiểm tra ngày giờ của máy.",
        "trust.expired": "Ngày {day} khóa của thiết bị {device} đã hết hiệu lực hoặc bị thu hồi. Không nhận; gọi bưu điện tỉnh.",
        "trust.unsigned": "Dữ liệu này không có chữ ký của bàn gửi. Không nhận; gọi điểm gửi và báo trưởng điểm.",
        "trust.forged": "Chữ ký của bàn gửi không đúng: dữ liệu bị sửa hoặc giả. Không nhận; giữ lại giấy và báo trưởng điểm ngay.",
        "trust.wrong_point": "Dữ liệu mang tên điểm khác với điểm {point} của thiết bị {device}. Không nhận; báo trưởng điểm ngay.",
        "trust.bad_key": "Khóa niêm của bàn kia không dùng được. Xin bưu điện tỉnh kiểm tra và cấp lại danh sách khóa.",
        # the key list
        "key_list.damaged": "Tệp này không phải danh sách khóa hoặc đã bị hỏng. Chọn tệp khác hoặc xin lại từ bưu điện tỉnh.",
        "key_list.newer": "Danh sách khóa do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "key_list.forged": "Danh sách khóa không có chữ ký đúng của tỉnh. Không dùng tệp này; xin lại từ bưu điện tỉnh.",
        "key_list.unreadable": "Không đọc được danh sách khóa. Kiểm tra USB và đường dẫn rồi chọn lại.",
        "key_list.wrong_province": "Danh sách khóa không do tỉnh của bàn này ký. Không dùng tệp này; xin lại từ bưu điện tỉnh.",
        "key_list.row": "Dòng của thiết bị {device} không hợp lệ: điểm, khóa hoặc ngày sai. Kiểm tra đơn đăng ký và ngày rồi ký lại.",
        "key_list.overlap": "Thiết bị {device} sẽ có hai khóa cùng một ngày. Chọn ngày bắt đầu muộn hơn rồi ký lại.",
        "key_list.content": "Danh sách khóa có quá nhiều dòng hoặc số thứ tự sai. Kiểm tra danh sách gần nhất rồi ký lại.",
        "key_list.older": "Danh sách khóa số {issue} cũ hơn số {kept} bàn đang dùng. Không cần nạp; giữ danh sách đang dùng.",
        "key_list.two_of_one": "Có hai danh sách khóa khác nhau cùng số {issue}. Không nạp; gọi bưu điện tỉnh kiểm tra ngay.",
        "key_list.none": "Bàn này chưa có danh sách khóa nên chưa trao đổi dữ liệu được. Nạp tệp danh sách khóa của bưu điện tỉnh.",
        "key_list.nothing": "Chưa có đơn đăng ký nào và không thu hồi khóa nào. Ghi --request hoặc --withdraw rồi chạy lại.",
        # a desk's enrolment request
        "enrolment.damaged": "Tệp này không phải đơn đăng ký khóa hoặc đã bị hỏng. Xin bàn đó ghi lại đơn.",
        "enrolment.newer": "Đơn đăng ký khóa do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "enrolment.forged": "Đơn đăng ký khóa không có chữ ký đúng của chính bàn đó. Không dùng; xin bàn đó ghi lại đơn.",
        "enrolment.unreadable": "Không đọc được đơn đăng ký khóa. Kiểm tra USB và đường dẫn rồi thử lại.",
        "enrolment.content": "Đơn đăng ký khóa ghi điểm hoặc khóa không hợp lệ. Không dùng; xin bàn đó ghi lại đơn.",
        # events, frames and bundles from other desks
        "wire.damaged": "Dữ liệu của một sự kiện bị hỏng hoặc sai khuôn. Không nhận; xin điểm gửi gửi lại.",
        "wire.too_large": "Một sự kiện lớn hơn {limit} byte nên không gửi được. Báo bưu điện tỉnh.",
        "dictionary.damaged": "Bảng nén số {number} của chương trình bị thiếu hoặc hỏng. Cài lại chương trình.",
        "frame.damaged": "Khung dữ liệu bị hỏng hoặc sai khuôn. Không nhận; nhận lại từ nơi gửi.",
        "frame.newer": "Khung dữ liệu do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "frame.too_old": "Khung dữ liệu do bản chương trình quá cũ tạo ra. Cài bản mới của chương trình ở nơi gửi.",
        "frame.forged": "Khung dữ liệu không có chữ ký đúng của bàn gửi. Không nhận; báo trưởng điểm ngay.",
        "frame.dictionary": "Khung dữ liệu dùng bảng nén số {number} mà bản này chưa có. Cài bản mới của chương trình.",
        "frame.chain": "Các sự kiện trong khung không nối tiếp nhau. Không nhận; báo trưởng điểm ngay.",
        "frame.too_large": "Một sự kiện nén lại vẫn lớn hơn {limit} byte nên không gửi được. Báo bưu điện tỉnh.",
        "outbox.taken": "Khung dữ liệu số này đã được cất. Khởi động lại chương trình rồi gửi lại.",
        "outbox.ahead": "Nơi nhận đã có khung số {number} mà bàn này không có: bàn này đã phục hồi từ bản sao cũ. Gọi bưu điện tỉnh.",
        "outbox.fork": "Khung số {number} ở nơi nhận khác với khung của bàn này. Ngừng gửi; gọi bưu điện tỉnh kiểm tra.",
        # bundles
        "bundle.damaged": "Tệp này không phải gói dữ liệu KT1 hoặc đã bị hỏng. Chọn tệp khác hoặc xin điểm gửi ghi lại.",
        "bundle.newer": "Gói dữ liệu do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình rồi nhập lại.",
        "bundle.other_point": "Gói này gửi cho điểm {point}, không phải cho điểm của bàn này. Chuyển đúng điểm nhận.",
        "bundle.own": "Gói này do chính bàn này ghi ra. Chọn gói của điểm khác gửi đến.",
        "bundle.unopened": "Không mở được gói: gói bị sửa, hoặc không niêm cho bàn này. Không nhận; xin điểm gửi ghi lại gói mới.",
        "bundle.forged": "Gói không có chữ ký đúng của bàn gửi. Không nhận; giữ lại tệp và báo trưởng điểm ngay.",
        "bundle.wrong_point": "Gói mang tên điểm khác với điểm {point} của thiết bị {device}. Không nhận; báo trưởng điểm ngay.",
        "bundle.dictionary": "Gói dùng bảng nén số {number} mà bản này chưa có. Cài bản mới của chương trình rồi nhập lại.",
        "bundle.older": "Gói số {number} cũ hơn gói số {known} đã nhập từ bàn này. Không cần nhập: gói mới đã có đủ.",
        "bundle.fork": "Đã nhập một gói khác cùng số {number} của bàn này. Không nhận; gọi bưu điện tỉnh kiểm tra bàn gửi.",
        "bundle.unreadable": "Không đọc được tệp gói. Kiểm tra USB và đường dẫn rồi thử lại.",
        "bundle.exists": "Đã có tệp này; không ghi đè. Chọn tên tệp khác.",
        "bundle.to_self": "Không ghi gói gửi cho chính điểm của bàn này. Chọn điểm nhận khác.",
        # what is in them
        "inbox.own": "Sự kiện này mang tên chính bàn này nhưng đến từ nơi khác. Không nhận; báo trưởng điểm ngay.",
        "inbox.other_device": "Sự kiện của thiết bị {device} nằm trong gói của thiết bị khác. Không nhận; báo trưởng điểm ngay.",
        "inbox.newer": "Bản này chưa biết loại sự kiện này. Cài bản mới của chương trình rồi nhập lại; các sự kiện khác vẫn nhận.",
        "inbox.not_mail": "Loại sự kiện này không gửi giữa các điểm. Không nhận; gọi điểm gửi kiểm tra.",
        "inbox.other_point": "Sự kiện này gửi cho điểm {point}, không phải cho điểm của bàn này. Không nhận; chuyển đúng điểm nhận.",
        "inbox.unreadable": "Sự kiện này sai khuôn nên không nhận. Gọi điểm gửi kiểm tra chương trình.",
        "inbox.needs_bundle": "Loại sự kiện này không có chữ ký riêng nên không nhận từ giấy. Nhận bằng tệp gói.",
        "inbox.fork": "Đã có một sự kiện khác cùng số {event}. Không nhận; giữ lại giấy hoặc tệp và báo bưu điện tỉnh ngay.",
        # which way
        "exchange.no_network": "Tệp bàn không cho trao đổi dữ liệu KT1 qua mạng. Dùng tệp gói hoặc giấy.",
        "exchange.no_bundle": "Tệp bàn không cho trao đổi dữ liệu KT1 bằng tệp gói. Dùng mã trên giấy, hoặc xin bưu điện tỉnh tệp bàn mới.",
        "exchange.no_paper": "Tệp bàn không cho nhận dữ liệu KT1 bằng mã trên giấy. Dùng tệp gói, hoặc xin bưu điện tỉnh tệp bàn mới.",
        # sealing
        "sealing.too_large": "Dữ liệu quá lớn để niêm một lần. Chia thành nhiều gói nhỏ hơn.",
        "sealing.no_recipient": "Chưa có bàn nào để niêm cho. Chọn điểm nhận, hoặc xin bưu điện tỉnh danh sách khóa mới.",
        "sealing.too_many": "Niêm một lần cho nhiều nhất {limit} bàn. Chia điểm nhận thành nhiều gói.",
        "sealing.unopened": "Không mở được gói niêm: không gửi cho bàn này, hoặc đã bị sửa. Kiểm tra điểm nhận rồi xin điểm gửi gửi lại.",
        # codes on paper
        "paper_code.unknown": "Mã vừa quét không phải mã dữ liệu của chuyến thư. Quét mã vuông ghi «phần» trên bảng kê.",
        "paper_code.newer": "Mã do bản chương trình mới hơn in ra. Cài bản mới của chương trình rồi quét lại.",
        "paper_code.damaged": "Mã đọc chưa đúng. Vuốt phẳng giấy rồi quét lại; nếu vẫn sai, chuyển bàn phím sang E và quét lại.",
        "paper_code.rewritten": "Bộ gõ tiếng Việt đã sửa mã vừa quét. Chuyển bàn phím sang E (tắt gõ tiếng Việt) rồi quét lại.",
        "paper_code.dictionary": "Mã dùng bảng nén số {number} mà bản này chưa có. Cài bản mới của chương trình rồi quét lại.",
        "paper_code.other_message": "Mã này của giấy khác. Đang có {have} trên {of} phần, còn thiếu phần {missing}; quét tiếp giấy đó.",
        "paper_code.altered": "Các phần không khớp nhau: giấy bị sửa hoặc lẫn. Quét lại từ đầu; nếu vẫn vậy, giữ giấy và báo trưởng điểm.",
        "paper_code.part_missing": "Mới có {have} trên {of} phần, còn thiếu phần {missing}. Quét tiếp phần còn thiếu.",
        "paper_code.too_large": "Dữ liệu cần {parts} mã, tối đa {limit} mã trên một giấy. Gửi bằng tệp gói thay cho mã.",
        # custody certificates
        "certificate.damaged": "Mã này không phải giấy chứng nhận quá trình giữ hoặc đã bị hỏng. Quét lại; nếu vẫn sai, xin in lại giấy.",
        "certificate.newer": "Giấy chứng nhận do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình rồi kiểm tra lại.",
        "certificate.forged": "Giấy chứng nhận không có chữ ký đúng của bàn cấp. Không công nhận giấy này; báo bưu điện tỉnh.",
        "certificate.content": "Chưa lập được giấy chứng nhận: quá trình giữ của bưu gửi không hợp lệ. Mở lại bưu gửi và kiểm tra sổ.",
    }
)
