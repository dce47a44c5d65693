"""Fixtures of the tests under Wine."""

from __future__ import annotations

from tests.installer.wine_setup import machine, setups, windows

__all__ = ["machine", "setups", "windows"]
