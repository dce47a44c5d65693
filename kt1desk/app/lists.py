"""Lists at an open desk: which kind is read by which columns and accepted by which service.

This module must not know any screen, nor the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from kt1desk.app.desk import OpenDesk
from kt1desk.app.entropy import system_entropy
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.batch_dossiers import DossierTaker
from kt1desk.services.batch_items import ItemTaker
from kt1desk.services.batch_keys import SECRET_BYTES
from kt1desk.services.batches import Batches
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.import_agencies import AgencyImporter
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.import_staff import StaffImporter
from kt1desk.services.imports import Importer, ImportReport, Imports
from kt1desk.services.ports import Clock
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, Sheet
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings

_OTHER_KIND = ("sheet.column_twice", "sheet.column_missing", "sheet.no_titles")
"""Refusals of titles that may be those of another kind of list; the first is the nearest to a list of this kind."""
CATALOGUES = ("procedures", "agencies", "staff")

_Row = TypeVar("_Row")
_SECRET = "lists.secret"  # noqa: S105  the name of the setting, not what it holds


class ListPlace(Protocol):
    """What of a desk catalogues are brought into; an open one has it, and one that is being made."""

    @property
    def store(self) -> DeskStore:
        """Its journal."""

    @property
    def session(self) -> Session:
        """Whoever brings them."""

    @property
    def reference(self) -> ReferenceData:
        """What its program knows."""

    @property
    def clock(self) -> Clock:
        """Its clock."""

    @property
    def today(self) -> date:
        """By that clock."""


@dataclass(frozen=True, slots=True)
class Importing:
    """One catalogue: the columns of its lists, and what takes a list in."""

    layout: Layout
    take: Callable[[Sheet], ImportReport]


def item_batches(desk: OpenDesk) -> Batches[AcceptanceDraft]:
    """Lists of KT1 items."""
    taker = ItemTaker(desk.store, desk.reference, desk.clock, desk.acceptance)
    return Batches(desk.store, taker, line_secret(desk.store))


def dossier_batches(desk: OpenDesk) -> Batches[DossierDraft]:
    """Lists of dossiers."""
    return Batches(
        desk.store, DossierTaker(desk.store, desk.reference, desk.dossiers), line_secret(desk.store)
    )


def importers(desk: ListPlace) -> Mapping[str, Importing]:
    """What brings each catalogue in, by its name on the command line: the columns of its lists, and the taking."""
    imports = Imports(desk.store, desk.clock)
    home = desk.reference.point(desk.session.desk.point, desk.today).province
    return {
        "procedures": _importing(imports, desk, ProcedureImporter(desk.reference, desk.today)),
        "agencies": _importing(imports, desk, AgencyImporter(desk.reference, desk.today, home)),
        "staff": _importing(imports, desk, StaffImporter(desk.session)),
    }


def _importing(imports: Imports, desk: ListPlace, importer: Importer[_Row]) -> Importing:
    return Importing(importer.layout, lambda sheet: imports.take(desk.session, sheet, importer))


def line_secret(store: DeskStore) -> bytes:
    """This desk's own secret for the keys of lines; made when it is first asked for, kept in the encrypted file ever after."""
    settings = Settings(store)
    kept = settings.get(_SECRET)
    if kept is not None:
        return bytes.fromhex(str(kept["hex"]))
    made = system_entropy(SECRET_BYTES)
    settings.put(_SECRET, {"hex": made.hex()})
    return made


def kind_of(layouts: Sequence[Layout], read: Callable[[Layout], Sheet]) -> tuple[int, Sheet]:
    """Which of the kinds the titles of a list are of, and the list.

    Raises:
        DeskError: ``sheet.*`` of ``read``; where the titles are of no kind, the refusal of the kind that they are nearest to.
    """
    refusals: list[DeskError] = []
    for at, layout in enumerate(layouts):
        try:
            return at, read(layout)
        except DeskError as error:
            if error.code not in _OTHER_KIND:
                raise
            refusals.append(error)
    raise min(
        refusals,
        key=lambda error: (_OTHER_KIND.index(error.code), len(str(error.details.get("titles", "")))),
    )
