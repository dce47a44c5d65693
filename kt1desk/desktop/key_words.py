"""What keys are called wherever they are shown: as clerks here call them. It must not know Qt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES: Mapping[str, str] = MappingProxyType({"Space": "Dấu cách"})


def key_name(key: str) -> str:
    """A key as Qt writes it (``Space``, ``Ctrl+K``), in the words of the screen."""
    return _NAMES.get(key, key)
