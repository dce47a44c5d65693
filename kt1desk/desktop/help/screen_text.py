"""A section of the guide as a browser shows it: in the colours and sizes of the theme, pictures no wider than the room they have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImageReader

from kt1desk.desktop.help.guide import PICTURES_DIR, Guide, Section
from kt1desk.desktop.help.markup import Block, Kind, Tone, blocks_of, runs_of
from kt1desk.desktop.key_words import key_name
from kt1desk.desktop.look.theme import Theme
from kt1desk.desktop.page_keys import PageKey

Groups = Sequence[tuple[str, Sequence[PageKey]]]
_SHEET = """
body {{ color: {text}; }}
h1 {{ font-size: 16pt; font-weight: 600; margin: 0 0 8px 0; }}
h2 {{ font-size: 13pt; font-weight: 600; margin: 16px 0 4px 0; }}
h3 {{ font-size: 11pt; font-weight: 600; margin: 14px 0 4px 0; }}
p {{ margin: 0 0 8px 0; }}
li {{ margin: 0 0 4px 0; }}
th {{ color: {muted}; text-align: left; font-weight: 500; }}
td, th {{ padding: 4px 12px 4px 0; }}
.key {{ color: {text}; background-color: {tint}; font-weight: 600; }}
.note {{ color: {warn}; background-color: {warn_fill}; }}
.title {{ color: {muted}; font-size: 10pt; }}
"""


def sheet(theme: Theme) -> str:
    """The style sheet of the browser's document."""
    return _SHEET.format(
        text=theme.text, muted=theme.muted, tint=theme.tint, warn=theme.warn, warn_fill=theme.warn_fill
    )


def page_of(guide: Guide, section: Section, width: int) -> str:
    """A section as HTML; of a chapter all its sections. ``width``: pixels that a picture may have."""
    shown = [section]
    if section.level == 1:
        behind = guide.sections[guide.sections.index(section) + 1 :]
        shown += behind[: next((at for at, each in enumerate(behind) if each.level == 1), len(behind))]
    parts = []
    for each in shown:
        size = 1 if each is section else 2
        parts.append(f"<h{size}>{_line(each.title)}</h{size}>")
        parts += [_BLOCKS[block.kind](block, width) for block in blocks_of(each.text)]
    return f"<body>{''.join(parts)}</body>"


def keys_of(groups: Groups) -> str:
    """Groups of keys under their titles, as HTML."""
    parts = []
    for title, keys in groups:
        rows = (f"<tr><td>{_cap(key.key)}</td><td>{escape(key.does)}</td></tr>" for key in keys)
        parts.append(f"<h3>{escape(title)}</h3><table>{''.join(rows)}</table>")
    return f"<body>{''.join(parts)}</body>"


def _cap(key: str) -> str:
    return _TONES[Tone.KEY].format(escape(key_name(key)))


def _line(text: str) -> str:
    return "".join(
        _cap(run.text) if run.tone is Tone.KEY else _TONES[run.tone].format(escape(run.text))
        for run in runs_of(text)
    )


def _list(tag: str) -> Callable[[Block, int], str]:
    return lambda block, _: f"<{tag}>{''.join(f'<li>{_line(row[0])}</li>' for row in block.rows)}</{tag}>"


def _table(block: Block, _width: int) -> str:
    head, *rows = block.rows
    return f"<table>{_row(head, 'th')}{''.join(_row(row, 'td') for row in rows)}</table><p></p>"


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_line(cell)}</{tag}>' for cell in cells)}</tr>"


def _picture(block: Block, width: int) -> str:
    title, name = block.rows[0]
    path = PICTURES_DIR / name
    own = _size(path)
    wide = min(width, own.width()) if own.width() > 0 else width
    # Told its height, the text is laid out without the picture: it is read when it comes into sight.
    high = round(wide * own.height() / own.width()) if own.width() > 0 else 0
    tall = f' height="{high}"' if high > 0 else ""
    return (
        f'<p><img src="{_url(path)}" width="{wide}"{tall}><br><span class="title">{_line(title)}</span></p>'
    )


@cache
def _size(path: Path) -> QSize:
    return QImageReader(str(path)).size()


def _url(path: Path) -> str:
    return QUrl.fromLocalFile(str(path)).toString()


_TONES = {Tone.PLAIN: "{}", Tone.STRONG: "<b>{}</b>", Tone.KEY: '<span class="key">&nbsp;{}&nbsp;</span>'}
_BLOCKS: dict[Kind, Callable[[Block, int], str]] = {
    Kind.HEADING: lambda block, _: f"<h3>{_line(block.rows[0][0])}</h3>",
    Kind.TEXT: lambda block, _: f"<p>{_line(block.rows[0][0])}</p>",
    Kind.NOTE: lambda block, _: f'<p><span class="note">&nbsp;{_line(block.rows[0][0])}&nbsp;</span></p>',
    Kind.BULLETS: _list("ul"),
    Kind.NUMBERS: _list("ol"),
    Kind.TABLE: _table,
    Kind.PICTURE: _picture,
}
