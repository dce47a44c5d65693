"""How the texts that people write about dossiers after their acceptance come into the journal; the second part of `text_cases`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kt1desk.app.desk import PaperFit
from kt1desk.domain.case import Outcome
from kt1desk.domain.dossier import DossierPayment
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.decisions import Decisions
from kt1desk.services.delivery_rules import signature_reference
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.fees import CorrectionDraft, Fees
from kt1desk.services.packing import PackDraft
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.result_delivery import ResultDraft
from kt1desk.services.supplement_rules import SupplementDraft
from kt1desk.services.supplements import Supplements
from tests.support.deliveries import DeliveryDesk
from tests.support.dossier_points import AUTHORITY, DossierDesk
from tests.support.dossiers import ordinary_dossier
from tests.support.text_cases import Case, Put, changed, sign, words


def _covers(desk: DeliveryDesk) -> DossierDesk:
    return DossierDesk(desk.at, user="clerk")


def _case(desk: DeliveryDesk) -> str:
    """A new case of which only the result comes by post: its authority has it."""
    return _covers(desk).awaited().dossier


def _decisions(desk: DeliveryDesk) -> Decisions:
    return Decisions(desk.at.store, desk.at.reference, desk.at.clock, PaperFit())


def _decide(desk: DeliveryDesk, text: str) -> object:
    said = DecisionDraft(_case(desk), Outcome.REFUSED, text, "2026-11-23", "duplicate")
    return _decisions(desk).decide(desk.at.session(), said)


def _register(desk: DeliveryDesk, text: str) -> object:
    return _decisions(desk).register(desk.at.session(), RegisterDraft(_case(desk), text, "2026-11-23"))


def _fees(desk: DeliveryDesk) -> Fees:
    return Fees(desk.at.store, desk.at.reference, desk.at.clock, PaperFit())


def _correct(desk: DeliveryDesk, text: str) -> object:
    said = CorrectionDraft(_case(desk), "collected", "fee_wrong", more_dong=1_000, receipt=text)
    return _fees(desk).correct(desk.at.session(), said)


def _remit(desk: DeliveryDesk, text: str) -> object:
    draft = replace(ordinary_dossier(), collected_dong=50_000)
    dossier = desk.at.dossiers.accept(desk.at.session(), draft).dossier
    said = RemitDraft(AUTHORITY, (dossier,), DossierPayment.TRANSFER, text)
    return _fees(desk).remit(desk.at.session(), said)


def _receipt(desk: DeliveryDesk, text: str) -> object:
    return _fees(desk).enter_receipt(desk.at.session(), _case(desk), text)


def _supplement(desk: DeliveryDesk, text: str) -> object:
    dossier = _case(desk)
    asked = DecisionDraft(
        dossier, Outcome.SUPPLEMENT, "12/GM", "2026-11-23", "paper_missing", ("1",), "2026-12-01"
    )
    _decisions(desk).decide(desk.at.session(), asked)
    supplements = Supplements(desk.at.store, desk.at.reference, desk.at.clock, PaperFit())
    return supplements.quote(desk.at.session(), SupplementDraft(dossier, seal=text)).problems


def _send(name: str) -> Put:
    trip = DispatchDraft("240000", "DT1-05", "", False, ("TUI00000001",), "", "Lê Văn Lái")
    return lambda desk, text: _covers(desk).dispatching.send(desk.at.session(), changed(trip, name, text))


def _pack(name: str) -> Put:
    def put(desk: DeliveryDesk, text: str) -> object:
        bag = PackDraft("TUI00000009", "NP0000009", 500, "240000", (_covers(desk).cover(),))
        return _covers(desk).packing.close(desk.at.session(), changed(bag, name, text))

    return put


def _receive(name: str) -> Put:
    bag = ReceiveDraft("TUI00000009", "NP0000009", 540, "intact", "Lê Văn Lái", "", scan=True)
    return lambda desk, text: _covers(desk).arrivals.receive(desk.at.session(), changed(bag, name, text))


def _tag(count: int) -> str:
    return f"TUI{'3' * (count - 3)}"


def _seal(count: int) -> str:
    return f"NP{'3' * (count - 2)}"


DOSSIER_CASES: Mapping[tuple[str, str, str], Case] = MappingProxyType(
    {
        ("fact", "dossier.decided", "paper"): Case("paper", _decide, words),
        ("fact", "dossier.fee_corrected", "receipt"): Case("receipt", _correct, words),
        ("fact", "dossier.fees_remitted", "reference"): Case("fee_reference", _remit, sign),
        ("fact", "dossier.receipt_entered", "receipt"): Case("receipt", _receipt, words),
        ("fact", "dossier.registered", "official"): Case("official", _register, sign),
        ("fact", "dossier.supplemented", "seal"): Case("seal", _supplement, sign),
        ("fact", "tthc.dispatch.sent", "route"): Case("route", _send("route"), sign),
        ("fact", "tthc.dispatch.sent", "vehicle"): Case("vehicle", _send("vehicle"), sign),
        ("fact", "tthc.item.delivered", "reference"): Case(
            "reference", lambda _, text: signature_reference(ResultDraft("", "", reference=text), None), sign
        ),
        ("fact", "tthc.receptacle.closed", "receptacle"): Case("receptacle", _pack("receptacle"), _tag),
        ("fact", "tthc.receptacle.closed", "seal"): Case("seal", _pack("seal"), _seal),
        ("fact", "tthc.receptacle.received", "receptacle"): Case(
            "receptacle", _receive("receptacle"), lambda count: f"TUI{'4' * (count - 3)}"
        ),
        ("fact", "tthc.receptacle.received", "seal"): Case("seal", _receive("seal"), _seal),
    }
)
