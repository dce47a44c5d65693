"""The journey on the page of a record: the line of stations, the chosen one in full, and what is in doubt. It shows; it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kt1desk.desktop.forms.record import Ui_RecordPage
from kt1desk.desktop.models.case_texts import case_station_words, case_stations
from kt1desk.desktop.models.journey_texts import doubt_words, holder_line, line_stations, station_words
from kt1desk.desktop.widgets.station_plan import MOST_ROWS
from kt1desk.services.case_journeys import CaseStory
from kt1desk.services.journeys import Journey


class JourneyPanel(QObject):
    """The card of the journey; hidden where there is none."""

    def __init__(self, ui: Ui_RecordPage, owner: QObject) -> None:
        super().__init__(owner)
        self._ui = ui
        self._journey: Journey | None = None
        self._story: CaseStory | None = None
        self._offset_min = 0
        ui.journey.chosen.connect(self._tell)

    def show(self, journey: Journey | None, offset_min: int) -> None:
        """Show this journey instead."""
        ui, self._journey, self._offset_min = self._ui, journey, offset_min
        self._story = None
        ui.journey_card.setVisible(journey is not None)
        ui.journey.set_most_rows(MOST_ROWS)
        ui.journey.show_stations(line_stations(journey, offset_min) if journey is not None else ())
        ui.journey_holder.setText(holder_line(journey) if journey is not None else "")
        doubt = doubt_words(journey) if journey is not None else ""
        ui.journey_doubt.setText(doubt)
        ui.journey_doubt.setVisible(bool(doubt))
        self._tell(ui.journey.current())

    def show_story(self, story: CaseStory, offset_min: int) -> None:
        """Show the chain of a case instead."""
        self.show(None, offset_min)
        ui, self._story = self._ui, story
        ui.journey_card.show()
        ui.journey.set_most_rows(1)  # its papers and print jobs stand below
        ui.journey.show_stations(case_stations(story, offset_min))
        self._tell(ui.journey.current())

    def _tell(self, at: int) -> None:
        journey = self._journey
        if self._story is not None:
            self._ui.journey_station.setText(case_station_words(self._story, at, self._offset_min))
            return
        self._ui.journey_station.setText(
            station_words(journey, at, self._offset_min) if journey is not None else ""
        )
