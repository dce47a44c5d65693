"""A desk's folder is made for whoever works at the desk, and nobody else: one account on Linux, every user of the machine on Windows.

Linux: a desk belongs to the account it was made under; mode 0700. Windows: several clerks with accounts of their own share one desk below
``ProgramData``, whose own rights let each of them make files that the others may not write. So a folder made there carries the rights that
the setup gives: SYSTEM and administrators everything, users of the machine may change (the store is encrypted, and its key needs a
password). Elsewhere on Windows a folder keeps the rights of the one it lies in; a mode is never given there, because newer Pythons read
0700 as "for this user only" (CPython 3.11.10 and later, CVE-2024-4030).

This module must not know what is in the folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

_PRIVATE = 0o700
SHARED = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)"
"""SDDL: protected from above; full for SYSTEM and administrators, modify for users; inherited by all that comes to lie in it."""


def make_folder(folder: Path) -> None:
    """Make the folder and those above it; one that exists stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if folder.is_dir():
        return
    if sys.platform != "win32":
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    elif is_shared(folder, os.environ.get("PROGRAMDATA", "")):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _make_shared(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)


def is_shared(folder: PurePath, program_data: str) -> bool:
    """Whether a folder lies in ``ProgramData`` itself, where each user's files are his own: what lies deeper inherits from it.

    Args:
        folder: which folder.
        program_data: where Windows says that ``ProgramData`` is; "" where it does not.
    """
    return bool(program_data) and folder.parent == type(folder)(program_data)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _REVISION = 1
    _EXISTS = 183  # ERROR_ALREADY_EXISTS

    class _Attributes(ctypes.Structure):
        """SECURITY_ATTRIBUTES of minwinbase.h."""

        _fields_ = (("size", wintypes.DWORD), ("descriptor", ctypes.c_void_p), ("inherit", wintypes.BOOL))

    def _make_shared(folder: Path) -> None:
        advapi = ctypes.WinDLL("advapi32", use_last_error=True)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        descriptor = ctypes.c_void_p()
        convert = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
        convert.argtypes = [
            wintypes.LPCWSTR,
            wintypes.DWORD,
            ctypes.POINTER(ctypes.c_void_p),
            ctypes.c_void_p,
        ]
        if not convert(SHARED, _REVISION, ctypes.byref(descriptor), None):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            attributes = _Attributes(ctypes.sizeof(_Attributes), descriptor.value, False)
            kernel.CreateDirectoryW.argtypes = [wintypes.LPCWSTR, ctypes.POINTER(_Attributes)]
            if not kernel.CreateDirectoryW(str(folder), ctypes.byref(attributes)):
                error = ctypes.get_last_error()
                if error != _EXISTS:  # made by another program just now
                    raise ctypes.WinError(error)
        finally:
            kernel.LocalFree.argtypes = [ctypes.c_void_p]
            kernel.LocalFree(descriptor)

else:

    def _make_shared(folder: Path) -> None:
        raise NotADirectoryError(folder)  # no such rights here, and nobody asks for them
