"""What a port is, and the one loop that hands bytes to a file descriptor and counts them."""

import errno
import os
import select
import sys
import time
from collections.abc import Callable
from typing import Final, Protocol

from kt1desk.domain.errors import DeskError

Progress = Callable[[int], None]
"""Called with the bytes accepted so far, then with those that have left this machine; with the same number while nothing moves."""

STALL_SECONDS: Final = 20.0
"""No byte accepted for so long: the job is given up. 3 s is normal while a label is printed."""
_PIECE: Final = 1024
_DRAIN_TICK_SECONDS: Final = 0.02
TICK_SECONDS: Final = 0.1
"""How long a port waits for a printer to take bytes before it looks again."""
_HEARD_AT_ONCE: Final = 4096
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.EPIPE, errno.ECONNRESET, errno.ESHUTDOWN, errno.EBADF}


class PortError(DeskError):
    """A port that failed, with the exact number of bytes it had accepted.

    ``sent`` decides everything afterwards: 0 means the paper cannot have moved, more means nobody knows.
    """

    def __init__(self, code: str, sent: int = 0) -> None:
        super().__init__(code, "printer", sent=sent)
        self.sent = sent


class Port(Protocol):
    """One way to a printer, used by one worker at a time."""

    def open(self) -> None:
        """Take the printer for this worker alone.

        Raises:
            PortError: ``printer.missing``, ``printer.busy``, ``printer.no_permission``, ``printer.unplugged``,
                ``printer.folder_unwritable`` or ``printer.not_supported_here``.
        """

    def send(self, data: bytes, progress: Progress) -> int:
        """Hand all bytes over and return their number.

        Raises:
            PortError: ``printer.unplugged`` or ``printer.stalled``, with the bytes accepted before.
        """

    @property
    def hears(self) -> bool:
        """Whether an answer of the printer can come this way; known once it is open."""

    def receive(self, wait_s: float) -> bytes:
        """What the printer has said; b"" when nothing came within ``wait_s`` seconds, or nothing can come this way.

        Raises:
            PortError: ``printer.unplugged``; nothing is known of bytes sent before, so ``sent`` is 0 and without meaning.
        """

    def close(self) -> None:
        """Give the printer back; may be called twice."""


def open_error(error: OSError) -> PortError:
    """The refusal for what the system said when a device was opened."""
    code = {
        errno.ENOENT: "printer.missing",
        errno.ENODEV: "printer.missing",
        errno.ENXIO: "printer.missing",
        errno.ENOTDIR: "printer.missing",
        errno.ECONNREFUSED: "printer.missing",
        errno.EHOSTUNREACH: "printer.missing",
        errno.ENETUNREACH: "printer.missing",
        errno.EACCES: "printer.no_permission",
        errno.EPERM: "printer.no_permission",
        errno.EBUSY: "printer.busy",
        errno.EAGAIN: "printer.busy",
    }.get(error.errno or 0, "printer.unplugged")
    return PortError(code)


def push(
    ready_to_take: Callable[[], bool],
    write: Callable[[bytes], int],
    data: bytes,
    progress: Progress,
    stall_seconds: float,
) -> int:
    """Hand bytes over piece by piece with an exact count.

    Args:
        ready_to_take: waits a moment for the far end; whether it takes bytes now.
        write: takes some bytes and says how many.
        data: what to send.
        progress: told after each piece, and at each moment in which nothing was taken.
        stall_seconds: patience without a single byte accepted.

    Raises:
        PortError: ``printer.unplugged``, ``printer.write_failed`` or ``printer.stalled`` with the exact count.
    """
    done = 0
    last = time.monotonic()
    while done < len(data):
        accepted = 0
        try:
            if ready_to_take():
                accepted = write(data[done : done + _PIECE])
        except (BlockingIOError, InterruptedError):
            accepted = 0
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno not in _GONE:
                raise PortError("printer.write_failed", done) from error
            raise PortError("printer.unplugged", done) from error
        if accepted:
            done += accepted
            last = time.monotonic()
        elif time.monotonic() - last > stall_seconds:
            raise PortError("printer.stalled", done)
        progress(done)
    return done


def write_all(fd: int, data: bytes, progress: Progress, stall_seconds: float) -> int:
    """Write to a non-blocking descriptor with an exact count, see `push`.

    pyserial's own write is not used: after its time-out nobody knows how much went out (resuming sent 512 bytes twice
    and spoilt the next label), and its non-blocking mode spins at full load when the buffer is full.
    """
    return push(
        lambda: bool(select.select([], [fd], [], TICK_SECONDS)[1]),
        lambda piece: os.write(fd, piece),
        data,
        progress,
        stall_seconds,
    )


def drain(still_here: Callable[[], int], count: int, progress: Progress, stall_seconds: float) -> None:
    """Wait until all bytes have left this machine: bytes accepted are not bytes on the wire.

    Args:
        still_here: how many of them the system still holds; an `OSError` where the far end is gone.
        count: bytes accepted.
        progress: told at each look how many have left.
        stall_seconds: patience without a single byte that leaves.

    Raises:
        PortError: ``printer.unplugged`` or ``printer.stalled``, both with ``count``: nobody knows which of them arrived.
    """
    last_left, last = -1, time.monotonic()
    while True:
        try:
            left = still_here()
        except OSError as error:
            raise PortError("printer.unplugged", count) from error
        if left != last_left:
            last_left, last = left, time.monotonic()
        progress(count - left)
        if not left:
            return
        if time.monotonic() - last > stall_seconds:
            raise PortError("printer.stalled", count)
        time.sleep(_DRAIN_TICK_SECONDS)


def read_some(fd: int, wait_s: float, *, nothing_is_gone: bool) -> bytes:
    """What lies ready at a non-blocking descriptor, b"" when nothing came in time.

    Args:
        fd: descriptor in non-blocking mode.
        wait_s: how long to wait for the first byte.
        nothing_is_gone: a serial line that says it has something and then has nothing was unplugged; a USB printer may
            mean it, and is gone only when the system says that too.

    Raises:
        PortError: ``printer.unplugged``.
    """
    try:
        if not select.select([fd], [], [], wait_s)[0]:
            return b""
        heard = os.read(fd, _HEARD_AT_ONCE)
    except (BlockingIOError, InterruptedError):
        return b""
    except (OSError, ValueError) as error:
        raise PortError("printer.unplugged") from error
    if not heard and (nothing_is_gone or _has_hung_up(fd)):
        raise PortError("printer.unplugged")
    return heard


def _has_hung_up(fd: int) -> bool:
    if sys.platform == "win32":  # no descriptor of Windows comes here
        return False
    asked = select.poll()
    asked.register(fd, select.POLLIN)
    return any(told & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, told in asked.poll(0))
