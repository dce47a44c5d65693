"""A disk that takes the COMMIT and refuses the marker: the events stand, and no paper starts before the marker has caught up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import HeadMarker
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.verify import verify
from tests.support.journals import accept, begin, make, reopen


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DeskStore]:
    made = make(tmp_path)
    begin(made)
    yield made
    made.close()


def test_events_stand_where_only_the_marker_could_not_be_written(store: DeskStore, tmp_path: Path) -> None:
    marker = DataFolder(tmp_path).marker
    store.marker().close()
    marker.unlink()
    marker.mkdir()

    with pytest.raises(DeskError, match=r"store\.marker_behind"):
        accept(store)
    with store.read() as reader:
        assert reader.item("ME473124007VN") is not None
    marker.rmdir()

    assert accept(store).id.text == "0.1.1.4"
    store.close()
    again = reopen(tmp_path)
    assert verify(again).ok


def test_no_paper_starts_and_nothing_is_written_before_the_marker_has_caught_up(
    store: DeskStore, tmp_path: Path
) -> None:
    marker, queue = DataFolder(tmp_path).marker, PrintQueue(store)
    store.marker().close()
    marker.unlink()
    marker.mkdir()
    with pytest.raises(DeskError, match=r"store\.marker_behind"):
        accept(store)

    with pytest.raises(DeskError, match=r"store\.marker_damaged"):
        queue.claim_next(PrinterRole.LABEL, 0)
    with pytest.raises(DeskError, match=r"store\.marker_damaged"):
        accept(store)
    marker.rmdir()
    claimed = queue.claim_next(PrinterRole.LABEL, 0)

    assert claimed is not None
    assert claimed.key == "ME473124007VN/label/kt1_label/1"
    assert HeadMarker(marker).read() == store.heads()
    with store.read() as reader:
        assert reader.item("ME473124015VN") is None
