"""What the counter promises when a KT1 item is accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import ItemAccepted, read_item_accepted
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.domain.tariff import WeightStep
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.paper_values import NO_PRICE
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter, counter, later, ordinary, sample_reference, small_block


def refusal(desk: Counter, draft: AcceptanceDraft, user: str = "clerk") -> DeskError:
    with pytest.raises(DeskError) as caught:
        desk.accept(draft, user)
    return caught.value


def test_an_accepted_item_is_one_event_with_both_papers_queued(desk: Counter) -> None:
    before = events(desk)

    accepted = desk.accept()

    fact = read_item_accepted(accepted.event)
    assert events(desk) == before + 1
    assert (fact.item, fact.product, fact.weight_g) == ("MX000000014VN", "KT1001", 340)
    papers = desk.papers_of(accepted.item)
    assert {(paper.role, paper.copy, paper.state) for paper in papers} == {
        ("label", 1, "queued"),
        ("receipt", 1, "queued"),
    }


def test_papers_carry_the_events_number_and_twelve_digits_of_its_hash(desk: Counter) -> None:
    accepted = desk.accept()

    receipt = next(paper for paper in desk.papers_of(accepted.item) if paper.role == "receipt")

    assert receipt.values["event_ref"] == accepted.event.id.text
    assert receipt.values["event_hash"] == accepted.event.hash.hex()[:12]


def test_parties_of_a_marked_item_stand_beside_the_event_and_not_in_it(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), secrecy=Secrecy.A, handed_by="Vi Văn Tư"))

    stored = (accepted.event.body_bytes + accepted.event.envelope_bytes).decode()

    assert "Nội vụ" not in stored
    assert "Vi Văn Tư" not in stored
    assert accepted.event.particular("sender")["name"] == "Sở Nội vụ tỉnh Lạng Sơn"
    assert accepted.event.particular("handed_by") == {"name": "Vi Văn Tư"}


def test_cash_stands_in_the_counters_stream_as_an_amount_only_and_the_item_names_it(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), payment=Payment.CASH))

    (parent,) = accepted.event.envelope.parents
    with desk.store.read() as reader:
        cash, shift = reader.event(parent), reader.open_shift()

    assert parent.stream is Stream.COUNTER
    assert cash is not None
    assert shift is not None
    assert accepted.item not in cash.body_bytes.decode()
    assert cash.body()["amount"] == shift.cash_dong == read_item_accepted(accepted.event).charge.total_dong  # type: ignore[union-attr]


def test_every_accepted_item_gets_the_next_number_and_none_is_given_out_twice(tmp_path: Path) -> None:
    with counter(tmp_path, small_block(3)) as desk:
        desk.open_shift()

        given = [desk.accept().item for _ in range(3)]

        assert given == ["MX000000014VN", "MX000000028VN", "MX000000031VN"]
        assert refusal(desk, ordinary()).code == "number.block_empty"


def test_a_scanned_label_of_the_roll_is_used_and_skipped_later(desk: Counter) -> None:
    desk.accept(replace(ordinary(), number="MX000000028VN"))

    following = [desk.accept().item for _ in range(2)]

    assert following == ["MX000000014VN", "MX000000031VN"]


@pytest.mark.parametrize("typed", ["mx 000 000 028 vn", "MX000000028VN ", "Mx000000028vn"])
def test_a_number_is_stored_in_one_spelling_and_given_out_once_however_it_is_typed(
    desk: Counter, typed: str
) -> None:
    accepted = desk.accept(replace(ordinary(), number=typed))

    again = refusal(desk, replace(ordinary(), number="MX000000028VN"))

    assert accepted.item == read_item_accepted(accepted.event).item == "MX000000028VN"
    assert again.code == "number.used"
    assert [desk.accept().item for _ in range(2)] == ["MX000000014VN", "MX000000031VN"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"number": "MX000000029VN"}, "number.check_digit", "number"),
        ({"number": "ME473124829VN"}, "number.not_in_block", "number"),
        ({"sender": "KHONGCO"}, "item.agency_unknown", "sender"),
        ({"receiver": "KHONGCO"}, "item.agency_unknown", "receiver"),
        ({"sender": ""}, "item.sender_missing", "sender"),
        ({"receiver": "SNV"}, "item.same_party", "receiver"),
        ({"weight_g": 0}, "item.weight_zero", "weight"),
        ({"weight_g": 100_000}, "item.weight_above_maximum", "weight"),
        ({"urgency": Urgency.TIMED}, "item.agreed_time_missing", "agreed_time"),
        ({"urgency": Urgency.TIMED, "agreed_ms": NOON_MS - 1}, "item.agreed_time_past", "agreed_time"),
        ({"sender": "STP"}, "item.no_account", "payment"),
        ({"handed_by": "Vi\x00Tư"}, "text.bad_character", "handed_by"),
        ({"handed_by": "Vi 🙂 Tư"}, "text.bad_character", "handed_by"),
        ({"handed_by": "V" * 300}, "text.too_long", "handed_by"),
        ({"handed_by": "12345"}, "text.name_number", "handed_by"),
        ({"handed_by": "Vi Văn Tư 020198004321"}, "text.name_number", "handed_by"),
        (
            {"receiver": "", "other_receiver": OtherParty("0912 345 678", "Phường Thục Phán", "04")},
            "text.name_number",
            "receiver",
        ),
    ],
)
def test_bad_input_is_refused_at_its_field_and_writes_nothing(
    desk: Counter, changes: dict[str, object], code: str, field: str
) -> None:
    before = events(desk)

    found = refusal(desk, replace(ordinary(), **changes))  # type: ignore[arg-type]

    assert (found.code, found.field) == (code, field)
    assert events(desk) == before
    assert desk.papers_of() == []


def test_a_no_in_the_checklist_refuses_with_the_reason_for_the_sender(desk: Counter) -> None:
    complete = desk.complete(ordinary())

    with pytest.raises(DeskError) as caught:
        desk.acceptance.accept(
            desk.session(), replace(complete, answers={**complete.answers, "sealed": False})
        )

    assert (caught.value.code, caught.value.field) == ("checklist.refused", "sealed")


def test_nothing_is_accepted_without_a_shift(quiet_desk: Counter) -> None:
    assert refusal(quiet_desk, ordinary()).code == "shift.not_open"


@pytest.mark.parametrize("word", ["linh", "lẻ"])
def test_the_amount_in_words_is_spoken_as_the_setting_of_the_day_says(tmp_path: Path, word: str) -> None:
    rows = sample_reference()
    settings = tuple(
        replace(row, value=word) if row.key == "money.zero_tens" else row for row in rows.settings
    )
    (cheap,) = rows.tariffs
    scopes = tuple(replace(rates, steps=(WeightStep(500, 4_550),)) for rates in cheap.scopes)
    with counter(
        tmp_path, reference=replace(rows, settings=settings, tariffs=(replace(cheap, scopes=scopes),))
    ) as desk:
        desk.open_shift()
        accepted = desk.accept()
        receipt = next(paper for paper in desk.papers_of(accepted.item) if paper.role == "receipt")

    assert receipt.values["total_words"] == f"Năm nghìn không trăm {word} năm đồng"


@pytest.mark.parametrize("secrecy", [Secrecy.NONE, Secrecy.C])
def test_a_clerk_without_clearance_accepts_no_item_at_all(desk: Counter, secrecy: Secrecy) -> None:
    found = refusal(desk, replace(ordinary(), secrecy=secrecy), "uncleared")

    assert found.code == "user.clearance_missing"
    assert desk.accept(ordinary()).item == "MX000000014VN"


def test_whoever_may_not_accept_is_told_so_and_nothing_of_the_draft(desk: Counter) -> None:
    quote = desk.acceptance.quote(desk.session("uncleared"), ordinary())

    assert [problem.code for problem in quote.problems] == ["user.clearance_missing"]
    assert (quote.number, quote.sender, quote.receiver) == ("", None, None)
    assert desk.acceptance.label(desk.session("uncleared"), ordinary()) is None


def test_an_inspector_accepts_nothing(desk: Counter) -> None:
    assert refusal(desk, ordinary(), "inspector").code == "user.not_allowed"


def test_a_receiver_outside_the_list_is_taken_as_written_on_the_cover(desk: Counter) -> None:
    other = OtherParty("Trường Chính trị tỉnh Cao Bằng", "Phường Thục Phán, tỉnh Cao Bằng", "04")

    accepted = desk.accept(replace(ordinary(), receiver="", other_receiver=other))

    fact = read_item_accepted(accepted.event)
    assert fact.receiver is not None
    assert (fact.receiver.agency, fact.receiver.name) == ("", other.name)
    assert fact.scope != "intra"


def test_text_in_another_unicode_form_is_stored_composed(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), handed_by="Hoàng Thị Hà"))

    assert accepted.event.particular("handed_by")["name"] == "Hoàng Thị Hà"


def test_a_timed_item_is_due_at_its_agreed_time(desk: Counter) -> None:
    due = later(NOON_MS, 5)

    accepted = desk.accept(replace(ordinary(), urgency=Urgency.TIMED_EXPRESS, agreed_ms=due))

    fact = read_item_accepted(accepted.event)
    assert (fact.product, fact.agreed_ms, fact.deadline_ms) == ("KT1004", due, due)


def test_without_a_confirmed_table_a_real_desk_accepts_on_account_without_a_price(tmp_path: Path) -> None:
    plan = replace(small_block(9), device=7, desk_file="ab" * 32)
    with counter(tmp_path, plan) as desk:
        desk.open_shift()

        accepted = desk.accept()

        receipt = next(paper for paper in desk.papers_of(accepted.item) if paper.role == "receipt")
        assert read_item_accepted(accepted.event).charge is None
        assert receipt.values["total_amount"] == NO_PRICE
        assert refusal(desk, replace(ordinary(), payment=Payment.CASH)).code == "item.unpriced_needs_account"


def test_a_desk_whose_file_does_not_name_kt1_takes_no_item(tmp_path: Path) -> None:
    with counter(tmp_path, replace(small_block(9), services=frozenset({"tthc"}))) as desk:
        desk.open_shift()

        assert refusal(desk, ordinary()).code == "item.service_not_allowed"


def test_the_quote_says_everything_that_is_missing_at_once(quiet_desk: Counter) -> None:
    quote = quiet_desk.acceptance.quote(quiet_desk.session(), AcceptanceDraft())

    assert [problem.code for problem in quote.problems] == [
        "shift.not_open",
        "item.sender_missing",
        "item.receiver_missing",
        "item.weight_zero",
        "checklist.unanswered",
    ]


def test_what_does_not_fit_on_the_paper_is_refused_before_anything_is_written(desk: Counter) -> None:
    wide = OtherParty("W" * 160, "W" * 200, "04")
    before = events(desk)

    found = refusal(desk, replace(ordinary(), receiver="", other_receiver=wide))

    assert found.code == "paper.text_does_not_fit"
    assert events(desk) == before


def test_a_fact_has_no_place_for_what_is_inside() -> None:
    outside = {
        "item",
        "product",
        "urgency",
        "secrecy",
        "scope",
        "named_person",
        "weight_g",
        "pieces",
        "place",
        "checks",
    }
    dealing = {"payment", "shift", "point", "sender", "receiver", "charge", "agreed_ms", "deadline_ms"}
    list_and_correction = {"line", "replaces"}

    assert set(ItemAccepted.__dataclass_fields__) - {"TYPE", "VERSION", "STREAM"} == (
        outside | dealing | list_and_correction
    )


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()
