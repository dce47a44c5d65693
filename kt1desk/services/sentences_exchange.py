"""Sentences for what comes in from other desks and goes out to them: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

EXCHANGE: Mapping[str, str] = MappingProxyType({})
