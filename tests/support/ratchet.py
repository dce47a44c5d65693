"""Coverage that may only rise: compares a coverage report with the figures of `tests/ratchet.toml`.

Run by `make coverage` after the tests, with the path of the JSON report. Prints every package, so that a figure which
can be raised is seen.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.tree import ROOT

RATCHET = ROOT / "tests" / "ratchet.toml"
SLACK = 1.0
"""Points above its figure from which a package is named as ready to be raised."""


@dataclass
class Share:
    """Statements and branches of one package, counted and reached."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, summary: dict[str, int]) -> None:
        self.counts["all"] += summary["num_statements"] + summary.get("num_branches", 0)
        self.counts["reached"] += summary["covered_lines"] + summary.get("covered_branches", 0)

    def percent(self) -> float:
        return 100.0 * self.counts["reached"] / self.counts["all"] if self.counts["all"] else 100.0


def measured(report: Path) -> dict[str, Share]:
    """Shares by package (`kt1desk/domain`), and under `total` of everything."""
    shares: dict[str, Share] = {"total": Share()}
    for name, entry in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        package = "/".join(Path(name).parts[:2]) if len(Path(name).parts) > 2 else "kt1desk"
        for key in ("total", package):
            shares.setdefault(key, Share()).add(entry["summary"])
    return shares


def complaints(shares: dict[str, Share], floors: dict[str, float]) -> list[str]:
    """Packages below their floor, floors of packages that are gone, and packages that have no floor."""
    found = [f"{name}: has a floor in {RATCHET.name} and no code" for name in floors if name not in shares]
    for name, share in shares.items():
        if name not in floors:
            found.append(f"{name}: {share.percent():.1f} %, has no floor in {RATCHET.name}")
        elif share.percent() < floors[name]:
            found.append(f"{name}: {share.percent():.1f} % is below its floor of {floors[name]} %")
    return found


def main(report: Path) -> int:
    """Print the table and the complaints; return the exit code."""
    coverage = tomllib.loads(RATCHET.read_text(encoding="utf-8"))["coverage"]
    floors: dict[str, float] = {"total": coverage["total"], **coverage["packages"]}
    shares = measured(report)
    for name, share in sorted(shares.items()):
        raise_it = name in floors and share.percent() > floors[name] + SLACK
        print(f"{share.percent():6.1f} %  {name}{'  (its floor can be raised)' if raise_it else ''}")
    found = complaints(shares, floors)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
