"""The centre's own authority: certificates for its server and for the desks, and the key it signs mail with. EC P-256 and Ed25519.

    folder/authority.crt       the authority's certificate (PEM), 15 years
    folder/authority.kt1box    its private key under a passphrase: needed to enrol and renew, never by the server
    folder/server.crt, .key    the server's certificate, 2 years; the key in clear, for PostgreSQL reads it by itself
    folder/gate.key            Ed25519 key (PEM, in clear) with which mail is signed; the service unit's user reads it

A desk trusts this authority and no other: not the ones of its system. Who logs in is the common name of a certificate, and the gate knows
its serial number, so revoking needs no list. This module must not know PostgreSQL, nor who is enrolled.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kt1desk.centre import passphrase_box
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.new_file import write_new

AUTHORITY_CERTIFICATE, AUTHORITY_BOX = "authority.crt", "authority.kt1box"
SERVER_CERTIFICATE, SERVER_KEY, GATE_KEY = "server.crt", "server.key", "gate.key"
DESK_YEARS = 2
MAX_FILE_BYTES = 65_536

_ABOUT = "authority"
_AUTHORITY_DAYS, _YEAR_DAYS = 15 * 365, 365
_RENEW_DAYS = 60
"""A server certificate that ends sooner than this is made anew by the next ``init``."""
_BEFORE = timedelta(hours=25)
"""A desk's clock may be a day behind (a wrong date after a dead battery is told, not refused here)."""
_PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate made for a login: ``serial`` as PostgreSQL tells it (decimal); ``key`` is "" where the desk has it."""

    certificate: str
    key: str = field(repr=False)
    serial: str
    until: datetime


class Authority:
    """The authority, opened with its passphrase."""

    def __init__(self, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        self._certificate = certificate
        self._key = key

    @property
    def pem(self) -> str:
        """Its certificate."""
        return _pem(self._certificate)

    def issue(self, role: str, now: datetime, request: str = "") -> Issued:
        """A certificate with which ``role`` logs in, for two years.

        Args:
            role: common name.
            now: when this is.
            request: a certificate request (PEM) of the desk's own key; without one the key is made here.

        Raises:
            DeskError: ``line_request.damaged``, ``line_request.forged`` where the request is not by its own key or of another kind.
        """
        key = None if request else ec.generate_private_key(ec.SECP256R1())
        public = key.public_key() if key else _asked(request)
        until = now + timedelta(days=DESK_YEARS * _YEAR_DAYS)
        made = _builder(role, public, now - _BEFORE, until).issuer_name(self._certificate.subject)
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=True)
        signed = self._signed(made)
        return Issued(_pem(signed), _key_pem(key) if key else "", str(signed.serial_number), until)

    def issue_server(self, hosts: Sequence[str], now: datetime) -> tuple[str, str]:
        """Certificate and key (PEM) of a server with these names and addresses."""
        key = ec.generate_private_key(ec.SECP256R1())
        until = now + timedelta(days=DESK_YEARS * _YEAR_DAYS)
        made = _builder(hosts[0], key.public_key(), now - _BEFORE, until).issuer_name(
            self._certificate.subject
        )
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=True)
        made = made.add_extension(
            x509.SubjectAlternativeName([_name(host) for host in hosts]), critical=False
        )
        return _pem(self._signed(made)), _key_pem(key)

    def _signed(self, builder: x509.CertificateBuilder) -> x509.Certificate:
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        own = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        return builder.add_extension(own, critical=False).sign(self._key, SHA256())


def make_authority(folder: Path, passphrase: str, now: datetime) -> Authority:
    """Make the authority in an existing folder. The box is written last: without it nothing was made.

    Raises:
        DeskError: ``centre.passphrase_short``; ``centre.key_exists`` where there is one; ``province.folder`` where nothing can be written.
    """
    if (folder / AUTHORITY_BOX).exists():
        raise DeskError("centre.key_exists")
    key = ec.generate_private_key(ec.SECP256R1())
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    box = passphrase_box.seal(secret, passphrase, _ABOUT)
    until = now + timedelta(days=_AUTHORITY_DAYS)
    name = f"KT1 Desk {now:%Y-%m-%d}"
    builder = (
        _builder(name, key.public_key(), now - _BEFORE, until)
        .issuer_name(_subject(name))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    certificate = builder.sign(key, SHA256())
    (folder / AUTHORITY_CERTIFICATE).unlink(missing_ok=True)  # of a try that never got to its key
    write_new(folder / AUTHORITY_CERTIFICATE, _pem(certificate).encode(), taken="centre.key_exists")
    write_new(folder / AUTHORITY_BOX, box, taken="centre.key_exists", mode=_PRIVATE)
    return Authority(certificate, key)


def open_authority(folder: Path, passphrase: str) -> Authority:
    """The authority of a folder.

    Raises:
        DeskError: ``centre.no_key`` where there is none, ``centre.key_damaged``, ``centre.wrong_passphrase``.
    """
    certificate = x509.load_pem_x509_certificate(_read(folder / AUTHORITY_CERTIFICATE))
    secret = passphrase_box.unseal(_read(folder / AUTHORITY_BOX), passphrase, _ABOUT)
    key = load_der_private_key(secret, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise DeskError("centre.key_damaged")
    return Authority(certificate, key)


def server_is_good(folder: Path, hosts: Sequence[str], now: datetime) -> bool:
    """Whether the server's certificate is of this authority, for these names, and good for some time."""
    try:
        found = x509.load_pem_x509_certificate(_read(folder / SERVER_CERTIFICATE))
        authority = x509.load_pem_x509_certificate(_read(folder / AUTHORITY_CERTIFICATE))
        found.verify_directly_issued_by(authority)
        named = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (DeskError, ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    wanted = {_name(host) for host in hosts}
    return wanted <= set(named) and found.not_valid_after_utc - now > timedelta(days=_RENEW_DAYS)


def make_gate_key(folder: Path) -> None:
    """Make the key that mail is signed with. A second one would make every desk's trust in the first worthless.

    Raises:
        DeskError: ``centre.key_exists``; ``province.folder``.
    """
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_new(folder / GATE_KEY, pem, taken="centre.key_exists", mode=_PRIVATE)


def load_gate_key(folder: Path) -> Ed25519PrivateKey:
    """The key that mail is signed with.

    Raises:
        DeskError: ``centre.no_key``, ``centre.key_damaged``.
    """
    try:
        key = load_pem_private_key(_read(folder / GATE_KEY), None)
    except (ValueError, TypeError) as error:
        raise DeskError("centre.key_damaged") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise DeskError("centre.key_damaged")
    return key


_SIGNS = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def _asked(request: str) -> ec.EllipticCurvePublicKey:
    try:
        read = x509.load_pem_x509_csr(request.encode())
        proved = read.is_signature_valid
        public = read.public_key()
    except ValueError as error:
        raise DeskError("line_request.damaged") from error
    if not proved or not isinstance(public, ec.EllipticCurvePublicKey) or public.curve.name != "secp256r1":
        raise DeskError("line_request.forged")
    return public


def _builder(
    name: str, public: ec.EllipticCurvePublicKey, since: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_subject(name))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since.astimezone(UTC))
        .not_valid_after(until.astimezone(UTC))
    )


def _subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()


def _key_pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _read(path: Path) -> bytes:
    try:
        return read_brought(path, MAX_FILE_BYTES)
    except DeskError as error:
        raise (DeskError("centre.no_key") if error.code == "file.gone" else error) from error
