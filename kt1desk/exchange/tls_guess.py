"""Which way of agreeing on a key the desk tries first when it opens the line: a wrong guess costs a turn.

In TLS 1.3 the client sends its half of the agreement at once, for the group it guesses; where the server wants another one, it says so and
all begins anew (RFC 8446, 4.1.4). PostgreSQL up to 17 knows a single group, P-256 unless its ``ssl_ecdh_curve`` says otherwise. OpenSSL
since 3.5 guesses X25519 with ML-KEM: 1,500 bytes in vain and one turn, half a second at 64 kbit/s and 300 ms. libpq has no parameter for
it. OpenSSL takes its defaults from a file that the environment names when it is used for the first time in a process (config(5),
SSL_CONF_cmd(3): ``Groups``).

A server with other wishes is still understood; it costs the turn again. This module must not know what is connected to.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

_VARIABLE = "OPENSSL_CONF"
_DEFAULTS = """
openssl_conf = all
[all]
ssl_conf = tls
[tls]
system_default = line
[line]
Groups = P-256:X25519:P-384
"""


@contextlib.contextmanager
def guessing_well() -> Iterator[None]:
    """While this lasts, OpenSSL finds our defaults if it looks for any. Who has set others for this machine keeps them."""
    if _VARIABLE in os.environ:
        yield
        return
    with contextlib.ExitStack() as stack:
        # without a place for the file the line opens all the same, a turn later
        with contextlib.suppress(OSError):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="kt1desk-tls-"))
            file = Path(folder, "openssl.cnf")
            file.write_text(_DEFAULTS, encoding="ascii")
            os.environ[_VARIABLE] = str(file)
            stack.callback(os.environ.pop, _VARIABLE, None)
        yield
