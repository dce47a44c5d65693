r"""The process closed to the rest of the machine: no core file, no other program of the same user looking in, no file for others to read.

The keys of the books, and passwords that Python cannot wipe, lie in the memory of a desk while somebody is logged in. What the system
would write of that memory to the disk, or show to whoever runs under the same account, is refused here before any secret is read. Called
once by every process of the program, and so once more after a log-off, which begins the program anew: the kernel makes each new program
dumpable again (prctl(2), PR_SET_DUMPABLE).

* Linux: not dumpable (no core, whatever ``kernel.core_pattern`` says, a pipe to a crash reporter included; no ptrace and no reading of
  ``/proc/PID`` by the same user), ``RLIMIT_CORE`` 0 for the program and all it starts, new files for their owner only (umask 077).
* Windows: no error boxes (`SetErrorMode`), no report of this program and no heap in one that is made all the same
  (`WerAddExcludedApplication`, `WerSetFlags`). Full dumps that an administrator asked for under
  ``HKLM\SOFTWARE\Microsoft\Windows\Windows Error Reporting\LocalDumps`` are his and come all the same: that key may not be set on a
  desk's machine, and hibernation and page file are a matter of the encrypted disk.

It does not hold against root or an administrator. This module must not know what is kept in memory.
"""

from __future__ import annotations

import ctypes
import os
import sys

if sys.platform == "win32":
    from pathlib import Path

    _QUIET = 0x0001 | 0x0002 | 0x8000
    """SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX (errhandlingapi.h)."""
    _NO_HEAP = 0x1
    """WER_FAULT_REPORTING_FLAG_NOHEAP (werapi.h)."""

    def _no_dumps() -> None:
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_QUIET)
        kernel.WerSetFlags(_NO_HEAP)
        # of this user only: for all users it would need an administrator
        ctypes.WinDLL("wer").WerAddExcludedApplication(ctypes.c_wchar_p(Path(sys.executable).name), False)

else:
    import resource

    _SET_DUMPABLE = 4
    """PR_SET_DUMPABLE, linux/prctl.h."""

    def _no_dumps() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            library = ctypes.CDLL(None, use_errno=True)
            if library.prctl(_SET_DUMPABLE, *(ctypes.c_ulong(0),) * 4):
                raise OSError(ctypes.get_errno(), "prctl")


def harden() -> None:
    """Close this process. Twice is the same as once.

    Raises:
        OSError: the system refuses. A desk that may be dumped does not open.
    """
    os.umask(0o077)
    _no_dumps()
