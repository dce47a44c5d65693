"""The files about custody: hours and areas of transit, words of coded values, incidents and who must be told of them.

This module must not know which of them are used when.
"""

from __future__ import annotations

from kt1desk.domain.coded import CodedWord, CodeList
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.deadline import TransitArea, TransitHours
from kt1desk.domain.incidents import EscalationContact, IncidentCode, Severity
from kt1desk.domain.kt1 import Scope, Urgency
from kt1desk.domain.service import Service
from kt1desk.store.reference_rows import RowReader


def transit_hours(row: RowReader) -> TransitHours:
    """Hours of one class on one kind of way, into one area."""
    return TransitHours(
        **row.dated(),
        scope=row.choice("scope", Scope),
        urgency=row.choice("urgency", Urgency),
        hours=row.whole("hours"),
        area=row.text("area"),
    )


def transit_area(row: RowReader) -> TransitArea:
    """One area with its communes."""
    return TransitArea(
        **row.dated(), code=row.text("code"), name=row.text("name"), communes=frozenset(row.texts("communes"))
    )


def coded_word(row: RowReader) -> CodedWord:
    """One code of one list."""
    return CodedWord(
        **row.dated(), code_list=row.choice("list", CodeList), code=row.text("code"), name=row.text("name")
    )


def incident_code(row: RowReader) -> IncidentCode:
    """One thing that may go wrong."""
    return IncidentCode(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        things=row.choices("things", ThingKind),
        services=row.choices("services", Service),
        severity=row.choice("severity", Severity),
        marked_severity=row.choice("marked_severity", Severity),
        escalates=row.flag("escalates"),
        harms=row.flag("harms"),
    )


def escalation_contact(row: RowReader) -> EscalationContact:
    """One office or function that must be told."""
    return EscalationContact(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        phone=row.text("phone"),
        must=row.flag("must"),
    )
