"""Where the gate is and what this desk shows there: everything libpq is told. This module must not open anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

GATE_DATABASE = "gate"
GIVES_UP_WITHIN_S = 30
"""A line on which nothing moves is given up within this, whatever the system believes of the connection."""


@dataclass(frozen=True, slots=True)
class LineSettings:
    """The way to the gate.

    Attributes:
        host: name of the server as in its certificate.
        port: TCP port.
        role: the login of this device, and the CN of its certificate.
        root: file with the authority that must have signed the server's certificate (PEM).
        certificate: file with the desk's certificate (PEM).
        key: file with its private key, encrypted (PKCS#8, PEM).
        key_password: what the key is encrypted with; "" for a key in clear.
        address: where the server is, if not where the name leads.
        database: name of the database.
        connect_s: how long to wait for a connection.
        answer_s: how long nothing may move while an answer is due.
        patience_ms: how long the server may work on one question, and wait for a lock.
    """

    host: str
    port: int
    role: str
    root: Path
    certificate: Path
    key: Path
    key_password: str = field(default="", repr=False)
    address: str = ""
    database: str = GATE_DATABASE
    connect_s: int = 10
    answer_s: float = 20.0
    patience_ms: int = 15_000

    def parameters(self) -> Mapping[str, str | int]:
        """What libpq is told (PostgreSQL 15, 34.1.2).

        Keepalives and ``tcp_user_timeout`` let the system notice a dead connection also while nobody waits for an answer; where a router
        keeps answering for a peer that is gone they notice nothing, so `answer_s` is watched besides. ``gssencmode`` would ask one more
        question before TLS. TLS 1.3 needs a turn less than 1.2.
        """
        lock_ms = self.patience_ms // 2
        told: dict[str, str | int] = {
            "host": self.host,
            "port": self.port,
            "user": self.role,
            "dbname": self.database,
            "sslmode": "verify-full",
            "sslrootcert": str(self.root),
            "sslcert": str(self.certificate),
            "sslkey": str(self.key),
            "ssl_min_protocol_version": "TLSv1.3",
            "gssencmode": "disable",
            "client_encoding": "UTF8",
            "application_name": "kt1desk",
            "connect_timeout": self.connect_s,
            "keepalives": 1,
            "keepalives_idle": 15,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": int(1000 * self.answer_s),
            "options": f"-c statement_timeout={self.patience_ms} -c lock_timeout={lock_ms}",
        }
        if self.address:
            told["hostaddr"] = self.address
        if self.key_password:
            told["sslpassword"] = self.key_password
        return told
