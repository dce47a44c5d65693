"""What the facts of drawers, reports and other systems look like on the wire, each once with what it can say."""

from __future__ import annotations

from kt1desk.domain.facts import (
    BookEntered,
    CashAdjusted,
    CashMoved,
    CounterServed,
    CoversCounted,
    EnteredLater,
    Exported,
    ReportIssued,
    ShiftChecked,
    ShiftSettled,
    TakenOver,
)
from kt1desk.domain.facts.plain import PlainFact

P, S = "240000", "s1"
WRITTEN: dict[str, tuple[PlainFact, str]] = {
    "checked": (
        ShiftChecked(S, (("printer", "ok"), ("scanner", "none")), P),
        '{"checks":[["printer","ok"],["scanner","none"]],"point":"240000","shift":"s1"}',
    ),
    "served": (
        CounterServed("L1", "pension", 12, S, P, 0, 36_000_000),
        '{"customers":12,"line":"L1","paid_dong":36000000,"point":"240000","service":"pension","shift":"s1"}',
    ),
    "served_undone": (
        CounterServed("L2", "pension", 12, S, P, 36_000_000, 0, "L1", "mistake"),
        (
            '{"customers":12,"line":"L2","point":"240000","reason":"mistake","received_dong":36000000,"service":"pension",'
            '"shift":"s1","undoes":"L1"}'
        ),
    ),
    "moved": (
        CashMoved("L3", "deposit", 5_000_000, S, P, "NQ-12"),
        '{"amount_dong":5000000,"line":"L3","point":"240000","reference":"NQ-12","shift":"s1","way":"deposit"}',
    ),
    "adjusted": (
        CashAdjusted("L4", "s0", "kt1", "found_later", S, P, 20_000),
        '{"about":"s0","kind":"kt1","line":"L4","more_dong":20000,"point":"240000","reason":"found_later","shift":"s1"}',
    ),
    "settled": (
        ShiftSettled(
            *(S, 1_020_000, 1_000_000, P),
            notes=(("500000", 2), ("20000", 1)),
            kinds=(("kt1", 20_000), ("postage", 0)),
            reason="unknown",
            handed_to="lan",
            manner="spot",
            asked=(("difference", "explained"),),
            numbers=(("used", 12), ("left", 80)),
        ),
        (
            '{"asked":[["difference","explained"]],"counted_dong":1020000,"expected_dong":1000000,"handed_to":"lan",'
            '"kinds":[["kt1",20000],["postage",0]],"manner":"spot","notes":[["500000",2],["20000",1]],'
            '"numbers":[["used",12],["left",80]],"point":"240000","reason":"unknown","shift":"s1"}'
        ),
    ),
    "covers_counted": (
        CoversCounted(S, P, 1, ("EX000000015VN",)),
        '{"part":1,"point":"240000","seen":["EX000000015VN"],"shift":"s1"}',
    ),
    "book": (
        BookEntered("service_points", "BDVHX-01", (("staffed", "yes"),), P),
        '{"entry":"BDVHX-01","point":"240000","register":"service_points","values":[["staffed","yes"]]}',
    ),
    "report": (
        ReportIssued("BC1", 1, "bcci", "2023-01-01", "2026-07-01", "2026-09-30", "province", "{}", P),
        (
            '{"data":"{}","first":"2026-07-01","last":"2026-09-30","point":"240000","report":"BC1","revision":"2023-01-01",'
            '"scope":"province","template":"bcci","version":1}'
        ),
    ),
    "exported": (
        Exported("X1", "one_stop", "one_stop/1", ("HS1",), P),
        '{"batch":"X1","mapping":"one_stop/1","numbers":["HS1"],"point":"240000","system":"one_stop"}',
    ),
    "taken": (
        TakenOver("one_stop", (("HS1", "H37.10-261120-0005"),), P),
        '{"point":"240000","system":"one_stop","taken":[["HS1","H37.10-261120-0005"]]}',
    ),
    "later": (
        EnteredLater("HS1", "no_power", P),
        '{"number":"HS1","point":"240000","reason":"no_power"}',
    ),
}
