"""How a base is named: twelve hex digits over everything that decides what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def base_id(inputs: Mapping[str, bytes]) -> str:
    """The name of a base.

    Args:
        inputs: what the base is made of, by name: locks, the runtime's sum, the text of the rules of trimming, `start.py`.
    """
    if not inputs:
        raise ValueError("a base is made of something")
    whole = hashlib.sha256()
    for name in sorted(inputs):
        for part in (name.encode(), inputs[name]):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()[:12]
