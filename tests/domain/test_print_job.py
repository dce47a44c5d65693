"""The life of one physical copy."""

from __future__ import annotations

from itertools import product

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import (
    TRANSITIONS,
    JobState,
    JobTrigger,
    PrinterRole,
    job_key,
    next_state,
    numbered_apart,
    own_copy,
    printed_texts,
)


def test_a_copy_in_doubt_is_never_sent_again_by_itself() -> None:
    after_doubt = {after for (state, _), after in TRANSITIONS.items() if state is JobState.UNKNOWN}

    assert after_doubt == {JobState.DONE, JobState.CANCELLED}


def test_only_a_copy_of_which_nothing_went_out_returns_to_the_queue() -> None:
    back = {pair for pair, after in TRANSITIONS.items() if after is JobState.QUEUED}

    assert back == {(JobState.SENDING, JobTrigger.NOTHING_SENT)}


def test_a_cancelled_copy_stays_cancelled() -> None:
    assert [pair for pair in TRANSITIONS if pair[0] is JobState.CANCELLED] == []


@pytest.mark.parametrize(
    ("state", "trigger"), [pair for pair in product(JobState, JobTrigger) if pair not in TRANSITIONS]
)
def test_what_the_table_does_not_know_is_refused(state: JobState, trigger: JobTrigger) -> None:
    with pytest.raises(DeskError) as refusal:
        next_state(state, trigger)

    assert refusal.value.code == "print.wrong_state"
    assert refusal.value.details == {"state": state.value, "trigger": trigger.value}


def test_the_road_of_an_ordinary_label_leads_to_done() -> None:
    state = JobState.QUEUED

    for trigger in (JobTrigger.START, JobTrigger.ALL_SENT, JobTrigger.FINISH, JobTrigger.SCAN):
        state = next_state(state, trigger)

    assert state is JobState.DONE


def test_a_double_click_names_the_same_copy_and_a_reprint_another() -> None:
    first = job_key("ME473124829VN", PrinterRole.LABEL, "kt1_label", 1)

    assert job_key("ME473124829VN", PrinterRole.LABEL, "kt1_label", 1) == first
    assert job_key("ME473124829VN", PrinterRole.LABEL, "kt1_label", 2) != first
    assert job_key("ME473124829VN", PrinterRole.RECEIPT, "kt1_label", 1) != first


def test_two_papers_of_one_number_on_one_printer_are_two_jobs() -> None:
    slip = job_key("RX100000065VN", PrinterRole.RECEIPT, "dossier_slip", 1)
    taken_back = job_key("RX100000065VN", PrinterRole.RECEIPT, "reversal_slip", 1)

    assert slip != taken_back


def test_there_is_no_copy_before_the_first() -> None:
    with pytest.raises(DeskError) as refusal:
        job_key("ME473124829VN", PrinterRole.LABEL, "kt1_label", 0)

    assert (refusal.value.code, refusal.value.field) == ("print.copy", "copy")


def test_two_papers_of_one_number_are_originals_each_with_reprints_of_its_own() -> None:
    texts = {"paper": "12/PBS"}

    (first, first_texts), (second, second_texts) = (numbered_apart(which, texts) for which in (20, 35))

    keys = {job_key("RC1", PrinterRole.RECEIPT, "notice", copy) for copy in (first, first + 1, second)}
    assert len(keys) == 3
    assert [own_copy(first, first_texts), own_copy(first + 1, first_texts)] == [1, 2]
    assert own_copy(second, second_texts) == 1
    assert printed_texts(first_texts) == printed_texts(texts) == texts
    assert own_copy(2, texts) == 2
