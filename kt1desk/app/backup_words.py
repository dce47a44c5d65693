"""What the status line says of backups. This module must not touch any medium: it is asked every few seconds."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_words import since_words
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.services.backup_places import COPIES, places_of
from kt1desk.services.backup_rules import KeepingRule
from kt1desk.services.backups import states_of
from kt1desk.services.wording import sentence
from kt1desk.store.settings import Settings

_REMEMBERED: Mapping[str, str] = {"backup.no_room": "backup.full", "backup.records": "backup.damaged"}
"""A place remembers only the code of what went wrong: these sentences are the ones that need no figure."""


def why_failed(code: str) -> str:
    """What went wrong at a place of backups, by its code; empty where nothing did."""
    return sentence(DeskError(_REMEMBERED.get(code, code))) if code else ""


def why_not_recorded(code: str) -> str:
    """What went wrong with the flight recorder, by its code; empty where nothing did."""
    return why_failed("backup.flight_away" if code == "backup.no_place" else code)


def old_backup_words(desk: OpenDesk, now: Moment) -> str:
    """That the newest good backup of all places is too old; empty while it is not, and where no place is set.

    Raises:
        DeskError: ``disk.*``.
    """
    notes = Settings(desk.store)
    places = [place for place in places_of(notes) if place in COPIES]
    if not places:
        return ""
    states = states_of(notes)
    newest_ms = max(states[place].good_ms for place in places)
    if not KeepingRule.on(desk.reference, desk.today).is_old(newest_ms, now.utc_ms):
        return ""
    return f"Sao lưu cuối: {since_words(newest_ms, now)}" if newest_ms else "Chưa sao lưu"
