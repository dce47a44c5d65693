"""Where a refusal stands on the dossier page: beside the input that is its cause, whatever kind of input that is.

It must not know what any refusal means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import ChoiceField
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit, FieldState, NoteLabel, Role
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierDraft


@dataclass(frozen=True, slots=True)
class Spot:
    """An input and the line where its refusal stands. ``calm`` takes an older refusal back."""

    widget: QWidget
    tell: Callable[[str], None]
    calm: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Unread:
    """An input whose text is not understood, and what to say of it: what stands there must not be left out in silence."""

    spot: Spot
    sentence: str

    @property
    def widget(self) -> QWidget:
        """The input."""
        return self.spot.widget

    def tell(self) -> None:
        """Say it beside the input."""
        self.spot.tell(self.sentence)


class Part(Protocol):
    """A part of the form."""

    @property
    def edited(self) -> SignalInstance:
        """The draft changed."""

    @property
    def settled(self) -> SignalInstance:
        """Something was decided: go on to what is missing."""

    def clear(self) -> None:
        """Nothing put in."""

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """The draft with what these inputs say."""

    def unread(self) -> Sequence[Unread]:
        """These inputs whose text is not understood, as far as they are asked for."""

    def steps(self) -> Sequence[Step]:
        """These inputs on the way of Enter."""

    def spots(self) -> Mapping[str, Spot]:
        """Where refusals stand, by their field."""


def field_spot(field: FieldEdit, hint: str = "") -> Spot:
    """A field: red border, and the sentence below it."""

    def calm() -> None:
        if field.state() is FieldState.ERROR:
            field.show_idle(hint)

    return Spot(field, field.show_error, calm)


def note_spot(widget: QWidget, note: NoteLabel, hint: str = "") -> Spot:
    """Anything else: the sentence in the line below it."""

    def calm() -> None:
        if note.role() is Role.ERROR:
            note.show_note(hint)

    return Spot(widget, partial(_show_error, note), calm)


def of_choice(choice: ChoiceField) -> tuple[Unread, ...]:
    """A text that chose nothing."""
    sentence = choice.unread()
    return (Unread(field_spot(choice.field), sentence),) if sentence else ()


def is_read(rows: Iterable[Unread], widget: QWidget) -> bool:
    """Whether the text of an input is understood; where it is not, that is said."""
    row = next((row for row in rows if row.widget is widget), None)
    if row is not None:
        row.tell()
    return row is None


def is_red(widget: QWidget) -> bool:
    """Whether a field is refused as it stands."""
    return isinstance(widget, FieldEdit) and widget.state() is FieldState.ERROR


def tell(spots: Mapping[str, Spot], place: str, error: DeskError) -> QWidget | None:
    """Put a refusal beside its cause; returns the cause, or None when it is no input here."""
    spot = spots.get(place)
    if spot is None:
        return None
    spot.tell(say(error))
    return spot.widget


def calm(spots: Mapping[str, Spot], but: Iterable[str]) -> None:
    """Take back every refusal but those of these fields."""
    kept = set(but)
    for name, spot in spots.items():
        if name not in kept:
            spot.calm()


def _show_error(note: NoteLabel, sentence: str) -> None:
    note.show_note(sentence, Role.ERROR)
