"""Certificates for the tests' PostgreSQL: an authority, the server's, one for each login. Made anew each time, thrown away after."""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """A certificate and its key in files.

    Attributes:
        name: its common name; the role that may log in with it.
        serial: as the server tells it: decimal.
    """

    name: str
    serial: str
    certificate: Path
    key: Path


class Authority:
    """Signs certificates; its own lies in ``certificate``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kt1desk tests")])
        builder = self._builder(self._name, self._key, days=3650).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        self.certificate = folder / "authority.crt"
        self.certificate.write_bytes(builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM))

    def server(self, host: str, address: str) -> ClientCertificate:
        """The server's own certificate, for a name and an address."""
        names = x509.SubjectAlternativeName(
            [x509.DNSName(host), x509.IPAddress(ipaddress.ip_address(address))]
        )
        return self._issue(host, names, ExtendedKeyUsageOID.SERVER_AUTH, days=30)

    def client(self, role: str, *, days: int = 30) -> ClientCertificate:
        """A certificate to log in as ``role``; with days below zero it has expired. Each call gives another serial number."""
        names = x509.SubjectAlternativeName([x509.DNSName(role)])
        return self._issue(role, names, ExtendedKeyUsageOID.CLIENT_AUTH, days=days)

    def _issue(
        self, name: str, names: x509.SubjectAlternativeName, usage: x509.ObjectIdentifier, *, days: int
    ) -> ClientCertificate:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = (
            self._builder(subject, key, days=days)
            .add_extension(names, critical=False)
            .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        stem = f"{name}-{certificate.serial_number:x}"
        at, key_at = self._folder / f"{stem}.crt", self._folder / f"{stem}.key"
        at.write_bytes(certificate.public_bytes(Encoding.PEM))
        key_at.touch(mode=0o600)
        key_at.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return ClientCertificate(name, str(certificate.serial_number), at, key_at)

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, *, days: int
    ) -> x509.CertificateBuilder:
        now = dt.datetime.now(dt.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 60 * _DAY)
            .not_valid_after(now + days * _DAY)
        )
