"""Entries of registers as they travel in files of figures: without what names a person, and only such as can be reckoned with.

This module must not know who signs a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from kt1desk.domain.post_registers import OUTSIDE_FIGURES
from kt1desk.domain.register_columns import Column, Kind, Register
from kt1desk.domain.registers import REGISTERS
from kt1desk.services.report_ports import Entry

MARK, ORDER = "_key", "_order"
"""Beside the columns of an entry: which thing it is of, and when it was worded so (`kt1desk.exchange.figure_marks`)."""
_BESIDE = {MARK: re.compile(r"[^\x00-\x1f]{0,400}"), ORDER: re.compile(r"[0-9]{15}\.[0-9]{10}")}
_PERSONAL = frozenset({Kind.PERSON, Kind.USER, Kind.ADDRESS})


def impersonal(entries: Mapping[str, Sequence[Entry]], *, kt1: bool) -> Mapping[str, tuple[Entry, ...]]:
    """Entries as they may travel: without names of persons, users and addresses; those of KT1 left out where they are not asked for."""
    made: dict[str, tuple[Entry, ...]] = {}
    for code, rows in entries.items():
        if kt1 or REGISTERS[code].open_to_all:
            kept = (*_columns(code), *_BESIDE)
            made[code] = tuple({name: row[name] for name in kept if name in row} for row in rows)
    return made


def names_a_person(register: Register) -> bool:
    """Whether the key of its entries is of a person."""
    return any(column.code == register.key and column.kind in _PERSONAL for column in register.columns)


def is_sound(code: str, entry: Entry) -> bool:
    """Whether an entry of a register that is known can be reckoned with; a number from outside needs all that must stand with it."""
    columns = {column.code: column for column in REGISTERS[code].columns}
    if code == OUTSIDE_FIGURES and any(
        column.required and not entry.get(name) for name, column in columns.items()
    ):
        return False
    return all(
        _BESIDE[name].fullmatch(value) if name in _BESIDE else name in columns and _fits(columns[name], value)
        for name, value in entry.items()
    )


def _fits(column: Column, value: str) -> bool:
    if len(value) > column.max_length:
        return False
    if value and column.kind is Kind.DATE:
        return _is_day(value)
    if value and column.kind is Kind.NUMBER:
        return value.isascii() and value.isdecimal() and int(value) <= column.most
    return True


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _columns(code: str) -> tuple[str, ...]:
    return tuple(column.code for column in REGISTERS[code].columns if column.kind not in _PERSONAL)
