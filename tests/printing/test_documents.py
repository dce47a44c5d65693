"""What the services are handed."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.documents import Documents
from kt1desk.services import ports
from tests.printing.samples import LABEL


def test_the_services_are_told_before_the_commit_which_text_does_not_fit() -> None:
    documents: ports.Documents = Documents()

    documents.check_fit("kt1_label", 1, LABEL)
    with pytest.raises(DeskError) as refusal:
        documents.check_fit("kt1_label", 1, {**LABEL, "sender_address": "đường Hoàng Văn Thụ " * 15})

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", "sender_address")
