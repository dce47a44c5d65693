"""Authenticode with osslsigncode: a certificate and its key come from whoever releases, never from the repository.

python -m installer.windows.signing --cert C.pem --key K.pem FILE     signs the file in its place
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NAME = "KT1 Desk"


@dataclass(frozen=True, slots=True)
class Signing:
    """What a file is signed with.

    Attributes:
        certificate: PEM, the signer's first, then those above it.
        key: PEM.
        password_file: holds the key's password in its first line; None for a key without one.
        timestamp: address of a timestamp service; empty for none, and the signature then ends with the certificate.
    """

    certificate: Path
    key: Path
    password_file: Path | None = None
    timestamp: str = ""

    def words(self) -> list[str]:
        """The options of this module's command line that mean the same."""
        told = ["--cert", str(self.certificate.absolute()), "--key", str(self.key.absolute())]
        if self.password_file is not None:
            told += ["--key-password-file", str(self.password_file.absolute())]
        return told + (["--timestamp", self.timestamp] if self.timestamp else [])

    def sign(self, path: Path) -> None:
        """Sign a program in its place.

        Raises:
            subprocess.CalledProcessError: osslsigncode refuses; its own words went to standard error.
        """
        signed = path.with_name(f"{path.name}.signed")
        told = [
            "osslsigncode",
            "sign",
            "-h",
            "sha256",
            "-n",
            NAME,
            "-certs",
            str(self.certificate),
            "-key",
            str(self.key),
        ]
        if self.password_file is not None:
            told += ["-readpass", str(self.password_file)]
        if self.timestamp:
            told += ["-ts", self.timestamp]
        told += ["-in", str(path), "-out", str(signed)]
        subprocess.run(told, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        signed.replace(path)


def add_signing_options(parser: argparse.ArgumentParser) -> None:
    """``--cert``, ``--key``, ``--key-password-file``, ``--timestamp``."""
    parser.add_argument("--cert", type=Path, help="certificate, PEM")
    parser.add_argument("--key", type=Path, help="its key, PEM")
    parser.add_argument("--key-password-file", type=Path, help="file whose first line is the key's password")
    parser.add_argument("--timestamp", default="", help="address of a timestamp service")


def signing_of(asked: argparse.Namespace) -> Signing | None:
    """What the options mean; None where nothing is to be signed.

    Raises:
        ValueError: one of certificate and key without the other.
    """
    if (asked.cert is None) != (asked.key is None):
        raise ValueError("--cert and --key belong together")
    if asked.cert is None:
        return None
    return Signing(asked.cert, asked.key, asked.key_password_file, asked.timestamp)


def main(words: Sequence[str] | None = None) -> int:
    """Sign one file."""
    parser = argparse.ArgumentParser(description="Sign a Windows program")
    add_signing_options(parser)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args(words)
    signing = signing_of(asked)
    if signing is None:
        parser.error("--cert and --key are needed")
    signing.sign(asked.file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
