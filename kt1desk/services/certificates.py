"""The custody certificate of one item: every station of its chain, as the journal has it, and the signed codes that prove it elsewhere.

Who signs, and in which form, is a port. This module must not know keys, nor where anything stands on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.certificate_paper import (
    CERTIFICATE,
    CERTIFICATE_FORM,
    CertificatePaper,
    CertificateStation,
    certificate_values,
)
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_rows import HeldItem, StationRow
from kt1desk.services.custody_steps import Occasion, held_item, occasion
from kt1desk.services.incident_words import holder_words
from kt1desk.services.journeys import point_words
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.wording_custody import step_name

HASH_BYTES = 16
"""How much of an event's hash a certificate carries."""


@dataclass(frozen=True, slots=True)
class CertifiedStation:
    """One change of custody: giver and taker as the journal writes holders, ``hash`` the first 16 bytes of the event's."""

    giver: str
    taker: str
    at_ms: int
    seal: str
    event: EventId
    hash: bytes


@dataclass(frozen=True, slots=True)
class CertifiedChain:
    """What is certified. ``dispatch`` is the one it last left with, "" for none."""

    item: str
    dispatch: str
    issued_ms: int
    stations: tuple[CertifiedStation, ...]


class Signer(Protocol):
    """Signs a chain with the device's key; implemented by the exchange."""

    def sign(self, chain: CertifiedChain) -> tuple[str, ...]:
        """The texts of the codes to be printed (base45), one or as many as a long chain needs.

        Raises:
            DeskError: ``certificate.content``, ``trust.*``.
        """


@dataclass(frozen=True, slots=True)
class CustodyCertificate:
    """A certificate: the chain, its stations as they are shown, and the codes; no code at a desk that only tries things out."""

    chain: CertifiedChain
    stations: tuple[CertificateStation, ...] = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)


class Certificates:
    """Making and printing certificates."""

    def __init__(
        self,
        journal: Journal,
        reference: ReferenceData,
        clock: Clock,
        documents: Documents,
        signer: Signer,
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._signer = signer

    def of(self, session: Session, item: str) -> CustodyCertificate:
        """The certificate of an item as its chain is known here now.

        Raises:
            DeskError: ``custody.unknown``, ``certificate.no_stations``, ``certificate.content``, ``trust.*``, rights.
        """
        number = normalise_number(item)
        with self._journal.read() as reader:
            require_now(session, Act.CERTIFY_CUSTODY, reader.open_shift(), self._clock)
            held_item(reader, number)
            return self._made(reader, session, number)

    def print_of(self, session: Session, item: str) -> tuple[int, ...]:
        """Print it; returns the numbers of the jobs, one page set for each code. Every printing is a copy of its own.

        Raises:
            DeskError: as `of`; ``paper.text_does_not_fit``, ``shift.not_open``.
        """
        number = normalise_number(item)
        with self._journal.work() as work:
            at = occasion(work, session, Act.CERTIFY_CUSTODY, self._clock)
            held = held_item(work, number)
            made = self._made(work, session, number)
            last = work.any_event(made.chain.stations[-1].event)
            if last is None:
                raise DeskError("store.damaged")
            copy = 1 + sum(each.template == CERTIFICATE for each in work.papers(number))
            jobs: list[int] = []
            for more, code in enumerate(made.codes or ("",)):
                values = certificate_values(self._paper(at, held, made.stations, code).proved_by(last))
                check_paper(self._documents, CERTIFICATE, values)
                jobs.append(queue_paper(work, CERTIFICATE, number, values, copy + more))
            work.commit()
        return tuple(jobs)

    def _made(self, reader: Reader, session: Session, number: str) -> CustodyCertificate:
        rows = [row for row in reader.stations(number) if not row.lost]
        if not rows:
            raise DeskError("certificate.no_stations", "item")
        chain = _chain(number, rows, self._clock.now().utc_ms)
        shown = tuple(
            self._shown(reader, row, station) for row, station in zip(rows, chain.stations, strict=True)
        )
        codes = () if session.desk.trial else self._signer.sign(chain)
        return CustodyCertificate(chain, shown, codes)

    def _shown(self, reader: Reader, row: StationRow, station: CertifiedStation) -> CertificateStation:
        return CertificateStation(
            at_ms=station.at_ms,
            act=step_name(row.step),
            giver=holder_words(reader, station.giver),
            taker=holder_words(reader, station.taker),
            place=point_words(self._reference, row.point),
            seal=row.seal,
            event_ref=row.event.text,
            event_hash=row.hash[:12],
        )

    def _paper(
        self, at: Occasion, held: HeldItem, stations: tuple[CertificateStation, ...], code: str
    ) -> CertificatePaper:
        return CertificatePaper(
            head=paper_head(self._reference, at, CERTIFICATE_FORM),
            item=held.item,
            secrecy=Secrecy(held.secrecy or Secrecy.NONE),
            urgency=Urgency(held.urgency or Urgency.NONE),
            weight_g=held.weight_g,
            stations=stations,
            code=code,
        )


def _chain(number: str, rows: Sequence[StationRow], now_ms: int) -> CertifiedChain:
    """Giver of each station is who had it after the one before: custody has no gap."""
    stations: list[CertifiedStation] = []
    for row in rows:
        giver = stations[-1].taker if stations else ""
        hashed = bytes.fromhex(row.hash)[:HASH_BYTES]
        taker = row.holder or giver
        stations.append(CertifiedStation(giver, taker, row.happened_ms, row.seal, row.event, hashed))
    dispatch = next((row.dispatch for row in reversed(rows) if row.dispatch), "")
    return CertifiedChain(number, dispatch, now_ms, tuple(stations))
