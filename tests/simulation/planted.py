"""The planted bugs by name, each with a seed that was seen to find it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.simulation import mutants, mutants_line
from tests.simulation.mutants import Planting


@dataclass(frozen=True)
class Mutant:
    """A planted bug, and a seed that was seen to find it."""

    name: str
    plant: Planting
    seed: int


MUTANTS: tuple[Mutant, ...] = (
    Mutant("a paper comes out before its event is on the disk", mutants.paper_before_commit, 11),
    Mutant("a frame counts as sent before the answer", mutants.sent_before_the_answer, 2),
    Mutant("a sealed frame is not on the disk", mutants.frame_not_on_the_disk, 2),
    Mutant("a duplicate is an error", mutants.duplicate_is_an_error, 11),
    Mutant("no timer tries again", mutants.no_retry_timer, 2),
    Mutant("the same mail is taken in twice", mutants.mail_taken_twice, 11),
    Mutant("an arrival does not name its dispatch", mutants.arrival_without_parent, 1),
    Mutant("a recall beats a scan", mutants.recall_beats_scan, 3),
    Mutant("custody is not counted on", mutants.custody_not_counted, 0),
    Mutant("nobody asks for whom mail is", mutants.audience_not_asked, 3),
    Mutant("numbers begin again after a crash", mutants.numbers_from_memory, 3),
    Mutant("a signature is not checked", mutants.signature_not_checked, 6),
    Mutant("an exception counts as an approval", mutants.exception_counts_as_approval, 2),
    Mutant("an item is in two receptacles", mutants.item_in_two_bags, 16),
    Mutant("a seal is used again", mutants.seal_used_again, 0),
    Mutant("whoever accepted approves", mutants.own_approval, 1),
    Mutant("a bundle goes on from what was sent", mutants.bundles_go_on_from_what_was_sent, 4),
    Mutant("a thing stands as the last mail says", mutants.folded_as_it_came, 0),
    Mutant("the gate knows one word alone", mutants_line.gate_knows_one_token, 0),
    Mutant("a repetition is a fork", mutants_line.repetition_is_a_fork, 0),
    Mutant("the gate is not believed when it says less", mutants_line.gate_is_not_believed, 2),
    Mutant("what was passed over does not come again", mutants_line.passed_over_for_good, 7),
    Mutant("a mailbox that was set back is not seen", mutants_line.mailbox_set_back_is_not_seen, 9),
    Mutant("mail stands before the frames it came of", mutants_line.mail_before_its_chain, 5),
    Mutant("mail is not copied to the gate again", mutants_line.mail_is_not_copied_again, 12),
    Mutant("mail of the gate is not adopted", mutants_line.mail_is_not_adopted, 1),
    Mutant("whoever lost the lease writes on", mutants_line.lease_is_not_asked, 1),
    Mutant("a restored desk goes on as it was", mutants_line.same_life_goes_on, 6),
    Mutant("the folder goes on from what was left", mutants_line.folder_goes_on_from_what_was_left, 18),
)
