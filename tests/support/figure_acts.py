"""What happens to items and cases, written as facts into the journal of a desk: accepted, carried on, taken back.

This module must not know how figures are counted.
"""

from __future__ import annotations

from kt1desk.domain.dossier import Direction, Form, LocalNumber
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import (
    CashPaid,
    Charge,
    DossierAccepted,
    DossierReversed,
    Fact,
    ItemAccepted,
    ItemReversed,
    Leg,
    Party,
    ResultTaken,
    Sums,
)
from kt1desk.domain.facts.custody import (
    ItemApproved,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemRejected,
    ItemReturned,
    RoundStarted,
)
from kt1desk.domain.facts.dossier_custody import (
    DossierAttempted,
    DossierBroughtBack,
    DossierDelivered,
    DossierReturned,
    DossierRoundStarted,
)
from kt1desk.domain.mail import siblings
from tests.support.figure_scribe import Case, Scribe, Thing

AUTHORITIES = ("LS-TTHCC", "XA-VULANG")
PROCEDURES = ("1.001612", "1.001193")
FORMS = (Form.SEND, Form.BOTH, Form.RETURN)
AGENCIES = ("SNV", "UBVL", "")


def item(
    scribe: Scribe,
    *,
    dong: int = 54_000,
    cash: bool = True,
    agency: str = AGENCIES[0],
    product: str = "KT1003",
    due_ms: int = 0,
    agreed_ms: int = 0,
) -> str:
    """An item is accepted; without an agency it has a letter, and its parties stand beside."""
    sender = Party(agency or "BCH", "Cơ quan gửi", "Số 2", "20")
    receiver = Party("UBVL", "Cơ quan nhận", "Số 3", "20")
    with scribe.store.work() as work:
        number = work.take_number(("ME",))
        parents = scribe.received(work, dong if cash else 0, "kt1")
        fact = ItemAccepted(
            *(number, product, "none", "none" if agency else "C", "intra", False, 340, 1, "counter"),
            checks=("sealed",),
            payment="cash" if cash else "account",
            shift=scribe.shift,
            point=scribe.point,
            sender=sender if agency else None,
            receiver=receiver if agency else None,
            charge=Charge("kt1", "sample", (("base", dong),), 0, 0, dong) if dong else None,
            deadline_ms=due_ms,
            agreed_ms=agreed_ms,
        )
        beside = {} if agency else {"sender": sender.fields(), "receiver": receiver.fields()}
        event = scribe.append(work, fact, parents, **beside)
        work.commit()
    scribe.things[number] = Thing(event.id, event.id)
    return number


def reverse(scribe: Scribe, number: str, dong: int = 54_000) -> None:
    """An item is taken back with its money."""
    thing = scribe.things[number]
    with scribe.store.work() as work:
        cash = scribe.append(work, CashPaid(scribe.shift, dong, "kt1"))
        fact = ItemReversed(number, "withdrawn", scribe.shift, scribe.point)
        event = scribe.append(work, fact, tuple(dict.fromkeys((thing.head, thing.accepted, cash.id))))
        work.commit()
    scribe.cash_dong -= dong
    _stands(scribe, number, event)


def approve(scribe: Scribe, number: str, *, let_go: bool = True) -> None:
    """The second person lets an item go, or does not."""
    said = (number, scribe.things[number].n + 1, scribe.point, scribe.shift)
    _goes_on(
        scribe, number, ItemApproved(*said, manner="spot") if let_go else ItemRejected(*said, reason="x")
    )


def send_out(scribe: Scribe, number: str) -> None:
    """To the postman, on a list of its own."""
    thing = scribe.things[number]
    kind = DossierRoundStarted if thing.is_cover else RoundStarted
    thing.out = scribe.next_name("PH")
    _goes_on(scribe, number, kind(thing.out, "tuan", ((number, thing.n + 1),), scribe.point, scribe.shift))


def attempt(scribe: Scribe, number: str) -> None:
    """Offered in vain, and brought back."""
    thing = scribe.things[number]
    tried, back = (
        (DossierAttempted, DossierBroughtBack) if thing.is_cover else (ItemAttempted, ItemBroughtBack)
    )
    said = (number, thing.n + 1, scribe.point, scribe.shift)
    _goes_on(scribe, number, tried(*said, round=thing.out, reason="closed", attempt=1))
    _goes_on(scribe, number, back(number, thing.n + 1, scribe.point, scribe.shift, thing.out))


def deliver(scribe: Scribe, number: str, party: str = "receiver") -> None:
    """Given into the hands it is for."""
    thing = scribe.things[number]
    kind = DossierDelivered if thing.is_cover else ItemDelivered
    fact = kind(number, thing.n + 1, scribe.point, scribe.shift, party, "SO-7", round=thing.out)
    _goes_on(scribe, number, fact, taker={"name": "Nguyễn Thị Mai", "position": "Văn thư"})


def turn_back(scribe: Scribe, number: str) -> None:
    """To go back to the sender."""
    thing = scribe.things[number]
    kind = DossierReturned if thing.is_cover else ItemReturned
    _goes_on(scribe, number, kind(number, thing.n + 1, scribe.point, scribe.shift, "refused"))


def case(
    scribe: Scribe,
    form: Form,
    *,
    sums: Sums | None = None,
    which: int = 0,
    promised: str = "",
) -> Case:
    """A case is taken, with the number of each of its legs."""
    paid = sums or Sums(30_500, 100_000, 8_000)
    with scribe.store.work() as work:
        number = LocalNumber(scribe.point, scribe.day, scribe.device, len(scribe.cases) + 1).text
        covers: dict[str, str] = {}
        for way in form.directions:
            covers[way.value] = work.take_number(("RX",), *list(covers.values())[-1:])
        kinds = {
            "postage": paid.postage_dong,
            "collected": paid.collected_dong,
            "pass_on": paid.pass_on_dong,
        }
        cash = [id_ for kind, dong in kinds.items() for id_ in scribe.received(work, dong, kind)]
        authority = AUTHORITIES[which % len(AUTHORITIES)]
        fact = DossierAccepted(
            *(number, form.value, PROCEDURES[which // 2 % len(PROCEDURES)], "Đăng ký", "2025-07-01"),
            *(authority, "Trung tâm"),
            legs=tuple(Leg(item, way, "noi_huyen", 320, 30_500) for way, item in covers.items()),
            sums=paid,
            tariff="tt22-2017",
            payment="cash",
            place="counter",
            shift=scribe.shift,
            point=scribe.point,
            promised=promised,
        )
        event = scribe.append(work, fact, cash, applicant={"name": "Hoàng Thị Mùi"})
        work.commit()
    made = Case(number, event.id, covers, authority, paid.collected_dong)
    scribe.cases.append(made)
    if Direction.SEND.value in covers:
        scribe.things[covers[Direction.SEND.value]] = Thing(event.id, event.id, is_cover=True)
    return made


def take_back_case(scribe: Scribe, case: Case) -> None:
    """A case is taken back; its money is settled another day."""
    fact = DossierReversed(case.dossier, "withdrawn", scribe.shift, scribe.point)
    scribe.write(fact, (case.accepted,))


def result(scribe: Scribe, case: Case) -> str:
    """The result of a case is in the post's hands; its cover."""
    number = case.covers[Direction.RETURN.value]
    fact = ResultTaken(case.dossier, number, "", case.authority, (("result", 1),), scribe.point, scribe.shift)
    event = scribe.write(fact)
    scribe.things[number] = Thing(event.id, event.id, is_cover=True)
    return number


def _goes_on(scribe: Scribe, number: str, fact: Fact, **beside: dict[str, str]) -> None:
    _stands(scribe, number, scribe.write(fact, (scribe.things[number].head,), **beside))


def _stands(scribe: Scribe, number: str, event: Event) -> None:
    thing = scribe.things[number]
    thing.head, thing.n = event.id, thing.n + 1


def told(scribe: Scribe, other: Scribe, row: tuple[int, ...]) -> None:
    """An event goes from one desk of the point to another, where such a desk is told of its kind."""
    device, stream, incarnation, seq = row
    with scribe.store.read() as reader:
        event = reader.event(EventId(device, Stream(stream), incarnation, seq))
    assert event is not None
    if siblings(event.envelope.type):
        with other.store.work() as work:
            work.take_mail(event, "network", "centre")
            work.commit()
