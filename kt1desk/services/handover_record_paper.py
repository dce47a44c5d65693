"""What stands on the record of a hand-over to an authority («biên bản giao nhận hồ sơ», TT 17/2017/TT-BTTTT): texts in Vietnamese.

Each cover with what its signed list says, what the re-count found and what differs, and the collected fees that were handed over with
it; both sign, each keeps a liên. It names no applicant. This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.services.paper_head import PaperHead, numbered, present

HANDOVER_RECORD, HANDOVER_RECORD_VERSION = "handover_record", 1
HANDOVER_RECORD_FORM = "handover_record"
SEAL_INTACT, SEAL_BROKEN = "Nguyên", "Không nguyên"
NO_DIFFERENCE = "Đủ, đúng"


@dataclass(frozen=True, slots=True)
class RecordedCover:
    """One cover and its re-count.

    Attributes:
        item: S10 number, not grouped.
        dossier: the post's own number of the case, "" where only the label is known here.
        way: what the cover carries, in words: ``Hồ sơ``, ``Bổ sung``, ``Giấy tờ thu hồi``.
        official: mã hồ sơ, or "".
        procedure: code and name in one line, or "".
        originals, certified, plain, electronic: documents by the list that the applicant signed.
        documents: documents by the re-count.
        seal: number of the cover's seal, or "".
        seal_intact: whether it was whole.
        differences: what differs, each in words with the paper it is about.
    """

    item: str
    dossier: str
    way: str
    documents: int
    seal_intact: bool
    official: str = ""
    procedure: str = ""
    originals: int = 0
    certified: int = 0
    plain: int = 0
    electronic: int = 0
    seal: str = ""
    differences: tuple[str, ...] = ()

    @property
    def listed(self) -> int:
        """Documents by the signed list."""
        return self.originals + self.certified + self.plain + self.electronic


@dataclass(frozen=True, slots=True)
class RecordedFee:
    """Collected money of one case that was handed over: the post's number, mã hồ sơ or "", biên lai or "", đồng."""

    dossier: str
    amount_dong: int
    official: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRecordPaper:
    """Everything the record says.

    Attributes:
        head: ``head.clerk`` gives, ``head.at`` is the hand-over.
        number: ``GN…``.
        authority: who receives.
        place: where, in one line: the address of its desk.
        officer: who receives for it; "" leaves the name to be written by hand.
        position: his position, or "".
        covers: at least one, in the order of the record.
        fees: handed over with them.
        fee_reference: number of the authority's receipt for the fees, or "".
        zero_tens: how a missing ten is spoken.
    """

    head: PaperHead
    number: str
    authority: str
    place: str
    officer: str = field(repr=False)
    position: str
    covers: tuple[RecordedCover, ...]
    fees: tuple[RecordedFee, ...] = ()
    fee_reference: str = ""
    zero_tens: ZeroTens = ZeroTens.LINH

    def proved_by(self, event: Event) -> HandoverRecordPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def handover_record_values(paper: HandoverRecordPaper) -> dict[str, str]:
    """The texts of the A4 record, the same on both liên: ``cover_1_item`` …, ``difference_1_text`` …, ``fee_1_dossier`` …."""
    fees_dong = sum(fee.amount_dong for fee in paper.fees)
    return present(
        {
            **paper.head.values(),
            "number": paper.number,
            "authority_name": paper.authority,
            "place": paper.place,
            "officer_name": paper.officer,
            "officer_position": paper.position,
            "cover_count": str(len(paper.covers)),
            "listed_count": str(sum(cover.listed for cover in paper.covers)),
            "document_count": str(sum(cover.documents for cover in paper.covers)),
            "difference_count": str(sum(len(cover.differences) for cover in paper.covers)),
            "fees_amount": format_dong(fees_dong) if paper.fees else "",
            "fees_words": dong_in_words(fees_dong, paper.zero_tens) if paper.fees else "",
            "fee_reference": paper.fee_reference,
            **numbered("cover", map(_cover, paper.covers)),
            **numbered("difference", _differences(paper.covers)),
            **numbered("fee", map(_fee, paper.fees)),
        }
    )


def _cover(cover: RecordedCover) -> Mapping[str, str]:
    counts = {
        name: str(count) if count else ""
        for name, count in (
            ("originals", cover.originals),
            ("certified", cover.certified),
            ("plain", cover.plain),
            ("electronic", cover.electronic),
        )
    }
    return {
        "item": cover.item,
        "dossier": cover.dossier,
        "way": cover.way,
        "official": cover.official,
        "procedure": cover.procedure,
        **counts,
        "documents": str(cover.documents),
        "seal": cover.seal,
        "intact": SEAL_INTACT if cover.seal_intact else SEAL_BROKEN,
        "found": f"{len(cover.differences)} khác biệt" if cover.differences else NO_DIFFERENCE,
    }


def _differences(covers: tuple[RecordedCover, ...]) -> Iterator[Mapping[str, str]]:
    for at, cover in enumerate(covers, start=1):
        for text in cover.differences:
            yield {"cover": str(at), "item": cover.item, "text": text}


def _fee(fee: RecordedFee) -> Mapping[str, str]:
    return {
        "dossier": fee.dossier,
        "official": fee.official,
        "receipt": fee.receipt,
        "amount": format_dong(fee.amount_dong).removesuffix(" đ"),
    }
