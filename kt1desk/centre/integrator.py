"""The integrator: frames of the gate become events of the ledger, and what is for other points becomes their mail.

One works at a time. A round reads some frames, proves them, and writes events, chains and mail in one transaction of the ledger; then the
new mail is copied to the gate. Wherever it is stopped, the next one goes on: what was not written is read again, what was written is known
by its key, and mail that was not copied is copied first. A frame on which the program crashes is tried three times; then the event that
does it is parked. One that ends the whole process is counted as well, and parked unread.

This module must not know what lies behind the ledger and the gate, nor when rounds are due.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from kt1desk.centre.ledger_values import Alarm, Batch, ChainMark, ChainState, GateFrame
from kt1desk.centre.mailing import wanted_of_posted
from kt1desk.centre.mending import compare_chains, mend
from kt1desk.centre.replaying import replay
from kt1desk.centre.routing import Province
from kt1desk.centre.settling import carry_out
from kt1desk.centre.siblings import Told, tell_siblings
from kt1desk.centre.standing import Standing, Works
from kt1desk.centre.taking_in import Means, Taken
from kt1desk.centre.turns import ENDED_PROCESS, Turn
from kt1desk.centre.writing import write, write_waiting
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.key_list import prove_key_list
from kt1desk.exchange.trust import KeyList, local_day

KEY_LIST, PROVINCE_KEY = "key_list", "province_key"
LEASE_MS = 30_000
LAG_ALARM_MS = 300_000
LAG = "lag"
_FRAMES = 100
_POSTED = 500


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did.

    Attributes:
        works: whether this integrator is the one that works; False while another one does.
        frames: how many were taken in or parked.
        mail: how many mail frames were made.
        more: whether there was more than one round takes, so that the next one is due at once.
        lag_ms: how long the oldest frame had waited.
    """

    works: bool = True
    frames: int = 0
    mail: int = 0
    more: bool = False
    lag_ms: int = 0


class Integrator:
    """Takes in what the gate has, round by round.

    Args:
        works: what it works with.
        frames: how many frames a round takes at most, about.
    """

    def __init__(self, works: Works, frames: int = _FRAMES) -> None:
        self._works = works
        self._most = frames
        self._standing: Standing | None = None
        self._listed: tuple[bytes, KeyList] | None = None

    def round(self) -> Round:
        """Do what there is to do.

        Raises:
            DeskError: ``centre.ledger_away``, ``centre.gate_away``, ``centre.lease_lost``: do it again later; ``centre.no_key_list``,
                ``centre.no_province`` and ``key_list.*``: first somebody must bring one in; ``centre.mail_collides``.
        """
        try:
            with _uncollected():
                return self._round()
        except BaseException:
            self._standing = None
            raise

    def replay_parked(self) -> int:
        """Try everything that was parked again, in its order; returns how much of it is no longer parked.

        Raises:
            DeskError: as `round`; ``centre.busy`` where another one works.
        """
        standing = self._taken_over()
        if standing is None:
            raise DeskError("centre.busy")
        return self._replay(standing, self._keys(), asked=True)

    def release(self) -> None:
        """Let another one work. The next round takes over again."""
        self._standing = None
        self._works.ledger.release()

    def _round(self) -> Round:
        standing = self._taken_over()
        if standing is None:
            return Round(works=False)
        before = self._listed
        keys = self._keys()
        if self._listed is not before:
            self._replay(standing, keys, asked=False)
        carry_out(self._works, standing, keys)
        now = self._works.now()
        province = Province.of(keys, local_day(now))
        means = Means(keys, self._works.presets, province.route, now.utc_ms)
        frames = self._next(standing)
        lag = max(0, now.utc_ms - min((frame.received_ms for frame in frames), default=now.utc_ms))
        self._watch_lag(standing, lag)
        doing = f"{frames[0].chain.text} #{frames[0].number}" if frames else ""
        self._works.ledger.keep(now.utc_ms, now.utc_ms + LEASE_MS, doing, lag)
        mail = Turn(self._works, standing, means, province).take(frames) if frames else 0
        mail += self._own_mail(standing, province)
        mail += write_waiting(self._works, standing, province)
        standing.interrupted = False
        return Round(frames=len(frames), mail=mail, more=len(frames) >= self._most, lag_ms=lag)

    def _taken_over(self) -> Standing | None:
        if self._standing is None:
            now_ms = self._works.now().utc_ms
            left = self._works.ledger.take(now_ms, now_ms + LEASE_MS)
            if left is None:
                return None
            standing = Standing.read(self._works.ledger, interrupted=bool(left))
            mend(self._works, standing)
            self._standing, self._listed = standing, None
        return self._standing

    def _keys(self) -> KeyList:
        data = self._works.ledger.read.setting(KEY_LIST)
        if data is None:
            raise DeskError("centre.no_key_list")
        if self._listed is None or self._listed[0] != data:
            province = self._works.ledger.read.setting(PROVINCE_KEY)
            if province is None:  # a list is not believed by the key that it brings itself
                raise DeskError("centre.no_province")
            self._listed = (data, prove_key_list(data, province).content)
        return self._listed[1]

    def _next(self, standing: Standing) -> list[GateFrame]:
        """The next frames, of each chain in their order, as many of one as of another."""
        found = dict(self._works.gate.chains())
        compare_chains(self._works, standing, found)
        nothing = ChainMark()
        after = {
            chain: standing.marks.get(chain, nothing).number
            for chain, (number, _) in sorted(found.items())
            if number > standing.marks.get(chain, nothing).number
            and standing.marks.get(chain, nothing).state is not ChainState.FORKED
        }
        return self._works.gate.frames(after, self._most) if after else []

    def _own_mail(self, standing: Standing, province: Province) -> int:
        """What the centre itself has to say, and what a point's later desk was not told yet."""
        reader = self._works.ledger.read
        posted = reader.posted(_POSTED)
        told = tell_siblings(reader, standing.marks, province)
        if not posted and not told:
            return 0
        taken = Taken(wanted=[*wanted_of_posted(posted, province), *told.wanted])
        batch = _with_siblings(Batch(self._works.now().utc_ms, posted_done=tuple(p.id for p in posted)), told)
        return write(self._works, standing, province, taken, batch)

    def _replay(self, standing: Standing, keys: KeyList, *, asked: bool) -> int:
        """Try what is parked; unasked, nothing that ended the process before."""
        now = self._works.now()
        province = Province.of(keys, local_day(now))
        means = Means(keys, self._works.presets, province.route, now.utc_ms)
        parked = self._works.ledger.read.parked()
        left = list(parked)
        for row in (each for each in parked if asked or each.reason != ENDED_PROCESS):
            mark = standing.marks.get(row.chain, ChainMark())
            found = replay(self._works.ledger.read, row, mark, means, left)
            if found is not None:
                taken, ended = found
                left.remove(row)
                place = (row.what, row.chain, row.at)
                batch = Batch(now.utc_ms, unparked=(place,), ended=(ended,))
                write(self._works, standing, province, taken, batch)
        return len(parked) - len(left)

    def _watch_lag(self, standing: Standing, lag_ms: int) -> None:
        """Raise the alarm of a lag, and end it."""
        lags = lag_ms >= LAG_ALARM_MS
        if lags != standing.lagging:
            standing.lagging = lags
            alarms = (Alarm(LAG, "", f"{lag_ms // 1000}"),) if lags else ()
            ended = () if lags else ((LAG, ""),)
            self._works.ledger.write(Batch(self._works.now().utc_ms, alarms=alarms, ended=ended))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles: a round makes a hundred thousand rows and none, and looking takes a fifth of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _with_siblings(batch: Batch, told: Told) -> Batch:
    return replace(batch, siblings=tuple(told.rows), siblings_gone=tuple(told.gone))
