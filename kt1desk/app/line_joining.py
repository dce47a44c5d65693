"""Bringing the line to a desk and taking it away, and what was not sent over it as a file: the work behind `kt1desk line`.

Nothing here touches a record of the desk: joining again, leaving and being put out leave the journal and its frames as they are.

This module must not know what is asked for on the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kt1desk.app.desk import OpenDesk
from kt1desk.app.entropy import system_entropy
from kt1desk.app.line_files import drop_files, line_settings
from kt1desk.app.mail_room import keys_of, province_of
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act
from kt1desk.exchange.backlog import backlogs, shut_ways, taken_by_centre
from kt1desk.exchange.desk_files import read_own_desk_file
from kt1desk.exchange.kept_desk_file import GATE, gate_key, keep_desk_file
from kt1desk.exchange.lane_road import frames_after
from kt1desk.exchange.line_access import (
    LineAccess,
    access_from,
    access_of,
    drop_access,
    keep_access,
    make_own_key,
    own_key_of,
)
from kt1desk.exchange.line_file import FIELD, LineFile, open_line_file, whose
from kt1desk.exchange.line_request import make_line_request
from kt1desk.exchange.line_state import LineState, read_state
from kt1desk.exchange.outbox import Outbox
from kt1desk.exchange.rest_file import RestFile, seal_rest
from kt1desk.services.audit_log import note_export
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest file, its code, how many frames are in it, and the streams that may not go as a file."""

    data: bytes = field(repr=False)
    code: str = field(repr=False)
    frames: int
    left_out: tuple[Stream, ...] = ()


def keep_line(notes: Settings, folder: DataFolder, content: LineFile, mail_key: bytes) -> LineAccess:
    """Go on with the line of an opened line file.

    Args:
        notes: of the desk.
        folder: where libpq's files lie.
        content: what was in the file.
        mail_key: as `Line.mail_key`.

    Raises:
        DeskError: ``line_file.*``; ``disk.*``.
    """
    access = access_from(content, own_key_of(notes), mail_key, system_entropy)
    keep_access(notes, access)
    line_settings(folder, access)
    return access


class Line:
    """The line of an open desk, for its administrator."""

    def __init__(self, desk: OpenDesk, folder: DataFolder) -> None:
        self._desk = desk
        self._folder = folder
        self._notes = Settings(desk.store, desk.session.actor.user_id)

    def access(self) -> LineAccess | None:
        """The line as it is kept; None for none.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        self._require(Act.SEE_LINE)
        return access_of(self._notes)

    def state(self) -> LineState:
        """What is remembered of the last exchange. Raises ``user.not_allowed``."""
        self._require(Act.SEE_LINE)
        return read_state(self._notes)

    def unsent(self) -> dict[Stream, int]:
        """How many events of each stream the centre has not said it has. Raises ``user.not_allowed``."""
        state, incarnation = self.state(), self._desk.session.desk.incarnation
        with self._desk.store.read() as reader:
            found = backlogs(reader, self._shelf(), state, incarnation)
        return {each.stream: each.unsent for each in found}

    def request(self) -> bytes:
        """A line request with a key made now, which stays in the store.

        Raises:
            DeskError: ``user.not_allowed``, ``trust.trial_desk``; ``disk.*``.
        """
        self._require(Act.KEEP_LINE)
        own = keys_of(self._desk)
        province_of(self._desk)
        return make_line_request(own, make_own_key(self._notes, f"d{own.device:05d}"))

    def check(self, data: bytes) -> None:
        """Refuse a line file that is for somebody else, before a code is asked for.

        Raises:
            DeskError: ``user.not_allowed``; ``line_file.other_desk`` with ``device`` and ``point``; ``line_file.damaged``,
                ``line_file.newer``.
        """
        self._require(Act.KEEP_LINE)
        device, point = whose(data)
        own = self._desk.session.desk
        if (device, point) != (own.device, own.point):
            raise DeskError("line_file.other_desk", FIELD, device=device, point=point)

    def join(self, data: bytes, typed_code: str, desk_file: Path | None) -> LineAccess:
        """Bring a line in, in place of the one before.

        Args:
            data: the line file.
            typed_code: its one-time code.
            desk_file: this desk's newest desk file, whose key ``gate`` mail is held against from now on. None where the one that is kept
                names it; a desk that has none sends, and takes no mail.

        Raises:
            DeskError: as `check`; ``one_time.*``, ``line_file.*``, ``desk_file.*``, ``trust.trial_desk``; ``disk.*``.
        """
        self.check(data)
        content = open_line_file(data, typed_code)
        if desk_file is not None:
            self._keep(desk_file)
        return keep_line(self._notes, self._folder, content, self.mail_key())

    def leave(self) -> None:
        """Forget the line and its keys. What was not sent stays.

        Raises:
            DeskError: ``user.not_allowed``; ``line.not_joined``; ``disk.*``.
        """
        self._require(Act.KEEP_LINE)
        if access_of(self._notes) is None:
            raise DeskError("line.not_joined")
        drop_access(self._notes)
        drop_files(self._folder)

    def rest(self) -> Rest:
        """Every frame that the centre has not said it has, of all incarnations in their order, what is not sealed yet included.

        They go as a file, so the KT1 register is among them only where the desk file allows files; the rest goes without it.
        That they leave is in the journal before anybody has them, and is itself not among them.

        Raises:
            DeskError: ``user.not_allowed``; ``trust.trial_desk``; ``line.nothing_left``, or ``exchange.no_bundle`` where something is left
                that may not go so; ``frame.too_large``; ``disk.*``.
        """
        self._require(Act.KEEP_LINE)
        own, state, shelf = keys_of(self._desk), self.state(), self._shelf()
        outbox = Outbox(self._desk.store, own, shelf, self._desk.clock, Transport.BUNDLE)
        incarnation = self._desk.session.desk.incarnation
        with self._desk.store.read() as reader:
            ways = {stream: shut_ways(reader, stream).get(Transport.BUNDLE) for stream in Stream}
        shut = {stream: why for stream, why in ways.items() if why is not None}
        frames = [
            frame
            for stream in sorted(ways.keys() - shut.keys())
            for frame in frames_after(
                outbox, stream, taken_by_centre(shelf, state, stream, incarnation), incarnation
            )
        ]
        if not frames:
            raise next(iter(shut.values()), DeskError("line.nothing_left"))
        content = RestFile(own.device, incarnation, tuple(frame.data for frame in frames))
        data, code = seal_rest(content, system_entropy)
        records = sum(frame.head.count for frame in frames)
        note_export(self._desk.store, self._desk.session.actor.user_id, "unsent", (records, data))
        return Rest(data, code, len(frames), tuple(shut))

    def mail_key(self) -> bytes:
        """The key (32 bytes) that the centre's mail must be signed with, by the province's word; empty where it has not said one.

        Raises:
            DeskError: ``trust.trial_desk``.
        """
        try:
            return gate_key(self._notes, province_of(self._desk))
        except DeskError as error:
            if error.code != "mail.no_gate_key":
                raise
            return b""

    def _keep(self, desk_file: Path) -> None:
        province, own = province_of(self._desk), self._desk.session.desk
        proved = read_own_desk_file(desk_file, province, self._desk.today)
        if not any(row.name == GATE for row in proved.content.keys):
            raise DeskError("line_file.no_gate_key", "desk_file")
        keep_desk_file(self._notes, province, proved.data, (own.device, own.point))

    def _shelf(self) -> FrameShelf:
        return FrameShelf(self._desk.store, self._desk.session.desk.incarnation)

    def _require(self, act: Act) -> None:
        self._desk.require(act)
