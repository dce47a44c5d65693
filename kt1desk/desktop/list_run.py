"""A list on its way: looked at and taken beside the screen, which is told a few times a second how far it is.

The work runs outside the lane of the store: a list takes minutes, and the other pages go on meanwhile. This module must not know widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.needs import (
    BroughtList,
    LineShape,
    ListNeeds,
    ListTask,
    ListView,
    ListWatch,
    WantedColumns,
)
from kt1desk.domain.errors import DeskError

_TOLD_EVERY_MS = 80


class Stage(Enum):
    """Where the list is."""

    NONE = "none"
    LOOKING = "looking"
    LOOKED_AT = "looked_at"
    TAKING = "taking"
    DONE = "done"


class ListRun(QObject):
    """One list after another; the page asks and hears.

    `changed`: the stage is another one. `moved(lines)`: so far it is; the lines that were told of meanwhile. `refused(error)`.
    """

    changed = Signal()
    moved = Signal(object)
    refused = Signal(object)

    def __init__(self, needs: ListNeeds, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._looks = Newest(jobs, Lane.OUTSIDE)
        self._brought: BroughtList | None = None
        self._watch = ListWatch()
        self.stage = Stage.NONE
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TOLD_EVERY_MS)
        self._ticks.timeout.connect(self._tell)

    @property
    def view(self) -> ListView | None:
        """The list, once it was looked at."""
        return self._brought.view if self._brought is not None else None

    @property
    def through(self) -> tuple[int, int]:
        """How many lines are through, and of how many."""
        return self._watch.through

    @property
    def is_stopping(self) -> bool:
        """Whether the line under way is the last one."""
        return self._watch.stopped

    @property
    def takable(self) -> int:
        """How many lines would be taken now."""
        view = self.view
        if view is None or self.stage is not Stage.LOOKED_AT:
            return 0
        return view.count(LineShape.READY) + view.count(LineShape.WAITING)

    def ask_wanted(self, task: ListTask, on_told: Callable[[Sequence[WantedColumns]], None]) -> None:
        """Ask which columns a file must have; whoever may not do this is told so as of any other refusal."""
        self._jobs.run(lambda: self._needs.wanted(task), on_told, self.refused.emit, Lane.OUTSIDE)

    def look(self, task: ListTask, path: str, list_id: str) -> None:
        """Look at a file; what was looked at before is put away."""
        if self.stage is Stage.TAKING:
            return
        self._watch.stop()
        watch = self._begin(Stage.LOOKING)
        self._brought = None
        self._looks.run(
            lambda: self._needs.look(task, path, list_id, watch),
            lambda brought: self._end(Stage.LOOKED_AT, brought),
            self._refuse,
        )
        self.changed.emit()

    def take(self, *, checked: bool) -> None:
        """Take what can be taken."""
        brought = self._brought
        if brought is None or self.stage is not Stage.LOOKED_AT:
            return
        watch = self._begin(Stage.TAKING)
        self._jobs.run(
            lambda: brought.take(watch, checked=checked),
            lambda taken: self._end(Stage.DONE, taken),
            self._refuse,
            Lane.OUTSIDE,
        )
        self.changed.emit()

    def save_report(
        self, path: str, on_saved: Callable[[None], None], on_refused: Callable[[DeskError], None]
    ) -> None:
        """Write the report of the list as it stands."""
        brought = self._brought
        if brought is not None:
            self._jobs.run(lambda: brought.save_report(path), on_saved, on_refused, Lane.OUTSIDE)

    def stop(self) -> None:
        """Begin no other line. A list that is only looked at is put away."""
        self._watch.stop()
        if self.stage is Stage.LOOKING:
            self._looks.forget()
            self._end(Stage.NONE, None)

    def put_away(self) -> None:
        """Forget the list that was looked at; one that is being taken goes on."""
        if self.stage is not Stage.TAKING:
            self._watch.stop()
            self._looks.forget()
            self._end(Stage.NONE, None)

    def _begin(self, stage: Stage) -> ListWatch:
        self._watch = ListWatch()
        self.stage = stage
        self._ticks.start()
        return self._watch

    def _end(self, stage: Stage, brought: BroughtList | None) -> None:
        self._tell()
        self._ticks.stop()
        self._brought = brought
        self.stage = stage
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        """What was looked at stays: it can be taken once the reason is gone."""
        self._end(Stage.NONE if self.stage is Stage.LOOKING else Stage.LOOKED_AT, self._brought)
        self.refused.emit(error)

    def _tell(self) -> None:
        self.moved.emit(self._watch.news())
