"""A desk with cases whose results come: accepted in the real way, taken over, given out, complained about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kt1desk.app.desk import PaperFit
from kt1desk.domain.dossier import Form
from kt1desk.domain.events import Event
from kt1desk.services.case_rows import CaseRow, CoverRow
from kt1desk.services.complaints import Complaints
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossiers import DossierTaken
from kt1desk.services.fees import Fees
from kt1desk.services.giving import GiveDraft
from kt1desk.services.pickup import Pickup
from kt1desk.services.privacy import Privacy
from kt1desk.services.result_scans import ResultScan
from kt1desk.services.takeovers import Takeovers
from kt1desk.services.visits import Visits
from kt1desk.store.drafts import ParkedDrafts
from tests.support.desks import Counter
from tests.support.dossiers import ordinary_dossier, person

AUTHORITY = "LS-05983-TTHCC"
OFFICER = ("Vi Thị Tiếp Nhận", "Công chức một cửa")
OFFICIAL = "H37.10-261120-0005"


@dataclass(frozen=True)
class ResultDesk:
    """A desk, seen from what comes back."""

    at: Counter

    @property
    def takeovers(self) -> Takeovers:
        return Takeovers(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def pickup(self) -> Pickup:
        return Pickup(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def fees(self) -> Fees:
        return Fees(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def complaints(self) -> Complaints:
        return Complaints(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def visits(self) -> Visits:
        return Visits(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def privacy(self) -> Privacy:
        return Privacy(self.at.store, self.at.reference, self.at.clock, self.parking)

    @property
    def parking(self) -> ParkedDrafts:
        return ParkedDrafts(self.at.store, self.at.clock)

    def fetched(
        self, name: str = "", official: str = OFFICIAL, phone: str = "", **changes: object
    ) -> DossierTaken:
        """A case whose applicant handed it in himself: the post only fetches its result."""
        who = replace(person(), name=name or person().name, phone=phone or person().phone)
        draft = replace(ordinary_dossier(), form=Form.RETURN, papers=(), applicant=who, official=official)
        made: DossierDraft = replace(draft, **changes)  # type: ignore[arg-type]
        return self.at.accept_dossier(made)

    def open(self, expected: int = 0, authority: str = AUTHORITY) -> str:
        event = self.takeovers.open(self.at.session(), authority, expected)
        return str(event.body()["takeover"])

    def scan(self, book: str, text: str, **changes: object) -> ResultScan:
        return self.takeovers.scan(self.at.session(), book, text, **changes)  # type: ignore[arg-type]

    def taken(self, case: DossierTaken) -> str:
        """Its result is in the post's hands; returns the number of the cover."""
        book = self.open()
        item = self.scan(book, case.dossier).item
        self.takeovers.close(self.at.session(), book, *OFFICER)
        return item

    def give(self, item: str, **changes: object) -> Event:
        draft = GiveDraft(item, identity_paper="cccd", identity=person().identity)
        made: GiveDraft = replace(draft, **changes)  # type: ignore[arg-type]
        return self.pickup.give(self.at.session(), made).event

    def case(self, dossier: str) -> CaseRow:
        with self.at.store.read() as reader:
            row = reader.case(dossier)
        assert row is not None
        return row

    def cover(self, item: str) -> CoverRow:
        with self.at.store.read() as reader:
            row = reader.cover(item)
        assert row is not None
        return row
