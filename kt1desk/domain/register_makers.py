"""Makers of the kinds of columns that registers declare again and again. This module must not know any register."""

from __future__ import annotations

from kt1desk.domain.coded import CodeList
from kt1desk.domain.register_columns import Column, Kind


def day(code: str, title: str, purpose: str, *, required: bool = True) -> Column:
    """A column with a day."""
    return Column(code, title, Kind.DATE, purpose, 10, required)


def coded(code: str, title: str, code_list: CodeList, purpose: str, *, required: bool = True) -> Column:
    """A column with a code of a list."""
    return Column(code, title, Kind.CODE, purpose, 24, required, code_list)


def sign(code: str, title: str, purpose: str, most: int = 24, *, required: bool = True) -> Column:
    """A column with a short sign without a blank, of at most ``most`` characters."""
    return Column(code, title, Kind.REFERENCE, purpose, most, required)


def user(code: str, title: str, purpose: str) -> Column:
    """A column with a user of this desk."""
    return Column(code, title, Kind.USER, purpose, 16)


def agency(purpose: str) -> Column:
    """The column with the agency."""
    return Column("agency", "Cơ quan", Kind.AGENCY, purpose, 24)
