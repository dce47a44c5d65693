"""What a text of the guide names: keys and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.help.markup import Kind, Tone, blocks_of, runs_of


def keys_in(text: str) -> frozenset[str]:
    """Every key that a text names."""
    return frozenset(run.text for run in runs_of(text) if run.tone is Tone.KEY)


def pictures_in(text: str) -> Sequence[tuple[str, str]]:
    """Title and file name of every picture of a text."""
    return [(block.rows[0][0], block.rows[0][1]) for block in blocks_of(text) if block.kind is Kind.PICTURE]
