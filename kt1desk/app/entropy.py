"""Random bytes, as a port: salts and keys come from the operating system, in tests from a seed."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeAlias

Entropy: TypeAlias = Callable[[int], bytes]


def system_entropy(count: int) -> bytes:
    """``count`` random bytes of the operating system."""
    return os.urandom(count)
