"""What looking at exceptions needs, on the services. This module must not know any screen."""

from __future__ import annotations

from kt1desk.app.custody_services import CustodyServices
from kt1desk.desktop.needs.reviewing import ExceptionView, OpenException
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import ShiftSettled
from kt1desk.services.custody_rows import ExceptionRow


class ReviewCounter:
    """Implements `kt1desk.desktop.needs.reviewing.ReviewNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        self._services = services

    def exception_view(self) -> ExceptionView:
        """See the port. A reason or a person that is not known any more stands there as it was written."""
        services, desk = self._services, self._services.desk
        rows = services.reviews.exceptions(desk.session)
        coded = desk.reference.coded
        words = {row.code: row.name for row in coded if row.code_list is CodeList.EXCEPTION}
        with desk.store.read() as reader:
            names = {user.user: user.name for user in reader.users()}
        me, now = desk.session.actor.user_id, desk.clock.now()
        waiting = (
            OpenException(
                row,
                self._closed(row) if row.what == ShiftSettled.TYPE else words.get(row.reason, row.reason),
                names.get(row.user, row.user),
                row.user == me,
            )
            for row in rows
        )
        return ExceptionView(tuple(waiting), services.words(CodeList.REVIEW), now.offset_min)

    def review(self, event: EventId, outcome: str) -> None:
        """See the port."""
        self._services.reviews.review(self._services.desk.session, event, outcome)

    def _closed(self, row: ExceptionRow) -> str:
        """Of a shift: why there was one signature, and why its cash differed, where it did."""
        if not row.reason:
            return "Không có ai khác để ký, tiền khớp sổ"
        coded = self._services.desk.reference.coded
        return f"Không có ai khác để ký, tiền lệch: {word_for(coded, CodeList.CASH_DIFFERENCE, row.reason)}"
