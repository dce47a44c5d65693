"""Sentences for results taken and given, money passed on, complaints, visits, identities. Part of `kt1desk.services.sentences_case`."""

from collections.abc import Mapping
from types import MappingProxyType

_RESULTS = {
    "result.already": "Kết quả này bưu điện đã nhận rồi, không ghi thêm. Quét kết quả tiếp theo.",
    "result.elsewhere": "Theo sổ, bì của hồ sơ này đang ở nơi khác. Kiểm tra lại nhãn; nếu đúng, để riêng và hỏi điểm đang giữ.",
    "result.not_ours": "Người nộp tự đến lấy kết quả này. Trả lại cán bộ của cơ quan.",
    "result.taken": "Đã nhận kết quả vào sổ. Quét kết quả tiếp theo.",
    "result.unknown": "Không có hồ sơ nào mang số này. Quét lại nhãn chiều trả hoặc gõ mã hồ sơ; nếu vẫn không có, trả lại cán bộ.",
    "result.wrong_authority": "Kết quả này của cơ quan khác. Trả lại cán bộ hoặc mở sổ của đúng cơ quan.",
    "takeover.closed": "Sổ {number} đã khóa. Mở sổ mới rồi nhận tiếp.",
    "takeover.count_differs": "Danh sách có {expected}, đã nhận {taken}: số thiếu và số thừa chưa khớp. Đánh dấu lại kết quả thiếu, thừa.",
    "takeover.expected_range": "Số kết quả theo danh sách phải từ 0 đến {limit}. Đếm lại, hoặc chia làm nhiều sổ.",
    "takeover.full": "Một sổ nhận nhiều nhất {limit} kết quả. Khóa sổ này rồi mở sổ mới.",
    "takeover.kinds": "Chưa ghi trong bì có gì, hoặc một loại ghi hai lần. Chọn lại từng loại giấy tờ.",
    "takeover.missing_taken": "Kết quả {number} đã nhận vào sổ nên không thể thiếu. Bỏ dấu thiếu.",
    "takeover.not_in_book": "Số {number} không có trong sổ này. Xem lại số trên bì.",
    "takeover.open_already": "Cơ quan này đang có sổ {number} chưa khóa. Nhận tiếp vào sổ đó.",
    "takeover.other_desk": "Sổ {number} do bàn khác mở. Nhận tiếp và khóa sổ ở bàn đó, hoặc mở sổ mới tại bàn này.",
    "takeover.pieces_range": "Số giấy tờ mỗi loại phải từ 1 đến {limit}. Đếm lại.",
    "takeover.twice": "Số {number} được đánh dấu hai lần. Bỏ một lần.",
    "takeover.unknown": "Không có sổ giao nhận {number} ở bàn này. Chọn lại trong danh sách sổ.",
    "pickup.case_unknown": "Chưa có dữ liệu hồ sơ của bì {number}. Lấy dữ liệu từ điểm gửi, hoặc hoàn về cơ quan: F5, Chuyển, hoàn.",
    "pickup.not_comparable": "Chưa đối chiếu được người nộp của bì {number}. Lấy dữ liệu từ điểm gửi, trả theo giấy ủy quyền, "
    "hoặc hoàn về cơ quan: F5, Chuyển, hoàn.",
    "pickup.not_for_applicant": "Bì {number} gửi cho cơ quan, không trả cho người nộp. Quét lại bì kết quả.",
    "pickup.organisation": "Người nộp là tổ chức. Chọn người nhận thay là đại diện của tổ chức và ghi số giấy giới thiệu.",
    "pickup.other_identity": "Số giấy tờ khác số của người nộp. Gõ lại; nếu là người khác, chọn nhận thay và ghi giấy ủy quyền.",
    "pickup.other_name": "Họ tên khác tên người nộp. Xem lại giấy tờ; nếu là người khác, chọn nhận thay và ghi giấy ủy quyền.",
    "pickup.unknown": "Không có bì kết quả {number} ở bàn này. Quét lại nhãn, hoặc tìm theo tên, số điện thoại.",
    "pickup.withdrawn_range": "Số giấy tờ thu hồi phải từ 0 đến {limit}. Đếm lại.",
}
_MONEY = {
    "fees.case_unknown": "Không tìm thấy hồ sơ {number} ở bàn này. Quét lại nhãn hoặc gõ số hồ sơ.",
    "fees.drawer_short": "Ngăn tiền thiếu {missing_dong} để nộp cơ quan. Chọn nộp chuyển khoản, hoặc kết ca và mở ca với đủ tiền đầu ca.",
    "fees.kind": "Chưa chọn khoản tiền phải sửa. Chọn cước, phí thu hộ hoặc giá chuyển nộp.",
    "fees.more_than_paid": "Hồ sơ {number} chỉ còn {left_dong} ở khoản này. Nhập số tiền hoàn không quá số đó.",
    "fees.not_accepted_here": "Hồ sơ {number} nhận ở điểm hoặc bàn khác nên tiền không ở ngăn này. Làm tại nơi đã nhận.",
    "fees.not_due": "Hồ sơ {number} không còn tiền phải nộp cho cơ quan này. Bỏ hồ sơ này khỏi bảng kê.",
    "fees.nothing": "Chưa chọn hồ sơ nào để nộp phí. Chọn hồ sơ rồi nộp.",
    "fees.nothing_collected": "Hồ sơ {number} không có phí, lệ phí thu hộ nên không có biên lai. Xem lại số hồ sơ.",
    "fees.one_sum": "Nhập một số tiền: hoặc hoàn lại, hoặc thu thêm.",
    "fees.passed_on": "Phí của hồ sơ {number} đã nộp cơ quan, còn {left_dong} ở đây. Hướng dẫn người nộp đề nghị cơ quan hoàn trả.",
    "fees.receipt_elsewhere": "Hồ sơ {number} nhận ở điểm khác. Chuyển biên lai về điểm đã nhận để ghi số ở đó.",
    "fees.too_many": "Một bảng kê nộp nhiều nhất {limit} hồ sơ. Chia làm nhiều bảng kê.",
    "fees.too_much": "Số tiền thu thêm vượt {limit} đồng. Gõ lại số tiền.",
    "fees.twice": "Hồ sơ {number} được chọn hai lần. Bỏ một lần.",
}
_CARE = {
    "complaint.answered": "Khiếu nại {number} đã trả lời. Nếu khách chưa đồng ý, nhận khiếu nại mới.",
    "complaint.case_unknown": "Không tìm thấy hồ sơ {number} ở bàn này. Hỏi khách số trên phiếu gửi, hoặc nhận khiếu nại ở điểm đã nhận.",
    "complaint.compensation": "Không tính được bồi thường từ giá đã lưu. Báo bưu điện tỉnh kiểm tra mức bồi thường.",
    "complaint.day": "Ngày nhận khiếu nại phải từ ngày nhận hồ sơ đến hôm nay. Chọn lại ngày.",
    "complaint.free": "Hồ sơ này được miễn cước nên không có mức bồi thường theo cước. Bỏ chọn bồi thường, chuyển bưu điện tỉnh.",
    "complaint.other_item": "Bì {number} không thuộc hồ sơ này. Quét lại bì, hoặc bỏ trống để khiếu nại cả hồ sơ.",
    "complaint.too_late": "Thời hiệu khiếu nại đã hết ngày {until}. Giải thích cho khách và hướng dẫn gửi đơn đến bưu điện tỉnh.",
    "complaint.unknown": "Không có khiếu nại {number} ở bàn này. Chọn lại trong danh sách.",
    "complaint.who": "Chưa chọn ai khiếu nại. Chọn người nộp hồ sơ hoặc cơ quan giải quyết.",
    "identity.case_unknown": "Không tìm thấy hồ sơ {number} ở bàn này. Quét lại nhãn hoặc gõ số hồ sơ.",
    "identity.erased": "Số giấy tờ của người nộp hồ sơ {number} không còn lưu ở bàn này. Hỏi lại người nộp khi cần.",
    "privacy.nothing": "Chưa có thông tin cá nhân nào hết hạn lưu. Không phải làm gì.",
    "visit.case_unknown": "Không tìm thấy hồ sơ {number} đã nhận. Nhận hồ sơ trước rồi ghi kết quả lần hẹn.",
    "visit.done": "Lần hẹn {number} đã ghi kết quả. Nếu khách hẹn lại, ghi lần hẹn mới.",
    "visit.nothing": "Chưa chọn lần hẹn nào để in. Chọn lần hẹn rồi in.",
    "visit.past": "Giờ hẹn đã qua. Chọn giờ còn ở phía trước.",
    "visit.procedure_unknown": "Không có thủ tục này trong danh mục hôm nay. Chọn lại, hoặc bỏ trống khi khách chưa rõ.",
    "visit.received_when": "Giờ nhận tại địa chỉ phải sau khi ghi hẹn, không sau bây giờ, không trước quá {days} ngày. Nhập lại.",
    "visit.times": "Giờ hẹn phải có từ giờ đến giờ, giờ sau muộn hơn giờ trước. Nhập lại.",
    "visit.unknown": "Không có lần hẹn {number} ở bàn này. Chọn lại trong danh sách.",
    "visit.when": "Giờ đến phải sau khi ghi hẹn và không sau bây giờ. Nhập lại giờ đã đến.",
}

CARE: Mapping[str, str] = MappingProxyType({**_RESULTS, **_MONEY, **_CARE})

FIELDS_CARE: Mapping[str, str] = MappingProxyType(
    {
        "authorisation": "Số giấy ủy quyền",
        "back": "Số tiền hoàn",
        "complaint": "Số khiếu nại",
        "expected": "Số kết quả theo danh sách",
        "happened": "Giờ đến",
        "identity_paper": "Giấy tờ đã xem",
        "kinds": "Giấy tờ trong bì",
        "label": "Nhãn mới",
        "missing": "Kết quả thiếu",
        "more": "Số tiền thu thêm",
        "proxy": "Người nhận thay",
        "receipt": "Số biên lai",
        "scan": "Ô quét",
        "surplus": "Kết quả thừa",
        "takeover": "Sổ giao nhận",
        "taker_name": "Người nhận",
        "until": "Giờ hẹn",
        "visit_address": "Địa chỉ hẹn",
        "visitor": "Người đi",
        "withdrawn": "Giấy tờ thu hồi",
    }
)
"""Words of inputs, by their names in errors."""
