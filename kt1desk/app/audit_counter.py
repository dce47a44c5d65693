"""What the security log needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from kt1desk.app.desk import OpenDesk
from kt1desk.app.mail_room import keys_of
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.audit import AuditAsked, AuditLine, AuditView
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.text import fold
from kt1desk.exchange.extract import ExtractWriter
from kt1desk.exchange.new_file import write_new
from kt1desk.services.audit_log import AuditExtract, AuditKind, AuditLog, AuditQuery
from kt1desk.services.wording_audit import KIND_NAMES, SYSTEM, audit_words

_SHOWN = 300
"""Rows on the screen; whoever wants older ones names a day."""
_DAY = timedelta(days=1)


class AuditCounter:
    """Implements `kt1desk.desktop.needs.audit.AuditNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk
        self._log = AuditLog(desk.store, desk.clock, self._signed)

    def log(self, asked: AuditAsked) -> AuditView:
        """See the port."""
        session = self._desk.session
        rows = self._log.rows(session, self._query(asked), _SHOWN)
        names = self._log.people(session)
        offset = self._desk.clock.now().offset_min
        return AuditView(tuple(_line(event, names) for event in rows.events), rows.more, offset)

    def people_of_log(self, text: str) -> Sequence[Choice]:
        """See the port."""
        people = self._log.people(self._desk.session)
        return [Choice(user, f"{name} ({user})") for user, name in _like(text, people.items())]

    def kinds_of_log(self, text: str) -> Sequence[Choice]:
        """See the port."""
        return [
            Choice(kind, name) for kind, name in _like(text, ((k.value, n) for k, n in KIND_NAMES.items()))
        ]

    def proposed_file(self) -> str:
        """See the port: in the user's own folder, named by desk and minute."""
        now = datetime.fromtimestamp(self._desk.clock.now().utc_ms / 1_000, tz=self._zone())
        name = f"nhat-ky-ban-{self._desk.session.desk.device}-{now:%Y%m%d-%H%M}.kt1log"
        return str(Path.home() / name)

    def export_log(self, asked: AuditAsked, path: str) -> int:
        """See the port. A file that is there already is noticed before anything is written down."""
        file = Path(path.strip().strip('"')).expanduser()
        if file.exists():
            raise DeskError("extract.exists", "file")
        made = self._log.extract(self._desk.session, self._query(asked))
        write_new(file, made.data, taken="extract.exists", mode=0o600)
        return made.rows

    def _signed(self, made: AuditExtract) -> bytes:
        return ExtractWriter(keys_of(self._desk))(made)

    def _query(self, asked: AuditAsked) -> AuditQuery:
        return AuditQuery(
            self._midnight(asked.since) if asked.since else 0,
            self._midnight(asked.until + _DAY) if asked.until else 0,
            asked.person,
            AuditKind(asked.kind) if asked.kind else None,
        )

    def _midnight(self, day: date) -> int:
        return int(datetime(day.year, day.month, day.day, tzinfo=self._zone()).timestamp() * 1_000)

    def _zone(self) -> timezone:
        return timezone(timedelta(minutes=self._desk.clock.now().offset_min))


def _line(event: Event, names: Mapping[str, str]) -> AuditLine:
    said, who = audit_words(event), event.envelope.actor
    shown = SYSTEM if who == "system" else names.get(who, who)
    at_ms = event.envelope.happened.utc_ms
    return AuditLine(event.id.text, at_ms, shown, said.what, said.more, event.proof, said.alarms)


def _like(text: str, named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    wanted = fold(text)
    return [(ref, name) for ref, name in named if wanted in fold(f"{name} {ref}")]
