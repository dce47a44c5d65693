"""The one inbox: events of other desks, whichever way they come, proved, taken in once, and told one by one.

Each input is one transaction. An event that cannot be taken in is told with its reason, and the next one goes on. The same event once
more changes nothing; another event under the same identity is refused, for one of the two was made by somebody else.

This module must not know what events mean, nor who shows what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.exchange.bundle import NOTHING, MailMark, OpenedBundle, open_bundle, read_head
from kt1desk.exchange.codes import collected, read_paper
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.judging import judge
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.paper_code import PaperMessage
from kt1desk.exchange.peers import Peer, note_peer, peer
from kt1desk.exchange.taking import Outcome, Taken, readable
from kt1desk.exchange.taking_all import take_all
from kt1desk.exchange.trust import DeskKeys
from kt1desk.services.sessions import Session

__all__ = ["Inbox", "Outcome", "Taken"]


class Inbox:
    """Takes mail in for one desk."""

    def __init__(self, room: Mailroom) -> None:
        self._room = room

    def take_paper(self, session: Session, parts: Iterable[bytes]) -> tuple[Taken, ...]:
        """The codes of one paper, in any order.

        Raises:
            DeskError: as `Mailroom.check`; ``paper_code.*``, ``sealing.unopened``; and why its event is not taken in: ``trust.*``,
                ``inbox.*``. There is only one, so there is nothing else to tell.
        """
        self._check(session, Transport.PAPER)
        return self.take_message(session, collected(parts))

    def take_message(self, session: Session, message: PaperMessage) -> tuple[Taken, ...]:
        """The same for a paper whose codes are together.

        Raises:
            DeskError: as `take_paper`.
        """
        self._check(session, Transport.PAPER)
        event = read_paper(message, self._room.own)
        judge(event, self._room.own, self._room.keys, None, self._room.service)
        rows = self._take((event,), "paper", session)
        if rows[0].reason is not None:
            raise rows[0].reason
        return rows

    def take_bundle(self, session: Session, data: bytes) -> tuple[Taken, ...]:
        """A bundle file.

        Raises:
            DeskError: as `Mailroom.check` and `open_bundle`; ``bundle.other_service`` with ``service``; ``bundle.older`` with
                ``number`` and ``known`` where a newer one of that desk was taken in, which had all that this one has; ``bundle.fork`` with
                ``number`` where another one came under its number.
        """
        self._check(session, Transport.BUNDLE)
        room = self._room
        if read_head(data).service is not room.service:
            raise DeskError("bundle.other_service", service=read_head(data).service.value)
        bundle = open_bundle(data, room.own, room.keys)
        known = peer(room.notes, bundle.head.device, room.service)
        _check_order(bundle, known)
        events = tuple(map(readable, bundle.records))
        rows = self._take(events, "bundle", session, bundle.desk)
        taken = _taken_upto(bundle.letter.after, events, rows, known.taken)
        note_peer(room.notes, bundle.head.device, _heard(bundle, taken, room.own.device), room.service)
        return rows

    def take_frame(self, session: Session, data: bytes) -> tuple[Taken, ...]:
        """A frame of another desk. Events in it that are not mail to this point are not kept.

        Asked for by no page or command, since nobody carries it: it is the way of a desk whose file allows `Transport.NETWORK`, and the
        simulated province sends its mail so.

        Raises:
            DeskError: as `Mailroom.check` and `open_frame`.
        """
        self._check(session, Transport.NETWORK)
        opened = open_frame(data, self._room.keys, shipped())
        return self._take(opened.events, "network", session, opened.desk)

    def _check(self, session: Session, way: Transport) -> None:
        with self._room.journal.read() as reader:
            self._room.check(reader, session, way)

    def _take(
        self,
        events: Sequence[Event | DeskError],
        way: str,
        session: Session,
        carrier: DeskKeys | None = None,
    ) -> tuple[Taken, ...]:
        """All of them, judged where a carrier stands for them; a paper has been judged by then, and a frame proves its events itself."""
        room = self._room

        def judged(event: Event) -> None:
            if carrier is not None:
                judge(event, room.own, room.keys, carrier, room.service)

        return take_all(room, events, way, session.actor.user_id, judged)


def _check_order(bundle: OpenedBundle, known: Peer) -> None:
    """A newer bundle has all that an older one had and we had not said we took; so an older one is only old."""
    head = bundle.head
    if (head.incarnation, head.number) < (known.incarnation, known.number):
        raise DeskError("bundle.older", number=head.number, known=known.number)
    same = (head.incarnation, head.number) == (known.incarnation, known.number)
    if same and known.sha256 != bundle.sha256:
        raise DeskError("bundle.fork", number=head.number)


def _heard(bundle: OpenedBundle, taken: MailMark, own_device: int) -> Peer:
    """What is known of a desk after its bundle. How far it has our mail is what it says now, also where that is less than before."""
    said = dict(bundle.letter.acks)
    head = bundle.head
    return Peer(head.incarnation, head.number, bundle.sha256, taken, said.get(own_device, NOTHING))


def _taken_upto(
    start: MailMark, events: Sequence[Event | DeskError], rows: Sequence[Taken], before: MailMark
) -> MailMark:
    """How far the mail of a desk is here without a gap.

    A bundle goes on from what this desk has where it begins at the first mail, or what it has is one of its own marks. Else something is
    missing before it: what was said before is said again, and the mail comes again from there.
    """
    settled, marks = [start], [start]
    waits = False
    for number, (event, row) in enumerate(zip(events, rows, strict=True), start=start.number + 1):
        waits = waits or row.outcome is Outcome.LATER
        if not isinstance(event, DeskError):  # what cannot be read cannot be named either; the next one is
            marks.append(MailMark(number, event.hash.hex()))
            settled += marks[-1:] if not waits else []
    goes_on = start == NOTHING or before in marks
    return settled[-1] if goes_on else before
