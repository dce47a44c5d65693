"""Run by an installed Python: what a test has no other hand for at an installed desk. Its only modules are those of the installed app.

    python.exe -I at_the_desk.py APP_FOLDER lay DATA             makes a trial desk with an open shift and its mark
    python.exe -I at_the_desk.py APP_FOLDER papers DATA OUT      draws each item's label, reads it back, and writes its receipt as PDF
    python.exe -I at_the_desk.py APP_FOLDER close DATA           closes the shift

It prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.dont_write_bytecode = True
APP, WHAT, DATA, *MORE = sys.argv[1:]
sys.path.insert(0, APP)

from kt1desk import __version__  # noqa: E402 - the installed one, not one that happens to lie near
from kt1desk.app.desk import OpenDesk  # noqa: E402
from kt1desk.app.options import Options  # noqa: E402
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place  # noqa: E402
from kt1desk.app.works import works_in  # noqa: E402
from kt1desk.printing.decode_back import read_codes  # noqa: E402
from kt1desk.printing.pdf import pages_pdf  # noqa: E402
from kt1desk.printing.raster import rasterise  # noqa: E402
from kt1desk.printing.templates import document_of  # noqa: E402
from kt1desk.services.acceptance import LABEL, RECEIPT  # noqa: E402
from kt1desk.store.shift_mark import ShiftMark  # noqa: E402

CLERK = "ha.hoang"
FLOAT_DONG = 500_000


@contextmanager
def place() -> Iterator[DeskPlace]:
    data = Path(DATA)
    taken = take_place(Options(data, data.parent / "papers", trial=True))
    try:
        yield taken
    finally:
        taken.leave()


@contextmanager
def opened(taken: DeskPlace) -> Iterator[OpenDesk]:
    desk = works_in(taken).opener.open(CLERK, TRIAL_PASSWORD)
    try:
        yield desk
    finally:
        desk.close()


def lay() -> object:
    """A desk as a counter has it in the middle of a shift."""
    with place() as taken:
        works_in(taken).make_sample()
        with opened(taken) as desk:
            desk.shifts.open(desk.session, desk.shifts.proposed_date(), FLOAT_DONG)
        ShiftMark(taken.folder.open_shift).put()
    return "open"


def papers() -> object:
    """Item by item: the codes read off its drawn label. The receipts lie in the folder."""
    read: dict[str, list[str]] = {}
    with place() as taken, opened(taken) as desk, desk.store.read() as reader:
        for item in [row.item for row in reader.items_here(1_000)]:
            of_kind = {row.template: row for row in reader.papers(item)}
            label, receipt = of_kind[LABEL], of_kind[RECEIPT]
            drawn = document_of(label.template, label.version, label.values, label.copy)
            read[item] = [code for page in drawn.pages for code in read_codes(rasterise(page, 203))]
            written = document_of(receipt.template, receipt.version, receipt.values, receipt.copy)
            (Path(MORE[0]) / f"{item}.pdf").write_bytes(pages_pdf(written.sheets(148, 210)))
    return read


def close() -> object:
    """The shift's end, with the money that was there at its beginning."""
    with place() as taken:
        with opened(taken) as desk:
            desk.shifts.close(desk.session, FLOAT_DONG)
        ShiftMark(taken.folder.open_shift).remove()
    return "closed"


print(json.dumps({"version": __version__, "told": {"lay": lay, "papers": papers, "close": close}[WHAT]()}))
