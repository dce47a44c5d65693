"""The registry of doors: each way to something the desk knows, the right it needs, and whether anything of KT1 can come out of it.

Four kinds. `Kt1`: refused without a clearance, whatever is asked. `Mixed`: answered, with all that is of KT1 left out. `Through`: only
passes on what these services answer. `Free`: nothing of KT1 is behind it, and why. A door that `tests.access.doors` finds and that is not
here fails the tests until somebody has decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.domain.permissions import Act


@dataclass(frozen=True, slots=True)
class Kt1:
    """Refused without a clearance; ``act`` is asked of whoever knocks."""

    act: Act


@dataclass(frozen=True, slots=True)
class Mixed:
    """Answered by ``act``, which needs no clearance; whatever is of KT1 is left out of the answer."""

    act: Act


@dataclass(frozen=True, slots=True)
class Free:
    """Nothing of KT1 is behind it."""

    why: str


@dataclass(frozen=True, slots=True)
class Through:
    """Passes on what services answer; each of them refuses by itself."""

    services: tuple[str, ...]


Door = Kt1 | Mixed | Through | Free

DOSSIER = Free("dossiers alone")
BESIDE = Free("reference data that is the same on every desk")
MACHINE = Free("machines of the counter")
KEYS = Free("who may log in, before anything is open")
IN_TRUST = Free("only wiring: what it is given was refused or allowed before")
PROVINCE = Free("runs on the province's own machine, where there is no desk")

PLACES: Mapping[str, Door] = {
    "TODAY": Mixed(Act.SEE_DOSSIERS),
    "ACCEPT": Kt1(Act.ACCEPT_ITEM),
    "DOSSIER": DOSSIER,
    "RECORD": Mixed(Act.SEE_DOSSIERS),
    "INCIDENTS": Kt1(Act.SEE_INCIDENTS),
    "REGISTERS": Kt1(Act.SEE_REGISTERS),
    "LISTS": Mixed(Act.SEE_DOSSIERS),
    "DISPATCH": Kt1(Act.SEE_CUSTODY),
    "DELIVERY": Kt1(Act.SEE_CUSTODY),
    "HOLDING": Kt1(Act.SEE_CUSTODY),
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
    "staff clear": Free("users and until when the province cleared them; nothing of an item"),
    "staff password": Free("a user's key slot; nothing of an item"),
    "verify": Free("positions and hashes of events, never what they say"),
    "sample": Free("makes desks with invented data"),
    "province init": PROVINCE,
    "province fingerprint": PROVINCE,
    "province desk-file": PROVINCE,
    "province key-list": PROVINCE,
}

SERVICES: Mapping[str, Door] = {
    "acceptance.Acceptance.accept": Kt1(Act.ACCEPT_ITEM),
    "acceptance.Acceptance.label": Mixed(Act.ACCEPT_ITEM),
    "acceptance.Acceptance.quote": Mixed(Act.ACCEPT_ITEM),
    "acceptance.Acceptance.refuse_cover": Kt1(Act.ACCEPT_ITEM),
    "approvals.Approvals.approve": Kt1(Act.STORE_ITEM),
    "approvals.Approvals.ask_remote": Kt1(Act.PACK_RECEPTACLE),
    "approvals.Approvals.exceptions": Kt1(Act.SEE_CUSTODY),
    "approvals.Approvals.grant_remote": Kt1(Act.GRANT_REMOTE_APPROVAL),
    "approvals.Approvals.reject": Kt1(Act.STORE_ITEM),
    "approvals.Approvals.review": Kt1(Act.APPROVE_ITEM),
    "approvals.Approvals.take_answer": IN_TRUST,
    "approvals.Approvals.waiting": Kt1(Act.SEE_CUSTODY),
    "arrivals.Arrivals.close": Kt1(Act.RECEIVE_DISPATCH),
    "arrivals.Arrivals.expected": Kt1(Act.SEE_CUSTODY),
    "arrivals.Arrivals.open": Kt1(Act.RECEIVE_DISPATCH),
    "arrivals.Arrivals.receive": Kt1(Act.RECEIVE_DISPATCH),
    "arrivals.Arrivals.scan": Kt1(Act.RECEIVE_DISPATCH),
    "arrivals.Arrivals.view": Kt1(Act.SEE_CUSTODY),
    "batch_dossiers.DossierTaker.layout": DOSSIER,
    "batch_dossiers.DossierTaker.lines": DOSSIER,
    "batch_dossiers.DossierTaker.numbers": DOSSIER,
    "batch_dossiers.DossierTaker.quote": DOSSIER,
    "batch_dossiers.DossierTaker.take": DOSSIER,
    "batch_items.ItemTaker.layout": Free("names of columns"),
    "batch_items.ItemTaker.lines": Kt1(Act.ACCEPT_ITEM),
    "batch_items.ItemTaker.numbers": Free("repeats what a draft says"),
    "batch_items.ItemTaker.quote": Mixed(Act.ACCEPT_ITEM),
    "batch_items.ItemTaker.take": Kt1(Act.ACCEPT_ITEM),
    "batches.Batches.accept": Free(
        "each line is taken by its taker, which refuses; lines of before are its own list"
    ),
    "batches.Batches.layout": Free("names of columns"),
    "batches.Batches.plan": Kt1(Act.ACCEPT_ITEM),
    "board.Board.counter": Kt1(Act.SEE_ITEMS),
    "board.Board.day": Mixed(Act.SEE_DOSSIERS),
    "board.Board.dossiers": DOSSIER,
    "board.Board.dossiers_here": DOSSIER,
    "board.Board.shift": Mixed(Act.SEE_DOSSIERS),
    "certificates.Certificates.of": Kt1(Act.CERTIFY_CUSTODY),
    "certificates.Certificates.print_of": Kt1(Act.CERTIFY_CUSTODY),
    "confirming.SecondPerson.confirm": Free("says who confirmed; the act that wants it is refused by itself"),
    "confirming.SecondPerson.exception": Free(
        "says that nobody confirmed; the act that wants it is refused by itself"
    ),
    "dispatch_views.DispatchViews.among": Kt1(Act.SEE_CUSTODY),
    "dispatch_views.DispatchViews.closed": Kt1(Act.SEE_CUSTODY),
    "dispatch_views.DispatchViews.dispatch_of": Kt1(Act.SEE_CUSTODY),
    "dispatch_views.DispatchViews.to_send": Kt1(Act.SEE_CUSTODY),
    "dispatch_views.DispatchViews.under_way": Kt1(Act.SEE_CUSTODY),
    "dispatching.Dispatching.recall": Kt1(Act.SEND_DISPATCH),
    "dispatching.Dispatching.send": Kt1(Act.SEND_DISPATCH),
    "dossiers.Dossiers.accept": DOSSIER,
    "dossiers.Dossiers.labels": DOSSIER,
    "dossiers.Dossiers.quote": DOSSIER,
    "exchange.inbox.Inbox.take_bundle": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_frame": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_message": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_paper": Kt1(Act.EXCHANGE_MAIL),
    "exchange.mailroom.Mailroom.check": Free("it is the refusal itself"),
    "exchange.outbox.Outbox.seal_next": Free("asked by no person; a frame is sealed to the keys of others"),
    "exchange.outbox.Outbox.to_send": Free("asked by no person; a frame is sealed to the keys of others"),
    "exchange.outgoing.write_bundle": Kt1(Act.EXCHANGE_MAIL),
    "finding.Finder.agencies": Kt1(Act.SEE_ITEMS),
    "finding.Finder.agency": Kt1(Act.SEE_ITEMS),
    "finding.Finder.anything": Mixed(Act.SEE_DOSSIERS),
    "finding.Finder.authorities": BESIDE,
    "finding.Finder.dossier": DOSSIER,
    "finding.Finder.item": Kt1(Act.SEE_ITEMS),
    "finding.Finder.last_receivers": Kt1(Act.ACCEPT_ITEM),
    "finding.Finder.procedures": BESIDE,
    "holding.Holding.hand": Kt1(Act.HAND_OVER_ITEM),
    "holding.Holding.places": Kt1(Act.SEE_CUSTODY),
    "holding.Holding.store": Kt1(Act.STORE_ITEM),
    "holding.Holding.view": Kt1(Act.SEE_CUSTODY),
    "imports.Imports.take": Free(
        "its importers refuse; a report names lines and codes of the file that was brought"
    ),
    "incidents.Incidents.close": Kt1(Act.CLOSE_INCIDENT),
    "incidents.Incidents.escalation": Free("whom a kind of incident is told to: the same list for all"),
    "incidents.Incidents.listed": Kt1(Act.SEE_INCIDENTS),
    "incidents.Incidents.open": Kt1(Act.OPEN_INCIDENT),
    "incidents.Incidents.print_record": Kt1(Act.OPEN_INCIDENT),
    "incidents.Incidents.remedy": Kt1(Act.OPEN_INCIDENT),
    "incidents.Incidents.tell": Kt1(Act.OPEN_INCIDENT),
    "incidents.Incidents.view": Kt1(Act.SEE_INCIDENTS),
    "journeys.Journeys.of": Kt1(Act.SEE_CUSTODY),
    "numbers.void_number": Kt1(Act.VOID_ITEM_NUMBER),
    "packing.Packing.candidates": Kt1(Act.SEE_CUSTODY),
    "packing.Packing.close": Kt1(Act.PACK_RECEPTACLE),
    "packing.Packing.next_number": Kt1(Act.PACK_RECEPTACLE),
    "packing.Packing.undo": Kt1(Act.PACK_RECEPTACLE),
    "papers.Papers.cancel": Kt1(Act.REPRINT_ITEM_PAPER),
    "papers.Papers.newest": Mixed(Act.SEE_DOSSIERS),
    "papers.Papers.of_item": Kt1(Act.SEE_ITEMS),
    "papers.Papers.questions": Mixed(Act.SEE_DOSSIERS),
    "papers.Papers.release": Kt1(Act.REPRINT_ITEM_PAPER),
    "papers.Papers.reprint": Kt1(Act.REPRINT_ITEM_PAPER),
    "papers.Papers.scanned": Kt1(Act.ACCEPT_ITEM),
    "papers.Papers.seen": Kt1(Act.REPRINT_ITEM_PAPER),
    "parking.Aside.dossier": DOSSIER,
    "parking.Aside.dossiers": DOSSIER,
    "parking.Aside.drop_dossier": DOSSIER,
    "parking.Aside.drop_item": Kt1(Act.ACCEPT_ITEM),
    "parking.Aside.item": Kt1(Act.ACCEPT_ITEM),
    "parking.Aside.items": Kt1(Act.ACCEPT_ITEM),
    "parking.Aside.park_dossier": DOSSIER,
    "parking.Aside.park_item": Kt1(Act.ACCEPT_ITEM),
    "records.Records.find": Kt1(Act.SEE_ITEMS),
    "redirecting.Redirecting.forward": Kt1(Act.FORWARD_ITEM),
    "redirecting.Redirecting.give_back": Kt1(Act.RETURN_ITEM),
    "redirecting.Redirecting.set_aside": Kt1(Act.RETURN_ITEM),
    "refilling.draft_of_dossier": DOSSIER,
    "refilling.draft_of_item": Kt1(Act.ACCEPT_ITEM),
    "registers.Registers.enter": Kt1(Act.KEEP_REGISTERS),
    "registers.Registers.entries": Kt1(Act.SEE_REGISTERS),
    "registers.Registers.registers": Free("names of columns"),
    "reversal.Reversals.withdraw_dossier": DOSSIER,
    "reversal.Reversals.withdraw_item": Kt1(Act.REVERSE_ITEM),
    "round_sheets.RoundSheets.fetched": Kt1(Act.SEE_CUSTODY),
    "round_sheets.RoundSheets.open": Kt1(Act.SEE_CUSTODY),
    "round_sheets.RoundSheets.turnable": Kt1(Act.SEE_CUSTODY),
    "rounds.Rounds.attempt": Kt1(Act.DELIVER_ITEM),
    "rounds.Rounds.bring_back": Kt1(Act.START_ROUND),
    "rounds.Rounds.candidates": Kt1(Act.START_ROUND),
    "rounds.Rounds.deliver": Kt1(Act.DELIVER_ITEM),
    "rounds.Rounds.rounds": Kt1(Act.SEE_CUSTODY),
    "rounds.Rounds.start": Kt1(Act.START_ROUND),
    "set_up.grant_missing": Free("blocks of numbers of a desk for trying out"),
    "set_up.open_desk": Free("makes a desk; there is nothing in it yet"),
    "shifts.Shifts.close": Free("the drawer: cash is counted whatever it was paid for"),
    "shifts.Shifts.current": Free("the drawer; pages are shown what the board leaves of it"),
    "shifts.Shifts.open": Free("the drawer"),
    "shifts.Shifts.proposed_date": Free("today"),
    "staff.Staff.check_password_for": Free("who may set whose password"),
    "staff.Staff.clear": Free("users and until when the province cleared them"),
    "staff.Staff.password_written": Free("the version of a key slot"),
    "statements.Statements.month": Kt1(Act.MAKE_STATEMENT),
    "statements.Statements.print_month": Kt1(Act.MAKE_STATEMENT),
    "whereabouts.Locator.whereabouts": Kt1(Act.SEE_CUSTODY),
}
"""A method that serves items and dossiers alike stands with the right that it asks for an item."""

NEEDS: Mapping[str, Door] = {
    "AcceptNeeds.accept": Kt1(Act.ACCEPT_ITEM),
    "AcceptNeeds.agencies": Kt1(Act.SEE_ITEMS),
    "AcceptNeeds.agency": Kt1(Act.SEE_ITEMS),
    "AcceptNeeds.agreed": Free("reads a time that was typed"),
    "AcceptNeeds.checklist": BESIDE,
    "AcceptNeeds.correction": Kt1(Act.ACCEPT_ITEM),
    "AcceptNeeds.counter": Kt1(Act.SEE_ITEMS),
    "AcceptNeeds.has_scale": MACHINE,
    "AcceptNeeds.label": Mixed(Act.ACCEPT_ITEM),
    "AcceptNeeds.provinces": BESIDE,
    "AcceptNeeds.quote": Mixed(Act.ACCEPT_ITEM),
    "AcceptNeeds.refuse_cover": Kt1(Act.ACCEPT_ITEM),
    "AcceptNeeds.weigh": MACHINE,
    "ApprovalNeeds.answer_phone": Through(("approvals.Approvals.take_answer",)),
    "ApprovalNeeds.approval_view": Through(("approvals.Approvals.waiting",)),
    "ApprovalNeeds.approve": Through(("approvals.Approvals.approve",)),
    "ApprovalNeeds.reject": Through(("approvals.Approvals.reject",)),
    "ApprovalNeeds.reject_reasons": BESIDE,
    "ArrivalNeeds.arrival": Through(("arrivals.Arrivals.view",)),
    "ArrivalNeeds.close_arrival": Through(("arrivals.Arrivals.close",)),
    "ArrivalNeeds.coming": Through(("arrivals.Arrivals.expected",)),
    "ArrivalNeeds.dispatch_of": Through(("dispatch_views.DispatchViews.dispatch_of",)),
    "ArrivalNeeds.forget_parts": Free("drops parts of a code that were scanned"),
    "ArrivalNeeds.has_scale": MACHINE,
    "ArrivalNeeds.incident_codes": BESIDE,
    "ArrivalNeeds.open_bag": Through(("arrivals.Arrivals.open",)),
    "ArrivalNeeds.open_incident": Through(("incidents.Incidents.open",)),
    "ArrivalNeeds.receive_bag": Through(("arrivals.Arrivals.receive",)),
    "ArrivalNeeds.scan": Through(("arrivals.Arrivals.scan",)),
    "ArrivalNeeds.take_bundle": Through(("dispatch_views.DispatchViews.among",)),
    "ArrivalNeeds.take_part": Through(("dispatch_views.DispatchViews.among",)),
    "ArrivalNeeds.weigh": MACHINE,
    "BackNeeds.bring_back": Through(("rounds.Rounds.bring_back",)),
    "BroughtList.save_report": Free("of a list that was looked at: looking at it was refused"),
    "BroughtList.take": Free("of a list that was looked at; each line is refused once more"),
    "BroughtList.view": Free("of a list that was looked at: looking at it was refused"),
    "DevicesNeeds.choices": MACHINE,
    "DevicesNeeds.save_devices": MACHINE,
    "DevicesNeeds.weigh": MACHINE,
    "DossierNeeds.accept": DOSSIER,
    "DossierNeeds.authorities": DOSSIER,
    "DossierNeeds.card": DOSSIER,
    "DossierNeeds.communes": DOSSIER,
    "DossierNeeds.correction": DOSSIER,
    "DossierNeeds.drop": DOSSIER,
    "DossierNeeds.exemptions": DOSSIER,
    "DossierNeeds.has_scale": MACHINE,
    "DossierNeeds.park": DOSSIER,
    "DossierNeeds.procedure": DOSSIER,
    "DossierNeeds.procedures": DOSSIER,
    "DossierNeeds.quote": DOSSIER,
    "DossierNeeds.recent": DOSSIER,
    "DossierNeeds.resume": DOSSIER,
    "DossierNeeds.weigh": MACHINE,
    "FirstRunNeeds.check_administrator": KEYS,
    "FirstRunNeeds.create": KEYS,
    "FirstRunNeeds.create_trial": KEYS,
    "FirstRunNeeds.read_desk_file": KEYS,
    "HoldingNeeds.hand": Through(("holding.Holding.hand",)),
    "HoldingNeeds.holding": Through(("whereabouts.Locator.whereabouts",)),
    "HoldingNeeds.put": Through(("holding.Holding.store",)),
    "ListNeeds.look": Kt1(Act.ACCEPT_ITEM),
    "ListNeeds.wanted": Free("names of columns"),
    "LockNeeds.check_password": KEYS,
    "LoginNeeds.hint": KEYS,
    "LoginNeeds.log_in": KEYS,
    "LoginNeeds.user_ids": KEYS,
    "OutNeeds.out_view": Through(("round_sheets.RoundSheets.open",)),
    "PackNeeds.close_bag": Through(("packing.Packing.close",)),
    "PackNeeds.closed_bags": Through(("dispatch_views.DispatchViews.closed",)),
    "PackNeeds.has_scale": MACHINE,
    "PackNeeds.new_receptacle": Through(("packing.Packing.next_number",)),
    "PackNeeds.pack_view": Through(("packing.Packing.candidates",)),
    "PackNeeds.undo_bag": Through(("packing.Packing.undo",)),
    "PackNeeds.undo_reasons": BESIDE,
    "PackNeeds.weigh": MACHINE,
    "PapersNeeds.is_printed": Kt1(Act.REPRINT_ITEM_PAPER),
    "PapersNeeds.papers": Mixed(Act.SEE_DOSSIERS),
    "PapersNeeds.print_again": Kt1(Act.REPRINT_ITEM_PAPER),
    "PapersNeeds.questions": Mixed(Act.SEE_DOSSIERS),
    "PapersNeeds.release": Kt1(Act.REPRINT_ITEM_PAPER),
    "PhoneNeeds.ask_by_phone": Through(("approvals.Approvals.ask_remote",)),
    "PointNeeds.points": BESIDE,
    "PrinterSetupNeeds.choices": MACHINE,
    "PrinterSetupNeeds.print_test": MACHINE,
    "PrinterSetupNeeds.save_profile": MACHINE,
    "RecordNeeds.certify": Kt1(Act.CERTIFY_CUSTODY),
    "RecordNeeds.find": Kt1(Act.SEE_ITEMS),
    "RecordNeeds.print_again": Kt1(Act.REPRINT_ITEM_PAPER),
    "RecordNeeds.void": Kt1(Act.VOID_ITEM_NUMBER),
    "RecordNeeds.withdraw": Kt1(Act.REVERSE_ITEM),
    "ResultNeeds.attempt": Through(("rounds.Rounds.attempt",)),
    "ResultNeeds.deliver": Through(("rounds.Rounds.deliver",)),
    "ResultNeeds.fetched": Through(("round_sheets.RoundSheets.fetched",)),
    "SearchNeeds.search": Mixed(Act.SEE_DOSSIERS),
    "SendNeeds.recall": Through(("dispatching.Dispatching.recall",)),
    "SendNeeds.recall_reasons": BESIDE,
    "SendNeeds.send": Through(("dispatching.Dispatching.send",)),
    "SendNeeds.send_view": Through(("dispatch_views.DispatchViews.to_send",)),
    "ShiftNeeds.close_shift": Free("the drawer: cash is counted whatever it was paid for"),
    "ShiftNeeds.shift_view": Mixed(Act.SEE_DOSSIERS),
    "ShiftNeeds.start_shift": Free("the drawer"),
    "StartNeeds.start_round": Through(("rounds.Rounds.start",)),
    "StartNeeds.start_view": Through(("rounds.Rounds.candidates",)),
    "StatusNeeds.status": Free("the shift, machines, how many events there are"),
    "TodayNeeds.today": Mixed(Act.SEE_DOSSIERS),
    "TurnNeeds.agencies": Through(("finding.Finder.agencies",)),
    "TurnNeeds.forward": Through(("redirecting.Redirecting.forward",)),
    "TurnNeeds.give_back": Through(("redirecting.Redirecting.give_back",)),
    "TurnNeeds.provinces": BESIDE,
    "TurnNeeds.set_aside": Through(("redirecting.Redirecting.set_aside",)),
    "TurnNeeds.turn_view": Through(("round_sheets.RoundSheets.turnable",)),
}

OPENERS: Mapping[str, str] = {
    "counter.WindowCounter.status": "the open shift and how many events there are",
    "desk.DeskOpener.open": "who logs in, and the agencies that were imported",
    "dossier_answers.DossierAnswers.procedure": "a procedure",
    "list_kinds._procedure_names.named": "the name of a procedure",
    "mail_room.province_of": "the key of the province, from the desk file",
    "reference_docs._seed": "the catalogue of procedures a desk begins with",
}
"""The functions of the wiring that open the store by themselves instead of asking a service, and for what."""
