"""Sentences for whoever runs the centre: what is wrong with its server and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

CENTRE: Mapping[str, str] = MappingProxyType(
    {
        "centre.device_number": "Số thiết bị phải từ 1 đến {limit}. Kiểm tra lại số của bàn trong đơn đăng ký.",
        "centre.unreachable": "Không kết nối được cơ sở dữ liệu {database}. Kiểm tra máy chủ PostgreSQL có chạy không rồi chạy lại lệnh.",
        "centre.newer_schema": "Cơ sở dữ liệu {database} đã được bản mới hơn nâng cấp (bước {found}). Cài bản mới của chương trình.",
        "centre.ledger_away": "Cơ sở dữ liệu core không trả lời. Không mất gì, chương trình tự thử lại; kiểm tra máy chủ và đĩa.",
        "centre.gate_away": "Cơ sở dữ liệu gate không trả lời. Không mất gì, chương trình tự thử lại; kiểm tra máy chủ và đĩa.",
        "centre.lease_lost": "Một bộ nhập dữ liệu khác đã nhận việc. Bộ này dừng ghi; chỉ để một dịch vụ kt1desk-integrator chạy.",
        "centre.no_key_list": "Chưa có danh sách khóa của bưu điện tỉnh. Nạp bằng lệnh kt1desk centre keys.",
        "centre.busy": "Bộ nhập dữ liệu khác đang chạy. Dừng dịch vụ kt1desk-integrator rồi chạy lại lệnh.",
        "centre.mail_collides": "Hộp thư của điểm {point} ở cổng khác với sổ từ số {number}. Báo người phụ trách hệ thống.",
        "centre.nothing_to_settle": "Không có gì phải xử lý ở chỗ này. Xem lại bằng lệnh kt1desk centre alarms.",
        "centre.chain_overlaps": "Cổng có gói khác thay cho gói đã vào sổ, không nối được. Cho bàn khôi phục để mở đời mới.",
        "centre.mail_unproved": "Thư ở cổng không có chữ ký của trung tâm. Phục hồi cơ sở dữ liệu gate từ bản sao lưu.",
        "centre.settling": "Lệnh trước chưa làm xong. Đợi vài giây; kiểm tra dịch vụ kt1desk-integrator có chạy không.",
        "centre.no_alarm": "Không có việc nào mang số này đang mở. Xem lại bằng lệnh kt1desk centre alarms.",
        "centre.no_figures": "Cơ sở dữ liệu core do bản cũ của chương trình tạo, chưa đếm được. Chạy lại kt1desk centre init --admin-dsn.",
        "centre.not_a_reader_here": "Tài khoản này không được đọc báo cáo ở trung tâm. Cho đọc bằng lệnh kt1desk centre reader.",
        "centre.frame_moved": "Gói dữ liệu không nằm đúng chỗ ở cổng. Kiểm tra bản sao lưu đã phục hồi của cơ sở dữ liệu gate.",
    }
)
