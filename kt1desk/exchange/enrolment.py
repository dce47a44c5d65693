"""A desk's enrolment request: the public keys it wants the province to vouch for.

    file    = a signed file (`kt1desk.exchange.signed_file`) of at most 4 kB, signed by the desk itself; tag "kt1desk/enrolment/1" NUL
    content = canonical JSON {"device", "format": 1, "point", "program", "seal", "sign"}

The signature proves that whoever wrote the request has the key in it, and nothing about who that is. So the clerk reads the request's
check code aloud, the province sees the same code, and only then is a row made of it.

This module must not know how the request travels, nor what becomes of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.exchange.trust import DeskKeys, OwnKeys, refuse_trial

MAX_BYTES = 4_096

KIND = SignedKind("enrolment", b"kt1desk/enrolment/1\0", MAX_BYTES)

_FORMAT = 1
_PARTS = frozenset({"device", "format", "point", "program", "seal", "sign"})
_PROGRAM = re.compile(r"[0-9A-Za-z.+-]{1,32}")
_ANY_DAY = date(2000, 1, 1)
_PROBE = X25519PrivateKey.from_private_bytes(bytes(range(32)))
"""Any key agrees with a sound one, and with none of the few unsound ones."""


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """What a desk asks to be vouched for. ``program`` is the version that wrote it."""

    device: int
    point: str
    sign_key: str
    seal_key: str
    program: str

    @property
    def check_code(self) -> str:
        """Short name of both keys together, to be read aloud and compared: ``ABCDE-FGHJK-MNPQR-STVWX-C``."""
        return fingerprint(bytes.fromhex(self.sign_key) + bytes.fromhex(self.seal_key))

    def as_row(self, valid_from: date, valid_to: date) -> DeskKeys:
        """The row of the key list that the province makes of it.

        Raises:
            DeskError: ``key_list.row``, ``trust.trial_desk``.
        """
        return DeskKeys(self.device, valid_from, valid_to, self.point, self.sign_key, self.seal_key)


def make_request(own: OwnKeys, program: str) -> bytes:
    """The request of this desk.

    Raises:
        DeskError: ``trust.trial_desk``: a desk for trying out has nobody to talk to.
    """
    refuse_trial(own.device)
    made: dict[str, Json] = {
        "device": own.device,
        "format": _FORMAT,
        "point": own.point,
        "program": program,
        "seal": own.seal_key_hex,
        "sign": own.public_key_hex,
    }
    return KIND.write(canonical.encode(made, MAX_BYTES), bytes.fromhex(own.public_key_hex), own.sign)


def read_request(data: bytes) -> EnrolmentRequest:
    """Prove a request by its own key and read it.

    Raises:
        DeskError: ``enrolment.damaged`` (also too large), ``enrolment.newer``, ``enrolment.forged``, ``enrolment.content`` for keys or a
            point that no desk can have, ``trust.trial_desk``.
    """
    file = KIND.take_apart(data)
    request = _decode(file.proved())
    if bytes.fromhex(request.sign_key) != file.key:
        raise DeskError("enrolment.forged")
    return request


def _decode(payload: bytes) -> EnrolmentRequest:
    try:
        made = canonical.decode(payload, MAX_BYTES)
        if made["format"] != _FORMAT:
            raise DeskError("enrolment.newer")
        device = made["device"]
        texts = [made[part] for part in ("point", "sign", "seal", "program")]
        if not isinstance(device, int) or made.keys() != _PARTS:
            raise TypeError
        point, sign_key, seal_key, program = (text for text in texts if isinstance(text, str))
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("enrolment.damaged") from error
    except DeskError as error:
        own = error.code.startswith("enrolment.")
        raise (error if own else DeskError("enrolment.damaged")) from error
    request = EnrolmentRequest(device, point, sign_key, seal_key, program)
    _check(request)
    return request


def _check(request: EnrolmentRequest) -> None:
    """A row can be made of it, and its sealing key is a key: one that everybody can compute with seals nothing."""
    refuse_trial(request.device)
    try:
        request.as_row(_ANY_DAY, _ANY_DAY)
        peer = X25519PublicKey.from_public_bytes(bytes.fromhex(request.seal_key))
        _PROBE.exchange(peer)
    except (DeskError, ValueError) as error:
        raise DeskError("enrolment.content") from error
    if _PROGRAM.fullmatch(request.program) is None:
        raise DeskError("enrolment.content")
