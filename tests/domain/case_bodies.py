"""What the facts of a case after its acceptance look like on the wire, each once with what it can say."""

from __future__ import annotations

from kt1desk.domain.facts import (
    ApplicantTold,
    ComplaintAnswered,
    ComplaintOpened,
    DossierBundleWritten,
    DossierDecided,
    DossierHanded,
    DossierMailTaken,
    DossierRegistered,
    DossierSupplemented,
    EnclosureMade,
    Fact,
    FeeCorrected,
    FeesRemitted,
    HandoverMade,
    IdentityViewed,
    OfficialReceiptEntered,
    PersonsErased,
    ResultTaken,
    TakeoverClosed,
    TakeoverOpened,
    VisitDone,
    VisitPlanned,
)
from kt1desk.domain.facts.dossier_custody import (
    DossierDelivered,
    DossierForwarded,
    DossierReturned,
    DossierUnclaimed,
)

P, S, A = "240100", "s1", "LS-STP"
"""Point of the bureau, shift, authority."""
C = "HS243120-261122-3-1"
SEND, BACK, MORE = "RH000000015VN", "RH000000029VN", "RH000000032VN"
"""Covers: to the authority, back to the applicant, the supplement."""
AT = 1_795_000_000_000
GN, KQ, NP, KN, HN = (f"{kind}240100-261123-7-1" for kind in ("GN", "KQ", "NP", "KN", "HN"))
WRITTEN: dict[str, tuple[Fact, str]] = {
    "handed": (
        DossierHanded(C, SEND, 6, GN, A, 3, P, S, True, (("2", "missing"), ("?", "extra")), 8000, "243120", True),
        ('{"authority":"LS-STP","differences":[["2","missing"],["?","extra"]],"documents":3,'
        '"dossier":"HS243120-261122-3-1","fees_dong":8000,"handover":"GN240100-261123-7-1",'
        '"item":"RH000000015VN","n":6,"origin":"243120","point":"240100","scan":1,"seal_intact":1,'
        '"shift":"s1"}'),
    ),
    "a result handed back": (
        DossierHanded(C, SEND, 6, GN, A, 1, P, S, returned=True),
        ('{"authority":"LS-STP","documents":1,"dossier":"HS243120-261122-3-1","handover":"GN240100-261123-7-1",'
        '"item":"RH000000015VN","n":6,"point":"240100","returned":1,"shift":"s1"}'),
    ),
    "handed by its label": (
        DossierHanded("", SEND, 6, GN, A, 0, P, S),
        ('{"authority":"LS-STP","documents":0,"dossier":"","handover":"GN240100-261123-7-1",'
        '"item":"RH000000015VN","n":6,"point":"240100","shift":"s1"}'),
    ),
    "handover": (
        HandoverMade(GN, A, (SEND, MORE), 5, 1, P, S, 8000),
        ('{"authority":"LS-STP","differences":1,"documents":5,"fees_dong":8000,'
        '"handover":"GN240100-261123-7-1","items":["RH000000015VN","RH000000032VN"],"point":"240100",'
        '"shift":"s1"}'),
    ),
    "registered": (
        DossierRegistered(C, "H37.10-261123-0005", "2026-11-23", P, S, "2026-11-27", True, "243120"),
        ('{"dossier":"HS243120-261122-3-1","official":"H37.10-261123-0005","official_day":"2026-11-27",'
        '"origin":"243120","point":"240100","received_day":"2026-11-23","shift":"s1","slip":1}'),
    ),
    "decided": (
        DossierDecided(C, "supplement", "12/PBS", "2026-11-23", "paper_missing", P, S, ("2", "4"), "2026-12-23", "243120"),
        ('{"asked":["2","4"],"day":"2026-12-23","dossier":"HS243120-261122-3-1","origin":"243120",'
        '"outcome":"supplement","paper":"12/PBS","paper_day":"2026-11-23","point":"240100",'
        '"reason":"paper_missing","shift":"s1"}'),
    ),
    "told": (
        ApplicantTold(C, "7.2.1.12", "telephone", AT, "243120", S),
        ('{"dossier":"HS243120-261122-3-1","event":"7.2.1.12","point":"243120","shift":"s1",'
        '"told_ms":1795000000000,"way":"telephone"}'),
    ),
    "told where it was decided elsewhere": (
        ApplicantTold(C, "7.2.1.12", "telephone", AT, "243120", S, P),
        ('{"dossier":"HS243120-261122-3-1","event":"7.2.1.12","point":"243120","shift":"s1",'
        '"to":"240100","told_ms":1795000000000,"way":"telephone"}'),
    ),
    "supplemented": (
        DossierSupplemented(C, MORE, 60, 30000, 1, 1, "243120", S, "lien_huyen", "TT22", "cash", "NP0000002", "2026-11-26", P),
        ('{"documents":1,"dossier":"HS243120-261122-3-1","due":"2026-11-26","item":"RH000000032VN","papers":1,'
        '"payment":"cash","point":"243120","price_dong":30000,"seal":"NP0000002","shift":"s1",'
        '"tariff":"TT22","to":"240100","weight_g":60,"zone":"lien_huyen"}'),
    ),
    "enclosure": (
        EnclosureMade(C, MORE, "slip", 1, P, S, 20, "243120", "243120"),
        ('{"dossier":"HS243120-261122-3-1","item":"RH000000032VN","origin":"243120","pieces":1,'
        '"point":"240100","shift":"s1","to":"243120","way":"slip","weight_g":20}'),
    ),
    "taken": (
        ResultTaken(C, BACK, KQ, A, (("result", 1), ("returned_papers", 2)), P, S, 2, "H37.10-261123-0005", 90, "243120", True),
        ('{"authority":"LS-STP","dossier":"HS243120-261122-3-1","item":"RH000000029VN",'
        '"kinds":[["result",1],["returned_papers",2]],"n":2,"official":"H37.10-261123-0005",'
        '"origin":"243120","point":"240100","scan":1,"shift":"s1","takeover":"KQ240100-261123-7-1",'
        '"weight_g":90}'),
    ),
    "takeover opened": (
        TakeoverOpened(KQ, A, 300, P, S),
        '{"authority":"LS-STP","expected":300,"point":"240100","shift":"s1","takeover":"KQ240100-261123-7-1"}',
    ),
    "takeover closed": (
        TakeoverClosed(KQ, A, 300, 299, P, S, ("H37.10-261123-0007", ), (BACK, )),
        ('{"authority":"LS-STP","expected":300,"missing":["H37.10-261123-0007"],"point":"240100","shift":"s1",'
        '"surplus":["RH000000029VN"],"taken":299,"takeover":"KQ240100-261123-7-1"}'),
    ),
    "remitted": (
        FeesRemitted(NP, A, ((C, 50000), ), 50000, "transfer", P, S, "UNC 17", GN),
        ('{"authority":"LS-STP","cases":[["HS243120-261122-3-1",50000]],"handover":"GN240100-261123-7-1",'
        '"manner":"transfer","point":"240100","reference":"UNC 17","remittance":"NP240100-261123-7-1",'
        '"shift":"s1","total_dong":50000}'),
    ),
    "corrected": (
        FeeCorrected(C, "collected", "fee_wrong", "cash", "243120", S, 10000, 0, "BL0001", P),
        ('{"back_dong":10000,"dossier":"HS243120-261122-3-1","kind":"collected","payment":"cash",'
        '"point":"243120","reason":"fee_wrong","receipt":"BL0001","shift":"s1","to":"240100"}'),
    ),
    "corrected upwards": (
        FeeCorrected(C, "postage", "exemption_wrong", "cash", "243120", S, more_dong=13000),
        ('{"dossier":"HS243120-261122-3-1","kind":"postage","more_dong":13000,"payment":"cash",'
        '"point":"243120","reason":"exemption_wrong","shift":"s1"}'),
    ),
    "receipt": (
        OfficialReceiptEntered(C, "BL0002", "243120", S),
        '{"dossier":"HS243120-261122-3-1","point":"243120","receipt":"BL0002","shift":"s1"}',
    ),
    "complaint": (
        ComplaintOpened(KN, C, "late", "applicant", "2026-12-01", "2026-12-08", "243120", S, SEND),
        ('{"code":"late","complaint":"KN240100-261123-7-1","dossier":"HS243120-261122-3-1",'
        '"due_day":"2026-12-08","item":"RH000000015VN","point":"243120","received_day":"2026-12-01",'
        '"shift":"s1","who":"applicant"}'),
    ),
    "answered": (
        ComplaintAnswered(KN, "justified_compensated", "letter", AT, "243120", S, 240000, "compensation.multiple"),
        ('{"answered_ms":1795000000000,"compensation_dong":240000,"complaint":"KN240100-261123-7-1",'
        '"outcome":"justified_compensated","point":"243120","rule":"compensation.multiple","shift":"s1",'
        '"way":"letter"}'),
    ),
    "visit": (
        VisitPlanned(HN, "06001", AT, AT+7_200_000, "243120", S, "2.000635"),
        ('{"commune":"06001","from_ms":1795000000000,"point":"243120","procedure":"2.000635","shift":"s1",'
        '"until_ms":1795007200000,"visit":"HN240100-261123-7-1"}'),
    ),
    "visit done": (
        VisitDone(HN, "in_vain", "243120", S, "nobody_there"),
        ('{"outcome":"in_vain","point":"243120","reason":"nobody_there","shift":"s1",'
        '"visit":"HN240100-261123-7-1"}'),
    ),
    "visit accepted": (
        VisitDone(HN, "accepted", "243120", S, dossier=C),
        ('{"dossier":"HS243120-261122-3-1","outcome":"accepted","point":"243120","shift":"s1",'
        '"visit":"HN240100-261123-7-1"}'),
    ),
    "identity": (
        IdentityViewed(C, "deliver", P),
        '{"dossier":"HS243120-261122-3-1","point":"240100","reason":"deliver"}',
    ),
    "erased": (
        PersonsErased("privacy.keep_months", ("7.2.1.12", ), "2024-11-22", P),
        '{"before_day":"2024-11-22","events":["7.2.1.12"],"point":"240100","rule":"privacy.keep_months"}',
    ),
    "mail": (
        DossierMailTaken("7.2.1.12", "ab"*32, "bundle"),
        '{"event":"7.2.1.12","hash":"' + "ab" * 32 + '","way":"bundle"}',
    ),
    "bundle": (
        DossierBundleWritten("243120", 3, 17, "cd"*32),
        '{"number":3,"sha256":"' + "cd" * 32 + '","to":"243120","upto":17}',
    ),
    "delivered": (
        DossierDelivered(BACK, 8, P, S, "receiver", "PH1/1", "", "243120", scan=True, identity_paper="cccd",
            proxy="authorised", withdrawn=1, slip_back=True, to="240100"),
        ('{"identity_paper":"cccd","item":"RH000000029VN","n":8,"origin":"243120","party":"receiver",'
        '"point":"240100","proxy":"authorised","reference":"PH1/1","scan":1,"shift":"s1","slip_back":1,'
        '"to":"240100","withdrawn":1}'),
    ),
    "forwarded alone": (
        DossierForwarded(BACK, 3, P, S, "moved", "243120", "243120", "exception", excuse="nobody_reached"),
        ('{"excuse":"nobody_reached","item":"RH000000029VN","manner":"exception","n":3,"origin":"243120",'
        '"point":"240100","reason":"moved","shift":"s1","to":"243120"}'),
    ),
    "returned alone": (
        DossierReturned(BACK, 3, P, S, "refused", "243120", "exception", excuse="nobody_reached"),
        ('{"excuse":"nobody_reached","item":"RH000000029VN","manner":"exception","n":3,"origin":"243120",'
        '"point":"240100","reason":"refused","shift":"s1"}'),
    ),
    "set aside alone": (
        DossierUnclaimed(BACK, 3, P, S, "both_refuse", "243120", "exception", excuse="nobody_reached"),
        ('{"excuse":"nobody_reached","item":"RH000000029VN","manner":"exception","n":3,"origin":"243120",'
        '"point":"240100","reason":"both_refuse","shift":"s1"}'),
    ),
}  # fmt: skip
