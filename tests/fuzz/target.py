"""What is fuzzed: a parser, right inputs for it, and the words of its format. A parser of several layers is fed at each of them.

Most of what a wrong file can do wrong lies behind a check sum, a signature or DEFLATE, and random changes never get there. So a layer may
begin behind one: its ``feed`` packs and seals what was changed, or hands it to the very function that reads what was unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """One way into a parser.

    Attributes:
        name: part of the name of a kept finding.
        seeds: makes right inputs; at least one of them must be taken without a refusal.
        feed: gives an input to the parser; whatever it returns is of no matter.
        words: what the format is made of.
        tree: inputs are JSON, and half of them are changed as trees.
        share: how often it is fed, against the others.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    feed: Callable[[bytes], object]
    words: tuple[bytes, ...] = ()
    tree: bool = False
    share: int = 1


@dataclass(frozen=True, slots=True)
class Target:
    """One parser. ``around`` is entered for as long as it is fed."""

    name: str
    layers: tuple[Layer, ...]
    around: Callable[[], AbstractContextManager[object]] = nullcontext
