"""What was taken in is written with the mail that comes of it: the ledger first, all at once, then the gate's copies of the mail.

This module must not know where what is written came from.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.centre.ledger_values import DEAD_LETTERS, Batch
from kt1desk.centre.lines import call_waiting, hold_back, open_points, rows_of, words_after
from kt1desk.centre.mailing import Sealing, known_points, make_mail
from kt1desk.centre.routing import Province
from kt1desk.centre.standing import Standing, Works
from kt1desk.centre.taking_in import Taken


def write(works: Works, standing: Standing, province: Province, taken: Taken, batch: Batch) -> int:
    """Write what was taken in and whatever else ``batch`` says, then hand the mail to the gate; returns how many mail frames there are.

    Raises:
        DeskError: ``centre.*_away``, ``centre.lease_lost``, ``centre.mail_collides``.
    """
    wanted, letters = known_points(taken.wanted, province)
    done = works.ledger.read.mailed([(each.point, each.key) for each in wanted]) if wanted else set()
    opened = open_points(words_after(standing.lines, taken.events), province)
    wanted, held = hold_back(wanted, opened, standing.waiting, batch.called)
    mail = make_mail(wanted, done, standing.boxes, Sealing(works.key.sign, works.presets, works.now()))
    whole = replace(
        batch,
        chains=taken.chains,
        frames=tuple(taken.frames),
        events=tuple(taken.events),
        beside=tuple(taken.beside),
        parked=(*taken.parked, *mail.parked),
        mail=tuple(mail.rows),
        mailed=tuple(mail.mailed),
        waits=rows_of(held, done),
        alarms=tuple(dict.fromkeys((*batch.alarms, *taken.alarms, *letters, *mail.alarms))),
    )
    works.ledger.write(whole)
    standing.written(whole)
    copies = [row for row in whole.mail if row.point != DEAD_LETTERS and row.point not in standing.held]
    if copies:
        works.gate.put_mail(copies)
    return len(whole.mail)


def write_waiting(works: Works, standing: Standing, province: Province) -> int:
    """Mail the next piece of what waited to each point that has an open line by now; returns how many mail frames there are.

    Raises:
        DeskError: as `write`.
    """
    made = 0
    for point in sorted(standing.waiting & open_points(standing.lines, province)):
        wanted, called = call_waiting(works.ledger.read, point)
        if called:
            made += write(
                works, standing, province, Taken(wanted=wanted), Batch(works.now().utc_ms, called=called)
            )
        standing.waiting = works.ledger.read.waiting_points()
    return made
