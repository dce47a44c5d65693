"""Sentences for custody, approval, receptacles, dispatches, arrival and delivery: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

CUSTODY: Mapping[str, str] = MappingProxyType({})

FIELDS_CUSTODY: Mapping[str, str] = MappingProxyType({})
"""Inputs of this chapter by the name an error gives them, as the screen calls them."""
