"""What a report is made from, handed to the engine as values: figures, entries of registers, numbers from outside, names.

This module must not know where any of it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from kt1desk.domain.reporting.dimensions import CLOSED, Dimension
from kt1desk.domain.reporting.figures import Figure
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.text import fold

Entry = Mapping[str, str]
"""Values of an entry of a register by column. Whoever gathers entries of several points adds ``point``: whose register it stands in."""
_SIGN_CHARS = 24
"""As many as the register takes."""
OF_POINT = "point"


@dataclass(frozen=True, slots=True)
class Denominator:
    """A number that the post cannot know, entered with where it comes from.

    Attributes:
        what: which number; templates name it.
        period: the days it counts.
        scope: of what: "" for the whole province, else the code of a point, or of a row of a table (an authority, a field).
        number: how many.
        source: who says so, in words.
        day: when it was said.
    """

    what: str
    period: Period
    scope: str
    number: int
    source: str
    day: date


@dataclass(frozen=True, slots=True)
class PointName:
    """A point and the cluster it belongs to, "" for none."""

    name: str
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureName:
    """A procedure with its field and its level, "" where its source does not say."""

    name: str
    field: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """How codes are said. Rows stand in the order of these mappings, what is not in them behind.

    Attributes:
        points: by code.
        procedures: by code.
        of: by dimension and code: products, agencies, authorities, incident codes, counter services and so on.
        entered: by register, column and code: words of coded columns.
    """

    points: Mapping[str, PointName] = field(default_factory=lambda: MappingProxyType({}))
    procedures: Mapping[str, ProcedureName] = field(default_factory=lambda: MappingProxyType({}))
    of: Mapping[Dimension, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    entered: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def known(self, by: Dimension) -> Mapping[str, str]:
        """Names of the rows of a dimension by code, in their order."""
        if by is Dimension.POINT:
            return {code: point.name for code, point in self.points.items()}
        if by is Dimension.PROCEDURE:
            return {code: procedure.name for code, procedure in self.procedures.items()}
        return self.of.get(by) or CLOSED.get(by) or {}


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom a report is.

    Attributes:
        words: «Toàn tỉnh», the name of a point.
        unit: who makes it, in the words of its head, the upper one first.
        key: scope of the numbers from outside: "" for the province, else the code of the point or cluster.
        points: codes of its points; empty for all.
    """

    words: str
    unit: tuple[str, ...] = ()
    key: str = ""
    points: frozenset[str] = frozenset()

    def takes(self, point: str) -> bool:
        """Whether a point belongs to it."""
        return not self.points or point in self.points


def scope_sign(scope: str) -> str:
    """How a scope is typed: a code as it is, a name with blanks as «CUM-LANG-SON»: the register takes none."""
    return fold(scope).upper().replace(" ", "-")[:_SIGN_CHARS] if " " in scope else scope


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a report is made from.

    Attributes:
        figures: of the period; figures of other days or points are passed over.
        last_year: of the same days of the year before; None where nobody has them, which is not the same as that nothing happened.
        registers: entries by register; one that is not there is unknown.
        denominators: numbers from outside.
        names: how codes are said.
        missing: points whose figures are not all here.
        sample: whether these are invented figures.
    """

    figures: tuple[Figure, ...] = ()
    last_year: tuple[Figure, ...] | None = None
    registers: Mapping[str, tuple[Entry, ...]] = field(default_factory=lambda: MappingProxyType({}))
    denominators: tuple[Denominator, ...] = ()
    names: Names = field(default_factory=Names)
    missing: tuple[Missing, ...] = ()
    sample: bool = False
