"""Reads Code 128 by the table of ISO/IEC 15417 alone: it shares no code with what draws the bars, and needs no picture."""

from __future__ import annotations

from itertools import groupby

_TABLE = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221
223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131
311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141
214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232
"""
_VALUE = {widths: value for value, widths in enumerate(_TABLE.split())}
_STOP = "2331112"
_SHIFT, _TO_C, _TO_B, _TO_A = 98, 99, 100, 101
_SET_OF_START = {103: "A", 104: "B", 105: "C"}


class NotCode128Error(ValueError):
    """No symbol of Code 128."""


def read(modules: str) -> str:
    """The text of a symbol given module by module, "1" for a bar.

    Raises:
        NotCode128Error: no start, a character that is none, a wrong check character, or no stop.
    """
    widths = "".join(str(len(list(run))) for _, run in groupby(modules))
    if not widths.endswith(_STOP) or (len(widths) - len(_STOP)) % 6:
        raise NotCode128Error(widths)
    try:
        values = [_VALUE[widths[at : at + 6]] for at in range(0, len(widths) - len(_STOP), 6)]
    except KeyError as unknown:
        raise NotCode128Error(widths) from unknown
    start, *data, check = values
    if start not in _SET_OF_START or check != (start + sum(at * v for at, v in enumerate(data, 1))) % 103:
        raise NotCode128Error(widths)
    return _text(_SET_OF_START[start], data)


def _text(chosen: str, data: list[int]) -> str:
    said: list[str] = []
    once = ""
    for value in data:
        used, once = once or chosen, ""
        if used == "C" and value < _TO_B:
            said.append(f"{value:02d}")
        elif value in {_TO_C, _TO_B, _TO_A} and {_TO_C: "C", _TO_B: "B", _TO_A: "A"}[value] != used:
            chosen = {_TO_C: "C", _TO_B: "B", _TO_A: "A"}[value]
        elif value == _SHIFT:
            once = "B" if used == "A" else "A"
        elif value < 64 or (used == "B" and value < 95):
            said.append(chr(value + 32))
        else:
            raise NotCode128Error(str(value))
    return "".join(said)
