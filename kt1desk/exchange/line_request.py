"""A desk's line request: the public key of its way in, which never leaves the machine as a private one, to be made into a certificate.

    file    = a signed file (`kt1desk.exchange.signed_file`) of at most 8 kB, signed by the desk; tag "kt1desk/line-request/1" NUL
    content = canonical JSON {"device", "format": 1, "point", "request": PKCS#10 lines}

The desk's signature says which desk wrote it; the request inside proves by itself that whoever wrote it has the key. Who that is, nobody
can prove by a file: its check code is read aloud and compared, as with an enrolment request.

This module must not know what a certificate is made of, nor where a key is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.exchange.trust import OwnKeys, refuse_trial

MAX_BYTES = 8_192
KIND = SignedKind("line_request", b"kt1desk/line-request/1\0", MAX_BYTES, "request")

_FORMAT = 1
_PARTS = frozenset({"device", "format", "point", "request"})


@dataclass(frozen=True, slots=True)
class LineRequest:
    """What a desk asks for. ``request`` is a certificate request in PEM, ``sign_key`` the desk's signing key (hex)."""

    device: int
    point: str
    request: str
    sign_key: str

    @property
    def check_code(self) -> str:
        """Short name of request and desk together, to be read aloud and compared: ``ABCDE-FGHJK-MNPQR-STVWX-C``."""
        return fingerprint(bytes.fromhex(self.sign_key) + self.request.encode())


def make_line_request(own: OwnKeys, request: str) -> bytes:
    """The file of this desk's request (PEM).

    Raises:
        DeskError: ``trust.trial_desk``.
    """
    refuse_trial(own.device)
    made: dict[str, Json] = {
        "device": own.device,
        "format": _FORMAT,
        "point": own.point,
        "request": request.splitlines(),
    }
    return KIND.write(canonical.encode(made, MAX_BYTES), bytes.fromhex(own.public_key_hex), own.sign)


def read_line_request(data: bytes) -> LineRequest:
    """Prove a request by the key it names and read it.

    Raises:
        DeskError: ``line_request.damaged`` (also too large), ``line_request.newer``, ``line_request.forged``; ``trust.trial_desk``.
    """
    file = KIND.take_apart(data)
    try:
        made = canonical.decode(file.proved(), MAX_BYTES)
        if made["format"] != _FORMAT:
            raise KIND.refusal("newer")
        device, point, lines = made["device"], made["point"], made["request"]
        if not isinstance(device, int) or not isinstance(point, str) or not isinstance(lines, list):
            raise TypeError
        if made.keys() != _PARTS or not all(isinstance(line, str) for line in lines):
            raise TypeError
    except (KeyError, TypeError, ValueError) as error:
        raise KIND.refusal("damaged") from error
    except DeskError as error:
        own = error.code.startswith("line_request.")
        raise (error if own else KIND.refusal("damaged")) from error
    refuse_trial(device)
    return LineRequest(device, point, "".join(f"{line}\n" for line in lines), file.key.hex())


def read_line_request_file(path: Path) -> LineRequest:
    """As `read_line_request`, from a file. Raises what `read_brought` does besides."""
    return read_line_request(KIND.read(path))
