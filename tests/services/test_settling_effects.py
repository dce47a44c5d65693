"""What the answers of a closing do, in its one commit: a paper in doubt is answered for, unknown numbers are voided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import NumberVoided, PaperReprinted, ShiftClosed
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services import settling_effects
from kt1desk.services.rows import PaperRow
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter, ordinary
from tests.support.settling import CHIEF, FLOAT, events, settled_of, settling, written


def _in_doubt(desk: Counter) -> tuple[str, int]:
    made = desk.accept()
    with desk.store.work() as work:
        work.change_paper(made.label_job, JobTrigger.START)
        work.change_paper(made.label_job, JobTrigger.DOUBT, "print.interrupted")
        work.commit()
    return made.item, made.label_job


def _close(desk: Counter, answer: str, *seen: str) -> None:
    counted = Counted(FLOAT, frozenset(seen))
    answers = {each.key: answer for each in settling(desk).questions(desk.session(), counted)}
    settling(desk).close(desk.session(), SettleDraft(counted, answers, taker=CHIEF))


def _labels(desk: Counter, item: str) -> list[PaperRow]:
    return [paper for paper in desk.papers.of_item(desk.session(), item) if paper.role == "label"]


def _skip(desk: Counter, serials: int) -> tuple[str, str]:
    """Two items with numbers that nobody can account for between them."""
    first = desk.accept().item
    scanned = number_at(first[:2], int(first[2:10]) + 1 + serials).text
    return first, desk.accept(replace(ordinary(), number=scanned)).item


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        ("came_out", [("done", 1)]),
        ("not_out", [("queued", 2), ("cancelled", 1)]),
        ("next_shift", [("unknown", 1)]),
    ],
)
def test_a_paper_in_doubt_becomes_what_was_answered(
    desk: Counter, answer: str, labels: list[tuple[str, int]]
) -> None:
    item, _ = _in_doubt(desk)

    _close(desk, answer, item)

    assert settled_of(desk).asked == (("paper/1", answer),)
    assert [(paper.state, paper.copy) for paper in _labels(desk, item)] == labels
    again = [event.body() for event in written(desk, Stream.KT1, PaperReprinted.TYPE)]
    assert [(body["item"], body["copy"], body["reason"]) for body in again] == (
        [(item, 2, "in_doubt")] if answer == "not_out" else []
    )


def test_a_paper_that_waits_too_long_goes_to_the_printer_and_did_not_come_out(desk: Counter) -> None:
    item = desk.accept().item
    desk.clock.pass_ms(11 * 60_000)
    before = events(desk)

    with pytest.raises(DeskError, match=r"settle\.paper_waits"):
        _close(desk, "came_out", item)
    refused, still_open = events(desk), desk.shifts.current()
    _close(desk, "not_out", item)

    assert (refused, still_open is None) == (before, False)
    assert [(paper.state, paper.copy) for paper in _labels(desk, item)] == [("queued", 1)]
    with desk.store.read() as reader:
        assert all(paper.item != item for paper in reader.open_questions())


def test_unknown_numbers_are_voided_before_the_shift_ends_and_counted_so(desk: Counter) -> None:
    seen = _skip(desk, 2)

    _close(desk, "to_void", *seen)

    gone = [event.body() for event in written(desk, Stream.KT1, NumberVoided.TYPE)]
    prefix, serial = seen[0][:2], int(seen[0][2:10])
    assert [body["item"] for body in gone] == [number_at(prefix, serial + at).text for at in (2, 1)]
    assert {body["reason"] for body in gone} == {"missing"}
    said = dict(settled_of(desk).numbers)
    assert (said["MX/used"], said["MX/voided"], said["MX/unknown"]) == (2, 2, 0)
    (closed,) = written(desk, Stream.COUNTER, ShiftClosed.TYPE)
    (last, _) = written(desk, Stream.KT1, NumberVoided.TYPE)
    assert last.envelope.hlc < closed.envelope.hlc


def test_numbers_of_the_wrong_roll_are_not_voided_and_the_shift_stays_open(
    desk: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling_effects, "MOST_VOIDED", 2)
    seen = _skip(desk, 3)

    with pytest.raises(DeskError, match=r"settle\.too_many_to_void") as refused:
        _close(desk, "to_void", *seen)

    assert refused.value.details == {"count": 3, "limit": 2}
    assert desk.shifts.current() is not None
    assert written(desk, Stream.KT1, NumberVoided.TYPE) == []
