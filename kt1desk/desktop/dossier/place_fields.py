"""An address in the province: the line for street and hamlet, the commune, and the former district where the commune spans two.

Districts are gone since 1/7/2025, but the postage still asks whether a way leaves one (TT 22/2017): of a commune that spans two only the
clerk, who hears the applicant, can say which. It must not know whose address it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dossier_needs import DossierNeeds, PlaceAnswer
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import Choice, FieldEdit, SegmentedChoice
from kt1desk.services.dossier_drafts import Residence

_UNKNOWN = "Không có xã, phường hay tỉnh này. Sửa lại chữ đã gõ."


@dataclass(frozen=True, slots=True)
class PlaceInputs:
    """The three inputs of an address."""

    address: FieldEdit
    commune: FieldEdit
    district: SegmentedChoice


class DistrictChoice(QObject):
    """The former districts of a commune, shown only where there is something to choose."""

    chosen = Signal()

    def __init__(self, segments: SegmentedChoice) -> None:
        super().__init__(segments)
        self.segments = segments
        self._names: tuple[str, ...] = ()
        segments.chosen.connect(self.chosen)
        segments.hide()

    def ask(self, names: Sequence[str], chosen: str = "") -> None:
        """Offer these; one or none needs no choice."""
        self._names = tuple(names)
        keys = enumerate(self._names, start=1)
        self.segments.set_choices([Choice(name, short_district(name), str(at)) for at, name in keys])
        if chosen in self._names:
            self.segments.set_value(chosen)
        self.segments.setVisible(self.is_asked())

    def is_asked(self) -> bool:
        """Whether there is a choice."""
        return len(self._names) > 1

    def value(self) -> str:
        """What was chosen, "" where nothing was asked."""
        return (self.segments.value() or "") if self.is_asked() else ""

    def step(self) -> Step:
        """On the way of Enter."""
        return Step(self.segments, lambda: self.is_asked() and not self.value())


class PlaceFields(QObject):
    """`edited`: the address changed. `settled`: commune or district was chosen."""

    edited = Signal()
    settled = Signal()

    def __init__(self, inputs: PlaceInputs, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._inputs = inputs
        self._met: dict[str, PlaceAnswer] = {}

        def search(text: str) -> Sequence[Answer]:
            found = needs.communes(text)
            self._met.update({row.ref: row for row in found})
            return [_answer(row) for row in found]

        self.choice = ChoiceField(inputs.commune, page, jobs, search, _UNKNOWN)
        self.district = DistrictChoice(inputs.district)
        self.choice.chosen.connect(self._chosen)
        self.choice.changed.connect(lambda: self.district.ask(()))
        self.choice.changed.connect(self.edited)
        self.district.chosen.connect(self.edited)
        self.district.chosen.connect(self.settled)
        inputs.address.textEdited.connect(lambda _: inputs.address.show_idle())
        inputs.address.textEdited.connect(self.edited)

    def clear(self) -> None:
        """No address."""
        self._inputs.address.clear()
        self._inputs.address.show_idle()
        self.put_place(None)

    def place(self) -> PlaceAnswer | None:
        """The commune or province that is chosen."""
        answer = self.choice.answer()
        return self._met.get(answer.ref) if answer is not None else None

    def residence(self) -> Residence:
        """What the inputs say."""
        place, address = self.place(), self._inputs.address.text().strip()
        if place is None:
            return Residence(address)
        return Residence(address, place.commune, self.district.value(), place.province)

    def put(self, residence: Residence, place: PlaceAnswer | None) -> None:
        """Put an address in."""
        self._inputs.address.setText(residence.address)
        self.put_place(place, residence.district)

    def put_place(self, place: PlaceAnswer | None, district: str = "") -> None:
        """Choose a commune or province, or none."""
        if place is not None:
            self._met[place.ref] = place
        self.choice.put(_answer(place) if place is not None else None)
        self.district.ask(place.districts if place is not None else (), district)

    def steps(self) -> tuple[Step, ...]:
        """On the way of Enter."""
        address = self._inputs.address
        return (
            Step(address, lambda: not address.text().strip()),
            Step(self._inputs.commune, lambda: self.choice.answer() is None, self.choice.enter),
            self.district.step(),
        )

    def _chosen(self, answer: Answer) -> None:
        self.district.ask(self._met[answer.ref].districts)
        self.edited.emit()
        self.settled.emit()


def short_district(name: str) -> str:
    """``TP Lạng Sơn``, ``Cao Lộc``: enough to choose by."""
    return name.removeprefix("Huyện ").replace("Thành phố ", "TP ")


def _answer(row: PlaceAnswer) -> Answer:
    return Answer(row.ref, row.name, row.note, "", row.note)
