"""Doors of the registers that are views."""

from __future__ import annotations

from collections.abc import Mapping

from tests.access.kinds import Door, Free

_BY_STREAM = "lines of a stream by the right that reads it; those of KT1 for who is cleared (tests/services/test_register_views.py)"
VIEW_NEEDS: Mapping[str, Door] = {
    "RegisterViewNeeds.blank_title": Free("names of forms"),
    "RegisterViewNeeds.print_blank": Free("blank sheets, on which nothing stands"),
    "RegisterViewNeeds.register_lines": Free(_BY_STREAM),
    "RegisterViewNeeds.register_today": Free("a day"),
    "RegisterViewNeeds.register_views": Free("names of registers"),
}
_BLANK = "blank sheets, on which nothing stands"
REGISTER_VIEWS: Mapping[str, Door] = {
    "blank_forms.BlankForms.print": Free(_BLANK),
    "blank_forms.BlankForms.title": Free(_BLANK),
    "blank_forms.BlankForms.titles": Free(_BLANK),
    "blank_forms.BlankForms.values": Free(_BLANK),
    "register_views.RegisterViews.open": Free(_BY_STREAM),
    "register_views.RegisterViews.readable": Free("names of registers"),
    "register_views.RegisterViews.report": Free(_BY_STREAM),
    "register_views.RegisterViews.shown": Free(_BY_STREAM),
}
