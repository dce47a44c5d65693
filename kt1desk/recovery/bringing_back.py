"""The whole way back of a desk that another life of it, or the centre, contradicts: compared, brought together, settled.

    open store → compare with the gate → rewritten on a copy → the copy in place of the file → the desk, in a later incarnation

Who may ask for it, and how a question travels, is known elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.gate_talk import Gate
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.policy import opening
from kt1desk.recovery.planning import rewriting
from kt1desk.recovery.restoring import Approval, Comparing, Findings, settle
from kt1desk.services.ports import Clock
from kt1desk.store.device_key import Entropy
from kt1desk.store.folder import DataFolder
from kt1desk.store.incarnations import bar, loss_of
from kt1desk.store.journal import DeskStore
from kt1desk.store.rewriting import Rewritten
from kt1desk.store.rewritten_file import Rewriting, rewrite_file, rewrite_in_memory

_BARS: Mapping[Cause, str] = MappingProxyType(
    {Cause.FORK: "fork", Cause.CENTRE_AHEAD: "incarnation", Cause.COPIED: "token"}
)

LineOf: TypeAlias = Callable[[DeskStore], LineDesk]
"""What a desk on the line is, over one open store: made anew for the store of a later incarnation."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Where a desk rests on this machine."""

    folder: DataFolder
    dek: bytes = field(repr=False)
    clock: Clock
    entropy: Entropy


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it.

    Attributes:
        store: the desk from now on, open; where nothing had to be done, the one handed in.
        findings: what desk and centre had of each other.
        rewritten: what was done; None for nothing.
        archive: the file of before, kept beside.
    """

    store: DeskStore
    findings: Findings
    rewritten: Rewritten | None = None
    archive: Path | None = None


def bring_together(
    store: DeskStore, rests: Resting, gate: Gate, line_of: LineOf, approval: Approval
) -> Brought:
    """Bring a desk and the centre together. The store may have been opened unchecked; nothing is written in its chains before.

    Raises:
        DeskError: as `Comparing.look` and `rewrite_file`: the desk is as before.
    """
    findings = Comparing(gate, line_of(store), store).look()
    return _done(store, rests, line_of, approval, findings)


def settle_alone(store: DeskStore, rests: Resting, gate: Gate, line_of: LineOf) -> Brought:
    """The same for a desk that went on in a later incarnation without the centre: whoever let that begin let this be done too.

    Where it would take one more incarnation, somebody else spoke as this desk meanwhile. That is for a supervisor again, and until then the
    desk is barred.

    Raises:
        DeskError: as `bring_together`.
    """
    line = line_of(store)
    findings = Comparing(gate, line, store).look()
    if findings.cause is not None:
        bar(store, _BARS[findings.cause])
        return Brought(store, findings)
    with store.read() as reader:
        opened = opening(reader)
    return _done(store, rests, line_of, Approval(opened.envelope.actor), findings)


def bring_together_in_memory(
    store: DeskStore, outside: tuple[Clock, Entropy], gate: Gate, line_of: LineOf, approval: Approval
) -> Brought:
    """The same as `bring_together` for a desk that is never on a disk; whoever has the store handed in closes it.

    Raises:
        DeskError: as `bring_together`.
    """
    findings = Comparing(gate, line_of(store), store).look()
    plan = _plan(store, approval, findings)
    if plan is None:
        _settle(store, line_of, findings)
        return Brought(store, findings)
    now, done = rewrite_in_memory(store, outside, plan)
    _settle(now, line_of, findings)
    return Brought(now, findings, done)


def _done(
    store: DeskStore, rests: Resting, line_of: LineOf, approval: Approval, findings: Findings
) -> Brought:
    plan = _plan(store, approval, findings)
    if plan is None:
        _settle(store, line_of, findings)
        return Brought(store, findings)
    outside = (rests.clock, rests.entropy)
    now, done, archive = rewrite_file(store, rests.folder, rests.dek, outside, plan)
    _settle(now, line_of, findings)
    return Brought(now, findings, done, archive)


def _plan(store: DeskStore, approval: Approval, findings: Findings) -> Rewriting | None:
    loss = loss_of(store)
    if not findings.is_needed and loss is None:
        return None
    with store.held() as held:
        return rewriting(held, findings, approval, loss)


def _settle(store: DeskStore, line_of: LineOf, findings: Findings) -> None:
    line = line_of(store)
    settle(line.notes, min(line.incarnation, findings.open_from or line.incarnation))
