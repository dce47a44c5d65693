"""What a desk needs to exchange mail: its journal, its own keys, whom it believes, what it remembers, and the time.

This module must not know how mail travels.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.policy import require_way
from kt1desk.exchange.sealing import Entropy
from kt1desk.exchange.trust import KeyList, OwnKeys
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session


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
    """

    journal: Journal
    own: OwnKeys
    keys: KeyList
    notes: Notes
    clock: Clock
    entropy: Entropy = field(default=os.urandom, repr=False)

    def check(self, reader: Reader, session: Session, way: Transport) -> None:
        """Refuse what may not be exchanged at all: by this desk, by this user, this way.

        Raises:
            DeskError: ``trust.trial_desk``, ``exchange.*``, ``user.not_allowed``, ``user.clearance_*``.
        """
        require_now(session, Act.EXCHANGE_MAIL, reader.open_shift(), self.clock)
        require_way(reader, way, Stream.KT1)
