"""Both papers of a settled shift: queued with the event they prove, of KT1 for who is cleared alone."""

from __future__ import annotations

from kt1desk.domain.drawer import MoveWay
from kt1desk.domain.print_job import JobTrigger
from kt1desk.printing.templates import document_of
from kt1desk.services.drawer_book import DrawerBook, Moved, Served
from kt1desk.services.papers import ReprintReason
from kt1desk.services.settling_rows import Counted, SettleDraft
from kt1desk.services.wording_shift import UNDONE
from tests.support.desks import Counter
from tests.support.settling import CHIEF, FLOAT, first_answers, notes, settling


def test_the_report_and_the_record_of_cash_wait_for_the_printer_and_prove_the_settling(desk: Counter) -> None:
    item = desk.accept().item
    DrawerBook(desk.store, desk.reference, desk.clock).serve(
        desk.session(), Served("pension", 3, paid_dong=90_000)
    )
    counted = Counted(notes(409_000))
    asked = settling(desk).questions(desk.session(), counted)

    made = settling(desk).close(desk.session(), SettleDraft(counted, first_answers(asked), "change", CHIEF))

    report, record = ({paper.job: paper for paper in desk.papers_of()}[job] for job in made.jobs)
    for paper in (report, record):
        assert paper.item == paper.values["number"] == "KC240000-261123-0-1"
        assert paper.values["event_ref"] == made.event.id.text
        assert paper.values["event_hash"] == made.event.hash.hex()[:12]
        assert paper.values["taker_name"] == "Lý Ngọc Sơn"
        assert paper.values["difference"] == "Thiếu 1.000 đ"
        assert paper.values["reason"] == "Trả nhầm tiền thừa"
    assert (report.template, report.values["title"]) == ("shift_report", "Báo cáo kết ca")
    assert (record.template, record.values["title"]) == ("cash_record", "Biên bản kiểm quỹ")
    assert report.values["asked_1_question"].replace(" ", "") == f"ChưathấybưugửiKT1{item}."
    assert (report.values["served_1_customers"], report.values["served_1_paid"]) == ("3", "90.000")
    assert record.values["note_1_pieces"] == "2"


def test_the_report_of_who_is_not_cleared_has_no_line_of_kt1_and_he_sees_the_record_of_cash(
    desk: Counter,
) -> None:
    item = desk.accept().item
    desk.accept_dossier()
    view = settling(desk).view(desk.session("uncleared"))
    held_dong = DrawerBook(desk.store, desk.reference, desk.clock).view(desk.session()).holds_dong
    counted = Counted(notes(held_dong), frozenset(thing.number for thing in view.things))

    made = settling(desk).close(desk.session("uncleared"), SettleDraft(counted, taker=CHIEF))

    report = next(paper for paper in desk.papers_of() if paper.job == made.jobs[0])
    said = " ".join(report.values.values())
    assert report.values["flow_1_name"] == "Hồ sơ, bì hồ sơ"
    assert "flow_2_name" not in report.values
    assert item not in said
    listed = [paper.template for paper in desk.papers.newest(desk.session("uncleared"))]
    assert "cash_record" in listed
    assert "shift_report" not in listed


def test_lines_that_were_taken_back_stand_below_the_sums_and_what_is_left_is_what_the_drawer_holds(
    desk: Counter,
) -> None:
    book = DrawerBook(desk.store, desk.reference, desk.clock)
    wrong = book.serve(desk.session(), Served("pension", 1, received_dong=185_000))
    book.undo(desk.session(), wrong.line, "way")
    twice = book.move(desk.session(), Moved(MoveWay.ADVANCE, 40_000, "PC 1"))
    book.undo(desk.session(), twice.line, "twice")
    book.serve(desk.session(), Served("pension", 1, paid_dong=75_000))

    made = settling(desk).close(desk.session(), SettleDraft(Counted(notes(500_000 - 75_000)), taker=CHIEF))

    for paper in (paper for paper in desk.papers_of() if paper.job in made.jobs):
        said = paper.values
        shown = [said.get(f"cash_1_{name}") for name in ("name", "received", "paid", "left")]
        assert shown == ["Dịch vụ khác tại quầy", "0", "75.000", "-75.000"]
        assert "cash_2_name" not in said
        assert said["undone"] == UNDONE.format(received="225.000 đ", paid="225.000 đ")
        assert (said["expected_amount"], said["difference"]) == ("425.000 đ", "Không chênh lệch")


def test_both_papers_are_printed_again_with_the_time_of_the_reprint(desk: Counter) -> None:
    made = settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), taker=CHIEF))
    desk.open_shift()
    for job in made.jobs:
        with desk.store.work() as work:
            work.change_paper(job, JobTrigger.START)
            work.change_paper(job, JobTrigger.DOUBT, "print.interrupted")
            work.commit()

    again = [desk.papers.reprint(desk.session(), job, ReprintReason.IN_DOUBT) for job in made.jobs]

    papers = {paper.job: paper for paper in desk.papers_of()}
    for job in again:
        document_of(papers[job].template, papers[job].version, papers[job].values, papers[job].copy)
        assert papers[job].values["reprinted_at"]
