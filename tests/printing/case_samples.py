"""Papers of cases as the services make them, for the tests of the paper."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.services.applicant_notice_paper import (
    ApplicantNoticePaper,
    NoticeOf,
    applicant_notice_values,
)
from kt1desk.services.complaint_answer_paper import ComplaintAnswerPaper, complaint_answer_values
from kt1desk.services.handover_record_paper import (
    HandoverRecordPaper,
    RecordedCover,
    RecordedFee,
    handover_record_values,
)
from kt1desk.services.remittance_paper import RemittancePaper, RemittedFee, remittance_values
from kt1desk.services.result_book_paper import BookedResult, ResultBookPaper, result_book_values
from kt1desk.services.result_receipt_paper import ResultReceiptPaper, result_receipt_values
from kt1desk.services.visit_list_paper import ListedVisit, VisitListPaper, visit_list_values
from tests.printing.custody_samples import AT, head
from tests.printing.samples import s10_numbers

AUTHORITY = "Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn"
DESK = "Quầy 12, số 3 đường Hùng Vương, phường Lương Văn Tri, tỉnh Lạng Sơn"
PROCEDURE = "1.001612 Đăng ký thành lập hộ kinh doanh"
LONG_PROCEDURE = (
    "1.012766 Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
    "lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình đang sử dụng đất"
)
APPLICANT = "Hoàng Thị Hồng Nhung"
WHOLE_IDENTITY = "020190004321"
LONG_NAME = "Nguyễn Phước Quý Thị Hồng Thủy Tiên Đặng Ỷ Ỡng " * 3
LONG_NAME = LONG_NAME[:120].strip()
"""As many letters as the counter takes."""
HOUR_MS = 3_600_000
_WAYS = ("Hồ sơ", "Hồ sơ", "Bổ sung", "Hồ sơ", "Giấy tờ thu hồi")


def dossier(at: int) -> str:
    """A number of the post's own."""
    return f"240110-261122-7-{at:03d}"


def official(at: int) -> str:
    """A mã hồ sơ as one-stop systems give it."""
    return f"H37.10-261120-{at:04d}" if at % 3 else f"000.00.53.H48-261120-{at:04d}"


def handover_record(covers: int, fees: int = 3) -> HandoverRecordPaper:
    """So many covers, every fourth with differences."""
    made = tuple(
        RecordedCover(
            number,
            "" if at % 7 == 5 else dossier(at + 1),
            _WAYS[at % 5],
            at % 6 + 2,
            at % 4 != 3,
            official(at) if at % 2 else "",
            (PROCEDURE, LONG_PROCEDURE)[at % 2],
            at % 6 + 1,
            1,
            at % 3,
            at % 2,
            f"NP{at:07d}" if at % 3 else "",
            (
                "Giấy chứng nhận quyền sử dụng đất: thiếu 1 bản chính",
                "Giấy tờ không có trong danh mục: thừa 1 bản",
            )
            if at % 4 == 3
            else (),
        )
        for at, number in enumerate(s10_numbers(covers, 23))
    )
    money = tuple(
        RecordedFee(dossier(at + 1), 100_000 * (at + 1), official(at), f"AA/26E-{at:07d}" if at % 2 else "")
        for at in range(fees)
    )
    return HandoverRecordPaper(
        head("Biên bản giao nhận hồ sơ"),
        "GN240110-261122-7-1",
        AUTHORITY,
        DESK,
        "Lý Văn Khánh",
        "Chuyên viên tiếp nhận",
        made,
        money,
        "PT-0042" if fees else "",
    )


def result_book(results: int, odd: int = 2) -> ResultBookPaper:
    """So many results, and so many that the list had or had not."""
    numbers = s10_numbers(results + odd, 29)
    made = tuple(
        BookedResult(
            number,
            "" if at % 9 == 8 else dossier(at + 1),
            official(at),
            (("Giấy kết quả", 1),) if at % 5 else (("Giấy kết quả", 2), ("Giấy tờ trả lại", 3)),
            "" if at % 9 == 8 else (APPLICANT, LONG_NAME, "Công ty TNHH Thương mại Xứ Lạng")[at % 3],
        )
        for at, number in enumerate(numbers[:results])
    )
    return ResultBookPaper(
        head("Sổ giao nhận kết quả"),
        "KQ240110-261122-7-1",
        AUTHORITY,
        "Lý Văn Khánh",
        "Chuyên viên trả kết quả",
        AT.utc_ms - HOUR_MS,
        results + odd,
        made,
        tuple(official(900 + at) for at in range(odd)),
        tuple(numbers[results:]),
    )


def notice(of: NoticeOf = NoticeOf.SUPPLEMENT, asked: int = 3) -> ApplicantNoticePaper:
    """What an applicant is told."""
    papers = (
        "Bản sao Giấy khai sinh có chứng thực",
        "Tờ khai theo mẫu 01/ĐK, có xác nhận của Ủy ban nhân dân xã",
        "Giấy chứng nhận quyền sử dụng đất",
    )
    return ApplicantNoticePaper(
        head("Phiếu báo của bưu điện"),
        of,
        dossier(1),
        s10_numbers(1, 31)[0],
        APPLICANT,
        PROCEDURE,
        AUTHORITY,
        "Bưu cục Kỳ Lừa, số 49 đường Lê Lợi, phường Kỳ Lừa; điện thoại 0205 381 0000; 07:30–17:00",
        "Thôn Nà Lầu, xã Quốc Khánh, tỉnh Lạng Sơn",
        official(1),
        "" if of is NoticeOf.RESULT else "128/TB-TTPVHCC",
        "" if of is NoticeOf.RESULT else "2026-11-20",
        "Hồ sơ chưa đủ thành phần" if of is NoticeOf.SUPPLEMENT else "",
        tuple(papers[at % 3] for at in range(asked)),
        "" if of in {NoticeOf.REFUSED, NoticeOf.STOPPED} else "2026-12-04",
    )


def receipt(*, proxy: bool = False) -> ResultReceiptPaper:
    """A result given out, to the applicant or to somebody whom he sent."""
    return ResultReceiptPaper(
        head("Phiếu trả kết quả"),
        dossier(1),
        s10_numbers(2, 37)[0],
        (("Giấy chứng nhận đăng ký hộ kinh doanh", 1), ("Giấy tờ trả lại", 2)),
        "Nông Thị Lan" if proxy else APPLICANT,
        "Thẻ căn cước",
        WHOLE_IDENTITY,
        "Tại quầy",
        official(1),
        PROCEDURE,
        AUTHORITY,
        APPLICANT,
        "15/GUQ-UBND ngày 18/11/2026" if proxy else "",
        (("Giấy chứng nhận cũ", 1),) if proxy else (),
        s10_numbers(2, 37)[1] if proxy else "",
        proxy,
        58_000 if proxy else 0,
    )


def remittance(fees: int) -> RemittancePaper:
    """Money of so many cases."""
    made = tuple(
        RemittedFee(
            dossier(at + 1),
            AT.utc_ms - at * HOUR_MS,
            50_000 * (at % 5 + 1),
            official(at) if at % 4 else "",
            f"AA/26E-{at:07d}" if at % 3 else "",
        )
        for at in range(fees)
    )
    return RemittancePaper(
        head("Bảng kê nộp phí, lệ phí thu hộ"),
        "NP240110-261122-7-1",
        AUTHORITY,
        "Lý Văn Khánh",
        "Tiền mặt",
        made,
        "PT-0042",
        "GN240110-261122-7-1",
    )


def complaint() -> ComplaintAnswerPaper:
    """A dossier that came too late."""
    return ComplaintAnswerPaper(
        head("Trả lời khiếu nại"),
        "KN240110-261122-7-1",
        dossier(1),
        APPLICANT,
        "Người nộp hồ sơ",
        "2026-11-18",
        "2026-11-25",
        "Hồ sơ đến cơ quan chậm hơn thời gian công bố",
        "Khiếu nại đúng",
        s10_numbers(1, 31)[0],
        (
            ("Chấp nhận", "08:12 10/11/2026"),
            ("Phải đến cơ quan trước", "17:00 11/11/2026"),
            ("Giao cơ quan", "09:40 13/11/2026"),
        ),
        104_000,
        "4 lần cước đã trả, gồm cả cước hoàn lại (NĐ 47/2011/NĐ-CP, Điều 25)",
    )


def visits(count: int) -> VisitListPaper:
    """So many visits of a day, and out of order."""
    made = tuple(
        ListedVisit(
            f"HN240110-261122-7-{at + 1}",
            AT.utc_ms + (count - at) * HOUR_MS // 4,
            AT.utc_ms + (count - at + 4) * HOUR_MS // 4,
            (APPLICANT, LONG_NAME)[at % 2],
            "0912 345 678",
            "Số 12, thôn Nà Lầu",
            "xã Quốc Khánh, tỉnh Lạng Sơn",
            ("", PROCEDURE, LONG_PROCEDURE)[at % 3],
        )
        for at in range(count)
    )
    return VisitListPaper(head("Danh sách hẹn nhận hồ sơ tại địa chỉ"), "2026-11-22", "Vi Thị Xuân", made)


CASES = {
    "handover record": ("handover_record", handover_record_values(handover_record(7))),
    "plain handover record": ("handover_record", handover_record_values(handover_record(2, 0))),
    "handover record of 40": ("handover_record", handover_record_values(handover_record(40, 12))),
    "result book": ("result_book", result_book_values(result_book(9))),
    "plain result book": ("result_book", result_book_values(replace(result_book(3, 0), expected=0))),
    "result book of 300": ("result_book", result_book_values(result_book(300, 5))),
    **{
        f"notice that it is {of.value}": (
            "applicant_notice",
            applicant_notice_values(notice(of, 3 if of is NoticeOf.SUPPLEMENT else 0)),
        )
        for of in NoticeOf
    },
    "notice of 30 papers": ("applicant_notice", applicant_notice_values(notice(asked=30))),
    "receipt": ("result_receipt", result_receipt_values(receipt())),
    "receipt of a proxy": ("result_receipt", result_receipt_values(receipt(proxy=True))),
    "remittance": ("remittance_list", remittance_values(remittance(6))),
    "remittance of 90": ("remittance_list", remittance_values(remittance(90))),
    "complaint answer": ("complaint_answer", complaint_answer_values(complaint())),
    "complaint without compensation": (
        "complaint_answer",
        complaint_answer_values(replace(complaint(), compensation_dong=0, item="", outcome="Khiếu nại sai")),
    ),
    "visit list": ("visit_list", visit_list_values(visits(5))),
    "visit list of 40": ("visit_list", visit_list_values(visits(40))),
}
"""Documents of cases as a print job keeps them."""
