"""A shift closed with a missing item, a cash difference, an unsent journal and a job in doubt, at a real desk."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.approval import Manner
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import HeldCounted
from kt1desk.domain.print_job import JobTrigger
from kt1desk.domain.settling import Question
from kt1desk.exchange.line_access import LineAccess, keep_access
from kt1desk.services.confirming import Confirmed
from kt1desk.services.settling_rows import Counted, SettleDraft
from kt1desk.services.wording_shift import asked_words
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings
from tests.support.accepting import open_desk_of
from tests.support.points import CENTRE, point_desk
from tests.support.settling import settled_of, written

LINE = LineAccess("gate", 5432, "kt1", "d00001", authority="", certificate="", key="", password="")


def test_missing_item_cash_difference_unsent_journal_and_job_in_doubt_are_each_asked_once_in_words_and_recorded(
    tmp_path: Path,
) -> None:
    with point_desk(tmp_path, CENTRE, 1) as made:
        keep_access(Settings(made.store), LINE)
        here, gone = made.accept(), made.accept()
        _doubt(made.store, here.label_job)
        with made.store.read() as reader:
            unsent = reader.last_seq(Stream.COUNTER)
        desk = open_desk_of(made, "clerk")
        counted = Counted(((200_000, 2),), frozenset({here.item}))

        asked = desk.settling.questions(desk.session, counted)
        answers = {
            f"item_missing/{gone.item}": "incident",
            f"paper/{here.label_job}": "came_out",
            "unsent/1": "when_line",
        }
        taker = Confirmed(Manner.SPOT, "controller")
        desk.settling.close(desk.session, SettleDraft(counted, answers, "change", taker))

        assert [each.question for each in asked] == [
            Question.ITEM_MISSING, Question.DIFFERENCE, Question.PAPER, Question.UNSENT,
        ]  # fmt: skip
        assert [asked_words(each).replace("\N{NO-BREAK SPACE}", " ") for each in asked] == [
            f"Chưa thấy bưu gửi KT1 {_grouped(gone.item)}.",
            "Thiếu 100.000 đ so với sổ.",
            f"Việc in số {here.label_job} chưa rõ đã ra giấy hay chưa.",
            f"Còn {unsent} bản ghi chưa gửi về trung tâm.",
        ]
        settled = settled_of(made)
        assert settled.asked == (
            ("item_missing/1", "incident"),
            ("difference/1", "explained"),
            ("paper/1", "came_out"),
            (f"unsent/1-{unsent}", "when_line"),
        )
        assert (settled.counted_dong, settled.expected_dong, settled.reason) == (400_000, 500_000, "change")
        assert settled.handed_to == "controller"
        (held,) = written(made, Stream.KT1, HeldCounted.TYPE)
        fact = HeldCounted.of(held.body())
        assert (fact.seen, fact.missing) == ((here.item,), (gone.item,))


def _doubt(store: DeskStore, job: int) -> None:
    with store.work() as work:
        work.change_paper(job, JobTrigger.START)
        work.change_paper(job, JobTrigger.DOUBT, "print.interrupted")
        work.commit()


def _grouped(number: str) -> str:
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"
