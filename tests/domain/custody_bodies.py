"""What the facts of custody of KT1 items look like on the wire, each once with what it can say."""

from __future__ import annotations

from kt1desk.domain.facts import (
    BundleWritten,
    CheckpointMade,
    DispatchArrived,
    DispatchRecalled,
    ExceptionReviewed,
    HeldCounted,
    IncidentClosed,
    IncidentOpened,
    IncidentRemedied,
    IncidentTold,
    ItemApproved,
    ItemArrived,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemRejected,
    ItemReturned,
    ItemStored,
    ItemUnclaimed,
    Kt1EnteredLater,
    Kt1Exported,
    Kt1ReportIssued,
    Kt1TakenOver,
    LineAllowed,
    LineClosed,
    MailTaken,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
    RegisterEntered,
    RemoteGranted,
    RoundStarted,
)
from kt1desk.domain.facts.plain import PlainFact
from tests.support.custody_events import BAG, DISPATCH, ITEM, SEAL

P, S = "240000", "s1"
WRITTEN: dict[str, tuple[PlainFact, str]] = {
    "approved": (
        ItemApproved(ITEM, 2, P, S, "remote", question="12345678"),
        '{"item":"MX000000014VN","manner":"remote","n":2,"point":"240000","question":"12345678","shift":"s1"}',
    ),
    "rejected": (
        ItemRejected(ITEM, 2, P, S, "letter"),
        '{"item":"MX000000014VN","n":2,"point":"240000","reason":"letter","shift":"s1"}',
    ),
    "stored": (
        ItemStored(ITEM, 3, P, S, "ket1", scan=True),
        '{"item":"MX000000014VN","n":3,"place":"ket1","point":"240000","scan":1,"shift":"s1"}',
    ),
    "handed": (
        ItemHanded(ITEM, 3, P, S, "binh"),
        '{"item":"MX000000014VN","n":3,"point":"240000","shift":"s1","to":"binh"}',
    ),
    "round": (
        RoundStarted("PH1", "chi", ((ITEM, 7),), P, S),
        '{"items":[["MX000000014VN",7]],"point":"240000","postman":"chi","round":"PH1","shift":"s1"}',
    ),
    "delivered": (
        ItemDelivered(ITEM, 8, P, S, "receiver", "PH1/1", "PH1", "241000", named=True, scan=True),
        ('{"item":"MX000000014VN","n":8,"named":1,"origin":"241000","party":"receiver","point":"240000",'
        '"reference":"PH1/1","round":"PH1","scan":1,"shift":"s1"}'),
    ),
    "attempted": (
        ItemAttempted(ITEM, 8, P, S, "PH1", "closed", 1, "241000"),
        ('{"attempt":1,"item":"MX000000014VN","n":8,"origin":"241000","point":"240000","reason":"closed",'
        '"round":"PH1","shift":"s1"}'),
    ),
    "brought_back": (
        ItemBroughtBack(ITEM, 9, P, S, "PH1"),
        '{"item":"MX000000014VN","n":9,"point":"240000","round":"PH1","shift":"s1"}',
    ),
    "forwarded": (
        ItemForwarded(ITEM, 9, P, S, "moved", "242000", "241000"),
        '{"item":"MX000000014VN","n":9,"origin":"241000","point":"240000","reason":"moved","shift":"s1","to":"242000"}',
    ),
    "returned": (
        ItemReturned(ITEM, 9, P, S, "refused"),
        '{"item":"MX000000014VN","n":9,"point":"240000","reason":"refused","shift":"s1"}',
    ),
    "unclaimed": (
        ItemUnclaimed(ITEM, 10, P, S, "both"),
        '{"item":"MX000000014VN","n":10,"point":"240000","reason":"both","shift":"s1"}',
    ),
    "granted": (
        RemoteGranted(7, "12345678", "item", 2, P),
        '{"act":"item","device":7,"point":"240000","question":"12345678","things":2}',
    ),
    "reviewed": (
        ExceptionReviewed("7.1.1.12", "in_order", P),
        '{"event":"7.1.1.12","outcome":"in_order","point":"240000"}',
    ),
    "closed": (
        ReceptacleClosed(BAG, SEAL, 500, "241000", ((ITEM, 3),), P, S),
        ('{"items":[["MX000000014VN",3]],"point":"240000","receptacle":"TUI00000001","seal":"NP0000001",'
        '"shift":"s1","to":"241000","weight_g":500}'),
    ),
    "undone": (
        ReceptacleUndone(BAG, 2, ((ITEM, 4),), "seal", P, S),
        '{"items":[["MX000000014VN",4]],"n":2,"point":"240000","reason":"seal","receptacle":"TUI00000001","shift":"s1"}',
    ),
    "recalled": (
        DispatchRecalled(DISPATCH, 2, ((BAG, 3),), ((ITEM, 5),), "241000", "vehicle", P, S),
        ('{"dispatch":"CT240000-261122-1-1","items":[["MX000000014VN",5]],"n":2,"point":"240000","reason":"vehicle",'
        '"receptacles":[["TUI00000001",3]],"shift":"s1","to":"241000"}'),
    ),
    "received": (
        ReceptacleReceived(BAG, 3, "", 480, "seal_broken", P, S, DISPATCH, "241000", scan=True),
        ('{"condition":"seal_broken","dispatch":"CT240000-261122-1-1","from_point":"241000","n":3,"point":"240000",'
        '"receptacle":"TUI00000001","scan":1,"seal":"","shift":"s1","weight_g":480}'),
    ),
    "opened": (
        ReceptacleOpened(BAG, 4, P, S),
        '{"n":4,"point":"240000","receptacle":"TUI00000001","shift":"s1"}',
    ),
    "arrived": (
        ItemArrived(ITEM, "wet", P, S),
        '{"condition":"wet","item":"MX000000014VN","point":"240000","shift":"s1"}',
    ),
    "dispatch_arrived": (
        DispatchArrived(DISPATCH, 2, "241000", 3, 2, P, S, (ITEM,), (), ("BB1",)),
        ('{"arrived":2,"dispatch":"CT240000-261122-1-1","expected":3,"from_point":"241000","incidents":["BB1"],'
        '"missing":["MX000000014VN"],"n":2,"point":"240000","shift":"s1"}'),
    ),
    "incident": (
        IncidentOpened("BB1", "lost", "grave", "item", ITEM, P, S, 1_795_000_000_000, "C", "241000", DISPATCH),
        ('{"code":"lost","dispatch":"CT240000-261122-1-1","found_ms":1795000000000,"incident":"BB1",'
        '"number":"MX000000014VN","other_point":"241000","point":"240000","secrecy":"C","severity":"grave",'
        '"shift":"s1","thing":"item"}'),
    ),
    "told": (
        IncidentTold("BB1", "head", "phone", 1_795_000_000_000, P),
        '{"incident":"BB1","point":"240000","told_ms":1795000000000,"way":"phone","who":"head"}',
    ),
    "remedied": (
        IncidentRemedied("BB1", "resealed", P),
        '{"incident":"BB1","point":"240000","remedy":"resealed"}',
    ),
    "incident_closed": (
        IncidentClosed("BB1", "found", P, "241000"),
        '{"incident":"BB1","other_point":"241000","outcome":"found","point":"240000"}',
    ),
    "register": (
        RegisterEntered("vehicles", "12C-001.23", (("dedicated", "yes"),), P),
        '{"entry":"12C-001.23","point":"240000","register":"vehicles","values":[["dedicated","yes"]]}',
    ),
    "mail": (
        MailTaken("7.1.1.12", "ab" * 32, "paper"),
        '{"event":"7.1.1.12","hash":"' + "ab" * 32 + '","way":"paper"}',
    ),
    "bundle": (
        BundleWritten("241000", 3, 17, "cd" * 32),
        '{"number":3,"sha256":"' + "cd" * 32 + '","to":"241000","upto":17}',
    ),
    "line": (
        LineAllowed("12/BĐT", "2026-11-20", P),
        '{"approval":"12/BĐT","day":"2026-11-20","point":"240000"}',
    ),
    "line_closed": (LineClosed("withdrawn", P), '{"point":"240000","reason":"withdrawn"}'),
    "checkpoint": (
        CheckpointMade("2026-11-22", "1.1.1.9", "00" * 32, "1.2.1.4", "11" * 32),
        '{"counter":"1.2.1.4","counter_hash":"' + "11" * 32 + '","date":"2026-11-22","kt1":"1.1.1.9","kt1_hash":"'
        + "00" * 32 + '"}',
    ),
    "held_counted": (
        HeldCounted(S, P, 1, (ITEM,), ("MX000000028VN",)),
        '{"missing":["MX000000028VN"],"part":1,"point":"240000","seen":["MX000000014VN"],"shift":"s1"}',
    ),
    "kt1_report": (
        Kt1ReportIssued("BC1", 2, "kt1_period", "2023-01-01", "2026-10-01", "2026-12-31", P, "[1]", P),
        ('{"data":"[1]","first":"2026-10-01","last":"2026-12-31","point":"240000","report":"BC1",'
        '"revision":"2023-01-01","scope":"240000","template":"kt1_period","version":2}'),
    ),
    "kt1_exported": (
        Kt1Exported("X1", "bccp", "bccp/1", (ITEM,), P),
        '{"batch":"X1","mapping":"bccp/1","numbers":["MX000000014VN"],"point":"240000","system":"bccp"}',
    ),
    "kt1_taken": (
        Kt1TakenOver("bccp", ((ITEM, "CB1"),), P),
        '{"point":"240000","system":"bccp","taken":[["MX000000014VN","CB1"]]}',
    ),
    "kt1_later": (
        Kt1EnteredLater(ITEM, "no_power", P, "0012"),
        '{"number":"MX000000014VN","point":"240000","reason":"no_power","sheet":"0012"}',
    ),
}  # fmt: skip
