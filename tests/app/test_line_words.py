"""What the status line says of the link: what is known, since when, and why the centre does not take this desk's word."""

from __future__ import annotations

import pytest

from kt1desk.app.line_room import LineCondition
from kt1desk.app.line_words import LinkWords, clock_words, link_words
from kt1desk.desktop.needs import Tone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.exchange.round_report import Ending, MailReport, RoundReport, StreamReport
from tests.support.clocks import NOON_MS

MINUTE_MS, DAY_MS = 60_000, 86_400_000
NOW = Moment(NOON_MS)
GOOD = LineCondition(joined=True, report=RoundReport(Ending.DONE), good_ms=NOON_MS - 5 * MINUTE_MS)


def stopped(code: str) -> RoundReport:
    return RoundReport(Ending.STOPPED, DeskError(code))


def stream_stands(code: str) -> RoundReport:
    return RoundReport(Ending.DONE, streams=(StreamReport(Stream.KT1, problem=DeskError(code)),))


@pytest.mark.parametrize(
    ("line", "says", "tone"),
    [
        (LineCondition(), "Chưa nối trung tâm", Tone.CALM),
        (LineCondition(joined=True, at_work=True), "Đang gọi trung tâm", Tone.CALM),
        (GOOD, "Đang nối · 11:55", Tone.GOOD),
        (
            LineCondition(joined=True, report=GOOD.report, failing_ms=NOON_MS - MINUTE_MS),
            "Ngoại tuyến từ 11:59",
            Tone.WARN,
        ),
        (
            LineCondition(joined=True, failing_ms=NOON_MS - 3 * DAY_MS),
            "Ngoại tuyến từ 20/11",
            Tone.WARN,
        ),
        (LineCondition(trouble=DeskError("machine.no_id")), "Chưa nối được trung tâm", Tone.BAD),
    ],
)
def test_the_link_is_told_as_it_is_known(line: LineCondition, says: str, tone: Tone) -> None:
    assert link_words(line, NOW) == LinkWords(says, tone)


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (stopped("line.revoked"), "đã thay chứng thư hoặc thu hồi"),
        (stopped("line.token"), "máy khác dùng mã"),
        (stopped("line.hardware"), "khác máy ghi danh"),
        (stream_stands("line.superseded"), "chạy ở nơi khác"),
        (stream_stands("outbox.fork"), "sổ khác nhau"),
        (stopped("line.answer"), "xem Liên lạc"),
    ],
)
def test_a_centre_that_does_not_take_this_desks_word_is_told_with_its_reason(
    report: RoundReport, why: str
) -> None:
    line = LineCondition(joined=True, report=report, failing_ms=NOON_MS)

    assert link_words(line, NOW) == LinkWords(f"Trung tâm không nhận bàn này: {why}", Tone.BAD)


@pytest.mark.parametrize(
    "report",
    [
        stream_stands("line.too_large"),
        RoundReport(Ending.DONE, mail=MailReport(problem=DeskError("mail.no_gate_key"))),
    ],
)
def test_a_stream_or_mail_that_stands_still_is_told_though_the_centre_answers(report: RoundReport) -> None:
    line = LineCondition(joined=True, report=report, good_ms=NOON_MS)

    assert link_words(line, NOW) == LinkWords("Đang nối, có việc chưa qua · 12:00", Tone.WARN)


@pytest.mark.parametrize("code", ["exchange.no_network", "exchange.no_approval"])
def test_what_the_policy_keeps_off_the_network_is_no_trouble_of_the_link(code: str) -> None:
    line = LineCondition(joined=True, report=stream_stands(code), good_ms=NOON_MS)

    assert link_words(line, NOW).tone is Tone.GOOD


@pytest.mark.parametrize(
    ("offset_ms", "says"),
    [
        (None, ""),
        (5 * MINUTE_MS, ""),
        (-5 * MINUTE_MS, ""),
        (5 * MINUTE_MS + 1, "Đồng hồ chậm 5 phút"),
        (-12 * MINUTE_MS, "Đồng hồ nhanh 12 phút"),
        (7 * 60 * MINUTE_MS, "Đồng hồ chậm 7 giờ"),
        (-400 * DAY_MS, "Đồng hồ nhanh 400 ngày"),
    ],
)
def test_a_clock_more_than_five_minutes_from_the_centres_is_doubted(offset_ms: int | None, says: str) -> None:
    assert clock_words(LineCondition(joined=True, offset_ms=offset_ms)) == says
