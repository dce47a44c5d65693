"""Sentences for printers and for the papers that go to them. Part of `kt1desk.services.sentences`.

The same code stands beside a paper that waits and beside one that is in doubt: a sentence says what to look at, and leaves the answer to
the keys of the question.
"""

from collections.abc import Mapping
from types import MappingProxyType

PRINTING: Mapping[str, str] = MappingProxyType(
    {
        # the printer and its line
        "printer.missing": "Không thấy máy in. Kiểm tra dây và nguồn; máy có lại thì giấy chờ tự in. Bưu gửi đã ghi, không nhập lại.",
        "printer.unplugged": "Mất liên lạc với máy in. Kiểm tra dây và nguồn, xem giấy đã ra chưa, rồi chọn Đã ra hoặc In lại.",
        "printer.stalled": "Máy in nhận dở rồi dừng. Xem giấy đã ra chưa, xem giấy và nắp máy, rồi chọn Đã ra hoặc In lại.",
        "printer.busy": "Máy in đang bị chương trình khác dùng. Đóng chương trình đó; giấy chờ sẽ tự in.",
        "printer.at_work": "Máy in đang in giấy khác. Chờ giấy ấy ra hết, hoặc xem giấy và nắp máy, rồi làm lại.",
        "printer.write_failed": "Không ghi hết được dữ liệu ra máy in. Xem giấy đã ra chưa rồi chọn Đã ra hoặc In lại.",
        "printer.no_permission": "Tài khoản của máy không được dùng cổng máy in này. Báo người quản trị cấp quyền.",
        "printer.spooler_refused": "Hàng đợi in của máy không nhận lệnh. Kiểm tra máy in trong hệ điều hành; giấy chờ sẽ tự in.",
        "printer.folder_unwritable": "Không ghi được vào thư mục lưu tệp in. Chọn thư mục khác trong phần máy in.",
        "printer.fault": "Phần in gặp lỗi và đã dừng. Mở lại chương trình; các giấy chưa in vẫn còn trong danh sách.",
        # what it says itself; a paper stays queued meanwhile
        "printer.paper_out": "Máy in hết giấy. Lắp giấy mới và đóng nắp; giấy chờ sẽ tự in tiếp.",
        "printer.cover_open": "Nắp máy in đang mở. Đóng nắp; giấy chờ sẽ tự in tiếp.",
        "printer.ribbon_out": "Máy in hết ruy băng mực. Thay ruy băng; giấy chờ sẽ tự in tiếp.",
        "printer.paused": "Máy in đang tạm dừng. Bấm nút trên máy in cho chạy tiếp; giấy chờ sẽ tự in tiếp.",
        "printer.jammed": "Máy in báo lỗi: kẹt giấy, kẹt dao cắt hoặc đầu in nóng. Gỡ giấy kẹt, tắt rồi bật máy; giấy chờ sẽ tự in tiếp.",
        "printer.offline": "Máy in báo chưa sẵn sàng. Xem giấy, nắp và nút trên máy; giấy chờ sẽ tự in tiếp.",
        "printer.no_answer": "Máy in chưa trả lời sau lần in dở. Xem giấy, nắp và dây; máy trả lời thì giấy chờ tự in tiếp.",
        # how it is set up
        "printer.not_set_up": "Chưa cài máy in cho loại giấy này. Chọn máy in trong phần máy in; giấy chờ in vẫn còn.",
        "printer.not_found": "Không thấy máy in ở cổng hoặc địa chỉ này. Xem địa chỉ, dây và nguồn, sửa rồi thử lại.",
        "printer.no_folder": "Không có thư mục này. Gõ đường dẫn đầy đủ của một thư mục đang có.",
        "printer.unknown": "Máy in này không còn trong danh sách. Chọn máy in khác trong phần máy in.",
        "printer.address_missing": "Chưa ghi địa chỉ hoặc cổng của máy in. Nhập rồi in thử.",
        "printer.not_supported_here": "Cách nối máy in này không dùng được trên máy này. Chọn cách nối khác trong phần máy in.",
        "printer.settings": "Cổng máy in không nhận tốc độ hoặc thiết lập đã chọn. Sửa trong phần máy in rồi in thử.",
        "printer.profile": "Cài đặt máy in chưa đúng ở mục «{field}». Sửa trong phần máy in rồi in thử.",
        "printer.language_port": "Ngôn ngữ máy in không hợp với cách nối đã chọn. Chọn lại một trong hai rồi in thử.",
        "printer.language_slot": "Ngôn ngữ này không dùng được cho loại giấy đang cài. ESC/POS chỉ cho cuộn; chọn lại ngôn ngữ.",
        "printer.port_taken": "Cổng này đang dùng cho cân hoặc máy quét. Chọn cổng khác, hoặc đổi cổng trong phần thiết bị.",
        "printer.no_test_page": "Chưa in thử với cài đặt này. In thử một tờ rồi trả lời theo tờ ấy.",
        "printer.paper_too_small": "Giấy này cần khổ {width} × {height} mm, máy in đặt khổ nhỏ hơn. Đổi giấy, hoặc ghi PDF vào thư mục.",
        "printer.dpi": "Độ phân giải {dpi} chấm/inch chưa dùng được. Chọn 203, 300 hoặc 600 trong phần máy in.",
        "printer.coding": "Máy in này không nhận cách mã hóa {coding}. Chọn lại trong phần máy in rồi in thử.",
        # one paper
        "print.unconfirmed": "Đã gửi hết nhưng máy in không báo là in xong. Xem giấy đã ra chưa rồi chọn Đã ra hoặc In lại.",
        "print.test_unconfirmed": "Máy in không báo là in xong. Chưa ra giấy: xem giấy, nắp rồi in lại trang thử. Đã ra: hỏi lại máy in.",
        "print.test_broken_off": "Máy in ngừng nhận giữa trang thử. Xem dây, nguồn, giấy và nắp rồi in lại trang thử; tờ in dở thì bỏ.",
        "print.interrupted": "Chương trình dừng giữa lúc in. Xem giấy đã ra chưa rồi chọn Đã ra hoặc In lại.",
        "print.not_yet": "Giấy này chưa in xong. Chờ in xong hoặc trả lời câu hỏi của máy in trước.",
        "print.unknown_job": "Không tìm thấy lệnh in số {job}. Mở lại danh sách giấy in.",
        "print.wrong_state": "Lệnh in không còn ở trạng thái làm được việc này. Mở lại danh sách giấy in.",
        "print.copy": "Số bản in {copy} không hợp lệ. Mở lại danh sách giấy in.",
        "print.reprinted": "Đã thay bằng bản in lại.",
    }
)
