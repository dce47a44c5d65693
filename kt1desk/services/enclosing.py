"""A paper that begins a way of its own beside a case: the giấy hẹn to its applicant, old papers taken back from him to the authority.

Free of charge: the prices of the two ways contain it (TT 22/2017/TT-BTTTT). This module must not know at which occasion it is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import EnclosureMade, Leg
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.cover_papers import CoverPapers, accepted, label
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_drafts import DossierQuote
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.dossier_papers import LABEL, LABEL_VERSION
from kt1desk.services.numbers import number_to_give, service_prefixes
from kt1desk.services.ports import Appending, PaperDraft, Reader, Work
from kt1desk.services.problems import at_field

ENCLOSURES = (Way.SLIP, Way.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class EnclosureSaid:
    """What is enclosed: which way, how many papers, the label that was scanned for it ("" for the next free number of the roll)."""

    way: Way
    pieces: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A cover that begins its way here; its label is queued."""

    item: str
    event: Event
    jobs: tuple[int, ...]


def check_enclosure(reference: ReferenceData, at: Occasion, said: EnclosureSaid) -> None:
    """Whether such a thing is enclosed at all.

    Raises:
        DeskError: ``enclosure.way``, ``enclosure.pieces`` with ``limit``.
    """
    most = reference.setting_int("tthc.copies_max", at.on)
    if said.way not in ENCLOSURES:
        raise DeskError("enclosure.way", "way")
    if not 1 <= said.pieces <= most:
        raise DeskError("enclosure.pieces", "pieces", limit=most)


def enclosure_number(reader: Reader, reference: ReferenceData, at: Occasion, said: EnclosureSaid) -> str:
    """The number it would get now.

    Raises:
        DeskError: ``number.*`` at ``number``.
    """
    ours = service_prefixes(reader, reference.number_rule(at.on, TTHC_SERVICE))
    return at_field(lambda: number_to_give(reader, said.number, ours), "number")


def enclosure_label(
    reader: Reader, reference: ReferenceData, at: Occasion, case: CaseRow, said: EnclosureSaid
) -> dict[str, str]:
    """As the label of a leg the same way round; it says what it carries instead of a weight.

    Raises:
        DeskError: ``case.no_applicant``, ``number.*``.
    """
    of = accepted(reader, case)
    paper = CoverPapers(reference, at).paper(of, of.draft(), DossierQuote())
    way = Direction.SEND if said.way.to_authority else Direction.RETURN
    leg = Leg(enclosure_number(reader, reference, at, said), way.value, "", 0, 0)
    return {**label(paper, said.way, leg), "weight": f"{said.pieces} tờ"}


def write_enclosure(
    work: Work, at: Occasion, reference: ReferenceData, case: CaseRow, said: EnclosureSaid
) -> Enclosed:
    """Give it a number and a label, and begin its custody; the caller commits.

    Raises:
        DeskError: what `check_enclosure` and `enclosure_label` raise.
    """
    check_enclosure(reference, at, said)
    values = enclosure_label(work, reference, at, case, said)
    number = enclosure_number(work, reference, at, said)
    goal = point_of_authority(reference, case.authority, at.on) if said.way.to_authority else case.origin
    fact = EnclosureMade(
        dossier=case.dossier,
        item=number,
        way=said.way.value,
        pieces=said.pieces,
        point=at.point,
        shift=at.shift.shift,
        to=goal if goal != at.point else "",
        origin=case.origin if case.origin != at.point else "",
    )
    event = work.append(fact, Appending(at.user, parents=(case.head,), happened=at.now))
    proved = {**values, "event_ref": event.id.text}
    job = work.queue_paper(PaperDraft("label", LABEL, LABEL_VERSION, number, proved))
    return Enclosed(number, event, (job,))
