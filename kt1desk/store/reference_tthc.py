"""The files about dossiers: tables of prices, reductions, days of transit, the starter catalogue of procedures.

A procedure's row leaves out what its source does not say (or has ``null`` there); it is unknown in the domain too, never filled in. This
module must not know which of them are used when.
"""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.appointment import TransitDays
from kt1desk.domain.bcci import BcciTable, Exemption, LegRates, Zone
from kt1desk.domain.dossier import Direction
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper, Procedure
from kt1desk.domain.tariff import WeightStep
from kt1desk.store.reference_rows import RowReader, load_rows, read_rows


def load_procedures(path: Path) -> tuple[Procedure, ...]:
    """The procedures of a file of rows (``resources/reference/procedures.json``).

    Raises:
        DeskError: ``reference.unreadable`` with ``file``; ``reference.bad_row`` with ``row`` and ``part``.
    """
    return load_rows(path, _procedure)


def procedures_in(name: str, data: bytes) -> tuple[Procedure, ...]:
    """The same of the bytes of a file of this name.

    Raises:
        DeskError: as `load_procedures`.
    """
    return read_rows(name, data, _procedure)


def bcci_table(row: RowReader) -> BcciTable:
    """One table of prices: a column for each direction and zone."""
    return BcciTable(
        **row.dated(),
        table_id=row.text("table_id"),
        title=row.text("title"),
        maximum=row.flag("maximum"),
        rates=tuple(map(_leg_rates, row.inner("rates"))),
    )


def weight_steps(row: RowReader) -> tuple[WeightStep, ...]:
    """The rising steps of a column, the same in every tariff."""
    return tuple(map(_weight_step, row.inner("steps")))


def exemption(row: RowReader) -> Exemption:
    """One reduction."""
    return Exemption(
        **row.dated(),
        exemption_id=row.text("exemption_id"),
        percent=row.whole("percent"),
        who=row.text("who"),
        uncertain=row.flag("uncertain"),
        joint_with=row.text("joint_with"),
        needs_proof=row.flag("needs_proof"),
        note=row.text("note"),
    )


def transit_days(row: RowReader) -> TransitDays:
    """J+n of one direction on one zone."""
    return TransitDays(
        **row.dated(),
        direction=row.choice("direction", Direction),
        zone=row.choice("zone", Zone),
        days=row.whole("days"),
    )


def _leg_rates(row: RowReader) -> LegRates:
    made = LegRates(
        direction=row.choice("direction", Direction),
        zone=row.choice("zone", Zone),
        steps=weight_steps(row),
        further_g=row.whole("further_g"),
        further_dong=row.whole("further_dong"),
    )
    row.done()
    return made


def _weight_step(row: RowReader) -> WeightStep:
    made = WeightStep(up_to_g=row.whole("up_to_g"), amount_dong=row.whole("amount_dong"))
    row.done()
    return made


def _procedure(row: RowReader) -> Procedure:
    papers = enumerate(row.inner("papers"), start=1)
    return Procedure(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        field=row.text("field"),
        level=row.text("level"),
        authorities=row.texts("authorities"),
        papers=tuple(_paper(f"{place}", paper) for place, paper in papers),
        channels=tuple(map(_channel, row.inner("channels"))),
        may_send=_flag_if_known(row, "may_send"),
        may_return=_flag_if_known(row, "may_return"),
        decision=row.text("decision"),
    )


def _paper(key: str, row: RowReader) -> ListedPaper:
    made = ListedPaper(
        key=key,
        name=row.text("name"),
        group=row.text("group") if row.known("group") else "",
        originals=_whole_if_known(row, "originals") or 0,
        copies=_whole_if_known(row, "copies") or 0,
        certified=_flag_if_known(row, "certified"),
    )
    row.done()
    return made


def _channel(row: RowReader) -> ChannelRule:
    made = ChannelRule(
        channel=row.choice("channel", Channel),
        duration=_whole_if_known(row, "duration"),
        unit=row.choice("unit", DurationUnit) if row.known("unit") else None,
        fee_dong=_whole_if_known(row, "fee_dong"),
        note=row.text("note") if row.known("note") else "",
    )
    row.done()
    return made


def _whole_if_known(row: RowReader, name: str) -> int | None:
    return row.whole(name) if row.known(name) else None


def _flag_if_known(row: RowReader, name: str) -> bool | None:
    return row.flag(name) if row.known(name) else None
