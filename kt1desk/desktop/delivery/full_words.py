"""A refusal that is longer than the line below its input, in a narrow column: it is said whole elsewhere as well."""

from __future__ import annotations

from kt1desk.desktop.widgets import NoteLabel


def is_cut(note: NoteLabel) -> bool:
    """Whether the line shows less than it says."""
    return note.fontMetrics().horizontalAdvance(note.text()) > note.contentsRect().width()
