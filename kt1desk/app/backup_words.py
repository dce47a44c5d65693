"""What the status line says of backups. This module must not touch any medium: it is asked every few seconds."""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_words import since_words
from kt1desk.domain.events import Moment
from kt1desk.services.backup_places import COPIES, places_of
from kt1desk.services.backup_rules import KeepingRule
from kt1desk.services.backups import states_of
from kt1desk.store.settings import Settings


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
