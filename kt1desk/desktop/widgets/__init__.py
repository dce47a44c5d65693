"""The widgets every page is made of; forms from ui/ name this package as their custom widgets' header.

They show what they are told and say what the clerk did. They know no service, no item and no law.
"""

from __future__ import annotations

from kt1desk.desktop.widgets.buttons import ActionButton
from kt1desk.desktop.widgets.card import Card, divider
from kt1desk.desktop.widgets.checklist import ChecklistRow
from kt1desk.desktop.widgets.field import FieldEdit, FieldRow, FieldState
from kt1desk.desktop.widgets.labels import IconLabel, KeyCap, NoteLabel
from kt1desk.desktop.widgets.money import MoneyRow, MoneyTable
from kt1desk.desktop.widgets.painting import PaintedText
from kt1desk.desktop.widgets.preview import PreviewPane
from kt1desk.desktop.widgets.rail import Hint, Place, Rail, RailButton
from kt1desk.desktop.widgets.roles import Role, set_role, set_style_property
from kt1desk.desktop.widgets.search_popup import SearchHit, SearchHitModel, SearchPopup
from kt1desk.desktop.widgets.segments import Choice, SegmentedChoice
from kt1desk.desktop.widgets.status import StatusLine, StatusPart
from kt1desk.desktop.widgets.table import Column, RowsModel, TableRow, WholeRowsTable
from kt1desk.desktop.widgets.tile import Tile, TileCard

__all__ = [
    "ActionButton",
    "Card",
    "ChecklistRow",
    "Choice",
    "Column",
    "FieldEdit",
    "FieldRow",
    "FieldState",
    "Hint",
    "IconLabel",
    "KeyCap",
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
    "StatusLine",
    "StatusPart",
    "TableRow",
    "Tile",
    "TileCard",
    "WholeRowsTable",
    "divider",
    "set_role",
    "set_style_property",
]
