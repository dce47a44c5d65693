"""Every document that has layouts for other papers, with the papers it has them for."""

from __future__ import annotations

from kt1desk.printing.paper import Paper
from tests.printing.case_samples import CASES
from tests.printing.custody_samples import CUSTODY
from tests.printing.dossier_samples import KT1_REVERSAL, RETURN_LABEL, REVERSAL, SEND_LABEL, slip
from tests.printing.samples import FULL_RECEIPT, LABEL, PLAIN_LABEL, RECEIPT

TEST_SHEET = {
    "printer_name": "Quầy 3 – phiếu",
    "paper": "A5",
    "printed_at": "14:32 22/11/2026",
    "scan_code": "KT1TEST0001",
}
LABELS = {
    "label": ("kt1_label", LABEL),
    "plain label": ("kt1_label", PLAIN_LABEL),
    "dossier label": ("dossier_label", SEND_LABEL),
    "result label": ("dossier_label", RETURN_LABEL),
    "bag tag": CUSTODY["bag tag"],
    "plain bag tag": CUSTODY["plain bag tag"],
}
RECEIPTS = {
    "receipt": ("kt1_receipt", RECEIPT),
    "full receipt": ("kt1_receipt", FULL_RECEIPT),
    "slip": ("dossier_slip", slip(7)),
    "reversal": ("reversal_slip", REVERSAL),
    "item reversal": ("reversal_slip", KT1_REVERSAL),
    "result": CASES["receipt"],
    "result to a proxy": CASES["receipt of a proxy"],
}
SMALL_LABELS = (Paper.LABEL_100_75, Paper.LABEL_80_50)
ON_PAPER = [
    *((document, paper) for document in LABELS for paper in SMALL_LABELS),
    *((document, Paper.ROLL_80) for document in RECEIPTS),
]
"""Names of documents with each paper they have a layout for."""
ALL = {**LABELS, **RECEIPTS, "test sheet": ("test_sheet", TEST_SHEET)}
AGAIN = "14:50 22/11/2026"
