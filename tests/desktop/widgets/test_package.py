"""The package names every widget, and loads the module of one only when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kt1desk.desktop import widgets
from tests.support.tree import ROOT


@pytest.mark.parametrize("name", widgets.__all__)
def test_every_widget_that_the_package_names_is_there(name: str) -> None:
    assert getattr(widgets, name).__name__ == name


def test_a_name_that_no_widget_has_is_refused() -> None:
    with pytest.raises(AttributeError, match="Nothing"):
        widgets.Nothing  # type: ignore[attr-defined]  # noqa: B018


def test_whoever_asks_for_a_field_loads_no_table() -> None:
    asked = "import sys; from kt1desk.desktop.widgets import FieldEdit; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "kt1desk.desktop.widgets.field" in loaded.stdout.split()
    assert "kt1desk.desktop.widgets.table" not in loaded.stdout.split()
