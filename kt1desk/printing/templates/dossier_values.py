"""Every text on the slip of a dossier. This module must not know where a text stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.templates.base import read_values, take_rows


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """A line of the list of papers: its name, how many of each kind ("" for none), or what is said instead of figures."""

    name: str
    originals: str = ""
    certified: str = ""
    plain: str = ""
    electronic: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AmountTexts:
    """A line of money."""

    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class DossierSlipValues:
    """Every single text on the slip; "" leaves a part out. Beside them stand the rows of two lists, see `DossierSlip`.

    Attributes:
        number: the post's own number of the case.
        item: S10 number of the first leg, for the bars.
        form: which of the three forms, in words.
        procedure_code: short national code.
        procedure_name: as published.
        authority_name: who receives it or gives the result.
        applicant_name: who applies.
        provider: the post that accepts.
        point: point of acceptance with its code.
        accepted_at: local time of acceptance to the minute.
        postage_amount: the post's own revenue.
        total_amount: what the applicant pays.
        payment: how it is paid.
        clerk_name: who accepted.
        event_ref: reference of the event that accepted the case.
        event_hash: twelve hex digits of its hash, not grouped.
        send_item: number of the leg to the authority.
        return_item: number of the leg back.
        authority_address: its address.
        applicant_address: his address.
        applicant_phone: his phone.
        applicant_identity: number that identifies him, masked but for its end.
        identity_name: what kind of number that is.
        proxy_name: who hands it in for him; with identity and the paper that allows it.
        point_address: address of the point.
        intake: at the counter or at an address.
        documents: documents in the cover.
        sets: sets of them.
        weight: of the cover, with unit.
        sealing: number of the seal, or how else the cover is closed.
        witness: who saw it closed.
        insisted: why it goes although a paper is missing.
        collected_amount: the authority's money.
        pass_on_amount: the fee for passing that on.
        collected_note: which receipt stands for the collected money.
        total_words: the total in words.
        exemption: who is exempted; with the document that proves it.
        price_note: reservations about the price.
        paid_note: what is to be known about the payment.
        promised: day of the result, marked «dự kiến» while it is the post's own.
        promise_words: how that day was counted.
        official: mã hồ sơ on the authority's giấy hẹn; ``official_day`` the day on it.
        delivery: where the result goes, in words; ``delivery_address`` where that is another address.
        replaces: the case that this one corrects.
        entered_at: local time of the entry, where that was after the acceptance at an address.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
    """

    number: str
    item: str
    form: str
    procedure_code: str
    procedure_name: str
    authority_name: str
    applicant_name: str
    provider: str
    point: str
    accepted_at: str
    postage_amount: str
    total_amount: str
    payment: str
    clerk_name: str
    event_ref: str
    event_hash: str
    send_item: str = ""
    return_item: str = ""
    authority_address: str = ""
    applicant_address: str = ""
    applicant_phone: str = ""
    applicant_identity: str = ""
    identity_name: str = ""
    proxy_name: str = ""
    proxy_identity: str = ""
    proxy_authorisation: str = ""
    point_address: str = ""
    intake: str = ""
    documents: str = ""
    sets: str = ""
    weight: str = ""
    sealing: str = ""
    witness: str = ""
    insisted: str = ""
    collected_amount: str = ""
    pass_on_amount: str = ""
    collected_note: str = ""
    total_words: str = ""
    exemption: str = ""
    exemption_proof: str = ""
    price_note: str = ""
    paid_note: str = ""
    promised: str = ""
    promise_words: str = ""
    official: str = ""
    official_day: str = ""
    delivery: str = ""
    delivery_address: str = ""
    replaces: str = ""
    entered_at: str = ""
    trial: str = ""
    reprinted_at: str = ""


@dataclass(frozen=True, slots=True)
class DossierSlip:
    """All texts of a slip.

    Attributes:
        texts: the single ones.
        papers: the list that both sign, ``paper_1_name`` and so on.
        prices: what the postage is made of, ``price_1_name`` and so on.
    """

    texts: DossierSlipValues
    papers: tuple[PaperTexts, ...] = ()
    prices: tuple[AmountTexts, ...] = ()

    @classmethod
    def read(cls, values: Mapping[str, str]) -> DossierSlip:
        """Read the values of a print job.

        Raises:
            DeskError: ``paper.value_unknown`` or ``paper.value_missing`` with the key.
        """
        rest, papers = take_rows(PaperTexts, "paper", values)
        rest, prices = take_rows(AmountTexts, "price", rest)
        return cls(read_values(DossierSlipValues, rest), tuple(papers), tuple(prices))
