"""A desk's line to the centre, as it is kept in the encrypted store: where the gate is, who the desk is there, whom it believes.

The private key is kept here under a random password of its own and again, in the same encrypted form, as a file that libpq reads: on the
disk it never lies in clear, and the password never leaves the store.

This module must not know the line, nor files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.line_file import FIELD, LineFile
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.sealing import Entropy

NOTE, KEY_NOTE = "line_access", "line_key"
_PASSWORD_BYTES = 24
_PEMS = ("authority", "certificate", "key")


@dataclass(frozen=True, slots=True)
class LineAccess:
    """The line of this desk.

    Attributes:
        host, port, database, role: where and as whom it logs in.
        authority, certificate: PEM.
        key: PEM, encrypted (PKCS#8) under ``password``.
    """

    host: str
    port: int
    database: str
    role: str
    authority: str
    certificate: str
    key: str = field(repr=False)
    password: str = field(repr=False)

    @property
    def until(self) -> datetime:
        """The last moment of the certificate."""
        return x509.load_pem_x509_certificate(self.certificate.encode()).not_valid_after_utc


def access_from(content: LineFile, own_key: str, gate_key: bytes, entropy: Entropy) -> LineAccess:
    """What is kept of a line file.

    Args:
        content: the opened file.
        own_key: the key (PEM) this desk made for its request, "" for none.
        gate_key: the key of the centre's mail as the province's desk file has it, empty where it names none yet.
        entropy: for the password.

    Raises:
        DeskError: ``line_file.no_own_key`` where the file holds no key and the desk has none that fits, ``line_file.key_differs`` where
            certificate and key are no pair or the certificate names somebody else, ``line_file.other_gate`` where the file names another
            key of the centre's mail than the province.
    """
    if gate_key and gate_key.hex() != content.gate_key:
        raise DeskError("line_file.other_gate", FIELD)
    pem = content.key or own_key
    if not pem:
        raise DeskError("line_file.no_own_key", FIELD)
    password = entropy(_PASSWORD_BYTES).hex()
    return LineAccess(
        host=content.host,
        port=content.port,
        database=content.database,
        role=content.role,
        authority=content.authority,
        certificate=content.certificate,
        key=_encrypted(_matching(content, pem), password),
        password=password,
    )


def access_of(notes: Notes) -> LineAccess | None:
    """The line that is kept; None where none was brought in, or it cannot be read."""
    noted = notes.get(NOTE)
    if not noted:
        return None
    try:
        texts = {name: text_of(noted[name]) for name in ("host", "database", "role", "password")}
        pems = {name: _joined(noted[name]) for name in _PEMS}
        port = noted["port"]
        return LineAccess(port=port, **texts, **pems) if isinstance(port, int) else None
    except (KeyError, TypeError, ValueError):
        return None


def keep_access(notes: Notes, access: LineAccess) -> None:
    """Keep it in place of what was there. What the desk has not sent is touched by nothing here.

    Raises:
        DeskError: ``disk.*``.
    """
    made: dict[str, Json] = {
        "database": access.database,
        "host": access.host,
        "password": access.password,
        "port": access.port,
        "role": access.role,
    }
    notes.put(NOTE, made | {name: getattr(access, name).splitlines() for name in _PEMS})


def drop_access(notes: Notes) -> None:
    """Forget the line and every key of it. Raises ``disk.*``."""
    notes.put(NOTE, {})
    notes.put(KEY_NOTE, {})


def make_own_key(notes: Notes, role: str) -> str:
    """Make a key at this desk, keep it in the store, and return a certificate request (PEM) for it; it replaces one of before.

    Raises:
        DeskError: ``disk.*``.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, role)])
    request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, SHA256())
    notes.put(KEY_NOTE, {"key": pem.splitlines()})
    return request.public_bytes(Encoding.PEM).decode()


def own_key_of(notes: Notes) -> str:
    """The key this desk made, PEM; "" for none."""
    noted: Mapping[str, Json] = notes.get(KEY_NOTE) or {}
    try:
        return _joined(noted["key"])
    except (KeyError, TypeError):
        return ""


def _matching(content: LineFile, pem: str) -> ec.EllipticCurvePrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), None)
        certificate = x509.load_pem_x509_certificate(content.certificate.encode())
        x509.load_pem_x509_certificate(content.authority.encode())
    except (TypeError, ValueError) as error:
        raise DeskError("line_file.damaged", FIELD) from error
    names = [each.value for each in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    if not isinstance(key, ec.EllipticCurvePrivateKey) or names != [content.role]:
        raise DeskError("line_file.key_differs", FIELD)
    if key.public_key() != certificate.public_key():
        raise DeskError("line_file.key_differs" if content.key else "line_file.no_own_key", FIELD)
    return key


def _encrypted(key: ec.EllipticCurvePrivateKey, password: str) -> str:
    shut = BestAvailableEncryption(password.encode())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, shut).decode()


def _joined(value: Json) -> str:
    if not isinstance(value, list):
        raise TypeError
    return "".join(f"{text_of(line)}\n" for line in value)
