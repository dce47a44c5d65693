"""A refusal at an input of a narrow column: a short one stands below the input, a long one whole where there is room for it."""

from __future__ import annotations

from kt1desk.desktop.widgets import FieldEdit, NoteLabel, Role

_BELOW = "Xem bên dưới."


def show_refusal(field: FieldEdit, note: NoteLabel, sentence: str) -> bool:
    """Say at an input why it is refused; False where the sentence is too long for the line there and must be said elsewhere."""
    fits = has_room(note, sentence)
    field.show_error(sentence if fits else _BELOW)
    return fits


def show_note(note: NoteLabel, sentence: str) -> bool:
    """The same in a line that belongs to something else than text."""
    fits = has_room(note, sentence)
    note.show_note(sentence if fits else _BELOW, Role.ERROR)
    return fits


def has_room(note: NoteLabel, sentence: str) -> bool:
    """Whether the line can show the whole sentence."""
    return note.fontMetrics().horizontalAdvance(sentence) <= note.contentsRect().width()
