"""Settings of the machine and parked drafts: kept over a restart, in the encrypted file, outside the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Parking
from kt1desk.store.drafts import Drafts, ParkedDrafts
from kt1desk.store.settings import Settings
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import begin, make, reopen


def test_a_setting_is_replaced_as_a_whole_and_outlives_a_restart(tmp_path: Path) -> None:
    store = make(tmp_path)
    settings = Settings(store)

    settings.put("printer.label", {"port": "/dev/ttyUSB0", "baud": 9600, "old": 1})
    settings.put("printer.label", {"port": "tcp://10.0.0.5:9100", "name": "Máy in nhãn"})
    store.close()

    again = Settings(reopen(tmp_path))
    assert again.get("printer.label") == {"port": "tcp://10.0.0.5:9100", "name": "Máy in nhãn"}
    assert again.get("printer.receipt") is None


def test_a_draft_is_parked_for_its_page_until_it_is_dropped(tmp_path: Path) -> None:
    store = make(tmp_path)
    drafts = Drafts(store)

    drafts.park("acceptance", {"receiver": "UBVL", "weight": 340}, NOON_MS)
    drafts.park("acceptance", {"receiver": "SNV"}, NOON_MS + 1)
    store.close()
    again = Drafts(reopen(tmp_path))

    assert again.parked("acceptance") == {"receiver": "SNV"}
    again.drop("acceptance")
    assert again.parked("acceptance") is None


def test_neither_writes_an_event_and_neither_takes_what_is_no_json(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    heads = store.heads()

    Settings(store).put("a", {"b": 1})
    with pytest.raises(DeskError, match=r"canonical\.kind"):
        Settings(store).put("a", {"b": 1.5})  # type: ignore[dict-item]
    with pytest.raises(DeskError, match=r"canonical\.size"):
        Drafts(store).park("page", {"x": "y" * 20_000}, NOON_MS)

    assert Settings(store).get("a") == {"b": 1}
    assert store.heads() == heads


def test_several_pieces_of_work_are_parked_and_each_is_taken_up_again_by_its_number(tmp_path: Path) -> None:
    clock = HandClock()
    store = make(tmp_path)
    parking: Parking = ParkedDrafts(store, clock)

    first = parking.park("dossier", "Hoàng Thị Mùi", {"form": "both", "papers": [{"key": "1"}]})
    clock.wall_ms += 1_000
    second = parking.park("dossier", "Lý Văn Sơn", {"form": "send"})
    parking.park("item", "SNV → UBVL", {"weight": 340})
    clock.wall_ms += 1_000
    parking.replace("dossier", first, "Hoàng Thị Mùi (2)", {"form": "return"})
    store.close()

    again = ParkedDrafts(reopen(tmp_path), clock)
    assert [(row.parked, row.title) for row in again.parked("dossier")] == [
        (first, "Hoàng Thị Mùi (2)"),
        (second, "Lý Văn Sơn"),
    ]
    assert again.take("dossier", first) == {"form": "return"}
    assert again.take("dossier", second) == {"form": "send"}
    assert len(again.parked("item")) == 1


def test_what_is_taken_up_stays_until_it_is_dropped(tmp_path: Path) -> None:
    parking = ParkedDrafts(make(tmp_path), HandClock())
    parked = parking.park("dossier", "Hoàng Thị Mùi", {"form": "both"})

    parking.take("dossier", parked)
    assert parking.take("dossier", parked) == {"form": "both"}
    parking.drop("dossier", parked)
    parking.drop("dossier", parked)

    assert parking.parked("dossier") == []
    with pytest.raises(DeskError, match=r"parked\.unknown"):
        parking.take("dossier", parked)
    with pytest.raises(DeskError, match=r"parked\.unknown"):
        parking.replace("dossier", parked, "x", {})
