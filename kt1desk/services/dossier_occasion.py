"""Where, by whom and when a dossier's draft is looked at.

This module must not know any rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.events import Moment
from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.services.sessions import Session

TTHC_SERVICE = "tthc"
"""The service's name in a desk file and in the rules of numbers."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, by whom and when a draft is looked at."""

    reference: ReferenceData
    session: Session
    on: date
    now: Moment

    @property
    def point(self) -> Point:
        """The point of this desk."""
        return self.reference.point(self.session.desk.point, self.on)

    def figure(self, key: str) -> int:
        """A setting of the day."""
        return self.reference.setting_int(key, self.on)
