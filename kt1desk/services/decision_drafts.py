"""Values of what an authority said of a dossier, as the clerk copies it from its papers.

This module must not know any rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import Outcome
from kt1desk.domain.events import Event


@dataclass(frozen=True, slots=True)
class RegisterDraft:
    """The official slip: mã hồ sơ, day of receipt and day of the result (ISO; the second may be missing).

    ``slip`` is whether the giấy hẹn is in our hands, to be brought to the applicant.
    """

    dossier: str
    official: str
    received_day: str
    official_day: str = ""
    slip: bool = False


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What the authority said.

    Attributes:
        dossier: the case.
        outcome: None until chosen.
        paper, paper_day: number and day (ISO) of its paper.
        reason: code of the outcome's list.
        asked: keys of the papers it asks for (``supplement``), by the procedure's published list or the case's own.
        day: the new day of the result (``extended``, needed) or the last day to bring what is asked (``supplement``), ISO.
    """

    dossier: str
    outcome: Outcome | None = None
    paper: str = ""
    paper_day: str = ""
    reason: str = ""
    asked: tuple[str, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is on the disk. ``jobs`` is empty where another point accepted the case: it is told by mail and prints there."""

    event: Event
    jobs: tuple[int, ...]
