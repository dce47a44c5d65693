"""Sentences for setting many desks up: the plan, the register of blocks, the kit of a desk. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

ROLLOUT: Mapping[str, str] = MappingProxyType(
    {
        # a cell of the plan
        "kit.point_unknown": "Chương trình không có điểm giao dịch này. Ghi mã sáu chữ số của điểm.",
        "kit.device_shape": "Số bàn phải là số từ 1 đến {last}. Sửa ô này.",
        "kit.device_twice": "Số bàn này đã có ở dòng {line}. Mỗi bàn một số, không trùng trong cả tỉnh.",
        "kit.device_elsewhere": "Số bàn này đã cấp cho điểm {point}. Chọn số bàn chưa dùng.",
        "kit.blocks_shape": "Dải số ghi như MA 1000-1999, số đầu không lớn hơn số cuối; nhiều dải cách nhau dấu chấm phẩy. Sửa ô này.",
        "kit.blocks_overlap": "Dải {prefix} có số trùng với dải ở dòng {line}. Mỗi số chỉ thuộc một bàn.",
        "kit.block_given": "Dải {prefix} có số đã cấp cho bàn {device} ngày {day}. Chọn dải chưa cấp.",
        "kit.block_again": "Dải {prefix} đã nằm trong bộ cài trước của bàn {device}. Làm lại bộ cài thì ghi dải số mới, chưa cấp.",
        "kit.services": "Dịch vụ chỉ ghi KT1, TTHC hoặc cả hai. Sửa ô này.",
        "kit.transports": "Đường truyền chỉ ghi mạng, tệp, giấy. Sửa ô này.",
        "kit.printer_way": "Máy in ghi một cách nối hợp với chỗ này: USB, COM3, mạng 10.1.2.3:9100, hệ thống, thư mục. Sửa ô này.",
        "kit.printer_language": "Máy in nhãn ghi ZPL, TSPL, EPL hoặc CPCL, máy in cuộn ghi ESC/POS; máy của hệ thống thì không ghi.",
        "kit.printer_stock": "Khổ giấy ghi 100x60, 100x75, 80x50 cho nhãn, A4 hoặc A5 cho phiếu, 80mm cho cuộn. Sửa ô này.",
        "kit.printer_address": "Máy in còn thiếu địa chỉ như COM3, mạng 10.1.2.3:9100, hoặc địa chỉ dài quá. Sửa ô này.",
        "kit.centre_shape": "Trung tâm ghi như gate.example.vn:5432. Sửa ô này.",
        "kit.centre_missing": "Bàn đi đường mạng thì phải ghi địa chỉ trung tâm. Ghi vào ô này, hoặc bỏ «mạng» ở cột đường truyền.",
        "kit.cleared_shape": "Người được làm KT1 ghi như lan:31/12/2027; nhiều người cách nhau dấu chấm phẩy. Sửa ô này.",
        # the run
        "kit.plan_wrong": "Bảng kế hoạch hoặc danh sách còn {count} chỗ sai như trên. Sửa rồi chạy lại; chưa làm bộ cài nào.",
        "kit.changed": "Bàn này có bộ cài số {issue} ngày {day}, nay dòng ghi khác. Giữ dòng như cũ, hoặc thêm --again {device}.",
        "kit.not_in_plan": "Bàn {device} không có trong bảng kế hoạch. Kiểm tra số bàn sau --only hoặc --again.",
        "kit.nothing": "Mọi bàn được chọn đều đã có bộ cài. Làm lại cho bàn nào thì thêm --again và số bàn.",
        "kit.too_large": "Danh sách kèm theo quá lớn cho một bộ cài. Chia danh sách, phần còn lại nhập bằng kt1desk import.",
        "kit.line_missing": "Bàn {device} thiếu tệp đường mạng hoặc mã của tệp. Làm bằng kt1desk centre enrol rồi chạy lại.",
        "kit.line_host": "Tệp đường mạng trỏ tới {host}, khác ô này. Sửa ô, hoặc xin trung tâm tệp đúng.",
        "province.register_damaged": "Sổ dải số của tỉnh (thư mục given) thiếu tệp. Lấy bản mới nhất, đối chiếu tờ tổng quan rồi mới cấp.",
        "province.register_busy": "Có lệnh khác vừa cấp dải số. Chạy lại lệnh này.",
        # at the desk
        "kit.code_missing": "Đây là bộ cài của bàn {device}, điểm {point}. Gõ thêm mã một lần trên phiếu mã của bàn ấy.",
        "kit.wrong_code": "Mã này không phải của bộ cài số {issue}, bàn {device}. Xem lại phiếu mã có ghi đúng bàn và số bộ cài ấy không.",
        "kit.damaged": "Tệp này không phải bộ cài hoặc đã bị hỏng. Chép lại từ bưu điện tỉnh.",
        "kit.newer": "Bộ cài do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "kit.wrong_province": "Bộ cài không do khóa có dấu vân này ký: của tỉnh khác, hoặc gõ nhầm dấu vân. Xem lại tệp và phiếu.",
        "kit.forged": "Chữ ký của bộ cài sai: tệp đã bị sửa. Không dùng; báo bưu điện tỉnh.",
        "kit.other_desk": "Trong bộ cài có phần của bàn khác. Không dùng; xin bưu điện tỉnh làm lại bộ cài.",
        "kit.used_here": "Bộ cài này đã dùng ở máy này ngày {day}. Khôi phục từ bản sao lưu (chọn 3), hoặc xin tỉnh bộ cài mới.",
        "kit.list_refused": "Danh sách trong bộ cài không đọc được ở bàn này. Xin bưu điện tỉnh làm lại bộ cài.",
    }
)
"""By code."""
