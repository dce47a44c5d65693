"""Jobs: results in the GUI thread, one thread for the store, refusals to the page, faults to log and screen."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError


def _unexpected(value: object) -> None:
    raise AssertionError(f"not expected: {value!r}")


def test_a_result_comes_back_in_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[str, threading.Thread, threading.Thread]] = []
    worker: list[threading.Thread] = []

    def work() -> str:
        worker.append(threading.current_thread())
        return "done"

    jobs.run(work, lambda text: seen.append((text, threading.current_thread(), worker[0])), _unexpected)
    qtbot.waitUntil(lambda: len(seen) == 1)

    assert seen[0][0] == "done"
    assert seen[0][1] is threading.main_thread()
    assert seen[0][2] is not threading.main_thread()


def test_work_on_the_store_runs_in_one_thread_in_the_order_it_was_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> int:
        order.append(number)
        threads.add(threading.get_ident())
        return number

    done: list[int] = []
    for number in range(20):
        jobs.run(lambda number=number: work(number), done.append, _unexpected)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 20)

    assert order == done == list(range(20))
    assert len(threads) == 1


def test_a_slow_port_does_not_hold_up_the_store(qtbot: QtBot, jobs: Jobs) -> None:
    answered = threading.Event()
    done: list[str] = []

    jobs.run(lambda: answered.wait(20), lambda _: done.append("port"), _unexpected, Lane.OUTSIDE)
    jobs.run(lambda: "store", done.append, _unexpected)
    qtbot.waitUntil(lambda: done == ["store"])
    answered.set()
    qtbot.waitUntil(lambda: len(done) == 2)

    assert done == ["store", "port"]


def test_a_refusal_reaches_the_page_as_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    refusals: list[DeskError] = []

    def work() -> None:
        raise DeskError("item.weight_zero", "weight")

    jobs.run(work, _unexpected, refusals.append)
    qtbot.waitUntil(lambda: len(refusals) == 1)

    assert (refusals[0].code, refusals[0].field) == ("item.weight_zero", "weight")


def test_a_fault_reaches_log_and_page_with_one_code_and_without_what_was_typed(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    refusals: list[DeskError] = []
    secret = "UBND xã Vũ Lăng"

    def work() -> None:
        raise ValueError(f"cannot read {secret}")

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(jobs.faulted) as told:
        jobs.run(work, _unexpected, refusals.append)
    qtbot.waitUntil(lambda: len(refusals) == 1)

    code = told.args[0]
    assert code in say(refusals[0])
    assert code in caplog.text
    assert "ValueError" in caplog.text
    assert "test_jobs.py" in caplog.text
    assert secret not in caplog.text


def test_closing_waits_for_what_was_asked_for_and_delivers_it(worn: QApplication) -> None:
    jobs = Jobs()
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def work() -> str:
        begun.set()
        go_on.wait(20)
        return "written"

    jobs.run(work, done.append, _unexpected)
    jobs.run(lambda: "second", done.append, _unexpected)
    begun.wait(20)
    threading.Timer(0.05, go_on.set).start()
    jobs.close()

    assert done == ["written", "second"]
    assert jobs.running == 0


def test_what_an_answer_asks_for_while_closing_is_still_done(worn: QApplication) -> None:
    jobs = Jobs()
    read: list[str] = []

    jobs.run(
        lambda: "written", lambda _: jobs.run(lambda: "read again", read.append, _unexpected), _unexpected
    )
    jobs.close()

    assert read == ["read again"]


def test_no_job_is_taken_after_closing(worn: QApplication) -> None:
    jobs = Jobs()
    jobs.close()

    with pytest.raises(RuntimeError):
        jobs.run(lambda: None, _unexpected, _unexpected)


def test_a_job_asked_for_in_another_thread_is_refused(qtbot: QtBot, jobs: Jobs) -> None:
    caught: list[type[BaseException]] = []

    def ask() -> None:
        try:
            jobs.run(lambda: None, _unexpected, _unexpected)
        except RuntimeError as error:
            caught.append(type(error))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()

    assert caught == [RuntimeError]


def test_only_the_newest_answer_counts_while_typing(qtbot: QtBot, jobs: Jobs) -> None:
    newest = Newest(jobs)
    first_may_go = threading.Event()
    shown: list[str] = []
    settled: list[str] = []

    def slow(text: str) -> Callable[[], str]:
        def work() -> str:
            first_may_go.wait(20)
            return text

        return work

    newest.run(slow("s"), shown.append, _unexpected)
    newest.run(slow("so"), shown.append, _unexpected)
    first_may_go.set()
    jobs.run(lambda: "end", settled.append, _unexpected)
    qtbot.waitUntil(lambda: settled == ["end"])

    assert shown == ["so"]
