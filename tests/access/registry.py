"""The registry of doors: each way to something the desk knows, the right it needs, and whether anything of KT1 can come out of it.

Services and what pages need stand in `registry_services` and `registry_needs`. A door that `tests.access.doors` finds and that is in none
of these tables fails the tests until somebody has decided.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import BESIDE, CENTRE, DOSSIER, MACHINE, PROVINCE, Door, Free, Kt1, Mixed

PLACES: Mapping[str, Door] = {
    "TODAY": Mixed(Act.SEE_DOSSIERS),
    "ACCEPT": Kt1(Act.ACCEPT_ITEM),
    "DOSSIER": DOSSIER,
    "RECORD": Mixed(Act.SEE_DOSSIERS),
    "INCIDENTS": Mixed(Act.SEE_DOSSIER_INCIDENTS),
    "REGISTERS": Kt1(Act.SEE_REGISTERS),
    "LINE": Mixed(Act.SEE_LINE),
    "LISTS": Mixed(Act.SEE_DOSSIERS),
    "DISPATCH": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "DELIVERY": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "ONE_STOP": Mixed(Act.SEE_DOSSIERS),
    "HOLDING": Mixed(Act.SEE_DOSSIER_CUSTODY),
    "SHIFT": Mixed(Act.SEE_DOSSIERS),
    "PRINTERS": Mixed(Act.SEE_DOSSIERS),
    "DEVICES": MACHINE,
    "ADMIN": Free("users, passwords, the security log and backups; nothing of an item"),
}

COMMANDS: Mapping[str, Door] = {
    "accept kt1": Kt1(Act.ACCEPT_ITEM),
    "accept dossier": DOSSIER,
    "backup check": Free("whether a sealed copy is whole; nothing of an item"),
    "backup now": Free("a sealed copy to a place that is set; nothing of an item"),
    "backup places": Free("folders of this machine; nothing of an item"),
    "backup show": Free("names and ages of sealed copies; nothing of an item"),
    "import agencies": Kt1(Act.KEEP_REGISTERS),
    "import procedures": BESIDE,
    "import staff": Free("users and their roles; a clearance is never imported"),
    "keys renew": Free("the database key; nothing of an item"),
    "line export": Free("frames shut under a one-time code for the centre; nothing of an item is shown"),
    "line join": Free("certificates and keys of the line; nothing of an item"),
    "line kt1-off": Free("an approval's number and day; nothing of an item"),
    "line kt1-on": Free("an approval's number and day; nothing of an item"),
    "line leave": Free("certificates and keys of the line; nothing of an item"),
    "line request": Free("a public key; nothing of an item"),
    "line status": Free("the line's own state; nothing of an item"),
    "mail near": Free("where a folder lies; nothing of an item"),
    "mail keys": Kt1(Act.EXCHANGE_MAIL),
    "mail request": Kt1(Act.EXCHANGE_MAIL),
    "mail take": Kt1(Act.EXCHANGE_MAIL),
    "mail write": Kt1(Act.EXCHANGE_MAIL),
    "persons due": DOSSIER,
    "persons erase": DOSSIER,
    "staff clear": Free("users and until when the province cleared them; nothing of an item"),
    "staff list": Free("users, their roles and when they logged in; nothing of an item"),
    "staff revoke": Free("who may log in; nothing of an item"),
    "staff password": Free("a user's key slot; nothing of an item"),
    "restore": Free("positions of events and blocks of numbers; nothing of an item"),
    "verify": Free("positions and hashes of events, never what they say"),
    "sample": Free("makes desks with invented data"),
    "province init": PROVINCE,
    "province fingerprint": PROVINCE,
    "province desk-file": PROVINCE,
    "province key-list": PROVINCE,
    "province staff-list": PROVINCE,
    "centre alarms": CENTRE,
    "centre backed-up": CENTRE,
    "centre enrol": CENTRE,
    "centre grant": CENTRE,
    "centre import": CENTRE,
    "centre init": CENTRE,
    "centre integrate": CENTRE,
    "centre keys": CENTRE,
    "centre let-go": CENTRE,
    "centre post": CENTRE,
    "centre reader": CENTRE,
    "centre renew": CENTRE,
    "centre restored": CENTRE,
    "centre revoke": CENTRE,
    "centre settle": CENTRE,
    "centre show": CENTRE,
    "centre staff": CENTRE,
    "centre status": CENTRE,
}

OPENERS: Mapping[str, str] = {
    "window_counter.WindowCounter.status": "the open shift",
    "window_counter.backlogs_of": "how many events there are to send, and since when",
    "line_counter.LineCounter._came": "the number of a thing that came in; of KT1 only to whoever sees items",
    "line_joining.Line.rest": "frames that were not sent, to be shut under a code",
    "line_joining.Line.unsent": "how many events there are to send",
    "line_ways.written_by": "how many events there are",
    "recovering.is_unsettled": "which incarnation the desk is in",
    "recovering.line_of.of": "which desk it is",
    "restore_command._Restoring._require_leave": "who the user is, before anything else is read",
    "desk.OpenDesk.require": "the open shift, by whose day a right is judged",
    "backing_up.BackingUp._closed_shift": "the last shift, after which a backup is due",
    "current_slots.CurrentSlots.unlock": "the newest version of a key slot",
    "code_printing._desk_words": "which desk it is, for the slip with its code",
    "recovery_gate.RecoveryDoor.prove_code": "the newest version of each key slot",
    "centre_staff.DeskStaff.standing": "whether who is logged in may go on",
    "centre_staff.DeskStaff.lists": "which staff lists of the province are here",
    "desk.DeskOpener._open": "who logs in, and the agencies that were imported",
    "dossier_answers.DossierAnswers.procedure": "a procedure",
    "list_kinds._procedure_names.named": "the name of a procedure",
    "mail_room.province_of": "the key of the province, from the desk file",
    "reference_docs._seed": "the catalogue of procedures a desk begins with",
    "review_counter.ReviewCounter.exception_view": "the names of users",
}
"""The functions of the wiring that open the store by themselves instead of asking a service, and for what."""
