"""What is offered before it is asked for: usual agencies by a digit, the same sender by one key, how he paid the last time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import correction_of
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.kt1 import Payment, Secrecy
from tests.support.accepting import ENTER, F9, SPACE, AtCounter, shown_below
from tests.support.desks import ordinary
from tests.support.keys import part

SHIFT, DOWN, F8 = Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Down, Qt.Key.Key_F8
SNV, SYT, UBVL = "Sở Nội vụ tỉnh Lạng Sơn", "Sở Y tế tỉnh Lạng Sơn", "Ủy ban nhân dân phường Lương Văn Tri"


def busy(clerk: AtCounter) -> None:
    """A counter that SNV comes to more often than the others; what bears a letter says nothing."""
    for sender, receiver in (("SNV", "UBVL"), ("SNV", "UBVL"), ("SNV", "SYT"), ("VPUB", "SYT")):
        clerk.desk.accept(replace(ordinary(), sender=sender, receiver=receiver))
    for _ in range(5):
        clerk.desk.accept(replace(ordinary(), sender="BCHQ", receiver="BDBP", secrecy=Secrecy.A))
    clerk.page.entered()
    clerk.settle()


def test_whom_this_counter_knows_best_is_named_and_chosen_by_a_digit(clerk: AtCounter) -> None:
    busy(clerk)
    hint = clerk.note("sender")

    clerk.key(DOWN)
    clerk.type("1")
    of_sender = clerk.note("receiver")
    clerk.key(DOWN)
    clerk.type("2")

    assert hint == "↓ 2 cơ quan hay gửi: SNV, VPUB"
    assert of_sender == "↓ 2 nơi hay nhận: UBVL, SYT"
    assert (clerk.text("sender"), clerk.text("receiver"), clerk.focus()) == (SNV, SYT, "secrecy")


def test_a_digit_beyond_the_list_takes_nobody_and_is_not_typed(clerk: AtCounter) -> None:
    busy(clerk)

    clerk.key(DOWN)
    clerk.type("7")

    assert (clerk.text("sender"), clerk.focus()) == ("", "sender")


def test_letters_after_the_list_was_opened_search_as_ever(clerk: AtCounter) -> None:
    busy(clerk)

    clerk.key(DOWN)
    clerk.type("syt")
    clerk.key(ENTER)

    assert clerk.text("sender") == SYT


def test_shift_f8_keeps_the_sender_who_hands_in_and_the_payment_but_no_mark(clerk: AtCounter) -> None:
    clerk.ordinary(letter="b", urgency="2")
    while clerk.focus() != "handed_by":
        clerk.key(Qt.Key.Key_Tab)
    clerk.type("Nong Van Tai")
    while clerk.focus() != "payment":
        clerk.key(Qt.Key.Key_Tab)
    clerk.key(Qt.Key.Key_Right)
    clerk.page._way.start()
    clerk.key(SPACE)
    clerk.key(F9)
    hint = clerk.note("sender")

    clerk.key(F8, SHIFT)

    assert hint.startswith("Shift+F8: SNV gửi tiếp")
    assert (clerk.text("sender"), clerk.text("receiver"), clerk.focus()) == (SNV, "", "receiver")
    assert (clerk.text("handed_by"), clerk.chosen("payment")) == ("Nong Van Tai", "cash")
    assert (clerk.chosen("secrecy"), clerk.chosen("urgency"), clerk.text("weight")) == (None, None, "")


def test_shift_f8_says_why_it_does_nothing(clerk: AtCounter) -> None:
    clerk.key(F8, SHIFT)
    nothing_before = shown_below(clerk.window)
    clerk.ordinary()
    clerk.key(SPACE)
    clerk.key(F9)
    clerk.type("tu")

    clerk.key(F8, SHIFT)

    assert "Chưa có bì nào" in nothing_before
    assert "còn dở" in shown_below(clerk.window)


def test_a_sender_pays_as_the_last_time_unless_the_clerk_has_chosen(clerk: AtCounter) -> None:
    clerk.desk.accept(replace(ordinary(), payment=Payment.CASH))
    clerk.page.entered()
    clerk.settle()

    clerk.parties()
    as_before = clerk.chosen("payment")
    clerk.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    while clerk.focus() != "payment":
        clerk.key(Qt.Key.Key_Tab)
    clerk.key(Qt.Key.Key_Right)
    clerk.key(Qt.Key.Key_Left)
    clerk.page._way.start()
    clerk.parties()

    assert as_before == "cash"
    assert clerk.chosen("payment") == "account"


def test_who_corrects_the_sender_of_an_item_changes_nothing_of_how_it_was_paid(clerk: AtCounter) -> None:
    paid = clerk.desk.accept(replace(ordinary(), payment=Payment.CASH))
    clerk.page.entered(correction_of(paid.item))
    clerk.settle()
    part(clerk.window, FieldEdit, "sender").setFocus()
    part(clerk.window, FieldEdit, "sender").selectAll()

    clerk.type("vpub")
    clerk.key(ENTER)

    assert clerk.text("sender").startswith("Văn phòng")
    assert clerk.chosen("payment") == "cash"


def test_where_nothing_is_usual_yet_the_arrow_says_so_and_is_no_mistake(clerk: AtCounter) -> None:
    clerk.key(DOWN)
    sender = part(clerk.window, FieldEdit, "sender")

    assert sender.state() is FieldState.IDLE
    assert "Ở đây chưa có gì hay dùng" in clerk.note("sender")
