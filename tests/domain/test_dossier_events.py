"""Events of cases and of what is taken back: golden bytes and hashes, round trips, and that the widest list fits one event."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import facts
from kt1desk.domain.body_limits import MAX_BODY_BYTES
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    GENESIS,
    Envelope,
    Event,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    Stream,
    seal,
)
from kt1desk.domain.facts import DossierAccepted, DossierListed, DossierReversed, Fact, Leg, Sums
from kt1desk.domain.facts.dossiers import (
    APPLICANT,
    MAX_PAPER_NAME,
    PAPERS_PER_EVENT,
    PROOF,
    read_dossier_accepted,
    read_lines,
)
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Residence
from kt1desk.services.dossier_people import particulars

VECTORS = Path(__file__).parents[1] / "vectors" / "events"
HASHES = dict(line.split() for line in (VECTORS / "hashes.txt").read_text().splitlines())
SHIFT = "2026-11-23/1"
PAID_BACK, PAID_IN = EventId(0, Stream.COUNTER, 1, 8), EventId(0, Stream.COUNTER, 1, 9)
CASE = DossierAccepted(
    dossier="LS01-261123-0-001",
    form="both",
    procedure="1.001612",
    procedure_name="Đăng ký thành lập hộ kinh doanh",
    procedure_version="2025-07-01",
    authority="LS-TTHCC",
    authority_name="Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn",
    legs=(
        Leg("RX000000105VN", "send", "lien_huyen", 320, 15_250, 15_250, "2026-11-24"),
        Leg("RX000000114VN", "return", "lien_huyen", 100, 15_000, 15_000),
    ),
    sums=Sums(30_250, 100_000, 8_000),
    tariff="TT22-2017",
    payment="cash",
    place="counter",
    shift=SHIFT,
    point="LS01",
    papers=3,
    documents=5,
    seal="0012345",
    exemption="E05",
    promised="2026-11-27",
)
WHO = Applicant(
    name="Hoàng Thị Ý",
    identity="020198004321",
    phone="0912345678",
    residence=Residence("Thôn Nà Pán, xã Vũ Lăng", "06325"),
)
WHOLE = replace(
    CASE,
    authority_district="Huyện Lộc Bình",
    sets=2,
    insisted="brings_later",
    official="H37.10-261120-0005",
    official_day="2026-12-01",
    receipt_number="C26T-0000123",
    line="0123456789abcdef0123456789abcdef",
    replaces="LS01-261122-0-007",
    to="240100",
    mode="one_stop",
    visit="HN243120-261122-3-1",
)
"""With every field filled."""


def vector(name: str) -> bytes:
    return (VECTORS / f"{name}.bin").read_bytes()


def taken_back() -> Event:
    """The item of the second vector taken back, because it was corrected by another."""
    fact = facts.ItemReversed("ME473124829VN", "corrected", SHIFT, "LS01", "ME473124832VN")
    envelope = Envelope(
        EventId(0, Stream.KT1, 1, 3),
        fact.TYPE,
        fact.VERSION,
        Moment(1_795_415_405_000),
        HybridTime(1_795_415_405_000),
        "b-1",
        "lan",
        parents=(EventId(0, Stream.KT1, 1, 2), PAID_BACK),
    )
    return seal(bytes.fromhex(HASHES["2"]), envelope, fact.body())


def taken_over(fact: Fact = CASE) -> Event:
    """A case both ways at half price, paid in cash; who applies stands beside it."""
    envelope = Envelope(
        EventId(0, Stream.COUNTER, 2, 1),
        fact.TYPE,
        fact.VERSION,
        Moment(1_795_416_000_000),
        HybridTime(1_795_416_000_000),
        "b-2",
        "lan",
        parents=(PAID_IN, EventId(0, Stream.COUNTER, 1, 10)),
    )
    salts = {APPLICANT: "3031323334353637", PROOF: "4041424344454647"}
    rows = particulars(DossierDraft(applicant=WHO, exemption_proof="12/GCN-UBND"))
    beside = tuple(Particulars.make(slot, row, bytes.fromhex(salts[slot])) for slot, row in rows.items())
    return seal(GENESIS, envelope, fact.body(), beside)


@pytest.mark.parametrize(("number", "event"), [("3", taken_back()), ("4", taken_over())])
def test_an_event_is_written_in_the_very_bytes_of_its_vector(number: str, event: Event) -> None:
    assert event.envelope_bytes == vector(f"{number}-envelope")
    assert event.body_bytes == vector(f"{number}-body")
    assert event.hash.hex() == HASHES[number]


def test_what_stands_beside_a_case_is_written_in_the_very_bytes_of_its_vector() -> None:
    rows = {row.slot: row.row for row in taken_over().particulars}

    assert rows == {slot: vector(f"4-beside-{slot}") for slot in (APPLICANT, PROOF)}


def test_the_hash_of_what_stands_beside_a_vector_is_that_of_its_layout() -> None:
    row, salt = vector("4-beside-applicant"), bytes.fromhex("3031323334353637")

    made = hashlib.sha256(b"kt1desk/particulars/1\0" + salt + len(row).to_bytes(4, "big") + row)

    assert f'"applicant":"{made.hexdigest()}"' in vector("4-body").decode()


def test_the_hash_of_a_vector_is_that_of_its_layout() -> None:
    body, envelope = vector("4-body"), vector("4-envelope")
    parts = [len(part).to_bytes(4, "big") + part for part in (envelope, body)]

    made = hashlib.sha256(b"kt1desk/event/1\0" + bytes(32) + b"".join(parts))

    assert made.hexdigest() == HASHES["4"]


def test_the_body_of_a_case_names_no_person_no_address_and_no_proof() -> None:
    body = vector("4-body").decode()

    assert not any(told in body for told in ("Hoàng", "020198004321", "Vũ Lăng", "GCN"))


@pytest.mark.parametrize(
    "fact", [CASE, WHOLE, replace(CASE, legs=CASE.legs[1:], sums=Sums(postage_dong=15_000))]
)
def test_a_case_read_back_is_the_case_that_was_written(fact: DossierAccepted) -> None:
    assert read_dossier_accepted(taken_over(fact)) == fact


def test_the_case_with_everything_in_it_leaves_no_field_as_it_is_by_default() -> None:
    assert [one.name for one in fields(DossierAccepted) if getattr(WHOLE, one.name) == one.default] == []


@pytest.mark.parametrize("missing", ["dossier", "legs", "sums", "procedure", "tariff"])
def test_a_case_with_a_part_missing_is_refused(missing: str) -> None:
    event = taken_over()
    body = {name: value for name, value in event.body().items() if name != missing}
    broken = seal(GENESIS, event.envelope, body)

    with pytest.raises(DeskError) as refused:
        read_dossier_accepted(broken)

    assert (refused.value.code, refused.value.details["type"]) == ("event.body", "dossier.accepted")


def test_the_three_sums_are_apart_and_together_what_the_applicant_pays() -> None:
    assert CASE.sums.total_dong == 138_250
    assert Sums() == Sums(0, 0, 0)


@given(
    st.lists(
        st.builds(
            PaperLine,
            st.from_regex(r"x?[1-9][0-9]?", fullmatch=True),
            st.text("aĂộ ,", max_size=MAX_PAPER_NAME),
            *([st.integers(0, 99)] * 4),
            st.sampled_from(Presence),
        ),
        max_size=PAPERS_PER_EVENT,
    )
)
def test_a_list_of_papers_read_back_is_the_list_that_was_written(lines: list[PaperLine]) -> None:
    fact = DossierListed("LS01-261123-0-001", 7, tuple(lines))

    event = taken_over(fact)

    assert read_lines(event.body()) == tuple(lines)
    assert (event.body()["dossier"], event.body()["first"]) == (fact.dossier, 7)


@pytest.mark.parametrize("letter", ["Ữ", "ặ", '"', "\\", "…", "₫"])
def test_the_widest_list_fits_the_body_of_one_event(letter: str) -> None:
    widest = PaperLine("x999", letter * MAX_PAPER_NAME, 9_999, 9_999, 9_999, 9_999, Presence.NOT_NEEDED)
    fact = DossierListed("240000-261123-65535-999999", 999_999, (widest,) * PAPERS_PER_EVENT)

    written = len(seal(GENESIS, taken_over().envelope, fact.body()).body_bytes)

    assert MAX_PAPER_NAME * PAPERS_PER_EVENT < written <= MAX_BODY_BYTES


def test_a_reversal_says_what_replaces_it_only_where_something_does() -> None:
    withdrawn = DossierReversed("LS01-261123-0-001", "withdrawn", SHIFT, "LS01")
    corrected = replace(withdrawn, reason="corrected", replaced_by="LS01-261123-0-002")

    assert "replaced_by" not in withdrawn.body()
    assert corrected.body()["replaced_by"] == "LS01-261123-0-002"
    assert "replaced_by" not in facts.ItemReversed("ME473124829VN", "withdrawn", SHIFT, "LS01").body()


def test_money_paid_back_is_an_amount_and_its_kind() -> None:
    assert facts.CashPaid(SHIFT, 30_250, "postage").body() == {
        "amount": 30_250,
        "kind": "postage",
        "shift": SHIFT,
    }


def test_an_item_accepted_from_a_list_or_as_a_correction_says_which_line_and_which_number() -> None:
    plain = facts.ItemAccepted(
        "ME473124832VN",
        "KT1001",
        "none",
        "",
        "intra",
        named_person=False,
        weight_g=50,
        pieces=1,
        place="counter",
        checks=(),
        payment="account",
        shift=SHIFT,
        point="LS01",
    )
    corrected = replace(plain, line="0123456789abcdef0123456789abcdef", replaces="ME473124829VN")

    for fact in (plain, corrected):
        assert facts.read_item_accepted(seal(GENESIS, taken_back().envelope, fact.body())) == fact
    assert not {"line", "replaces"} & set(plain.body())


def test_an_import_is_its_kind_the_digest_of_its_file_and_how_many_rows_were_taken_and_refused() -> None:
    digest = hashlib.sha256(b"").hexdigest()

    assert facts.ReferenceImported("procedures", digest, 300, 2).body() == {
        "kind": "procedures",
        "refused": 2,
        "sha256": digest,
        "taken": 300,
    }
