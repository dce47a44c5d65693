"""The centre as a desk sees it: a key, mailboxes, and mail frames sealed as the integrator seals them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.desk_file import DeskFile, PublicKey, Service, Transport
from kt1desk.domain.events import Event, Moment
from kt1desk.exchange import wire
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.kept_keys import keep_keys
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.mail_frames import MailFrame, MailRecord, RecordKind, seal_mail
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_kinds import CentreRoom, CheckDocument
from kt1desk.exchange.trust import KeyList
from kt1desk.store.reference_files import check_document_for
from kt1desk.store.settings import Settings
from tests.support.exchange_keys import NOON_MS, PROVINCE, PROVINCE_KEY
from tests.support.mail_desks import MailDesk

CENTRE = Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34)))
CENTRE_KEY = CENTRE.public_key().public_bytes_raw()
PROGRAM = "0.5.0"


@dataclass
class Mailbox:
    """One point's mailbox at the centre."""

    point: str
    key: Ed25519PrivateKey = CENTRE
    made_ms: int = NOON_MS
    frames: list[MailFrame] = field(default_factory=list)

    @property
    def mark(self) -> MailMark:
        return self.frames[-1].mark if self.frames else NOTHING

    def send(self, *records: MailRecord) -> MailFrame:
        """The next frame."""
        made = Moment(self.made_ms, 420)
        frame = seal_mail(records, self.mark, made, self.point, shipped(), self.key.sign)
        assert frame.head.count == len(records)
        self.frames.append(frame)
        return frame

    def events(self, *events: Event) -> MailFrame:
        return self.send(*told(events))


def told(events: Iterable[Event]) -> list[MailRecord]:
    """Events as records."""
    return [MailRecord(RecordKind.EVENT, wire.encode(event)) for event in events]


def key_record(keys: KeyList) -> MailRecord:
    """A key list as the province signed it, as a record."""
    return MailRecord(RecordKind.KEYS, sign_key_list(keys, PROVINCE))


def desk_file(desk: MailDesk, gate: bytes | None = CENTRE_KEY, day: date = date(2026, 11, 1)) -> bytes:
    """The file of a desk, with the key of the centre."""
    content = DeskFile(
        point=desk.own.point,
        device=desk.own.device,
        services=frozenset(Service),
        transports=frozenset(Transport),
        blocks=(),
        valid_from=day,
        valid_to=date(2027, 11, 1),
        keys=(PublicKey("gate", gate.hex()),) if gate is not None else (),
    )
    return sign(content, PROVINCE)


def on_line(
    desk: MailDesk,
    program: str = PROGRAM,
    *,
    file: bool = True,
    keys: bool = True,
    check: CheckDocument = check_document_for,
) -> CentreInbox:
    """The desk with its file and key list kept, ready for the centre's mail."""
    notes = Settings(desk.store)
    if file:
        keep_desk_file(notes, PROVINCE_KEY, desk_file(desk), (desk.own.device, desk.own.point))
    if keys:
        keep_keys(notes, PROVINCE_KEY, sign_key_list(desk.keys, PROVINCE))
    return CentreInbox(CentreRoom(desk.store, desk.own, desk.clock, program, check))


def newer(keys: KeyList) -> KeyList:
    """The same list under the next number."""
    return replace(keys, issue=keys.issue + 1)
