"""What the page of the day needs, by the services of an open desk."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.app.counter import short_name
from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.needs import TodayView
from kt1desk.services.day_board import DayBoard
from kt1desk.services.day_todo import Todo


class DayCounter:
    """Implements `TodayNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def today(self) -> TodayView:
        """See the port."""
        desk = self._desk
        now = desk.clock.now()
        board = DayBoard(desk.store, desk.reference, desk.clock).look(desk.session)
        todo = tuple(_as_said(desk, each) for each in board.todo)
        return TodayView(replace(board, todo=todo), now.utc_ms, now.offset_min)


def _as_said(desk: OpenDesk, todo: Todo) -> Todo:
    """With the receiver's short name: a line of a table has no room for «Ủy ban nhân dân» in front of each."""
    if todo.item is None or todo.item.receiver is None:
        return todo
    receiver = replace(todo.item.receiver, name=short_name(desk, todo.item.receiver))
    return replace(todo, item=replace(todo.item, receiver=receiver))
