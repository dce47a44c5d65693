"""Sentences for lists and imports: what is wrong and what to do. Part of `kt1desk.services.sentences`.

What stands in a cell is never repeated: a list names who writes to whom.
"""

from collections.abc import Mapping
from types import MappingProxyType

LISTS: Mapping[str, str] = MappingProxyType(
    {
        # the file
        "sheet.too_many_lines": "Danh sách có hơn {limit} dòng. Chia thành nhiều tệp rồi nhập từng tệp.",
        "sheet.too_many_columns": "Danh sách có hơn {limit} cột. Xóa các cột không dùng rồi lưu lại.",
        "sheet.encrypted": "Tệp có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx.",
        "sheet.old_excel": "Tệp theo dạng Excel cũ (.xls hoặc .xlsb). Mở bằng Excel, chọn Lưu thành, dạng .xlsx rồi nhập lại.",
        "sheet.other_program": "Tệp theo dạng OpenDocument (.ods). Mở bằng LibreOffice, chọn Lưu thành, dạng .xlsx rồi nhập lại.",
        "sheet.damaged": "Tệp bảng tính bị hỏng hoặc không phải bảng tính. Mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại.",
        "sheet.bomb": "Tệp bảng tính giải nén ra quá lớn nên không mở. Chép riêng danh sách sang tệp mới rồi nhập lại.",
        "sheet.zero_bytes": "Tệp này không phải danh sách CSV hay XLSX. Chọn đúng tệp, hoặc lưu lại dạng .xlsx.",
        "sheet.encoding": "Không đọc được bảng mã chữ của tệp. Lưu lại dạng CSV UTF-8 hoặc .xlsx rồi nhập lại.",
        "sheet.quotes": "Dấu ngoặc kép mở ở dòng {line} không đóng đúng. Sửa dòng đó, hoặc lưu lại dạng .xlsx.",
        "sheet.no_titles": "Không thấy dòng tên cột như {titles}. Thêm dòng tên cột; nếu chữ sai dấu thì lưu lại dạng CSV UTF-8.",
        "sheet.column_missing": "Danh sách thiếu cột {titles}. Thêm cột rồi nhập lại.",
        "sheet.column_twice": "Danh sách có hai cột «{title}». Xóa hoặc đổi tên một cột rồi nhập lại.",
        "sheet.column_betrayed": "Không biết cột {title} mà ô như ghi chữ A, B, C hay độ khẩn. Đổi tên cột thành {titles}, hoặc xóa cột.",
        "sheet.no_lines": "Dưới dòng tên cột không có dòng nào. Kiểm tra lại tệp.",
        # a cell
        "sheet.merged_cell": "Ô này bị gộp trong vùng {range} nên không biết dòng này ghi gì. Bỏ gộp ô, ghi đủ từng dòng.",
        "sheet.formula_without_value": "Ô {cell} là công thức chưa có kết quả. Mở bằng Excel, để tính xong rồi lưu lại.",
        "sheet.cell_fault": "Ô {cell} đang báo lỗi công thức. Sửa ô đó rồi lưu lại.",
        # warnings
        "sheet.part_used": "Tệp có nhiều trang tính; chỉ đọc trang «{part}».",
        "sheet.column_unknown": "Không đọc các cột không biết: {titles}.",
        "sheet.merged": "Vùng {range} bị gộp ô: chỉ dòng đầu của vùng có dữ liệu, các dòng sau không nhận.",
        "sheet.formulas_used": "Có {count} ô là công thức; lấy kết quả đã lưu trong tệp. Xem lại các số đó.",
        "sheet.hidden_lines": "Có {count} dòng đang bị ẩn, từ dòng {first}; các dòng này vẫn được đọc.",
        # a line
        "batch.line_taken": "Dòng này đã nhận từ trước với số {number}, không nhận lại. Nếu là việc khác, ghi số danh sách khác.",
        "batch.number_twice": "Số hiệu này đã có ở dòng trên của danh sách. Mỗi bì một số; xem lại nhãn trên bì.",
        "batch.not_checked": "Chưa xác nhận đã xem từng bì, kiểm đếm từng hồ sơ. Xem từng cái rồi xác nhận để nhận cả danh sách.",
        "work.stopped": "Đã dừng theo yêu cầu. Phần chưa xong không để lại gì; muốn làm tiếp thì làm lại từ đầu.",
        "batch.stopped": "Đã dừng theo yêu cầu; dòng này chưa nhận. Nhập lại tệp để nhận các dòng còn lại.",
        "batch.agency_ambiguous": "Có {count} cơ quan cùng tên này. Ghi mã gọi thay cho tên.",
        "batch.address_differs": "Địa chỉ khác với địa chỉ đăng ký của cơ quan này. Xóa ô địa chỉ, hoặc báo sửa danh mục cơ quan.",
        "batch.province_unknown": "Không có tỉnh, thành phố này. Ghi tên tỉnh hiện nay hoặc mã hai chữ số.",
        "batch.letter_unknown": "Cột chữ chỉ ghi A, B, C hoặc để trống. Sửa ô này; không ghi gì khác.",
        "batch.urgency_unknown": "Độ khẩn chỉ ghi Hỏa tốc, Hẹn giờ, Hỏa tốc Hẹn giờ hoặc để trống. Sửa ô này.",
        "batch.payment_unknown": "Thanh toán chỉ ghi Ghi nợ, Tiền mặt hoặc để trống. Sửa ô này.",
        "batch.weight_shape": "Khối lượng phải là số gam nguyên như 340, không có dấu chấm, dấu phẩy. Sửa ô này.",
        "batch.pieces_shape": "Số bì phải là số nguyên. Sửa ô này.",
        "batch.form_unknown": "Hình thức chỉ ghi Gửi, Nhận hoặc Cả hai. Sửa ô này.",
        "batch.delivery_unknown": "Nơi trả kết quả chỉ ghi Tại nhà, Tại điểm hoặc để trống. Sửa ô này.",
        "batch.transfer_or_cash": "Thanh toán chỉ ghi Tiền mặt, Chuyển khoản hoặc để trống. Sửa ô này.",
        "batch.authority_unknown": "Không tìm được một cơ quan duy nhất nhận hồ sơ. Ghi mã cơ quan thay cho tên.",
        "batch.authority_needed": "Thủ tục này có nhiều cơ quan nhận, hoặc danh mục không nói. Ghi mã hoặc tên cơ quan vào ô này.",
        "batch.papers_unanswered": "Còn {count} giấy tờ chưa ghi. Ghi «đủ» nếu đủ theo danh mục, hoặc từng giấy như «1: 1 bản chính».",
        "batch.papers_none": "Ô này chưa có giấy tờ nào để gửi. Ghi «đủ» nếu đủ theo danh mục, hoặc từng giấy với số bản.",
        "batch.papers_missing": "Còn thiếu {count} giấy tờ. Bổ sung rồi sửa ô này; nếu khách vẫn đề nghị gửi, nhận ở trang Nhận hồ sơ.",
        "batch.papers_unknown": "Có số thứ tự giấy không có trong danh mục của thủ tục. Xem danh mục rồi sửa ô này.",
        "batch.exemption_unknown": "Không có đối tượng miễn, giảm này. Ghi mã như E04, hoặc để trống.",
        "batch.papers_shape": "Giấy tờ ghi «đủ», hoặc từng giấy như «1: 1 bản chính; 2: 2 bản sao; 3: không cần». Sửa ô này.",
        "batch.papers_say_each": "Danh mục không nói rõ đủ là bao nhiêu giấy. Ghi từng giấy như «1: 1 bản chính; 2: không cần».",
        "batch.amount_shape": "Số tiền phải là số đồng nguyên như 150000. Sửa ô này.",
        "batch.day_shape": "Ngày phải ghi như 24/11/2026. Sửa ô này.",
        "batch.yes_no": "Chỉ ghi Có, Không hoặc để trống. Sửa ô này.",
        "sample.not_trial": "Chỉ sinh dữ liệu mẫu ở bàn dùng thử. Bàn này nhận bưu gửi thật nên không làm.",
        # a row of a catalogue
        "import.no_code": "Chưa có mã trong nguồn, nhận theo tên.",
        "import.version_differs": "{procedure} đã có bản hiệu lực từ {version} với nội dung khác. Ghi ngày hiệu lực khác cho bản mới.",
        "import.twice": "Đã có ở dòng {line} của tệp với nội dung khác. Giữ lại một dòng, hoặc ghi ngày hiệu lực khác nhau.",
        "import.authority_unknown": "Cơ quan tiếp nhận không có trong danh mục. Ghi mã cơ quan; nhiều cơ quan cách nhau dấu chấm phẩy.",
        "import.duration_shape": "Thời hạn ghi như 5 ngày làm việc, 30 ngày, 8 giờ hoặc trong ngày. Sửa ô này.",
        "import.paper_shape": "Giấy tờ ghi như «tên | bản chính | bản sao | chứng thực | trường hợp», số bản là số nguyên. Sửa ô này.",
        "import.too_many_papers": "Có hơn {limit} giấy tờ. Tách thủ tục theo trường hợp.",
        "import.call_code_taken": "Mã gọi này đang của cơ quan khác. Chọn mã gọi khác, hoặc ghi đúng mã cơ quan.",
        "import.ground_unknown": "Diện phục vụ chỉ ghi a, b, c hoặc để trống. Sửa ô này.",
        "import.commune_unknown": "Không tìm được một xã, phường duy nhất. Ghi mã năm chữ số của xã.",
        "import.point_unknown": "Không có điểm giao dịch này. Ghi mã sáu chữ số của điểm.",
        "import.role_unknown": "Không có vai trò này. Ghi như Giao dịch viên; nhiều vai trò cách nhau dấu phẩy.",
        "import.role_above": "Chỉ người quản trị mới thêm được người quản trị. Nhờ người quản trị nhập dòng này.",
        "import.user_differs": "Tên đăng nhập này đã có với họ tên hoặc vai trò khác. Đặt tên đăng nhập khác; người đã có không bị sửa.",
        "batch.report_ending": "Tên tệp báo cáo phải có đuôi .xlsx hoặc .csv. Sửa tên tệp.",
        "batch.report_exists": "Tệp báo cáo đã có sẵn. Chọn tên khác; tệp cũ không bị ghi đè.",
    }
)
