"""Every attack on an upgrade, each against an installation of its own: refused, with the right sentence, and what ran runs on.

    python -m tests.support.update_attacks OUT      writes OUT/update-attacks.json; exit code 0 where all were refused

Plain Python with tuf and cryptography and without pytest, so that a Windows Python can be asked too.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support import attack_files, attack_metadata, attack_zips
from tests.support.attack_kit import ATTACKS, Attack, run

__all__ = ["ATTACKS", "FAMILIES", "Attack", "run"]

FAMILIES = (attack_metadata, attack_files, attack_zips)
"""Each adds its attacks to `ATTACKS` when it is loaded."""


def main(words: Sequence[str]) -> int:
    """Carry out all attacks and write what became of them."""
    out = Path(words[0])
    out.mkdir(parents=True, exist_ok=True)
    told: dict[str, str] = {}
    for one in ATTACKS:
        with tempfile.TemporaryDirectory(prefix="kt1desk-attack-") as made:
            try:
                told[one.name] = run(one, Path(made), start=True) or "nothing newer"
            except Exception as error:  # noqa: BLE001 - one failed attack does not hide the others
                told[one.name] = f"NOT REFUSED: {type(error).__name__}: {error}"
        print(f"{told[one.name]:24} {one.name}", flush=True)
    failed = [name for name, said in told.items() if said.startswith("NOT REFUSED")]
    summary = {"python": sys.version, "platform": sys.platform, "attacks": told, "failed": failed}
    (out / "update-attacks.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    print(f"{len(told) - len(failed)} of {len(told)} refused")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
