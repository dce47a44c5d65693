"""What can be done is found by typing, shown with its key, led to, and never done by being found."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.actions import Action, actions_of, matching
from kt1desk.desktop.command_hits import arranged
from kt1desk.desktop.navigation import PageKey, Place
from kt1desk.desktop.widgets import FieldEdit, SearchPopup
from kt1desk.desktop.widgets.matched import matched
from kt1desk.services.rows import SearchHit
from tests.support.keys import part, press, type_text
from tests.support.plain_desk import Desk

OWN = (
    PageKey("F12", "che màn hình ngay"),
    PageKey("Shift+F12", "đăng xuất"),
    PageKey("Ctrl+F12", "giao diện sáng, tối, tương phản cao"),
)


def found(text: str) -> list[str]:
    return [each.action.way.key.key for each in matching(actions_of(OWN, {}), text, None)]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("che màn hình", "F12"),
        ("che man", "F12"),
        ("hinh man che", "F12"),
        ("khoa man hinh", "F12"),
        ("CMHN", "F12"),
        ("dang xuat", "Shift+F12"),
        ("đăng x", "Shift+F12"),
        ("giao dien toi", "Ctrl+F12"),
        ("dark", ""),
        ("ngay che dong", ""),
    ],
)
def test_an_action_is_found_by_beginnings_of_its_words_in_any_order(typed: str, key: str) -> None:
    assert found(typed)[:1] == ([key] if key else [])


def test_letters_and_digits_alone_count(desk: Desk) -> None:
    assert found(" . ") == []
    assert found("%") == []


def test_choosing_an_action_goes_there_and_tells_the_key_and_does_nothing(desk: Desk) -> None:
    desk.needs.hits = ()
    desk.search("lam viec may in")
    press(Qt.Key.Key_Return)

    desk.qtbot.waitUntil(
        lambda: desk.window.page() is desk.pages[Place.PRINTERS]
    )  # Enter waits for its answer
    assert desk.pages[Place.PRINTERS].notes.f9 == 0
    assert part(desk.window, FieldEdit, "search").note_text() == "Làm việc: bấm F9."


def test_an_action_of_the_window_is_done_at_once(desk: Desk) -> None:
    desk.needs.hits = ()
    desk.search("che man hinh")
    press(Qt.Key.Key_Return)

    desk.qtbot.waitUntil(desk.window.curtain.is_covering)


def test_an_action_stands_in_the_list_with_its_place_and_its_key(desk: Desk) -> None:
    desk.needs.hits = ()
    desk.search("viec lam")
    popup = desk.window.findChild(SearchPopup)
    assert isinstance(popup, SearchPopup)
    hit = popup.current_hit()

    assert hit is not None
    assert (hit.title, hit.subtitle, hit.kind, hit.key) == ("Làm việc", "Hôm nay", "Việc", "F9")


def test_a_place_that_is_not_offered_has_no_actions(desk: Desk) -> None:
    desk.window.bar({Place.PRINTERS.name: "Không có quyền."}, {})
    desk.needs.hits = ()
    desk.search("lam viec")
    popup = desk.window.findChild(SearchPopup)
    assert isinstance(popup, SearchPopup)
    hits = [popup.model.hit(at) for at in range(popup.model.rowCount())]

    assert {hit.subtitle for hit in hits if hit.key == "F9"} == {Place.TODAY.title, Place.ACCEPT.title}


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("dang xuat", ["Việc", "Cơ quan"]),
        ("xuat", ["Cơ quan", "Việc"]),
        ("12", ["Cơ quan"]),
        ("may in", ["Nơi làm việc", "Cơ quan"]),
    ],
)
def test_words_of_an_action_come_before_names_and_a_single_word_after_them(
    typed: str, kinds: list[str]
) -> None:
    actions = matching(actions_of(OWN, {}), typed, None)

    lines = arranged(typed, tuple(Place), actions, [SearchHit("agency", "a", "Cục Xuất bản", "")])

    assert [line.shown.kind for line in lines] == kinds
    assert all(isinstance(line.means, Action) for line in lines if line.shown.kind == "Việc")


@pytest.mark.parametrize(
    ("text", "typed", "spans"),
    [
        ("Sở Nội vụ tỉnh Lạng Sơn", "noi so", [(0, 2), (3, 6), (20, 22)]),
        ("Đồng Đăng", "dong dang", [(0, 4), (5, 9)]),
        ("ME 473 124 815 VN", "31248", [(5, 12)]),
        ("ME 473 124 815 VN", "me 473", [(0, 2), (3, 6)]),
        ("Sở Y tế", "x", []),
        ("", "so", []),
        ("Sở", "", []),
    ],
)
def test_the_letters_that_were_typed_are_marked(text: str, typed: str, spans: list[tuple[int, int]]) -> None:
    assert list(matched(text, typed)) == spans


def test_enter_that_comes_before_the_answer_waits_for_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, ask = Event(), desk.needs.search

    def late(text: str, limit: int) -> Sequence[SearchHit]:
        assert answer.wait(5)
        return ask(text, limit)

    desk.search("s")
    monkeypatch.setattr(desk.needs, "search", late)
    desk.needs.hits = desk.needs.hits[:1]
    type_text("o noi")
    press(Qt.Key.Key_Return)
    before = list(desk.pages[Place.TODAY].notes.found)
    answer.set()
    desk.wait()

    assert before == []
    assert [hit.ref for hit in desk.pages[Place.TODAY].notes.found] == ["a1"]
    assert part(desk.window, FieldEdit, "search").text() == ""


def test_a_key_after_enter_takes_it_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, ask = Event(), desk.needs.search

    def late(text: str, limit: int) -> Sequence[SearchHit]:
        assert answer.wait(5)
        return ask(text, limit)

    monkeypatch.setattr(desk.needs, "search", late)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("so")
    press(Qt.Key.Key_Return)
    type_text(" n")
    answer.set()
    desk.wait()

    assert desk.pages[Place.TODAY].notes.found == []
    assert part(desk.window, FieldEdit, "search").text() == "so n"
