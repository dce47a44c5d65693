"""A chain of custody put together again from the codes of one certificate: a long one needs several.

Each code was proved for itself before (`kt1desk.exchange.certificate`). This module must not know where the codes came from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.certificate import Certificate


def whole_chain(codes: Sequence[Certificate]) -> Certificate:
    """The certificate that proved codes make together, in whatever order they were read; a code that was read twice counts once.

    Raises:
        DeskError: ``certificate.nothing``; ``certificate.other_chain`` where they are not of one certificate, or do not join;
            ``certificate.part_missing`` with ``have`` and ``of`` stations.
    """
    if not codes:
        raise DeskError("certificate.nothing", "certificate")
    parts = sorted(
        {each.statement.first: each for each in codes}.values(), key=lambda each: each.statement.first
    )
    head = parts[0]
    if any(_named(each) != _named(head) for each in codes):
        raise DeskError("certificate.other_chain", "certificate")
    stations = tuple(station for each in parts for station in each.statement.stations)
    whole = head.statement.of
    starts = [each.statement.first for each in parts]
    ends = [each.statement.first + len(each.statement.stations) for each in parts]
    if starts[0] != 1 or ends[-1] != whole + 1 or starts[1:] != ends[:-1]:
        raise DeskError("certificate.part_missing", "certificate", have=len(stations), of=whole)
    if any(after.giver != before.taker for before, after in pairwise(stations)):
        raise DeskError("certificate.other_chain", "certificate")
    return replace(head, statement=replace(head.statement, stations=stations, first=1))


def _named(code: Certificate) -> tuple[object, ...]:
    """What all codes of one certificate have in common."""
    said = code.statement
    return code.desk, said.item, said.dispatch, said.issued_s, said.of
