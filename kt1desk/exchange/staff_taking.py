"""A staff list that comes to a desk as a file, where there is no line or not yet one: kept as the centre's mail would keep it.

This module must not know who reads the file, nor what the desk does with a list then.
"""

from __future__ import annotations

from kt1desk.domain.facts import DocumentTaken
from kt1desk.domain.permissions import Act
from kt1desk.domain.staff_list import StaffList
from kt1desk.exchange.mail_records import document_row
from kt1desk.exchange.policy import province_key
from kt1desk.exchange.staff_lists import (
    STAFF,
    check_point,
    kept_list,
    later_list,
    newest_issue,
    prove_staff_list,
)
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session


def take_list(journal: Journal, session: Session, clock: Clock, data: bytes) -> StaffList:
    """Keep a list that somebody brought; the very same one once more changes nothing.

    Raises:
        DeskError: ``user.not_allowed``; as `prove_staff_list` and `later_list`; ``staff_list.other_point``; ``trust.trial_desk``;
            ``disk.*``, ``store.*``.
    """
    with journal.work() as work:
        require_now(session, Act.MANAGE_USERS, work.open_shift(), clock)
        key = province_key(work)
        content = prove_staff_list(data, key).content
        check_point(content, session.desk.point)
        newest = newest_issue(work)
        # A later one is not held against the kept one, which this program perhaps cannot read.
        if content.issue <= newest and not later_list(kept_list(work, key, newest), content):
            return content
        row = document_row(STAFF, content.issue, content.day, data)
        work.put_document(row, data)
        fact = DocumentTaken(row.name, row.version, row.valid_from.isoformat(), row.sha256.hex())
        work.append(fact, Appending(session.actor.user_id))
        work.commit()
    return content
