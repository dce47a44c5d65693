"""What lies about at a desk: events that wait for the line, half-done acceptances that the user may know of."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.shift_words import check_lines
from kt1desk.domain.events import Stream
from kt1desk.domain.settling import Question
from kt1desk.exchange.line_access import LineAccess, keep_access
from kt1desk.services.opening import Check
from kt1desk.services.settling_rows import Counted
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings
from tests.support.accepting import open_desk_of
from tests.support.desks import counter, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.points import CENTRE, point_desk
from tests.support.settling import FLOAT

LINE = LineAccess("gate", 5432, "kt1", "d00001", authority="", certificate="", key="", password="")


def test_what_waits_for_the_line_is_asked_about_with_how_much_it_is(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as made:
        desk = open_desk_of(made, "clerk")
        keep_access(Settings(made.store), LINE)
        with made.store.read() as reader:
            written = reader.last_seq(Stream.COUNTER)

        asked = desk.settling.questions(desk.session, Counted(FLOAT))

        # Nobody allowed the KT1 register on the line; the counter's stream waits whole.
        assert [(each.question, each.count) for each in asked] == [(Question.UNSENT, written)]


def test_a_desk_without_a_line_is_not_asked_and_a_hand_over_by_file_begins_it(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as made:
        desk = open_desk_of(made, "clerk")

        without = desk.settling.questions(desk.session, Counted(FLOAT))
        looked = {each.check for each in desk.openings.checks(desk.session)}
        told = [line.words for line in check_lines(desk.openings.checks(desk.session), (), scanner=True)]
        # `kt1desk line rest` seals what it writes: from here on the centre is owed the rest.
        FrameShelf(made.store, made.session().desk.incarnation).keep_frame(Stream.COUNTER, 1, b"sealed")
        begun = desk.settling.questions(desk.session, Counted(FLOAT))

        assert without == ()
        assert Check.NO_LINE in looked
        assert Check.UNSENT not in looked
        assert told.count("chưa nối trung tâm") == 1
        assert [each.question for each in begun] == [Question.UNSENT]


def test_a_desk_for_trying_out_never_sends_and_is_not_asked(tmp_path: Path) -> None:
    with counter(tmp_path) as made:
        made.open_shift()
        desk = open_desk_of(made, "clerk")

        assert desk.settling.questions(desk.session, Counted(FLOAT)) == ()


def test_forms_laid_aside_are_counted_as_far_as_the_user_may_know_of_them(tmp_path: Path) -> None:
    with counter(tmp_path) as made:
        made.open_shift()
        clerk, other = open_desk_of(made, "clerk"), open_desk_of(made, "uncleared")
        clerk.aside.park_item(clerk.session, ordinary())
        clerk.aside.park_dossier(clerk.session, ordinary_dossier())

        seen, told = (
            [(each.question, each.count) for each in desk.settling.questions(desk.session, Counted(FLOAT))]
            for desk in (clerk, other)
        )

        assert seen == [(Question.ASIDE, 2)]
        assert told == [(Question.ASIDE, 1)]
