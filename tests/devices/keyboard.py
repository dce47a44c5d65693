"""A keyboard without a window: people who type, scanners that type, and input methods that rewrite what either typed.

Times are simulated. The harness plays the part of the window: it runs the recogniser's timer, keeps what comes through
and counts how long each key was held.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from kt1desk.devices.keys import Key, KeyKind
from kt1desk.devices.wedge import Recogniser, Verdict
from kt1desk.domain.identifiers import number_at

WORDS = tuple(
    """SO NOI VU LANG SON UBND TINH KT1 HOA TOC 0912345678 NGUYEN VAN THANH 250000 DONG KINH TAM THANH BUU DIEN 12.500
    20/11/2026 PHONG HANH CHINH H37.12 TUI NP ME473124829 020099001234 ME473124829VN TUI25000017""".split()  # noqa: SIM905
)
CODES = (
    "ME473124829VN",
    "MA000000014VN",
    "TUI25000017",
    "NP0041772",
    "H37.12-251120-0012",
    "ME473124829VN 0.2.1.42",
)


@dataclass
class Field:
    """A window with one field behind the recogniser."""

    recogniser: Recogniser
    passed: list[Key] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    hooked: int = 0
    delays_ms: list[float] = field(default_factory=list)

    def receive(self, keys: Iterable[Key]) -> Field:
        for key in keys:
            self._run_timer(until_ms=key.at_ms)
            verdict = self.recogniser.feed(key)
            self._obey(verdict, key.at_ms)
            if not verdict.keep:
                self._show(key, key.at_ms)
        self._run_timer(until_ms=math.inf)
        return self

    @property
    def text(self) -> str:
        shown = ""
        for key in self.passed:
            if key.kind is KeyKind.ERASE:
                shown = shown[:-1]
            elif key.kind is KeyKind.CHARACTER:
                shown += key.char
            elif key.kind is KeyKind.END:
                shown += "\n"
        return shown

    def _run_timer(self, until_ms: float) -> None:
        due_ms = self.recogniser.deadline_ms
        if due_ms is not None and due_ms < until_ms:
            self._obey(self.recogniser.expire(due_ms), due_ms)

    def _obey(self, verdict: Verdict, now_ms: float) -> None:
        for key in verdict.release:
            self._show(key, now_ms)
        if verdict.retract:
            taken = self.passed[-len(verdict.retract) :]
            assert "".join(key.char for key in taken) == verdict.retract
            del self.passed[-len(verdict.retract) :]
        if verdict.code:
            self.codes.append(verdict.code)
        self.hooked += verdict.hooked

    def _show(self, key: Key, now_ms: float) -> None:
        self.passed.append(key)
        self.delays_ms.append(now_ms - key.at_ms)


def char(sign: str, at_ms: float, *, injected: bool = False) -> Key:
    return Key(at_ms, KeyKind.CHARACTER, sign, injected=injected)


def end(at_ms: float) -> Key:
    return Key(at_ms, KeyKind.END)


def typist(rng: random.Random, *, keys_per_s: float, spread: float, count: int) -> list[Key]:
    """A person: words, blanks and Enters with log-normal gaps (``spread`` is their coefficient of variation)."""
    sigma = math.sqrt(math.log(1 + spread * spread))
    mu = math.log(1000 / keys_per_s) - sigma * sigma / 2
    at_ms = 0.0
    keys: list[Key] = []
    while len(keys) < count:
        for sign in rng.choice(WORDS):
            at_ms += rng.lognormvariate(mu, sigma)
            keys.append(char(sign, at_ms))
        at_ms += rng.lognormvariate(mu, sigma)
        keys.append(end(at_ms) if rng.random() < 0.5 else char(" ", at_ms))
    return keys


def burst(
    code: str,
    *,
    keys_per_s: float,
    rng: random.Random | None = None,
    jitter: float = 0.0,
    start_ms: float = 0.0,
    suffix: int = 1,
) -> list[Key]:
    """A scanner: one code at a steady speed, then ``suffix`` Enters."""
    at_ms, keys = start_ms, []
    for sign in [*code, *["\n"] * suffix]:
        at_ms += 1000 / keys_per_s * max(0.0, 1 + (rng.gauss(0, jitter) if rng else 0.0))
        keys.append(end(at_ms) if sign == "\n" else char(sign, at_ms))
    return keys


def item_number(rng: random.Random, prefix: str) -> str:
    return number_at(prefix, rng.randrange(10**8)).text


def _marks(table: str) -> dict[str, str]:
    """``AA=Â`` for each pair: what stands there and the key, and what the input method makes of both."""
    return dict(entry.split("=") for entry in table.split())


TELEX = _marks(
    "AA=Â EE=Ê OO=Ô DD=Đ AW=Ă OW=Ơ UW=Ư AS=Á ES=É OS=Ó US=Ú IS=Í YS=Ý AF=À EF=È OF=Ò UF=Ù "
    "AR=Ả ER=Ẻ OR=Ỏ UR=Ủ AX=Ã EX=Ẽ OX=Õ UX=Ũ IX=Ĩ AJ=Ạ EJ=Ẹ OJ=Ọ UJ=Ụ IJ=Ị YJ=Ỵ"
)
VNI = _marks(
    "A1=Á A2=À A3=Ả A4=Ã A5=Ạ A6=Â A8=Ă D9=Đ E1=É E2=È E3=Ẻ E4=Ẽ E5=Ẹ E6=Ê O1=Ó O4=Õ O6=Ô O7=Ơ "
    "U1=Ú U2=Ù U3=Ủ U4=Ũ U5=Ụ U7=Ư I1=Í I2=Ì I4=Ĩ Y3=Ỷ "
    "Ũ5=Ụ Ú2=Ù Á6=Ấ Ã8=Ẵ Õ6=Ỗ Ẽ6=Ễ"  # a second digit replaces a tone or adds a mark
)
DELAY_OF_HOOK_MS = 1.0


def through_hook(code: str, marks: dict[str, str], *, gap_ms: float, start_ms: float = 0.0) -> list[Key]:
    """What arrives when a hooking input method sits between a scanner and the window."""
    at_ms, shown, keys = start_ms, "", []
    for sign in code:
        at_ms += gap_ms
        composed = marks.get(shown[-1:] + sign)
        if composed is not None:
            keys += [
                Key(at_ms + DELAY_OF_HOOK_MS / 2, KeyKind.ERASE),
                char(composed, at_ms + DELAY_OF_HOOK_MS, injected=True),
            ]
            shown = shown[:-1] + composed
        elif marks is TELEX and sign == "W":
            keys.append(char("Ư", at_ms + DELAY_OF_HOOK_MS, injected=True))
            shown += "Ư"
        else:
            keys.append(char(sign, at_ms))
            shown += sign
    return [*keys, end(at_ms + gap_ms)]
