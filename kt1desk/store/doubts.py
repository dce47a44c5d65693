"""Where the check of all records stands and what it found, as a setting of this machine: it must be readable while the journal is not.

This module must not know what is checked, nor how.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kt1desk.domain.canonical import Json
from kt1desk.services.record_check import CheckState, Finding, Step, doubted
from kt1desk.store import noted
from kt1desk.store.statements import Connection

_NAME = "record_check"


def read(connection: Connection) -> CheckState:
    """The state; an empty one before the first check."""
    made: Any = noted.read(connection, _NAME)
    if made is None:
        return CheckState()
    return CheckState(
        begun_ms=made["begun_ms"],
        done=tuple(map(Step, made["done"])),
        found=tuple(map(_finding, made["found"])),
        ended_ms=made["ended_ms"],
        known=tuple(map(_finding, made["known"])),
        slots=made["slots"],
    )


def keep(connection: Connection, state: CheckState) -> None:
    """Keep it, inside the caller's transaction."""
    value: dict[str, Json] = {
        "begun_ms": state.begun_ms,
        "done": [step.value for step in state.done],
        "found": list(map(_row, state.found)),
        "ended_ms": state.ended_ms,
        "known": list(map(_row, state.known)),
        "slots": dict(state.slots),
    }
    noted.write(connection, _NAME, value)


def add(connection: Connection, finding: Finding) -> None:
    """Something was noticed outside of a check; the next one tells the journal of it, and takes it back where all is well."""
    state = read(connection)
    if finding.same not in {each.same for each in state.known}:
        keep(connection, replace(state, known=(*state.known, finding)))


def doubted_at(connection: Connection) -> str:
    """Where something was found because of which no sum may be shown; empty where nothing was."""
    found = doubted(read(connection).findings)
    return "" if found is None else found.at


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(row["code"], row["at"], row["since_ms"], bool(row["mended"]), bool(row["told"]))


def _row(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "at": finding.at,
        "since_ms": finding.since_ms,
        "mended": int(finding.mended),
        "told": int(finding.told),
    }
