"""Wording: every refusal of the program has a Vietnamese sentence, and no sentence says too much."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from string import Formatter

import pytest

from kt1desk.domain import desk_file
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN
from kt1desk.domain.kt1 import Payment, Place, Scope, Secrecy, Urgency
from kt1desk.domain.permissions import Act, Role
from kt1desk.domain.tariff import ComponentKind, PriceComponent
from kt1desk.services import paper_values, wording
from kt1desk.services.sentences import FIELDS, GENERAL, SENTENCES
from kt1desk.services.wording import sentence
from kt1desk.store.settings import SET_BY_PEOPLE
from tests.support.reference import trial_reference
from tests.support.tree import source_files

CODE = re.compile(r"[a-z_]+\.[a-z0-9_]+")
ALWAYS_REASONS = {"disk", "key", "login", "print", "printer", "scale", "scanner"}
NOT_REASONS = {*KNOWN, *SET_BY_PEOPLE, *(row.key for row in trial_reference().settings)}
WORDS_BEHIND_LETTERS = re.compile(r"\b(tuyệt mật|tối mật|độ mật|tài liệu mật)\b", re.IGNORECASE)


def raised_codes() -> Iterator[tuple[str, str]]:
    """Every code a module of the program raises or keeps as a reason, and where.

    Codes that are computed stand in tables of their module: there every text in the shape of a code counts. So do, everywhere, texts
    of the families whose words are never anything else.
    """
    for path in source_files("kt1desk"):
        if path.name in {"sentences.py", "sentences_tthc.py", "sentences_lists.py"}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_desk_error(node)]
        for call in calls:
            yield from ((code, f"{path.name}:{call.lineno}") for code in _texts(call.args[:1]))
        computed = any(not _texts(call.args[:1]) for call in calls)
        families = {code.partition(".")[0] for code in SENTENCES} if computed else ALWAYS_REASONS
        yield from ((code, path.name) for code in _texts([tree]) if code.partition(".")[0] in families)


def is_said(code: str) -> bool:
    """Whether there is a sentence, or one for each thing that can be wrong with a code typed from paper."""
    return code in SENTENCES or all(f"{code}_{slip}" in SENTENCES for slip in ("length", "symbol", "typo"))


def _is_desk_error(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "DeskError" and bool(call.args)


def _texts(nodes: list[ast.expr] | list[ast.Module]) -> list[str]:
    found = (part.value for node in nodes for part in ast.walk(node) if isinstance(part, ast.Constant))
    return [value for value in found if isinstance(value, str) and CODE.fullmatch(value)]


def test_every_refusal_of_the_program_has_its_own_sentence() -> None:
    raised = [(code, place) for code, place in raised_codes() if code not in NOT_REASONS]

    assert len(raised) > 100
    assert sorted({f"{code} ({place})" for code, place in raised if not is_said(code)}) == []


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_says_what_is_wrong_and_ends_properly(code: str) -> None:
    text = SENTENCES[code]

    assert CODE.fullmatch(code)
    assert text.endswith((".", "{refusal}"))
    assert text[0].isupper() or text.startswith("{")
    assert len(text) <= 160
    assert not WORDS_BEHIND_LETTERS.search(text)
    assert "  " not in text


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_whole_even_when_its_details_are_missing(code: str) -> None:
    said = sentence(DeskError(code))

    assert "{" not in said
    assert "}" not in said
    assert said.endswith((".", "…"))


def test_an_unknown_code_gets_a_general_sentence_with_the_code() -> None:
    said = sentence(DeskError("moon.too_far"))

    assert said == GENERAL.replace("{code}", "moon.too_far")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            DeskError("item.weight_above_maximum", "weight", weight_g=100_000, maximum_g=50_000),
            "100.000 g vượt mức 50.000 g. Cân lại hoặc chia gói.",
        ),
        (
            DeskError("tariff.above_cap", "price", part="base", amount_dong=15_001, cap_dong=15_000),
            "Giá phần cước chính là 15.001 đ, vượt mức tối đa 15.000 đ. Không thu; báo bưu điện tỉnh sửa bảng cước.",
        ),
        (
            DeskError("number.check_digit", "number", expected=9, found=3),
            "Số hiệu sai chữ số kiểm tra: chữ số thứ chín phải là 9, đang là 3. Quét lại hoặc gõ lại.",
        ),
        (
            DeskError("text.too_long", "receiver", length=300, max_chars=200),
            "Cơ quan nhận dài 300 ký tự, tối đa 200. Rút gọn lại.",
        ),
        (
            DeskError("user.not_allowed", "user", act="accept_secret_item"),
            "Tài khoản này không được chấp nhận bưu gửi A, B, C. Nhờ người có quyền đăng nhập làm việc này.",
        ),
        (
            DeskError("reference.bad_row", "reference", row="points.json 3", part="kt1_accept"),
            "Tệp dữ liệu gốc sai ở points.json 3, mục kt1_accept. Sửa tệp hoặc cài lại chương trình.",
        ),
        (
            DeskError("shift.float_range", "float", limit=50_000_000),
            "Tiền đầu ca phải từ 0 đến 50.000.000 đồng. Đếm và nhập lại.",
        ),
        (
            DeskError("desk_file.content", "desk_file", part="clearances"),
            "Tệp bàn có mục «người được làm KT1» không hợp lệ. Xin bưu điện tỉnh cấp lại tệp bàn.",
        ),
        (
            DeskError("desk_file.expired", "desk_file", day="2026-11-03"),
            "Tệp bàn đã hết hạn từ 03/11/2026. Xin bưu điện tỉnh cấp tệp mới; kiểm tra cả đồng hồ của máy.",
        ),
        (
            DeskError("batch.line_taken", number="ME473124829VN"),
            "Dòng này đã nhận từ trước với số ME 473 124 829 VN, không nhận lại. Nếu là việc khác, ghi số danh sách khác.",
        ),
        (
            DeskError("item.product_unknown", "urgency", urgency="timed", secrecy="A"),
            "Không có sản phẩm KT1 nào cho Hẹn giờ, Chữ A vào ngày này. Chọn lại độ khẩn và chữ ngoài bì.",
        ),
    ],
)
def test_figures_and_names_are_said_in_the_words_of_the_counter(error: DeskError, said: str) -> None:
    assert sentence(error) == said


def test_braces_typed_by_a_person_are_said_as_they_are() -> None:
    said = sentence(DeskError("reference.form_unknown", key="{code}"))

    assert "{code}" in said


def test_a_field_without_a_name_is_shown_as_it_is() -> None:
    assert sentence(DeskError("text.empty", "unheard_of")).startswith("unheard_of ")
    assert sentence(DeskError("text.empty")).startswith("Ô này ")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Urgency, wording.urgency_name),
        (Secrecy, wording.secrecy_name),
        (Scope, wording.scope_name),
        (Payment, wording.payment_name),
        (Place, wording.place_name),
        (Role, wording.role_name),
        (Act, lambda act: sentence(DeskError("user.not_allowed", act=act.value))),
        (ComponentKind, wording.part_name),
    ],
)
def test_every_value_that_is_shown_has_a_name_of_its_own(
    kind: type[StrEnum], name: Callable[[StrEnum], str]
) -> None:
    names = [name(value) for value in kind]

    assert all(names)
    assert len(set(names)) == len(names)
    assert not any(WORDS_BEHIND_LETTERS.search(each) for each in names)


def test_a_weight_is_written_in_groups_of_three() -> None:
    assert wording.weight_text(1_250) == "1.250 g"


def test_every_input_has_a_name_for_people() -> None:
    used = {
        name for text in SENTENCES.values() for _, name, _, _ in Formatter().parse(text) if name is not None
    }

    assert "field" in used
    assert all(name[0].isupper() for name in FIELDS.values())


def test_every_part_a_desk_file_can_fail_by_is_named_in_vietnamese() -> None:
    source = inspect.getsource(desk_file.DeskFile.__post_init__)

    parts = re.findall(r'^            "([a-z]+)":', source, flags=re.MULTILINE)

    assert len(parts) == 7
    for part in parts:
        assert f"«{part}»" not in sentence(DeskError("desk_file.content", "desk_file", part=part))


def test_paper_and_sentence_call_a_service_the_same() -> None:
    base = PriceComponent(ComponentKind.BASE, 1)

    assert paper_values.URGENCY_NAMES[Urgency.TIMED_EXPRESS] == "Hỏa tốc Hẹn giờ"
    assert paper_values.component_name(base, Scope.INTER, Urgency.NONE, "") == "KT1 liên tỉnh"
