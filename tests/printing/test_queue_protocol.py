"""The store's queue and the worker's idea of it are two siblings that never import each other: here they are compared."""

from __future__ import annotations

import inspect

from kt1desk.printing.queue import LinkStates, QueueStore
from kt1desk.store.print_queue import PrintQueue


def _as_the_worker_sees_it(queue: PrintQueue) -> QueueStore:
    return queue  # the type checker compares every method


def test_the_queue_of_the_store_has_every_call_of_the_worker_with_the_same_arguments() -> None:
    calls = {
        name: call
        for protocol in (LinkStates, QueueStore)
        for name, call in vars(protocol).items()
        if inspect.isfunction(call) and name[0] != "_"
    }

    arguments = {name: list(inspect.signature(call).parameters) for name, call in calls.items()}
    in_store = {name: list(inspect.signature(getattr(PrintQueue, name)).parameters) for name in calls}

    assert _as_the_worker_sees_it.__annotations__ == {"queue": "PrintQueue", "return": "QueueStore"}
    assert len(calls) == 12
    assert in_store == arguments
