"""Books of the one-stop desk, and results that wait for their applicants: what each question answers, in which order."""

from __future__ import annotations

import pytest

from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    ApplicantTold,
    ComplaintAnswered,
    ComplaintOpened,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    FeesRemitted,
    HandoverMade,
    OfficialReceiptEntered,
    ResultTaken,
    TakeoverClosed,
    TakeoverOpened,
    VisitDone,
    VisitPlanned,
)
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.store import awaited
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import APPLICANT, case_fact, grant_legs, take_case
from tests.support.custody import HERE, write
from tests.support.journals import SHIFT

AUTHORITY = "XA-TTHCC"
BOOK, DAY = f"KQ{HERE}-261123-7-1", "2026-11-23"


def number_of(event: Event) -> str:
    """The case's own number."""
    return str(event.body()["dossier"])


def with_result(here: DeskStore, name: str, at: int) -> tuple[str, str]:
    """A case whose result is in the clerk's hands: its number and its cover's."""
    event = take_case(here, name=name)
    number = number_of(event)
    with here.read() as reader:
        row = reader.case(number)
    assert row is not None
    write(here, DossierHanded(number, row.send_item, 2, "GN1", AUTHORITY, 2, HERE, SHIFT))
    write(here, DossierRegistered(number, f"H37.12-{at:04d}", "2026-11-24", HERE, SHIFT))
    write(here, ResultTaken(number, row.return_item, BOOK, AUTHORITY, (("result", 1),), HERE, SHIFT))
    return number, row.return_item


def test_a_book_of_results_counts_what_is_in_hand_and_is_closed_once(here: DeskStore) -> None:
    grant_legs(here)
    write(here, TakeoverOpened(BOOK, AUTHORITY, 3, HERE, SHIFT))
    first, second = (with_result(here, "Vi Văn Bảo", at) for at in (1, 2))
    write(here, DossierDelivered(second[1], 2, HERE, SHIFT, "sender", "wrong"))
    with here.read() as reader:
        (still,) = reader.takeovers(only_open=True)
    write(here, TakeoverClosed(BOOK, AUTHORITY, 3, 1, HERE, SHIFT))
    write(here, DossierDelivered(first[1], 2, HERE, SHIFT, "receiver", "PTKQ1"))

    with here.read() as reader:
        row = reader.takeover(BOOK)
        lines = reader.taken_in(BOOK)
        again = reader.case(second[0])
        assert reader.takeovers(only_open=True) == []
        assert reader.count_on("takeover", DAY) == 1
    assert row is not None
    assert (still.taken, still.closed_ms, row.taken, row.expected) == (1, 0, 1, 3)
    assert row.closed_ms > 0
    assert [(line.item, line.dossier, line.official) for line in lines] == [
        (first[1], first[0], "H37.12-0001")
    ]
    assert again is not None
    assert (again.state, again.results, again.delivered) == ("given_back", 1, 0)
    assert verify(here).ok


def test_money_is_due_until_it_was_passed_on_and_knows_its_receipt(here: DeskStore) -> None:
    grant_legs(here)
    first, second = (number_of(take_case(here)) for _ in range(2))
    write(here, OfficialReceiptEntered(second, "BL-17", HERE, SHIFT))
    write(
        here,
        FeesRemitted(
            f"NP{HERE}-261123-7-1",
            AUTHORITY,
            ((first, 100_000), (second, 30_000)),
            130_000,
            "cash",
            HERE,
            SHIFT,
        ),
    )

    with here.read() as reader:
        due = reader.fees_due()
        assert reader.fees_due("OTHER") == []
        assert reader.count_on("remittance", DAY) == 1
    assert [(each.dossier, each.amount_dong, each.receipt) for each in due] == [(second, 70_000, "BL-17")]
    assert verify(here).ok


def test_an_applicant_is_to_be_told_of_a_decision_until_he_was(here: DeskStore) -> None:
    grant_legs(here)
    number = number_of(take_case(here))
    asked = write(here, DossierDecided(number, "refused", "9/TB", "2026-11-25", "no", HERE, SHIFT))
    with here.read() as reader:
        before = [row.dossier for row in reader.notices()]
    write(here, ApplicantTold(number, asked.id.text, "phone", 1_795_000_000_000, HERE, SHIFT))

    with here.read() as reader:
        row = reader.case(number)
        assert reader.notices() == []
    assert before == [number]
    assert row is not None
    assert (row.told_ms, row.unfit) == (1_795_000_000_000, 1)


def test_hand_overs_are_read_newest_first_and_counted_by_their_day(here: DeskStore) -> None:
    for at in (1, 2):
        number = f"GN{HERE}-261123-7-{at}"
        write(here, HandoverMade(number, AUTHORITY, (f"I{at}",), at, 0, HERE, SHIFT, 5_000 * at))

    with here.read() as reader:
        first = reader.handover(f"GN{HERE}-261123-7-1")
        assert [row.handover[-1] for row in reader.handovers()] == ["2", "1"]
        assert reader.count_on("handover", DAY) == 2
    assert first is not None
    assert (first.items, first.fees_dong, first.user) == (("I1",), 5_000, "lan")
    assert verify(here).ok


def test_open_complaints_are_read_by_the_day_of_their_answer_and_all_of_them_newest_first(
    here: DeskStore,
) -> None:
    grant_legs(here)
    number = number_of(take_case(here))
    for at, due in ((1, "2026-12-30"), (2, "2026-12-01")):
        complaint = f"KN{HERE}-261123-7-{at}"
        write(here, ComplaintOpened(complaint, number, "late", "applicant", DAY, due, HERE, SHIFT))
    with here.read() as reader:
        waiting = [row.complaint[-1] for row in reader.complaints(only_open=True)]

    write(here, ComplaintAnswered(f"KN{HERE}-261123-7-2", "justified", "phone", 7, HERE, SHIFT, 20_000))

    with here.read() as reader:
        answered = reader.complaint(f"KN{HERE}-261123-7-2")
        assert [row.complaint[-1] for row in reader.complaints(only_open=True)] == ["1"]
        assert [row.complaint[-1] for row in reader.complaints(only_open=False)] == ["2", "1"]
        assert reader.count_on("complaint", DAY) == 2
        assert "dossier.complaint_opened" in {each.envelope.type for each in reader.case_events(number)}
        assert [line.name for line in reader.case_papers(number)] == ["Giấy đề nghị", "Bản sao căn cước"]
    assert waiting == ["2", "1"]
    assert answered is not None
    assert (answered.outcome, answered.answered_ms, answered.compensation_dong) == ("justified", 7, 20_000)
    assert verify(here).ok


def test_open_visits_are_read_by_their_hour_and_all_of_them_newest_first(here: DeskStore) -> None:
    grant_legs(here)
    number = number_of(take_case(here))
    who = {"applicant": {"name": "Vi Văn Bảo", "phone": "0911", "address": "Bản Nà Lốc"}}
    for at in (1, 2):
        write(here, VisitPlanned(f"HN{HERE}-261123-7-{at}", "c1", 90 - at, 100, HERE, SHIFT), beside=who)
    with here.read() as reader:
        soon = [(row.visit[-1], row.name, row.address) for row in reader.visits(only_open=True)]

    write(here, VisitDone(f"HN{HERE}-261123-7-2", "accepted", HERE, SHIFT, dossier=number))

    with here.read() as reader:
        done = [(row.visit[-1], row.dossier) for row in reader.visits(only_open=False)]
        assert done == [("2", number), ("1", "")]
        assert [row.visit[-1] for row in reader.visits(only_open=True)] == ["1"]
        assert reader.count_on("visit", DAY) == 2
        assert reader.count_on("visit", "2026-11-24") == 0
    assert soon == [("2", "Vi Văn Bảo", "Bản Nà Lốc"), ("1", "Vi Văn Bảo", "Bản Nà Lốc")]
    assert verify(here).ok


@pytest.mark.parametrize("few", [0, 200], ids=["by-index", "one-by-one"])
def test_a_result_that_waits_is_found_by_any_words_of_its_applicant_and_any_number(
    here: DeskStore, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(awaited, "_FEW", few)
    grant_legs(here)
    results = [
        with_result(here, f"Nông Thị {name}", at) for at, name in enumerate(["Hạnh", "Hoa", "Hạ"] * 12)
    ]
    gone = results[0]
    write(here, DossierDelivered(gone[1], 2, HERE, SHIFT, "receiver", "PTKQ1"))

    def items(text: str, limit: int = 50) -> list[str]:
        with here.read() as reader:
            return [row.item for row in reader.waiting_results(text, limit)]

    last = results[-1]
    assert items("") == [item for _, item in results[1:]]
    assert items("", 2) == [results[1][1], results[2][1]]
    assert set(items("hoa nong")) == {item for _, item in results[1::3]}
    assert items("H37.12-0035")[:1] == items(last[0])[:1] == items(last[1]) == [last[1]]
    assert items(last[1][5:11])[:1] == [last[1]]
    assert items("Thị Hạnh nông")[:1] == [results[3][1]]
    assert items(gone[0]) == items("không ai") == []
    with here.read() as reader:
        (row,) = reader.waiting_results(last[1])
    assert (row.applicant, row.phone, row.official) == ("Nông Thị Hạ", APPLICANT["phone"], "H37.12-0035")
    assert row.procedure_name == case_fact("x", ("RX100000003VN",)).procedure_name
