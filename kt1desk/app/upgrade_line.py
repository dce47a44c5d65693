"""The line as a place with a newer version, for a desk that has one. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_files import line_settings
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.line_access import access_of
from kt1desk.exchange.line_source import LineSource
from kt1desk.store.folder import DataFolder
from kt1desk.store.settings import Settings
from kt1desk.upgrade.source import Source

_KEPT = "release-part"
"""What had come of a release when the line was cut; the next look goes on from there."""


def line_sources(desk: OpenDesk, folder: DataFolder) -> Callable[[], Sequence[Source]]:
    """Asked each time somebody looks: none while the desk has no line, or its certificates cannot be laid out."""

    def sources() -> Sequence[Source]:
        access = access_of(Settings(desk.store))
        if access is None:
            return ()
        try:
            return (LineSource(line_settings(folder, access), folder.root / _KEPT),)
        except DeskError:
            return ()

    return sources
