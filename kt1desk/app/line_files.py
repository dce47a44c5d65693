"""The line of this desk as libpq needs it: its certificates and its encrypted key as files beside the store.

The store's copy counts; the files are written anew where they differ. This module must not know how anything travels.
"""

from __future__ import annotations

from pathlib import Path

from kt1desk.exchange.line_access import LineAccess
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.store.disk import disk_translated
from kt1desk.store.durable import replace_file
from kt1desk.store.folder import DataFolder

_AUTHORITY, _CERTIFICATE, _KEY = "authority.crt", "desk.crt", "desk.key"


def line_settings(folder: DataFolder, access: LineAccess) -> LineSettings:
    """Write the files where they are not as they should be, and say where they lie.

    Raises:
        DeskError: ``disk.*``.
    """
    root = _folder(folder)
    with disk_translated():
        root.mkdir(mode=0o700, exist_ok=True)
        for name, text in (
            (_AUTHORITY, access.authority),
            (_CERTIFICATE, access.certificate),
            (_KEY, access.key),
        ):
            path = root / name
            if not path.exists() or path.read_bytes() != text.encode():
                replace_file(path, text.encode())
    return LineSettings(
        host=access.host,
        port=access.port,
        role=access.role,
        root=root / _AUTHORITY,
        certificate=root / _CERTIFICATE,
        key=root / _KEY,
        key_password=access.password,
        database=access.database,
    )


def drop_files(folder: DataFolder) -> None:
    """Take the files away.

    Raises:
        DeskError: ``disk.*``.
    """
    with disk_translated():
        for name in (_AUTHORITY, _CERTIFICATE, _KEY):
            (_folder(folder) / name).unlink(missing_ok=True)


def _folder(folder: DataFolder) -> Path:
    return folder.root / "line"
