"""Whether the files of the runtime are those that the Python Software Foundation signed (Authenticode), asked of osslsigncode."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
_WORDS = (
    "osslsigncode",
    "verify",
    "-ignore-crl",
    "-CAfile",
    str(AUTHORITIES),
    "-TSA-CAfile",
    str(AUTHORITIES),
)
_PROGRAM = (".dll", ".exe", ".pyd")
_DIGEST = re.compile(r"^(Current|Calculated) message digest\s*:\s*([0-9A-F]+)", re.MULTILINE)
_SIGNER = re.compile(r"^\s*Signer #0:\s*\n\s*Subject:\s*(.+)$", re.MULTILINE)


class WrongSignatureError(Exception):
    """A file was changed after it was signed, or somebody else signed it."""


def check(files: Mapping[str, bytes], signer: str, others: Iterable[str]) -> int:
    """Check every program and library; a second for all of a runtime.

    Args:
        files: by name; others than programs and libraries are passed over.
        signer: the organisation that must have signed, with a chain to an authority that this system trusts.
        others: names of files that somebody else signed: only that they were not changed since is checked.

    Returns:
        How many files were checked.

    Raises:
        WrongSignatureError: with the names of the files.
        FileNotFoundError: osslsigncode is not installed.
    """
    programs = {name: data for name, data in files.items() if name.lower().endswith(_PROGRAM)}
    foreign = set(others)
    with tempfile.TemporaryDirectory() as work:
        wrong = [
            name
            for name, data in programs.items()
            if not _is_good(_told(Path(work), name, data), None if name in foreign else signer)
        ]
    if wrong:
        raise WrongSignatureError(f"not as signed: {', '.join(sorted(wrong))}")
    return len(programs)


def _told(work: Path, name: str, data: bytes) -> str:
    path = work / name
    path.write_bytes(data)
    words = [*_WORDS, "-in", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - words of this file
    return done.stdout + done.stderr


def _is_good(told: str, signer: str | None) -> bool:
    digests = dict(_DIGEST.findall(told))
    intact = len(digests) == 2 and digests["Current"] == digests["Calculated"]
    if signer is None or not intact:
        return intact
    subject = _SIGNER.search(told)
    return (
        subject is not None and f"/O={signer}/" in f"{subject[1]}/" and "Signature verification: ok" in told
    )
