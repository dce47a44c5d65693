"""Finding: what a typed fragment means, without diacritics and in any order of words.

One search for the whole program. This module must not know how the index is built, nor where an answer leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency, Authority, ReferenceData
from kt1desk.domain.reference_tthc import receiving_authorities
from kt1desk.domain.text import fold
from kt1desk.services.authorities import proposed
from kt1desk.services.board import masked
from kt1desk.services.people_found import people
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.rights import permits_now, require_now
from kt1desk.services.rows import DossierRow, ItemRow, SearchHit
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

AGENCY = "agency"
AUTHORITY = "authority"
DOSSIER = "dossier"
ITEM = "item"
PROCEDURE = "procedure"
POINT = "point"
_MANY = 50
_LOOSE_PEOPLE = 2


class Finder:
    """Answers for the one field."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def anything(self, session: Session, text: str, limit: int = 12) -> Sequence[SearchHit]:
        """Points and procedures that fit, best first; dossiers, items, served agencies and people for whoever may see them."""
        with self._journal.read() as reader:
            shift = reader.open_shift()
            items = (ITEM, AGENCY) if permits_now(session, Act.SEE_ITEMS, shift, self._clock) else ()
            dossiers = (DOSSIER,) if permits_now(session, Act.SEE_DOSSIERS, shift, self._clock) else ()
            close, loose = people(reader, session, self._clock, text, self._name)
            found = reader.search(text, (*items, *dossiers, POINT, PROCEDURE), limit)
        last = loose[:_LOOSE_PEOPLE]
        return [*close, *found][: limit - len(last)] + last

    def procedures(self, text: str, on: date, limit: int = 8) -> Sequence[Procedure]:
        """The versions in force of the procedures that a code, words of a name without marks, or a field stand for; best first.

        With nothing typed those that were accepted here most often lately.
        """
        with self._journal.read() as reader:
            typed = [hit.ref for hit in reader.search(text, (PROCEDURE,), limit)] if text.strip() else None
            codes = typed if typed is not None else reader.usual_procedures(limit)
            found = [reader.procedure(code, on) for code in codes]
        return tuple(row for row in found if row is not None)

    def authorities(
        self, text: str, on: date, procedure: Procedure | None = None, commune: str = "", limit: int = 8
    ) -> Sequence[Authority]:
        """Authorities that take dossiers, the procedure's first; with nothing typed those and where its cases went lately.

        ``commune`` is where the desk stands: of bodies that every commune has the one there comes first.
        """
        own = proposed(self._reference, procedure, commune, on) if procedure is not None else ()
        with self._journal.read() as reader:
            if text.strip():
                hits = [hit.ref for hit in reader.search(text, (AUTHORITY,), _MANY)]
            else:
                lately = reader.usual_authorities(procedure.code, limit) if procedure is not None else ()
                hits = [*(row.authority_id for row in own), *lately]
        known = {row.authority_id: row for row in receiving_authorities(self._reference, on)}
        found = [known[ref] for ref in dict.fromkeys(hits) if ref in known]
        first = frozenset(row.authority_id for row in own)
        return tuple(sorted(found, key=lambda row: row.authority_id not in first)[:limit])

    def dossier(self, session: Session, number: str) -> DossierRow | None:
        """One case by its own number, a leg's, or its mã hồ sơ.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            return reader.dossier(number)

    def agencies(
        self, session: Session, text: str, before: Sequence[str] = (), limit: int = 8
    ) -> Sequence[Agency]:
        """Agencies for a fragment; those in ``before`` (the last receivers of a sender) come first, and alone where nothing is typed.

        Raises:
            DeskError: ``user.not_allowed``, ``user.clearance_missing``, ``user.clearance_expired``: whom KT1 serves is told to nobody else.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_ITEMS, reader.open_shift(), self._clock)
        on = local_date(self._clock.now())
        if not text.strip():
            known = [self._known(agency_id, on) for agency_id in before]
            return [agency for agency in known if agency is not None][:limit]
        with self._journal.read() as reader:
            hits = reader.search(text, (AGENCY,), _MANY)
        found = [agency for hit in hits if (agency := self._known(hit.ref, on)) is not None]
        exact, phrase = text.strip().upper(), fold(text)
        place = {agency_id: at for at, agency_id in enumerate(before)}

        def order(agency: Agency) -> tuple[bool, bool, int, bool, bool]:
            """The call code itself; the words side by side; whom this sender writes to; a name that begins so; a contract for KT1.

            The contract stands for what nobody has written yet: those who have one send and get most of it.
            """
            name = f" {fold(agency.name)}"
            return (
                agency.call_code != exact,
                f" {phrase}" not in name,
                place.get(agency.agency_id, len(place)),
                not name.startswith(f" {phrase}"),
                not agency.uses_kt1,
            )

        return sorted(found, key=order)[:limit]

    def agency(self, session: Session, agency_id: str) -> Agency:
        """One agency by its id.

        Raises:
            DeskError: ``user.*`` as `agencies`; ``reference.*`` for an id that is not in force.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_ITEMS, reader.open_shift(), self._clock)
        return self._reference.agency(agency_id, local_date(self._clock.now()))

    def last_receivers(self, session: Session, sender: str, limit: int = 8) -> Sequence[str]:
        """Ids of the agencies this sender writes to most.

        Raises:
            DeskError: ``user.*``: who writes to whom is for those who accept items.
        """
        with self._journal.read() as reader:
            require_now(session, Act.ACCEPT_ITEM, reader.open_shift(), self._clock)
            return reader.last_receivers(sender, limit)

    def favourites(self, session: Session, sender: str = "", limit: int = 8) -> Sequence[str]:
        """Ids of the agencies that are offered before anything is typed: those that send most from here, best first.

        Where the sender is known: whom he writes to, then whom others write to most.

        Raises:
            DeskError: ``user.*`` as `last_receivers`.
        """
        with self._journal.read() as reader:
            require_now(session, Act.ACCEPT_ITEM, reader.open_shift(), self._clock)
            if not sender:
                return reader.frequent_agencies(limit, receiving=False)
            own = reader.last_receivers(sender, limit)
            others = reader.frequent_agencies(limit, receiving=True)
        known = dict.fromkeys((*own, *others))
        known.pop(sender, None)
        return tuple(known)[:limit]

    def item(self, session: Session, number: str) -> ItemRow | None:
        """One item by its number, masked for whoever may not see its parties.

        Raises:
            DeskError: ``user.*``.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_ITEMS, reader.open_shift(), self._clock)
            row = reader.item(number)
        return masked(session, row, on) if row is not None else None

    def _name(self, agency_id: str) -> str:
        known = self._known(agency_id, local_date(self._clock.now()))
        return known.name if known is not None else ""

    def _known(self, agency_id: str, on: date) -> Agency | None:
        try:
            return self._reference.agency(agency_id, on)
        except DeskError:
            return None
