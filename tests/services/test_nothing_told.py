"""No value that may end up in a traceback or a log says who writes to whom, or what a person is called."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.facts import read_item_accepted
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.ports import Appending, PaperDraft
from tests.support.desks import Counter, ordinary
from tests.support.furnished import STAFF

NAMES = ("Vi Văn Tư", "Nội vụ", "Vũ Lăng", "SNV", "UBVL", "Hoàng", "Hà")


def test_no_printed_value_names_a_person_or_a_party(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), secrecy=Secrecy.A, handed_by="Vi Văn Tư"))
    papers = desk.papers_of(accepted.item)
    with desk.store.read() as reader:
        shown = [reader.item(accepted.item), *reader.users()]
    beside = {"handed_by": {"name": "Vi Văn Tư"}}
    paper = PaperDraft("label", "kt1_label", 1, accepted.item, papers[0].values)

    written = repr(
        [
            accepted,
            accepted.event.particulars,
            read_item_accepted(accepted.event),
            shown,
            papers,
            paper,
            desk.session(),
            STAFF,
            Appending("clerk", particulars=beside),
        ]
    )

    assert accepted.item in written
    assert [name for name in NAMES if name in written] == []
