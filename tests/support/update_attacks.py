"""Every attack on an upgrade, each against an installation of its own: refused, with the right sentence, and what ran runs on. And an
upgrade cut off at each step: a whole version starts, and the next run completes it.

    python -m tests.support.update_attacks OUT      writes OUT/update-attacks.json; exit code 0 where all is as it must be

Plain Python with tuf and cryptography and without pytest, so that a Windows Python can be asked too.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.support import attack_files, attack_metadata, attack_zips
from tests.support.attack_kit import ATTACKS, Attack, run
from tests.support.update_kills import POINTS, run_kill

__all__ = ["ATTACKS", "FAMILIES", "Attack", "run"]

FAMILIES = (attack_metadata, attack_files, attack_zips)
"""Each adds its attacks to `ATTACKS` when it is loaded."""


def main(words: Sequence[str]) -> int:
    """Carry out all attacks and write what became of them."""
    out = Path(words[0])
    out.mkdir(parents=True, exist_ok=True)
    told: dict[str, str] = {}
    tries = {one.name: partial(run, one, start=True) for one in ATTACKS}
    tries |= {f"killed at {point}": partial(run_kill, point) for point in POINTS}
    for name, act in tries.items():
        with tempfile.TemporaryDirectory(prefix="kt1desk-attack-") as made:
            try:
                told[name] = act(Path(made)) or "nothing newer"
            except Exception as error:  # noqa: BLE001 - one that fails does not hide the others
                told[name] = f"FAILED: {type(error).__name__}: {error}"
        print(f"{told[name]:24} {name}", flush=True)
    failed = [name for name, said in told.items() if said.startswith("FAILED")]
    summary = {"python": sys.version, "platform": sys.platform, "attacks": told, "failed": failed}
    (out / "update-attacks.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    print(f"{len(told) - len(failed)} of {len(told)} as they must be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
