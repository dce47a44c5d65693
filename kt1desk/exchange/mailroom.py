"""What a desk needs to exchange mail of one service: its journal, its own keys, whom it believes, what it remembers, and the time.

Mail about KT1 items and mail about dossiers are numbered, written and taken in apart, each by whoever may.

This module must not know how mail travels.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.service import Service
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.policy import require_way
from kt1desk.exchange.sealing import Entropy
from kt1desk.exchange.trust import KeyList, OwnKeys
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

STREAM_OF: Mapping[Service, Stream] = MappingProxyType(
    {Service.KT1: Stream.KT1, Service.TTHC: Stream.COUNTER}
)
"""In which journal the events of a service stand."""


@dataclass(frozen=True, slots=True)
class Mailroom:
    """One desk's mail.

    Attributes:
        journal: its open store.
        own: its keys.
        keys: the desks of the province, as its newest list has them.
        notes: what it remembers of other desks.
        clock: the wall clock.
        entropy: random bytes for sealing.
        service: whose mail it is.
    """

    journal: Journal
    own: OwnKeys
    keys: KeyList
    notes: Notes
    clock: Clock
    entropy: Entropy = field(default=os.urandom, repr=False)
    service: Service = Service.KT1

    def check(self, reader: Reader, session: Session, way: Transport) -> None:
        """Refuse what may not be exchanged at all: by this desk, by this user, this way.

        Raises:
            DeskError: ``trust.trial_desk``, ``exchange.*``, ``user.not_allowed``, ``user.clearance_*``.
        """
        require_now(session, act_for(self.service, Act.EXCHANGE_MAIL), reader.open_shift(), self.clock)
        require_way(reader, way, STREAM_OF[self.service])
