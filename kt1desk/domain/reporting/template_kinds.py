"""What a quantity is: its kind, what it rests on, by what it can be parted, and whose figures it tells.

This module must not know any report.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.register_columns import Register
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.dimensions import SAYS, TIMES, Dimension, parts
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.report import Kind
from kt1desk.domain.reporting.template_parts import (
    Compare,
    Compared,
    Counted,
    Entered,
    Outside,
    Quantity,
    Rows,
    Shared,
    Summed,
    Take,
)

Quantities = Mapping[str, Quantity]
"""By code."""


class Subject(StrEnum):
    """Whose figures these are: who may read KT1 may not for that reason read the others."""

    KT1 = "kt1"
    TTHC = "tthc"
    COUNTER = "counter"


_KT1 = frozenset({Subject.KT1})
_TTHC = frozenset({Subject.TTHC})
_COUNTER = frozenset({Subject.COUNTER})
_SUBJECTS: Mapping[Measure, frozenset[Subject]] = MappingProxyType(
    {
        **dict.fromkeys((Measure.DOSSIERS, Measure.RESULT_ORDERS, Measure.RESULTS), _TTHC),
        **dict.fromkeys((Measure.RESULTS_ON_TIME, Measure.DOSSIER_MONEY, Measure.REMITTED), _TTHC),
        **dict.fromkeys((Measure.CASH, Measure.COUNTER_SERVICES, Measure.SHIFTS), _COUNTER),
    }
)


def rests_on(quantity: Quantity) -> tuple[str, ...]:
    """Codes of the quantities it is reckoned from."""
    if isinstance(quantity, Summed):
        return (*quantity.plus, *quantity.less)
    if isinstance(quantity, Compared):
        return (quantity.of,)
    return (quantity.part, quantity.base) if isinstance(quantity, Shared) else ()


def kind_of(quantity: Quantity, known: Quantities) -> Kind:
    """What stands in its column."""
    if isinstance(quantity, Shared):
        return Kind.SHARE
    if isinstance(quantity, Summed):
        return kind_of(known[quantity.plus[0]], known)
    if isinstance(quantity, Compared):
        kind = kind_of(known[quantity.of], known)
        if quantity.how is Compare.LAST_YEAR:
            return kind
        if quantity.how is Compare.CHANGE_SHARE:
            return Kind.CHANGE_SHARE
        return Kind.CHANGE_DONG if kind is Kind.DONG else Kind.CHANGE
    return Kind.DONG if isinstance(quantity, Counted) and quantity.take is Take.DONG else Kind.COUNT


def can_be_parted(
    quantity: Quantity, rows: Rows, known: Quantities, registers: Mapping[str, Register]
) -> bool:
    """Whether it has a value for each row."""
    if isinstance(quantity, Counted):
        return parts(quantity.measure, rows.by)
    if isinstance(quantity, Entered):
        return _entries_part(quantity, rows, registers)
    return all(can_be_parted(known[code], rows, known, registers) for code in rests_on(quantity))


def _entries_part(quantity: Entered, rows: Rows, registers: Mapping[str, Register]) -> bool:
    if rows.by in TIMES:
        return quantity.choice.dated
    if rows.by is Dimension.REGISTER:
        return quantity.choice.register == rows.register
    if rows.by is Dimension.AGENCY:
        columns = registers[quantity.choice.register].columns
        return any(column.code == Dimension.AGENCY for column in columns)
    return rows.by in {Dimension.WHOLE, Dimension.POINT, Dimension.CLUSTER}


def subjects_of_register(code: str) -> frozenset[Subject]:
    """Whose rights its entries need."""
    return frozenset() if REGISTERS[code].open_to_all else _KT1


def subjects_of(quantity: Quantity) -> frozenset[Subject]:
    """Whose figures it counts; nobody's for what rests on others only."""
    if isinstance(quantity, Entered):
        return subjects_of_register(quantity.choice.register)
    if not isinstance(quantity, Counted):
        return frozenset()
    if Dimension.SERVICE in SAYS[quantity.measure]:
        return frozenset(Subject(each) for each in quantity.whose) or _KT1 | _TTHC
    return _SUBJECTS.get(quantity.measure, _KT1)


def leaves(quantity: Quantity, known: Quantities) -> tuple[Counted | Entered | Outside, ...]:
    """What it is reckoned from in the end."""
    if isinstance(quantity, Counted | Entered | Outside):
        return (quantity,)
    return tuple(leaf for code in rests_on(quantity) for leaf in leaves(known[code], known))


def compares(quantity: Quantity, known: Quantities) -> bool:
    """Whether last year has a part in it."""
    return isinstance(quantity, Compared) or any(compares(known[code], known) for code in rests_on(quantity))
