"""The registry of doors: each way to something the desk knows, the right it needs, and whether anything of KT1 can come out of it.

Services and what pages need stand in `registry_services` and `registry_needs`. A door that `tests.access.doors` finds and that is in none
of these tables fails the tests until somebody has decided.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import BESIDE, DOSSIER, MACHINE, PROVINCE, Door, Free, Kt1, Mixed

PLACES: Mapping[str, Door] = {
    "TODAY": Mixed(Act.SEE_DOSSIERS),
    "ACCEPT": Kt1(Act.ACCEPT_ITEM),
    "DOSSIER": DOSSIER,
    "RECORD": Mixed(Act.SEE_DOSSIERS),
    "INCIDENTS": Mixed(Act.SEE_DOSSIER_INCIDENTS),
    "REGISTERS": Kt1(Act.SEE_REGISTERS),
    "LISTS": Mixed(Act.SEE_DOSSIERS),
    "DISPATCH": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "DELIVERY": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "ONE_STOP": Mixed(Act.SEE_DOSSIERS),
    "HOLDING": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "SHIFT": Mixed(Act.SEE_DOSSIERS),
    "PRINTERS": Mixed(Act.SEE_DOSSIERS),
    "DEVICES": MACHINE,
}

COMMANDS: Mapping[str, Door] = {
    "accept kt1": Kt1(Act.ACCEPT_ITEM),
    "accept dossier": DOSSIER,
    "import agencies": Kt1(Act.KEEP_REGISTERS),
    "import procedures": BESIDE,
    "import staff": Free("users and their roles; a clearance is never imported"),
    "mail keys": Kt1(Act.EXCHANGE_MAIL),
    "mail request": Kt1(Act.EXCHANGE_MAIL),
    "mail take": Kt1(Act.EXCHANGE_MAIL),
    "mail write": Kt1(Act.EXCHANGE_MAIL),
    "persons due": DOSSIER,
    "persons erase": DOSSIER,
    "staff clear": Free("users and until when the province cleared them; nothing of an item"),
    "staff password": Free("a user's key slot; nothing of an item"),
    "verify": Free("positions and hashes of events, never what they say"),
    "sample": Free("makes desks with invented data"),
    "province init": PROVINCE,
    "province fingerprint": PROVINCE,
    "province desk-file": PROVINCE,
    "province key-list": PROVINCE,
}

OPENERS: Mapping[str, str] = {
    "counter.WindowCounter.status": "the open shift and how many events there are",
    "desk.DeskOpener.open": "who logs in, and the agencies that were imported",
    "dossier_answers.DossierAnswers.procedure": "a procedure",
    "list_kinds._procedure_names.named": "the name of a procedure",
    "mail_room.province_of": "the key of the province, from the desk file",
    "reference_docs._seed": "the catalogue of procedures a desk begins with",
    "review_counter.ReviewCounter.exception_view": "the names of users",
}
"""The functions of the wiring that open the store by themselves instead of asking a service, and for what."""
