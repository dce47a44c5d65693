"""What became of a dossier at the counter: its refusal, the slip it came to, what stands in the journal."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierDraft
from tests.support.desks import Counter


def refusal(desk: Counter, draft: DossierDraft, user: str = "clerk") -> DeskError:
    """Why it is not taken."""
    with pytest.raises(DeskError) as caught:
        desk.accept_dossier(draft, user)
    return caught.value


def slip(desk: Counter) -> dict[str, str]:
    """The texts of the latest slip."""
    return next(paper.values for paper in desk.papers_of() if paper.template == "dossier_slip")


def events(desk: Counter) -> int:
    """How many there are."""
    with desk.store.read() as reader:
        return reader.event_count()
