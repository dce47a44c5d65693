"""Another program that has a desk's database locked, as a scanner of viruses or a backup might.

    python -m tests.faults.children.lock_holder DATABASE < a line with the key in hex, then the end of the input

Says ``locked`` once it is, and lets go when its input ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kt1desk.store.connection import open_raw

if __name__ == "__main__":
    database = open_raw(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline().strip()))
    database.execute("BEGIN EXCLUSIVE")
    print("locked", flush=True)
    sys.stdin.read()
    database.close()
