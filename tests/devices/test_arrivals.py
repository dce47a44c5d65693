"""What a technician is told of a scanner: each key and byte, what is not as it should be, and nothing of a person."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from kt1desk.devices.arrivals import Arrival, Finding, Way
from kt1desk.devices.key_watch import KeyWatch, SeenKey
from kt1desk.devices.keys import FAST, TOLERANT, Key, KeyKind, Profile, calibrated
from kt1desk.devices.line_watch import LineWatch
from kt1desk.devices.scan_shapes import Shape
from kt1desk.devices.wedge import Recogniser
from tests.devices.keyboard import TELEX, VNI, burst, char, end, item_number, through_hook, typist

CODE = "ME473124829VN"
CARD = "020099001234|120456789|Hoàng Thị Mẫu|01021999|Nữ|Khối 1, Kỳ Lừa|28062021"
_LAYOUT = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))


def _text(key: Key) -> str:
    return {KeyKind.END: "\r", KeyKind.ERASE: "\b"}.get(key.kind, key.char)


def watched(seen: Sequence[Key | SeenKey], profile: Profile = FAST) -> list[Arrival]:
    """All that is told of keys that go through the recogniser, its timer run as the window's filter runs it."""
    recogniser, watch, told = Recogniser(profile), KeyWatch(profile), []
    for each in seen:
        one = each if isinstance(each, SeenKey) else SeenKey(each, _text(each))
        due = recogniser.deadline_ms
        if due is not None and due < one.key.at_ms:
            watch.timed_out(recogniser.expire(due))
        told.append(watch.see(one, recogniser.feed(one.key)))
    if (due := recogniser.deadline_ms) is not None:
        watch.timed_out(recogniser.expire(due))
    return [arrival for arrival in (*told, watch.end()) if arrival is not None]


def test_a_scan_is_told_with_its_characters_and_times() -> None:
    (arrival,) = watched(burst(CODE, keys_per_s=100, start_ms=1000))

    assert (arrival.way, arrival.shown) == (Way.WEDGE, "ME473124829VN<CR>")
    assert (arrival.kind, arrival.valid, arrival.findings) == (Shape.ITEM, True, ())
    assert (arrival.at_ms, arrival.duration_ms, arrival.widest_gap_ms) == (1010, 120, 10)


@pytest.mark.parametrize(
    ("suffix", "shown", "finding"),
    [
        ("", CODE, Finding.NO_SUFFIX),
        ("\t", f"{CODE}<TAB>", Finding.TAB_SUFFIX),
        ("\r\n", f"{CODE}<CR><LF>", Finding.DOUBLE_SUFFIX),
    ],
)
def test_a_suffix_that_is_not_one_enter_is_named(suffix: str, shown: str, finding: Finding) -> None:
    keys = burst(CODE, keys_per_s=100, suffix=0)
    last = keys[-1].at_ms
    ends = [SeenKey(end(last + 5 * at), sign) for at, sign in enumerate(suffix, start=1)]

    (arrival,) = watched([*keys, *ends])

    assert (arrival.shown, arrival.findings) == (shown, (finding,))


def test_two_scans_without_suffix_are_two() -> None:
    arrivals = watched(
        [
            *burst(CODE, keys_per_s=100, suffix=0),
            *burst("NP0041772", keys_per_s=100, suffix=0, start_ms=300),
        ]
    )

    assert [(each.shown, each.kind) for each in arrivals] == [
        (CODE, Shape.ITEM),
        ("NP0041772", Shape.SEAL),
    ]


def test_a_control_key_before_the_code_is_its_prefix() -> None:
    prefix = SeenKey(Key(1000, KeyKind.OTHER), "\x02")

    (arrival,) = watched([prefix, *burst(CODE, keys_per_s=100, start_ms=1000)])

    assert (arrival.shown, arrival.findings) == (f"<STX>{CODE}<CR>", (Finding.PREFIX,))


def test_what_was_typed_before_a_scan_is_no_part_of_it() -> None:
    typed = [char("T", 0), char("O", 200)]

    (arrival,) = watched([*typed, *burst(CODE, keys_per_s=100, start_ms=400)])

    assert (arrival.shown, arrival.duration_ms, arrival.findings) == (f"{CODE}<CR>", 120, ())


@pytest.mark.parametrize(
    ("layout", "finding"), [({"M": "m", "E": "e"}, Finding.CASE), (_LAYOUT, Finding.LAYOUT)]
)
def test_capslock_and_a_vietnamese_layout_are_seen(layout: dict[str, str], finding: Finding) -> None:
    keys = [SeenKey(key, layout.get(key.char, _text(key))) for key in burst(CODE, keys_per_s=100)]

    (arrival,) = watched(keys)

    assert arrival.findings == (finding,)
    assert arrival.kind is Shape.ITEM
    assert next(iter(layout.values())) in arrival.shown


def test_what_an_input_method_did_is_seen_and_that_it_was_undone() -> None:
    (arrival,) = watched(through_hook(CODE, VNI, gap_ms=4))

    assert (arrival.findings, arrival.kind, arrival.valid) == ((Finding.REPAIRED,), Shape.ITEM, True)
    assert arrival.shown == "ME<BS>Ẽ73124829VN<CR>"


def test_a_code_garbled_beyond_proof_is_told_as_refused() -> None:
    (arrival,) = watched(through_hook("TUI25000017", VNI, gap_ms=4))

    assert (arrival.way, arrival.kind, arrival.findings) == (Way.WEDGE, None, (Finding.REWRITTEN,))


def test_a_wrong_check_digit_is_told() -> None:
    (arrival,) = watched(burst("ME473124828VN", keys_per_s=100))

    assert (arrival.kind, arrival.valid, arrival.findings) == (Shape.ITEM, False, (Finding.WRONG_CHECK,))


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        (burst(CODE, keys_per_s=14), Finding.SLOW_KEYS),
        (burst(f"HTTPS://EXAMPLE.VN/{CODE}", keys_per_s=200), Finding.AROUND),
        (burst(f"{CODE}X", keys_per_s=200), Finding.AROUND),
        (burst("8934567890123", keys_per_s=200), Finding.UNKNOWN),
    ],
    ids=["typed", "around", "behind", "unknown"],
)
def test_keys_that_were_almost_a_scan_are_told_with_the_reason(keys: list[Key], finding: Finding) -> None:
    (arrival,) = watched(keys)

    assert (arrival.way, arrival.findings) == (Way.TYPED, (finding,))


def test_a_pause_in_the_middle_of_a_code_is_told_as_too_slow() -> None:
    keys = burst(CODE, keys_per_s=200)
    halted = [*keys[:7], *(Key(key.at_ms + 200, key.kind, key.char) for key in keys[7:])]

    (arrival,) = watched(halted)

    assert (arrival.findings, arrival.widest_gap_ms) == ((Finding.SLOW_KEYS,), 205)


def test_what_people_type_is_not_told() -> None:
    keys = typist(random.Random(3), keys_per_s=10, spread=0.35, count=5_000)

    arrivals = watched(keys, TOLERANT)

    assert {each.findings for each in arrivals} == {(Finding.SLOW_KEYS,)}  # whole codes among the words
    assert {each.shown.removesuffix("<CR>").strip() for each in arrivals} == {"ME473124829VN", "TUI25000017"}


@pytest.mark.parametrize("marks", [TELEX, VNI], ids=["telex", "vni"])
def test_a_card_through_the_keyboard_shows_four_digits(marks: dict[str, str]) -> None:
    plain = CARD.upper().replace("À", "A").replace("Ị", "I").replace("Ẫ", "A").replace("Ữ", "U")

    for keys in (
        burst(plain, keys_per_s=200),
        through_hook(plain, marks, gap_ms=4),
        burst(plain, keys_per_s=14),
    ):
        shown = [arrival.shown for arrival in watched(keys)]
        assert shown in (["…1234 (+6)"], ["…1234 (+2)"])  # typed by hand, words count one by one


@pytest.mark.parametrize("pause_ms", [45, 110, 600], ids=["a breath", "halting", "torn apart"])
def test_no_word_of_a_card_is_told_where_the_computer_halts_between_words(pause_ms: int) -> None:
    plain = "020099001234|120456789|HOANG THI MAU|01021999|NU|KHOI LUONG PHUONG, KY LUA|28062021"
    keys, late = [], 0
    for each in burst(plain, keys_per_s=40):
        keys.append(replace(each, at_ms=each.at_ms + late))
        late += pause_ms if each.char == " " else 0

    shown = [arrival.shown for arrival in watched(keys, calibrated(80))]

    assert shown
    assert all(each.startswith("…") for each in shown), shown
    assert watched(burst(CODE, keys_per_s=200))[0].shown == f"{CODE}<CR>"


@pytest.mark.parametrize(
    ("raw", "shown", "kind", "findings"),
    [
        (b"ME473124829VN\r", "ME473124829VN<CR>", Shape.ITEM, ()),
        (b"ME473124829VN\r\n", "ME473124829VN<CR><LF>", Shape.ITEM, ()),
        (b"ME473124828VN\r", "ME473124828VN<CR>", Shape.ITEM, (Finding.WRONG_CHECK,)),
        (b"ME473124829VN", "ME473124829VN", Shape.ITEM, (Finding.NO_END,)),
        (b"\x02NP0041772\r", "<STX>NP0041772<CR>", Shape.SEAL, (Finding.PREFIX,)),
        (b"]C1ME473124829VN\r", "]C1ME473124829VN<CR>", Shape.UNKNOWN, (Finding.AROUND,)),
        (b"8934567890123\t\r", "8934567890123<TAB><CR>", Shape.UNKNOWN, (Finding.UNKNOWN,)),
        (b"K1\x01\r\n\x00secret", "K1… (12 byte)", None, ()),
        (f"{CARD}\r".encode(), "…1234 (+6)", Shape.CARD, ()),
        (b"020099001234||Ho\xe0ng|1|2|3|4\r", "…1234 (+6)", Shape.CARD, (Finding.CODE_PAGE,)),
        (b"020099001234\r", "…1234", Shape.UNKNOWN, (Finding.UNKNOWN,)),
    ],
)
def test_a_serial_line_is_told_byte_by_byte(
    raw: bytes, shown: str, kind: Shape | None, findings: tuple[Finding, ...]
) -> None:
    watch = LineWatch()

    told = [*watch.see(raw, 1000), *watch.see(b"", 1200)]

    assert [(each.way, each.shown, each.kind, each.findings) for each in told] == [
        (Way.SERIAL, shown, kind, findings)
    ]


def test_serial_lines_close_together_are_told_one_by_one() -> None:
    watch = LineWatch()

    told = [*watch.see(b"NP0041772\r\nNP004", 1000), *watch.see(b"1773\r", 1040), *watch.see(b"", 1240)]

    assert [(each.shown, each.duration_ms) for each in told] == [
        ("NP0041772<CR><LF>", 0),
        ("NP0041773<CR>", 40),
    ]


def test_doubled_characters_that_x11_reports_as_auto_repeat_are_told() -> None:
    keys = [
        Key(key.at_ms, key.kind, key.char, repeated=place in range(3, 9))
        for place, key in enumerate(burst("MA000000014VN", keys_per_s=1000))
    ]

    (arrival,) = watched(keys)

    assert (arrival.shown, arrival.kind) == ("MA000000014VN<CR>", Shape.ITEM)


def test_a_key_held_down_is_not_told() -> None:
    assert (
        watched(
            [char("0", 0), *(Key(500 + 30.0 * n, KeyKind.CHARACTER, "0", repeated=True) for n in range(40))]
        )
        == []
    )


def test_silence_and_bare_line_ends_are_nothing() -> None:
    watch = LineWatch()

    assert [*watch.see(b"", 0), *watch.see(b"\r\n", 1), *watch.see(b"", 300)] == []


def test_item_numbers_of_a_hook_are_all_told_as_proved() -> None:
    rng = random.Random(5)
    codes = [item_number(rng, "ME") for _ in range(50)]

    arrivals = [watched(through_hook(code, VNI, gap_ms=4))[0] for code in codes]

    assert {each.kind for each in arrivals} == {Shape.ITEM}
