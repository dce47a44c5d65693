"""Mail on its way here while something else happens at the desk: the answer may be to a question that would not be asked any more."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.facts import LineAllowed, LineClosed
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import Answer, Reason, Reply
from kt1desk.exchange.mail_lane import MailLane
from tests.support.centre_mail import Mailbox, on_line
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import COMMUNE, OFFICE_POINT, row_of
from tests.support.mail_desks import listed, mail_desk


def _answer(box: Mailbox, wish: MailMark | None) -> Reply:
    after = wish.number if wish is not None else 0
    mail = tuple(frame.data for frame in box.frames[after:])
    return Reply(Answer.OK, Reason.NONE, {}, b"", 1, 1, 0, len(box.frames), mail, ())


def test_mail_that_waited_for_the_approval_comes_though_it_was_entered_while_an_answer_was_on_its_way(
    tmp_path: Path,
) -> None:
    with mail_desk(tmp_path, 7, OFFICE_POINT) as made:
        office = made.believing(listed(made, more=[row_of(COMMUNE)]))
        office.write(LineClosed("", OFFICE_POINT))
        inbox, box, writer = on_line(office), Mailbox(OFFICE_POINT), Writer(COMMUNE)
        events = [writer.append(arrived(item_number(at))) for at in range(3)]
        box.events(*events)
        closed = MailLane(inbox, ())
        wish = closed.wish()
        closed.heard(wish, _answer(box, wish))

        lane = MailLane(inbox, closed.marks)
        asked = lane.wish()
        answer = _answer(box, asked)
        office.write(LineAllowed("13/BĐT", "2026-11-23", OFFICE_POINT))
        lane.heard(asked, answer)
        again = lane.wish()
        lane.heard(again, _answer(box, again))

        assert (asked, again) == (box.mark, MailMark())
        assert [office.received(event.id) for event in events] == events
        assert (inbox.mark(), lane.waits(), lane.report().rewound) == (box.mark, False, False)
