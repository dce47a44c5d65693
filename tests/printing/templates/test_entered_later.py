"""Both times stand on the papers of what was entered later, on every size of paper; what was entered at once says nothing of it."""

from __future__ import annotations

import pytest

from kt1desk.printing.layout import Page
from kt1desk.printing.paper import Paper
from kt1desk.printing.templates import check_fit, document_of
from tests.printing.dossier_samples import SEND_LABEL
from tests.printing.samples import FULL_RECEIPT, LABEL, PLAIN_LABEL, RECEIPT, said

_LATER = {"entered_at": "15:00 22/11/2026"}
_SENTENCE = "Nhập bù 15:00 22/11/2026"
_LABELS = {
    "trial": ("kt1_label", LABEL),
    "plain": ("kt1_label", PLAIN_LABEL),
    "dossier": ("dossier_label", {**SEND_LABEL, "trial": ""}),
}


def _page(name: str, values: dict[str, str], paper: Paper = Paper.USUAL, copy: int = 1) -> Page:
    return document_of(name, 1, values, copy, paper).pages[0]


@pytest.mark.parametrize("paper", [Paper.USUAL, Paper.LABEL_100_75, Paper.LABEL_80_50])
@pytest.mark.parametrize("label", _LABELS)
def test_a_label_says_when_it_was_accepted_and_when_it_was_entered(label: str, paper: Paper) -> None:
    name, values = _LABELS[label]

    texts = said(_page(name, {**values, **_LATER}, paper))

    assert _SENTENCE in texts
    assert values["accepted_at"] in texts
    assert not any("Nhập bù" in text for text in said(_page(name, values, paper)))


@pytest.mark.parametrize("values", [RECEIPT, FULL_RECEIPT])
def test_a_receipt_says_both(values: dict[str, str]) -> None:
    check_fit("kt1_receipt", 1, {**values, **_LATER})

    texts = said(_page("kt1_receipt", {**values, **_LATER}))

    assert {_SENTENCE, values["accepted_at"]} <= set(texts)


def test_a_receipt_on_a_roll_says_both() -> None:
    texts = said(_page("kt1_receipt", {**RECEIPT, **_LATER}, Paper.ROLL_80))

    assert {"Nhập bù lúc", "15:00 22/11/2026", RECEIPT["accepted_at"]} <= set(texts)


def test_the_smallest_label_comes_out_with_its_longest_texts_and_leaves_the_entry_to_the_receipt() -> None:
    whole = {**LABEL, **_LATER, "reprinted_at": "16:00 22/11/2026"}

    texts = said(_page("kt1_label", whole, Paper.LABEL_80_50, copy=2))

    assert _SENTENCE not in texts
    assert any(LABEL["sender_name"] in text for text in texts)
