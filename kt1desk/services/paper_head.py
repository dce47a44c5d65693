"""What every paper of custody says alike: title and form code, post and point, time, who made it, and the event that it proves.

This module must not know what a paper is for, nor where anything stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.events import Event, Moment
from kt1desk.domain.reference import FormCode, Point
from kt1desk.domain.service import Service
from kt1desk.services.paper_values import when_words

MASK = "***"
"""Stands where a party of an A, B or C item would."""


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The part of a paper that does not depend on its kind. ``event_ref`` and ``event_hash`` are empty until the event is written.

    Attributes:
        form: its title and form code, a row of the reference data.
        point: where it is made.
        provider: the post.
        at: when.
        clerk: who makes it and signs first.
        trial: whether the desk is the training device.
    """

    form: FormCode
    point: Point
    provider: str
    at: Moment
    clerk: str = field(repr=False)
    trial: bool
    event_ref: str = ""
    event_hash: str = ""

    def proved_by(self, event: Event) -> PaperHead:
        """The same with the event it proves."""
        return replace(self, event_ref=event.id.text, event_hash=event.hash.hex()[:12])

    def when(self, utc_ms: int) -> str:
        """A time by the wall clock of the desk, "" for 0."""
        return when_words(utc_ms, self.at.offset_min) if utc_ms else ""

    def values(self) -> dict[str, str]:
        """The texts of head and foot."""
        return {
            "title": self.form.title,
            "form_code": self.form.code,
            "provider": self.provider,
            "point": point_words(self.point),
            "point_address": self.point.address,
            "made_at": self.when(self.at.utc_ms),
            "clerk_name": self.clerk,
            "event_ref": self.event_ref,
            "event_hash": self.event_hash,
            "trial": "1" if self.trial else "",
        }


def service_value(service: Service) -> str:
    """How a paper that serves both services is told which one it is of: "" for KT1, as papers say that know of no other."""
    return "" if service is Service.KT1 else service.value


def point_words(point: Point) -> str:
    """``Bưu cục Kỳ Lừa – 240110``."""
    return f"{point.name} – {point.code}"


def day_words(day: str) -> str:
    """``26/11/2026`` of an ISO day, "" for none."""
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""


def numbered(prefix: str, rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The rows of a list as flat values: ``item_1_number``, ``item_2_number`` and so on, counted from 1."""
    return {
        f"{prefix}_{at}_{name}": text for at, row in enumerate(rows, start=1) for name, text in row.items()
    }


def present(values: Mapping[str, str]) -> dict[str, str]:
    """The values without the empty texts: the template knows what may be missing."""
    return {name: text for name, text in values.items() if text}
