"""What follows from a comparison: whether a later incarnation begins, why, and how many numbers may have been given in what is lost.

Nothing is written here, and nobody is asked: this module must not know files nor the line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.domain.events import Stream
from kt1desk.recovery.restoring import Approval, Findings
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.incarnations import Renewal
from kt1desk.store.journal import Held
from kt1desk.store.marker import Heads
from kt1desk.store.rewriting import Rewritten, rewrite
from kt1desk.store.start_checks import Loss
from kt1desk.store.statements import Connection


def rewriting(
    held: Held, findings: Findings, approval: Approval, loss: Loss | None
) -> Callable[[Connection], Rewritten]:
    """What is to be done on a copy of the journal (`kt1desk.store.rewritten_file`).

    Args:
        held: the store, for as whom and where it writes.
        findings: what was found.
        approval: who let it be done.
        loss: what the marker says is lost, None where it fits: then nobody knows what another life of this desk did.
    """
    sources, tail = held.sources, held.tail
    cause = loss.cause if loss is not None and findings.cause is None else findings.cause
    renewal = None
    if cause is not None:
        above = max(findings.above, loss.incarnation if loss is not None else 0)
        missing = _still_missing(findings, loss, sources.key, tail.heads)
        renewal = Renewal(cause, approval.approver, above, missing, approval.last_numbers)
    return lambda copy: rewrite(copy, sources, tail, findings.known, renewal, approval.approver)


def _still_missing(
    findings: Findings, loss: Loss | None, key: DeviceKey, heads: Heads
) -> Mapping[Stream, int] | None:
    """What the marker counts and the centre did not give back; None where nobody can count it.

    Where the marker is of a later incarnation than the file, the centre must have begun to tell of that one: its first event names the end
    of the one before.
    """
    if loss is None or loss.marked is None:
        return None
    missing: dict[Stream, int] = {}
    for stream in Stream:
        marked, here = loss.marked.of(stream), heads.of(stream)
        told = [
            event.id.seq
            for each in findings.known
            if (each.stream, each.incarnation) == (stream, marked.incarnation)
            for event in each.events
        ]
        if marked.incarnation > key.incarnation and not told:
            return None
        known = max(told, default=here.seq if marked.incarnation == key.incarnation else marked.seq)
        missing[stream] = max(0, marked.seq - known)
    return missing
