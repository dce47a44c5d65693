"""What the page of incidents needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.sending_counter import PointCounter
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.incidents import Contact, IncidentBoard, IncidentLine
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.incidents import Severity
from kt1desk.domain.permissions import Act, act_for
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.incident_words import contact_name, incident_name
from kt1desk.services.incidents import IncidentDraft, IncidentView

_GRAVEST = (Severity.GRAVE.value, Severity.MAJOR.value, Severity.MINOR.value)


class IncidentCounter(PointCounter):
    """Implements `kt1desk.desktop.needs.incidents.IncidentNeeds`."""

    def incidents(self, *, only_open: bool) -> IncidentBoard:
        """See the port."""
        services, desk = self._services, self._services.desk
        views = services.incidents.listed(desk.session, only_open=only_open)
        now = desk.clock.now()
        ranked = sorted(views, key=lambda view: _rank(view.row))
        contacts = (row for row in desk.reference.escalation if row.holds(desk.today))
        return IncidentBoard(
            lines=tuple(self._line(view) for view in ranked),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
            contacts=tuple(Choice(row.code, row.name) for row in contacts),
            ways=services.words(CodeList.WAY),
            remedies=services.words(CodeList.REMEDY),
            outcomes=services.words(CodeList.OUTCOME),
        )

    def codes(self, thing: ThingKind) -> Sequence[Choice]:
        """See the port."""
        desk = self._services.desk
        return tuple(
            Choice(row.code, row.name)
            for row in desk.reference.incident_codes
            if row.holds(desk.today) and thing in row.things and self._services.service in row.services
        )

    def open_incident(self, draft: IncidentDraft) -> str:
        """See the port."""
        return self._services.incidents.open(self._services.desk.session, draft).incident

    def tell(self, incident: str, who: str, way: str, told_ms: int) -> None:
        """See the port."""
        self._services.incidents.tell(self._services.desk.session, incident, who, way, told_ms)

    def remedy(self, incident: str, remedy: str) -> None:
        """See the port."""
        self._services.incidents.remedy(self._services.desk.session, incident, remedy)

    def close_incident(self, incident: str, outcome: str, closer: AtDesk | None) -> None:
        """See the port."""
        services, closing = self._services, act_for(self._services.service, Act.CLOSE_INCIDENT)
        confirmed = services.confirmed(closing, closer) if closer is not None else None
        services.incidents.close(services.desk.session, incident, outcome, confirmed)

    def print_record(self, incident: str) -> None:
        """See the port."""
        self._services.incidents.print_record(self._services.desk.session, incident)
        self._services.wake()

    def _line(self, view: IncidentView) -> IncidentLine:
        desk, row = self._services.desk, view.row
        words = desk.reference.coded
        return IncidentLine(
            row=row,
            name=incident_name(desk.reference, row.code),
            age=view.age,
            other_point=self._services.point_name(row.other_point) if row.other_point else "",
            contacts=tuple(self._contacts(view)),
            remedy=word_for(words, CodeList.REMEDY, row.remedy) if row.remedy else "",
            outcome=word_for(words, CodeList.OUTCOME, row.outcome) if row.outcome else "",
            ours=view.ours,
            alone=row.user != desk.session.actor.user_id
            and desk.may(act_for(self._services.service, Act.CLOSE_INCIDENT)),
        )

    def _contacts(self, view: IncidentView) -> Sequence[Contact]:
        """Who must be told, and then who was told beside them."""
        reference = self._services.desk.reference
        told: dict[str, tuple[str, int]] = {}
        for who, way, when_ms in view.row.told:
            told.setdefault(who, (word_for(reference.coded, CodeList.WAY, way), when_ms))
        needed = [(each.code, each.name, each.must, each.phone) for each in view.escalation]
        known = {code for code, *_ in needed}
        beside = [(who, contact_name(reference, who), False, "") for who in told if who not in known]
        made = []
        for code, name, must, phone in (*needed, *beside):
            way, when_ms = told.get(code, ("", 0))
            made.append(Contact(code, name, must, phone, when_ms, way))
        return made


def _rank(row: IncidentRow) -> tuple[bool, int, int]:
    """Open ones first, the gravest and among them the oldest; of closed ones the newest first."""
    if row.closed_ms:
        return True, 0, -row.closed_ms
    return False, _GRAVEST.index(row.severity) if row.severity in _GRAVEST else 0, row.opened_ms
