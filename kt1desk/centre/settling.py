"""A person has looked at what contradicts itself and lets it go on. The ledger keeps what it has; what became of it stays visible.

A chain that forked goes on where the gate has the frame that the ledger took in last and the next one does not overlap its events: what
comes after is taken in, and the chain is marked with a gap for good. Where the gate has other frames in place of those that were taken in,
nothing can be put together: the desk begins a new incarnation, and the old chain stays as it is.

A mailbox that is another one at the gate is taken as the gate has it, for that is what desks may have read: its frames are the centre's
own, by their signatures. What only the ledger's frames held is told again behind them, so nobody misses anything; what the centre posted
may come twice, which desks do not mind.

This module must not know who looked: he is in the audit before this is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kt1desk.centre.frame_reading import read_frame
from kt1desk.centre.ledger_values import (
    UNKNOWN_HEAD,
    Alarm,
    Batch,
    ChainKey,
    ChainMark,
    ChainState,
    EventKey,
)
from kt1desk.centre.mailing import Mail, Sealing, make_mail
from kt1desk.centre.mending import MAIL_FORK, mailed_in, next_of
from kt1desk.centre.standing import Standing, Works
from kt1desk.centre.stored import record_of
from kt1desk.centre.taking_in import FORK, Wanted
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.trust import KeyList

SETTLING = "settling"
"""Name of the setting with what is asked for, ``chain 7.2.1`` or ``mailbox 243120``, empty when it is done; alarm where it cannot be."""
CHAIN, MAILBOX = "chain", "mailbox"
_NOTHING, _OVERLAPS, _UNPROVED = "centre.nothing_to_settle", "centre.chain_overlaps", "centre.mail_unproved"
_REFUSALS = frozenset({_NOTHING, _OVERLAPS, _UNPROVED})
_AT_ONCE = 64
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class _Case:
    """What is settled, and with what."""

    works: Works
    standing: Standing
    keys: KeyList
    subject: str

    @property
    def now_ms(self) -> int:
        return self.works.now().utc_ms


def carry_out(works: Works, standing: Standing, keys: KeyList) -> None:
    """Do what a person asked for, if anything; what cannot be done is told by an alarm, whose detail is why.

    Raises:
        DeskError: ``centre.*_away``, ``centre.lease_lost``: it is done later.
    """
    asked = works.ledger.read.setting(SETTLING)
    if not asked:
        return
    text = asked[:_LONGEST].decode("ascii", "replace")
    what, _, subject = text.partition(" ")
    try:
        batch = _ACTS.get(what, _nothing)(_Case(works, standing, keys, subject))
    except DeskError as error:
        if error.code not in _REFUSALS:
            raise
        batch = Batch(works.now().utc_ms, alarms=(Alarm(SETTLING, text, error.code),))
    else:
        batch = replace(batch, ended=(*batch.ended, (SETTLING, text)))
    works.ledger.write(replace(batch, settled=True))
    standing.written(batch)
    for point, number in batch.taken_back:
        standing.held.discard(point)
        works.gate.put_mail([row for row in batch.mail if row.number > number])


def _nothing(_: _Case) -> Batch:
    raise DeskError(_NOTHING)


def _chain(case: _Case) -> Batch:
    """The chain, open again."""
    chain = _chain_named(case.subject)
    mark = case.standing.marks.get(chain, ChainMark())
    if mark.state is not ChainState.FORKED:
        raise DeskError(_NOTHING)
    kept = {frame.number: frame for frame in case.works.gate.frames({chain: max(0, mark.number - 1)}, 2)}
    if mark.number and (mark.number not in kept or kept[mark.number].hash != mark.hash):
        raise DeskError(_OVERLAPS)
    head = mark.head
    if mark.number + 1 in kept:
        try:
            frame = read_frame(kept[mark.number + 1], case.keys, case.works.presets)
        except DeskError:  # what cannot be opened is parked when its turn comes
            pass
        else:
            if frame.head.prev != mark.hash or frame.head.first.seq <= mark.seq:
                raise DeskError(_OVERLAPS)
            head = head if frame.prev == head and frame.head.first.seq == mark.seq + 1 else UNKNOWN_HEAD
    goes_on = replace(mark, head=head, state=ChainState.GAP)
    return Batch(case.now_ms, chains={chain: goes_on}, ended=((FORK, chain.text),))


def _mailbox(case: _Case) -> Batch:
    """The mailbox as the gate has it, and behind that what only the ledger's frames held."""
    point, reader = case.subject, case.works.ledger.read
    if point not in case.standing.held:
        raise DeskError(_NOTHING)
    number = _common(case, point)
    rows = _proved(case, point, number)
    there = {EventKey(*row[1:5]): row for row in rows.mailed}
    before = reader.mailed_after(point, number)
    again = [key for key in before if key not in there]
    known = reader.mailed([(point, key) for key in there if key not in before])
    new = [row for key, row in there.items() if (point, key) not in known]
    made = _told_again(case, point, again, rows.rows[-1].mark)
    return Batch(
        case.now_ms,
        taken_back=((point, number),),
        mail=(*rows.rows, *made.rows),
        mailed=(*new, *made.mailed),
        posted_again=tuple(key.seq for key in again if not key.device),
        parked=tuple(made.parked),
        alarms=tuple(made.alarms),
        ended=((MAIL_FORK, point),),
    )


def _common(case: _Case, point: str) -> int:
    """The last number under which gate and ledger have the same frame: frames are chained, so all before it are the same."""
    low, high = 0, min(case.standing.boxes.get(point, NOTHING).number, _last(case, point))
    while low < high:
        middle = (low + high + 1) // 2
        ours, theirs = (
            each.mail_after(point, middle - 1, 1) for each in (case.works.ledger.read, case.works.gate)
        )
        if [row.hash for row in ours] == [row.hash for row in theirs]:
            low = middle
        else:
            high = middle - 1
    return low


def _last(case: _Case, point: str) -> int:
    return case.works.gate.mailboxes().get(point, NOTHING).number


def _proved(case: _Case, point: str, number: int) -> Mail:
    """The gate's frames from there on, each signed by the centre and following the one before."""
    found, mark = Mail(), NOTHING
    if number:
        mark = case.works.ledger.read.mail_after(point, number - 1, 1)[0].mark
    while rows := case.works.gate.mail_after(point, mark.number, _AT_ONCE):
        for row in rows:
            opened = next_of(case.works, row, mark)
            if opened is None:
                raise DeskError(_UNPROVED)
            found.rows.append(row)
            found.mailed.extend(mailed_in(case.works, row, opened))
            mark = row.mark
    if not found.rows:
        raise DeskError(_NOTHING)
    return found


def _told_again(case: _Case, point: str, keys: Iterable[EventKey], after: MailMark) -> Mail:
    """The next frames, with the events among these; what the centre posted is posted again."""
    wanted: list[Wanted] = []
    for key in keys:
        stored = case.works.ledger.read.events_after(key.chain, key.seq - 1, 1) if key.device else []
        if stored and stored[0].row.key == key:
            wanted.append(Wanted(point, key, MailRecord(RecordKind.EVENT, record_of(stored[0]))))
    works = case.works
    return make_mail(wanted, (), {point: after}, Sealing(works.key.sign, works.presets, works.now()))


def _chain_named(text: str) -> ChainKey:
    try:
        device, stream, incarnation = map(int, text.split("."))
    except ValueError as error:
        raise DeskError(_NOTHING) from error
    return ChainKey(device, stream, incarnation)


_ACTS: dict[str, Callable[[_Case], Batch]] = {CHAIN: _chain, MAILBOX: _mailbox}
