"""The self-test's steps on the machine: where data would lie, the clock, the line to the centre. Nothing of a desk is opened or changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import ssl
import struct
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kt1desk.app.self_test_steps import Found, StepError, Verdict
from kt1desk.config import default_data_folder

_LEAST_BYTES, _ENOUGH_BYTES = 200 << 20, 2 << 30
_PATIENCE_S = 5.0
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)
"""PostgreSQL's question for TLS (PostgreSQL 17 documentation, 53.7, SSLRequest); one byte answers, S or N."""
_DEFAULT_PORT = 5432
_EARLIEST, _LATEST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2046, 1, 1, tzinfo=UTC)
"""No version of this program ran before, and certificates of today are long over after."""
_MOST_DRIFT_S = 2.0
_HOURS_OF_VIETNAM = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class Centre:
    """Where the centre answers, and who must have signed its certificate.

    Attributes:
        host: as it stands in the certificate.
        authority: certificate of the province's authority; None where it is not known here.
    """

    host: str
    port: int
    authority: Path | None


def centre_from(told: str, authority: Path | None, folder: Path) -> Centre:
    """The centre by what was told on the command line; a desk's own copy of the authority serves where none is named.

    Raises:
        ValueError: ``told`` is no ``host:port``.
    """
    host, _, port = told.rpartition(":") if ":" in told else (told, "", str(_DEFAULT_PORT))
    host = host.strip("[]")
    if not host or not port.isdecimal():
        raise ValueError(told)
    own = folder / "line" / "authority.crt"
    return Centre(host, int(port), authority or (own if own.is_file() else None))


def data_can_be_written(folder: Path | None = None) -> Found:
    """Room for data, and the right to write where they lie. Nothing is made that was not there."""
    data = folder or default_data_folder()
    there = next(each for each in (data, *data.parents) if each.exists())
    free = shutil.disk_usage(there).free
    room = f"còn trống {free >> 20} MB tại {there}"
    if free < _LEAST_BYTES:
        raise StepError(f"đĩa gần đầy: {room}")
    if there != data:
        told = f"{room}; thư mục dữ liệu {data} chưa có, sẽ được tạo khi mở bàn lần đầu"
    else:
        handle, trial = tempfile.mkstemp(prefix=".kt1desk-self-test-", dir=data)
        os.close(handle)
        Path(trial).unlink()
        told = f"{room}; ghi được vào {data}"
    return Found(told, Verdict.OK if free >= _ENOUGH_BYTES else Verdict.NOTE)


class ClockWatch:
    """Looks at the clock at the beginning and at the end of the self-test."""

    def __init__(self) -> None:
        self._wall, self._steady = time.time(), time.monotonic()

    def is_sane(self, now: datetime | None = None) -> Found:
        """A day on which this program can be, a clock that goes as fast as time, and the hours of Việt Nam."""
        today = now or datetime.now(UTC)
        drift = (time.time() - self._wall) - (time.monotonic() - self._steady)
        shown = f"{today.astimezone():%d/%m/%Y %H:%M:%S %z}"
        if not _EARLIEST <= today <= _LATEST:
            raise StepError(f"đồng hồ máy sai ngày: {shown}")
        if abs(drift) > _MOST_DRIFT_S:
            raise StepError(f"đồng hồ máy vừa nhảy {drift:+.0f} giây")
        if today.astimezone().utcoffset() != _HOURS_OF_VIETNAM:
            return Found(
                f"{shown}; múi giờ của máy không phải UTC+7, giấy tờ vẫn ghi giờ Việt Nam", Verdict.NOTE
            )
        return Found(shown)


def line_answers(centre: Centre | None) -> Found:
    """Ask the centre for TLS and look at its certificate. Nobody logs in, so a desk's own certificate is not needed."""
    if centre is None:
        return Found("chưa có đường mạng để thử (thêm --centre MÁY:CỔNG)", Verdict.NOTE)
    about = _trusting(centre.authority)
    with socket.create_connection((centre.host, centre.port), _PATIENCE_S) as plain:
        plain.sendall(_SSL_REQUEST)
        if plain.recv(1) != b"S":
            raise StepError(
                f"{centre.host}:{centre.port} trả lời nhưng không dùng TLS như cổng của trung tâm"
            )
        try:
            with about.wrap_socket(plain, server_hostname=centre.host) as line:
                return _told(line, centre)
        except ssl.SSLCertVerificationError as error:
            raise StepError(f"chứng chỉ của {centre.host} không đúng: {error.verify_message}") from error


def _trusting(authority: Path | None) -> ssl.SSLContext:
    about = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    about.minimum_version = ssl.TLSVersion.TLSv1_3
    if authority is None:
        about.check_hostname = False
        about.verify_mode = ssl.CERT_NONE
    else:
        about.load_verify_locations(authority)
    return about


def _told(line: ssl.SSLSocket, centre: Centre) -> Found:
    given = hashlib.sha256(line.getpeercert(binary_form=True) or b"").hexdigest()
    named = f"{line.version()} với {centre.host}:{centre.port}, chứng chỉ SHA-256 {given[:16]}…"
    if centre.authority is None:
        return Found(f"{named}; CHƯA biết có đúng trung tâm không vì không có --authority", Verdict.NOTE)
    return Found(f"{named}, đúng người cấp và đúng tên máy")


def screen_is_there() -> bool:
    """Whether a window can be shown: a service of Windows and a shell of root have no screen, and Qt would end the process."""
    if sys.platform == "win32":
        return _session_of_windows() != 0
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    """Asks as Qt's plugin will: an address alone does not say that we are let in."""
    import ctypes  # noqa: PLC0415  its absence must end this step only

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    # Left open until the process ends: a server whose last client goes begins anew (Xserver(1), -noreset), and Qt would find it gone.
    return True


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _session_of_windows() -> int:
        """0 is where services live and setups that a server starts; it has no screen (ProcessIdToSessionId)."""
        session = wintypes.DWORD()
        if not ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(session)):
            return 0
        return session.value

else:

    def _session_of_windows() -> int:
        return 0
