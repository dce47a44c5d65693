"""Settings of this machine: printers, scanner, scale, folders, and what the program notes of itself.

They are no secret of the journal, but lie in the encrypted file. Of those that a person sets, the journal says by whom and when each was
changed, in the same transaction, and never to what: an address in it is no business of an inspector. This module must not know what any
setting means.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import SettingChanged
from kt1desk.services.ports import Appending
from kt1desk.store import noted
from kt1desk.store.journal import DeskStore

MAX_BYTES = noted.MAX_BYTES
PROGRAM = "system"
"""Who sets what nobody sets (`Envelope.actor`)."""
SET_BY_PEOPLE = frozenset(
    {
        "printer.label",
        "printer.receipt",
        "printer.roll",
        "devices",
        "near.folder",
        "line_access",
    }
)
"""Names of the settings whose change is told of. The others are the state of a line, of a test page, of an index: they change by themselves
many times a day. A desk file and a list of keys are signed, and what comes of them has events of its own."""
_MAY_NOT_WRITE = "desk.read_only"


class Settings:
    """Named JSON objects. ``by`` is the id of the user who sets them."""

    def __init__(self, store: DeskStore, by: str = PROGRAM) -> None:
        self._store = store
        self._by = by

    def get(self, name: str) -> Mapping[str, Json] | None:
        """The object of this name, None while there is none."""
        with self._store.look() as connection:
            return noted.read(connection, name)

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep the object; what was there is replaced. One that a person sets is told of in the journal, where it says something else now.

        A desk that may write no event keeps the setting all the same: it must still find its printer.

        Raises:
            DeskError: ``canonical.*`` for what has no JSON form or is too large; ``disk.*``.
        """
        if name in SET_BY_PEOPLE and (self.get(name) or {}) != value and self._tell(name, value):
            return
        with self._store.local() as connection:
            noted.write(connection, name, value)

    def _tell(self, name: str, value: Mapping[str, Json]) -> bool:
        """Keep it together with the event that says so; False where the desk may write none."""
        try:
            with self._store.work() as work:
                work.note(name, value)
                work.append(SettingChanged(name), Appending(self._by))
                work.commit()
        except DeskError as error:
            if error.code != _MAY_NOT_WRITE:
                raise
            return False
        return True
