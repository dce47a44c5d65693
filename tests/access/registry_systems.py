"""Doors of the services that feed other systems of the post."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import Door, Free, Kt1, Through

SYSTEMS: Mapping[str, Door] = {
    "other_systems.OtherSystems.again": Kt1(Act.FEED_KT1_SYSTEMS),
    "other_systems.OtherSystems.export": Kt1(Act.FEED_KT1_SYSTEMS),
    "other_systems.OtherSystems.feeds": Free(
        "how far systems are behind; those of KT1 for who is cleared alone"
    ),
    "other_systems.OtherSystems.waiting": Kt1(Act.FEED_KT1_SYSTEMS),
    "system_answers.SystemAnswers.layout": Kt1(Act.FEED_KT1_SYSTEMS),
    "system_answers.SystemAnswers.take": Kt1(Act.FEED_KT1_SYSTEMS),
}

SYSTEM_NEEDS: Mapping[str, Door] = {
    "SystemNeeds.export_file": Through(
        ("other_systems.OtherSystems.export", "other_systems.OtherSystems.again")
    ),
    "SystemNeeds.feeds": Through(("other_systems.OtherSystems.feeds",)),
    "SystemNeeds.not_taken": Through(("other_systems.OtherSystems.waiting",)),
    "SystemNeeds.proposed_export": Free("a folder and a name of a file"),
    "SystemNeeds.take_answer": Through(
        ("system_answers.SystemAnswers.layout", "system_answers.SystemAnswers.take")
    ),
}
"""Doors of the work «Hệ thống khác»."""
