"""The machine of custody for `make soak`: more days, and longer ones."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.services.test_custody_machine import QUICK, Custody


class ForLong(Custody):
    """The same acts and laws."""


TestCustodyMachineForLong = pytest.mark.soak(ForLong.TestCase)
TestCustodyMachineForLong.settings = settings(QUICK, max_examples=2_000, stateful_step_count=60)
