"""The place of an office printer: it has no language of ours, and would print whatever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.simprinter.machine import Language as Spoken
from tests.support.printer_desks import LABEL, PAGE, Attach, PrinterDesk, lines_in


@pytest.fixture
def attach(tmp_path: Path) -> Iterator[Attach]:
    with lines_in(tmp_path) as made:
        yield made


def test_an_office_printer_is_never_asked(attach: Attach, tmp_path: Path) -> None:
    desk = PrinterDesk(tmp_path)
    port = desk.plug_in(attach(Spoken.ZPL).address)

    probed = desk.setup.probe(PAGE, port)

    assert (probed.language, probed.said) == ("", ())
    assert not any(place.can_answer for place in desk.setup.find(PAGE).found)
    assert any(place.can_answer for place in desk.setup.find(LABEL).found)
