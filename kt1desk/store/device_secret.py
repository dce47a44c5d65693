"""The machine's part of every user key: 32 random bytes, so that a copied disk of keys cannot be tried out elsewhere.

Linux: a file only its owner can read. Windows: the same file wrapped by the Data Protection API in machine scope with an entropy of our
own; user scope would die with a reset Windows password. Either is *added* secrecy only: the recovery code opens the store without it.

This module must not know what is wrapped with the secret.
"""

from __future__ import annotations

import ctypes
import secrets
import sys
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.store.durable import read_small, replace_file
from kt1desk.store.failures import translated

SECRET_BYTES = 32
_MOST_BYTES = 4_096
"""Of the file: what Windows makes of 32 bytes is a few hundred long."""

_ENTROPY = b"kt1desk/device-secret/1"
_UI_FORBIDDEN = 0x1  # CRYPTPROTECT_UI_FORBIDDEN, wincrypt.h
_LOCAL_MACHINE = 0x4  # CRYPTPROTECT_LOCAL_MACHINE


def read(path: Path) -> bytes:
    """The secret of this machine.

    Raises:
        DeskError: ``key.device_secret_missing``; ``key.device_secret_foreign`` where it is another machine's or damaged; ``disk.*``.
    """
    if not path.exists():
        raise DeskError("key.device_secret_missing")
    with translated():
        stored = read_small(path, _MOST_BYTES)
    secret = _unprotect(stored)
    if len(secret) != SECRET_BYTES:
        raise DeskError("key.device_secret_foreign")
    return secret


def read_or_make(path: Path) -> bytes:
    """The secret of this machine, made and kept where there is none yet.

    Raises:
        DeskError: as `read`, but never ``key.device_secret_missing``.
    """
    if path.exists():
        return read(path)
    secret = secrets.token_bytes(SECRET_BYTES)
    with translated():
        replace_file(path, _protect(secret))
    return secret


if sys.platform == "win32":
    from ctypes import wintypes

    class _Blob(ctypes.Structure):
        """DATA_BLOB of wincrypt.h."""

        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    def _blob(data: bytes) -> _Blob:
        return _Blob(
            len(data), ctypes.cast(ctypes.create_string_buffer(data, len(data)), _Blob._fields_[1][1])
        )

    def _call(name: str, data: bytes, flags: int) -> bytes:
        made, given, entropy = _Blob(), _blob(data), _blob(_ENTROPY)
        function = getattr(ctypes.WinDLL("crypt32", use_last_error=True), name)
        function.restype = wintypes.BOOL
        done = function(
            ctypes.byref(given), None, ctypes.byref(entropy), None, None, flags, ctypes.byref(made)
        )
        if not done:
            raise DeskError("key.device_secret_foreign", windows_error=ctypes.get_last_error())
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            free = ctypes.WinDLL("kernel32").LocalFree
            free.argtypes, free.restype = [ctypes.c_void_p], ctypes.c_void_p
            free(ctypes.cast(made.data, ctypes.c_void_p))

    def _protect(secret: bytes) -> bytes:
        return _call("CryptProtectData", secret, _UI_FORBIDDEN | _LOCAL_MACHINE)

    def _unprotect(stored: bytes) -> bytes:
        return _call("CryptUnprotectData", stored, _UI_FORBIDDEN)

else:

    def _protect(secret: bytes) -> bytes:
        return secret

    def _unprotect(stored: bytes) -> bytes:
        return stored
