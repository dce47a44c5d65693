"""Sentences for cases after their acceptance: at the authority, their results, money, complaints. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.services.sentences_care import CARE, FIELDS_CARE

CASES: Mapping[str, str] = MappingProxyType(
    {
        **CARE,
        "dossier.one_stop_day": "Nhân viên một cửa phải ghi ngày hẹn trả. Chép ngày trên giấy tiếp nhận của hệ thống một cửa.",
        "dossier.one_stop_official": "Nhân viên một cửa phải ghi mã hồ sơ. Chép mã trên giấy tiếp nhận của hệ thống một cửa.",
        "reversal.cover_gone": "Hồ sơ không còn ở điểm này hoặc phí đã nộp cho cơ quan, không rút được nữa. Mở hồ sơ để xem đang ở đâu.",
        "case.step": "Hồ sơ {number} đang ở bước khác nên không làm được việc này. Mở hồ sơ để xem đang ở đâu rồi làm tiếp từ đó.",
        "case.unknown": "Không tìm thấy hồ sơ {number} ở bàn này. Quét lại, hoặc chờ dữ liệu của điểm đã nhận hồ sơ.",
        "decision.asked_missing": "Chưa chọn giấy tờ phải bổ sung. Chọn theo phiếu của cơ quan.",
        "decision.day_before": "{field} phải sau hoặc đúng ngày {day}. Chép lại ngày trên giấy của cơ quan.",
        "decision.day_far": "{field} cách hôm nay hơn 2 năm. Xem lại năm trên giấy của cơ quan rồi chép lại.",
        "decision.day_missing": "Gia hạn phải có ngày hẹn trả mới. Chép ngày trên giấy của cơ quan.",
        "decision.day_shape": "{field} không phải là ngày. Chép lại, ví dụ 26/11/2026.",
        "decision.day_to_come": "{field} chưa tới (hôm nay {day}). Chép lại ngày trên giấy của cơ quan.",
        "decision.none": "Cơ quan chưa có ý kiến nào về hồ sơ {number} nên chưa có gì để in. Chờ dữ liệu của bàn một cửa.",
        "decision.nothing_new": "Mã hồ sơ và các ngày giống lần ghi trước. Không cần ghi lại; sửa ô nào khác rồi ghi.",
        "decision.nothing_to_tell": "Hồ sơ {number} không có gì phải báo, hoặc đã báo rồi. Mở hồ sơ để xem lần báo trước.",
        "decision.official_twice": "Mã hồ sơ này đã ghi cho hồ sơ {number}. Xem lại giấy của cơ quan, kiểm tra cả hồ sơ kia.",
        "decision.outcome_missing": "Chưa chọn cơ quan yêu cầu bổ sung, từ chối, dừng hay gia hạn. Xem giấy của cơ quan rồi chọn.",
        "decision.paper_unknown": "Có giấy tờ không thuộc thủ tục hoặc danh mục của hồ sơ này. Chọn lại theo phiếu của cơ quan.",
        "decision.told_elsewhere": "Điểm đã nhận hồ sơ báo và in giấy cho người nộp; dữ liệu tự chuyển về đó. Ở đây không phải làm gì.",
        "decision.told_time": "Giờ báo phải sau khi có ý kiến của cơ quan và không sau bây giờ. Ghi lại giờ đã báo.",
        "enclosure.no_slip": "Chưa ghi là có giấy hẹn của hồ sơ {number}. Ghi mã hồ sơ và chọn có giấy hẹn trước.",
        "enclosure.pieces": "Số tờ phải từ 1 đến {limit}. Đếm rồi nhập lại.",
        "enclosure.too_early": "Giấy tờ thu hồi chỉ có khi trả kết quả. Nhận kết quả của hồ sơ {number} trước.",
        "enclosure.twice": "Giấy hẹn của hồ sơ {number} đã có bì {item}. Dùng bì đó.",
        "enclosure.way": "Chỉ làm bì cho giấy hẹn hoặc giấy tờ thu hồi. Chọn lại loại.",
        "handover.authority_missing": "Chưa chọn cơ quan nhận. Chọn cơ quan rồi quét bì.",
        "handover.count_differs": "Bì {number} có {counted} giấy tờ, danh mục ghi {listed}. Đếm lại, hoặc ghi giấy tờ nào khác.",
        "handover.count_range": "Số giấy tờ của bì {number} phải từ 0 đến {limit}. Đếm rồi nhập lại.",
        "handover.difference_twice": "Một giấy tờ của bì {number} được ghi khác hai lần. Giữ lại một dòng.",
        "handover.not_for_authority": "Bì {number} gửi cho người nộp, không giao cơ quan. Để riêng bì này.",
        "handover.other_authority": "Bì {number} của cơ quan khác. Bỏ bì này ra khỏi lần giao, giao riêng cho cơ quan của nó.",
        "handover.paper_unknown": "Giấy tờ ghi khác không thuộc danh mục của bì {number}. Chọn lại, hoặc chọn «ngoài danh mục».",
        "handover.too_many": "Một biên bản giao nhiều nhất {limit} bì. Lập biên bản này rồi giao tiếp bằng biên bản sau.",
        "case.no_applicant": "Thông tin người nộp không có ở bàn này nên không in được nhãn. Làm ở điểm đã nhận hồ sơ.",
        "supplement.no_papers": "Chưa có giấy tờ bổ sung nào. Kiểm đếm rồi ghi số bản của từng loại.",
        "supplement.paper_absent": "Bổ sung chỉ ghi giấy tờ có nộp. Bỏ dòng không có giấy tờ.",
        "one_stop.choose_authority": "Bì {number} chỉ biết nhãn nên không rõ của cơ quan nào. Chọn cơ quan trước rồi quét lại.",
        "one_stop.count_first": "Bì {number} đang kiểm chưa xong. Enter để xác nhận, hoặc Esc để bỏ, rồi quét bì này.",
        "one_stop.no_book": "Chưa mở sổ nhận. Chọn cơ quan, bấm F9 rồi quét lại kết quả này.",
        "one_stop.not_ready": "Bì {number} không nằm trong số bì chờ giao ở đây. Xem ở Tra cứu, hoặc Ctrl+R đọc lại rồi quét lại.",
        "one_stop.no_task": "Hồ sơ {number} không có việc nào phải làm ở điểm này. Xem ở Tra cứu, hoặc Ctrl+R đọc lại.",
        "one_stop.not_with_authority": "Không có hồ sơ {number} đang ở cơ quan. Xem ở Tra cứu, hoặc Ctrl+R đọc lại.",
    }
)

FIELDS_CASES: Mapping[str, str] = MappingProxyType(
    {
        **FIELDS_CARE,
        "asked": "Giấy tờ phải bổ sung",
        "day": "Ngày",
        "differences": "Giấy tờ khác danh mục",
        "documents": "Số giấy tờ",
        "fee_reference": "Số biên lai của cơ quan",
        "fees": "Phí nộp cùng",
        "officer_name": "Cán bộ của cơ quan",
        "officer_position": "Chức vụ của cán bộ",
        "outcome": "Ý kiến của cơ quan",
        "paper": "Số giấy của cơ quan",
        "paper_day": "Ngày giấy của cơ quan",
        "received_day": "Ngày cơ quan tiếp nhận",
        "told": "Giờ báo",
    }
)
"""Words of inputs, by their names in errors."""
