"""Vietnamese text: one spelling, search without marks, the order of the dictionary."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import as_name, clean, fold, initials, required, sort_key

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
VIETNAMESE = st.text(
    "".join(LETTERS + [letter.upper() for letter in LETTERS]) + "bcdghklmnpqrstvx 0123456789.,-/"
)


def outcome(text: str) -> tuple[str, str]:
    """What is stored, and why nothing is."""
    try:
        return clean(text, "name", 40), ""
    except DeskError as refused:
        return "", str(refused)


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_is_stored_as_one_character_however_it_was_typed(
    letter: str, form: str
) -> None:
    typed = unicodedata.normalize(form, letter + letter.upper())  # type: ignore[arg-type]

    assert clean(typed, "name", 2) == letter + letter.upper()


def test_a_letter_typed_as_base_letter_and_tone_is_stored_as_one_character() -> None:
    assert clean("Kỳ Lư\u0300a".replace("ỳ", "y\u0300"), "name", 10) == "Kỳ Lừa"


@given(VIETNAMESE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text, "name", 500)

    assert clean(once, "name", 500) == once
    assert once == once.strip()
    assert "  " not in once


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_typed_is_stored_clean_or_refused_with_a_reason(text: str) -> None:
    stored, reason = outcome(text)

    if reason:
        assert reason in {"text.bad_character [name]", "text.too_long [name]"}
    assert stored == unicodedata.normalize("NFC", stored)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert all(not unicodedata.category(c).startswith("C") for c in stored)


@pytest.mark.parametrize(
    ("text", "at", "sign"),
    [
        ("Sở\x00Nội vụ", 3, "U+0000"),
        ("\x1bSở", 1, "U+001B"),
        ("Sở \U0001f600", 4, "U+1F600"),
        ("Sở\ud800", 3, "U+D800"),
        ("Sở\ue000", 3, "U+E000"),
        ("Sở\u202etắt", 3, "U+202E"),
        ("Sở\u200bNội", 3, "U+200B"),
        ("Sở\u00ad", 3, "U+00AD"),
        ("中", 1, "U+4E2D"),
        ("x\u0301", 2, "U+0301"),
        ("\u0430", 1, "U+0430"),
        ("\x7f", 1, "U+007F"),
        ("A\uff21", 2, "U+FF21"),
    ],
)
def test_what_no_eye_can_see_or_no_paper_can_show_is_refused_with_its_place(
    text: str, at: int, sign: str
) -> None:
    with pytest.raises(DeskError) as refused:
        clean(text, "receiver", 100)

    assert refused.value.code == "text.bad_character"
    assert dict(refused.value.details) == {"at": at, "sign": sign}


def test_tabs_lines_and_hard_blanks_from_another_program_become_one_blank() -> None:
    assert clean(" Sở\u00a0\tNội\r\nvụ\u2028", "name", 20) == "Sở Nội vụ"


def test_hyphens_of_word_processors_become_the_plain_one() -> None:
    assert clean("BĐ\u2011VHX 1\u22122", "name", 20) == "BĐ-VHX 1-2"


def test_a_name_of_three_hundred_characters_is_refused_with_its_length() -> None:
    with pytest.raises(DeskError) as refused:
        clean("Đ" * 300, "receiver", 200)

    assert refused.value.code == "text.too_long"
    assert dict(refused.value.details) == {"length": 300, "max_chars": 200}


def test_the_longest_allowed_text_is_allowed() -> None:
    assert clean("ế" * 200, "receiver", 200) == "ế" * 200
    assert clean(unicodedata.normalize("NFD", "ế" * 200), "receiver", 200) == "ế" * 200


def test_a_flood_of_marks_is_refused_before_it_is_ordered() -> None:
    with pytest.raises(DeskError) as refused:
        clean("a" + "\u0301\u0323" * 10_000, "receiver", 200)

    assert refused.value.code == "text.too_long"
    assert refused.value.details["length"] == 20_001


@pytest.mark.parametrize("text", ["", "   ", "\u00a0\t"])
def test_a_required_text_of_blanks_is_empty(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        required(text, "receiver", 10)

    assert (refused.value.code, refused.value.field) == ("text.empty", "receiver")


def test_a_required_text_is_cleaned() -> None:
    assert required("  Hà  ", "name", 10) == "Hà"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quý Hoà", "QUÝ HÒA"),
        ("Thuỵ Hùng", "Thụy Hùng"),
        ("Đông Kinh", "dong kinh"),
        ("ĐỒNG ĐĂNG", "đồng đăng"),
        ("BĐ-VHX, (Na Sầm)", "bd vhx na sam"),
        ("Kỳ Lừa", unicodedata.normalize("NFD", "kỳ lừa")),
    ],
)
def test_search_does_not_see_marks_case_signs_nor_where_a_tone_stands(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_leaves_plain_words() -> None:
    assert fold("  Sở Nông nghiệp & Môi trường – 24/7 ") == "so nong nghiep moi truong 24 7"


@given(st.text(st.characters(exclude_categories=())))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_folded_vietnamese_is_plain_ascii(text: str) -> None:
    assert fold(text).isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Sở Nội vụ", "snv"), ("Tòa án nhân dân khu vực 12", "tandkv12"), ("Đảng ủy", "du"), ("", "")],
)
def test_initials_are_the_first_letters_and_whole_figures(text: str, expected: str) -> None:
    assert initials(text) == expected


def test_names_are_sorted_as_in_a_vietnamese_dictionary() -> None:
    ordered = [
        "12 Lê Lợi", "An", "Án", "Ạn", "An Bình", "Anh", "Ăn", "Ân", "Dung", "Dũng", "Đa", "Đông Kinh", "E", "Ê", "Gia",
        "Hoa", "Hòa", "Hoạ", "Lương", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "O", "Ô", "Ơ", "U", "Ư", "Y",
    ]  # fmt: skip

    shuffled = ordered[::-2] + ordered[-2::-2]

    assert sorted(shuffled, key=sort_key) == ordered


def test_where_a_tone_stands_in_its_syllable_does_not_change_the_order() -> None:
    assert sort_key("Quý Hoà") == sort_key("Quý Hòa")
    assert sort_key("hòa an") < sort_key("hóa an") < sort_key("hoạ an")


def test_every_letter_stands_at_its_place_in_the_alphabet_whatever_its_tone() -> None:
    alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

    for earlier, later in itertools.pairwise(alphabet):
        last_tone = unicodedata.normalize("NFC", earlier + "\u0323")
        assert sort_key(earlier) < sort_key(last_tone) < sort_key(later)
        assert sort_key(last_tone + "z") < sort_key(later)


def test_lower_case_stands_before_upper_case_only_where_all_else_is_equal() -> None:
    assert sort_key("an") < sort_key("An") < sort_key("án")


@given(VIETNAMESE)
def test_the_key_is_the_same_for_both_unicode_forms_and_plain_ascii(text: str) -> None:
    key = sort_key(unicodedata.normalize("NFD", text))

    assert key == sort_key(unicodedata.normalize("NFC", text))
    assert key.isascii()


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_key(text: str) -> None:
    assert sort_key(text).isascii()


def test_letters_of_other_alphabets_stand_after_z() -> None:
    assert sort_key("Zz") < sort_key("Ω")


@pytest.mark.parametrize(
    "name", ["12345", "020198004321", "…", "12/3/1990", "Vi Văn Tư 020198004321", "A 1.2.3.4.5.6.7.8.9"]
)
def test_what_has_no_letter_or_holds_a_persons_number_is_no_name(name: str) -> None:
    with pytest.raises(DeskError) as refused:
        as_name(name, "handed_by")

    assert (refused.value.code, refused.value.field) == ("text.name_number", "handed_by")


@pytest.mark.parametrize("name", ["", "Ò", "Đội 12345", "Trường THCS 19-8", "Tiểu đoàn 12345678"])
def test_a_name_may_have_a_number_in_it_and_may_be_missing(name: str) -> None:
    assert as_name(name, "handed_by") == name
