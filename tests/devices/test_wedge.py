"""Codes typed by a scanner are scans; what people type is theirs."""

from __future__ import annotations

import random

import pytest

from kt1desk.devices.keys import FAST, TOLERANT, Key, KeyKind, Profile, calibrated
from kt1desk.devices.wedge import Recogniser
from tests.devices.keyboard import CODES, Field, burst, char, end, typist


def _field(profile: Profile = FAST) -> Field:
    return Field(Recogniser(profile))


@pytest.mark.parametrize("profile", [FAST, TOLERANT], ids=["fast", "tolerant"])
@pytest.mark.parametrize("spread", [0.35, 0.6])
def test_a_fast_typist_makes_no_scan_and_loses_no_key(profile: Profile, spread: float) -> None:
    keys = typist(random.Random(12), keys_per_s=12, spread=spread, count=50_000)

    field = _field(profile).receive(keys)

    assert field.codes == []
    assert field.hooked == 0
    assert field.passed == keys


@pytest.mark.soak
@pytest.mark.parametrize("profile", [FAST, TOLERANT], ids=["fast", "tolerant"])
@pytest.mark.parametrize("spread", [0.35, 0.6])
def test_two_hundred_thousand_typed_keys_make_no_scan_and_none_is_lost(
    profile: Profile, spread: float
) -> None:
    keys = typist(random.Random(2026), keys_per_s=12, spread=spread, count=200_000)

    field = _field(profile).receive(keys)

    delays = sorted(field.delays_ms)
    print(
        f"{profile.gap_ms} ms, cv {spread}: {len(keys)} keys, {len(field.codes)} false, {len(keys) - len(field.passed)} lost; "
        f"delay mean {sum(delays) / len(delays):.0f}, 99 % {delays[len(delays) * 99 // 100]:.0f}, longest {delays[-1]:.0f} ms"
    )
    assert (field.codes, field.hooked) == ([], 0)
    assert field.passed == keys


@pytest.mark.parametrize("keys_per_s", [60, 100, 250, 500, 1000])
def test_a_cabled_scanner_is_recognised_with_the_fast_profile(keys_per_s: int) -> None:
    rng = random.Random(keys_per_s)

    fields = {
        code: _field().receive(burst(code, keys_per_s=keys_per_s, rng=rng, jitter=0.1)) for code in CODES
    }

    assert {code: (field.codes, field.passed) for code, field in fields.items()} == {
        code: ([code], []) for code in CODES
    }


@pytest.mark.parametrize(
    ("keys_per_s", "jitter"), [(30, 0.1), (40, 0.15), (60, 0.15), (60, 0.4), (1000, 0.4)]
)
def test_a_slow_or_unsteady_scanner_is_recognised_with_the_tolerant_profile(
    keys_per_s: int, jitter: float
) -> None:
    rng = random.Random(keys_per_s)
    scans = 200
    recognised, leaked = 0, 0

    for _ in range(scans):
        code = rng.choice(CODES)
        field = _field(TOLERANT).receive(burst(code, keys_per_s=keys_per_s, rng=rng, jitter=jitter))
        recognised += field.codes == [code]
        leaked += len(field.passed)

    assert (recognised, leaked) == (scans, 0)


def test_scans_follow_each_other_without_a_pause() -> None:
    keys = [
        key
        for n, code in enumerate(CODES)
        for key in burst(code, keys_per_s=100, start_ms=n * 200.0)  # 18 characters last 190 ms
    ]

    field = _field().receive(keys)

    assert field.codes == list(CODES)
    assert field.passed == []


def test_a_scan_without_suffix_ends_by_itself() -> None:
    field = _field().receive(burst("TUI25000017", keys_per_s=200, suffix=0))

    assert field.codes == ["TUI25000017"]
    assert field.passed == []


def test_the_second_enter_of_a_crlf_suffix_belongs_to_the_scan() -> None:
    field = _field().receive(burst("MA000000014VN", keys_per_s=100, suffix=2))

    assert field.codes == ["MA000000014VN"]
    assert field.passed == []


def test_an_enter_pressed_by_hand_after_a_scan_arrives() -> None:
    scan = burst("MA000000014VN", keys_per_s=100)
    by_hand = end(scan[-1].at_ms + 100)

    field = _field().receive([*scan, by_hand])

    assert field.passed == [by_hand]


def test_an_enter_held_down_after_a_scan_is_not_taken_for_its_suffix() -> None:
    scan = burst("MA000000014VN", keys_per_s=100)
    repeat = Key(scan[-1].at_ms + 30, KeyKind.END, repeated=True)

    field = _field().receive([*scan, repeat])

    assert field.passed == [repeat]


def test_an_item_number_with_a_wrong_check_digit_is_still_a_scan() -> None:
    field = _field().receive(burst("ME473124828VN", keys_per_s=100))

    assert field.codes == ["ME473124828VN"]


def test_a_doubled_character_reported_as_auto_repeat_is_a_key_of_the_scan() -> None:
    keys = burst("MA000000014VN", keys_per_s=1000)
    reported = [
        Key(key.at_ms, key.kind, key.char, repeated=key.char == before.char == "0")
        for before, key in zip([keys[0], *keys], keys, strict=False)
    ]

    field = _field().receive(reported)

    assert field.codes == ["MA000000014VN"]


def test_a_key_held_down_repeats_in_the_field() -> None:
    keys = [char("0", 0), *(Key(500 + 30.0 * n, KeyKind.CHARACTER, "0", repeated=True) for n in range(40))]

    field = _field(TOLERANT).receive(keys)

    assert field.passed == keys


def test_a_code_inside_a_longer_foreign_code_is_not_a_scan() -> None:
    foreign = "HTTPS://EXAMPLE.VN/ME473124829VN"

    field = _field().receive(burst(foreign, keys_per_s=200))

    assert field.codes == []
    assert field.text == foreign + "\n"


def test_a_code_with_something_behind_it_is_not_a_scan() -> None:
    field = _field().receive(burst("ME473124829VNX", keys_per_s=200))

    assert field.codes == []
    assert field.text == "ME473124829VNX\n"


def test_characters_let_out_by_a_hiccup_are_taken_back() -> None:
    lost = [char("M", 0), char("E", 90)]

    field = _field().receive([*lost, *burst("473124829VN", keys_per_s=200, start_ms=170)])

    assert field.codes == ["ME473124829VN"]
    assert field.passed == []


def test_a_letter_typed_well_before_a_scan_stays_in_the_field() -> None:
    typed = char("T", 0)

    field = _field().receive([typed, *burst("ME473124829VN", keys_per_s=200, start_ms=60)])

    assert field.codes == ["ME473124829VN"]
    assert field.passed == [typed]


def test_an_item_number_typed_by_hand_is_text() -> None:
    keys = burst("ME473124829VN", keys_per_s=14)

    field = _field(TOLERANT).receive(keys)

    assert field.codes == []
    assert field.passed == keys


def test_keys_of_unknown_shape_are_never_held_longer_than_their_shape_is_open() -> None:
    keys = burst("QUANG", keys_per_s=30, suffix=0)

    field = _field(TOLERANT).receive(keys)

    # "QU" may begin an item number, "QUA" cannot: from there on nothing waits.
    assert [round(delay) for delay in field.delays_ms] == [67, 33, 0, 0, 0]


def test_unknown_shapes_are_scans_only_where_they_were_asked_for() -> None:
    keys = burst("8934567890123", keys_per_s=200)
    asked_for = Profile(gap_ms=25, shaped_gap_ms=60, shaped_mean_ms=30, unknown_mean_ms=25)

    without, with_unknown = _field().receive(keys), _field(asked_for).receive(keys)

    assert (without.codes, without.text) == ([], "8934567890123\n")
    assert (with_unknown.codes, with_unknown.text) == (["8934567890123"], "")


def test_a_release_never_overtakes_its_press() -> None:
    press, release = char("M", 0), Key(20, KeyKind.RELEASE)

    field = _field().receive([press, release])

    assert field.passed == [press, release]


def test_a_key_no_code_contains_lets_the_held_ones_go_first() -> None:
    keys = [char("M", 0), char("E", 10), Key(20, KeyKind.OTHER), char("4", 30)]

    field = _field().receive(keys)

    assert field.passed == keys


def test_a_clock_that_goes_backwards_lets_the_held_keys_go() -> None:
    before, after = char("M", 2**32 - 1), char("E", 5)
    recogniser = Recogniser()
    recogniser.feed(before)

    verdict = recogniser.feed(after)

    assert verdict.release == (before,)


def test_a_number_typed_by_hand_that_speeds_up_after_its_first_letters_is_text() -> None:
    keys = [char("M", 0), char("E", 150), *burst("473124829VN", keys_per_s=20, start_ms=250)]

    field = _field(TOLERANT).receive(keys)

    assert field.codes == []
    assert field.passed == keys


@pytest.mark.parametrize(("keys_per_s", "proves"), [(250, True), (40, True), (20, False), (1000 / 60, False)])
def test_only_a_burst_faster_than_any_hand_proves_that_something_was_scanned(
    keys_per_s: float, proves: bool
) -> None:
    recogniser = Recogniser(calibrated(60))

    verdicts = [recogniser.feed(key) for key in burst("ME473124829VN", keys_per_s=keys_per_s)]

    assert (verdicts[-1].code, verdicts[-1].proves) == ("ME473124829VN", proves)


def test_calibration_allows_half_as_much_again_within_bounds() -> None:
    gaps = [calibrated(widest).gap_ms for widest in (1, 30, 200)]

    assert gaps == [20, 45, 80]


def test_a_scan_tells_its_widest_gap_so_that_a_scanner_can_be_measured() -> None:
    recogniser = Recogniser()
    keys = [char("N", 0), char("P", 10), *(char("1", 22.0 + 10 * n) for n in range(7)), end(92)]

    verdicts = [recogniser.feed(key) for key in keys]

    assert (verdicts[-1].code, verdicts[-1].widest_gap_ms) == ("NP1111111", 12)


def test_an_enter_that_was_held_up_until_the_scan_was_told_is_still_its_suffix() -> None:
    recogniser = Recogniser(TOLERANT)
    scan = burst("MA000000014VN", keys_per_s=1000)
    for key in scan[:-1]:
        recogniser.feed(key)
    due = recogniser.deadline_ms
    assert due is not None

    told = recogniser.expire(due)
    late = recogniser.feed(scan[-1])

    assert told.code == "MA000000014VN"
    assert late.keep
    assert late.release == ()
