"""``kt1desk centre integrate``: the service that takes in what the gate has, and has projections follow, until it is told to end.

It works round by round and waits a second where there was nothing to do; projections follow beside, at their own pace. What waiting cures
is waited for, longer each time; what a person must cure is said once and tried again. SIGTERM and SIGINT end it after the round that has
begun; being killed does no harm either.

This module must not know what a round does.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.centre import pki
from kt1desk.centre.cluster_sql import CORE, GATE
from kt1desk.centre.following import Beside, Connect, Following, Wait, Watching
from kt1desk.centre.integrator import Integrator
from kt1desk.centre.pg_gate_store import PgGateStore
from kt1desk.centre.pg_ledger import PgLedger
from kt1desk.centre.pg_reader import Connection
from kt1desk.centre.place import CentrePlace, place_at
from kt1desk.centre.standing import Works
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.signed_file import Sign
from kt1desk.services.ports import Clock
from kt1desk.services.wording import sentence

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

DEFAULT_DATABASE = "user=integrator"
"""Over the socket, as the operating system's user that ``pg_ident.conf`` maps to the integrator."""
_PAUSE_S = 1.0
_LONGEST_S = 60.0
_CONNECT_S = 10

Round = Callable[[], bool]
"""Does what there is to do; True where there is more at once."""


@dataclass(frozen=True, slots=True)
class GateKey:
    """The centre's key, as `kt1desk.centre.standing.CentreKey`."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """32 bytes."""
        return self.private.public_key().public_bytes_raw()

    @property
    def sign(self) -> Sign:
        """Makes a signature."""
        return self.private.sign


def add_integrate_parser(commands: Subparsers, clock: Clock) -> None:
    """Add ``integrate``; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = commands.add_parser(
        "integrate", help="nhập dữ liệu từ cổng vào sổ, phát thư cho các điểm (dịch vụ)"
    )
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.add_argument(
        "--dsn",
        default=DEFAULT_DATABASE,
        help="cách nối cơ sở dữ liệu, theo libpq (mặc định: user=integrator)",
    )
    parser.add_argument("--once", action="store_true", help="nhập hết những gì đang có rồi dừng")
    parser.add_argument(
        "--replay", action="store_true", help="thử lại những gì đã để riêng vì chưa đọc được, rồi dừng"
    )
    parser.set_defaults(act=partial(_act, clock))


def keep_going(round_: Round, wait: Wait, say: Callable[[str], None], *, once: bool) -> None:
    """Go through rounds until it is time to end.

    Args:
        round_: does what there is to do.
        wait: waits, and says when to end.
        say: is told a refusal, each one once in a row.
        once: whether to end where there is nothing more to do.

    Raises:
        DeskError: with ``once``: the first refusal.
    """
    pause, said = _PAUSE_S, ""
    while not wait(0):
        try:
            more = round_()
        except (DeskError, psycopg.OperationalError) as error:
            refusal = error if isinstance(error, DeskError) else DeskError("centre.ledger_away")
            if once:
                raise refusal from error
            if refusal.code != said:
                say(sentence(refusal))
            said = refusal.code
            if wait(pause):
                return
            pause = min(_LONGEST_S, pause * 2)
            continue
        pause, said = _PAUSE_S, ""
        if not more and (once or wait(_PAUSE_S)):
            return


def _act(clock: Clock, asked: argparse.Namespace) -> int:
    place = place_at(asked.folder)
    connect = partial(_connect, place, asked.dsn)
    service = Service(connect, GateKey(pki.load_gate_key(place.folder)), clock)
    following = Following(connect, clock)
    try:
        if asked.replay:
            print(f"Đã nhập lại {service.replay()} mục.")
            return 0
        with _told_to_end() as ending:
            if asked.once:
                keep_going(service.round_alone, ending.wait, _say, once=True)
                keep_going(following.round, ending.wait, _say, once=True)
            else:
                _serve(service, following, ending)
    finally:
        service.let_go()
    return 0


def _serve(service: Service, following: Following, ending: threading.Event) -> None:
    """Until told to end. Projections follow beside, for mail must not wait for them."""
    beside = Beside(
        lambda wait: keep_going(lambda: service.works and following.round(), wait, _say, once=False), ending
    )
    beside.start()
    try:
        keep_going(service.round, ending.wait, _say, once=False)
    finally:
        beside.end()


class Service:
    """The integrator and its connections.

    Args:
        connect: opens a connection to a database.
        key: the centre's.
        clock: the centre's clock.

    Attributes:
        works: whether it was the one that works when it was last asked.
    """

    def __init__(self, connect: Connect, key: GateKey, clock: Clock) -> None:
        self._gate = PgGateStore(partial(connect, GATE))
        ledger = PgLedger(partial(connect, CORE))
        self._integrator = Integrator(Works(ledger, self._gate, key, clock, shipped()))
        self._watching = Watching(connect, clock)
        self.works = False

    def round(self) -> bool:
        """One round; True where there is more. After any refusal all connections are new ones: where one was lost, all may be.

        Raises:
            DeskError: as `Integrator.round`.
            psycopg.OperationalError: a database is away.
        """
        try:
            done = self._integrator.round()
            if done.works:
                self._watching.round()
        except (DeskError, psycopg.Error):
            self.let_go()
            raise
        self.works = done.works
        return done.works and done.more

    def round_alone(self) -> bool:
        """As `round`, for whoever wants it done when it ends.

        Raises:
            DeskError: ``centre.busy`` where another one works, besides.
        """
        more = self.round()
        if not self.works:
            raise DeskError("centre.busy")
        return more

    def replay(self) -> int:
        """See `Integrator.replay_parked`."""
        return self._integrator.replay_parked()

    def let_go(self) -> None:
        """Let another one work, and the connections go."""
        self.works = False
        self._integrator.release()
        self._gate.close()
        self._watching.close()


def _connect(place: CentrePlace, dsn: str, database: str) -> Connection:
    return psycopg.connect(dsn, dbname=database, port=place.port, autocommit=True, connect_timeout=_CONNECT_S)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """An event that the signals to end set: the round that has begun goes to its end."""
    ending = threading.Event()
    before = {each: signal.signal(each, lambda *_: ending.set()) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield ending
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
