"""At the authority: dossiers counted piece by piece against their signed lists, handed over, and the record that both sides sign.

TT 17/2017/TT-BTTTT: re-count against the list, Biên bản giao nhận with originals, copies and what differs, collected fees handed over with
them. This module must not know screens, SQL or printers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kt1desk.domain.coded import CodeList, words_of
from kt1desk.domain.custody import Holder, HolderKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts.authority import OFFICER, DossierHanded, HandoverMade
from kt1desk.domain.identifiers import LocalKind, normalise_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority, point_of_authority
from kt1desk.services.case_covers import contents
from kt1desk.services.case_rows import CaseRow, HandoverRow, Way
from kt1desk.services.case_steps import case_occasion, next_case_number
from kt1desk.services.cover_parties import goes_to_authority
from kt1desk.services.custody_papers import check_paper, queue_paper
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.custody_steps import Occasion, in_hand
from kt1desk.services.handover_checks import Checked, Counted, HandoverChecks, check_case, step_of
from kt1desk.services.handover_drafts import (
    CountSheet,
    HandedOver,
    HandoverDraft,
    ReadyAuthority,
    ReadyCover,
)
from kt1desk.services.handover_record import WIDEST_NUMBER, record_paper
from kt1desk.services.handover_record_paper import HANDOVER_RECORD, handover_record_values
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader, Work
from kt1desk.services.remitting import RemitDraft, Remitting
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DraftKind
from kt1desk.services.sessions import Session
from kt1desk.services.wording import sentence
from kt1desk.services.wording_case import NO_DATA

_SHOWN = 1_000
"""Covers that are looked at for one view; no point has more of them on their way to authorities."""


class Handovers:
    """The use case of the one-stop desk: what is ready, the re-count, the hand-over."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def elsewhere(self, session: Session) -> tuple[tuple[str, int], ...]:
        """How many covers lie here for authorities that another point serves, by the code of that point: they travel first.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            points: Counter[str] = Counter()
            for held in reader.held_for_authority(_SHOWN):
                case = reader.case(held.item)
                if case is None or not _lies_here(held) or not goes_to_authority(held):
                    continue
                point = point_of_authority(self._reference, case.authority, at.on)
                if point not in {at.point, ""}:
                    points[point] += 1
        return tuple(sorted(points.items()))

    def ready(self, session: Session, authority: str = "") -> tuple[ReadyAuthority, ...]:
        """What lies here for authorities that this point serves, sorted by authority; of one of them where it is named.

        Covers in bags and for other points' authorities are not here: they travel first. One that another person holds is, and says so.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            groups: dict[str, list[ReadyCover]] = {}
            names: dict[str, str] = {}
            for held in reader.held_for_authority(_SHOWN):
                if not _lies_here(held):
                    continue
                case = reader.case(held.item)
                found = self._ready(reader, at, held, case)
                whose = case.authority if case is not None else ""
                if found is None or not self._is_asked(at, whose, authority):
                    continue
                groups.setdefault(whose, []).append(found)
                names[whose] = self._name(case, at)
        order = sorted(groups, key=lambda whose: (not whose, names[whose], whose))
        return tuple(ReadyAuthority(whose, names[whose], tuple(groups[whose])) for whose in order)

    def sheet(self, session: Session, item: str) -> CountSheet:
        """What the re-count of one cover goes by; by its label alone where its case is not known here.

        Raises:
            DeskError: ``custody.unknown``, ``custody.step``, ``custody.elsewhere``, ``custody.held_by_other``, ``shift.not_open``, rights.
        """
        number = normalise_number(item)
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            found = contents(reader, number)
            in_hand(reader, at, number, step_of(reader.held_item(number, service=at.service)))
            case = reader.case(found.dossier) if found.dossier else None
            dues = reader.fees_due(case.authority) if case is not None else ()
        return CountSheet(
            number,
            found.dossier,
            case,
            found.papers,
            tuple(due for due in dues if due.dossier == found.dossier),
            found.way.value if found.way is not None else "",
            found.seal,
            found.documents,
        )

    def hand_over(self, session: Session, draft: HandoverDraft, aside: int = 0) -> HandedOver:
        """Hand covers over, all of them or none, with the fees that go along; the record that both sign is queued.

        Args:
            session: who hands over.
            draft: what was counted.
            aside: where the draft was laid aside, 0 where it was not; what lies there is gone with the same commit.

        Raises:
            DeskError: ``handover.*``, ``custody.*``, ``case.step``, ``fees.not_due``, ``code.unknown``, ``text.*``, ``shift.not_open``,
                rights, ``parked.unknown``, ``paper.text_does_not_fit``. Nothing is written then.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            checked = HandoverChecks(self._reference, at).checked(reader, draft)
            paper = record_paper(self._reference, at, WIDEST_NUMBER, checked)
        check_paper(self._documents, HANDOVER_RECORD, handover_record_values(paper))
        with self._journal.work() as work:
            at = self._occasion(work, session)
            checked = HandoverChecks(self._reference, at).checked(work, draft)
            number = next_case_number(work, LocalKind.HANDOVER, at)
            if aside:
                work.drop_draft(DraftKind.HANDOVER, aside)
            event = _write(work, at, number, checked)
            proved = record_paper(self._reference, at, number, checked).proved_by(event)
            job = queue_paper(work, HANDOVER_RECORD, number, handover_record_values(proved))
            remitted = self._remit(work, at, event, checked)
            work.commit()
        return HandedOver(number, event, (job, *remitted))

    def handovers(self, session: Session, limit: int = 100) -> Sequence[HandoverRow]:
        """Records of this desk, newest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            return reader.handovers(limit)

    def differences(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Codes of what may differ at a re-count, and their words.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
        rows = words_of(self._reference.coded, CodeList.PAPER_DIFFERENCE, at.on)
        return tuple((row.code, row.name) for row in rows)

    def _remit(self, work: Work, at: Occasion, record: Event, checked: Checked) -> tuple[int, ...]:
        """The money that goes along, passed on to whoever received the dossiers; the job of its list."""
        if not checked.dues:
            return ()
        draft = checked.draft
        going = RemitDraft(
            authority=draft.authority,
            dossiers=tuple(due.dossier for due in checked.dues),
            reference=draft.fee_reference,
            officer_name=draft.officer_name,
            officer_position=draft.officer_position,
            handover=HandoverMade.of(record.body()).handover,
        )
        return Remitting(work, at, self._reference, self._documents, (record.id,)).write(going).jobs

    def _occasion(self, reader: Reader, session: Session) -> Occasion:
        return case_occasion(reader, session, Act.HAND_TO_AUTHORITY, self._clock, self._reference)

    def _is_asked(self, at: Occasion, whose: str, asked: str) -> bool:
        """Unknown covers are always shown: they may be of any authority. A named authority may be handed to from any point."""
        if asked or not whose:
            return whose in {asked, ""}
        return point_of_authority(self._reference, whose, at.on) in {at.point, ""}

    def _ready(self, reader: Reader, at: Occasion, held: HeldItem, case: CaseRow | None) -> ReadyCover | None:
        """The cover as a line, None where it goes to no authority."""
        found = contents(reader, held.item)
        if found.way is not None and not goes_to_authority(held):
            return None
        return ReadyCover(
            held.item,
            found.dossier,
            found.way.value if found.way is not None else "",
            case.procedure_name if case is not None else "",
            case.official if case is not None else "",
            found.documents,
            held.holder,
            case.since_ms if case is not None else held.accepted_ms,
            _hindered(reader, at, held, case, found.way),
        )

    def _name(self, case: CaseRow | None, at: Occasion) -> str:
        if case is None:
            return NO_DATA
        try:
            return authority(self._reference, case.authority, at.on).name
        except DeskError:
            return case.authority_name


def _lies_here(held: HeldItem) -> bool:
    return Holder.parse(held.holder).kind in {HolderKind.PERSON, HolderKind.PLACE}


def _hindered(reader: Reader, at: Occasion, held: HeldItem, case: CaseRow | None, way: Way | None) -> str:
    """Why it cannot be handed over now, by the rules of the hand-over itself."""
    try:
        in_hand(reader, at, held.item, step_of(held))
        check_case(case, way)
    except DeskError as error:
        return sentence(error)
    return ""


def _write(work: Work, at: Occasion, number: str, checked: Checked) -> Event:
    """One event for each cover, the record that names them, and the money that goes along."""
    beside = {OFFICER: checked.officer}
    handed = tuple(_hand(work, at, number, checked, each) for each in checked.covers)
    fact = HandoverMade(
        handover=number,
        authority=checked.draft.authority,
        items=tuple(each.said.item for each in checked.covers),
        documents=sum(each.said.documents for each in checked.covers),
        differences=sum(len(each.said.differences) for each in checked.covers),
        point=at.point,
        shift=at.shift.shift,
        fees_dong=checked.fees_dong,
    )
    parents = tuple(event.id for event in handed)
    return work.append(fact, Appending(at.user, parents=parents, happened=at.now, particulars=beside))


def _hand(work: Work, at: Occasion, number: str, checked: Checked, counted: Counted) -> Event:
    said, origin = counted.said, counted.origin
    fact = DossierHanded(
        dossier=counted.contents.dossier,
        item=said.item,
        n=counted.standing.n + 1,
        handover=number,
        authority=checked.draft.authority,
        documents=said.documents,
        point=at.point,
        shift=at.shift.shift,
        seal_intact=said.seal_intact,
        differences=said.differences,
        fees_dong=counted.fees_dong,
        origin=origin if origin != at.point else "",
        scan=said.scan,
        returned=counted.returned,
    )
    how = Appending(
        at.user,
        parents=(counted.standing.head,),
        happened=at.now,
        particulars={OFFICER: checked.officer},
    )
    return work.append(fact, how)
