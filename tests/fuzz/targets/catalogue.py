"""All targets by name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fuzz.target import Target
from tests.fuzz.targets import backups, devices, exchange, files, forms, kept, lines, papers, sheets

_ALL = (
    *devices.TARGETS,
    *papers.TARGETS,
    *sheets.TARGETS,
    *exchange.TARGETS,
    *files.TARGETS,
    *kept.TARGETS,
    *forms.TARGETS,
    *lines.TARGETS,
    *backups.TARGETS,
)

TARGETS: Mapping[str, Target] = {target.name: target for target in _ALL}
