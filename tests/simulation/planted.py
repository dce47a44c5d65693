"""The planted bugs by name, each with a seed that was seen to find it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.simulation import mutants
from tests.simulation.mutants import Planting


@dataclass(frozen=True)
class Mutant:
    """A planted bug, and a seed that was seen to find it."""

    name: str
    plant: Planting
    seed: int


MUTANTS: tuple[Mutant, ...] = (
    Mutant("a paper comes out before its event is on the disk", mutants.paper_before_commit, 2),
    Mutant("a frame counts as sent before the answer", mutants.sent_before_the_answer, 2),
    Mutant("a sealed frame is not on the disk", mutants.frame_not_on_the_disk, 0),
    Mutant("a duplicate is an error", mutants.duplicate_is_an_error, 0),
    Mutant("no timer tries again", mutants.no_retry_timer, 1),
    Mutant("the same mail is taken in twice", mutants.mail_taken_twice, 0),
    Mutant("an arrival does not name its dispatch", mutants.arrival_without_parent, 0),
    Mutant("a recall beats a scan", mutants.recall_beats_scan, 3),
    Mutant("custody is not counted on", mutants.custody_not_counted, 0),
    Mutant("nobody asks for whom mail is", mutants.audience_not_asked, 3),
    Mutant("numbers begin again after a crash", mutants.numbers_from_memory, 0),
    Mutant("a signature is not checked", mutants.signature_not_checked, 6),
    Mutant("an exception counts as an approval", mutants.exception_counts_as_approval, 0),
    Mutant("an item is in two receptacles", mutants.item_in_two_bags, 8),
    Mutant("a seal is used again", mutants.seal_used_again, 3),
    Mutant("whoever accepted approves", mutants.own_approval, 0),
    Mutant("a bundle goes on from what was sent", mutants.bundles_go_on_from_what_was_sent, 1),
    Mutant("a thing stands as the last mail says", mutants.folded_as_it_came, 0),
)
