"""Sentences for registers, incidents, clearance and statements: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

REGISTERS: Mapping[str, str] = MappingProxyType({})
