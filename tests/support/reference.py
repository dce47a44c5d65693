"""The shipped reference data, read once for all tests that need real rows."""

from __future__ import annotations

from functools import cache

from kt1desk.domain.reference import ReferenceData
from kt1desk.store.reference_files import load_reference
from tests.support.tree import ROOT

FACTS = ROOT / "resources" / "reference"
SAMPLE = ROOT / "resources" / "sample"


@cache
def trial_reference() -> ReferenceData:
    """Facts and sample together, as the trial mode sees them."""
    return load_reference(FACTS, SAMPLE)
