"""A code garbled by a Vietnamese input method is recovered with proof or refused, never guessed."""

from __future__ import annotations

import random

import pytest

from kt1desk.devices.keys import FAST, Key, KeyKind
from kt1desk.devices.rewriting import UNEXPLAINED, eaten_key
from kt1desk.devices.wedge import Recogniser
from kt1desk.domain.identifiers import number_at
from tests.devices.keyboard import TELEX, VNI, Field, char, end, item_number, through_hook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        ("ME", "MẼ", "X4"),
        ("A", "Â", "A6"),
        ("D", "Đ", "D9"),
        ("MO", "MƠ", "W7"),
        ("M", "MƯ", "W]"),
        ("MŨ", "MỤ", "J5"),  # a second tone replaces the first
        ("MÂ", "MẤ", "S1"),
        ("Â", "AA", "A"),  # the same letter once more takes the mark back
        ("MÁ", "MA", "Z0"),
        ("TÚI", "TUÍN", "N"),  # the tone moves on when the next letter comes
        ("ME", "MXY", ""),
        ("ME", "MẾ", ""),  # two marks by one key: no method does that
    ],
)
def test_the_mark_that_appeared_tells_the_key_that_was_eaten(before: str, after: str, keys: str) -> None:
    assert eaten_key(before, after) == (frozenset(keys) if keys else UNEXPLAINED)


@pytest.mark.parametrize("marks", [TELEX, VNI], ids=["telex", "vni"])
@pytest.mark.parametrize("gap_ms", [2, 4, 8, 16])
def test_every_garbled_item_number_is_recovered_exactly(marks: dict[str, str], gap_ms: float) -> None:
    rng = random.Random(gap_ms)
    garbled = 0

    while garbled < 250:
        prefix = rng.choice(("M" + rng.choice(LETTERS), rng.choice(("AA", "EE", "DD", "OO", "UW", "WW"))))
        code = item_number(rng, prefix)
        keys = through_hook(code, marks, gap_ms=gap_ms)
        if "".join(key.char for key in keys) == code:
            continue
        garbled += 1

        field = Field(Recogniser(FAST)).receive(keys)

        assert (field.codes, field.text, field.hooked) == ([code], "", 0)


def test_a_code_without_a_check_digit_is_refused_and_leaves_nothing_behind() -> None:
    keys = through_hook("TUI25000017", VNI, gap_ms=4)

    field = Field(Recogniser(FAST)).receive(keys)

    assert (field.codes, field.hooked, field.text) == ([], 1, "")


def test_a_garbled_number_with_a_wrong_check_digit_is_refused() -> None:
    keys = through_hook("ME473124828VN", VNI, gap_ms=4)

    field = Field(Recogniser(FAST)).receive(keys)

    assert (field.codes, field.hooked, field.text) == ([], 1, "")


def test_a_rewriting_that_cannot_be_explained_is_refused() -> None:
    code = "ME473124829VN"
    keys = [char(sign, 5.0 * place) for place, sign in enumerate(code, start=1)]
    keys[2:3] = [Key(16, KeyKind.ERASE), char("Ế", 17, injected=True)]

    field = Field(Recogniser(FAST)).receive([*keys, end(75)])

    assert (field.codes, field.hooked, field.text) == ([], 1, "")


def test_letters_sent_again_with_real_scan_codes_count_as_sent_again() -> None:
    # "EA" and a 6 under VNI: the hook erases both letters and sends "EÂ", the E by its own key.
    code = number_at("EA", 63124829).text
    head = [char("E", 5), char("A", 10), Key(15, KeyKind.ERASE), Key(15.5, KeyKind.ERASE)]
    sent_again = [char("E", 16), char("Â", 16.5, injected=True)]
    rest = [char(sign, 20 + 5.0 * place) for place, sign in enumerate(code[3:])]

    field = Field(Recogniser(FAST)).receive([*head, *sent_again, *rest, end(80)])

    assert (field.codes, field.hooked, field.text) == ([code], 0, "")


def test_vietnamese_typed_through_the_hook_arrives_as_the_hook_sent_it() -> None:
    at_ms, keys = 0.0, []
    for step in ["T", "I", "E", "⌫Ê", "N", "G", "⌫⌫⌫ẾNG", " ", "V", "I", "E", "⌫Ê", "⌫Ệ", "T"]:
        at_ms += 95
        for place, sign in enumerate(step):
            if sign == "⌫":
                keys.append(Key(at_ms + place, KeyKind.ERASE))
            else:
                keys.append(char(sign, at_ms + place, injected="⌫" in step))

    field = Field(Recogniser(FAST)).receive(keys)

    assert (field.text, field.codes, field.hooked) == ("TIẾNG VIỆT", [], 0)
