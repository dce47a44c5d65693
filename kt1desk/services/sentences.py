"""The sentences of the desk: for each code of a refusal what is wrong and what to do, in Vietnamese.

``{name}`` is a detail of the error, ``{field}`` the Vietnamese name of the input. A sentence never names a person or an
agency and never says the words behind the letters A, B and C. This module must not know who raises a code.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.services.field_names import FIELDS
from kt1desk.services.sentences_access import ACCESS
from kt1desk.services.sentences_audit import AUDIT
from kt1desk.services.sentences_backup import BACKUP
from kt1desk.services.sentences_centre import CENTRE
from kt1desk.services.sentences_custody import CUSTODY
from kt1desk.services.sentences_enrol import ENROL
from kt1desk.services.sentences_exchange import EXCHANGE
from kt1desk.services.sentences_files import FILES
from kt1desk.services.sentences_keys import KEYS
from kt1desk.services.sentences_line import LINE
from kt1desk.services.sentences_lists import LISTS
from kt1desk.services.sentences_mail import MAIL
from kt1desk.services.sentences_printing import PRINTING
from kt1desk.services.sentences_records import RECORDS
from kt1desk.services.sentences_registers import REGISTERS
from kt1desk.services.sentences_restore import RESTORE
from kt1desk.services.sentences_rollout import ROLLOUT
from kt1desk.services.sentences_sample import SAMPLE
from kt1desk.services.sentences_shift import SHIFT
from kt1desk.services.sentences_systems import SYSTEMS
from kt1desk.services.sentences_tthc import TTHC
from kt1desk.services.sentences_upgrade import UPGRADE
from kt1desk.services.sentences_upgrading import UPGRADING
from kt1desk.services.sentences_users import USERS

__all__ = ["FIELDS", "GENERAL", "SENTENCES"]

_REPORT = "Ghi lại mã này và báo người quản trị."

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **USERS,
        **TTHC,
        **LISTS,
        **SAMPLE,
        **ACCESS,
        **AUDIT,
        **BACKUP,
        **CENTRE,
        **CUSTODY,
        **ENROL,
        **EXCHANGE,
        **FILES,
        **KEYS,
        **LINE,
        **RECORDS,
        **RESTORE,
        **ROLLOUT,
        **MAIL,
        **REGISTERS,
        **PRINTING,
        **SHIFT,
        **SYSTEMS,
        **UPGRADE,
        **UPGRADING,
        # what a clerk types or scans
        "number.shape": "Số hiệu không đúng dạng 2 chữ, 9 số, 2 chữ (ví dụ ME 473 124 829 VN). Quét lại hoặc gõ lại từng ký tự.",
        "number.check_digit": "Số hiệu sai chữ số kiểm tra: chữ số thứ chín phải là {expected}, đang là {found}. Quét lại hoặc gõ lại.",
        "number.not_kt1": "Số hiệu không phải của bưu gửi KT1 (phải bắt đầu bằng chữ M và kết thúc bằng VN). Kiểm tra lại nhãn.",
        "number.serial_range": "Số thứ tự {serial} nằm ngoài dải tám chữ số. Kiểm tra lại dải số được cấp.",
        "number.block_empty": "Dải số của bàn đã hết, chưa nhận thêm được. Xin bưu điện tỉnh cấp dải số mới.",
        "number.block_overlap": "Dải số {prefix} trùng với dải đã có ở bàn này. Kiểm tra lại dải số được cấp.",
        "number.not_in_block": "Số không thuộc dải của bàn.",
        "number.used": "Số {number} đã dùng hoặc đã hủy, không dùng lại được. Lấy nhãn có số khác.",
        "text.empty": "{field} còn trống. Nhập rồi thử lại.",
        "text.too_long": "{field} dài {length} ký tự, tối đa {max_chars}. Rút gọn lại.",
        "text.name_number": "{field} phải là tên: có chữ và không có số giấy tờ hay số điện thoại. Gõ tên, ghi số vào ô của số.",
        "text.bad_character": "{field} có ký tự không in được ở vị trí {at} ({sign}). Xóa ký tự đó rồi gõ lại.",
        "checklist.unanswered": "Chưa trả lời câu kiểm tra bì: {question} Xem bì rồi chọn Có hoặc Không.",
        "checklist.refused": "Không nhận bưu gửi này. {refusal}",
        "checklist.unknown_line": "Có câu trả lời không thuộc phần kiểm tra bì đang hỏi. Kiểm tra bì lại từ đầu.",
        "item.weight_zero": "Khối lượng phải lớn hơn 0 g. Cân lại hoặc gõ số gam.",
        "item.weight_above_maximum": "{weight_g} vượt mức {maximum_g}. Cân lại hoặc chia gói.",
        "item.pieces_range": "Số lượng {pieces} không hợp lệ: một số hiệu chỉ nhận từ 1 đến {maximum}. Nhập lại.",
        "item.agreed_time_shape": "Không đọc được giờ. Gõ như 14:30 23/11.",
        "item.agreed_time_missing": "Nhập ngày giờ đã hẹn, ví dụ 14:30 23/11.",
        "item.agreed_time_past": "Giờ hẹn đã qua. Hẹn giờ khác.",
        "item.agreed_time_unexpected": "Dịch vụ đã chọn không có giờ hẹn. Xóa giờ hẹn hoặc chọn dịch vụ Hẹn giờ.",
        "item.product_unknown": "Không có sản phẩm KT1 nào cho {urgency}, {secrecy} vào ngày này. Chọn lại độ khẩn và chữ ngoài bì.",
        "item.sender_missing": "Chưa chọn cơ quan gửi. Gõ mã gọi hoặc tên cơ quan rồi chọn.",
        "item.receiver_missing": "Chưa chọn cơ quan nhận. Gõ mã gọi hoặc tên cơ quan rồi chọn.",
        "item.province_missing": "Chưa chọn tỉnh, thành phố của cơ quan nhận. Gõ vài chữ rồi chọn.",
        "item.same_party": "Cơ quan gửi và cơ quan nhận là một. Kiểm tra lại địa chỉ ngoài bì.",
        "item.agency_unknown": "{field} không có trong danh sách cơ quan đang hiệu lực. Tìm lại theo tên hoặc mã gọi.",
        "item.no_account": "Cơ quan gửi chưa có hợp đồng ghi nợ. Chọn thu tiền mặt hoặc chọn lại cơ quan gửi.",
        "item.unpriced_needs_account": "Chưa có giá nên chưa thu tiền mặt được. Chọn ghi nợ; giá được tính sau.",
        "item.incomplete": "Bưu gửi còn thiếu thông tin. Điền các ô đang báo rồi chấp nhận lại.",
        "tariff.no_rate": "Bảng cước đang dùng không có mức cho {part}. Chọn dịch vụ khác hoặc báo bưu điện tỉnh bổ sung bảng cước.",
        "tariff.above_cap": "Giá phần {part} là {amount_dong}, vượt mức tối đa {cap_dong}. Không thu; báo bưu điện tỉnh sửa bảng cước.",
        "tariff.bad_rates": "Bảng cước sai: thiếu nấc khối lượng hoặc các nấc không tăng dần. Báo bưu điện tỉnh gửi lại bảng cước.",
        "tariff.no_confirmed_table": "Chưa có giá: chưa có bảng cước được xác nhận. Nhận theo hình thức ghi nợ, giá tính sau.",
        # shift and drawer
        "shift.changed": "Ca đã đổi trong lúc đang nhập. Xem lại bưu gửi này rồi chấp nhận lại.",
        "shift.not_open": "Chưa mở ca. Mở ca và kiểm ngăn tiền trước khi làm việc.",
        "shift.already_open": "Ca đang mở. Kết ca này trước khi mở ca mới.",
        "shift.closed": "Ca này đã kết, không sửa được nữa. Mở ca mới để làm tiếp.",
        "shift.date_far": "Ngày làm việc {date} cách ngày của máy ({today}) hơn một ngày. Kiểm tra ngày đã chọn và đồng hồ của máy.",
        "shift.amount_negative": "{field} không được nhỏ hơn 0. Nhập lại số tiền.",
        "shift.float_range": "Tiền đầu ca phải từ 0 đến {limit} đồng. Đếm và nhập lại.",
        "shift.count_range": "Số tiền đếm được phải từ 0 đến {limit} đồng. Đếm và nhập lại.",
        "shift.denomination_unknown": "Không có mệnh giá {value_dong} đang lưu hành. Nhập lại theo bảng mệnh giá.",
        "shift.count_negative": "Số tờ của mệnh giá {value_dong} không được nhỏ hơn 0. Đếm và nhập lại.",
        # people and passwords
        "user.id_shape": "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, tối đa {limit} ký tự. Đặt lại tên.",
        "user.no_role": "Người dùng chưa có vai trò nào. Chọn ít nhất một vai trò.",
        "user.no_administrator": "Phải có ít nhất một người quản trị. Thêm người quản trị rồi tiếp tục.",
        "user.twice": "Tên đăng nhập này đã có ở bàn. Đặt tên khác.",
        "user.unknown": "Bàn này không có người dùng {user}. Nhập danh sách người dùng trước (kt1desk import staff).",
        "user.above": "Việc này liên quan đến người quản trị, chỉ người quản trị làm được. Nhờ người quản trị làm.",
        "login.wrong_password": "Tên đăng nhập hoặc mật khẩu không đúng. Gõ lại, xem phím Caps Lock và bộ gõ tiếng Việt.",
        "login.wait": "Đã gõ sai nhiều lần. Chờ {seconds} giây nữa rồi thử lại.",
        "login.user_gone": "Tài khoản này không còn dùng ở bàn. Đăng nhập bằng tài khoản khác.",
        "login.password_mismatch": "Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai.",
        # data, keys and the desk file
        "key.recovery_code_length": "Mã khôi phục phải có {expected} ký tự, đang có {found}. Gõ lại theo phiếu đã in.",
        "key.recovery_code_symbol": "Mã khôi phục có ký tự sai ở vị trí {at}. Gõ lại theo phiếu đã in.",
        "key.recovery_code_typo": "Mã khôi phục gõ sai một ký tự nào đó. So lại từng ký tự với phiếu đã in.",
        "key.recovery_code_wrong": "Mã khôi phục không phải của bàn này. Tìm đúng phiếu khôi phục của bàn rồi gõ lại.",
        "key.exists": "Bàn này đã có tệp khóa. Đăng nhập thay vì lập lại.",
        "key.missing": "Không thấy tệp khóa của bàn. Kiểm tra thư mục dữ liệu; không lập bàn mới, báo người quản trị.",
        "key.file_damaged": "Tệp khóa của bàn bị hỏng. Chép lại từ bản sao lưu hoặc báo người quản trị.",
        "key.file_newer": "Tệp khóa do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "key.no_memory": "Máy không đủ bộ nhớ để mở khóa (cần {mib} MiB). Đóng bớt chương trình khác rồi đăng nhập lại.",
        "key.device_secret_missing": "Không thấy khóa riêng của máy này. Dùng mã khôi phục đã in để mở.",
        "key.device_secret_foreign": "Khóa riêng là của máy khác hoặc người dùng Windows khác. Dùng mã khôi phục đã in để mở.",
        "key.password_too_short": "Mật khẩu quá ngắn, cần ít nhất {least} ký tự. Đặt mật khẩu dài hơn.",
        "key.password_too_long": "Mật khẩu quá dài, tối đa {most} ký tự. Đặt mật khẩu ngắn hơn.",
        "key.password_bad_character": "Mật khẩu có ký tự không gõ lại được. Chỉ dùng chữ, số và dấu có trên bàn phím.",
        "key.password_too_simple": "Mật khẩu quá đơn giản, cần ít nhất {least} ký tự khác nhau. Đặt mật khẩu khác.",
        "key.password_has_user": "Mật khẩu không được chứa tên đăng nhập (tên từ 4 ký tự trở lên). Đặt mật khẩu khác.",
        "key.slots_older": "Tệp khóa cũ hơn sổ của bàn, có thể bị chép lại từ bản cũ. Không đăng nhập; báo người quản trị.",
        "desk_file.content": "Tệp bàn có mục «{part}» không hợp lệ. Xin bưu điện tỉnh cấp lại tệp bàn.",
        "desk_file.damaged": "Tệp này không phải tệp bàn hoặc đã bị hỏng. Chọn tệp khác hoặc xin lại từ bưu điện tỉnh.",
        "desk_file.expired": "Tệp bàn đã hết hạn từ {day}. Xin bưu điện tỉnh cấp tệp mới; kiểm tra cả đồng hồ của máy.",
        "desk_file.forged": "Tệp bàn không có chữ ký đúng của tỉnh. Không dùng tệp này; xin lại từ bưu điện tỉnh.",
        "desk_file.point_unknown": "Tệp bàn ghi điểm {point}, điểm này không có trong danh sách đang hiệu lực. Xin bưu điện tỉnh cấp lại.",
        "desk_file.newer": "Tệp bàn do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "desk_file.not_yet_valid": "Tệp bàn chỉ có hiệu lực từ {day}. Kiểm tra đồng hồ của máy hoặc chờ đến ngày đó.",
        "desk_file.other_desk": "Tệp bàn cấp cho điểm {point}, thiết bị {device}, không phải bàn này. Chọn đúng tệp của bàn.",
        "desk_file.wrong_device": "Tệp bàn cấp cho thiết bị khác với dữ liệu đang có. Chọn đúng tệp bàn hoặc thư mục dữ liệu khác.",
        "desk_file.wrong_province": "Tệp bàn không do tỉnh ghi trên phiếu ký. So lại phiếu; nếu đúng phiếu thì không dùng tệp này.",
        "desk_file.fingerprint_length": "Dấu vân khóa phải có {expected} ký tự, đang có {found}. Gõ lại theo phiếu của tỉnh.",
        "desk_file.fingerprint_symbol": "Dấu vân khóa có ký tự sai ở vị trí {at}. Gõ lại theo phiếu của tỉnh.",
        "desk_file.fingerprint_typo": "Dấu vân khóa gõ sai một ký tự nào đó. So lại từng ký tự với phiếu của tỉnh.",
        "desk_file.device_zero": "Tệp bàn ghi thiết bị số 0, số này chỉ để dùng thử. Xin bưu điện tỉnh cấp tệp bàn đúng.",
        "desk.already_running": "Chương trình đang chạy với dữ liệu này. Chuyển sang cửa sổ đang mở, không mở bản thứ hai.",
        "province.folder": "Không ghi được vào thư mục đã chọn. Kiểm tra quyền ghi hoặc chọn thư mục khác.",
        "province.key_exists": "Thư mục này đã có khóa của tỉnh. Chọn thư mục khác; không ghi đè khóa cũ.",
        "province.key_damaged": "Tệp khóa của tỉnh bị hỏng. Dùng bản sao khóa đã cất giữ.",
        "province.no_key": "Không thấy khóa của tỉnh trong thư mục đã chọn. Chọn đúng thư mục giữ khóa.",
        "province.out_exists": "Tệp sẽ tạo đã có sẵn. Chọn tên khác; tệp cũ không bị ghi đè.",
        "province.passphrase_mismatch": "Hai lần gõ câu mật khẩu không giống nhau. Gõ lại cả hai.",
        "province.passphrase_short": "Câu mật khẩu quá ngắn, cần ít nhất {least} ký tự. Đặt câu dài hơn.",
        "province.wrong_passphrase": "Câu mật khẩu của khóa tỉnh không đúng. Gõ lại.",
        "disk.full": "Ổ đĩa đã đầy, chưa ghi được gì. Giải phóng chỗ trống rồi làm lại; dữ liệu đã có vẫn nguyên.",
        "disk.read_only": "Thư mục dữ liệu không cho ghi. Kiểm tra quyền của thư mục hoặc ổ đĩa rồi mở lại chương trình.",
        "disk.failed": "Ổ đĩa báo lỗi khi đọc hoặc ghi. Dừng nhận bưu gửi ở bàn này và báo người quản trị.",
        "store.busy": "Dữ liệu đang bận. Chờ vài giây rồi làm lại.",
        "store.damaged": "Sổ của bàn không còn nguyên vẹn. Dừng làm việc ở bàn này và báo người quản trị, không xóa gì.",
        "store.key_or_damaged": "Không mở được dữ liệu: khóa không đúng, tệp khóa cũ được chép lại, hoặc tệp bị hỏng. "
        "Đăng nhập lại; nếu vẫn vậy, báo người quản trị.",
        "store.not_encrypted": "Tệp dữ liệu không được mã hóa nên không dùng. Báo người quản trị.",
        "store.no_cipher": "Máy thiếu phần mã hóa dữ liệu. Cài lại chương trình.",
        "store.sqlite_too_old": "Phần cơ sở dữ liệu của máy quá cũ ({found}). Cài lại chương trình.",
        "store.temp_store": "Dữ liệu tạm không giữ được trong bộ nhớ nên chưa mở. Cài lại chương trình.",
        "store.setting_refused": "Cơ sở dữ liệu không nhận thiết lập an toàn {setting}. Cài lại chương trình.",
        "store.marker_damaged": "Dấu đầu sổ bị hỏng. Ngừng dùng bàn; trưởng điểm gõ «kt1desk restore --user TÊN».",
        "store.marker_behind": "Việc này đã ghi vào sổ, không nhập lại; giấy sẽ in sau khi ổ đĩa ghi được dấu đầu sổ. "
        "Kiểm tra ổ đĩa còn chỗ trống; nếu vẫn báo, báo người quản trị.",
        "store.newer_schema": "Dữ liệu của bàn do bản {needs} của chương trình ghi (bước {found}), còn đang chạy bản {runs} "
        "(đến bước {known}). Cài bản {needs} rồi mở lại; dữ liệu còn nguyên.",
        "store.no_room_to_upgrade": "Nâng cấp dữ liệu cần {needed_mb} MB trống, ổ đĩa chỉ còn {free_mb} MB. "
        "Dọn bớt ổ đĩa rồi đăng nhập lại; dữ liệu chưa bị thay đổi.",
        "store.chain_broken": "Sổ bị đứt ở việc {event}: có việc bị sửa, thêm hoặc mất. Dừng làm việc ở bàn này và báo người quản trị.",
        "store.head_differs": "Việc {event} khác với dấu đầu sổ. Ngừng dùng bàn; trưởng điểm gõ «kt1desk restore --user TÊN».",
        "store.records_missing": "Sổ thiếu {missing} việc đã ghi trước đây. Ngừng dùng bàn; trưởng điểm gõ «kt1desk restore --user TÊN».",
        "store.marker_missing": "Mất dấu đầu sổ, không biết sổ có đủ không. Ngừng dùng bàn; trưởng điểm gõ «kt1desk restore --user TÊN».",
        "store.copy_bad": "Bản sao dữ liệu không mở lại được nên không dùng. Kiểm tra ổ đĩa rồi sao lưu lại.",
        "store.migrations_missing": "Chương trình thiếu phần nâng cấp dữ liệu. Cài lại chương trình.",
        "store.work_over": f"Việc ghi đã kết thúc trước đó, không ghi thêm được. {_REPORT}",
        "store.no_desk": "Dữ liệu này chưa lập bàn. Chạy phần thiết lập lần đầu.",
        "store.desk_exists": "Bàn đã được lập trong dữ liệu này. Đăng nhập thay vì lập lại.",
        "store.forbidden": "Sổ chỉ cho ghi thêm, không cho sửa hay xóa. Sửa sai bằng một việc mới.",
        "store.refused": "Dữ liệu không nhận việc này vì trái với những gì đã ghi. Không có gì thay đổi; kiểm tra rồi làm lại.",
        "store.failed": f"Cơ sở dữ liệu báo lỗi ({{name}}), việc vừa làm chưa được ghi. {_REPORT}",
        "reference.unreadable": "Không đọc được tệp dữ liệu gốc {file}. Cài lại chương trình.",
        "reference.bad_row": "Tệp dữ liệu gốc sai ở {row}, mục {part}. Sửa tệp hoặc cài lại chương trình.",
        "reference.point_unknown": "Không có điểm giao dịch {key} trong danh sách đang hiệu lực. Kiểm tra lại mã điểm.",
        "reference.agency_unknown": "Không có cơ quan này trong danh sách đang hiệu lực. Tìm lại theo tên hoặc mã gọi.",
        "reference.commune_unknown": "Không có xã, phường mã {key} trong danh mục đang hiệu lực. Chọn lại xã, phường.",
        "reference.province_unknown": "Không có tỉnh, thành phố mã {key} trong danh mục đang hiệu lực. Chọn lại tỉnh.",
        "reference.form_unknown": "Không có mẫu giấy {key} đang hiệu lực. Báo người quản trị bổ sung danh mục giấy tờ.",
        "reference.number_rule_missing": "Chưa có quy tắc số hiệu cho ngày này. Báo người quản trị bổ sung.",
        "reference.setting_missing": "Thiếu hoặc sai mức {key} cho ngày này. Báo người quản trị bổ sung.",
        "reference.caps_missing": "Thiếu mức giá tối đa cho ngày này nên chưa tính được giá. Báo người quản trị bổ sung.",
        "reference.calendar_missing": "Chưa có lịch nghỉ năm {year} nên chưa tính được ngày làm việc. Báo người quản trị bổ sung lịch.",
        "reference.transit_hours_missing": "Chưa có thời gian toàn trình cho {urgency}, {scope}. Báo người quản trị bổ sung.",
        # paper and printers
        "paper.text_does_not_fit": "{field} quá dài, không in vừa lên giấy. Rút gọn lại.",
        "paper.character_not_printable": "{field} có ký tự mà phông chữ không in được. Gõ lại bằng chữ thường dùng.",
        "paper.party_masked": "Giấy này không được nêu tên nơi gửi, nơi nhận của bưu gửi A, B, C. Báo người quản trị.",
        "paper.letter_only": "Chỉ được in chữ A, B hoặc C. Chọn lại chữ ngoài bì.",
        "paper.barcode_value": "Mã vạch không nhận giá trị này. Kiểm tra lại số hiệu.",
        "paper.raster_size": f"Ảnh in sai kích thước, chưa in. {_REPORT}",
        "paper.value_unknown": f"Mẫu giấy không có ô {{field}}, chưa in. {_REPORT}",
        "paper.value_missing": f"Mẫu giấy còn thiếu {{field}}, chưa in. {_REPORT}",
        "paper.template_unknown": f"Không có mẫu giấy {{name}} bản {{version}}, chưa in. {_REPORT}",
        "paper.outside": f"Phần {{field}} nằm ngoài khổ giấy, chưa in. {_REPORT}",
        "paper.overlap": f"Phần {{field}} đè lên phần khác, chưa in. {_REPORT}",
        "paper.decode_mismatch": "Mã vạch trên nhãn không đọc lại được đúng số hiệu nên chưa in. In thử và kiểm tra máy in.",
        # scale and scanner
        "scale.port": "Cổng của cân không mở được. Chọn lại cổng trong phần thiết bị, hoặc gõ khối lượng bằng gam.",
        "scale.negative": "Cân báo số âm. Bỏ hết đồ trên cân, đưa cân về 0 rồi cân lại.",
        "scale.not_set_up": "Bàn này chưa cài cân. Gõ khối lượng bằng gam, hoặc chọn cổng của cân trong phần thiết bị.",
        "scale.port_taken": "Cân và máy quét đang chọn cùng một cổng. Chọn cổng khác cho một trong hai.",
        "scale.missing": "Không thấy cân. Kiểm tra dây và cổng, hoặc gõ khối lượng bằng gam.",
        "scale.silent": "Cân không trả lời. Kiểm tra dây và nguồn, hoặc gõ khối lượng bằng gam.",
        "scale.unstable": "Cân chưa đứng yên. Chờ số đứng yên rồi lấy lại, hoặc gõ khối lượng.",
        "scale.overload": "Cân báo quá tải. Bỏ bớt rồi cân lại.",
        "scale.garbled": "Cân gửi dữ liệu không đọc được. Kiểm tra loại cân trong phần thiết bị, hoặc gõ khối lượng.",
        "scanner.port": "Cổng của máy quét không mở được. Chọn lại cổng trong phần thiết bị, hoặc gõ số hiệu.",
        "scan.input_method": "Bộ gõ tiếng Việt đang bật nên mã quét bị đổi, chưa nhận. Bấm Ctrl+Shift để tắt bộ gõ rồi quét lại.",
        "scan.dialog_open": "Đang có câu hỏi chờ trả lời nên chưa nhận mã quét. Trả lời câu hỏi bằng phím, rồi quét lại.",
        "scan.not_here": "Chỗ này không dùng mã quét. Mở trang cần làm rồi quét lại.",
        # the journal itself
        "event.identity": f"Số của việc trong sổ không đúng dạng. {_REPORT}",
        "event.parents": f"Một việc nêu quá {{limit}} việc trước nó, chưa ghi. {_REPORT}",
        "event.envelope": f"Một việc trong sổ thiếu phần bì. Dừng làm việc ở bàn này. {_REPORT}",
        "event.body": f"Không đọc được một việc loại {{type}} trong sổ. Dừng làm việc ở bàn này. {_REPORT}",
        "event.unknown_type": "Sổ có việc loại {type} bản {version} mà chương trình này chưa biết. Cài bản mới của chương trình.",
        "canonical.size": f"Nội dung quá dài để ghi vào sổ, chưa ghi. {_REPORT}",
        "canonical.form": f"Nội dung trong sổ không đúng dạng chuẩn. Dừng làm việc ở bàn này. {_REPORT}",
        "canonical.depth": f"Nội dung lồng quá sâu, chưa ghi. {_REPORT}",
        "canonical.kind": f"Nội dung có loại dữ liệu không ghi được ({{kind}}), chưa ghi. {_REPORT}",
        "canonical.number": f"Nội dung có số quá lớn, chưa ghi. {_REPORT}",
        "canonical.text": f"Nội dung có ký tự không ghi được, chưa ghi. {_REPORT}",
        "program.outdated": "Câu hỏi này đã có câu mới hơn thay thế. Không cần làm gì.",
        "program.fault": "Chương trình gặp lỗi {reference}; việc vừa làm có thể chưa xong. Ghi lại mã này và báo người quản trị.",
    }
)
"""What is wrong and what to do, by code."""

GENERAL = "Việc vừa làm không thực hiện được (mã {code}). Làm lại; nếu vẫn vậy, ghi lại mã này và báo người quản trị."
"""For a code without a sentence of its own."""
