"""A share of the desks that call, in a process of its own: each logs in over TLS with its certificate, brings a frame, and goes or stays.

python -m tests.bench.children.calling_desks SHARE.json

stdin: «new» (log in, bring a frame, go), «stay» (log in and stay), «more» (whoever stays brings a frame), «end»
stdout: after each «done <seconds of processor> <calls>»
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from kt1desk.exchange.gate_talk import Answer
from tests.support.gate_calls import Caller
from tests.support.postgres import Connection, Desk
from tests.support.postgres_tls import ClientCertificate

AT_ONCE = 8
"""Threads: libpq waits without the interpreter's lock."""
FRAME = b"x" * 1_500
"""About what thirty events take when they are packed."""


def _desk(row: dict[str, Any]) -> tuple[Desk, dict[str, Any]]:
    files = (Path(row["certificate"]), Path(row["key"]))
    shown = ClientCertificate(row["parameters"]["user"], row["serial"], *files)
    return Desk(row["device"], row["point"], shown, int(row["device"]).to_bytes(16, "big")), row["parameters"]


class Desks:
    """The share of this process."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self._rows = [_desk(row) for row in rows]
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._staying: list[Caller] = []

    def new(self) -> int:
        """Each logs in, brings its first frame, and goes."""

        def one(each: tuple[Desk, dict[str, Any]]) -> int:
            with closing(_connected(each[1])) as connection:
                return _brought(Caller(connection, each[0]))

        return sum(self._pool.map(one, self._rows))

    def stay(self) -> int:
        """Each logs in, shows that it is there, and stays."""
        self._staying = list(self._pool.map(lambda each: Caller(_connected(each[1]), each[0]), self._rows))
        for caller in self._staying:
            place = caller.call().places
            caller.mark = max((each.mark for each in place.values()), key=lambda mark: mark.number)
        return len(self._staying)

    def more(self) -> int:
        """Whoever stays brings a frame."""
        return sum(self._pool.map(_brought, self._staying))

    def end(self) -> int:
        """All go."""
        for caller in self._staying:
            caller.connection.close()
        return 0


def _connected(parameters: dict[str, Any]) -> Connection:
    return psycopg.connect(**parameters, autocommit=True)


def _brought(caller: Caller) -> int:
    reply = caller.send(FRAME)
    if reply.answer is not Answer.OK:
        raise RuntimeError(f"{caller.desk.role}: {reply.answer} {reply.reason}")
    return 1


def main(path: Path) -> None:
    """Do what standard input says until it ends."""
    desks = Desks(json.loads(path.read_text(encoding="utf-8")))
    acts: dict[str, Callable[[], int]] = {
        "new": desks.new,
        "stay": desks.stay,
        "more": desks.more,
        "end": desks.end,
    }
    for word in sys.stdin:
        begun = time.process_time()
        calls = acts[word.strip()]()
        print("done", time.process_time() - begun, calls, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
