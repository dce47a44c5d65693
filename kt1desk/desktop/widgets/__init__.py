"""The widgets every page is made of; forms from ui/ name this package as their custom widgets' header.

They show what they are told and say what the clerk did. They know no service, no item and no law.

A form asks for the few widgets it shows, and only their modules are loaded (PEP 562): the log-in page needs six of thirty, and is to be
painted at once (docs/decisions/start-up.md).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kt1desk.desktop.widgets.bar_list import Bar, BarList
    from kt1desk.desktop.widgets.busy_line import BusyLine
    from kt1desk.desktop.widgets.buttons import ActionButton
    from kt1desk.desktop.widgets.card import Card, divider
    from kt1desk.desktop.widgets.checklist import ChecklistRow
    from kt1desk.desktop.widgets.field import FieldEdit, FieldRow, FieldState
    from kt1desk.desktop.widgets.key_line import KeyLine
    from kt1desk.desktop.widgets.labels import IconLabel, KeptNote, KeyCap, NoteLabel, WrappedNote
    from kt1desk.desktop.widgets.money import MoneyRow, MoneyTable
    from kt1desk.desktop.widgets.painting import PaintedText
    from kt1desk.desktop.widgets.preview import PreviewPane
    from kt1desk.desktop.widgets.rail import Hint, Place, Rail, RailButton
    from kt1desk.desktop.widgets.roles import Role, set_role, set_style_property
    from kt1desk.desktop.widgets.search_popup import SearchHit, SearchHitModel, SearchPopup
    from kt1desk.desktop.widgets.segments import Choice, SegmentedChoice
    from kt1desk.desktop.widgets.stations import LineStation, StationKind, StationLine
    from kt1desk.desktop.widgets.status import StatusLine, StatusPart
    from kt1desk.desktop.widgets.table import Column, RowsModel, Sign, TableRow, WholeRowsTable
    from kt1desk.desktop.widgets.tile import Tile, TileCard
    from kt1desk.desktop.widgets.tile_bar import TileBar, WayTile
    from kt1desk.desktop.widgets.whole_list import WholeRowsList

__all__ = [
    "ActionButton",
    "Bar",
    "BarList",
    "BusyLine",
    "Card",
    "ChecklistRow",
    "Choice",
    "Column",
    "FieldEdit",
    "FieldRow",
    "FieldState",
    "Hint",
    "IconLabel",
    "KeptNote",
    "KeyCap",
    "KeyLine",
    "LineStation",
    "MoneyRow",
    "MoneyTable",
    "NoteLabel",
    "PaintedText",
    "Place",
    "PreviewPane",
    "Rail",
    "RailButton",
    "Role",
    "RowsModel",
    "SearchHit",
    "SearchHitModel",
    "SearchPopup",
    "SegmentedChoice",
    "Sign",
    "StationKind",
    "StationLine",
    "StatusLine",
    "StatusPart",
    "TableRow",
    "Tile",
    "TileBar",
    "TileCard",
    "WayTile",
    "WholeRowsList",
    "WholeRowsTable",
    "WrappedNote",
    "divider",
    "set_role",
    "set_style_property",
]

_NAMES = {
    "bar_list": "Bar BarList",
    "busy_line": "BusyLine",
    "buttons": "ActionButton",
    "card": "Card divider",
    "checklist": "ChecklistRow",
    "field": "FieldEdit FieldRow FieldState",
    "key_line": "KeyLine",
    "labels": "IconLabel KeptNote KeyCap NoteLabel WrappedNote",
    "money": "MoneyRow MoneyTable",
    "painting": "PaintedText",
    "preview": "PreviewPane",
    "rail": "Hint Place Rail RailButton",
    "roles": "Role set_role set_style_property",
    "search_popup": "SearchHit SearchHitModel SearchPopup",
    "segments": "Choice SegmentedChoice",
    "stations": "LineStation StationKind StationLine",
    "status": "StatusLine StatusPart",
    "table": "Column RowsModel Sign TableRow WholeRowsTable",
    "tile": "Tile TileCard",
    "tile_bar": "TileBar WayTile",
    "whole_list": "WholeRowsList",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}


def _load(name: str) -> object:
    """Load the module of a widget when it is first asked for.

    Raises:
        AttributeError: no widget has that name.
    """
    if name not in _HOMES:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


if not TYPE_CHECKING:  # the type checker reads the imports above and knows a misspelt name
    __getattr__ = _load
