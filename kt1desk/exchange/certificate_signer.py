"""The port by which services have a chain of custody certified: signed with the keys of this desk, as texts to be printed.

This module must not know how a chain comes about.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.exchange.certificate import Statement, Station, make_certificates
from kt1desk.exchange.trust import OwnKeys
from kt1desk.exchange.wedge_code import wedge_text
from kt1desk.services.certificates import CertifiedChain

MAX_SIGNS = 830
"""What the certificate's paper has room for in one code; a longer chain gets several."""


@dataclass(frozen=True, slots=True)
class CertificateSigner:
    """Implements `kt1desk.services.certificates.Signer`."""

    own: OwnKeys

    def sign(self, chain: CertifiedChain) -> tuple[str, ...]:
        """See `Signer.sign`; times are certified in whole seconds."""
        stations = [
            Station(each.giver, each.taker, each.at_ms // 1_000, each.seal, each.event, each.hash)
            for each in chain.stations
        ]
        whole = Statement.whole(chain.item, chain.dispatch, chain.issued_ms // 1_000, stations)
        return tuple(map(wedge_text, make_certificates(whole, self.own, MAX_SIGNS)))
