"""Which hints of the first use a user has had on this desk: kept in its file, by the user's id. It must not know their words."""

from __future__ import annotations

from collections.abc import Collection

from kt1desk.app.desk import OpenDesk
from kt1desk.store.settings import Settings

_SETTING = "hints"


class HintCounter:
    """Implements `kt1desk.desktop.needs.hints.HintNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._settings = Settings(desk.store)
        self._user = desk.session.actor.user_id

    def had(self) -> Collection[str]:
        """See the port."""
        kept = (self._settings.get(_SETTING) or {}).get(self._user)
        return tuple(str(place) for place in kept) if isinstance(kept, list | tuple) else ()

    def note(self, place: str) -> None:
        """See the port."""
        mine = [*self.had(), *(() if place in self.had() else (place,))]
        self._settings.put(_SETTING, {**(self._settings.get(_SETTING) or {}), self._user: mine})
