"""Sentences for cases after their acceptance: at the authority, their results, money, complaints. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

CASES: Mapping[str, str] = MappingProxyType(
    {
        "case.step": "Hồ sơ {number} đang ở bước khác nên không làm được việc này. Mở hồ sơ để xem đang ở đâu rồi làm tiếp từ đó.",
    }
)

FIELDS_CASES: Mapping[str, str] = MappingProxyType({})
"""Words of inputs, by their names in errors."""
